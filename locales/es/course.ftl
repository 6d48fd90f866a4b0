### Cursos y tribus

## Tribus

tribes = Tribus
tribes-lede = Grupos que los miembros crean en torno a lo que les interesa. Únete a uno o crea el tuyo.
tribes-all = Todas las tribus
tribes-calls = Para ti
tribes-empty = Todavía no hay tribus. Crea la primera.
tribes-none-found = Ninguna tribu coincide con «{ $words }». Prueba con otra palabra.
tribes-search = Buscar tribus
tribes-see-all = Ver todas las tribus
nav-tribes-calls = Tribus ({ $number })

tribe-found = Crear una tribu
tribe-found-lede = Al principio la llevarás tú, y podrás pasarla a otra persona cuando quieras.
tribe-edit = Ajustes de la tribu
tribe-name = Nombre
tribe-tagline = En una línea
tribe-tagline-hint = Aparece en la lista de tribus.
tribe-about = Sobre la tribu
tribe-about-none = Todavía no se ha escrito nada sobre esta tribu.
tribe-rules = Normas
tribe-rules-hint = Lo que esperáis unos de otros. Aquí también puedes usar Markdown.
tribe-door = Quién puede unirse
tribe-door-open = Abierta
tribe-door-open-hint = Cualquier miembro puede unirse al momento.
tribe-door-ask = Con solicitud
tribe-door-ask-hint = Se pide entrar, y quien lleva la tribu lo acepta.
tribe-door-hidden = Oculta
tribe-door-hidden-hint = Con invitación. Nadie más la encuentra ni sabe que existe, tampoco la organización.
tribe-hide-not-yours = Solo quien lleva la tribu puede ocultarla.
tribe-places = Plazas
tribe-places-hint = Cuántas personas pueden unirse además de quien la lleva. Déjalo vacío si no hay límite.
tribe-places-wrong = Escribe un número entero de 1 a 100.000 o déjalo vacío.
tribe-moved-on = Otra persona cambió estos ajustes después de que los abrieras. No se ha sobrescrito nada: lo que escribiste está abajo. Si guardas ahora, sustituirá a lo suyo.
tribe-picture = Imagen
tribe-picture-new = Imagen nueva
tribe-picture-alt = Qué muestra
tribe-picture-alt-hint = Se lee en voz alta a quien no puede ver la imagen. Déjalo vacío si solo es un adorno.
tribe-picture-remove = Quitar la imagen

tribe-members = { $count ->
    [one] Un miembro
   *[other] { $number } miembros
}
tribe-leader = La lleva
tribe-people = Miembros
tribe-people-of = Miembros de { $name }
tribe-since = desde el { $date }
tribe-closed = Cerrada
tribe-is-closed = Esta tribu está cerrada. Ahora nadie puede unirse.
tribe-closed-hint = Esta tribu está cerrada: no se empieza nada nuevo y todo sigue ahí para leerlo.
tribe-inside-hint = Lo que se habla aquí es para los miembros de la tribu.
tribe-sign-in = Los miembros pueden unirse a esta tribu.

tribe-you-lead = La llevas tú
tribe-you-are-in = Estás dentro
tribe-you-wait = En lista de espera
tribe-you-asked = Solicitud enviada
tribe-you-are-invited = Tienes una invitación
tribe-call-lead = Te han pedido que la lleves
tribe-call-welcome = Ya estás dentro
tribe-call-asking = { $count ->
    [one] Una persona pide entrar
   *[other] { $number } personas piden entrar
}
tribe-call-lapsed = Quien la lleva quiere pasarla y nadie ha aceptado
tribe-welcome = Ya estás dentro. ¡Te damos la bienvenida!

tribe-join = Unirme
tribe-ask = Pedir entrar
tribe-wait = Apuntarme a la lista de espera
tribe-full = Todas las plazas están ocupadas. Cuando quede una libre, será para la siguiente persona de la lista de espera.
tribe-words = Unas palabras para quien la lleva
tribe-words-hint = Quién eres o por qué te gustaría entrar. Solo lo lee quien lleva la tribu.
tribe-accept = Aceptar
tribe-decline = Rechazar
tribe-asked-text = Has pedido entrar. Quien lleva la tribu decidirá.
tribe-waiting-text = Estás en la lista de espera. La próxima plaza libre será tuya cuando te toque.
tribe-take-back = Retirar

tribe-asking = Solicitudes
tribe-let-in = Aceptar
tribe-turn-away = Rechazar
tribe-invite = Invitar
tribe-invite-handle = Usuario
tribe-invite-hint = El nombre con @ que aparece en su página.
tribe-invite-send = Invitar
tribe-invite-nobody = Aquí nadie tiene este usuario. Comprueba cómo se escribe.
tribe-invite-already = Esta persona ya está en la tribu.
tribe-invite-take-back = Retirar
tribe-invited = Con invitación
tribe-waiting = Lista de espera
tribe-remove = Sacar de la tribu

tribe-leave = Salir
tribe-leave-of = ¿Salir de { $name }?
tribe-leave-text = Ya no podrás leer lo que se habla allí. Lo que escribiste se queda.
tribe-leave-last = No hay nadie más aquí. Si sales, la tribu se acaba para siempre.
tribe-leave-and-end = Salir y terminar la tribu
tribe-leave-leader = Llevas esta tribu, así que antes alguien tiene que tomar el relevo. Pídeselo a alguien: en cuanto acepte, la llevará y podrás irte. Hasta entonces no cambia nada.
tribe-successor = ¿Quién debería llevarla ahora?
tribe-successor-choose = Elige un miembro
tribe-successor-hint = Tiene 14 días para aceptar.
tribe-offer = Pedirle que la lleve
tribe-offer-and-leave = Pedírselo y salir cuando acepte
tribe-offer-and-stay = Pedírselo y quedarme como miembro
tribe-offer-stands = Se le ha pedido a { $name } que lleve esta tribu.
tribe-offer-until = Puede aceptar hasta el { $date }.
tribe-offer-take-back = Retirar la petición
tribe-offer-lapsed = Nadie aceptó llevar esta tribu en 14 días. Pídeselo a otra persona.
tribe-offered = Te piden que lleves la tribu
tribe-offered-text = { $name } te pide que lleves esta tribu. Aceptarías a quien quiera entrar, podrías cerrar y fijar debates, y cambiar lo que la tribu dice de sí misma.
tribe-offered-nobody = Ahora nadie lleva esta tribu, y te lo han pedido a ti.
tribe-lead-yes = Sí, la llevo yo
tribe-lead-no = No, gracias
tribe-hand-over = Pasarla a otra persona

tribe-close-title = Cerrar y terminar
tribe-close-hint = Una tribu cerrada no acepta a nadie ni empieza nada nuevo; sus miembros lo siguen leyendo todo, y puedes volver a abrirla. Una tribu terminada desaparece para siempre.
tribe-close = Cerrar la tribu
tribe-reopen = Volver a abrirla
tribe-end = Terminarla para siempre
tribe-end-of = ¿Terminar { $name } para siempre?
tribe-end-text = Todos los miembros salen de la tribu y nadie podrá leer lo que se habló en ella. No se puede deshacer.

tribe-done-founded = Tu tribu ya existe. Empieza un debate o invita a alguien.
tribe-done-joined = Ya estás dentro. ¡Te damos la bienvenida!
tribe-done-asked = Tu solicitud se ha enviado.
tribe-done-waiting = Todas las plazas están ocupadas. Estás en la lista de espera.
tribe-done-closed-meanwhile = Ahora nadie puede unirse a esta tribu.
tribe-done-left = Has salido de la tribu.
tribe-done-declined = Hecho. Puedes cambiar de opinión más adelante.
tribe-done-saved = Guardado.
tribe-done-picture = La imagen se ha guardado.
tribe-done-invited = La invitación va en camino.
tribe-done-let-in = Ya está dentro.
tribe-done-no-place = Todas las plazas están ocupadas. Está en la lista de espera.
tribe-done-turned-away = Hecho.
tribe-done-removed = Ya no está en la tribu.
tribe-done-offered = Se lo hemos pedido. Hasta que acepte no cambia nada.
tribe-done-leads = Ahora llevas tú esta tribu. ¡Gracias!
tribe-done-offer-gone = La petición ya no está en pie.
tribe-done-offer-declined = Has dicho que no. No cambia nada.
tribe-done-offer-ended = La petición se ha retirado.
tribe-done-closed = La tribu está cerrada.
tribe-done-reopened = La tribu está abierta otra vez.
tribe-done-ended = La tribu ha terminado.

audit-tribe-edited = cambió los ajustes de la tribu
audit-tribe-closed = cerró la tribu
audit-tribe-reopened = volvió a abrir la tribu
audit-tribe-ended = terminó la tribu

## Debates

discussions = Debates
discussions-empty = Todavía no se ha hablado de nada. Haz una pregunta o cuenta lo que te ronda la cabeza.
discussions-more = Más debates
discussions-latest = ← Últimos debates
discussions-older = Debates anteriores →
discussion-begin = Empezar un debate
discussion-edit = Editar el debate
discussion-publish = Publicar
discussion-moved-on = Este debate ha cambiado desde que lo abriste, quizá en otra pestaña. No se ha sobrescrito nada: tu texto está abajo. Si guardas ahora, sustituirá a la otra versión.
discussion-left = Ya no estás en este grupo. Puedes leer lo que escribiste, pero no las respuestas.
discussion-pin = Fijar
discussion-unpin = Dejar de fijar
discussion-close = Cerrar
discussion-reopen = Volver a abrir
discussion-delete = ¿Eliminar este debate?
discussion-delete-text = { $count ->
    [0] No se podrá recuperar.
    [one] También desaparece su respuesta. No se podrá recuperar.
   *[other] También desaparecen sus { $number } respuestas. No se podrá recuperar.
}
discussion-done-deleted = El debate se ha eliminado.
label-pinned = Fijado
label-closed = Cerrado

## Cuándo se reúne una tribu

gatherings = Encuentros
gatherings-none = No hay nada previsto.
gathering-plan = Planear un encuentro
gathering-edit = Cambiar el encuentro
gathering-title = Qué es
gathering-starts = Empieza
gathering-starts-hint = En la zona horaria { $zone }. Cada cual lo ve en la suya.
gathering-starts-past = Esta hora ya ha pasado.
gathering-minutes = Duración en minutos
gathering-minutes-wrong = Escribe un número entero de minutos.
gathering-place = Lugar o enlace
gathering-place-hint = Una sala, una dirección o el enlace a una llamada.
gathering-moved-on = Otra persona lo cambió después de que lo abrieras. No se ha sobrescrito nada: lo que escribiste está abajo. Si guardas ahora, sustituirá a lo suyo.
gathering-cancel = Cancelar el encuentro
gathering-cancel-hint = Sigue en la lista, marcado como cancelado, para que nadie vaya en balde.
gathering-cancelled = Cancelado
gathering-there = { $time } donde se planeó
gathering-lasts = { $count ->
    [one] Un minuto
   *[other] { $number } minutos
}
gathering-link = Abrir el enlace
gathering-done-planned = El encuentro está en la lista.
gathering-done-cancelled = El encuentro se ha cancelado.
field-moment-wrong = Escribe una fecha y una hora, por ejemplo 2026-09-07T18:00.
