# What people write, and the conversations under it.

## Conversations
thoughts =
    { $count ->
        [one] Una reflexión sobre «{ $title }»
       *[other] { $number } reflexiones sobre «{ $title }»
    }
no-thoughts = Todavía no hay reflexiones
be-the-first = Nadie ha respondido todavía a { $name }. La tuya sería aquí la primera reflexión.
views = Orden de la conversación
view-threads = Por hilos
view-flat = Por orden
view-newest = Lo más nuevo
new-since =
    { $count ->
        [one] Una nueva desde tu última visita
       *[other] { $number } nuevas desde tu última visita
    }
next = Siguiente
whole-conversation = ← Toda la conversación
earlier-threads = Hilos anteriores
later-threads = Hilos posteriores
newer-comments = Más recientes
older-comments = Más antiguos
earlier-in-conversation = Antes en esta conversación
more-of-conversation = Más de esta conversación
rest-of-thread = Mostrar el resto de este hilo
conversation-closed = Esta conversación está cerrada. Se queda aquí para quien quiera leerla.
conversation-closed-empty = Aquí no se puede comentar.
members-only-here = En esta comunidad conversan los miembros.
label-post-author = Escribió la entrada
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
of-person = el comentario de { $name }
edit = Editar
delete = Eliminar
your-comment = tu comentario
approve = Aprobar
hide = Ocultar
unhide = Mostrar de nuevo
answered-gone = alguien que ya no está
in-reply-to = en respuesta a
parent-lost = El comentario al que responde ya no está.
entry-deleted = Quien escribió este comentario lo ha eliminado.
entry-hidden = Este comentario se ha ocultado.
entry-hidden-by-you = Oculto: solo lo ven quienes deciden aquí.
name-like = Este nombre se puede confundir con el de { $name } ({ $role }).
trusted-community = la comunidad
entry-waiting = Pendiente de aprobación: solo lo ven quien lo escribió y quienes deciden aquí.
leave-a-reply = Deja una respuesta
reply-to = Responder a { $name }
cancel = Cancelar
as-person = Como
field-comment = Comentario
comment-hint = Puedes usar Markdown: *énfasis*, **negrita**, [un enlace](https://example.org), > cita. Los saltos de línea se quedan como los escribes.
never-shown = No se muestra en el sitio. La organización puede verlo.
optional = (opcional)
post-comment = Publicar comentario
or-sign-in = O, como miembro:
edit-comment = Edita tu comentario
save = Guardar
delete-comment = ¿Eliminar tu comentario?
delete-comment-text = Si alguien lo ha respondido, su lugar se queda, sin tus palabras. Esto no se puede deshacer.
comment-empty = Aquí todavía no hay nada.
comment-too-long = Pasa de 100.000 caracteres. Mejor una entrada propia.
reply-closed = La conversación se cerró mientras escribías. Tu texto sigue aquí: cópialo si quieres conservarlo.
reply-parent-gone = El comentario al que respondías se ha eliminado entretanto. Tu texto sigue aquí; si lo envías ahora, irá por su cuenta.
reply-members-only = En esta comunidad solo comentan los miembros. Tu texto sigue aquí: inicia sesión y envíalo de nuevo.
reply-signed-out = Tu sesión se ha cerrado. Tu texto sigue aquí: inicia sesión y envíalo otra vez, o envíalo como visitante.
reply-as-another = Ahora hay otra persona con la sesión iniciada. Tu texto sigue aquí; si lo envías otra vez, saldrá con su nombre.
just-hidden = El comentario de { $name } está oculto.

## Posts
edit-this-post = Editar esta entrada
neighbours = Otras entradas de este blog
earlier = Anterior
later = Siguiente
tags = Etiquetas
audience-public = Todo el mundo
audience-community = Solo miembros
audience-me = Solo yo
## Lists of posts
tally =
    { $count ->
        [one] reflexión
       *[other] reflexiones
    }
tally-whole =
    { $count ->
        [one] Una reflexión
       *[other] { $number } reflexiones
    }
tally-new =
    { $count ->
        [one] { $number } nueva
       *[other] { $number } nuevas
    }
posts = Entradas
latest-posts = Últimas entradas
more-posts = Más entradas
older-posts = Entradas anteriores →
latest-posts-back = ← Últimas entradas
all-posts = Todas las entradas →

## Home
join-community = Unirse a { $name }
see-members = Ver quién está aquí
home-empty = Los estantes ya están puestos y aún no hay nada en ellos. Aquí irá la primera entrada.
welcome-in = Ya estás dentro, y tu propio blog está abierto.
welcome-answer = Responder a alguien
welcome-blog = Ver tu blog
welcome-profile = Añadir una imagen
write-first-post = Escribir la primera entrada
liveliest = Las conversaciones más vivas
arrivals = Caras nuevas
here-since = aquí desde el { $date }

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
blog-empty = Aquí todavía no hay nada. Ya llegará la primera entrada.
blog-empty-of = { $name } todavía no ha publicado nada aquí.
own-blog-empty = Aquí todavía no hay nada tuyo. Para una primera entrada bastan unas pocas frases.
other-times = Otras épocas
posts-with-tag = Con la etiqueta «{ $name }»
posts-in-category = En la categoría «{ $name }»

## Writing
write-post = Escribir una entrada
edit-post = Edita tu entrada
field-title = Título
field-text = Texto
text-hint = Markdown: *énfasis*, **negrita**, # título, - lista, > cita
text-hint-html = HTML; una línea en blanco empieza un párrafo
publish = Publicar
keep-as-draft = Guardar como borrador
preview = Vista previa
to-the-post = A la entrada
draft-kept-at = Borrador, guardado el { $when }
field-address = Dirección
address-hint = La última parte de su dirección. Si la dejas en blanco, sale del título.
address-stays = No cambia, para que los enlaces sigan vivos.
who-may-read = Quién puede leerla
conversation = Conversación
open-for-comments = Abierta a comentarios
tags-hint = Separadas por comas.
too-many-tags = Son más de veinte. Elige las que importan.
post-empty = Aquí todavía no hay nada: escribe un título o un texto.
post-too-long = Pasa de 500.000 caracteres. Haz dos entradas.
post-moved-on = Esta entrada ha cambiado desde que la abriste, quizá en otra pestaña. No se ha sobrescrito nada: tu texto está abajo. Si guardas ahora, sustituirá a la otra versión.
post-signed-out = Tu sesión se ha cerrado. No se ha perdido nada: inicia sesión en otra ventana, vuelve a esta y pulsa el botón otra vez.
post-other-version = La otra versión
drafts = Borradores
delete-post = ¿Eliminar esta entrada?
delete-post-text = Esto no se puede deshacer.
post-deleted = La entrada se ha eliminado.
delete-post-with =
    { $count ->
        [one] Con ella se va la reflexión que tiene debajo. Esto no se puede deshacer.
       *[other] Con ella se van las { $number } reflexiones que tiene debajo. Esto no se puede deshacer.
    }

## Deciding about comments
waiting-for-you = Esperan tu decisión
waiting-first = Primeros comentarios de visitantes. Cuando apruebas uno, el siguiente de la misma persona aparece al momento.
waiting-always = En esta comunidad, cada comentario de visitante espera hasta que alguien decida.
waiting-comments = Comentarios en espera
waiting-beyond =
    { $count ->
        [one] Detrás de estos espera uno más.
       *[other] Detrás de estos esperan { $number } más.
    }
nothing-waits = Nada espera tu decisión. Cuando alguien escriba por primera vez como visitante, lo encontrarás aquí.
hidden-lately = Ocultados hace poco
