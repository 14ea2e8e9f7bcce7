# Nederlands: the texts of the default theme.

## Getting around

skip-to-content = Naar de inhoud
language = Taal
choose-language = Kies je taal
site-navigation = Sitenavigatie
pages = Pagina’s
breadcrumbs = Je bent hier
on-this-page = Op deze pagina
home = Startpagina
all-pages = Alle pagina’s
toc-filter = Filteren op titel
previous = Vorige
next = Volgende
page-n-of-m = Pagina { $number } van { $count }
search = Zoeken
search-no-results = Niets gevonden voor ‘{ $query }’
close = Sluiten

## Search

search-prompt = Typ een of meer woorden.
search-keys = Loop met de pijltoetsen door de resultaten, open er een met Enter en ga terug met Esc.
search-busy = Bezig met zoeken…
search-results = { $count ->
    [one] { $number } resultaat voor ‘{ $query }’
   *[other] { $number } resultaten voor ‘{ $query }’
}
search-all-results = Alle resultaten
search-more = Meer resultaten weergeven
search-section = Sectie
search-original = Ook zoeken in de oorspronkelijke taal: { $language }
search-titles-only = Hier wordt alleen in titels en koppen gezocht.
search-from-disk = De volledige tekst kan worden doorzocht wanneer de site op een webserver staat.
search-failed = Het zoeken kon niet worden geladen. Laad de pagina opnieuw om het nogmaals te proberen.
search-no-script = Voor zoeken is JavaScript nodig. Zonder JavaScript leidt de startpagina naar alle pagina's.

## What a reader must know of a page

machine-translated = Deze pagina is automatisch vertaald en kan fouten bevatten.
fallback-notice = Deze pagina is nog niet in je taal vertaald. Weergegeven taal: { $language }.
stale-notice = Het origineel is gewijzigd nadat deze pagina is vertaald. Sommige details kunnen verouderd zijn.
stale-sections = Gewijzigde secties:
stale-sections-maybe = Secties die mogelijk zijn gewijzigd:
read-original = Het origineel lezen
page-not-found = Pagina niet gevonden
page-not-found-text = Het adres is mogelijk verkeerd getypt of de pagina is verplaatst.
page-moved = Deze pagina is verplaatst

## Reading modes

reading-mode = Leesmodus
mode-translation = Vertaling
mode-hover = Aanwijzen
mode-interleaved = Per alinea
mode-side-by-side = Naast elkaar
mode-original = Origineel
mode-hover-help = Wijs een zin aan, tik erop of ga ernaartoe met de Tab-toets om het origineel te zien. Esc sluit het.
second-language = Tweede taal
second-unavailable = Deze pagina heeft geen zinnen om in deze taal te tonen: { $language }.
mode-interleaved-help = Het origineel staat onder elke alinea.
mode-side-by-side-help = De vertaling en het origineel staan naast elkaar.
mode-original-help = De hele pagina in de taal waarin ze is geschreven.
keyboard-shortcuts = Sneltoetsen
keys-on = Sneltoetsen gebruiken
key-next = Volgende zin
key-previous = Vorige zin
key-into = Naar het origineel van de zin
key-mode = Volgende leesmodus
key-search = Zoeken
key-help = Deze hulp tonen
segment-was = Wat er sinds de vertaling in het origineel is gewijzigd:
original = Origineel
pair-uncertain = Dit is mogelijk niet de bijbehorende zin van het origineel.
segment-changed = Deze zin is in het origineel gewijzigd.
segment-deleted = Deze zin staat niet meer in het origineel.

## Where a translation comes from

provenance-translation = Vertaling
translation-human = Door een mens
translation-machine = Door een machine
provenance-hand-off = Vertaaldatum
provenance-source = Versie van het origineel
provenance-freshness = Status
translation-fresh = Actueel
translation-stale = Verouderd
last-updated = Laatst bijgewerkt

## Language switcher and links into other languages

switcher-human = menselijke vertaling
switcher-machine = automatische vertaling
switcher-stale = verouderd
switcher-missing = niet vertaald
switcher-fallback = niet vertaald, weergegeven in een andere taal: { $language }
switcher-index = niet vertaald, leidt naar de startpagina
switcher-find = Taal zoeken
switcher-found = Gevonden talen: { $count }
link-in-language = taal: { $language }

## Inside the article

alert-note = Opmerking
alert-tip = Tip
alert-important = Belangrijk
alert-caution = Let op
alert-warning = Waarschuwing
copy = Kopiëren
copied = Gekopieerd
edit-page = Deze pagina bewerken
edit-sentence = Deze zin bewerken
heading-link = Link naar deze sectie
image-zoom = Afbeelding vergroten
footnotes = Voetnoten
footnote-back = Terug naar de tekst
task-done = Gereed
task-open = Te doen
table = Tabel
video = Video
load-frame = Inhoud van { $host } weergeven
version = Versie
versions = Versies
show-all = Alles weergeven
variant = Variant

card-architecture = Architectuur
card-concept = Concept
card-deploy = Implementatie
card-download = Download
card-get-started = Aan de slag
card-how-to-guide = Handleiding
card-learn = Leren
card-overview = Overzicht
card-quickstart = Snelstart
card-reference = Naslag
card-sample = Voorbeeld
card-training = Training
card-tutorial = Zelfstudie
card-video = Video
card-whats-new = Wat is er nieuw

## Appearance

theme = Thema
theme-auto = Automatisch
theme-light = Licht
theme-dark = Donker
theme-contrast = Hoog contrast
