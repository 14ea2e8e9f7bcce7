# Español: the texts of the default theme.

## Getting around

skip-to-content = Ir al contenido
language = Idioma
choose-language = Elige tu idioma
site-navigation = Navegación del sitio
pages = Páginas
breadcrumbs = Estás aquí
on-this-page = En esta página
home = Página de inicio
all-pages = Todas las páginas
toc-filter = Filtrar por título
previous = Anterior
next = Siguiente
page-n-of-m = Página { $number } de { $count }
search = Buscar
search-no-results = No hay resultados para «{ $query }»
close = Cerrar

## Search

search-prompt = Escriba una o varias palabras.
search-keys = Recorra los resultados con las flechas, abra uno con Intro y vuelva con Esc.
search-busy = Buscando…
search-results = { $count ->
    [one] { $number } resultado para «{ $query }»
    [many] { $number } de resultados para «{ $query }»
   *[other] { $number } resultados para «{ $query }»
}
search-all-results = Todos los resultados
search-more = Mostrar más resultados
search-section = Sección
search-original = Buscar también en el idioma original: { $language }
search-titles-only = Aquí solo se busca en títulos y encabezados.
search-from-disk = El texto completo se puede buscar cuando el sitio está en un servidor web.
search-failed = No se pudo cargar la búsqueda. Vuelva a cargar la página para intentarlo de nuevo.
search-no-script = La búsqueda necesita JavaScript. Sin él, la página de inicio lleva a todas las páginas.

## What a reader must know of a page

machine-translated = Esta página se ha traducido automáticamente y puede contener errores.
fallback-notice = Esta página aún no está traducida a tu idioma. Idioma mostrado: { $language }.
stale-notice = El original ha cambiado desde que se tradujo esta página. Algunos detalles pueden estar desactualizados.
stale-sections = Secciones que han cambiado:
stale-sections-maybe = Secciones que pueden haber cambiado:
read-original = Leer el original
page-not-found = Página no encontrada
page-not-found-text = Puede que la dirección esté mal escrita o que la página se haya movido.
page-moved = Esta página se ha movido

## Reading modes

reading-mode = Modo de lectura
mode-translation = Traducción
mode-hover = Frase a frase
mode-interleaved = Por párrafos
mode-side-by-side = En paralelo
mode-original = Original
mode-hover-help = Señala una frase, tócala o llega a ella con la tecla Tab para ver el original. Esc lo cierra.
second-language = Segundo idioma
second-unavailable = Esta página no tiene frases que mostrar en este idioma: { $language }.
mode-interleaved-help = El original aparece debajo de cada párrafo.
mode-side-by-side-help = La traducción y el original aparecen uno al lado del otro.
mode-original-help = La página entera en el idioma en que se escribió.
keyboard-shortcuts = Atajos de teclado
keys-on = Usar atajos de teclado
key-next = Frase siguiente
key-previous = Frase anterior
key-into = Ir al original de la frase
key-mode = Modo de lectura siguiente
key-search = Buscar
key-help = Mostrar esta ayuda
segment-was = Qué ha cambiado en el original desde la traducción:
original = Original
pair-uncertain = Puede que no sea la frase correspondiente del original.
segment-changed = Esta frase ha cambiado en el original.
segment-deleted = Esta frase ya no está en el original.

## Where a translation comes from

provenance-translation = Traducción
translation-human = Humana
translation-machine = Automática
provenance-hand-off = Fecha de la traducción
provenance-source = Versión del original
provenance-freshness = Estado
translation-fresh = Actualizada
translation-stale = Desactualizada
last-updated = Última actualización

## Language switcher and links into other languages

switcher-human = traducción humana
switcher-machine = traducción automática
switcher-stale = desactualizada
switcher-missing = sin traducir
switcher-fallback = sin traducir, se muestra en otro idioma: { $language }
switcher-index = sin traducir, lleva a la página de inicio
switcher-find = Buscar un idioma
switcher-found = Idiomas encontrados: { $count }
link-in-language = idioma: { $language }

## Inside the article

alert-note = Nota
alert-tip = Sugerencia
alert-important = Importante
alert-caution = Precaución
alert-warning = Advertencia
copy = Copiar
copied = Copiado
edit-page = Editar esta página
edit-sentence = Editar esta frase
heading-link = Enlace a esta sección
image-zoom = Ampliar la imagen
footnotes = Notas al pie
footnote-back = Volver al texto
task-done = Hecho
task-open = Por hacer
table = Tabla
video = Vídeo
load-frame = Mostrar el contenido de { $host }
version = Versión
versions = Versiones
show-all = Mostrar todo
variant = Variante

card-architecture = Arquitectura
card-concept = Concepto
card-deploy = Implementación
card-download = Descarga
card-get-started = Introducción
card-how-to-guide = Guía paso a paso
card-learn = Aprender
card-overview = Información general
card-quickstart = Inicio rápido
card-reference = Referencia
card-sample = Ejemplo
card-training = Formación
card-tutorial = Tutorial
card-video = Vídeo
card-whats-new = Novedades

## Appearance

theme = Tema
theme-auto = Automático
theme-light = Claro
theme-dark = Oscuro
theme-contrast = Alto contraste
