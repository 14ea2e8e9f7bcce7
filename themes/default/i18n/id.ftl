# Bahasa Indonesia: the texts of the default theme.

## Getting around

skip-to-content = Langsung ke konten
language = Bahasa
choose-language = Pilih bahasa Anda
site-navigation = Navigasi situs
pages = Halaman
breadcrumbs = Anda di sini
on-this-page = Di halaman ini
home = Halaman awal
all-pages = Semua halaman
toc-filter = Filter menurut judul
previous = Sebelumnya
next = Berikutnya
page-n-of-m = Halaman { $number } dari { $count }
search = Cari
search-no-results = Tidak ada hasil untuk “{ $query }”
close = Tutup

## Search

search-prompt = Ketik satu kata atau lebih.
search-keys = Gunakan tombol panah untuk menelusuri hasil, Enter untuk membuka, dan Esc untuk kembali.
search-busy = Mencari…
search-results = { $number } hasil untuk “{ $query }”
search-all-results = Semua hasil
search-more = Tampilkan hasil lainnya
search-section = Bagian
search-original = Cari juga dalam bahasa asli: { $language }
search-titles-only = Di sini hanya judul dan subjudul yang dicari.
search-from-disk = Teks lengkap dapat dicari bila situs berada di server web.
search-failed = Pencarian tidak dapat dimuat. Muat ulang halaman untuk mencoba lagi.
search-no-script = Pencarian memerlukan JavaScript. Tanpanya, halaman awal mengarah ke semua halaman.

## What a reader must know of a page

machine-translated = Halaman ini diterjemahkan oleh mesin dan mungkin mengandung kesalahan.
fallback-notice = Halaman ini belum diterjemahkan ke bahasa Anda. Bahasa yang ditampilkan: { $language }.
stale-notice = Teks asli telah berubah sejak halaman ini diterjemahkan. Beberapa detail mungkin sudah usang.
stale-sections = Bagian yang berubah:
stale-sections-maybe = Bagian yang mungkin telah berubah:
read-original = Baca teks asli
page-not-found = Halaman tidak ditemukan
page-not-found-text = Alamat mungkin salah ketik atau halaman telah dipindahkan.
page-moved = Halaman ini telah dipindahkan

## Reading modes

reading-mode = Mode baca
mode-translation = Terjemahan
mode-hover = Per kalimat
mode-interleaved = Per paragraf
mode-side-by-side = Berdampingan
mode-original = Asli
mode-hover-help = Arahkan ke kalimat, ketuk, atau pindah ke kalimat itu dengan tombol Tab untuk melihat teks asli. Esc menutupnya.
second-language = Bahasa kedua
second-unavailable = Halaman ini tidak memiliki kalimat yang dapat ditampilkan dalam bahasa ini: { $language }.
mode-interleaved-help = Teks asli berada di bawah setiap paragraf.
mode-side-by-side-help = Terjemahan dan teks asli berdampingan.
mode-original-help = Seluruh halaman dalam bahasa penulisannya.
keyboard-shortcuts = Pintasan keyboard
keys-on = Gunakan pintasan keyboard
key-next = Kalimat berikutnya
key-previous = Kalimat sebelumnya
key-into = Ke teks asli kalimat
key-mode = Mode baca berikutnya
key-search = Cari
key-help = Tampilkan bantuan ini
segment-was = Yang berubah dalam teks asli sejak penerjemahan:
original = Teks asli
pair-uncertain = Ini mungkin bukan kalimat asli yang sesuai.
segment-changed = Kalimat ini telah berubah dalam teks asli.
segment-deleted = Kalimat ini tidak ada lagi dalam teks asli.

## Where a translation comes from

provenance-translation = Terjemahan
translation-human = Oleh manusia
translation-machine = Oleh mesin
provenance-hand-off = Tanggal terjemahan
provenance-source = Versi teks asli
provenance-freshness = Status
translation-fresh = Terbaru
translation-stale = Usang
last-updated = Terakhir diperbarui

## Language switcher and links into other languages

switcher-human = terjemahan manusia
switcher-machine = terjemahan mesin
switcher-stale = usang
switcher-missing = belum diterjemahkan
switcher-fallback = belum diterjemahkan, ditampilkan dalam bahasa lain: { $language }
switcher-index = belum diterjemahkan, menuju ke halaman awal
switcher-find = Cari bahasa
switcher-found = Bahasa yang ditemukan: { $count }
link-in-language = bahasa: { $language }

## Inside the article

alert-note = Catatan
alert-tip = Tips
alert-important = Penting
alert-caution = Perhatian
alert-warning = Peringatan
copy = Salin
copied = Disalin
edit-page = Edit halaman ini
edit-sentence = Edit kalimat ini
heading-link = Tautan ke bagian ini
image-zoom = Perbesar gambar
footnotes = Catatan kaki
footnote-back = Kembali ke teks
task-done = Selesai
task-open = Belum dikerjakan
table = Tabel
video = Video
load-frame = Tampilkan konten dari { $host }
version = Versi
versions = Versi
show-all = Tampilkan semua
variant = Varian

card-architecture = Arsitektur
card-concept = Konsep
card-deploy = Penyebaran
card-download = Unduhan
card-get-started = Memulai
card-how-to-guide = Panduan cara
card-learn = Pelajari
card-overview = Ringkasan
card-quickstart = Mulai cepat
card-reference = Referensi
card-sample = Contoh
card-training = Pelatihan
card-tutorial = Tutorial
card-video = Video
card-whats-new = Yang baru

## Appearance

theme = Tema
theme-auto = Otomatis
theme-light = Terang
theme-dark = Gelap
theme-contrast = Kontras tinggi
