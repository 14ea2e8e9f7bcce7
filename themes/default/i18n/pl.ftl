# Polski: the texts of the default theme.

## Getting around

skip-to-content = Przejdź do treści
language = Język
choose-language = Wybierz język
site-navigation = Nawigacja witryny
pages = Strony
breadcrumbs = Jesteś tutaj
on-this-page = Na tej stronie
home = Strona główna
all-pages = Wszystkie strony
toc-filter = Filtruj według tytułu
previous = Poprzednia
next = Następna
page-n-of-m = Strona { $number } z { $count }
search = Szukaj
search-no-results = Brak wyników dla „{ $query }”
close = Zamknij

## Search

search-prompt = Wpisz jedno lub więcej słów.
search-keys = Przechodź między wynikami klawiszami strzałek, otwieraj klawiszem Enter, a klawiszem Esc wracaj.
search-busy = Wyszukiwanie…
search-results = { $count ->
    [one] { $number } wynik dla „{ $query }”
    [few] { $number } wyniki dla „{ $query }”
    [many] { $number } wyników dla „{ $query }”
   *[other] { $number } wyniku dla „{ $query }”
}
search-all-results = Wszystkie wyniki
search-more = Pokaż więcej wyników
search-section = Sekcja
search-original = Szukaj też w języku oryginału: { $language }
search-titles-only = Tutaj przeszukiwane są tylko tytuły i nagłówki.
search-from-disk = Pełny tekst można przeszukiwać, gdy witryna znajduje się na serwerze internetowym.
search-failed = Nie udało się wczytać wyszukiwania. Odśwież stronę, aby spróbować ponownie.
search-no-script = Wyszukiwanie wymaga JavaScriptu. Bez niego do wszystkich stron prowadzi strona początkowa.

## What a reader must know of a page

machine-translated = Ta strona została przetłumaczona maszynowo i może zawierać błędy.
fallback-notice = Ta strona nie została jeszcze przetłumaczona na Twój język. Wyświetlany język: { $language }.
stale-notice = Oryginał zmienił się od czasu przetłumaczenia tej strony. Niektóre informacje mogą być nieaktualne.
stale-sections = Zmienione sekcje:
stale-sections-maybe = Sekcje, które mogły się zmienić:
read-original = Czytaj oryginał
page-not-found = Nie znaleziono strony
page-not-found-text = Adres może zawierać błąd lub strona mogła zostać przeniesiona.
page-moved = Ta strona została przeniesiona

## Reading modes

reading-mode = Tryb czytania
mode-translation = Tłumaczenie
mode-hover = Zdanie po zdaniu
mode-interleaved = Akapitami
mode-side-by-side = Obok siebie
mode-original = Oryginał
mode-hover-help = Wskaż zdanie, dotknij go lub przejdź do niego klawiszem Tab, aby zobaczyć oryginał. Esc zamyka.
second-language = Drugi język
second-unavailable = Ta strona nie ma zdań, które można pokazać w tym języku: { $language }.
mode-interleaved-help = Oryginał znajduje się pod każdym akapitem.
mode-side-by-side-help = Tłumaczenie i oryginał znajdują się obok siebie.
mode-original-help = Cała strona w języku, w którym została napisana.
keyboard-shortcuts = Skróty klawiaturowe
keys-on = Używaj skrótów klawiaturowych
key-next = Następne zdanie
key-previous = Poprzednie zdanie
key-into = Do oryginału zdania
key-mode = Następny tryb czytania
key-search = Szukaj
key-help = Pokaż tę pomoc
segment-was = Co zmieniło się w oryginale od czasu tłumaczenia:
original = Oryginał
pair-uncertain = To może nie być odpowiednie zdanie oryginału.
segment-changed = To zdanie zmieniło się w oryginale.
segment-deleted = Tego zdania nie ma już w oryginale.

## Where a translation comes from

provenance-translation = Tłumaczenie
translation-human = Wykonane przez człowieka
translation-machine = Maszynowe
provenance-hand-off = Data tłumaczenia
provenance-source = Wersja oryginału
provenance-freshness = Stan
translation-fresh = Aktualne
translation-stale = Nieaktualne
last-updated = Ostatnia aktualizacja

## Language switcher and links into other languages

switcher-human = tłumaczenie wykonane przez człowieka
switcher-machine = tłumaczenie maszynowe
switcher-stale = nieaktualne
switcher-missing = nieprzetłumaczone
switcher-fallback = nieprzetłumaczone, wyświetlane w innym języku: { $language }
switcher-index = nieprzetłumaczone, prowadzi do strony głównej
switcher-find = Znajdź język
switcher-found = Znalezione języki: { $count }
link-in-language = język: { $language }

## Inside the article

alert-note = Uwaga
alert-tip = Porada
alert-important = Ważne
alert-caution = Przestroga
alert-warning = Ostrzeżenie
copy = Kopiuj
copied = Skopiowano
edit-page = Edytuj tę stronę
edit-sentence = Edytuj to zdanie
heading-link = Link do tej sekcji
image-zoom = Powiększ obraz
footnotes = Przypisy
footnote-back = Powrót do tekstu
task-done = Gotowe
task-open = Do zrobienia
table = Tabela
video = Wideo
load-frame = Pokaż zawartość z { $host }
version = Wersja
versions = Wersje
show-all = Pokaż wszystko
variant = Wariant

card-architecture = Architektura
card-concept = Pojęcie
card-deploy = Wdrażanie
card-download = Pobieranie
card-get-started = Rozpoczęcie pracy
card-how-to-guide = Przewodnik z instrukcjami
card-learn = Nauka
card-overview = Omówienie
card-quickstart = Szybki start
card-reference = Dokumentacja
card-sample = Przykład
card-training = Szkolenie
card-tutorial = Samouczek
card-video = Wideo
card-whats-new = Co nowego

## Appearance

theme = Motyw
theme-auto = Automatyczny
theme-light = Jasny
theme-dark = Ciemny
theme-contrast = Wysoki kontrast
