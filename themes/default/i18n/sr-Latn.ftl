# Srpski (latinica): the texts of the default theme.

## Getting around

skip-to-content = Pređi na sadržaj
language = Jezik
choose-language = Izaberite jezik
site-navigation = Navigacija sajta
pages = Stranice
breadcrumbs = Nalazite se ovde
on-this-page = Na ovoj stranici
home = Početna stranica
all-pages = Sve stranice
toc-filter = Filtriraj po naslovu
previous = Prethodna
next = Sledeća
page-n-of-m = Stranica { $number } od { $count }
search = Pretraga
search-no-results = Nema rezultata za „{ $query }“
close = Zatvori

## Search

search-prompt = Unesite jednu ili više reči.
search-keys = Krećite se kroz rezultate tasterima sa strelicama, otvorite rezultat tasterom Enter i vratite se tasterom Esc.
search-busy = Pretraga je u toku…
search-results = { $count ->
    [one] { $number } rezultat za „{ $query }“
    [few] { $number } rezultata za „{ $query }“
   *[other] { $number } rezultata za „{ $query }“
}
search-all-results = Svi rezultati
search-more = Prikaži još rezultata
search-section = Odeljak
search-original = Pretraži i na izvornom jeziku: { $language }
search-titles-only = Ovde se pretražuju samo naslovi i podnaslovi.
search-from-disk = Ceo tekst može da se pretražuje kada je sajt na veb-serveru.
search-failed = Pretraga nije mogla da se učita. Ponovo učitajte stranicu i pokušajte još jednom.
search-no-script = Za pretragu je potreban JavaScript. Bez njega početna stranica vodi do svih stranica.

## What a reader must know of a page

machine-translated = Ova stranica je mašinski prevedena i može sadržati greške.
fallback-notice = Ova stranica još nije prevedena na vaš jezik. Prikazani jezik: { $language }.
stale-notice = Original se promenio otkako je ova stranica prevedena. Neki podaci su možda zastareli.
stale-sections = Izmenjeni odeljci:
stale-sections-maybe = Odeljci koji su se možda promenili:
read-original = Pročitaj original
page-not-found = Stranica nije pronađena
page-not-found-text = Adresa je možda pogrešno upisana ili je stranica premeštena.
page-moved = Ova stranica je premeštena

## Reading modes

reading-mode = Režim čitanja
mode-translation = Prevod
mode-hover = Rečenicu po rečenicu
mode-interleaved = Po pasusima
mode-side-by-side = Uporedo
mode-original = Original
mode-hover-help = Pokažite na rečenicu, dodirnite je ili pređite na nju tasterom Tab da biste videli original. Esc zatvara.
second-language = Drugi jezik
second-unavailable = Na ovoj stranici nema rečenica koje mogu da se prikažu na ovom jeziku: { $language }.
mode-interleaved-help = Original stoji ispod svakog pasusa.
mode-side-by-side-help = Prevod i original stoje jedan pored drugog.
mode-original-help = Cela stranica na jeziku na kojem je napisana.
keyboard-shortcuts = Tasterske prečice
keys-on = Koristi tasterske prečice
key-next = Sledeća rečenica
key-previous = Prethodna rečenica
key-into = U original rečenice
key-mode = Sledeći režim čitanja
key-search = Pretraga
key-help = Prikaži ovu pomoć
segment-was = Šta se u originalu promenilo od prevoda:
original = Original
pair-uncertain = Ovo možda nije odgovarajuća rečenica originala.
segment-changed = Ova rečenica se u originalu promenila.
segment-deleted = Ove rečenice više nema u originalu.

## Where a translation comes from

provenance-translation = Prevod
translation-human = Ljudski
translation-machine = Mašinski
provenance-hand-off = Datum prevoda
provenance-source = Verzija originala
provenance-freshness = Status
translation-fresh = Ažuran
translation-stale = Zastareo
last-updated = Poslednje ažuriranje

## Language switcher and links into other languages

switcher-human = ljudski prevod
switcher-machine = mašinski prevod
switcher-stale = zastareo prevod
switcher-missing = nije prevedeno
switcher-fallback = nije prevedeno, prikazano na drugom jeziku: { $language }
switcher-index = nije prevedeno, vodi na početnu stranicu
switcher-find = Pronađi jezik
switcher-found = Pronađeni jezici: { $count }
link-in-language = jezik: { $language }

## Inside the article

alert-note = Napomena
alert-tip = Savet
alert-important = Važno
alert-caution = Oprez
alert-warning = Upozorenje
copy = Kopiraj
copied = Kopirano
edit-page = Izmeni ovu stranicu
edit-sentence = Izmeni ovu rečenicu
heading-link = Veza ka ovom odeljku
image-zoom = Uvećaj sliku
footnotes = Fusnote
footnote-back = Nazad na tekst
task-done = Završeno
task-open = Preostalo
table = Tabela
video = Video
load-frame = Prikaži sadržaj sa { $host }
version = Verzija
versions = Verzije
show-all = Prikaži sve
variant = Varijanta

card-architecture = Arhitektura
card-concept = Koncept
card-deploy = Primena
card-download = Preuzimanje
card-get-started = Prvi koraci
card-how-to-guide = Vodič sa uputstvima
card-learn = Učenje
card-overview = Pregled
card-quickstart = Brzi početak
card-reference = Referenca
card-sample = Primer
card-training = Obuka
card-tutorial = Uputstvo
card-video = Video
card-whats-new = Šta je novo

## Appearance

theme = Tema
theme-auto = Automatska
theme-light = Svetla
theme-dark = Tamna
theme-contrast = Visok kontrast
