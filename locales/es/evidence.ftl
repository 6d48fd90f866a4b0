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
