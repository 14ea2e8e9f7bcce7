# Svenska: the texts of the default theme.

## Getting around

skip-to-content = Hoppa till innehållet
language = Språk
choose-language = Välj språk
site-navigation = Webbplatsnavigering
pages = Sidor
breadcrumbs = Du är här
on-this-page = På den här sidan
home = Startsida
all-pages = Alla sidor
toc-filter = Filtrera efter rubrik
previous = Föregående
next = Nästa
page-n-of-m = Sida { $number } av { $count }
search = Sök
search-no-results = Inga träffar för ”{ $query }”
close = Stäng

## Search

search-prompt = Skriv ett eller flera ord.
search-keys = Gå igenom träffarna med piltangenterna, öppna en med Retur och gå tillbaka med Esc.
search-busy = Söker …
search-results = { $count ->
    [one] { $number } träff för ”{ $query }”
   *[other] { $number } träffar för ”{ $query }”
}
search-all-results = Alla träffar
search-more = Visa fler träffar
search-section = Avsnitt
search-original = Sök även på originalspråket: { $language }
search-titles-only = Här genomsöks bara titlar och rubriker.
search-from-disk = Hela texten kan genomsökas när webbplatsen ligger på en webbserver.
search-failed = Sökningen kunde inte läsas in. Läs in sidan igen för att försöka på nytt.
search-no-script = Sökningen kräver JavaScript. Utan det leder startsidan till alla sidor.

## What a reader must know of a page

machine-translated = Den här sidan är maskinöversatt och kan innehålla fel.
fallback-notice = Den här sidan är inte översatt till ditt språk än. Språk som visas: { $language }.
stale-notice = Originalet har ändrats sedan sidan översattes. Vissa uppgifter kan vara inaktuella.
stale-sections = Ändrade avsnitt:
stale-sections-maybe = Avsnitt som kan ha ändrats:
read-original = Läs originalet
page-not-found = Sidan hittades inte
page-not-found-text = Adressen kan vara felskriven eller så har sidan flyttats.
page-moved = Den här sidan har flyttats

## Reading modes

reading-mode = Läsläge
mode-translation = Översättning
mode-hover = Hovring
mode-interleaved = Stycke för stycke
mode-side-by-side = Sida vid sida
mode-original = Original
mode-hover-help = Peka på en mening, tryck på den eller gå till den med tabbtangenten för att se originalet. Esc stänger.
second-language = Andra språk
second-unavailable = Den här sidan har inga meningar att visa på det här språket: { $language }.
mode-interleaved-help = Originalet står under varje stycke.
mode-side-by-side-help = Översättningen och originalet står bredvid varandra.
mode-original-help = Hela sidan på det språk den skrevs på.
keyboard-shortcuts = Kortkommandon
keys-on = Använd kortkommandon
key-next = Nästa mening
key-previous = Föregående mening
key-into = Till meningens original
key-mode = Nästa läsläge
key-search = Sök
key-help = Visa den här hjälpen
segment-was = Vad som har ändrats i originalet sedan översättningen:
original = Original
pair-uncertain = Det här är kanske inte motsvarande mening i originalet.
segment-changed = Den här meningen har ändrats i originalet.
segment-deleted = Den här meningen finns inte längre i originalet.

## Where a translation comes from

provenance-translation = Översättning
translation-human = Av en människa
translation-machine = Av en maskin
provenance-hand-off = Översättningsdatum
provenance-source = Originalets version
provenance-freshness = Status
translation-fresh = Aktuell
translation-stale = Inaktuell
last-updated = Senast uppdaterad

## Language switcher and links into other languages

switcher-human = mänsklig översättning
switcher-machine = maskinöversättning
switcher-stale = inaktuell
switcher-missing = inte översatt
switcher-fallback = inte översatt, visas på ett annat språk: { $language }
switcher-index = inte översatt, leder till startsidan
switcher-find = Hitta ett språk
switcher-found = Hittade språk: { $count }
link-in-language = språk: { $language }

## Inside the article

alert-note = Obs!
alert-tip = Tips
alert-important = Viktigt
alert-caution = Försiktighet
alert-warning = Varning
copy = Kopiera
copied = Kopierat
edit-page = Redigera den här sidan
edit-sentence = Redigera den här meningen
heading-link = Länk till det här avsnittet
image-zoom = Förstora bilden
footnotes = Fotnoter
footnote-back = Tillbaka till texten
task-done = Klart
task-open = Att göra
table = Tabell
video = Video
load-frame = Visa innehåll från { $host }
version = Version
versions = Versioner
show-all = Visa alla
variant = Variant

card-architecture = Arkitektur
card-concept = Begrepp
card-deploy = Distribution
card-download = Nedladdning
card-get-started = Kom igång
card-how-to-guide = Instruktionsguide
card-learn = Lär dig
card-overview = Översikt
card-quickstart = Snabbstart
card-reference = Referens
card-sample = Exempel
card-training = Utbildning
card-tutorial = Självstudie
card-video = Video
card-whats-new = Nyheter

## Appearance

theme = Tema
theme-auto = Automatiskt
theme-light = Ljust
theme-dark = Mörkt
theme-contrast = Hög kontrast
