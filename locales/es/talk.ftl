# What people write, and the conversations under it.

## Conversations
thoughts =
    { $count ->
        [one] Un comentario sobre «{ $title }»
       *[other] { $number } comentarios sobre «{ $title }»
    }
no-thoughts = Todavía no hay comentarios
news-since =
    { $count ->
        [one] Una respuesta nueva desde el { $date }
       *[other] { $number } respuestas nuevas desde el { $date }
    }
be-the-first = Nadie ha respondido todavía a { $name }. El tuyo sería el primer comentario.
nobody-yet-own = Todavía no ha respondido nadie. Envía la dirección de esta entrada a alguien cuya opinión te gustaría leer.
views = Orden de la conversación
view-threads = Por hilos
view-flat = Por fecha
view-newest = Más recientes
new-since =
    { $count ->
        [one] Un comentario nuevo desde tu última visita
       *[other] { $number } comentarios nuevos desde tu última visita
    }
next = Siguiente
whole-conversation = ← Toda la conversación
earlier-threads = Hilos anteriores
later-threads = Hilos posteriores
newer-comments = Más recientes
older-comments = Más antiguos
earlier-in-conversation = Comentarios anteriores de esta conversación
more-of-conversation = Más comentarios de esta conversación
rest-of-thread = Mostrar el resto de este hilo
conversation-closed = Esta conversación está cerrada. Puedes seguir leyéndola.
conversation-closed-empty = Los comentarios están cerrados.
members-only-here = Aquí solo pueden comentar los miembros.
label-post-author = Autoría
label-instructor = Docente
label-guide = Guía
label-organiser = Organización
label-guest = Visitante
label-new = Nuevo
pingback = Pingback
trackback = Trackback
webmention = Webmention
edited = editado
reply = Responder
to-person = a { $name }
entry-of-blocked = De alguien a quien has bloqueado
of-person = el comentario de { $name }
edit = Editar
delete = Eliminar
your-comment = tu comentario
approve = Aprobar
hide = Ocultar
unhide = Mostrar de nuevo
answered-gone = un comentario eliminado
in-reply-to = en respuesta a
parent-lost = Responde a un comentario que ya no existe.
entry-deleted = Este comentario lo eliminó la persona que lo escribió.
entry-hidden = Este comentario se ha ocultado.
comment-gone = Este comentario ya no está
it-stood-under = Estaba en
entry-hidden-by-you = Oculto: solo lo ve la moderación.
name-like = Este nombre se puede confundir con el de { $name } ({ $role }).
trusted-community = la comunidad
entry-waiting = Pendiente de aprobación: solo lo ven quien lo escribió y la moderación.
leave-a-reply = Deja una respuesta
reply-to = Responder a { $name }
cancel = Cancelar
as-person = Comentas como
field-comment = Comentario
comment-hint = Puedes usar Markdown: *énfasis*, **negrita**, [un enlace](https://example.org), > cita. Se conservan los saltos de línea.
never-shown = No se muestra en el sitio. Solo lo ve la organización.
optional = (opcional)
post-comment = Publicar comentario
or-sign-in = ¿Ya eres miembro?
edit-comment = Editar tu comentario
comment-moved-on = Este comentario ha cambiado desde que lo abriste, quizá en otra pestaña. No se ha sobrescrito nada: tu texto está abajo. Si guardas ahora, sustituirá a la otra versión.
save = Guardar
delete-comment = ¿Eliminar tu comentario?
delete-comment-text = Si alguien ha respondido, su lugar se conserva, sin tus palabras. Esta acción no se puede deshacer.
comment-out-of-reach = Ya no tienes acceso a la entrada en la que está.
comment-empty = Tu comentario está vacío.
comment-too-long = Supera los 100.000 caracteres. Daría para una buena entrada.
slow-mode = Modo lento: aquí se puede escribir una vez cada { $every }.
slow-mode-not-you = El modo lento está activo: los demás pueden escribir aquí una vez cada { $every }. A ti no te afecta.
slow-mode-next = Podrás enviar de nuevo: { $time }.
slow-off = Desactivado
slow-minutes = { $count ->
    [one] 1 minuto
   *[other] { $number } minutos
}
slow-hours = { $count ->
    [one] 1 hora
   *[other] { $number } horas
}
slow-label = Modo lento: cada persona puede escribir una vez cada
slow-hint = Para cuando una conversación se acalora. No te afecta a ti ni a la organización, docentes y guías.
order-here = Orden en esta conversación
conversation-close = Cerrar la conversación
conversation-reopen = Volver a abrirla
conversation-closes = Si nadie escribe hasta entonces, esta conversación se cierra el { $date }.
conversation-silenced = { $count ->
    [one] Se cerró sola porque nadie había escrito durante un día.
   *[other] Se cerró sola porque nadie había escrito durante { $number } días.
}
reply-too-soon = Aquí está activo el modo lento y has escrito hace poco. Tu texto sigue aquí: envíalo cuando te vuelva a tocar; el formulario dice cuándo.
reply-guest-blocked = Por ahora no puedes comentar aquí sin cuenta: la organización lo ha bloqueado un tiempo para tu dirección o para la red desde la que vienes. Tu texto sigue aquí. Con una cuenta puedes comentar: inicia sesión.
reply-closed = La conversación se cerró mientras escribías. Tu texto sigue aquí: cópialo si quieres conservarlo.
reply-parent-gone = El comentario al que respondías se ha eliminado. Tu texto sigue aquí; si lo envías ahora, aparecerá por separado.
reply-members-only = En esta comunidad solo pueden comentar los miembros. Tu texto sigue aquí: inicia sesión y envíalo de nuevo.
reply-signed-out = Tu sesión se ha cerrado. Tu texto sigue aquí: inicia sesión y envíalo otra vez, o envíalo como visitante.
reply-as-another = Ahora hay otra persona con la sesión iniciada. Tu texto sigue aquí; si lo envías otra vez, aparecerá con el nombre de esa persona.
just-hidden = El comentario de { $name } está oculto.
just-approved = El comentario de { $name } está aprobado.
just-unhidden = El comentario de { $name } se vuelve a mostrar.
just-deleted = Tu comentario se ha eliminado.
hidden-already = Este comentario ya estaba oculto.
hidden-already-by = { $name } ya había ocultado este comentario ({ $time }).
approved-already = Este comentario ya estaba aprobado.
approved-already-by = { $name } ya había aprobado este comentario ({ $time }).
mark = Seleccionar
approve-marked = Aprobar lo seleccionado
many-approved =
    { $count ->
        [0] De lo seleccionado ya no había nada pendiente.
        [one] Un comentario queda aprobado.
       *[other] { $number } comentarios quedan aprobados.
    }
many-hidden =
    { $count ->
        [0] De lo seleccionado ya no había nada pendiente.
        [one] Un comentario queda oculto.
       *[other] { $number } comentarios quedan ocultos.
    }
many-awaited =
    { $count ->
        [0] No se pudo deshacer nada: entretanto alguien ha respondido o ha decidido otra cosa.
        [one] Un comentario vuelve a estar pendiente.
       *[other] { $number } comentarios vuelven a estar pendientes.
    }
many-shown =
    { $count ->
        [0] No se pudo deshacer nada: entretanto alguien ha decidido otra cosa.
        [one] Un comentario vuelve a estar donde estaba.
       *[other] { $number } comentarios vuelven a estar donde estaban.
    }
many-decided-already =
    { $count ->
        [one] Sobre uno ya había decidido otra persona.
       *[other] Sobre { $number } ya había decidido otra persona.
    }
held-for-words = Contiene una palabra de vuestra lista de las que queréis ver antes.
held-for-trap = Llegó antes de lo que se tarda en escribir, o venía relleno un campo que nadie ve: quizá lo envió un programa.
held-for-links = Tiene más enlaces de los que un visitante puede publicar sin revisión.
look-at-it = Verlo

## Posts
edit-this-post = Editar esta entrada
neighbours = Otras entradas de este blog
earlier = Anterior
later = Siguiente
tags = Etiquetas
audience-public = Todo el mundo
audience-community = Solo miembros
audience-me = Solo yo
audience-circle = { $name }
audience-staff = Guías e instructores de «{ $name }»
## Lists of posts
tally =
    { $count ->
        [one] comentario
       *[other] comentarios
    }
tally-whole =
    { $count ->
        [one] Un comentario
       *[other] { $number } comentarios
    }
tally-new =
    { $count ->
        [one] { $number } nuevo
       *[other] { $number } nuevos
    }
posts = Entradas
latest-posts = Últimas entradas
more-posts = Más entradas
older-posts = Entradas anteriores →
latest-posts-back = ← Últimas entradas
all-posts = Todas las entradas →

## Home
join-community = Unirse a { $name }
see-members = Ver quién participa
home-empty = Todavía no hay entradas. La primera aparecerá aquí.
welcome-in = Ya formas parte, y tu propio blog está listo.
welcome-answer = Responder a alguien
welcome-blog = Ver tu blog
welcome-profile = Añadir una foto
write-first-post = Escribir tu primera entrada
liveliest = Las conversaciones más animadas
arrivals = Nuevos miembros
here-since = miembro desde el { $date }

## Blogs
blog = Blog
written-by = Escrito por
archive = Archivo
all-of-year = Todo { $year }
pages-of-blog = Páginas
only-you-see = Solo lo ves tú
drafts-count =
    { $count ->
        [one] Un borrador
       *[other] { $number } borradores
    }
blog-empty = Todavía no hay entradas. La primera aparecerá aquí.
blog-empty-of = { $name } todavía no ha publicado nada aquí.
own-blog-empty = Todavía no has publicado nada. Para una primera entrada bastan unas pocas frases.
comments-out-of-reach = Tus comentarios en entradas que ya no puedes leer
comments-out-of-reach-text = Ahora puede leer estas entradas menos gente que cuando comentaste. Tus palabras siguen siendo tuyas y puedes eliminarlas.
other-times = Otras fechas
posts-with-tag = Con la etiqueta «{ $name }»
posts-in-category = En la categoría «{ $name }»

## Writing
write-post = Escribir una entrada
edit-post = Editar tu entrada
field-title = Título
field-text = Texto
text-hint = Markdown: *énfasis*, **negrita**, # título, - lista, > cita
text-hint-html = HTML; una línea en blanco empieza un párrafo nuevo
write-go-on = Seguir con un borrador:
draft-untitled = Sin título
publish = Publicar
keep-as-draft = Guardar borrador
preview = Vista previa
to-the-post = Ver la entrada
draft-kept-at = Borrador, guardado el { $when }
field-address = Dirección
address-hint = La última parte de la dirección. Si la dejas en blanco, se forma a partir del título.
address-stays = No se puede cambiar después de publicar, para que los enlaces sigan funcionando.
who-may-read = Quién puede leerla
conversation = Conversación
open-for-comments = Abierta a comentarios
tags-hint = Separadas por comas.
too-many-tags = Son más de veinte. Elige las más importantes.
post-empty = Aquí todavía no hay nada: escribe un título o algo de texto.
post-too-long = Supera los 500.000 caracteres. Divídela en dos entradas.
post-moved-on = Esta entrada ha cambiado desde que la abriste, quizá en otra pestaña. No se ha sobrescrito nada: tu texto está abajo. Si guardas ahora, sustituirá a la otra versión.
post-sent-before = Este formulario ya se envió y de él salió una entrada. Tu texto sigue abajo. Si lo envías otra vez, será una segunda entrada.
post-edit-first = Editar en su lugar la primera entrada
post-signed-out = Tu sesión se ha cerrado. No se ha perdido nada: inicia sesión en otra ventana, vuelve a esta y pulsa el botón otra vez.
post-as-another = Ahora hay otra persona con la sesión iniciada aquí. Tu texto sigue abajo; si lo envías otra vez, se publicará a su nombre.
post-other-version = La otra versión
drafts = Borradores
delete-post = ¿Eliminar esta entrada?
delete-post-text = Esta acción no se puede deshacer.
post-deleted = La entrada se ha eliminado.
delete-post-with =
    { $count ->
        [one] También se eliminará su comentario. Esta acción no se puede deshacer.
       *[other] También se eliminarán sus { $number } comentarios. Esta acción no se puede deshacer.
    }

## Deciding about comments
waiting-for-you = Por revisar
waiting-first = Primeros comentarios de visitantes. Cuando apruebas uno, el siguiente de la misma persona aparece al momento.
waiting-always = En esta comunidad, todos los comentarios de visitantes necesitan aprobación.
waiting-comments = Comentarios pendientes de aprobación
waiting-beyond =
    { $count ->
        [one] Después de estos hay uno más.
       *[other] Después de estos hay { $number } más.
    }
nothing-waits = No hay nada por revisar. Cuando alguien comente por primera vez como visitante, lo encontrarás aquí.
hidden-lately = Ocultados recientemente

## Entradas e invitados ocultos
hide-post = Ocultar esta entrada
hide-post-why = Motivo
hide-post-hint = Lo leerá quien la escribió. A los demás, la dirección les dirá que la entrada se ocultó.
post-was-deleted = Esta entrada se eliminó
post-was-deleted-text = Sus comentarios también se eliminaron. No va a volver.
post-hidden = Esta entrada se ocultó
post-hidden-text = La ocultó la organización de esta comunidad. Puede que vuelva.
post-hidden-author = La organización ocultó esta entrada. Tú y la organización podéis leerla y hablar de ella abajo; nadie más.
post-hidden-organiser = Esta entrada está oculta. Solo quien la escribió y la organización ven esta página.
hidden-posts = Entradas ocultas
hidden-on = oculta desde el { $date }
hide-guest = Ocultar todo lo que ha escrito esta persona
done-guest-hidden =
    { $count ->
        [0] Ya estaba todo oculto.
        [one] Un comentario de esta persona queda oculto.
       *[other] { $number } comentarios de esta persona quedan ocultos.
    }
done-guest-shown =
    { $count ->
        [0] Ya no había nada oculto.
        [one] Un comentario está donde estaba.
       *[other] { $number } comentarios están donde estaban.
    }

## Novedades en la portada
new-for-you = Nuevo para ti
news-answers =
    { $count ->
        [one] Una respuesta nueva
       *[other] { $number } respuestas nuevas
    }
left-off = Donde lo dejaste
left-off-at = En el comentario de { $name }
news-conversations =
    { $count ->
        [one] en una conversación
       *[other] en { $number } conversaciones
    }

guest-told = Avísame por correo cuando esto aparezca y cuando alguien responda
guest-told-hint = Cuando tu comentario aparezca recibirás primero un correo, y en él confirmas que la dirección es tuya. Cada correo lleva un enlace para dejar de recibirlos.
error-too-many-told = Desde tu red se han pedido ahora mismo muchos avisos por correo. Desmarca la casilla o inténtalo de nuevo dentro de una hora.

## Una pregunta con respuestas para elegir
question = Una pregunta con respuestas para elegir
question-hint = Aparece debajo de tu texto. Quien comenta puede responderla a la vez; los miembros también pueden hacerlo sin comentar.
question-text = Pregunta
question-answers = Respuestas
question-option = Respuesta { $n }
question-more-rows = Más filas
question-how-many = Cómo se responde
question-one = Se elige una respuesta
question-several-long = Se eligen todas las que correspondan
question-open = También se puede responder con palabras propias
question-results = Cuándo se ven los resultados
question-results-open = Desde el principio
question-results-answered = A cada persona, en cuanto haya respondido
question-results-end = A todo el mundo, al final
question-results-hint = Los resultados ocultos lo están para todo el mundo, también para ti.
question-ends = Se responde hasta
question-ends-hint = Déjalo en blanco si la pregunta queda abierta. La hora es la de { $zone }.
question-fewest = No mostrar números por debajo de
question-fewest-hint = Las respuestas que dio menos gente no se muestran una a una, para que no se reconozca a nadie. Déjalo en blanco para mostrar todos los números.
question-fewest-wrong = Escribe un número del 0 al 50 o déjalo en blanco.
question-needs-text = Escribe la pregunta a la que corresponden estas respuestas.
question-needs-answers = Escribe al menos dos respuestas para elegir.
question-answers-alike = Dos de estas respuestas son iguales.
question-needs-end = Di hasta cuándo se responde, para que los resultados aparezcan entonces.
question-ends-past = Ese momento ya ha pasado.
question-option-answered = Hay gente que eligió una respuesta que has quitado. Puedes formularla de otra manera, pero tiene que quedarse.
question-kind-answered = Ya hay respuestas, quizá varias de una misma persona, así que tiene que poder elegirse más de una.
question-promise = La gente respondió cuando se iba a mostrar menos. Los resultados pueden mostrarse más tarde de lo prometido, pero no antes ni con más detalle.
question-keeps = Ya hay respuestas a esta pregunta, así que tiene que quedarse. Puedes darla por terminada: di hasta cuándo se responde.
question-several = Elige todas las que correspondan
question-until = Se responde hasta: { $when }
question-ended = Terminó: { $when }
question-was = Hasta el { $when }: «{ $was }»
question-people =
    { $count ->
        [one] Ha respondido una persona
       *[other] Han respondido { $number } personas
    }
question-nobody-yet = Todavía no ha respondido nadie
question-too-few = Han respondido menos de { $fewest } personas. Con tan pocas no se muestra nada más.
question-of-people = { $people } de { $all }
question-percent = { $n } %
question-answer-column = Respuesta
question-people-column = Personas
question-share-column = Proporción
question-comments-column = Comentarios
question-read = Leer
question-withheld = no se muestra
question-words = Otra: «{ $words }»
question-others = Otras respuestas
question-own-words = con palabras propias
question-over-hundred = Se podían elegir varias respuestas, así que las proporciones pueden sumar más del 100 %.
question-withholds = Faltan los números de las respuestas que dio poca gente, y aquellos con los que se podrían calcular.
question-hidden-until-answered = Verás los resultados cuando hayas respondido. Vale para todo el mundo, también para quien pregunta.
question-hidden-until = Los resultados aparecerán para todo el mundo en esta fecha: { $when }. Hasta entonces no los ve nadie, ni siquiera quien pregunta.
question-you-answered = Tu respuesta:
question-counts-later = Contará cuando se apruebe tu comentario.
question-withdraw = Retirar
question-change = Cambiar tu respuesta
question-answer = Responder a la pregunta
question-your-answer = Tu respuesta
question-send = Enviar respuesta
question-never-named = Sin comentario, tu respuesta solo se cuenta; nadie sabe que es tuya.
question-stands-at-comment = Tu respuesta aparece junto a tu comentario, con tu nombre.
question-answer-with-comment = Responder con un comentario
question-with-comment = Tu respuesta aparecerá junto a tu comentario.
question-with-comment-again = Ya has respondido. Si eliges aquí una respuesta, sustituye a la anterior y aparece junto a este comentario.
question-no-answer = Ninguna respuesta
question-other = Otra
question-in-own-words = Con tus palabras
question-answered = Respuesta:
question-words-filed-under = (cuenta como { $name })
answer-filed-by-author = según quien pregunta
answer-filed-by-organisers = según la organización
answer-over = Ya no se admiten respuestas. Lo que has escrito no se ha perdido.
answer-option-gone = La pregunta ha cambiado mientras tanto. Elige otra vez, por favor.
answer-only-one = Elige una respuesta o escribe la tuya, pero no las dos cosas.
answer-nothing = Elige una respuesta o escribe la tuya.
answer-too-long = Dilo en 120 caracteres como mucho, por favor.
answer-their-own = Esta persona ha respondido por sí misma; cuenta su propia respuesta.
answer-as-another = Ahora hay otra sesión iniciada aquí. Envía la respuesta otra vez si ha de ser de esa persona.
question-file-under = Clasificar en una respuesta
question-file-otherwise = Clasificar en otra respuesta
question-file = Clasificar
question-unfile = No clasificar más
question-file-words = Clasificar respuestas con palabras propias
question-file-words-hint = Lo que alguien responde con sus palabras puede contar como una de tus respuestas. Quien diga lo mismo más tarde contará también ahí.
question-behind = Comentarios de quienes respondieron «{ $name }».
question-behind-none = Aquí no hay ningún comentario.

## El río
all-conversations = Todas las conversaciones →
river = El río
river-lede = Todas las conversaciones que puedes leer, primero las más recientes.
river-lede-mine = Las conversaciones que sigues, y las de los blogs, las etiquetas y las personas que sigues.
river-lede-public = Todas las conversaciones públicas, primero las más recientes.
river-of = El río: { $name }
river-lede-group = De qué se habla aquí, primero lo más reciente: debates, anuncios y entradas para quienes están dentro.
river-views = Qué conversaciones
river-all = Todas las conversaciones
river-unread =
    { $count ->
        [one] Un comentario sin leer
       *[other] { $number } comentarios sin leer
    }
river-unopened = Sin abrir todavía
river-since = Tu última visita:
river-empty = Todavía nadie ha dicho nada. Cuando alguien responda a una entrada, la conversación aparecerá aquí.
river-empty-mine = Todavía no se ha hablado de nada de lo que sigues. Sigues todo lo que escribes o respondes; los blogs, las etiquetas, las personas y las conversaciones tienen un botón «Seguir».
river-empty-group = Aquí nadie ha respondido todavía. Cuando alguien lo haga, la conversación aparecerá aquí.
river-end = No hay nada anterior.
river-more = Más conversaciones
river-older = Conversaciones anteriores →
river-back = ← Últimas conversaciones

# Thanks
thanks-say = Gracias
thanks-to = a { $name }
thanks-take-back = Retirar las gracias
thanks-count =
    { $count ->
        [one] 1 persona da las gracias
       *[other] { $number } personas dan las gracias
    }
thanks-title = Quién ha dado las gracias
thanks-only-you = Solo tú ves quién; los demás ven cuántas personas son.
thanks-back = Volver a tu texto
thanks-none = Nadie ha dado las gracias todavía. Quien lo haga aparecerá aquí.
thanks-more =
    { $count ->
        [one] Y una persona más
       *[other] Y { $number } personas más
    }

# Keeping for later
keep = Guardar
keep-for-later = para después: { $name }
kept = Guardado
kept-take-out = Quitar
kept-title = Guardado para después
kept-only-you = Lo que guardas solo lo ves tú, y no se avisa a nadie.
kept-which = Qué se muestra
kept-all = Todo
kept-posts = Entradas y debates
kept-comments = Comentarios
kept-post = Entrada
kept-comment = Comentario
kept-module = Módulo
kept-discussion = Debate
kept-assignment = Tarea
kept-on = Guardado el { $date }
kept-taken-out = Quitado.
kept-after-all = Guardarlo de todos modos
kept-empty = Todavía no has guardado nada. Junto a cada entrada, debate y comentario hay un botón «Guardar»: lo que guardes queda aquí hasta que lo quites.
kept-none-such = No has guardado nada de este tipo.
kept-end = No hay nada anterior.
kept-more = Más de lo que has guardado
kept-older = Guardado antes →
kept-back = ← Lo último guardado
kept-gone =
    { $count ->
        [one] Algo de lo que guardaste ya no se puede leer.
       *[other] { $number } cosas que guardaste ya no se pueden leer.
    }
kept-tidy = Quitar lo que ya no se puede leer

## Feeds

feed-link = Canal para lectores de feeds
feed-comments-on = Comentarios sobre «{ $title }»
feed-comment-by = Comentario de { $name }


## What the editor says
editor-toolbar = Formato
editor-text = Texto
editor-do-heading = Título
editor-do-subheading = Subtítulo
editor-do-strong = Negrita
editor-do-em = Cursiva
editor-do-link = Enlace
editor-do-bullet-list = Lista con viñetas
editor-do-ordered-list = Lista numerada
editor-do-blockquote = Cita
editor-do-code = Código
editor-do-table = Tabla
editor-do-footnote = Nota al pie
editor-do-horizontal-rule = Línea divisoria
editor-key-ctrl = Ctrl
editor-key-shift = Mayús
editor-markdown = Markdown
editor-formatted = Con formato
editor-hint = Alt+F10 lleva a las opciones de formato. Esc y después Tab salen del campo.
editor-island = Esta parte se cambia en la vista Markdown.
editor-link-address = Dirección
editor-link-apply = Poner enlace
editor-link-remove = Quitar enlace
editor-link-wrong = Esa dirección no lleva a ninguna parte.
editor-cancel = Cancelar
editor-table-add-row = Añadir fila
editor-table-add-column = Añadir columna
editor-table-delete-row = Borrar fila
editor-table-delete-column = Borrar columna
editor-table-delete-table = Borrar tabla
editor-choices = Sugerencias
editor-choices-found = Sugerencias: { $n }. Elige con las flechas e inserta con Intro.
editor-emoji = 😀 sonrisa contenta; 😄 risa; 😂 lágrimas de risa; 🙂 sonrisa leve; 😉 guiño; 😊 rubor; 😍 ojos de amor; 🤔 pensar; 😐 neutral; 😕 confusión; 😢 llorar triste; 😭 llanto; 😮 sorpresa; 😴 dormir; 😅 sudor; 🙄 ojos en blanco; 🤷 encogerse hombros; 🙈 mono no ver; 👍 pulgar arriba sí; 👎 pulgar abajo no; 👏 aplauso; 🙌 manos arriba; 🙏 gracias por favor; 💪 fuerza músculo; 👋 saludo hola; 🤝 apretón de manos; 👀 ojos mirar; ❤️ corazón; 💚 corazón verde; 🎉 fiesta; 🔥 fuego; ⭐ estrella; ✨ brillo; 💡 idea bombilla; ✅ hecho marca; ❌ cruz no; ⚠️ aviso advertencia; ❓ pregunta; ❗ exclamación; 📚 libros; 📖 libro; 📝 nota; 📅 calendario; 📌 chincheta; 🔗 enlace; 🎓 graduación; 🏫 escuela; 💻 ordenador portátil; 🎧 auriculares; 📷 cámara; 🎥 película; ☕ café; 🍰 pastel; 🌱 brote; 🌞 sol; 🌧️ lluvia; 🚀 cohete; ⏰ reloj despertador; 🌍 mundo tierra

## Imágenes y archivos

upload-title = Imágenes y archivos
upload-lede = Lo que pones en tus textos. Quien puede leer un texto ve también lo que hay en él; hasta entonces, solo tú.
upload-count =
    { $count ->
        [one] Un archivo
       *[other] { $number } archivos
    }
upload-taken = { $used } de { $all } en uso
upload-new = Subir
upload-file = Imagen o archivo
upload-hint = Hasta { $size }. Las imágenes (JPEG, PNG, WebP, GIF) se guardan de nuevo en tamaños para cada pantalla; dónde y con qué se hicieron queda fuera. Los demás archivos se quedan como están, con todo lo que digan de ti.
upload-alt = Descripción
upload-alt-hint = Lo que muestra una imagen, para quien no puede verla.
upload-alt-too-long = Descríbela en 1.000 caracteres como máximo.
upload-send = Subir
upload-own = Tus imágenes y archivos
upload-none = Todavía no has subido nada. En el editor también puedes pegar una imagen o arrastrarla a su sitio.
upload-end = No hay nada anterior.
upload-latest = ← Lo más reciente
upload-older = Anteriores →
upload-nowhere = Aún no está en ningún texto: solo tú puedes abrirlo.
upload-where = Está en
upload-unreadable = algo que ya no puedes leer
upload-line = Para un texto en Markdown
upload-in-markdown = Sube algo allí y pon en tu texto la línea que recibas.
upload-to-delete = Podrás eliminarlo cuando ya no esté en ninguno de ellos.
upload-in-use = Todavía está en un texto, así que no se ha eliminado. Quítalo antes del texto.
upload-full = Ya no queda sitio para esto. Elimina imágenes y archivos que no estén en ningún texto, o reduce su tamaño.
upload-done-taken = Subido.
upload-done-described = La descripción está guardada. Acompañará a la imagen donde la pongas desde ahora; los textos en los que ya está conservan la suya.
upload-done-removed = Eliminado.
editor-do-image = Imagen
editor-do-camera = Cámara
editor-do-file = Archivo
editor-image = Imagen
editor-image-alt = ¿Qué se ve?
editor-image-hint = Para quien no puede verla. Déjalo vacío si la imagen solo adorna.
editor-image-remove = Quitar la imagen
editor-image-elsewhere = Imagen de otro sitio. Al leer se verá un enlace a ella.
editor-undescribed-one = Una imagen no tiene descripción.
editor-undescribed-other = { $n } imágenes no tienen descripción.
editor-upload-waiting = { $name }: en espera…
editor-upload-first = Todavía se están subiendo imágenes y archivos. El texto se enviará en cuanto estén.
editor-upload-shrinking = { $name }: reduciendo el tamaño …
editor-upload-under-way = { $name }: subiendo …
editor-upload-done = { $name } está en el texto.
editor-upload-failed = No se pudo subir { $name }. Comprueba tu conexión e inténtalo de nuevo.
editor-upload-no-room = No se ha podido guardar { $name }: el servidor no puede guardar nada por el momento. Inténtalo más tarde.
editor-upload-signed-out = No se pudo subir { $name } porque has cerrado la sesión. Inicia sesión en otra ventana e inténtalo de nuevo.
editor-upload-too-large = { $name } es demasiado grande para subirlo.
editor-upload-again = Reintentar
editor-upload-put-away = Cerrar

## A feed of one's own
own-feed = Tu propio canal
own-feed-lede = Un lector de canales te muestra las entradas nuevas según llegan. En esta dirección encuentra todo lo que puedes leer aquí, también lo que es solo para miembros o para tus cursos y tribus.
own-feed-address = Dirección para tu lector de canales
own-feed-made = La dirección está creada. La anterior ya no sirve.
own-feed-ended = La dirección ya no sirve.
own-feed-gone = La dirección de este canal ya no sirve
own-feed-gone-text = Se creó una nueva o se puso fin a esta. Su dueño encuentra la actual en la página con la dirección de su canal.
own-feed-how = Copia la dirección y añádela en tu lector de canales como suscripción nueva. Los canales de lo que puede leer todo el mundo no necesitan dirección propia: los lectores los encuentran en las páginas de la comunidad, de cada blog y de cada entrada.
own-feed-private = Quien tenga esta dirección lee lo que tú puedes leer. Guárdala para ti; si alguien se hace con ella, crea una nueva.
