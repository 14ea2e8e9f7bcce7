# Eesti: the texts of the default theme.

## Getting around

skip-to-content = Liigu sisu juurde
language = Keel
choose-language = Vali keel
site-navigation = Saidi navigeerimine
pages = Lehed
breadcrumbs = Asud siin
on-this-page = Sellel lehel
home = Avaleht
all-pages = Kõik lehed
toc-filter = Filtreeri pealkirja järgi
previous = Eelmine
next = Järgmine
page-n-of-m = Leht { $number }/{ $count }
search = Otsing
search-no-results = Päringule „{ $query }“ ei leitud vasteid
close = Sule

## Search

search-prompt = Sisestage üks või mitu sõna.
search-keys = Liikuge tulemuste vahel nooleklahvidega, avage tulemus sisestusklahviga ja minge tagasi Esc-klahviga.
search-busy = Otsin…
search-results = { $count ->
    [one] { $number } tulemus päringule „{ $query }“
   *[other] { $number } tulemust päringule „{ $query }“
}
search-all-results = Kõik tulemused
search-more = Kuva rohkem tulemusi
search-section = Jaotis
search-original = Otsi ka originaali keeles: { $language }
search-titles-only = Siin otsitakse ainult pealkirjadest ja alapealkirjadest.
search-from-disk = Kogu teksti saab otsida siis, kui sait on veebiserveris.
search-failed = Otsingut ei õnnestunud laadida. Proovimiseks laadige leht uuesti.
search-no-script = Otsing vajab JavaScripti. Ilma selleta viib avaleht kõigi lehtedeni.

## What a reader must know of a page

machine-translated = See leht on masintõlgitud ja võib sisaldada vigu.
fallback-notice = Seda lehte pole veel sinu keelde tõlgitud. Kuvatav keel: { $language }.
stale-notice = Originaal on pärast selle lehe tõlkimist muutunud. Mõned üksikasjad võivad olla aegunud.
stale-sections = Muutunud jaotised:
stale-sections-maybe = Jaotised, mis võivad olla muutunud:
read-original = Loe originaali
page-not-found = Lehte ei leitud
page-not-found-text = Aadress võib olla valesti kirjutatud või on leht teisaldatud.
page-moved = See leht on teisaldatud

## Reading modes

reading-mode = Lugemisrežiim
mode-translation = Tõlge
mode-hover = Lausehaaval
mode-interleaved = Lõiguhaaval
mode-side-by-side = Kõrvuti
mode-original = Originaal
mode-hover-help = Originaali nägemiseks osuta lausele, puuduta seda või liigu selleni tabeldusklahviga. Esc sulgeb.
second-language = Teine keel
second-unavailable = Sellel lehel pole lauseid, mida selles keeles näidata: { $language }.
mode-interleaved-help = Algtekst on iga lõigu all.
mode-side-by-side-help = Tõlge ja algtekst on kõrvuti.
mode-original-help = Terve leht keeles, milles see on kirjutatud.
keyboard-shortcuts = Kiirklahvid
keys-on = Kasuta kiirklahve
key-next = Järgmine lause
key-previous = Eelmine lause
key-into = Lause algteksti juurde
key-mode = Järgmine lugemisrežiim
key-search = Otsing
key-help = Näita seda abi
segment-was = Mis on algtekstis pärast tõlkimist muutunud:
original = Originaal
pair-uncertain = See ei pruugi olla algteksti vastav lause.
segment-changed = See lause on algtekstis muutunud.
segment-deleted = Seda lauset algtekstis enam ei ole.

## Where a translation comes from

provenance-translation = Tõlge
translation-human = Inimtõlge
translation-machine = Masintõlge
provenance-hand-off = Tõlkimise kuupäev
provenance-source = Originaali versioon
provenance-freshness = Olek
translation-fresh = Ajakohane
translation-stale = Aegunud
last-updated = Viimati värskendatud

## Language switcher and links into other languages

switcher-human = inimtõlge
switcher-machine = masintõlge
switcher-stale = aegunud
switcher-missing = tõlkimata
switcher-fallback = tõlkimata, kuvatakse teises keeles: { $language }
switcher-index = tõlkimata, viib avalehele
switcher-find = Otsi keelt
switcher-found = Leitud keeled: { $count }
link-in-language = keel: { $language }

## Inside the article

alert-note = Märkus
alert-tip = Nõuanne
alert-important = Oluline
alert-caution = Ettevaatust
alert-warning = Hoiatus
copy = Kopeeri
copied = Kopeeritud
edit-page = Muuda seda lehte
edit-sentence = Muuda seda lauset
heading-link = Link sellele jaotisele
image-zoom = Suurenda pilti
footnotes = Allmärkused
footnote-back = Tagasi teksti juurde
task-done = Tehtud
task-open = Tegemata
table = Tabel
video = Video
load-frame = Kuva sisu saidilt { $host }
version = Versioon
versions = Versioonid
show-all = Kuva kõik
variant = Variant

card-architecture = Arhitektuur
card-concept = Mõiste
card-deploy = Juurutamine
card-download = Allalaadimine
card-get-started = Alustamine
card-how-to-guide = Juhend
card-learn = Õppimine
card-overview = Ülevaade
card-quickstart = Kiiralustus
card-reference = Teatmik
card-sample = Näide
card-training = Koolitus
card-tutorial = Õpetus
card-video = Video
card-whats-new = Mis on uut

## Appearance

theme = Kujundus
theme-auto = Automaatne
theme-light = Hele
theme-dark = Tume
theme-contrast = Suur kontrast
