# Norsk bokmål: the texts of the default theme.

## Getting around

skip-to-content = Hopp til innholdet
language = Språk
choose-language = Velg språk
site-navigation = Nettstedsnavigasjon
pages = Sider
breadcrumbs = Du er her
on-this-page = På denne siden
home = Startside
all-pages = Alle sider
toc-filter = Filtrer etter tittel
previous = Forrige
next = Neste
page-n-of-m = Side { $number } av { $count }
search = Søk
search-no-results = Ingen treff for «{ $query }»
close = Lukk

## Search

search-prompt = Skriv ett eller flere ord.
search-keys = Bruk piltastene til å gå gjennom treffene, Enter for å åpne et treff og Esc for å gå tilbake.
search-busy = Søker …
search-results = { $count ->
    [one] { $number } treff for «{ $query }»
   *[other] { $number } treff for «{ $query }»
}
search-all-results = Alle treff
search-more = Vis flere treff
search-section = Del
search-original = Søk også på originalspråket: { $language }
search-titles-only = Her søkes det bare i titler og overskrifter.
search-from-disk = Du kan søke i hele teksten når nettstedet ligger på en nettserver.
search-failed = Søket kunne ikke lastes inn. Last inn siden på nytt for å prøve igjen.
search-no-script = Søk krever JavaScript. Uten det fører startsiden til alle sidene.

## What a reader must know of a page

machine-translated = Denne siden er maskinoversatt og kan inneholde feil.
fallback-notice = Denne siden er ikke oversatt til ditt språk ennå. Språk som vises: { $language }.
stale-notice = Originalen er endret siden denne siden ble oversatt. Noen detaljer kan være utdaterte.
stale-sections = Endrede avsnitt:
stale-sections-maybe = Avsnitt som kan være endret:
read-original = Les originalen
page-not-found = Fant ikke siden
page-not-found-text = Adressen kan være feilskrevet, eller siden kan ha blitt flyttet.
page-moved = Denne siden er flyttet

## Reading modes

reading-mode = Lesemodus
mode-translation = Oversettelse
mode-hover = Setning for setning
mode-interleaved = Avsnitt for avsnitt
mode-side-by-side = Side ved side
mode-original = Original
mode-hover-help = Pek på en setning, trykk på den eller gå til den med Tab-tasten for å se originalen. Esc lukker.
second-language = Andre språk
second-unavailable = Denne siden har ingen setninger som kan vises på dette språket: { $language }.
mode-interleaved-help = Originalen står under hvert avsnitt.
mode-side-by-side-help = Oversettelsen og originalen står ved siden av hverandre.
mode-original-help = Hele siden på språket den ble skrevet på.
keyboard-shortcuts = Hurtigtaster
keys-on = Bruk hurtigtaster
key-next = Neste setning
key-previous = Forrige setning
key-into = Til originalen av setningen
key-mode = Neste lesemodus
key-search = Søk
key-help = Vis denne hjelpen
segment-was = Dette er endret i originalen siden oversettelsen:
original = Original
pair-uncertain = Dette er kanskje ikke den tilsvarende setningen i originalen.
segment-changed = Denne setningen er endret i originalen.
segment-deleted = Denne setningen finnes ikke lenger i originalen.

## Where a translation comes from

provenance-translation = Oversettelse
translation-human = Av et menneske
translation-machine = Av en maskin
provenance-hand-off = Oversettelsesdato
provenance-source = Originalens versjon
provenance-freshness = Status
translation-fresh = Oppdatert
translation-stale = Utdatert
last-updated = Sist oppdatert

## Language switcher and links into other languages

switcher-human = menneskelig oversettelse
switcher-machine = maskinoversettelse
switcher-stale = utdatert
switcher-missing = ikke oversatt
switcher-fallback = ikke oversatt, vises på et annet språk: { $language }
switcher-index = ikke oversatt, fører til startsiden
switcher-find = Finn et språk
switcher-found = Språk funnet: { $count }
link-in-language = språk: { $language }

## Inside the article

alert-note = Merk
alert-tip = Tips
alert-important = Viktig
alert-caution = Forsiktig
alert-warning = Advarsel
copy = Kopier
copied = Kopiert
edit-page = Rediger denne siden
edit-sentence = Rediger denne setningen
heading-link = Lenke til denne delen
image-zoom = Forstørr bildet
footnotes = Fotnoter
footnote-back = Tilbake til teksten
task-done = Fullført
task-open = Gjenstår
table = Tabell
video = Video
load-frame = Vis innhold fra { $host }
version = Versjon
versions = Versjoner
show-all = Vis alle
variant = Variant

card-architecture = Arkitektur
card-concept = Konsept
card-deploy = Distribusjon
card-download = Nedlasting
card-get-started = Kom i gang
card-how-to-guide = Veiledning
card-learn = Lær
card-overview = Oversikt
card-quickstart = Hurtigstart
card-reference = Referanse
card-sample = Eksempel
card-training = Opplæring
card-tutorial = Leksjon
card-video = Video
card-whats-new = Nyheter

## Appearance

theme = Tema
theme-auto = Automatisk
theme-light = Lyst
theme-dark = Mørkt
theme-contrast = Høy kontrast
