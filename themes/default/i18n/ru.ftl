# Русский: the texts of the default theme.

## Getting around

skip-to-content = Перейти к содержимому
language = Язык
choose-language = Выберите язык
site-navigation = Навигация по сайту
pages = Страницы
breadcrumbs = Вы находитесь здесь
on-this-page = На этой странице
home = Главная страница
all-pages = Все страницы
toc-filter = Фильтр по названию
previous = Предыдущая
next = Следующая
page-n-of-m = Страница { $number } из { $count }
search = Поиск
search-no-results = По запросу «{ $query }» ничего не найдено
close = Закрыть

## Search

search-prompt = Введите одно или несколько слов.
search-keys = Переходите по результатам клавишами со стрелками, открывайте клавишей Enter, возвращайтесь клавишей Esc.
search-busy = Идет поиск…
search-results = { $count ->
    [one] { $number } результат по запросу «{ $query }»
    [few] { $number } результата по запросу «{ $query }»
    [many] { $number } результатов по запросу «{ $query }»
   *[other] { $number } результата по запросу «{ $query }»
}
search-all-results = Все результаты
search-more = Показать еще результаты
search-section = Раздел
search-original = Искать также на языке оригинала: { $language }
search-titles-only = Здесь поиск ведется только по названиям и заголовкам.
search-from-disk = Поиск по полному тексту возможен, когда сайт находится на веб-сервере.
search-failed = Не удалось загрузить поиск. Обновите страницу, чтобы повторить попытку.
search-no-script = Для поиска нужен JavaScript. Без него ко всем страницам ведет главная страница.

## What a reader must know of a page

machine-translated = Эта страница переведена автоматически и может содержать ошибки.
fallback-notice = Эта страница ещё не переведена на ваш язык. Показанный язык: { $language }.
stale-notice = Оригинал изменился после перевода этой страницы. Некоторые сведения могли устареть.
stale-sections = Изменившиеся разделы:
stale-sections-maybe = Разделы, которые могли измениться:
read-original = Читать оригинал
page-not-found = Страница не найдена
page-not-found-text = Возможно, адрес введён неверно или страница была перемещена.
page-moved = Эта страница перемещена

## Reading modes

reading-mode = Режим чтения
mode-translation = Перевод
mode-hover = По предложениям
mode-interleaved = По абзацам
mode-side-by-side = Рядом
mode-original = Оригинал
mode-hover-help = Наведите указатель на предложение, коснитесь его или перейдите к нему клавишей Tab, чтобы увидеть оригинал. Esc закрывает его.
second-language = Второй язык
second-unavailable = На этой странице нет предложений, которые можно показать на этом языке: { $language }.
mode-interleaved-help = Под каждым абзацем стоит оригинал.
mode-side-by-side-help = Перевод и оригинал стоят рядом.
mode-original-help = Вся страница на языке, на котором она написана.
keyboard-shortcuts = Сочетания клавиш
keys-on = Использовать сочетания клавиш
key-next = Следующее предложение
key-previous = Предыдущее предложение
key-into = К оригиналу предложения
key-mode = Следующий режим чтения
key-search = Поиск
key-help = Показать эту справку
segment-was = Что изменилось в оригинале после перевода:
original = Оригинал
pair-uncertain = Возможно, это не то предложение оригинала.
segment-changed = В оригинале это предложение изменилось.
segment-deleted = Этого предложения в оригинале больше нет.

## Where a translation comes from

provenance-translation = Перевод
translation-human = Выполнен человеком
translation-machine = Машинный
provenance-hand-off = Дата перевода
provenance-source = Версия оригинала
provenance-freshness = Состояние
translation-fresh = Актуален
translation-stale = Устарел
last-updated = Последнее обновление

## Language switcher and links into other languages

switcher-human = перевод выполнен человеком
switcher-machine = машинный перевод
switcher-stale = перевод устарел
switcher-missing = не переведено
switcher-fallback = не переведено, показано на другом языке: { $language }
switcher-index = не переведено, ведёт на главную страницу
switcher-find = Найти язык
switcher-found = Найдено языков: { $count }
link-in-language = язык: { $language }

## Inside the article

alert-note = Примечание
alert-tip = Совет
alert-important = Важно
alert-caution = Внимание
alert-warning = Предупреждение
copy = Копировать
copied = Скопировано
edit-page = Изменить эту страницу
edit-sentence = Изменить это предложение
heading-link = Ссылка на этот раздел
image-zoom = Увеличить изображение
footnotes = Сноски
footnote-back = Вернуться к тексту
task-done = Выполнено
task-open = Не выполнено
table = Таблица
video = Видео
load-frame = Показать содержимое с { $host }
version = Версия
versions = Версии
show-all = Показать все
variant = Вариант

card-architecture = Архитектура
card-concept = Концепция
card-deploy = Развертывание
card-download = Скачивание
card-get-started = Начало работы
card-how-to-guide = Практическое руководство
card-learn = Обучение
card-overview = Обзор
card-quickstart = Быстрый старт
card-reference = Справочник
card-sample = Пример
card-training = Учебный курс
card-tutorial = Пошаговый урок
card-video = Видео
card-whats-new = Что нового

## Appearance

theme = Тема
theme-auto = Автоматически
theme-light = Светлая
theme-dark = Тёмная
theme-contrast = Высокая контрастность
