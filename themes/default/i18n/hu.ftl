# Magyar: the texts of the default theme.

## Getting around

skip-to-content = Ugrás a tartalomra
language = Nyelv
choose-language = Válasszon nyelvet
site-navigation = Webhely navigációja
pages = Oldalak
breadcrumbs = Ön itt van
on-this-page = Ezen az oldalon
home = Kezdőlap
all-pages = Minden oldal
toc-filter = Szűrés cím szerint
previous = Előző
next = Következő
page-n-of-m = { $number }. oldal, összesen { $count }
search = Keresés
search-no-results = Nincs találat erre: „{ $query }”
close = Bezárás

## Search

search-prompt = Írjon be egy vagy több szót.
search-keys = A nyílbillentyűkkel mozoghat a találatok között, az Enter megnyit egyet, az Esc visszalép.
search-busy = Keresés folyamatban…
search-results = { $count ->
    [one] { $number } találat erre: „{ $query }”
   *[other] { $number } találat erre: „{ $query }”
}
search-all-results = Összes találat
search-more = További találatok megjelenítése
search-section = Rész
search-original = Keresés az eredeti nyelven is: { $language }
search-titles-only = Itt csak a címekben és az alcímekben lehet keresni.
search-from-disk = A teljes szövegben akkor lehet keresni, ha a webhely webkiszolgálón van.
search-failed = A keresést nem sikerült betölteni. Töltse be újra az oldalt, és próbálja meg ismét.
search-no-script = A kereséshez JavaScript szükséges. Nélküle a kezdőlapról minden oldal elérhető.

## What a reader must know of a page

machine-translated = Ezt az oldalt gép fordította, ezért hibák lehetnek benne.
fallback-notice = Ez az oldal még nincs lefordítva az Ön nyelvére. Megjelenített nyelv: { $language }.
stale-notice = Az eredeti szöveg megváltozott az oldal lefordítása óta. Egyes részletek elavultak lehetnek.
stale-sections = Megváltozott szakaszok:
stale-sections-maybe = Esetleg módosult szakaszok:
read-original = Az eredeti elolvasása
page-not-found = Az oldal nem található
page-not-found-text = Lehet, hogy a cím hibás, vagy az oldalt áthelyezték.
page-moved = Ez az oldal átkerült máshová

## Reading modes

reading-mode = Olvasási mód
mode-translation = Fordítás
mode-hover = Mondatonként
mode-interleaved = Bekezdésenként
mode-side-by-side = Egymás mellett
mode-original = Eredeti
mode-hover-help = Mutasson egy mondatra, koppintson rá, vagy lépjen rá a Tab billentyűvel az eredeti megtekintéséhez. Az Esc bezárja.
second-language = Második nyelv
second-unavailable = Ezen az oldalon nincs olyan mondat, amely ezen a nyelven megjeleníthető: { $language }.
mode-interleaved-help = Az eredeti minden bekezdés alatt ott áll.
mode-side-by-side-help = A fordítás és az eredeti egymás mellett áll.
mode-original-help = A teljes oldal azon a nyelven, amelyen íródott.
keyboard-shortcuts = Billentyűparancsok
keys-on = Billentyűparancsok használata
key-next = Következő mondat
key-previous = Előző mondat
key-into = Ugrás a mondat eredetijére
key-mode = Következő olvasási mód
key-search = Keresés
key-help = A súgó megjelenítése
segment-was = Ami a fordítás óta az eredetiben megváltozott:
original = Eredeti
pair-uncertain = Lehet, hogy nem ez az eredeti megfelelő mondata.
segment-changed = Ez a mondat az eredetiben megváltozott.
segment-deleted = Ez a mondat már nem szerepel az eredetiben.

## Where a translation comes from

provenance-translation = Fordítás
translation-human = Emberi
translation-machine = Gépi
provenance-hand-off = Fordítás dátuma
provenance-source = Az eredeti verziója
provenance-freshness = Állapot
translation-fresh = Naprakész
translation-stale = Elavult
last-updated = Utolsó frissítés

## Language switcher and links into other languages

switcher-human = emberi fordítás
switcher-machine = gépi fordítás
switcher-stale = elavult
switcher-missing = nincs lefordítva
switcher-fallback = nincs lefordítva, más nyelven jelenik meg: { $language }
switcher-index = nincs lefordítva, a kezdőlapra vezet
switcher-find = Nyelv keresése
switcher-found = Talált nyelvek: { $count }
link-in-language = nyelv: { $language }

## Inside the article

alert-note = Megjegyzés
alert-tip = Tipp
alert-important = Fontos
alert-caution = Vigyázat
alert-warning = Figyelmeztetés
copy = Másolás
copied = Másolva
edit-page = Az oldal szerkesztése
edit-sentence = A mondat szerkesztése
heading-link = Hivatkozás erre a szakaszra
image-zoom = Kép nagyítása
footnotes = Lábjegyzetek
footnote-back = Vissza a szöveghez
task-done = Kész
task-open = Teendő
table = Táblázat
video = Videó
load-frame = Tartalom megjelenítése innen: { $host }
version = Verzió
versions = Verziók
show-all = Összes megjelenítése
variant = Változat

card-architecture = Architektúra
card-concept = Fogalom
card-deploy = Üzembe helyezés
card-download = Letöltés
card-get-started = Első lépések
card-how-to-guide = Útmutató
card-learn = Tanulás
card-overview = Áttekintés
card-quickstart = Gyors útmutató
card-reference = Referencia
card-sample = Minta
card-training = Képzés
card-tutorial = Oktatóanyag
card-video = Videó
card-whats-new = Újdonságok

## Appearance

theme = Téma
theme-auto = Automatikus
theme-light = Világos
theme-dark = Sötét
theme-contrast = Nagy kontraszt
