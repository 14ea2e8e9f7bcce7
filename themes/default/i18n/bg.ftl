# Български: the texts of the default theme.

## Getting around

skip-to-content = Към съдържанието
language = Език
choose-language = Изберете език
site-navigation = Навигация в сайта
pages = Страници
breadcrumbs = Вие сте тук
on-this-page = На тази страница
home = Начална страница
all-pages = Всички страници
toc-filter = Филтриране по заглавие
previous = Предишна
next = Следваща
page-n-of-m = Страница { $number } от { $count }
search = Търсене
search-no-results = Няма резултати за „{ $query }“
close = Затваряне

## Search

search-prompt = Въведете една или повече думи.
search-keys = Преминавайте през резултатите с клавишите със стрелки, отваряйте с Enter и се връщайте с Esc.
search-busy = Търсене…
search-results = { $count ->
    [one] { $number } резултат за „{ $query }“
   *[other] { $number } резултата за „{ $query }“
}
search-all-results = Всички резултати
search-more = Показване на още резултати
search-section = Раздел
search-original = Търсене и на езика на оригинала: { $language }
search-titles-only = Тук се търси само в заглавията и подзаглавията.
search-from-disk = В пълния текст може да се търси, когато сайтът е на уеб сървър.
search-failed = Търсенето не можа да се зареди. Презаредете страницата, за да опитате отново.
search-no-script = Търсенето изисква JavaScript. Без него началната страница води до всички страници.

## What a reader must know of a page

machine-translated = Тази страница е преведена машинно и може да съдържа грешки.
fallback-notice = Тази страница още не е преведена на вашия език. Показан език: { $language }.
stale-notice = Оригиналът е променен след превода на тази страница. Някои подробности може да са остарели.
stale-sections = Променени раздели:
stale-sections-maybe = Раздели, които може да са променени:
read-original = Прочетете оригинала
page-not-found = Страницата не е намерена
page-not-found-text = Възможно е адресът да е сгрешен или страницата да е преместена.
page-moved = Тази страница е преместена

## Reading modes

reading-mode = Режим на четене
mode-translation = Превод
mode-hover = Изречение по изречение
mode-interleaved = По абзаци
mode-side-by-side = Един до друг
mode-original = Оригинал
mode-hover-help = Посочете изречение, докоснете го или отидете на него с клавиша Tab, за да видите оригинала. Esc затваря.
second-language = Втори език
second-unavailable = На тази страница няма изречения, които да се покажат на този език: { $language }.
mode-interleaved-help = Оригиналът стои под всеки абзац.
mode-side-by-side-help = Преводът и оригиналът стоят един до друг.
mode-original-help = Цялата страница на езика, на който е написана.
keyboard-shortcuts = Клавишни комбинации
keys-on = Използване на клавишни комбинации
key-next = Следващо изречение
key-previous = Предишно изречение
key-into = Към оригинала на изречението
key-mode = Следващ режим на четене
key-search = Търсене
key-help = Показване на тази помощ
segment-was = Какво се е променило в оригинала след превода:
original = Оригинал
pair-uncertain = Възможно е това да не е съответното изречение от оригинала.
segment-changed = Това изречение е променено в оригинала.
segment-deleted = Това изречение вече го няма в оригинала.

## Where a translation comes from

provenance-translation = Превод
translation-human = Човешки
translation-machine = Машинен
provenance-hand-off = Дата на превода
provenance-source = Версия на оригинала
provenance-freshness = Състояние
translation-fresh = Актуален
translation-stale = Остарял
last-updated = Последна актуализация

## Language switcher and links into other languages

switcher-human = човешки превод
switcher-machine = машинен превод
switcher-stale = остарял превод
switcher-missing = непреведена
switcher-fallback = непреведена, показва се на друг език: { $language }
switcher-index = непреведена, води към началната страница
switcher-find = Търсене на език
switcher-found = Намерени езици: { $count }
link-in-language = език: { $language }

## Inside the article

alert-note = Забележка
alert-tip = Съвет
alert-important = Важно
alert-caution = Внимание
alert-warning = Предупреждение
copy = Копиране
copied = Копирано
edit-page = Редактиране на тази страница
edit-sentence = Редактиране на това изречение
heading-link = Връзка към този раздел
image-zoom = Увеличаване на изображението
footnotes = Бележки под линия
footnote-back = Обратно към текста
task-done = Готово
task-open = За изпълнение
table = Таблица
video = Видео
load-frame = Показване на съдържание от { $host }
version = Версия
versions = Версии
show-all = Показване на всички
variant = Вариант

card-architecture = Архитектура
card-concept = Концепция
card-deploy = Внедряване
card-download = Изтегляне
card-get-started = Първи стъпки
card-how-to-guide = Практическо ръководство
card-learn = Научете
card-overview = Общ преглед
card-quickstart = Бърз старт
card-reference = Справка
card-sample = Пример
card-training = Обучение
card-tutorial = Урок
card-video = Видео
card-whats-new = Какво е новото

## Appearance

theme = Тема
theme-auto = Автоматична
theme-light = Светла
theme-dark = Тъмна
theme-contrast = Висок контраст
