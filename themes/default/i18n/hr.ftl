# Hrvatski: the texts of the default theme.

## Getting around

skip-to-content = Prijeđi na sadržaj
language = Jezik
choose-language = Odaberite jezik
site-navigation = Navigacija web-mjesta
pages = Stranice
breadcrumbs = Nalazite se ovdje
on-this-page = Na ovoj stranici
home = Početna stranica
all-pages = Sve stranice
toc-filter = Filtriraj po naslovu
previous = Prethodna
next = Sljedeća
page-n-of-m = Stranica { $number } od { $count }
search = Pretraživanje
search-no-results = Nema rezultata za „{ $query }”
close = Zatvori

## Search

search-prompt = Upišite jednu ili više riječi.
search-keys = Krećite se rezultatima tipkama sa strelicama, otvorite rezultat tipkom Enter i vratite se tipkom Esc.
search-busy = Pretraživanje…
search-results = { $count ->
    [one] { $number } rezultat za „{ $query }”
    [few] { $number } rezultata za „{ $query }”
   *[other] { $number } rezultata za „{ $query }”
}
search-all-results = Svi rezultati
search-more = Prikaži više rezultata
search-section = Odjeljak
search-original = Pretraži i na izvornom jeziku: { $language }
search-titles-only = Ovdje se pretražuju samo naslovi i podnaslovi.
search-from-disk = Cijeli se tekst može pretraživati kada je web-mjesto na web-poslužitelju.
search-failed = Pretraživanje se nije moglo učitati. Ponovno učitajte stranicu i pokušajte još jednom.
search-no-script = Pretraživanje zahtijeva JavaScript. Bez njega početna stranica vodi do svih stranica.

## What a reader must know of a page

machine-translated = Ova je stranica strojno prevedena i može sadržavati pogreške.
fallback-notice = Ova stranica još nije prevedena na vaš jezik. Prikazani jezik: { $language }.
stale-notice = Izvornik se promijenio otkad je ova stranica prevedena. Neki podaci možda su zastarjeli.
stale-sections = Promijenjeni odjeljci:
stale-sections-maybe = Odjeljci koji su se možda promijenili:
read-original = Pročitaj izvornik
page-not-found = Stranica nije pronađena
page-not-found-text = Adresa je možda pogrešno upisana ili je stranica premještena.
page-moved = Ova je stranica premještena

## Reading modes

reading-mode = Način čitanja
mode-translation = Prijevod
mode-hover = Rečenicu po rečenicu
mode-interleaved = Po odlomcima
mode-side-by-side = Usporedno
mode-original = Izvornik
mode-hover-help = Pokažite na rečenicu, dodirnite je ili prijeđite na nju tipkom Tab da biste vidjeli izvornik. Esc zatvara.
second-language = Drugi jezik
second-unavailable = Na ovoj stranici nema rečenica koje se mogu prikazati na ovom jeziku: { $language }.
mode-interleaved-help = Izvornik stoji ispod svakog odlomka.
mode-side-by-side-help = Prijevod i izvornik stoje jedan pokraj drugoga.
mode-original-help = Cijela stranica na jeziku na kojem je napisana.
keyboard-shortcuts = Tipkovni prečaci
keys-on = Koristi tipkovne prečace
key-next = Sljedeća rečenica
key-previous = Prethodna rečenica
key-into = U izvornik rečenice
key-mode = Sljedeći način čitanja
key-search = Pretraživanje
key-help = Prikaži ovu pomoć
segment-was = Što se u izvorniku promijenilo od prijevoda:
original = Izvornik
pair-uncertain = Ovo možda nije odgovarajuća rečenica izvornika.
segment-changed = Ova se rečenica u izvorniku promijenila.
segment-deleted = Ove rečenice više nema u izvorniku.

## Where a translation comes from

provenance-translation = Prijevod
translation-human = Ljudski
translation-machine = Strojni
provenance-hand-off = Datum prijevoda
provenance-source = Verzija izvornika
provenance-freshness = Status
translation-fresh = Ažuran
translation-stale = Zastario
last-updated = Posljednje ažuriranje

## Language switcher and links into other languages

switcher-human = ljudski prijevod
switcher-machine = strojni prijevod
switcher-stale = zastario prijevod
switcher-missing = nije prevedeno
switcher-fallback = nije prevedeno, prikazano na drugom jeziku: { $language }
switcher-index = nije prevedeno, vodi na početnu stranicu
switcher-find = Pronađi jezik
switcher-found = Pronađeni jezici: { $count }
link-in-language = jezik: { $language }

## Inside the article

alert-note = Napomena
alert-tip = Savjet
alert-important = Važno
alert-caution = Oprez
alert-warning = Upozorenje
copy = Kopiraj
copied = Kopirano
edit-page = Uredi ovu stranicu
edit-sentence = Uredi ovu rečenicu
heading-link = Poveznica na ovaj odjeljak
image-zoom = Povećaj sliku
footnotes = Bilješke
footnote-back = Natrag na tekst
task-done = Dovršeno
task-open = Preostalo
table = Tablica
video = Videozapis
load-frame = Prikaži sadržaj s { $host }
version = Verzija
versions = Verzije
show-all = Prikaži sve
variant = Varijanta

card-architecture = Arhitektura
card-concept = Koncept
card-deploy = Implementacija
card-download = Preuzimanje
card-get-started = Početak rada
card-how-to-guide = Vodič s uputama
card-learn = Učenje
card-overview = Pregled
card-quickstart = Brzi početak rada
card-reference = Referenca
card-sample = Primjer
card-training = Obuka
card-tutorial = Vodič za učenje
card-video = Videozapis
card-whats-new = Novosti

## Appearance

theme = Tema
theme-auto = Automatska
theme-light = Svijetla
theme-dark = Tamna
theme-contrast = Visoki kontrast
