# Română: the texts of the default theme.

## Getting around

skip-to-content = Salt la conținut
language = Limbă
choose-language = Alegeți limba
site-navigation = Navigarea site-ului
pages = Pagini
breadcrumbs = Vă aflați aici
on-this-page = Pe această pagină
home = Pagina de pornire
all-pages = Toate paginile
toc-filter = Filtrați după titlu
previous = Anterioara
next = Următoarea
page-n-of-m = Pagina { $number } din { $count }
search = Căutare
search-no-results = Niciun rezultat pentru „{ $query }”
close = Închideți

## Search

search-prompt = Introduceți unul sau mai multe cuvinte.
search-keys = Parcurgeți rezultatele cu tastele săgeată, deschideți unul cu Enter și reveniți cu Esc.
search-busy = Se caută…
search-results = { $count ->
    [one] { $number } rezultat pentru „{ $query }”
    [few] { $number } rezultate pentru „{ $query }”
   *[other] { $number } de rezultate pentru „{ $query }”
}
search-all-results = Toate rezultatele
search-more = Afișează mai multe rezultate
search-section = Secțiune
search-original = Caută și în limba originală: { $language }
search-titles-only = Aici se caută doar în titluri și subtitluri.
search-from-disk = Se poate căuta în textul complet atunci când site-ul se află pe un server web.
search-failed = Căutarea nu a putut fi încărcată. Reîncărcați pagina pentru a încerca din nou.
search-no-script = Căutarea necesită JavaScript. Fără el, pagina de pornire duce la toate paginile.

## What a reader must know of a page

machine-translated = Această pagină a fost tradusă automat și poate conține erori.
fallback-notice = Această pagină nu a fost încă tradusă în limba dvs. Limba afișată: { $language }.
stale-notice = Originalul s-a modificat de la traducerea acestei pagini. Unele detalii pot fi învechite.
stale-sections = Secțiuni modificate:
stale-sections-maybe = Secțiuni care este posibil să se fi modificat:
read-original = Citiți originalul
page-not-found = Pagina nu a fost găsită
page-not-found-text = Este posibil ca adresa să fie greșită sau ca pagina să fi fost mutată.
page-moved = Această pagină a fost mutată

## Reading modes

reading-mode = Mod de citire
mode-translation = Traducere
mode-hover = Propoziție cu propoziție
mode-interleaved = Pe paragrafe
mode-side-by-side = Alăturat
mode-original = Original
mode-hover-help = Indicați o propoziție, atingeți-o sau ajungeți la ea cu tasta Tab pentru a vedea originalul. Esc îl închide.
second-language = A doua limbă
second-unavailable = Această pagină nu are propoziții de afișat în această limbă: { $language }.
mode-interleaved-help = Originalul se află sub fiecare paragraf.
mode-side-by-side-help = Traducerea și originalul se află alăturat.
mode-original-help = Întreaga pagină în limba în care a fost scrisă.
keyboard-shortcuts = Comenzi rapide de la tastatură
keys-on = Folosiți comenzile rapide de la tastatură
key-next = Propoziția următoare
key-previous = Propoziția anterioară
key-into = La originalul propoziției
key-mode = Modul de citire următor
key-search = Căutare
key-help = Afișați acest ajutor
segment-was = Ce s-a schimbat în original de la traducere:
original = Original
pair-uncertain = Este posibil ca aceasta să nu fie propoziția corespunzătoare din original.
segment-changed = Această propoziție s-a schimbat în original.
segment-deleted = Această propoziție nu mai există în original.

## Where a translation comes from

provenance-translation = Traducere
translation-human = Umană
translation-machine = Automată
provenance-hand-off = Data traducerii
provenance-source = Versiunea originalului
provenance-freshness = Stare
translation-fresh = Actualizată
translation-stale = Învechită
last-updated = Ultima actualizare

## Language switcher and links into other languages

switcher-human = traducere umană
switcher-machine = traducere automată
switcher-stale = învechită
switcher-missing = netradusă
switcher-fallback = netradusă, afișată în altă limbă: { $language }
switcher-index = netradusă, duce la pagina de pornire
switcher-find = Căutați o limbă
switcher-found = Limbi găsite: { $count }
link-in-language = limba: { $language }

## Inside the article

alert-note = Notă
alert-tip = Sfat
alert-important = Important
alert-caution = Atenție
alert-warning = Avertisment
copy = Copiați
copied = Copiat
edit-page = Editați această pagină
edit-sentence = Editați această propoziție
heading-link = Link către această secțiune
image-zoom = Măriți imaginea
footnotes = Note de subsol
footnote-back = Înapoi la text
task-done = Finalizat
task-open = De făcut
table = Tabel
video = Videoclip
load-frame = Afișați conținutul de la { $host }
version = Versiune
versions = Versiuni
show-all = Afișează tot
variant = Variantă

card-architecture = Arhitectură
card-concept = Concept
card-deploy = Implementare
card-download = Descărcare
card-get-started = Primii pași
card-how-to-guide = Ghid practic
card-learn = Învățare
card-overview = Prezentare generală
card-quickstart = Pornire rapidă
card-reference = Referință
card-sample = Exemplu
card-training = Instruire
card-tutorial = Tutorial
card-video = Videoclip
card-whats-new = Noutăți

## Appearance

theme = Temă
theme-auto = Automată
theme-light = Luminoasă
theme-dark = Întunecată
theme-contrast = Contrast ridicat
