# Türkçe: the texts of the default theme.

## Getting around

skip-to-content = İçeriğe geç
language = Dil
choose-language = Dilinizi seçin
site-navigation = Site gezintisi
pages = Sayfalar
breadcrumbs = Buradasınız
on-this-page = Bu sayfada
home = Başlangıç sayfası
all-pages = Tüm sayfalar
toc-filter = Başlığa göre filtrele
previous = Önceki
next = Sonraki
page-n-of-m = Sayfa { $number } / { $count }
search = Ara
search-no-results = “{ $query }” için sonuç bulunamadı
close = Kapat

## Search

search-prompt = Bir veya daha fazla sözcük yazın.
search-keys = Sonuçlar arasında ok tuşlarıyla gezinin, Enter ile açın, Esc ile geri dönün.
search-busy = Aranıyor…
search-results = { $count ->
    [one] “{ $query }” için { $number } sonuç
   *[other] “{ $query }” için { $number } sonuç
}
search-all-results = Tüm sonuçlar
search-more = Daha fazla sonuç göster
search-section = Bölüm
search-original = Özgün dilde de ara: { $language }
search-titles-only = Burada yalnızca sayfa adları ve başlıklar aranır.
search-from-disk = Site bir web sunucusundayken metnin tamamı aranabilir.
search-failed = Arama yüklenemedi. Yeniden denemek için sayfayı yenileyin.
search-no-script = Arama için JavaScript gerekir. JavaScript olmadan başlangıç sayfası tüm sayfalara götürür.

## What a reader must know of a page

machine-translated = Bu sayfa makine çevirisidir ve hatalar içerebilir.
fallback-notice = Bu sayfa henüz dilinize çevrilmedi. Gösterilen dil: { $language }.
stale-notice = Bu sayfa çevrildikten sonra özgün metin değişti. Bazı ayrıntılar güncel olmayabilir.
stale-sections = Değişen bölümler:
stale-sections-maybe = Değişmiş olabilecek bölümler:
read-original = Özgün metni oku
page-not-found = Sayfa bulunamadı
page-not-found-text = Adres yanlış yazılmış veya sayfa taşınmış olabilir.
page-moved = Bu sayfa taşındı

## Reading modes

reading-mode = Okuma modu
mode-translation = Çeviri
mode-hover = Cümle cümle
mode-interleaved = Paragraf paragraf
mode-side-by-side = Yan yana
mode-original = Özgün metin
mode-hover-help = Özgün metni görmek için bir cümlenin üzerine gelin, ona dokunun veya Sekme tuşuyla ona gidin. Esc kapatır.
second-language = İkinci dil
second-unavailable = Bu sayfada şu dilde gösterilecek cümle yok: { $language }.
mode-interleaved-help = Özgün metin her paragrafın altında yer alır.
mode-side-by-side-help = Çeviri ve özgün metin yan yana durur.
mode-original-help = Sayfanın tamamı, yazıldığı dilde.
keyboard-shortcuts = Klavye kısayolları
keys-on = Klavye kısayollarını kullan
key-next = Sonraki cümle
key-previous = Önceki cümle
key-into = Cümlenin özgün metnine git
key-mode = Sonraki okuma modu
key-search = Ara
key-help = Bu yardımı göster
segment-was = Çeviriden bu yana özgün metinde değişenler:
original = Özgün metin
pair-uncertain = Bu, özgün metindeki karşılık gelen cümle olmayabilir.
segment-changed = Bu cümle özgün metinde değişti.
segment-deleted = Bu cümle artık özgün metinde yok.

## Where a translation comes from

provenance-translation = Çeviri
translation-human = İnsan çevirisi
translation-machine = Makine çevirisi
provenance-hand-off = Çeviri tarihi
provenance-source = Özgün metnin sürümü
provenance-freshness = Durum
translation-fresh = Güncel
translation-stale = Güncel değil
last-updated = Son güncelleme

## Language switcher and links into other languages

switcher-human = insan çevirisi
switcher-machine = makine çevirisi
switcher-stale = güncel değil
switcher-missing = çevrilmedi
switcher-fallback = çevrilmedi, başka bir dilde gösteriliyor: { $language }
switcher-index = çevrilmedi, başlangıç sayfasına götürür
switcher-find = Dil bul
switcher-found = Bulunan dil sayısı: { $count }
link-in-language = dil: { $language }

## Inside the article

alert-note = Not
alert-tip = İpucu
alert-important = Önemli
alert-caution = Dikkat
alert-warning = Uyarı
copy = Kopyala
copied = Kopyalandı
edit-page = Bu sayfayı düzenle
edit-sentence = Bu cümleyi düzenle
heading-link = Bu bölümün bağlantısı
image-zoom = Resmi büyüt
footnotes = Dipnotlar
footnote-back = Metne dön
task-done = Tamamlandı
task-open = Yapılacak
table = Tablo
video = Video
load-frame = { $host } içeriğini göster
version = Sürüm
versions = Sürümler
show-all = Tümünü göster
variant = Seçenek

card-architecture = Mimari
card-concept = Kavram
card-deploy = Dağıtım
card-download = İndirme
card-get-started = Başlarken
card-how-to-guide = Nasıl yapılır kılavuzu
card-learn = Öğrenin
card-overview = Genel bakış
card-quickstart = Hızlı başlangıç
card-reference = Başvuru
card-sample = Örnek
card-training = Eğitim
card-tutorial = Öğretici
card-video = Video
card-whats-new = Yenilikler

## Appearance

theme = Tema
theme-auto = Otomatik
theme-light = Açık
theme-dark = Koyu
theme-contrast = Yüksek karşıtlık
