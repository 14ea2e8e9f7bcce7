# Italiano: the texts of the default theme.

## Getting around

skip-to-content = Vai al contenuto
language = Lingua
choose-language = Scegli la lingua
site-navigation = Navigazione del sito
pages = Pagine
breadcrumbs = Ti trovi qui
on-this-page = In questa pagina
home = Pagina iniziale
all-pages = Tutte le pagine
toc-filter = Filtra per titolo
previous = Precedente
next = Successiva
page-n-of-m = Pagina { $number } di { $count }
search = Cerca
search-no-results = Nessun risultato per “{ $query }”
close = Chiudi

## Search

search-prompt = Digita una o più parole.
search-keys = Scorri i risultati con le frecce, aprine uno con Invio e torna indietro con Esc.
search-busy = Ricerca in corso…
search-results = { $count ->
    [one] { $number } risultato per “{ $query }”
    [many] { $number } di risultati per “{ $query }”
   *[other] { $number } risultati per “{ $query }”
}
search-all-results = Tutti i risultati
search-more = Mostra altri risultati
search-section = Sezione
search-original = Cerca anche nella lingua originale: { $language }
search-titles-only = Qui si cerca solo nei titoli e nelle intestazioni.
search-from-disk = Nel testo completo si può cercare quando il sito si trova su un server web.
search-failed = Non è stato possibile caricare la ricerca. Ricarica la pagina per riprovare.
search-no-script = La ricerca richiede JavaScript. Senza, la pagina iniziale porta a tutte le pagine.

## What a reader must know of a page

machine-translated = Questa pagina è stata tradotta automaticamente e può contenere errori.
fallback-notice = Questa pagina non è ancora stata tradotta nella tua lingua. Lingua visualizzata: { $language }.
stale-notice = L’originale è cambiato dopo la traduzione di questa pagina. Alcuni dettagli potrebbero non essere aggiornati.
stale-sections = Sezioni modificate:
stale-sections-maybe = Sezioni che potrebbero essere cambiate:
read-original = Leggi l’originale
page-not-found = Pagina non trovata
page-not-found-text = L’indirizzo potrebbe essere errato o la pagina potrebbe essere stata spostata.
page-moved = Questa pagina è stata spostata

## Reading modes

reading-mode = Modalità di lettura
mode-translation = Traduzione
mode-hover = Passaggio del mouse
mode-interleaved = Per paragrafo
mode-side-by-side = Affiancate
mode-original = Originale
mode-hover-help = Punta una frase, toccala o raggiungila con il tasto Tab per vedere l’originale. Esc lo chiude.
second-language = Seconda lingua
second-unavailable = Questa pagina non ha frasi da mostrare in questa lingua: { $language }.
mode-interleaved-help = L’originale sta sotto ogni paragrafo.
mode-side-by-side-help = La traduzione e l’originale stanno l’una accanto all’altro.
mode-original-help = L’intera pagina nella lingua in cui è stata scritta.
keyboard-shortcuts = Scorciatoie da tastiera
keys-on = Usa le scorciatoie da tastiera
key-next = Frase successiva
key-previous = Frase precedente
key-into = All’originale della frase
key-mode = Modalità di lettura successiva
key-search = Cerca
key-help = Mostra questo aiuto
segment-was = Che cosa è cambiato nell’originale dopo la traduzione:
original = Originale
pair-uncertain = Potrebbe non essere la frase corrispondente dell’originale.
segment-changed = Questa frase è cambiata nell’originale.
segment-deleted = Questa frase non è più presente nell’originale.

## Where a translation comes from

provenance-translation = Traduzione
translation-human = Umana
translation-machine = Automatica
provenance-hand-off = Data della traduzione
provenance-source = Versione dell’originale
provenance-freshness = Stato
translation-fresh = Aggiornata
translation-stale = Non aggiornata
last-updated = Ultimo aggiornamento

## Language switcher and links into other languages

switcher-human = traduzione umana
switcher-machine = traduzione automatica
switcher-stale = non aggiornata
switcher-missing = non tradotta
switcher-fallback = non tradotta, visualizzata in un’altra lingua: { $language }
switcher-index = non tradotta, porta alla pagina iniziale
switcher-find = Cerca una lingua
switcher-found = Lingue trovate: { $count }
link-in-language = lingua: { $language }

## Inside the article

alert-note = Nota
alert-tip = Suggerimento
alert-important = Importante
alert-caution = Attenzione
alert-warning = Avviso
copy = Copia
copied = Copiato
edit-page = Modifica questa pagina
edit-sentence = Modifica questa frase
heading-link = Link a questa sezione
image-zoom = Ingrandisci l’immagine
footnotes = Note
footnote-back = Torna al testo
task-done = Completato
task-open = Da fare
table = Tabella
video = Video
load-frame = Mostra il contenuto di { $host }
version = Versione
versions = Versioni
show-all = Mostra tutto
variant = Variante

card-architecture = Architettura
card-concept = Concetto
card-deploy = Distribuzione
card-download = Download
card-get-started = Introduzione
card-how-to-guide = Guida pratica
card-learn = Impara
card-overview = Panoramica
card-quickstart = Avvio rapido
card-reference = Riferimento
card-sample = Esempio
card-training = Formazione
card-tutorial = Esercitazione
card-video = Video
card-whats-new = Novità

## Appearance

theme = Tema
theme-auto = Automatico
theme-light = Chiaro
theme-dark = Scuro
theme-contrast = Contrasto elevato
