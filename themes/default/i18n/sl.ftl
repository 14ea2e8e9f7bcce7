# Slovenščina: the texts of the default theme.

## Getting around

skip-to-content = Preskoči na vsebino
language = Jezik
choose-language = Izberite jezik
site-navigation = Krmarjenje po spletnem mestu
pages = Strani
breadcrumbs = Nahajate se tukaj
on-this-page = Na tej strani
home = Začetna stran
all-pages = Vse strani
toc-filter = Filtriraj po naslovu
previous = Prejšnja
next = Naslednja
page-n-of-m = Stran { $number } od { $count }
search = Iskanje
search-no-results = Ni zadetkov za »{ $query }«
close = Zapri

## Search

search-prompt = Vnesite eno ali več besed.
search-keys = Med zadetki se pomikajte s puščičnimi tipkami, zadetek odprite s tipko Enter, nazaj se vrnite s tipko Esc.
search-busy = Iskanje …
search-results = { $count ->
    [one] { $number } zadetek za »{ $query }«
    [two] { $number } zadetka za »{ $query }«
    [few] { $number } zadetki za »{ $query }«
   *[other] { $number } zadetkov za »{ $query }«
}
search-all-results = Vsi zadetki
search-more = Pokaži več zadetkov
search-section = Razdelek
search-original = Išči tudi v izvirnem jeziku: { $language }
search-titles-only = Tukaj se išče samo po naslovih in podnaslovih.
search-from-disk = Po celotnem besedilu je mogoče iskati, ko je mesto v spletnem strežniku.
search-failed = Iskanja ni bilo mogoče naložiti. Znova naložite stran in poskusite še enkrat.
search-no-script = Iskanje potrebuje JavaScript. Brez njega začetna stran vodi do vseh strani.

## What a reader must know of a page

machine-translated = Ta stran je strojno prevedena in lahko vsebuje napake.
fallback-notice = Ta stran še ni prevedena v vaš jezik. Prikazani jezik: { $language }.
stale-notice = Izvirnik se je po prevodu te strani spremenil. Nekateri podatki so lahko zastareli.
stale-sections = Spremenjeni razdelki:
stale-sections-maybe = Razdelki, ki so se morda spremenili:
read-original = Preberi izvirnik
page-not-found = Strani ni mogoče najti
page-not-found-text = Naslov je morda napačno vnesen ali pa je bila stran premaknjena.
page-moved = Ta stran je bila premaknjena

## Reading modes

reading-mode = Način branja
mode-translation = Prevod
mode-hover = Stavek za stavkom
mode-interleaved = Po odstavkih
mode-side-by-side = Vzporedno
mode-original = Izvirnik
mode-hover-help = Za prikaz izvirnika pokažite na stavek, se ga dotaknite ali se nanj premaknite s tipko Tab. Esc zapre.
second-language = Drugi jezik
second-unavailable = Ta stran nima povedi, ki bi jih bilo mogoče prikazati v tem jeziku: { $language }.
mode-interleaved-help = Izvirnik je pod vsakim odstavkom.
mode-side-by-side-help = Prevod in izvirnik sta drug ob drugem.
mode-original-help = Celotna stran v jeziku, v katerem je bila napisana.
keyboard-shortcuts = Bližnjice na tipkovnici
keys-on = Uporabi bližnjice na tipkovnici
key-next = Naslednja poved
key-previous = Prejšnja poved
key-into = V izvirnik povedi
key-mode = Naslednji način branja
key-search = Iskanje
key-help = Pokaži to pomoč
segment-was = Kaj se je v izvirniku spremenilo po prevodu:
original = Izvirnik
pair-uncertain = To morda ni ustrezna poved izvirnika.
segment-changed = Ta poved se je v izvirniku spremenila.
segment-deleted = Te povedi v izvirniku ni več.

## Where a translation comes from

provenance-translation = Prevod
translation-human = Človeški
translation-machine = Strojni
provenance-hand-off = Datum prevoda
provenance-source = Različica izvirnika
provenance-freshness = Stanje
translation-fresh = Posodobljen
translation-stale = Zastarel
last-updated = Zadnja posodobitev

## Language switcher and links into other languages

switcher-human = človeški prevod
switcher-machine = strojni prevod
switcher-stale = zastarel prevod
switcher-missing = ni prevedeno
switcher-fallback = ni prevedeno, prikazano v drugem jeziku: { $language }
switcher-index = ni prevedeno, vodi na začetno stran
switcher-find = Poišči jezik
switcher-found = Najdeni jeziki: { $count }
link-in-language = jezik: { $language }

## Inside the article

alert-note = Opomba
alert-tip = Nasvet
alert-important = Pomembno
alert-caution = Pozor
alert-warning = Opozorilo
copy = Kopiraj
copied = Kopirano
edit-page = Uredi to stran
edit-sentence = Uredi ta stavek
heading-link = Povezava do tega razdelka
image-zoom = Povečaj sliko
footnotes = Sprotne opombe
footnote-back = Nazaj na besedilo
task-done = Končano
task-open = Še ni končano
table = Tabela
video = Video
load-frame = Pokaži vsebino iz { $host }
version = Različica
versions = Različice
show-all = Pokaži vse
variant = Možnost

card-architecture = Arhitektura
card-concept = Pojem
card-deploy = Uvajanje
card-download = Prenos
card-get-started = Začetek
card-how-to-guide = Vodnik z navodili
card-learn = Učenje
card-overview = Pregled
card-quickstart = Hitri začetek
card-reference = Sklic
card-sample = Vzorec
card-training = Usposabljanje
card-tutorial = Vadnica
card-video = Videoposnetek
card-whats-new = Novosti

## Appearance

theme = Tema
theme-auto = Samodejno
theme-light = Svetla
theme-dark = Temna
theme-contrast = Visok kontrast
