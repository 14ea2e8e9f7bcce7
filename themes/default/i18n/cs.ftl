# Čeština: the texts of the default theme.

## Getting around

skip-to-content = Přejít k obsahu
language = Jazyk
choose-language = Vyberte jazyk
site-navigation = Navigace webu
pages = Stránky
breadcrumbs = Nacházíte se zde
on-this-page = Na této stránce
home = Úvodní stránka
all-pages = Všechny stránky
toc-filter = Filtrovat podle názvu
previous = Předchozí
next = Další
page-n-of-m = Stránka { $number } z { $count }
search = Hledat
search-no-results = Pro „{ $query }“ nebylo nic nalezeno
close = Zavřít

## Search

search-prompt = Napište jedno nebo více slov.
search-keys = Výsledky procházejte šipkami, klávesou Enter výsledek otevřete a klávesou Esc se vrátíte.
search-busy = Probíhá hledání…
search-results = { $count ->
    [one] { $number } výsledek pro „{ $query }“
    [few] { $number } výsledky pro „{ $query }“
    [many] { $number } výsledku pro „{ $query }“
   *[other] { $number } výsledků pro „{ $query }“
}
search-all-results = Všechny výsledky
search-more = Zobrazit další výsledky
search-section = Oddíl
search-original = Hledat také v původním jazyce: { $language }
search-titles-only = Zde se hledá jen v názvech a nadpisech.
search-from-disk = V celém textu lze hledat, když je web na webovém serveru.
search-failed = Hledání se nepodařilo načíst. Zkuste to znovu opětovným načtením stránky.
search-no-script = Hledání vyžaduje JavaScript. Bez něj vedou na všechny stránky odkazy z úvodní stránky.

## What a reader must know of a page

machine-translated = Tato stránka je strojově přeložená a může obsahovat chyby.
fallback-notice = Tato stránka ještě není přeložená do vašeho jazyka. Zobrazený jazyk: { $language }.
stale-notice = Originál se od překladu této stránky změnil. Některé údaje mohou být zastaralé.
stale-sections = Změněné oddíly:
stale-sections-maybe = Oddíly, které se mohly změnit:
read-original = Přečíst originál
page-not-found = Stránka nenalezena
page-not-found-text = Adresa může být chybně napsaná nebo byla stránka přesunuta.
page-moved = Tato stránka byla přesunuta

## Reading modes

reading-mode = Režim čtení
mode-translation = Překlad
mode-hover = Po větách
mode-interleaved = Po odstavcích
mode-side-by-side = Vedle sebe
mode-original = Originál
mode-hover-help = Originál zobrazíte tak, že na větu ukážete, klepnete nebo na ni přejdete klávesou Tab. Esc zavře.
second-language = Druhý jazyk
second-unavailable = Tato stránka nemá věty, které by šlo zobrazit v tomto jazyce: { $language }.
mode-interleaved-help = Pod každým odstavcem je originál.
mode-side-by-side-help = Překlad a originál jsou vedle sebe.
mode-original-help = Celá stránka v jazyce, ve kterém byla napsána.
keyboard-shortcuts = Klávesové zkratky
keys-on = Používat klávesové zkratky
key-next = Další věta
key-previous = Předchozí věta
key-into = Přejít do originálu věty
key-mode = Další režim čtení
key-search = Hledat
key-help = Zobrazit tuto nápovědu
segment-was = Co se v originálu od překladu změnilo:
original = Originál
pair-uncertain = Možná to není odpovídající věta originálu.
segment-changed = Tato věta se v originálu změnila.
segment-deleted = Tato věta už v originálu není.

## Where a translation comes from

provenance-translation = Překlad
translation-human = Lidský
translation-machine = Strojový
provenance-hand-off = Datum překladu
provenance-source = Verze originálu
provenance-freshness = Stav
translation-fresh = Aktuální
translation-stale = Zastaralý
last-updated = Naposledy aktualizováno

## Language switcher and links into other languages

switcher-human = lidský překlad
switcher-machine = strojový překlad
switcher-stale = zastaralý překlad
switcher-missing = nepřeloženo
switcher-fallback = nepřeloženo, zobrazeno v jiném jazyce: { $language }
switcher-index = nepřeloženo, vede na úvodní stránku
switcher-find = Najít jazyk
switcher-found = Nalezené jazyky: { $count }
link-in-language = jazyk: { $language }

## Inside the article

alert-note = Poznámka
alert-tip = Tip
alert-important = Důležité
alert-caution = Upozornění
alert-warning = Varování
copy = Kopírovat
copied = Zkopírováno
edit-page = Upravit tuto stránku
edit-sentence = Upravit tuto větu
heading-link = Odkaz na tuto část
image-zoom = Zvětšit obrázek
footnotes = Poznámky pod čarou
footnote-back = Zpět do textu
task-done = Hotovo
task-open = Zbývá udělat
table = Tabulka
video = Video
load-frame = Zobrazit obsah z { $host }
version = Verze
versions = Verze
show-all = Zobrazit vše
variant = Varianta

card-architecture = Architektura
card-concept = Koncept
card-deploy = Nasazení
card-download = Stažení
card-get-started = Začínáme
card-how-to-guide = Návod
card-learn = Výuka
card-overview = Přehled
card-quickstart = Rychlý start
card-reference = Referenční informace
card-sample = Ukázka
card-training = Školení
card-tutorial = Kurz
card-video = Video
card-whats-new = Co je nového

## Appearance

theme = Motiv
theme-auto = Automatický
theme-light = Světlý
theme-dark = Tmavý
theme-contrast = Vysoký kontrast
