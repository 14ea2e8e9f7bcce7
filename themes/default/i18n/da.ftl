# Dansk: the texts of the default theme.

## Getting around

skip-to-content = Spring til indhold
language = Sprog
choose-language = Vælg sprog
site-navigation = Webstedsnavigation
pages = Sider
breadcrumbs = Du er her
on-this-page = På denne side
home = Startside
all-pages = Alle sider
toc-filter = Filtrer efter titel
previous = Forrige
next = Næste
page-n-of-m = Side { $number } af { $count }
search = Søg
search-no-results = Ingen resultater for »{ $query }«
close = Luk

## Search

search-prompt = Skriv et eller flere ord.
search-keys = Brug piletasterne til at gå gennem resultaterne, Enter til at åbne et og Esc til at gå tilbage.
search-busy = Søger…
search-results = { $count ->
    [one] { $number } resultat for »{ $query }«
   *[other] { $number } resultater for »{ $query }«
}
search-all-results = Alle resultater
search-more = Vis flere resultater
search-section = Afsnit
search-original = Søg også på originalsproget: { $language }
search-titles-only = Her søges der kun i titler og overskrifter.
search-from-disk = Der kan søges i hele teksten, når webstedet ligger på en webserver.
search-failed = Søgningen kunne ikke indlæses. Genindlæs siden for at prøve igen.
search-no-script = Søgning kræver JavaScript. Uden det fører startsiden til alle sider.

## What a reader must know of a page

machine-translated = Denne side er maskinoversat og kan indeholde fejl.
fallback-notice = Denne side er endnu ikke oversat til dit sprog. Vist sprog: { $language }.
stale-notice = Originalen er ændret, siden denne side blev oversat. Nogle oplysninger kan være forældede.
stale-sections = Ændrede afsnit:
stale-sections-maybe = Afsnit, der kan være ændret:
read-original = Læs originalen
page-not-found = Siden blev ikke fundet
page-not-found-text = Adressen er måske skrevet forkert, eller siden kan være flyttet.
page-moved = Denne side er flyttet

## Reading modes

reading-mode = Læsetilstand
mode-translation = Oversættelse
mode-hover = Hover
mode-interleaved = Afsnit for afsnit
mode-side-by-side = Side om side
mode-original = Original
mode-hover-help = Peg på en sætning, tryk på den, eller gå til den med Tab-tasten for at se originalen. Esc lukker.
second-language = Andet sprog
second-unavailable = Denne side har ingen sætninger, der kan vises på dette sprog: { $language }.
mode-interleaved-help = Originalen står under hvert afsnit.
mode-side-by-side-help = Oversættelsen og originalen står ved siden af hinanden.
mode-original-help = Hele siden på det sprog, den er skrevet på.
keyboard-shortcuts = Tastaturgenveje
keys-on = Brug tastaturgenveje
key-next = Næste sætning
key-previous = Forrige sætning
key-into = Gå til sætningens original
key-mode = Næste læsetilstand
key-search = Søg
key-help = Vis denne hjælp
segment-was = Det er ændret i originalen siden oversættelsen:
original = Original
pair-uncertain = Det er måske ikke den rigtige sætning i originalen.
segment-changed = Sætningen er ændret i originalen.
segment-deleted = Sætningen findes ikke længere i originalen.

## Where a translation comes from

provenance-translation = Oversættelse
translation-human = Af et menneske
translation-machine = Af en maskine
provenance-hand-off = Oversættelsesdato
provenance-source = Originalens version
provenance-freshness = Status
translation-fresh = Opdateret
translation-stale = Forældet
last-updated = Senest opdateret

## Language switcher and links into other languages

switcher-human = menneskelig oversættelse
switcher-machine = maskinoversættelse
switcher-stale = forældet
switcher-missing = ikke oversat
switcher-fallback = ikke oversat, vises på et andet sprog: { $language }
switcher-index = ikke oversat, fører til startsiden
switcher-find = Find et sprog
switcher-found = Fundne sprog: { $count }
link-in-language = sprog: { $language }

## Inside the article

alert-note = Bemærk
alert-tip = Tip
alert-important = Vigtigt
alert-caution = Forsigtig
alert-warning = Advarsel
copy = Kopiér
copied = Kopieret
edit-page = Rediger denne side
edit-sentence = Rediger denne sætning
heading-link = Link til dette afsnit
image-zoom = Forstør billedet
footnotes = Fodnoter
footnote-back = Tilbage til teksten
task-done = Udført
task-open = Skal udføres
table = Tabel
video = Video
load-frame = Vis indhold fra { $host }
version = Version
versions = Versioner
show-all = Vis alle
variant = Variant

card-architecture = Arkitektur
card-concept = Koncept
card-deploy = Udrulning
card-download = Download
card-get-started = Kom i gang
card-how-to-guide = Vejledning
card-learn = Lær
card-overview = Oversigt
card-quickstart = Lynguide
card-reference = Reference
card-sample = Eksempel
card-training = Undervisning
card-tutorial = Selvstudium
card-video = Video
card-whats-new = Nyheder

## Appearance

theme = Tema
theme-auto = Automatisk
theme-light = Lyst
theme-dark = Mørkt
theme-contrast = Høj kontrast
