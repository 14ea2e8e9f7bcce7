# Deutsch: the texts of the default theme.

## Getting around

skip-to-content = Zum Inhalt springen
language = Sprache
choose-language = Sprache auswählen
site-navigation = Seitennavigation
pages = Seiten
breadcrumbs = Sie sind hier
on-this-page = Auf dieser Seite
home = Startseite
all-pages = Alle Seiten
toc-filter = Nach Titel filtern
previous = Zurück
next = Weiter
page-n-of-m = Seite { $number } von { $count }
search = Suche
search-no-results = Keine Treffer für „{ $query }“
close = Schließen

## Search

search-prompt = Geben Sie ein oder mehrere Wörter ein.
search-keys = Mit den Pfeiltasten gehen Sie durch die Treffer, mit der Eingabetaste öffnen Sie einen, mit Esc gehen Sie zurück.
search-busy = Suche läuft …
search-results = { $count ->
    [one] { $number } Treffer für „{ $query }“
   *[other] { $number } Treffer für „{ $query }“
}
search-all-results = Alle Treffer
search-more = Weitere Treffer anzeigen
search-section = Bereich
search-original = Auch in der Originalsprache suchen: { $language }
search-titles-only = Hier werden nur Titel und Überschriften durchsucht.
search-from-disk = Der ganze Text kann durchsucht werden, wenn die Website auf einem Webserver liegt.
search-failed = Die Suche konnte nicht geladen werden. Laden Sie die Seite neu, um es noch einmal zu versuchen.
search-no-script = Die Suche benötigt JavaScript. Ohne JavaScript führt die Startseite zu allen Seiten.

## What a reader must know of a page

machine-translated = Diese Seite wurde maschinell übersetzt und kann Fehler enthalten.
fallback-notice = Diese Seite wurde noch nicht in Ihre Sprache übersetzt. Angezeigte Sprache: { $language }.
stale-notice = Das Original wurde geändert, seit diese Seite übersetzt wurde. Einige Angaben sind möglicherweise veraltet.
stale-sections = Geänderte Abschnitte:
stale-sections-maybe = Möglicherweise geänderte Abschnitte:
read-original = Original lesen
page-not-found = Seite nicht gefunden
page-not-found-text = Die Adresse ist möglicherweise falsch geschrieben, oder die Seite wurde verschoben.
page-moved = Diese Seite ist umgezogen

## Reading modes

reading-mode = Lesemodus
mode-translation = Übersetzung
mode-hover = Satz für Satz
mode-interleaved = Absatzweise
mode-side-by-side = Nebeneinander
mode-original = Original
mode-hover-help = Zeigen oder tippen Sie auf einen Satz, oder springen Sie mit der Tabulatortaste dorthin, um das Original zu sehen. Esc schließt es.
second-language = Zweite Sprache
second-unavailable = Diese Seite hat keine Sätze, die sich in dieser Sprache zeigen lassen: { $language }.
mode-interleaved-help = Unter jedem Absatz steht das Original.
mode-side-by-side-help = Übersetzung und Original stehen nebeneinander.
mode-original-help = Die ganze Seite in der Sprache, in der sie geschrieben wurde.
keyboard-shortcuts = Tastenkürzel
keys-on = Tastenkürzel verwenden
key-next = Nächster Satz
key-previous = Vorheriger Satz
key-into = In das Original des Satzes
key-mode = Nächster Lesemodus
key-search = Suche
key-help = Diese Hilfe anzeigen
segment-was = Was sich seit der Übersetzung im Original geändert hat:
original = Original
pair-uncertain = Möglicherweise nicht der zugehörige Satz des Originals.
segment-changed = Dieser Satz hat sich im Original geändert.
segment-deleted = Diesen Satz gibt es im Original nicht mehr.

## Where a translation comes from

provenance-translation = Übersetzung
translation-human = Von Menschen
translation-machine = Maschinell
provenance-hand-off = Übersetzt am
provenance-source = Stand des Originals
provenance-freshness = Status
translation-fresh = Aktuell
translation-stale = Veraltet
last-updated = Zuletzt aktualisiert

## Language switcher and links into other languages

switcher-human = von Menschen übersetzt
switcher-machine = maschinell übersetzt
switcher-stale = veraltet
switcher-missing = nicht übersetzt
switcher-fallback = nicht übersetzt, angezeigt in einer anderen Sprache: { $language }
switcher-index = nicht übersetzt, führt zur Startseite
switcher-find = Sprache suchen
switcher-found = Gefundene Sprachen: { $count }
link-in-language = Sprache: { $language }

## Inside the article

alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-caution = Vorsicht
alert-warning = Warnung
copy = Kopieren
copied = Kopiert
edit-page = Diese Seite bearbeiten
edit-sentence = Diesen Satz bearbeiten
heading-link = Link zu diesem Abschnitt
image-zoom = Bild vergrößern
footnotes = Fußnoten
footnote-back = Zurück zum Text
task-done = Erledigt
task-open = Offen
table = Tabelle
video = Video
load-frame = Inhalt von { $host } anzeigen
version = Version
versions = Versionen
show-all = Alle anzeigen
variant = Variante

card-architecture = Architektur
card-concept = Konzept
card-deploy = Bereitstellung
card-download = Download
card-get-started = Erste Schritte
card-how-to-guide = Anleitung
card-learn = Lernen
card-overview = Übersicht
card-quickstart = Schnellstart
card-reference = Referenz
card-sample = Beispiel
card-training = Schulung
card-tutorial = Tutorial
card-video = Video
card-whats-new = Neuerungen

## Appearance

theme = Design
theme-auto = Automatisch
theme-light = Hell
theme-dark = Dunkel
theme-contrast = Hoher Kontrast
