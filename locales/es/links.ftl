### Enterarse: los avisos y lo que se sigue

number = { $number }
nav-notifications = { $count ->
    [0] Notificaciones: nada nuevo
    [one] Notificaciones: { $number } nueva
   *[other] Notificaciones: { $number } nuevas
}
nav-notifications-n = Notificaciones: { $n } nuevas

## Las notificaciones

notifications = Notificaciones
notifications-new = Nuevas
notifications-earlier = Anteriores
notifications-older = Notificaciones más antiguas
notifications-all-read = Marcar todo como leído
notifications-nothing-new = Nada nuevo. Lo has leído todo.
notifications-empty = Aquí no hay nada todavía.
notifications-what-comes = Cuando alguien te responda, te mencione o comente tu entrada, o cuando continúe una conversación que sigues, lo verás aquí.

notice-waiting = { $count ->
    [0] { $name } ha dejado un comentario que debes aprobar
    [one] { $name } y { $number } persona más han dejado comentarios que debes aprobar
   *[other] { $name } y { $number } personas más han dejado comentarios que debes aprobar
}
notice-mention = { $count ->
    [0] { $name } te ha mencionado
    [one] { $name } y { $number } persona más te han mencionado
   *[other] { $name } y { $number } personas más te han mencionado
}
notice-answer = { $count ->
    [0] { $name } te ha respondido
    [one] { $name } y { $number } persona más te han respondido
   *[other] { $name } y { $number } personas más te han respondido
}
notice-comment = { $count ->
    [0] { $name } ha comentado tu entrada
    [one] { $name } y { $number } persona más han comentado tu entrada
   *[other] { $name } y { $number } personas más han comentado tu entrada
}
notice-approved = Tu comentario ha sido aprobado
notice-said = { $count ->
    [0] { $name } ha intervenido
    [one] { $name } y { $number } persona más han intervenido
   *[other] { $name } y { $number } personas más han intervenido
}
notice-posted = { $count ->
    [0] { $name } ha publicado una entrada
    [one] { $name } y { $number } persona más han publicado una entrada
   *[other] { $name } y { $number } personas más han publicado una entrada
}
notice-more = { $count ->
    [one] y { $number } más
   *[other] y { $number } más
}
notice-why-waiting = Moderas esta conversación
notice-why-mention = Te han mencionado
notice-why-answer = Responde a algo que escribiste
notice-why-comment = La entrada es tuya
notice-why-approved = Lo escribiste tú
notice-why-said = Sigues esta conversación
notice-why-posted = Sigues este blog, esta etiqueta o a esta persona

## Lo que se sigue

watches = Lo que sigues
watches-lede = Las respuestas que recibes, las menciones y lo que debes decidir te llegan siempre. Aquí eliges con qué rapidez te enteras del resto.
watches-empty = Todavía no sigues nada. Lo que escribes o respondes empiezas a seguirlo sin hacer nada; los blogs, las etiquetas, las personas y las conversaciones tienen un botón «Seguir».
watches-saved = Tu elección se ha guardado.
watch-begin = Seguir
watch-end = Dejar de seguir
watch-again = Volver a seguir
watch-mute-this = Silenciar
watch-how-soon = Con qué rapidez te enteras de { $name }
watch-now = Al momento
watch-digest = En el resumen
watch-list = Solo en la lista
watch-mute = Silenciado
watch-state-now = Sigues: al momento
watch-state-digest = Sigues: resumen
watch-state-list = Sigues: solo en la lista
watch-state-mute = Silenciado
watch-why-chosen = Elegiste seguirlo
watch-why-wrote = Porque lo escribiste tú
watch-why-answered = Porque has participado
watch-conversation = Conversación
watch-blog = Blog
watch-term = Etiqueta
watch-member = Persona
