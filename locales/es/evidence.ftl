### En qué se convierte lo aprendido

## El diario de aprendizaje
log = Diario de aprendizaje
log-lede = Qué has aprendido, cuándo y en el tiempo de quién. Solo lo ves tú, hasta que enseñes algo de él a alguien.
log-add = Añadir una anotación
log-change = Cambiar la anotación
log-export = Descargar como tabla
log-import = Traer una tabla
log-nothing-yet = Todavía no hay nada. Cuenta todo lo que hayas aprendido, aquí o en otra parte: un capítulo, una charla, una hora con una colega.
log-no-more = No hay anotaciones más antiguas.
log-entries = Anotaciones
log-more = Más anotaciones
log-earlier = Anteriores →
log-latest = ← Últimas
log-full = Tu diario está lleno.
log-changed-meanwhile = Esta anotación se cambió en otra ventana. Lo que escribiste sigue aquí; si guardas, ocupará el lugar de lo otro.
log-days = { $from } – { $until }
log-done-added = Está en tu diario.
log-done-changed = La anotación se ha cambiado.
log-done-gone = La anotación se ha quitado.
log-done-started = El cronómetro está en marcha. Puedes cerrar esta página.
log-done-dropped = El cronómetro se ha borrado.
log-done-passed = No se volverá a sugerir.
log-done-reminder = Tu elección se ha guardado.
log-done-taken = { $count ->
    [0] Todo estaba ya ahí.
    [one] Se ha añadido una anotación.
   *[other] Se han añadido { $number } anotaciones.
}
log-yes = Sí
log-no = No

# Tiempo
log-minutes-of = { $number } min
log-hours-of = { $hours } h { $minutes } min
log-no-minutes = Sin tiempo anotado
log-work = Horario laboral
log-own = Tu propio tiempo
log-split = Ambos
log-unsaid = Sin indicar
log-split-of = { $work } en horario laboral, { $own } en tu tiempo
log-from-until = { $from } – { $until }
log-in-all = En total: { $time }.
log-weeks = Las últimas 26 semanas
log-weeks-table = Lo mismo en una tabla
log-week = Semana del

# Tipos
log-kind = Qué hiciste
log-kind-read = Leer
log-kind-watch = Ver, escuchar
log-kind-course = Curso
log-kind-event = Acto
log-kind-write = Escribir
log-kind-discuss = Conversar
log-kind-practise = Ponerlo en práctica
log-kind-teach = Enseñar, acompañar
log-kind-review = Revisar
log-kind-other = Otra cosa

# El formulario
log-title = Qué fue
log-day = Día
log-until = Hasta
log-until-wrong = El último día va después del primero.
log-minutes = Minutos
log-minutes-wrong = Indica minutos enteros, hasta diez semanas.
log-whose = En el tiempo de quién
log-work-minutes = De ellos, minutos en horario laboral
log-work-minutes-hint = Solo si fueron ambos.
log-split-wrong = Si fueron ambos, di cuántos de los minutos fueron en horario laboral.
log-subject = Pertenece a
log-subject-none = Nada de aquí
log-provider = Quién lo ofrecía
log-address = Dónde se encuentra
log-why = Por qué lo elegiste
log-learned = Qué aprendiste
log-applied = Qué ha cambiado
log-how = Cómo aprendiste
log-with-others = Con otras personas
log-structured = Organizado por alguien: un curso, una lección
log-planned = Planeado de antemano
log-remove = Quitar la anotación
log-remove-text = Desaparece para siempre.

# El cronómetro
log-timer = Cronómetro
log-timer-title = Para qué
log-timer-since = Empecé antes, a las
log-timer-since-hint = Si empezaste sin conexión. La anotación dirá entonces que la hora la diste tú.
log-timer-start = Empezar
log-timer-stop = Parar
log-timer-runs = En marcha desde { $time }.
log-timer-write = Anotarlo
log-timer-drop = Borrarlo
log-since-wrong = Indica una hora, por ejemplo 07:30.
log-stated = hora dada por ti

# Sugerencias
log-suggested = De lo que hiciste aquí
log-suggested-text = Nada cuenta hasta que lo añadas.
log-suggested-take = Añadir
log-suggested-pass = Esto no
log-suggested-more = { $count ->
    [one] y una más
   *[other] y { $number } más
}

# El recordatorio
log-reminder = Recordatorio
log-reminder-day = Recuérdamelo una vez a la semana
log-reminder-none = Nunca
log-reminder-hint = Por correo, a las cuatro de la tarde de ese día, si esa semana no has anotado nada.
letter-log-subject = ¿Qué has aprendido esta semana?
letter-log-text = Anotarlo lleva un minuto mientras te acuerdas.
letter-log-suggested = { $count ->
    [one] Una de las cosas que hiciste aquí podría ir a tu diario.
   *[other] { $number } cosas que hiciste aquí podrían ir a tu diario.
}
letter-log-after = Pediste este recordatorio. Al pie de esa página puedes quitarlo.

# Traer una tabla
log-import-lede = De una hoja de cálculo, guardada como CSV, o del diario de otro programa. Verás lo que se ha encontrado antes de que se tome nada.
log-import-file = Archivo
log-import-file-hint = CSV, hasta 512 KB. Valen comas, puntos y comas y tabuladores.
log-import-text = La tabla
log-import-look = Mirar qué contiene
log-import-look-again = Mirar otra vez
log-import-take = Añadir al diario
log-import-found = { $count ->
    [one] Se ha encontrado una anotación.
   *[other] Se han encontrado { $number } anotaciones.
}
log-import-there = { $count ->
    [one] Una de ellas ya está en tu diario y se queda como está.
   *[other] { $number } de ellas ya están en tu diario y se quedan como están.
}
log-import-unknown = Estas columnas no se toman:
log-import-wrong = Todavía no se ha tomado nada. Corrige esto en la tabla de abajo o en tu archivo:
log-import-line = Línea { $line }
log-import-which = ¿Qué va primero en { $date }?
log-import-day-first = El día
log-import-month-first = El mes
log-import-columns = Cómo se llaman las columnas
log-import-columns-text = La primera línea las nombra, en cualquier orden. Solo hacen falta date (o fecha) y title (o título).
log-csv-no-head = La primera línea tiene que nombrar al menos las columnas fecha y título.
log-csv-empty = Debajo de la primera línea no hay nada.
log-csv-too-many = Esta línea tiene más celdas que la primera.
log-csv-hours = Indica las horas así: 1,5 o 1.5 o 1:30.
log-csv-both = Los minutos y las horas dicen cosas distintas.
log-csv-time = Indica work, own o split.
log-csv-kind = Este tipo no se conoce.
log-csv-answer = Indica sí o no, o déjalo vacío.

# Agreements: support for learning, and asking for it
agreements = Apoyo para aprender
agreements-lede = Qué apoyo tienes y cartas para pedirlo. Tu responsable contesta con un enlace, sin cuenta. Nadie más ve esto.
agreements-none = Aquí no hay nada todavía.
agreements-none-how = Elige un curso y se prepara una carta que puedes cambiar: cuándo es, qué sabrás hacer después, qué pides. La envías como enlace y te avisamos cuando la contesten.
agreement-new = Pedir apoyo
agreement-new-lede = La carta se prepara con lo que se sabe del curso. No se envía nada; antes la cambias tú.
agreement-course = Curso
agreement-course-none = Otra cosa
agreement-title = Para qué
agreement-title-hint = Si lo dejas vacío, es el título del curso.
agreement-to-name = A quién se lo pides
agreement-draft = Preparar la carta
agreement-full = No se pueden guardar más. Quita antes una.
agreement-private = Sin enviar: nadie tiene un enlace
agreement-open = Abierta hasta el { $date }
agreement-expired = El enlace ha caducado
agreement-approved = Acordado
agreement-asked = Antes, una pregunta
agreement-declined = Rechazado
agreement-done-saved = Guardado.
agreement-done-ended = El enlace ya no lleva a ninguna parte.
agreement-done-gone = Eliminado.
agreement-changed-meanwhile = Esto se cambió en otra ventana. Lo que escribiste sigue aquí; al guardar, sustituye a lo otro.
agreement-weekly = { $time } a la semana
agreement-hours-wrong = Aquí una semana no tiene más de 60 horas de trabajo.
agreement-request = La petición
agreement-request-text = Esto es lo que ve quien tiene el enlace. Una vez contestada, un cambio vuelve a preguntar; la respuesta conserva la carta a la que se dio.
agreement-to-email = Su dirección de correo
agreement-tied = Solo puede contestar quien lea el correo de esta dirección
agreement-tied-to-whom = Escribe la dirección desde la que tiene que llegar la respuesta.
agreement-asks = Tiempo de trabajo que pides, a la semana
agreement-minutes-hint = En horas: 2, 1,5 o 1:30.
agreement-letter = Carta
agreement-reply = Tu respuesta a su pregunta
agreement-reply-hint = Aparece debajo de la carta. El mismo enlace lleva allí; avisa de que has contestado.
agreement-support = Lo que tienes
agreement-support-text = Solo para ti. Quien tiene el enlace no lo ve.
agreement-support-have = Apoyo para esto
agreement-support-unsaid = Sin respuesta
agreement-support-none = Ninguno
agreement-support-borne = Lo saben y no les importa, pero no hay nada acordado
agreement-support-agreed = Está acordado
agreement-has = Tiempo de trabajo que tienes para ello, a la semana
agreement-note = Notas
agreement-link = El enlace
agreement-link-text = Quien lo tenga ve la petición y tu nombre tal como está aquí, y puede contestar. No abre nada más.
agreement-link-anew-text = El enlace se mostró al crearlo y no se guarda en ningún sitio. Si lo has perdido, crea otro; el anterior deja de valer.
agreement-link-for = Vale durante
agreement-days = { $count ->
    [one] un día
   *[other] { $number } días
}
agreement-link-make = Crear un enlace
agreement-link-until = Vale hasta el { $date }.
agreement-link-end = Retirarlo
agreement-link-once = Copia el enlace ahora: solo se muestra esta vez.
agreement-write-email = Escribir un correo con él
agreement-steps = Qué ha pasado
agreement-steps-text = Que alguien abra el enlace no se anota: los programas de correo abren todos los enlaces por su cuenta.
agreement-step-begun = La empezaste.
agreement-step-changed = Cambiaste lo que pides.
agreement-step-link-made = Creaste un enlace.
agreement-step-link-ended = Retiraste el enlace.
agreement-step-answer-given = Alguien contestó; para confirmarlo se envió un código a esta dirección:
agreement-step-approved = Acordado, confirmado por
agreement-step-declined = Rechazado, confirmado por
agreement-step-asked = Preguntó antes, confirmado por
agreement-confirmed-from = Confirmado con un código enviado a { $email }
agreement-from-elsewhere = otra dirección distinta de la que pediste
agreement-to-earlier = a una versión anterior
agreement-letter-then = La carta que se contestó
agreement-remove = Eliminar
agreement-remove-text = La petición se va con su enlace y todas las respuestas, para siempre.

# The drafted letter
agreement-letter-hello = Hola, { $name }:
agreement-letter-hello-nobody = Hola:
agreement-letter-course = Me gustaría participar en el curso «{ $title }» ({ $days }).
agreement-letter-other = Me gustaría contar con tu apoyo para aprender: { $title }.
agreement-letter-outcomes = Después se sabe:
agreement-letter-ask = Te pido poder hacer una parte en tiempo de trabajo, y que indiques abajo cuánto puede ser.
agreement-letter-back = Compartiré con el equipo lo que sea útil y al final te enseñaré qué hice y cuánto tiempo llevó.
agreement-letter-end = Un saludo

# The page for whoever holds the link
agreement-gone = Este enlace ya no lleva a ninguna parte: ha caducado o se retiró. Pide otro a quien te lo envió.
agreement-from = { $name }: { $title }
agreement-request-by = Una petición de { $name }
agreement-held-lede = { $name } participa en { $community } y te pide apoyo. No necesitas cuenta; en esta página está todo lo que se comparte contigo. Nadie se entera de que la abres.
agreement-asks-for = Se pide:
agreement-reply-by = { $name } contestó
agreement-about-course = Sobre el curso
agreement-your-answer = Tu respuesta
agreement-said = ¿Qué dices?
agreement-say-approved = Estoy de acuerdo
agreement-say-asked = Antes tengo una pregunta
agreement-say-declined = No puedo aceptarlo
agreement-say-wrong = Elige una de las tres.
agreement-ask-what = Escribe qué te gustaría saber.
agreement-minutes = Tiempo de trabajo a la semana, si estás de acuerdo
agreement-answer-note = Una nota
agreement-your-name = Tu nombre
agreement-your-role = Tu cargo
agreement-your-email = Tu dirección de correo
agreement-your-email-hint = Se envía allí un código, para que conste que la respuesta es tuya.
agreement-tied-to = Solo puede contestar la dirección { $email }.
agreement-tied-wrong = Solo puede contestar la dirección a la que se envió esto.
agreement-send = Seguir
agreement-privacy = { $name } ve tu nombre, tu cargo, tu dirección y lo que contestas. Nadie más.
agreement-code-title = Un paso más
agreement-code-text = Se envió un código a { $email }. Tu respuesta cuenta en cuanto lo escribas.
agreement-code = Código
agreement-code-hint = Ocho cifras. Vale media hora.
agreement-code-wrong = Este no es el código. Vuelve a mirar el correo.
agreement-code-over = Este código ya no vale: es demasiado antiguo, se escribió mal demasiadas veces o la petición cambió. Contesta otra vez.
agreement-code-again = Cambiar la respuesta
agreement-confirm = Enviar la respuesta
agreement-answered-text = { $name } ya lo sabe. Esta página se mantiene mientras valga el enlace.
letter-agreement-hello = Hola:
letter-agreement-code = Este es el código para tu respuesta a la petición «{ $title }»:
letter-agreement-code-subject = { $community }: el código para tu respuesta
letter-agreement-code-after = Vale media hora. Si no has contestado nada, otra persona escribió tu dirección; sin el código no pasa nada.
letter-agreement-answered = { $name } ha contestado a tu petición «{ $title }»:
letter-agreement-subject = Contestada: { $title }
letter-agreement-note = La nota que la acompaña:
## Insignias
badges = Insignias
badges-lede = Lo que se puede lograr aquí y lo que hace falta para ello.
badges-none = Todavía no hay insignias.
badges-community = Toda la comunidad
badges-all = Todas las insignias
badges-own = Tus insignias
badges-own-lede = Nadie más ve una insignia hasta que la muestras. Lo que muestras aparece en tu página.
badges-own-none = Todavía no tienes insignias. Cuando recibas una, te avisaremos.
badge-new = Nueva insignia
badge-change = Cambiar la insignia
badge-change-text = Alguien tiene ya esta insignia. Lo que se concedió conserva sus palabras; cuántas veces se puede tener queda como está.
badge-changed-meanwhile = Esta insignia se cambió en otra ventana. Lo que escribiste sigue aquí; si lo guardas, sustituye a lo otro.
badge-belongs = Pertenece a
badge-name = Nombre
badge-description = De qué trata
badge-criteria = Qué hace falta
badge-criteria-hint = Para que quien no estuvo aquí sepa qué se logró.
badge-level = Nivel
badge-checkpoint = Etapa
badge-master = Culminación
badge-repeats = Cuántas veces se puede tener
badge-once-person = Una vez por persona
badge-once-run = Una vez por curso
badge-each-time = Cada vez
badge-too-long = Es demasiado largo.
badge-draft = Fuera de uso
badge-draft-text = Ponla primero en uso. Entonces se puede conceder y la ven todas las personas.
badge-settings = Sobre esta insignia
badge-use = Poner en uso
badge-use-no-longer = No concederla más
badge-picture-file = Imagen
badge-picture-hint = Se convierte en un cuadrado de 512 píxeles. Si no hay ninguna, se dibuja.
badge-picture-set = Usar esta imagen
badge-picture-drawn = Usar la dibujada
badge-give = Conceder la insignia
badge-who = Usuario
badge-who-hint = El nombre con la @, como aparece en su página.
badge-in-course = En qué curso
badge-in-no-course = En ninguno
badge-evidence = Qué demuestra que se logró
badge-evidence-hint = Con palabras que pueda leer quien compruebe después la insignia.
badge-address = Dónde se encuentra
badge-address-wrong = Escribe una dirección completa que empiece por https:// o http://.
badge-nobody = Aquí no hay nadie con ese usuario.
badge-not-in-course = Esa persona no está en este curso.
badge-to-oneself = Nadie se concede insignias. Pídeselo a otra persona que dirija.
badge-out-of-use = Esta insignia no está en uso, así que no se concedió.
badge-there = Esa persona ya tiene esta insignia, y solo se concede una vez.
badge-there-by = La concedió { $name } el { $date }.
badge-award = Concesión
badge-awards = Quién la tiene
badge-awards-none = Nadie la tiene todavía.
badge-awarded-times = { $count ->
    [one] Se concedió una vez.
   *[other] Se concedió { $number } veces.
}
badge-times = { $count ->
    [one] Una vez
   *[other] { $number } veces
}
badge-by = concedida por { $name }
badge-look = Ver
badge-more = Más concesiones
badge-latest = ← Más recientes
badge-earlier = Anteriores →
badge-back = Volver a la insignia
badge-shown = A la vista
badge-hidden = Solo la ves tú
badge-declined = Rechazada
badge-declined-text = La rechazó.
badge-taken-back = Retirada
badge-taken-back-at = Retirada el { $date }:
badge-take-back = Retirarla
badge-take-back-text = Para una insignia concedida por error. No afecta a las demás, y se puede volver a conceder.
badge-why = Por qué
badge-why-hint = Lo podrá leer quien compruebe después la insignia.
badge-show = Mostrarla
badge-hide = Ocultarla
badge-decline = Rechazarla
badge-accept = Aceptarla a pesar de todo
badge-done-begun = La insignia es un borrador. Mírala y ponla en uso después.
badge-done-changed = La insignia se ha cambiado.
badge-done-in-use = La insignia está en uso.
badge-done-out-of-use = La insignia ya no se concede. Quien la tiene la conserva.
badge-done-picture = La imagen se ha cambiado.
badge-done-awarded = La insignia se ha concedido y se ha avisado a esa persona.
badge-done-taken-back = La insignia se ha retirado.
badge-done-shown = Ahora está en tu página.
badge-done-hidden = Ahora solo la ves tú.
badge-done-declined = La has rechazado. Todavía puedes aceptarla.
badge-done-accepted = Es tuya. Nadie más la ve hasta que la muestres.
badge-requests = Se puede pedir
badge-requests-hint = Con unas palabras y un enlace que muestren cómo se ha ganado. Tú decides en Peticiones.
badge-done-rule = La regla está guardada. Quien la cumpla recibirá la insignia enseguida.
badge-done-rule-ended = La regla ya no existe. Quien tiene la insignia la conserva.
rule = Regla
rule-lede = Quien cumple la regla recibe la insignia en el acto, sin que nadie tenga que concederla.
rule-new = Conceder según una regla
rule-change = Cambiar la regla
rule-gives = Se concede en el acto por esto.
rule-one = Hace falta:
rule-all = Hace falta todo esto:
rule-some = { $count ->
    [one] Hace falta una de estas cosas:
   *[other] Hacen falta { $number } de estas cosas:
}
rule-in-one-course = Cuenta lo que se ha hecho dentro de un mismo curso.
rule-everywhere = Cuenta lo que se ha hecho en todos los cursos juntos.
rule-posted = { $count ->
    [one] Entradas para un módulo
   *[other] Entradas para { $number } módulos distintos
}
rule-handed-in = { $count ->
    [one] Una tarea entregada
   *[other] { $number } tareas entregadas
}
rule-handed-in-this = «{ $name }» entregada
rule-handed-in-this-unnamed = Una tarea concreta entregada
rule-reviewed = { $count ->
    [one] Una tarea entregada y revisada
   *[other] { $number } tareas entregadas y revisadas
}
rule-reviewed-this = «{ $name }» entregada y revisada
rule-reviewed-this-unnamed = Una tarea concreta entregada y revisada
rule-gave = { $count ->
    [one] Una revisión hecha
   *[other] { $number } revisiones hechas
}
rule-thanked = { $count ->
    [one] El agradecimiento de una persona
   *[other] El agradecimiento de { $number } personas distintas
}
rule-answered = { $count ->
    [one] Respuestas a una persona
   *[other] Respuestas a { $number } personas distintas
}
rule-holds = La insignia «{ $name }»
rule-holds-unnamed = Otra insignia
rule-choose-posted = Entradas para tantos módulos
rule-choose-handed-in = Tantas tareas entregadas
rule-choose-handed-in-this = Esta tarea entregada
rule-choose-reviewed = Tantas tareas entregadas y revisadas
rule-choose-reviewed-this = Esta tarea entregada y revisada
rule-choose-gave = Tantas revisiones hechas
rule-choose-thanked = El agradecimiento de tantas personas
rule-choose-answered = Respuestas a tantas personas
rule-choose-holds = Esta insignia
rule-choose = Elige…
rule-condition = Qué
rule-condition-number = Condición { $number }
rule-count = Cuántos
rule-count-hint = Hace falta un número donde dice «tantos».
rule-count-wrong = Escribe un número entero del 1 al 1000.
rule-need = Cuántas de las condiciones
rule-need-all = Todas
rule-need-some = { $count ->
    [one] Una de ellas
   *[other] { $number } de ellas
}
rule-need-more = No hay tantas condiciones.
rule-empty = Elige al menos una condición.
rule-twice = Una condición está repetida. Basta una vez con el número mayor.
rule-for-many = Solo cuenta lo que pueden leer los miembros o un curso, para que una insignia no delate lo que leen pocos. Quien dirige un curso no recibe nada por lo que hace en él, y nadie recibe una insignia por una regla propia.
rule-look = Ver a quién afecta
rule-save = Guardar la regla
rule-back = Cambiarla antes
rule-concerns = { $count ->
    [one] Una persona cumple esta regla y recibirá la insignia.
   *[other] { $number } personas cumplen esta regla y recibirán la insignia.
}
rule-concerns-draft = Se concederá cuando la insignia esté en uso.
rule-stays = Quien tiene la insignia la conserva. Quien cumpla la regla más tarde la recibirá entonces.
rule-whom = A quién afecta ahora
rule-others = { $count ->
    [one] Y una persona más.
   *[other] Y { $number } personas más.
}
rule-end = Quitar la regla
rule-end-text = A partir de entonces, la insignia solo se concede a mano. Quien la tiene la conserva.
rule-changed-meanwhile = Esta regla se ha cambiado en otra ventana. Lo que has elegido sigue aquí; si lo guardas, sustituye a la otra.
progress = Cuánto te falta
progress-lede = Insignias que se conceden en el acto por lo que haces aquí. Esta página solo la ves tú.
progress-none = Ahora mismo no hay ninguna insignia que puedas recibir así.
progress-had = Ya la tienes.
progress-of = { $have } de { $need }
progress-done = hecho
request-ask = Pedir la insignia
request-open = Espera una decisión
request-more = Falta algo más
request-approved = Aprobada
request-declined = Rechazada
request-withdrawn = Retirada
request-out-of-use = Ahora mismo no se puede pedir esta insignia.
request-there = Ya tienes esta insignia, y solo se concede una vez.
request-not-in-course = Esta insignia es para quienes participan en el curso.
request-too-long = Tiene más de 2000 caracteres.
request-say-why = Di qué falta o por qué. La otra persona lo leerá.
request-words = Qué muestra que se ha ganado
request-words-hint = Si se concede la insignia, esto queda con ella y puede leerlo quien la compruebe más tarde. Hasta 2000 caracteres.
request-post = Una de tus entradas
request-no-post = Ninguna
request-one-place = Elige una entrada o escribe una dirección, no las dos cosas.
request-yours = Tu petición
request-withdraw = Retirarla
request-change = Cambiarla
request-what = Qué has hecho
request-send = Enviar
request-send-anew = Enviar de nuevo
request-before = Peticiones anteriores
request-answer = Respuesta
request-answer-hint = Hace falta salvo que la apruebes. La lee quien la ha pedido. Hasta 2000 caracteres.
request-decision = Decisión
request-decided-by = { $name } lo decidió el { $date }.
request-decided-before = Esto ya se ha decidido, así que no se ha hecho nada dos veces. Abajo pone quién lo decidió.
request-approve = Aprobar
request-ask-more = Pedir algo más
request-decline = Rechazar
request-unsent = Tu respuesta no se ha enviado:
request-held = Tiene esta insignia desde el { $date }.
request-by = Petición de { $name }
request-today = desde hoy
request-done-asked = Tu petición está enviada. Te avisaremos de la respuesta.
request-done-withdrawn = Has retirado tu petición. Puedes volver a pedirla.
request-done-approved = Aprobada: la insignia está concedida y la persona recibe un aviso.
request-done-had = Aprobada. Mientras tanto ya le habían concedido la insignia, así que no se ha concedido dos veces.
request-done-more = La persona recibe el aviso de que falta algo más.
request-done-declined = Rechazada; la persona recibe el motivo.
requests-badges = Peticiones
requests-lede = Quienes piden una insignia, primero quien más espera. Nadie decide sobre lo suyo.
requests-open = En espera
requests-none = No te espera nada.
requests-more = Más peticiones
requests-oldest = ← Más antiguas
requests-later = Más recientes →
requests-decided = Decididas
requests-own = Lo que has pedido
requests-waiting = { $count ->
    [one] Espera una petición
   *[other] Esperan { $number } peticiones
}
audit-badge-awarded = concedió la insignia
audit-badge-taken-back = retiró la insignia
audit-badge-rule-set = fijó la regla de la insignia
audit-badge-rule-ended = quitó la regla de la insignia

## Credenciales
credential = Credencial
credential-says = Qué certifica
credential-badge = Sobre esta insignia
credential-checked = Si es válida
credential-check-yourself = Esta página acaba de comprobarla. No hace falta que nos creas: puede hacerlo cualquier programa que lea Open Badges 3.0, o tú aquí:
credential-take = Llévatela
credential-take-text = Las imágenes llevan dentro la credencial, mientras ningún programa las reduzca ni las guarde de nuevo. Quien reciba una puede comprobarla sin tener cuenta.
credential-forgotten = En esta dirección se emitió una credencial el { $date }. La cuenta de su titular ya no existe, así que aquí no se guarda nada de lo que dice.
credential-verify-yours = Si tienes el archivo, puedes comprobarlo aquí.
credential-taken-back = Se retiró y ya no es válida.
credential-declined = Su titular la rechazó y ya no es válida.
credential-leaked = Ya no es válida: la clave con la que se firmó ha dejado de ser segura. Su titular tiene otra nueva.
credential-superseded = Ya no es válida: su titular pidió una nueva.
credential-yours = Credencial
credential-coming = La credencial se está emitiendo. Estará aquí en un momento.
credential-renew = Emitirla de nuevo
credential-renew-text = Se emitió para otra dirección de correo que la que tienes ahora.
credential-no-longer = ya no es válida
badge-done-renewed = Se está emitiendo de nuevo, con tu nombre y tu dirección actuales. La anterior ya no es válida.

keys = Credenciales
keys-lede = Las insignias se emiten como credenciales que cualquiera puede comprobar, firmadas con una clave de esta comunidad.
keys-did = El nombre de la comunidad para los verificadores:
keys-no-did = No se emiten credenciales: la dirección de este sitio no tiene un nombre por el que se la pueda conocer. Pon uno en base_url.
keys-none = Todavía no hay ninguna clave. Se crea con la primera insignia que se concede.
keys-issued = { $count ->
    [one] Se ha emitido una credencial.
   *[other] Se han emitido { $number } credenciales.
}
keys-signed = { $count ->
    [one] firmó una credencial
   *[other] firmó { $number } credenciales
}
keys-current = En uso
keys-replaced = Sustituida
keys-leaked = Filtrada
keys-since = desde el { $date }
keys-until = hasta el { $date }
keys-change-or-leaked = Cambiar o revocar
keys-change-text = De vez en cuando, por precaución. Lo que firmó esta clave sigue siendo válido; su secreto se borra.
keys-change = Usar una clave nueva
keys-leaked-text = Si otra persona puede tenerla, quizá con una copia de la base de datos. Todo lo que firmó deja de ser válido al momento, porque quien la robó escribe la fecha que quiere. Todas las personas reciben por sí solas credenciales nuevas y un aviso. No se puede deshacer.
keys-revoke = La clave se ha filtrado
keys-done-changed = A partir de ahora firma una clave nueva.
keys-done-leaked = La clave está revocada y todas las personas reciben credenciales nuevas.
audit-key-replaced = cambió la clave
audit-key-leaked = revocó la clave

## El verificador
verify = Comprobar una credencial
verify-lede = Para insignias y certificados de cualquiera: Open Badges 3.0 y 2.0. No necesitas cuenta.
verify-look = Comprobar
verify-file = Archivo
verify-file-hint = JSON, JWT o una imagen que lleve dentro una insignia (PNG, SVG). Hasta 16 MB.
verify-text = O su texto
verify-text-hint = JSON o JWT, o la dirección de una insignia de la versión 2.0.
verify-privacy = No se guarda nada de ello, ni que lo has preguntado. Las claves y las listas se piden a quien la emitió.
verify-found = Lo que se ha encontrado
verify-says-hint = Créelo solo hasta donde llegan las respuestas de arriba.
verify-head-sound = Nada habla en su contra. Es de { $name }.
verify-head-changed = No está como se firmó.
verify-head-key = Se firmó con una clave por la que su emisor no responde.
verify-head-unknown = Aquí no se puede saber si está como se firmó.
verify-head-not-shown = Firma intacta, pero no está demostrado que sea de { $name }.
verify-head-revoked = Es auténtica, pero quien la emitió la ha retirado.
verify-head-suspended = Es auténtica, pero por ahora no vale.
verify-head-expired = Es auténtica, pero ha caducado.
verify-head-not-yet = Es auténtica, pero todavía no vale.
verify-head-part = Es auténtica; no se pudo averiguar si sigue valiendo.
verify-nobody-named = quien nombra
verify-intact = Firma
verify-intact-yes = Intacta: está como se firmó.
verify-intact-no = No se sostiene: algo se cambió o se firmó con otra clave.
verify-intact-key = El emisor no responde por la clave con la que se firmó, así que la firma no demuestra nada.
verify-intact-unsigned = No la firmó nadie.
verify-intact-suite = Está firmada de una forma que aquí no se admite.
verify-intact-unknown = No se pudo comprobar.
verify-issuer = Emisor
verify-issuer-shown = Demostrado: { $name }. La clave está publicada allí.
verify-issuer-not = No está demostrado que sea de { $name }.
verify-issuer-another = Nombra a { $name }, pero la firmó otra persona o entidad.
verify-issuer-key = Nombra a { $name }, pero la procedencia de la clave no muestra de quién es.
verify-issuer-nobody = No dice quién la emitió.
verify-status = Estado
verify-status-none = No dice nada sobre si puede retirarse.
verify-status-good = No se ha retirado.
verify-status-revoked = Retirada por quien la emitió.
verify-status-suspended = Suspendida por ahora.
verify-status-unknown = No se sabe: no se pudo averiguar.
verify-dates = Fechas
verify-dates-always = Ya vale y no caduca.
verify-dates-until = Vale hasta el { $date }.
verify-dates-from = No vale antes del { $date }.
verify-dates-over = Caducó el { $date }.
verify-dates-unreadable = Sus fechas no se pueden leer.
verify-note = Nota
verify-note-proof = Tiene otra firma que aquí no cuenta: { $name }.
verify-note-status = Si se ha retirado lo publica otra entidad: { $name }.
verify-note-no-badge = Es un documento firmado, pero no una insignia de un tipo que se conozca aquí.
verify-note-version-2 = Se escribió para Open Badges 2.0, donde cuenta lo que está en el sitio del emisor.
verify-note-bearer = No nombra a nadie: puede mostrarla quien la tenga.
verify-claim-name = Nombre
verify-claim-holder = Titular
verify-claim-issuer = Emisor
verify-claim-awarded = Lograda
verify-claim-issued = Emitida
verify-claim-description = De qué trata
verify-claim-criteria = Qué hizo falta
verify-not-baked = En esta imagen no hay ninguna insignia. Una imagen guardada desde una página, enviada por mensajería o reducida la ha perdido: pide el archivo del botón de descarga.
verify-several = En esta imagen hay más de una insignia, así que no está claro qué dice.
verify-too-large = Es demasiado grande.
verify-damaged = Está dañado o incompleto y no se puede leer.
verify-refused = Está firmado de una forma que no demuestra nada.
verify-something-else = Esto no es una credencial.
verify-unreachable = No se pudo obtener lo que hay en esta dirección.

# Finalización, certificados, constancias
completion = Finalización
completion-off = No hay certificados.
completion-automatic = Los certificados llegan solos, unos minutos después de haberlo hecho todo.
completion-signed = Quien imparte el curso firma cada certificado.
completion-number-wrong = Escribe un número entero, de 0 a 200.
completion-hours-wrong = Escribe horas como 36, 36,5 o 36:30, hasta 12 000.
completion-long-200 = Es demasiado largo: hasta 200 caracteres.
completion-long-400 = Es demasiado largo: hasta 400 caracteres.
completion-hand-in = Entregar «{ $title }»
completion-hand-in-one = Entregar una de estas: { $titles }
completion-posts-in = { $count ->
    [one] Escribir una entrada en un módulo
   *[other] Escribir una entrada en cada uno de { $number } módulos
}
completion-reviews-given = { $count ->
    [one] Dar una revisión
   *[other] Dar { $number } revisiones
}
completion-so-far = { $done } de { $asked }
completion-finished = Lo has hecho todo: terminaste el { $date }.
completion-nothing-yet = El curso todavía no pide nada.
completion-left = { $count ->
    [one] Falta una cosa.
   *[other] Faltan { $number } cosas.
}
completion-none = Este curso no emite certificados. Aun así, aquí está lo que pide.
completion-state-early = Puedes tener una constancia de participación cuando hayas dejado el curso o haya terminado.
completion-asked = Lo que hace falta
completion-done = Hecho
completion-missing = Falta
completion-take-text = Tu certificado llega solo en unos minutos. También puedes tenerlo ahora.
completion-take = Obtener el certificado ahora
completion-waits = Lo has hecho todo. Tu certificado espera la firma de quien imparte el curso.
completion-state-text = Dice en qué has participado hasta ahora: las fechas, lo que hiciste, las horas previstas y los objetivos que has demostrado.
completion-state-hours = Decir también cuántas horas y sesiones en directo anoté en mi diario de aprendizaje para este curso
completion-state = Obtener la constancia
completion-state-held = Tienes un certificado de este curso, que dice más.
completion-waiting = Lo han hecho todo
completion-had-one = Tuvo uno que fue revocado
completion-sign = Firmar el certificado
completion-sign-all = Firmar todos estos
completion-rule = Lo que hace falta para terminar
completion-rule-text = Todas las tareas necesarias, a tiempo o tarde, y lo que pidas aquí.
completion-lapsing = Estas ya no son necesarias, pero aquí cuentan hasta que hayas visto a quién afecta y guardado:
completion-which = Cambiar qué tareas son necesarias
completion-concerns = Todavía no se ha guardado. Esto es a quién afecta:
completion-save = Guardar así
completion-posts = Entradas, en tantos módulos
completion-reviews = Revisiones dadas
completion-awarding = Certificados
completion-on-paper = Lo que dice el certificado
completion-hours = Horas lectivas previstas
completion-hours-hint = Como 36,5 o 36:30. El título, las fechas y los objetivos se toman del curso.
completion-provider = Entidad que lo ofrece
completion-address = Dirección de la entidad
completion-signatory = Quién firma
completion-role = Con qué función
completion-role-usual = Docente
completion-approval = Reconocimiento
completion-approval-hint = Solo si un organismo profesional ha reconocido este curso: la línea como la pide, con su número.
completion-shown-by = Qué tarea demuestra qué objetivo
completion-shown-by-hint = Para las constancias de participación: un objetivo cuenta como alcanzado cuando se entregó su tarea.
completion-shown-by-none = Ninguna
completion-look = Ver a quién afecta
completion-look-hint = Con eso no se guarda nada.
completion-issued = Emitidos
completion-issued-none = Todavía no se ha emitido nada.
completion-more = Más certificados
completion-keep = { $count ->
    [one] Quien tiene un certificado lo conserva como está: una persona.
   *[other] Quienes tienen un certificado lo conservan como está: { $number } personas.
}
completion-gain = { $count ->
    [one] Una persona lo habrá hecho todo:
   *[other] { $number } personas lo habrán hecho todo:
}
completion-lose = { $count ->
    [one] Una persona lo ha hecho todo, y ya no lo tendría hecho:
   *[other] { $number } personas lo han hecho todo, y ya no lo tendrían hecho:
}
completion-nobody = A nadie más le cambia si ha terminado.
completion-undrawn = No hay certificado para { $name }: ninguna fuente tiene aquí «{ $sign }». Se puede indicar otro nombre para los certificados, o quien lleva el sitio añade una fuente.
completion-done-saved = Guardado. Lo emitido queda como está.
completion-done-signed = Firmado. Se avisa a quien lo recibe.
completion-done-revoked = Revocado. Su página lo dice desde ya.
completion-changed-meanwhile = Alguien cambió esto mientras tanto. Lo que escribiste sigue aquí; mira otra vez a quién afecta.
audit-completion-changed = cambió lo que hace falta para terminar el curso
audit-certificate-issued = emitió un certificado del curso
audit-certificate-revoked = revocó un certificado del curso
paper-certificate = Certificado de finalización
paper-statement = Constancia de participación
paper-hours = { $count ->
    [one] 1 hora
   *[other] { $number } horas
}
paper-did-handed-in = { $count ->
    [one] 1 tarea entregada
   *[other] { $number } tareas entregadas
}
paper-did-posts = { $count ->
    [one] 1 entrada
   *[other] { $number } entradas
}
paper-did-comments = { $count ->
    [one] 1 comentario
   *[other] { $number } comentarios
}
paper-did-reviews = { $count ->
    [one] 1 revisión del trabajo de otra persona
   *[other] { $number } revisiones del trabajo de otras personas
}
paper-did-sessions = { $count ->
    [one] 1 sesión en directo, según su propio diario
   *[other] { $number } sesiones en directo, según su propio diario
}
paper-named-certificate = Certificado de finalización: { $title }
paper-named-statement = Constancia de participación: { $title }
paper-course-days = Fechas del curso
paper-contact = Horas lectivas previstas
paper-statement-criteria = Participar durante el tiempo indicado.
paper-logged = Horas según su propio diario
paper-took-part = Participación
paper-finished = Terminado el
paper-issued = Emitido el
paper-completed = ha completado el curso
paper-participated = ha participado en el curso
paper-asked = Lo que hizo falta
paper-asked-done = De lo que pide el curso, hecho hasta ahora
paper-outcomes = Lo que se sabe hacer después
paper-outcomes-met = Objetivos demostrados hasta ahora
paper-outcomes-other = Objetivos hacia los que trabaja el curso
paper-did = Lo que se hizo
paper-check = Si este documento es auténtico y no ha cambiado se ve en esta dirección, o con su código:
paper-genuine = Este archivo es auténtico y no ha cambiado.
paper-another = Este archivo es auténtico y no ha cambiado, y tiene su propia página.
paper-changed = Este archivo se cambió después de emitirse. Vale lo que dice su página.
paper-foreign = Este archivo no se emitió aquí.
paper-too-large = Este archivo es demasiado grande: hasta 16 MB.
papers-look = Comprobar un certificado
papers-look-lede = Si un certificado o una constancia de participación de aquí es auténtico. No hace falta cuenta.
paper-code = Código
paper-code-hint = Está junto al código cuadrado, como 7f3k-9m2q-….
paper-code-wrong = Esto no es un código: tiene 20 letras y cifras, y nunca una I, L, O o U.
paper-code-unknown = Con este código no se emitió nada aquí.
paper-file = O el PDF
paper-pdf = Archivo PDF
paper-file-hint = Como lo recibiste, sin imprimir ni volver a guardar. Hasta 16 MB.
paper-privacy = No se guarda nada, tampoco que preguntaste.
paper-holder = Nombre
paper-course = Título del curso
paper-issuer = Entidad
paper-signatory = Firmado por
paper-revoked-at = Revocado el { $date }:
paper-revoked = Revocado
paper-counts = Emitido por { $community }, y es válido.
paper-says = Lo que se certificó
paper-take = Llevártelo
paper-compare = Comparar un archivo
paper-compare-text = Si te dieron un PDF con este código, mira si está como se emitió.
paper-compare-button = Comparar
paper-to-it = Verlo
papers-own = Tus certificados
papers-own-lede = Certificados de finalización y constancias de participación, tal como se emitieron.
papers-own-none = Todavía no tienes certificados.
papers-courses = Hasta dónde has llegado en tus cursos
papers-yours = Emitidos para ti
paper-name = Tu nombre en los certificados
paper-name-hint = Si está vacío: { $name }. Lo emitido conserva su nombre.
paper-name-undrawn = Este nombre tiene un carácter que aquí no se puede imprimir.
paper-name-change = Cambiar el nombre
paper-undrawn = Ninguna fuente tiene aquí «{ $sign }», que está en tu nombre; así no se puede emitir nada. Escríbelo de otra manera, o pide a quien lleva el sitio que añada una fuente.
paper-called = Tu nombre figurará así: { $name }.
paper-named = Su página dice tu nombre
paper-unnamed = Su página no dice tu nombre
paper-hide-name = Ocultar mi nombre en su página
paper-show-name = Mostrar mi nombre en su página
papers-done-name = Guardado. Lo que se emita desde ahora te nombra así.
papers-done-shown = Su página dice ahora tu nombre.
papers-done-hidden = Su página ya no dice tu nombre.
paper-revoke = Revocarlo
paper-revoke-text = Para lo que se emitió por error o con un nombre equivocado. Su página y su credencial lo dicen entonces. Después puedes firmar otro.
paper-why-long = Es demasiado largo: hasta 300 caracteres.
paper-forgotten = Alguien cuya cuenta terminó
## Organismos profesionales
bodies = Organismos profesionales
bodies-lede = Lo que tu organismo profesional pide como prueba de aprendizaje, y cómo está tu diario al respecto. Solo lo ves tú, hasta que entregues algo.
bodies-own = Los tuyos
bodies-none = Aún no has elegido ninguno. Elige aquel al que rindes cuentas; la misma entrada puede servir para dos.
bodies-offered = Para elegir
bodies-none-offered = No hay ninguno para elegir. La organización puede añadir el tuyo.
bodies-offered-text = Si falta el tuyo, o no está al día, avisa a la organización. Lo que cuenta lo decide el organismo.
bodies-manage-lede = Lo que cada miembro puede elegir junto a su diario de aprendizaje. Los que vienen con el programa son un comienzo: compruébalos con los organismos, porque las reglas cambian. Una vez guardado, uno es de la organización, y ninguna actualización lo cambia.
body-pick = Elegir
body-note = Qué pide
body-note-hint = Con palabras propias, para los miembros. Lo leen antes de elegir.
body-default-of = Propuesta del { $date }, que la organización de aquí no ha comprobado: compruébala con el organismo.
body-default = Propuesta que la organización de aquí no ha comprobado: compruébala con el organismo.
body-checked = Lo cuida la organización, a fecha de { $date }.
body-of-organisers = Lo cuida la organización.
body-retired = no se ofrece
body-retired-text = Aquí ya no se ofrece. Quien lo eligió lo conserva.
body-too-many = Has elegido 20 organismos. Deja primero alguno.
body-behind = propuesta cambiada desde entonces
body-behind-text = La propuesta ha cambiado desde que la organización la hizo suya. Una copia de la propuesta muestra cómo.
body-picks = { $count ->
    [one] Lo ha elegido un miembro
   *[other] Lo han elegido { $number } miembros
}
body-picks-change = { $count ->
    [one] Un miembro lo ha elegido y ve enseguida lo que cambies.
   *[other] { $number } miembros lo han elegido y ven enseguida lo que cambies.
}
body-offer = Volver a ofrecerlo
body-retire = Dejar de ofrecerlo
body-copy = Copiar
body-new = Nuevo organismo profesional
body-change = Lo que pide un organismo profesional
body-done-picked = Lo has elegido.
body-done-dropped = Lo has dejado. Tu diario sigue como estaba.
body-done-settled = Se han guardado los ajustes.
body-done-mapped = Se ha guardado a qué corresponde la entrada.
body-done-mapped-all = Se ha guardado para lo que marcaste.
body-done-unmapped = La entrada vuelve a decir por sí misma a qué corresponde.
body-done-written = Se ha guardado tu texto.
body-done-explained = Se ha guardado tu motivo.
body-done-begun = Ya se puede elegir.
body-done-changed = Se han guardado los cambios.
body-done-retired = Ya no se ofrece.
body-done-offered = Se vuelve a ofrecer.
body-done-default = Vuelve a seguir la propuesta.
body-changed-meanwhile = Esto se cambió en otra ventana. Lo que escribiste sigue aquí; al guardar sustituye a lo otro.
body-profiles-full = Ya hay 200, y no caben más.

# Lo que hay
body-standing = Lo que hay y lo que falta
body-in-period = En este periodo
body-what = Qué
body-there = Hay
body-asks = Se pide
body-verdict = Resultado
body-in-all = En total
body-hours = { $amount } horas de contacto
body-units = { $amount } { $unit }
body-under = menos de { $amount }
body-minutes = { $number } min
body-entries-of = { $count ->
    [one] 1 entrada
   *[other] { $number } entradas
}
body-percent = { $share } %
body-between = de { $least } a { $most }
body-least-of = al menos { $least }
body-most-of = como mucho { $most }
body-asked-is = se pide: { $asked }
body-missing = pendiente: { $amount }
body-over = { $amount } más de lo pedido
body-enough = suficiente
body-of-all = { $there } de { $all }
body-carried = Pasa del periodo anterior
body-longer = { $count ->
    [one] En el mes hasta el final del periodo
   *[other] En los { $number } meses hasta el final del periodo
}
body-proven = Entradas con algo que las acredita
body-said-enough = Entradas con las palabras que se piden ({ $asked })
body-none-of-these = Nada de esto
body-spread = Distintos con alguna entrada
body-rounding = { $one }. Primero se suman los minutos y luego se redondea una vez a { $step }.
body-untimed = { $count ->
    [one] Una entrada no tiene tiempo anotado.
   *[other] { $number } entradas no tienen tiempo anotado.
}
body-lost = { $count ->
    [one] Una entrada corresponde a algo que ya no está en ninguna lista. Indica de nuevo a qué corresponde.
   *[other] { $number } entradas corresponden a algo que ya no está en ninguna lista. Indica de nuevo a qué corresponden.
}
body-nothing-cut = Aquí no se obliga a nada ni se recorta nada. Lo que cuenta lo decide el organismo.
body-periods = Otros periodos
body-words-of = { $count ->
    [one] 1 palabra
   *[other] { $number } palabras
}
body-words-short = { $words }, menos de lo pedido: { $asked }
body-words-good = { $words }, como se pide: { $asked }
body-words-long = { $words }, más de lo pedido: { $asked }

# Huecos, textos, lo que se entrega
body-gaps = Tiempo sin entradas
body-gaps-text = Esto solo lo ves tú. Si escribes un motivo, aparece entre las entradas de lo que entregues.
body-gap-closed = Ya hay entradas de este tiempo. El motivo se queda hasta que lo borres.
body-gap-row = Sin entradas
body-reason-too-long = Como mucho 1000 caracteres.
body-texts = Qué más se pide
body-texts-text = Escríbelo aquí, o anota dónde está. Se cuentan las palabras y no se recorta nada.
body-text-of-yours-too-long = Como mucho 20 000 caracteres. Lo que escribiste sigue aquí.
body-asked-no-more = ya no se pide
body-hand-in = Para entregar
body-hand-in-text = Del periodo de arriba. No se envía nada a ningún sitio: lo imprimes o lo guardas, y lo entregas tú.
body-table = Tabla de entradas (CSV)
body-statement = Resumen de totales
body-covering = Carta de presentación
body-verification = Carta de verificación
body-letter-text = Imprímela, o cópiala en una carta tuya.
body-longer-table = Aquí están las primeras 3000 entradas. La tabla las tiene todas.

# Ajustes
body-settings = Ajustes
body-begins-own = Tu periodo empieza el
body-begins-own-hint = El primer día, tal como figura en tu certificado o registro. Los periodos siguientes se cuentan desde él.
body-needs-day = Sus periodos empiezan en un día propio de cada persona. Hasta que digas cuál, se cuentan desde hoy.
body-which = Qué entradas cuentan
body-which-all = Todas las del periodo, menos las que yo deje fuera
body-which-chosen = Solo las que yo elija
body-drop = Dejar este organismo
body-drop-text = Lo que dijiste y escribiste para él se pierde para siempre: a qué corresponden las entradas, textos y motivos. Tu diario sigue como está.

# Entradas
body-entries = Entradas y a qué corresponden
body-no-entries = No hay entradas en este periodo.
body-entries-text = Cada entrada corresponde a lo que dice por sí misma: qué hiciste, y cómo. Cambia lo que sea de otra manera.
body-left = se deja fuera
body-map = A qué corresponde
body-counts-here = Cuenta para este organismo
body-by-itself = Como dice la entrada: { $name }
body-lost-name = ya no está en la lista
body-proof-of = Qué lo acredita
body-proof-of-hint = Por ejemplo: certificado en mi carpeta. También lo acredita una dirección en la entrada, o aquello a lo que pertenece aquí.
body-marked = Lo que marcaste
body-marked-as-is = como está
body-marked-count = Cuenta
body-marked-leave = Dejarlo fuera
body-unmap = Como dice la entrada

# El formulario de la organización
body-form-lede = Todo puede quedar vacío menos el nombre y el periodo. Los miembros lo leen en el idioma del organismo.
body-name = Nombre
body-who = A quién afecta
body-language = Idioma de sus palabras
body-as-of = A fecha de
body-sources = Dónde lo dice
body-period = Periodo
body-months = Meses
body-begins = Primer día de un periodo
body-begins-hint = Uno cualquiera; los demás lo siguen. Vacío: cada miembro tiene el suyo.
body-amount = Cuánto
body-counts = Qué se cuenta
body-counts-time = Tiempo
body-counts-entries = Entradas
body-counts-nothing = Nada
body-least = Al menos
body-most = Como mucho
body-unit = Nombre de la unidad
body-unit-hint = Vacío: horas de contacto. Algunos nombres tienen dueño.
body-unit-minutes = Minutos de una
body-step = Se redondea a
body-step-hint = Primero se suman los minutos y luego se redondea una vez.
body-longer-months = Meses que se miran juntos
body-longer-hint = Por si se pide más a lo largo de varios periodos.
body-longer-least = En esos meses, al menos
body-carry = Pasa al siguiente, como mucho
body-carry-of = Solo de
body-carry-of-hint = Un nombre de la primera lista. Vacío: de todo.
body-each-entry = Cada entrada
body-words-least = Palabras, al menos
body-words-most = Palabras, como mucho
body-gap-months = Huecos que se explican desde, en meses
body-proof = Qué vale como prueba
body-proof-hint = Vacío: no se pide ninguna.
body-list1 = Primera lista
body-list1-hint = Para categorías: una entrada corresponde a una de ellas.
body-list2 = Segunda lista
body-list2-hint = Para áreas, criterios o estándares: una entrada puede corresponder a varios.
body-list3 = Tercera lista
body-list-title = Cómo los llama el organismo
body-list-spread = Entradas en al menos este número de ellos
body-list = La lista
body-list-hint = Una línea cada uno: nombre; al menos; como mucho; lo que le corresponde por sí mismo. Por ejemplo: Riesgo; 10; 20 %; structured. Lo último puede ser others, alone, structured, unstructured, planned o proof, o un tipo: read, watch, course, event, write, discuss, practise, teach, review, other.
body-output = Lo que se entrega
body-asked = Qué más se pide
body-asked-hint = Una línea cada cosa: nombre; palabras al menos; palabras como mucho.
body-columns = Columnas de la tabla
body-columns-hint = Una línea cada una: qué contiene; cómo la llama el organismo. Puede contener { $words }.
body-letters-hint = Vacío: no hay ninguna. Puede contener { $name }, { $body }, { $from }, { $until }, { $entries }, { $total } y { $texts }.
body-verification-hint = Para quien confirma el registro: que lo ha visto, no lo que contiene. Vacío: no hay ninguna.
body-columns-usual =
    date; Fecha
    title; Actividad
    hours; Horas
    learned; Lo que aprendí
    proof; Prueba
body-covering-usual =
    A quien corresponda:

    Con esta carta entrego mi registro para { $body }, del periodo que va del { $from } al { $until }. Contiene { $entries }; en total { $total }.

    { $texts }

    { $name }
body-verification-usual =
    A quien corresponda:

    He visto el registro de aprendizaje que { $name } lleva para { $body }, del periodo que va del { $from } al { $until }. Hasta donde sé, es cierto.

    Esta carta no repite lo que contiene el registro.

    Nombre:
    Cargo:
    Dirección:
    Fecha y firma:
body-back-to-default = Volver a la propuesta
body-back-to-default-text = Lo que se cambió aquí se pierde para siempre, y vuelve a seguir al programa.
body-number-wrong = Escribe un número entero que sea posible aquí.
body-amount-wrong = Escribe un número de hasta 99 999, como 20 o 7,5.
body-lines-wrong = Una línea no está como debe: nombre; al menos; como mucho; lo que le corresponde por sí mismo.
body-lines-twice = Un nombre está dos veces.
body-lines-too-many = Como mucho 60 líneas.
body-asked-wrong = Una línea no está como debe: nombre; palabras al menos; palabras como mucho.
body-columns-wrong = Una línea no está como debe: qué contiene; cómo la llama el organismo.
body-both-or-none = Escribe las dos cosas, los meses y cuánto, o ninguna.
body-carry-of-wrong = No está en ninguna línea de la primera lista.
body-line-too-long = Como mucho 200 caracteres.
body-text-too-long = Como mucho 4000 caracteres.
## Dosieres: lo que enseñas de tu aprendizaje
dossiers = Dosieres
dossiers-lede = Lo que quieres enseñar de tu aprendizaje, y a quien quieras. Nadie ve nada hasta que das un enlace.
dossiers-none = Todavía no hay nada.
dossiers-none-how = Elige un periodo; aparece lo que hiciste en él y escoges. Los nombres y las palabras de otras personas se sustituyen antes de que nadie lo vea. Los mensajes privados nunca están en él.
dossiers-full = No caben más dosieres. Quita antes alguno.
dossier-new = Nuevo dosier
dossier-new-lede = Para una evaluación, un colegio profesional o para ti. Todo esto se puede cambiar después.
dossier-begin = Empezar
dossier-title = Título
dossier-title-hint = Es lo primero que se lee.
dossier-from = Desde
dossier-until = Hasta
dossier-until-hint = Si cambias el periodo, guarda, y aparecerá lo que hiciste en él.
dossier-until-wrong = El último día va después del primero.
dossier-period-too-long = Un dosier abarca diez años como mucho.
dossier-line-too-long = Como mucho 200 caracteres, por favor.
dossier-text-too-long = Como mucho 10 000 caracteres, por favor.
dossier-lang = Idioma
dossier-lang-hint = El de tu reflexión.
dossier-private = Esto solo lo ves tú. Lo que compartes es una edición, que queda como está aunque cambies algo aquí.
dossier-done-saved = Guardado.
dossier-done-gone = Se ha quitado el dosier.
dossier-done-edition-gone = Se ha quitado la edición, y con ella su enlace.
dossier-reflection = Reflexión
dossier-reflection-hint = Qué aprendiste, qué salió de ello, qué viene ahora: mucha gente solo lee esto.
dossier-items = Qué contiene
dossier-items-text = De lo que hiciste en este periodo. Tu diario de aprendizaje es privado; solo se enseña lo que elijas aquí, con todo lo que escribiste.
dossier-items-none = En este periodo no hay nada tuyo aquí.
dossier-chosen-of = ({ $chosen } de { $all })
dossier-choose-all = Elegir todo
dossier-choose-none = No elegir nada
dossier-go-on = Revisar antes de compartir
dossier-go-on-hint = Se guarda. Todavía no se comparte nada: ahora verás los nombres y las palabras de quién aparecen.
dossier-remove = Quitar el dosier
dossier-remove-text = Desaparece para siempre, con sus ediciones, sus enlaces y lo que se firmó.
dossier-courses = Cursos
dossier-badges = Insignias
dossier-agreements = Tiempo de trabajo acordado
dossier-entries = Diario de aprendizaje
dossier-posts = Entradas
dossier-comments = Comentarios
dossier-reviews = Revisiones de trabajos ajenos
dossier-count-courses = { $count ->
    [one] un curso
   *[other] { $number } cursos
}
dossier-count-badges = { $count ->
    [one] una insignia
   *[other] { $number } insignias
}
dossier-count-agreements = { $count ->
    [one] un acuerdo
   *[other] { $number } acuerdos
}
dossier-count-entries = { $count ->
    [one] una anotación en el diario de aprendizaje
   *[other] { $number } anotaciones en el diario de aprendizaje
}
dossier-count-posts = { $count ->
    [one] una entrada
   *[other] { $number } entradas
}
dossier-count-comments = { $count ->
    [one] un comentario
   *[other] { $number } comentarios
}
dossier-count-reviews = { $count ->
    [one] una revisión de un trabajo ajeno
   *[other] { $number } revisiones de trabajos ajenos
}
dossier-a-comment = Un comentario
dossier-untitled = Sin título

# Otras personas
dossier-share = Otras personas en tu dosier
dossier-share-lede = No eligieron que las leyera tu jefatura. Lo que está marcado se sustituye al continuar; tu nombre queda.
dossier-holds = En este dosier:
dossier-nobody = No se han encontrado nombres ni citas.
dossier-names = Nombres
dossier-quotations = Lo que escribieron otras personas
dossier-times = { $count ->
    [one] una vez
   *[other] { $number } veces
}
dossier-more = Otros nombres que hay que sustituir
dossier-more-hint = Uno en cada línea: colegas, por ejemplo, que no están aquí.
dossier-look-again = Volver a mirar
dossier-replace = Sustituir lo marcado
dossier-make = Crear una edición
dossier-make-hint = Así se crea una edición. Antes de crear un enlace la ves entera, como la verían otras personas.
dossier-changed-meanwhile = Algo ha cambiado en este dosier desde que se abrió la página. Vuelve a mirarlo, por favor.
dossier-empty = Todavía no contiene nada. Elige algo antes, o escribe una reflexión.
dossier-too-large = Es demasiado para un solo dosier. Elige menos, o un periodo más corto.
dossier-editions-full = No caben más ediciones de este dosier. Quita antes alguna.
dossier-a-participant = [alguien del grupo]
dossier-a-guide = [quien guía]
dossier-an-organiser = [alguien de la organización]
dossier-words-of-a-participant = [palabras de otra persona]

# Ediciones
dossier-editions = Ediciones
dossier-editions-text = Una edición no cambia nunca. Si cambias el dosier, crea otra y da su enlace.
dossier-edition-of = Edición del { $date }
dossier-no-link = Nadie tiene un enlace
dossier-open = Quien tenga el enlace puede leerla hasta el { $date }
dossier-back = Volver al dosier
dossier-link-text = Quien lo tenga lee lo que ves abajo, y nada más. No hace falta cuenta. No se anota en ningún sitio que alguien lo abriera.
dossier-until-password = Vale hasta el { $date }, con la contraseña que pusiste.
dossier-password = Contraseña
dossier-password-hint = Al menos diez caracteres. Envíala por otro camino que el enlace.
dossier-papers = Para llevar
dossier-jsonld = Descargar para otros programas (JSON-LD)
dossier-papers-text = Quien tenga uno de estos archivos puede saber si es auténtico y no se ha cambiado, y nada más, mientras conserves esta edición.
dossier-remove-edition = Quitar esta edición
dossier-remove-edition-text = Desaparece con su enlace y lo que se firmó. Los archivos que se dieron ya no se podrán comprobar.
dossier-as-read = Como la leen otras personas
dossier-by = { $name } · { $community }

# Lo que leen otras personas
dossier-held-lede = Esta página contiene todo lo que se ha compartido. Nadie sabe que se ha abierto.
dossier-link-gone = Este enlace ya no lleva a ninguna parte: ha caducado o se ha retirado. Hay que pedir otro a quien lo envió.
dossier-locked = Hace falta una contraseña
dossier-locked-lede = La contraseña la da quien envió el enlace.
dossier-unlock = Abrir
dossier-password-wrong = Esa no es la contraseña.
dossier-period = Periodo
dossier-time = Tiempo dedicado
dossier-in-all = En total
dossier-done = Qué se hizo
dossier-verify = Comprobar
dossier-in-full = Con detalle
dossier-where = Verlo aquí
dossier-made-on = Creado el { $date }. No ha cambiado desde entonces.
dossier-check-file = Comprobar un archivo

# Confirmaciones
attestations = Confirmaciones
attestations-text = Alguien firma que ha visto esta edición y que, hasta donde sabe, es cierta. Recibe un enlace propio, que vale un mes, y firma con su nombre y una dirección comprobada. Solo vale para esta edición.
attestations-full = Ya se ha preguntado a bastantes personas por esta edición.
attestation-link = Enlace para la confirmación
attestation-role = Como
attestation-manager = Jefatura
attestation-confirmer = Persona que confirma
attestation-peer = Colega
attestation-partner = Persona con quien se reflexionó
attestation-assessor = Persona que evalúa
attestation-to-name = A quién se lo pides
attestation-ask = Crear un enlace
attestation-somebody = Alguien
attestation-signed = Confirmado por
attestation-signed-on = { $date }, confirmado desde { $email }
attestation-means = Una confirmación dice que este registro se ha visto y que es cierto hasta donde sabe quien firma.
attestation-lede = { $name } pide que se confirme este registro. Papel: { $role }. No hace falta cuenta; nadie sabe que se ha abierto.
attestation-sign = Confirmar este registro
attestation-position = Cargo
attestation-email-hint = Allí llega un código. La dirección aparece junto al nombre, donde la ve quien lea el registro.
attestation-go-on = Continuar
attestation-privacy = { $name } y quien lea este registro ven el nombre, el cargo, la dirección y la nota.
attestation-code-text = Se ha enviado un código a { $email }. La firma cuenta cuando se haya escrito aquí.
attestation-confirm = Firmar
attestation-code-again = Cambiar algo
attestation-code-over = Este código ya no vale: es demasiado antiguo o se ha escrito mal demasiadas veces. Hay que volver a firmar.
attestation-done = Firmado
attestation-done-text = Gracias. La firma está en esta edición del registro, y en ninguna otra.
letter-attestation-code = Este es el código para la firma del registro de { $name }:
letter-attestation-code-subject = { $community }: el código para la firma
letter-attestation-code-after = Vale media hora. Si no se ha firmado nada, otra persona escribió esta dirección; sin el código no pasa nada.
letter-attestation-signed = { $name } ha confirmado «{ $title }».
letter-attestation-subject = Confirmado: { $title }

# Comprobar un archivo
genuine = ¿Es auténtico?
genuine-lede = Aquí se creó un registro de aprendizaje con este código. Elige el archivo para saber si está como se entregó. No se muestra nada más, y el archivo no se guarda.
genuine-file = Archivo
genuine-file-hint = El archivo mismo; una copia impresa o escaneada no se puede comparar.
genuine-look = Comprobar
genuine-yes = Auténtico y sin cambios.
genuine-earlier = Auténtico y sin cambios. Hay una versión posterior con más firmas.
genuine-no = Este archivo no se entregó aquí con este código, o se ha cambiado.
