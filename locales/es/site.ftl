# What every page has.

## The frame of every page
skip = Ir al texto
nav-main = Principal
nav-home = Inicio
nav-members = Miembros
nav-write = Escribir
nav-waiting = En espera ({ $number })
nav-decide = Comentarios en espera y ocultos
nav-menu = tu menú
nav-your-page = Tu página
nav-your-blog = Tu blog
nav-your-posts = Tus entradas y borradores
nav-settings = Ajustes
nav-manage = Gestionar la comunidad
sign-in = Iniciar sesión
title-error = Error:
sign-out = Cerrar sesión
join = Unirse
language = Idioma
to-home = A la página de inicio

## Errors
error-not-found = Este estante está vacío
error-not-found-text = No hay nada en esta dirección, o no todo el mundo puede leerlo. Si alguien te dio el enlace, quizá le interese saberlo.
error-sign-in-first = Inicia sesión primero
error-sign-in-first-text = Esta página es para quien ha iniciado sesión. Iníciala y volverás aquí.
error-forbidden = Esto no te corresponde
error-forbidden-text = O pertenece a otra persona, o la petición vino de otro sitio. No se ha cambiado nada.
error-bad = Esto no se ha entendido
error-bad-text = Algo en la petición no tiene sentido aquí. No se ha cambiado nada; vuelve atrás e inténtalo otra vez.
error-method = Así no
error-method-text = Esta dirección hace otra cosa que la que se le ha pedido.
error-too-large = Es demasiado grande
error-too-large-text = Es más de lo que este sitio admite de una vez. No se ha cambiado nada.
error-too-many = Un momento, por favor
error-too-many-text = Ha sido mucho en poco tiempo. Espera un minuto e inténtalo de nuevo.
error-too-late = Ya es tarde para cambiarlo
error-too-late-text = Los comentarios pueden cambiarse durante un tiempo después de escribirlos. Este todavía puedes eliminarlo o responderlo.
error-broken = Algo se ha roto aquí
error-broken-text = Es culpa nuestra y ha quedado anotado. Lo que habías escrito sigue en tu navegador: vuelve atrás e inténtalo de nuevo.

## Fields
field-name = Nombre
field-email-label = Correo electrónico
field-website-label = Sitio web
field-required = Falta este dato.
field-too-long = Esto es demasiado largo.
field-choose = Elige una de estas opciones.
field-handle = Usa de 2 a 30 caracteres: letras a–z, cifras, - o _, empezando por una letra o una cifra.
field-handle-end = Que termine en letra o cifra y no lleve dos guiones seguidos: si no, ninguna mención lo encuentra.
field-email = Esto no parece una dirección de correo.
field-email-local = Antes de la @ solo podemos escribir a direcciones con letras de la a a la z, sin acentos. ¿Tienes otra?
field-website = Esto no parece una dirección web.
field-password-short = Usa al menos diez caracteres.
field-blog-address = Usa de 2 a 60 caracteres: letras a–z, cifras, - o _, empezando por una letra o una cifra.
field-reserved = Esta dirección la usa el propio sitio. Elige otra.
field-slug = Con esto no se forma una dirección. Usa letras y cifras.
field-language = Esto no es un código de idioma.

## What the script says; {"{n}"}, {"{name}"} and {"{title}"} are filled in by it.
script-reply-to = Responder a { $name }
script-heading-one = Una reflexión sobre «{ $title }»
script-heading-other = { $n } reflexiones sobre «{ $title }»
script-new-one = Una nueva desde tu última visita
script-new-other = { $n } nuevas desde tu última visita
script-answers-one = Una respuesta nueva: mostrar
script-answers-other = { $n } respuestas nuevas: mostrar
script-kept = Tu texto sin enviar de la última vez vuelve a estar en su sitio.
script-kept-discard = Descartarlo
script-sending = Enviando…
script-offline = Ahora mismo no hay conexión. Tu texto está guardado en este dispositivo.
script-failed = El servidor no ha podido recibirlo ahora mismo. Tu texto está guardado en este dispositivo.
script-refused = Tu texto está guardado en este dispositivo.
script-signed-out = Tu sesión se ha cerrado. Tu texto está guardado en este dispositivo: inicia sesión en otra ventana y vuelve a intentarlo.
script-again = Intentar de nuevo
script-posted = Tu comentario está publicado.
script-waiting = Tu comentario está aquí, pendiente de aprobación.
script-live-lost = Sin conexión: las respuestas nuevas aparecerán cuando vuelva.
script-keys-on = Teclas n y p: sí
script-keys-off = Teclas n y p: no
script-theme-system = Colores: como el sistema
script-theme-light = Colores: claros
script-theme-dark = Colores: oscuros
script-preview-wait = Preparando la vista previa…
