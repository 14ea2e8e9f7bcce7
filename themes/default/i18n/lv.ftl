# Latviešu: the texts of the default theme.

## Getting around

skip-to-content = Pāriet uz saturu
language = Valoda
choose-language = Izvēlieties valodu
site-navigation = Vietnes navigācija
pages = Lapas
breadcrumbs = Jūs atrodaties šeit
on-this-page = Šajā lapā
home = Sākumlapa
all-pages = Visas lapas
toc-filter = Filtrēt pēc nosaukuma
previous = Iepriekšējā
next = Nākamā
page-n-of-m = { $number }. lapa no { $count }
search = Meklēt
search-no-results = Nekas nav atrasts: “{ $query }”
close = Aizvērt

## Search

search-prompt = Ierakstiet vienu vai vairākus vārdus.
search-keys = Pārvietojieties pa rezultātiem ar bulttaustiņiem, atveriet ar Enter un atgriezieties ar Esc.
search-busy = Notiek meklēšana…
search-results = { $count ->
    [zero] { $number } rezultātu: “{ $query }”
    [one] { $number } rezultāts: “{ $query }”
   *[other] { $number } rezultāti: “{ $query }”
}
search-all-results = Visi rezultāti
search-more = Rādīt vairāk rezultātu
search-section = Sadaļa
search-original = Meklēt arī oriģinālvalodā: { $language }
search-titles-only = Šeit tiek meklēts tikai nosaukumos un virsrakstos.
search-from-disk = Pilnajā tekstā var meklēt, ja vietne atrodas tīmekļa serverī.
search-failed = Meklēšanu neizdevās ielādēt. Pārlādējiet lapu, lai mēģinātu vēlreiz.
search-no-script = Meklēšanai nepieciešams JavaScript. Bez tā uz visām lapām ved sākumlapa.

## What a reader must know of a page

machine-translated = Šī lapa ir mašīntulkota, un tajā var būt kļūdas.
fallback-notice = Šī lapa vēl nav pārtulkota jūsu valodā. Rādītā valoda: { $language }.
stale-notice = Kopš šīs lapas tulkošanas oriģināls ir mainījies. Daļa informācijas var būt novecojusi.
stale-sections = Mainītās sadaļas:
stale-sections-maybe = Sadaļas, kas, iespējams, ir mainītas:
read-original = Lasīt oriģinālu
page-not-found = Lapa nav atrasta
page-not-found-text = Iespējams, adrese ir ievadīta nepareizi vai lapa ir pārvietota.
page-moved = Šī lapa ir pārvietota

## Reading modes

reading-mode = Lasīšanas režīms
mode-translation = Tulkojums
mode-hover = Pa teikumiem
mode-interleaved = Pa rindkopām
mode-side-by-side = Blakus
mode-original = Oriģināls
mode-hover-help = Lai redzētu oriģinālu, norādiet uz teikumu, pieskarieties tam vai pārejiet uz to ar tabulēšanas taustiņu. Esc to aizver.
second-language = Otrā valoda
second-unavailable = Šajā lapā nav teikumu, ko parādīt šajā valodā: { $language }.
mode-interleaved-help = Oriģināls atrodas zem katras rindkopas.
mode-side-by-side-help = Tulkojums un oriģināls atrodas blakus.
mode-original-help = Visa lapa valodā, kurā tā uzrakstīta.
keyboard-shortcuts = Īsinājumtaustiņi
keys-on = Izmantot īsinājumtaustiņus
key-next = Nākamais teikums
key-previous = Iepriekšējais teikums
key-into = Uz teikuma oriģinālu
key-mode = Nākamais lasīšanas režīms
key-search = Meklēt
key-help = Rādīt šo palīdzību
segment-was = Kas oriģinālā mainījies kopš tulkojuma:
original = Oriģināls
pair-uncertain = Iespējams, šis nav atbilstošais oriģināla teikums.
segment-changed = Šis teikums oriģinālā ir mainīts.
segment-deleted = Šī teikuma oriģinālā vairs nav.

## Where a translation comes from

provenance-translation = Tulkojums
translation-human = Cilvēka
translation-machine = Mašīnas
provenance-hand-off = Tulkošanas datums
provenance-source = Oriģināla versija
provenance-freshness = Statuss
translation-fresh = Aktuāls
translation-stale = Novecojis
last-updated = Pēdējoreiz atjaunināts

## Language switcher and links into other languages

switcher-human = cilvēka tulkojums
switcher-machine = mašīntulkojums
switcher-stale = novecojis
switcher-missing = nav tulkots
switcher-fallback = nav tulkots, tiek rādīts citā valodā: { $language }
switcher-index = nav tulkots, ved uz sākumlapu
switcher-find = Meklēt valodu
switcher-found = Atrastās valodas: { $count }
link-in-language = valoda: { $language }

## Inside the article

alert-note = Piezīme
alert-tip = Padoms
alert-important = Svarīgi
alert-caution = Uzmanību
alert-warning = Brīdinājums
copy = Kopēt
copied = Nokopēts
edit-page = Rediģēt šo lapu
edit-sentence = Rediģēt šo teikumu
heading-link = Saite uz šo sadaļu
image-zoom = Palielināt attēlu
footnotes = Zemsvītras piezīmes
footnote-back = Atpakaļ pie teksta
task-done = Pabeigts
task-open = Vēl jāizdara
table = Tabula
video = Video
load-frame = Rādīt saturu no { $host }
version = Versija
versions = Versijas
show-all = Rādīt visu
variant = Variants

card-architecture = Arhitektūra
card-concept = Jēdziens
card-deploy = Izvietošana
card-download = Lejupielāde
card-get-started = Darba sākšana
card-how-to-guide = Praktiskā rokasgrāmata
card-learn = Mācīšanās
card-overview = Pārskats
card-quickstart = Ātrais sākums
card-reference = Uzziņas
card-sample = Paraugs
card-training = Apmācība
card-tutorial = Apguves materiāls
card-video = Video
card-whats-new = Jaunumi

## Appearance

theme = Dizains
theme-auto = Automātisks
theme-light = Gaišs
theme-dark = Tumšs
theme-contrast = Augsts kontrasts
