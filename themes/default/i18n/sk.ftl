# Slovenčina: the texts of the default theme.

## Getting around

skip-to-content = Prejsť na obsah
language = Jazyk
choose-language = Vyberte jazyk
site-navigation = Navigácia webu
pages = Stránky
breadcrumbs = Nachádzate sa tu
on-this-page = Na tejto stránke
home = Úvodná stránka
all-pages = Všetky stránky
toc-filter = Filtrovať podľa názvu
previous = Predchádzajúca
next = Ďalšia
page-n-of-m = Strana { $number } z { $count }
search = Hľadať
search-no-results = Pre „{ $query }“ sa nič nenašlo
close = Zavrieť

## Search

search-prompt = Napíšte jedno alebo viac slov.
search-keys = Výsledky prechádzajte šípkami, klávesom Enter výsledok otvoríte a klávesom Esc sa vrátite.
search-busy = Hľadá sa…
search-results = { $count ->
    [one] { $number } výsledok pre „{ $query }“
    [few] { $number } výsledky pre „{ $query }“
    [many] { $number } výsledku pre „{ $query }“
   *[other] { $number } výsledkov pre „{ $query }“
}
search-all-results = Všetky výsledky
search-more = Zobraziť ďalšie výsledky
search-section = Časť
search-original = Hľadať aj v pôvodnom jazyku: { $language }
search-titles-only = Tu sa hľadá iba v názvoch a nadpisoch.
search-from-disk = V celom texte možno hľadať, keď je lokalita na webovom serveri.
search-failed = Hľadanie sa nepodarilo načítať. Skúste to znova opätovným načítaním stránky.
search-no-script = Hľadanie vyžaduje JavaScript. Bez neho vedú na všetky stránky odkazy z úvodnej stránky.

## What a reader must know of a page

machine-translated = Táto stránka je strojovo preložená a môže obsahovať chyby.
fallback-notice = Táto stránka ešte nie je preložená do vášho jazyka. Zobrazený jazyk: { $language }.
stale-notice = Originál sa od prekladu tejto stránky zmenil. Niektoré údaje môžu byť zastarané.
stale-sections = Zmenené časti:
stale-sections-maybe = Oddiely, ktoré sa mohli zmeniť:
read-original = Prečítať originál
page-not-found = Stránka sa nenašla
page-not-found-text = Adresa môže byť napísaná nesprávne alebo bola stránka presunutá.
page-moved = Táto stránka bola presunutá

## Reading modes

reading-mode = Režim čítania
mode-translation = Preklad
mode-hover = Po vetách
mode-interleaved = Po odsekoch
mode-side-by-side = Vedľa seba
mode-original = Originál
mode-hover-help = Originál zobrazíte tak, že na vetu ukážete, ťuknete alebo na ňu prejdete klávesom Tab. Esc zavrie.
second-language = Druhý jazyk
second-unavailable = Táto stránka nemá vety, ktoré by sa dali zobraziť v tomto jazyku: { $language }.
mode-interleaved-help = Pod každým odsekom je originál.
mode-side-by-side-help = Preklad a originál sú vedľa seba.
mode-original-help = Celá stránka v jazyku, v ktorom bola napísaná.
keyboard-shortcuts = Klávesové skratky
keys-on = Používať klávesové skratky
key-next = Ďalšia veta
key-previous = Predchádzajúca veta
key-into = Prejsť do originálu vety
key-mode = Ďalší režim čítania
key-search = Hľadať
key-help = Zobraziť túto pomoc
segment-was = Čo sa v origináli od prekladu zmenilo:
original = Originál
pair-uncertain = Možno to nie je zodpovedajúca veta originálu.
segment-changed = Táto veta sa v origináli zmenila.
segment-deleted = Táto veta už v origináli nie je.

## Where a translation comes from

provenance-translation = Preklad
translation-human = Ľudský
translation-machine = Strojový
provenance-hand-off = Dátum prekladu
provenance-source = Verzia originálu
provenance-freshness = Stav
translation-fresh = Aktuálny
translation-stale = Zastaraný
last-updated = Naposledy aktualizované

## Language switcher and links into other languages

switcher-human = ľudský preklad
switcher-machine = strojový preklad
switcher-stale = zastaraný preklad
switcher-missing = nepreložené
switcher-fallback = nepreložené, zobrazené v inom jazyku: { $language }
switcher-index = nepreložené, vedie na úvodnú stránku
switcher-find = Nájsť jazyk
switcher-found = Nájdené jazyky: { $count }
link-in-language = jazyk: { $language }

## Inside the article

alert-note = Poznámka
alert-tip = Tip
alert-important = Dôležité
alert-caution = Upozornenie
alert-warning = Varovanie
copy = Kopírovať
copied = Skopírované
edit-page = Upraviť túto stránku
edit-sentence = Upraviť túto vetu
heading-link = Odkaz na túto časť
image-zoom = Zväčšiť obrázok
footnotes = Poznámky pod čiarou
footnote-back = Späť do textu
task-done = Hotovo
task-open = Zostáva urobiť
table = Tabuľka
video = Video
load-frame = Zobraziť obsah z { $host }
version = Verzia
versions = Verzie
show-all = Zobraziť všetko
variant = Variant

card-architecture = Architektúra
card-concept = Koncept
card-deploy = Nasadenie
card-download = Stiahnutie
card-get-started = Začíname
card-how-to-guide = Návod
card-learn = Učenie
card-overview = Prehľad
card-quickstart = Rýchly štart
card-reference = Referenčné informácie
card-sample = Ukážka
card-training = Školenie
card-tutorial = Kurz
card-video = Video
card-whats-new = Čo je nové

## Appearance

theme = Motív
theme-auto = Automatický
theme-light = Svetlý
theme-dark = Tmavý
theme-contrast = Vysoký kontrast
