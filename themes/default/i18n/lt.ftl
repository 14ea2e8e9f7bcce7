# Lietuvių: the texts of the default theme.

## Getting around

skip-to-content = Pereiti prie turinio
language = Kalba
choose-language = Pasirinkite kalbą
site-navigation = Svetainės naršymas
pages = Puslapiai
breadcrumbs = Esate čia
on-this-page = Šiame puslapyje
home = Pradžios puslapis
all-pages = Visi puslapiai
toc-filter = Filtruoti pagal pavadinimą
previous = Ankstesnis
next = Kitas
page-n-of-m = { $number } puslapis iš { $count }
search = Ieškoti
search-no-results = Nieko nerasta pagal „{ $query }“
close = Uždaryti

## Search

search-prompt = Įveskite vieną ar kelis žodžius.
search-keys = Rodyklių klavišais judėkite tarp rezultatų, Enter atidarykite, Esc grįžkite.
search-busy = Ieškoma…
search-results = { $count ->
    [one] { $number } rezultatas pagal „{ $query }“
    [few] { $number } rezultatai pagal „{ $query }“
    [many] { $number } rezultato pagal „{ $query }“
   *[other] { $number } rezultatų pagal „{ $query }“
}
search-all-results = Visi rezultatai
search-more = Rodyti daugiau rezultatų
search-section = Skyrius
search-original = Ieškoti ir originalo kalba: { $language }
search-titles-only = Čia ieškoma tik pavadinimuose ir antraštėse.
search-from-disk = Visame tekste galima ieškoti, kai svetainė yra žiniatinklio serveryje.
search-failed = Nepavyko įkelti paieškos. Įkelkite puslapį iš naujo ir bandykite dar kartą.
search-no-script = Paieškai reikia „JavaScript“. Be jo į visus puslapius veda pradžios puslapis.

## What a reader must know of a page

machine-translated = Šis puslapis išverstas mašininiu būdu, todėl jame gali būti klaidų.
fallback-notice = Šis puslapis dar neišverstas į jūsų kalbą. Rodoma kalba: { $language }.
stale-notice = Išvertus šį puslapį originalas pasikeitė. Kai kuri informacija gali būti pasenusi.
stale-sections = Pasikeitę skyriai:
stale-sections-maybe = Skyriai, kurie galėjo pasikeisti:
read-original = Skaityti originalą
page-not-found = Puslapis nerastas
page-not-found-text = Galbūt adresas įvestas neteisingai arba puslapis perkeltas.
page-moved = Šis puslapis perkeltas

## Reading modes

reading-mode = Skaitymo režimas
mode-translation = Vertimas
mode-hover = Po sakinį
mode-interleaved = Po pastraipą
mode-side-by-side = Greta
mode-original = Originalas
mode-hover-help = Norėdami pamatyti originalą, užveskite žymiklį ant sakinio, palieskite jį arba pereikite prie jo tabuliavimo klavišu. Esc uždaro.
second-language = Antroji kalba
second-unavailable = Šiame puslapyje nėra sakinių, kuriuos būtų galima rodyti šia kalba: { $language }.
mode-interleaved-help = Originalas yra po kiekviena pastraipa.
mode-side-by-side-help = Vertimas ir originalas yra greta vienas kito.
mode-original-help = Visas puslapis ta kalba, kuria jis parašytas.
keyboard-shortcuts = Spartieji klavišai
keys-on = Naudoti sparčiuosius klavišus
key-next = Kitas sakinys
key-previous = Ankstesnis sakinys
key-into = Į sakinio originalą
key-mode = Kitas skaitymo režimas
key-search = Ieškoti
key-help = Rodyti šį žinyną
segment-was = Kas originale pasikeitė po vertimo:
original = Originalas
pair-uncertain = Tai gali būti ne atitinkamas originalo sakinys.
segment-changed = Šis sakinys originale pasikeitė.
segment-deleted = Šio sakinio originale nebėra.

## Where a translation comes from

provenance-translation = Vertimas
translation-human = Žmogaus
translation-machine = Mašininis
provenance-hand-off = Vertimo data
provenance-source = Originalo versija
provenance-freshness = Būsena
translation-fresh = Atnaujinta
translation-stale = Pasenusi
last-updated = Paskutinį kartą atnaujinta

## Language switcher and links into other languages

switcher-human = žmogaus vertimas
switcher-machine = mašininis vertimas
switcher-stale = pasenęs vertimas
switcher-missing = neišversta
switcher-fallback = neišversta, rodoma kita kalba: { $language }
switcher-index = neišversta, veda į pradžios puslapį
switcher-find = Ieškoti kalbos
switcher-found = Rasta kalbų: { $count }
link-in-language = kalba: { $language }

## Inside the article

alert-note = Pastaba
alert-tip = Patarimas
alert-important = Svarbu
alert-caution = Atsargiai
alert-warning = Įspėjimas
copy = Kopijuoti
copied = Nukopijuota
edit-page = Redaguoti šį puslapį
edit-sentence = Redaguoti šį sakinį
heading-link = Nuoroda į šį skyrių
image-zoom = Padidinti vaizdą
footnotes = Išnašos
footnote-back = Grįžti į tekstą
task-done = Atlikta
task-open = Neatlikta
table = Lentelė
video = Vaizdo įrašas
load-frame = Rodyti turinį iš { $host }
version = Versija
versions = Versijos
show-all = Rodyti viską
variant = Variantas

card-architecture = Architektūra
card-concept = Sąvoka
card-deploy = Diegimas
card-download = Atsisiuntimas
card-get-started = Darbo pradžia
card-how-to-guide = Praktinis vadovas
card-learn = Mokymasis
card-overview = Apžvalga
card-quickstart = Greitoji pradžia
card-reference = Žinynas
card-sample = Pavyzdys
card-training = Mokymai
card-tutorial = Mokymo programa
card-video = Vaizdo įrašas
card-whats-new = Kas naujo

## Appearance

theme = Tema
theme-auto = Automatinė
theme-light = Šviesi
theme-dark = Tamsi
theme-contrast = Didelis kontrastas
