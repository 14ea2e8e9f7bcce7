# עברית: the texts of the default theme.

## Getting around

skip-to-content = דילוג לתוכן
language = שפה
choose-language = בחירת שפה
site-navigation = ניווט באתר
pages = דפים
breadcrumbs = מיקומך באתר
on-this-page = בדף זה
home = דף הבית
all-pages = כל הדפים
toc-filter = סינון לפי כותרת
previous = הקודם
next = הבא
page-n-of-m = דף { $number } מתוך { $count }
search = חיפוש
search-no-results = לא נמצאו תוצאות עבור "{ $query }"
close = סגירה

## Search

search-prompt = הקלידו מילה אחת או יותר.
search-keys = עברו בין התוצאות במקשי החצים, פתחו תוצאה ב־Enter וחזרו ב־Esc.
search-busy = מתבצע חיפוש…
search-results = { $count ->
    [one] תוצאה אחת עבור "{ $query }"
    [two] { $number } תוצאות עבור "{ $query }"
   *[other] { $number } תוצאות עבור "{ $query }"
}
search-all-results = כל התוצאות
search-more = הצגת תוצאות נוספות
search-section = מדור
search-original = חיפוש גם בשפת המקור: { $language }
search-titles-only = החיפוש כאן הוא בכותרות ובכותרות המשנה בלבד.
search-from-disk = אפשר לחפש בטקסט המלא כאשר האתר נמצא בשרת אינטרנט.
search-failed = לא ניתן היה לטעון את החיפוש. טענו את הדף מחדש כדי לנסות שוב.
search-no-script = החיפוש דורש JavaScript. בלעדיו, דף הבית מוביל לכל הדפים.

## What a reader must know of a page

machine-translated = דף זה תורגם בתרגום מכונה ועשוי להכיל שגיאות.
fallback-notice = דף זה עדיין לא תורגם לשפה שלך. השפה המוצגת: { $language }.
stale-notice = המקור השתנה מאז תורגם דף זה. ייתכן שחלק מהפרטים אינם מעודכנים.
stale-sections = סעיפים שהשתנו:
stale-sections-maybe = סעיפים שאולי השתנו:
read-original = קריאת המקור
page-not-found = הדף לא נמצא
page-not-found-text = ייתכן שהכתובת הוקלדה באופן שגוי או שהדף הועבר.
page-moved = הדף הזה הועבר

## Reading modes

reading-mode = מצב קריאה
mode-translation = תרגום
mode-hover = משפט אחר משפט
mode-interleaved = פסקה אחר פסקה
mode-side-by-side = זה לצד זה
mode-original = מקור
mode-hover-help = הצביעו על משפט, הקישו עליו או עברו אליו באמצעות מקש Tab כדי לראות את המקור. Esc סוגר אותו.
second-language = שפה שנייה
second-unavailable = אין בדף הזה משפטים שאפשר להציג בשפה הזו: { $language }.
mode-interleaved-help = המקור מופיע מתחת לכל פסקה.
mode-side-by-side-help = התרגום והמקור מופיעים זה לצד זה.
mode-original-help = הדף כולו בשפה שבה נכתב.
keyboard-shortcuts = קיצורי מקשים
keys-on = שימוש בקיצורי מקשים
key-next = המשפט הבא
key-previous = המשפט הקודם
key-into = מעבר אל המקור של המשפט
key-mode = מצב הקריאה הבא
key-search = חיפוש
key-help = הצגת העזרה הזו
segment-was = מה השתנה במקור מאז התרגום:
original = מקור
pair-uncertain = ייתכן שזה אינו המשפט המתאים במקור.
segment-changed = המשפט הזה השתנה במקור.
segment-deleted = המשפט הזה כבר אינו מופיע במקור.

## Where a translation comes from

provenance-translation = תרגום
translation-human = אנושי
translation-machine = תרגום מכונה
provenance-hand-off = תאריך התרגום
provenance-source = גרסת המקור
provenance-freshness = מצב
translation-fresh = מעודכן
translation-stale = לא מעודכן
last-updated = עודכן לאחרונה

## Language switcher and links into other languages

switcher-human = תרגום אנושי
switcher-machine = תרגום מכונה
switcher-stale = לא מעודכן
switcher-missing = לא תורגם
switcher-fallback = לא תורגם, מוצג בשפה אחרת: { $language }
switcher-index = לא תורגם, מוביל לדף הבית
switcher-find = חיפוש שפה
switcher-found = שפות שנמצאו: { $count }
link-in-language = שפה: { $language }

## Inside the article

alert-note = הערה
alert-tip = עצה
alert-important = חשוב
alert-caution = זהירות
alert-warning = אזהרה
copy = העתקה
copied = הועתק
edit-page = עריכת הדף הזה
edit-sentence = עריכת המשפט הזה
heading-link = קישור לסעיף זה
image-zoom = הגדלת התמונה
footnotes = הערות שוליים
footnote-back = חזרה לטקסט
task-done = בוצע
task-open = לביצוע
table = טבלה
video = סרטון
load-frame = הצגת תוכן מתוך { $host }
version = גרסה
versions = גרסאות
show-all = הצגת הכול
variant = אפשרות

card-architecture = ארכיטקטורה
card-concept = מושג
card-deploy = פריסה
card-download = הורדה
card-get-started = תחילת העבודה
card-how-to-guide = מדריך מעשי
card-learn = לימוד
card-overview = סקירה כללית
card-quickstart = התחלה מהירה
card-reference = חומר עזר
card-sample = דוגמה
card-training = הדרכה
card-tutorial = ערכת לימוד
card-video = סרטון
card-whats-new = מה חדש

## Appearance

theme = ערכת נושא
theme-auto = אוטומטי
theme-light = בהיר
theme-dark = כהה
theme-contrast = ניגודיות גבוהה
