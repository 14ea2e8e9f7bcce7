# Українська: the texts of the default theme.

## Getting around

skip-to-content = Перейти до вмісту
language = Мова
choose-language = Виберіть мову
site-navigation = Навігація сайтом
pages = Сторінки
breadcrumbs = Ви тут
on-this-page = На цій сторінці
home = Головна сторінка
all-pages = Усі сторінки
toc-filter = Фільтр за назвою
previous = Попередня
next = Наступна
page-n-of-m = Сторінка { $number } з { $count }
search = Пошук
search-no-results = За запитом «{ $query }» нічого не знайдено
close = Закрити

## Search

search-prompt = Введіть одне або кілька слів.
search-keys = Переходьте між результатами клавішами зі стрілками, відкривайте клавішею Enter, повертайтеся клавішею Esc.
search-busy = Триває пошук…
search-results = { $count ->
    [one] { $number } результат за запитом «{ $query }»
    [few] { $number } результати за запитом «{ $query }»
    [many] { $number } результатів за запитом «{ $query }»
   *[other] { $number } результату за запитом «{ $query }»
}
search-all-results = Усі результати
search-more = Показати більше результатів
search-section = Розділ
search-original = Шукати також мовою оригіналу: { $language }
search-titles-only = Тут пошук виконується лише в назвах і заголовках.
search-from-disk = Пошук у всьому тексті можливий, коли сайт розміщено на вебсервері.
search-failed = Не вдалося завантажити пошук. Оновіть сторінку, щоб спробувати ще раз.
search-no-script = Для пошуку потрібен JavaScript. Без нього до всіх сторінок веде початкова сторінка.

## What a reader must know of a page

machine-translated = Цю сторінку перекладено автоматично, тому вона може містити помилки.
fallback-notice = Цю сторінку ще не перекладено вашою мовою. Показана мова: { $language }.
stale-notice = Оригінал змінився після перекладу цієї сторінки. Деякі відомості могли застаріти.
stale-sections = Змінені розділи:
stale-sections-maybe = Розділи, які могли змінитися:
read-original = Читати оригінал
page-not-found = Сторінку не знайдено
page-not-found-text = Можливо, адресу введено з помилкою або сторінку переміщено.
page-moved = Цю сторінку переміщено

## Reading modes

reading-mode = Режим читання
mode-translation = Переклад
mode-hover = По реченнях
mode-interleaved = По абзацах
mode-side-by-side = Поруч
mode-original = Оригінал
mode-hover-help = Наведіть вказівник на речення, торкніться його або перейдіть до нього клавішею Tab, щоб побачити оригінал. Esc закриває його.
second-language = Друга мова
second-unavailable = На цій сторінці немає речень, які можна показати цією мовою: { $language }.
mode-interleaved-help = Під кожним абзацом стоїть оригінал.
mode-side-by-side-help = Переклад і оригінал стоять поруч.
mode-original-help = Уся сторінка мовою, якою її написано.
keyboard-shortcuts = Сполучення клавіш
keys-on = Використовувати сполучення клавіш
key-next = Наступне речення
key-previous = Попереднє речення
key-into = До оригіналу речення
key-mode = Наступний режим читання
key-search = Пошук
key-help = Показати цю довідку
segment-was = Що змінилося в оригіналі після перекладу:
original = Оригінал
pair-uncertain = Можливо, це не відповідне речення оригіналу.
segment-changed = В оригіналі це речення змінилося.
segment-deleted = Цього речення в оригіналі більше немає.

## Where a translation comes from

provenance-translation = Переклад
translation-human = Виконано людиною
translation-machine = Машинний
provenance-hand-off = Дата перекладу
provenance-source = Версія оригіналу
provenance-freshness = Стан
translation-fresh = Актуальний
translation-stale = Застарілий
last-updated = Останнє оновлення

## Language switcher and links into other languages

switcher-human = переклад виконано людиною
switcher-machine = машинний переклад
switcher-stale = переклад застарів
switcher-missing = не перекладено
switcher-fallback = не перекладено, показано іншою мовою: { $language }
switcher-index = не перекладено, веде на головну сторінку
switcher-find = Знайти мову
switcher-found = Знайдено мов: { $count }
link-in-language = мова: { $language }

## Inside the article

alert-note = Примітка
alert-tip = Порада
alert-important = Важливо
alert-caution = Увага
alert-warning = Попередження
copy = Копіювати
copied = Скопійовано
edit-page = Редагувати цю сторінку
edit-sentence = Редагувати це речення
heading-link = Посилання на цей розділ
image-zoom = Збільшити зображення
footnotes = Виноски
footnote-back = Повернутися до тексту
task-done = Виконано
task-open = Не виконано
table = Таблиця
video = Відео
load-frame = Показати вміст із { $host }
version = Версія
versions = Версії
show-all = Показати все
variant = Варіант

card-architecture = Архітектура
card-concept = Концепція
card-deploy = Розгортання
card-download = Завантаження
card-get-started = Початок роботи
card-how-to-guide = Практичний посібник
card-learn = Навчання
card-overview = Огляд
card-quickstart = Швидкий старт
card-reference = Довідник
card-sample = Зразок
card-training = Тренінг
card-tutorial = Навчальний посібник
card-video = Відео
card-whats-new = Що нового

## Appearance

theme = Тема
theme-auto = Автоматично
theme-light = Світла
theme-dark = Темна
theme-contrast = Висока контрастність
