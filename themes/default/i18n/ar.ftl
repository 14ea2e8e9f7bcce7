# العربية: the texts of the default theme.

## Getting around

skip-to-content = الانتقال إلى المحتوى
language = اللغة
choose-language = اختر لغتك
site-navigation = التنقل في الموقع
pages = الصفحات
breadcrumbs = أنت هنا
on-this-page = في هذه الصفحة
home = صفحة البداية
all-pages = كل الصفحات
toc-filter = تصفية حسب العنوان
previous = السابق
next = التالي
page-n-of-m = الصفحة { $number } من { $count }
search = بحث
search-no-results = لا توجد نتائج عن «{ $query }»
close = إغلاق

## Search

search-prompt = اكتب كلمة أو أكثر.
search-keys = استخدم مفاتيح الأسهم للتنقل بين النتائج، وEnter لفتح نتيجة، وEsc للرجوع.
search-busy = جارٍ البحث…
search-results = { $count ->
    [zero] لا نتائج عن «{ $query }»
    [one] نتيجة واحدة عن «{ $query }» ({ $number })
    [two] نتيجتان عن «{ $query }» ({ $number })
    [few] { $number } نتائج عن «{ $query }»
    [many] { $number } نتيجة عن «{ $query }»
   *[other] { $number } نتيجة عن «{ $query }»
}
search-all-results = كل النتائج
search-more = عرض مزيد من النتائج
search-section = القسم
search-original = البحث أيضًا باللغة الأصلية: { $language }
search-titles-only = يشمل البحث هنا العناوين الرئيسية والفرعية فقط.
search-from-disk = يمكن البحث في النص الكامل عندما يكون الموقع على خادم ويب.
search-failed = تعذّر تحميل البحث. أعد تحميل الصفحة للمحاولة مرة أخرى.
search-no-script = يحتاج البحث إلى JavaScript. وبدونه تقودك صفحة البداية إلى جميع الصفحات.

## What a reader must know of a page

machine-translated = تُرجمت هذه الصفحة آليًا وقد تحتوي على أخطاء.
fallback-notice = لم تُترجم هذه الصفحة إلى لغتك بعد. اللغة المعروضة: { $language }.
stale-notice = تغيّر النص الأصلي بعد ترجمة هذه الصفحة. قد تكون بعض التفاصيل قديمة.
stale-sections = الأقسام التي تغيّرت:
stale-sections-maybe = أقسام ربما تغيّرت:
read-original = قراءة النص الأصلي
page-not-found = الصفحة غير موجودة
page-not-found-text = قد يكون العنوان مكتوبًا بشكل خاطئ، أو ربما نُقلت الصفحة.
page-moved = نُقلت هذه الصفحة

## Reading modes

reading-mode = وضع القراءة
mode-translation = الترجمة
mode-hover = التمرير
mode-interleaved = فقرةً فقرة
mode-side-by-side = جنبًا إلى جنب
mode-original = الأصل
mode-hover-help = أشِر إلى جملة أو انقر عليها أو انتقل إليها بمفتاح Tab لعرض النص الأصلي. يغلقه المفتاح Esc.
second-language = اللغة الثانية
second-unavailable = لا توجد في هذه الصفحة جمل يمكن عرضها بهذه اللغة: { $language }.
mode-interleaved-help = يظهر النص الأصلي أسفل كل فقرة.
mode-side-by-side-help = تظهر الترجمة والنص الأصلي جنبًا إلى جنب.
mode-original-help = الصفحة كاملة باللغة التي كُتبت بها.
keyboard-shortcuts = اختصارات لوحة المفاتيح
keys-on = استخدام اختصارات لوحة المفاتيح
key-next = الجملة التالية
key-previous = الجملة السابقة
key-into = الانتقال إلى النص الأصلي للجملة
key-mode = وضع القراءة التالي
key-search = بحث
key-help = عرض هذه المساعدة
segment-was = ما الذي تغيّر في النص الأصلي منذ الترجمة:
original = النص الأصلي
pair-uncertain = قد لا تكون هذه هي الجملة الأصلية المقابلة.
segment-changed = تغيّرت هذه الجملة في النص الأصلي.
segment-deleted = لم تعد هذه الجملة موجودة في النص الأصلي.

## Where a translation comes from

provenance-translation = الترجمة
translation-human = بشرية
translation-machine = آلية
provenance-hand-off = تاريخ الترجمة
provenance-source = إصدار النص الأصلي
provenance-freshness = الحالة
translation-fresh = محدّثة
translation-stale = قديمة
last-updated = آخر تحديث

## Language switcher and links into other languages

switcher-human = ترجمة بشرية
switcher-machine = ترجمة آلية
switcher-stale = قديمة
switcher-missing = غير مترجمة
switcher-fallback = غير مترجمة، معروضة بلغة أخرى: { $language }
switcher-index = غير مترجمة، تؤدي إلى صفحة البداية
switcher-find = البحث عن لغة
switcher-found = عدد اللغات التي عُثر عليها: { $count }
link-in-language = اللغة: { $language }

## Inside the article

alert-note = ملاحظة
alert-tip = تلميح
alert-important = هام
alert-caution = تنبيه
alert-warning = تحذير
copy = نسخ
copied = تم النسخ
edit-page = تحرير هذه الصفحة
edit-sentence = تحرير هذه الجملة
heading-link = رابط إلى هذا القسم
image-zoom = تكبير الصورة
footnotes = الحواشي
footnote-back = العودة إلى النص
task-done = تم
task-open = لم يتم بعد
table = جدول
video = فيديو
load-frame = عرض المحتوى من { $host }
version = الإصدار
versions = الإصدارات
show-all = عرض الكل
variant = الخيار

card-architecture = البنية
card-concept = المفهوم
card-deploy = النشر
card-download = التنزيل
card-get-started = بدء الاستخدام
card-how-to-guide = دليل إرشادي
card-learn = التعلّم
card-overview = نظرة عامة
card-quickstart = بدء سريع
card-reference = المرجع
card-sample = عيّنة
card-training = التدريب
card-tutorial = برنامج تعليمي
card-video = فيديو
card-whats-new = ما الجديد

## Appearance

theme = المظهر
theme-auto = تلقائي
theme-light = فاتح
theme-dark = داكن
theme-contrast = تباين عالٍ
