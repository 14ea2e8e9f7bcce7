# ไทย: the texts of the default theme.

## Getting around

skip-to-content = ข้ามไปยังเนื้อหา
language = ภาษา
choose-language = เลือกภาษาของคุณ
site-navigation = การนำทางในไซต์
pages = หน้า
breadcrumbs = คุณอยู่ที่นี่
on-this-page = ในหน้านี้
home = หน้าแรก
all-pages = หน้าทั้งหมด
toc-filter = กรองตามชื่อเรื่อง
previous = ก่อนหน้า
next = ถัดไป
page-n-of-m = หน้า { $number } จาก { $count }
search = ค้นหา
search-no-results = ไม่พบผลลัพธ์สำหรับ “{ $query }”
close = ปิด

## Search

search-prompt = พิมพ์คำที่ต้องการค้นหาอย่างน้อยหนึ่งคำ
search-keys = ใช้ปุ่มลูกศรเพื่อเลื่อนดูผลลัพธ์ กด Enter เพื่อเปิด และกด Esc เพื่อย้อนกลับ
search-busy = กำลังค้นหา…
search-results = พบ { $number } ผลลัพธ์สำหรับ “{ $query }”
search-all-results = ผลลัพธ์ทั้งหมด
search-more = แสดงผลลัพธ์เพิ่มเติม
search-section = ส่วน
search-original = ค้นหาในภาษาต้นฉบับด้วย: { $language }
search-titles-only = ที่นี่ค้นหาได้เฉพาะชื่อหน้าและหัวข้อเท่านั้น
search-from-disk = เมื่อไซต์อยู่บนเว็บเซิร์ฟเวอร์ จะค้นหาข้อความทั้งหมดได้
search-failed = โหลดการค้นหาไม่ได้ โหลดหน้านี้ซ้ำเพื่อลองอีกครั้ง
search-no-script = การค้นหาต้องใช้ JavaScript หากไม่มี หน้าเริ่มต้นจะนำไปยังทุกหน้าได้

## What a reader must know of a page

machine-translated = หน้านี้แปลด้วยเครื่องและอาจมีข้อผิดพลาด
fallback-notice = หน้านี้ยังไม่ได้แปลเป็นภาษาของคุณ ภาษาที่แสดง: { $language }
stale-notice = ต้นฉบับมีการเปลี่ยนแปลงหลังจากแปลหน้านี้แล้ว รายละเอียดบางอย่างอาจล้าสมัย
stale-sections = ส่วนที่มีการเปลี่ยนแปลง:
stale-sections-maybe = ส่วนที่อาจมีการเปลี่ยนแปลง:
read-original = อ่านต้นฉบับ
page-not-found = ไม่พบหน้า
page-not-found-text = ที่อยู่อาจพิมพ์ผิด หรือหน้าอาจถูกย้ายแล้ว
page-moved = หน้านี้ถูกย้ายแล้ว

## Reading modes

reading-mode = โหมดการอ่าน
mode-translation = คำแปล
mode-hover = ทีละประโยค
mode-interleaved = ทีละย่อหน้า
mode-side-by-side = เทียบคู่กัน
mode-original = ต้นฉบับ
mode-hover-help = ชี้ที่ประโยค แตะ หรือเลื่อนไปที่ประโยคด้วยแป้น Tab เพื่อดูต้นฉบับ กด Esc เพื่อปิด
second-language = ภาษาที่สอง
second-unavailable = หน้านี้ไม่มีประโยคที่จะแสดงในภาษานี้: { $language }
mode-interleaved-help = ต้นฉบับอยู่ใต้แต่ละย่อหน้า
mode-side-by-side-help = คำแปลและต้นฉบับอยู่เคียงข้างกัน
mode-original-help = ทั้งหน้าในภาษาที่ใช้เขียนต้นฉบับ
keyboard-shortcuts = แป้นพิมพ์ลัด
keys-on = ใช้แป้นพิมพ์ลัด
key-next = ประโยคถัดไป
key-previous = ประโยคก่อนหน้า
key-into = ไปยังต้นฉบับของประโยค
key-mode = โหมดการอ่านถัดไป
key-search = ค้นหา
key-help = แสดงวิธีใช้นี้
segment-was = สิ่งที่เปลี่ยนแปลงในต้นฉบับหลังการแปล:
original = ต้นฉบับ
pair-uncertain = ข้อความนี้อาจไม่ใช่ประโยคต้นฉบับที่ตรงกัน
segment-changed = ประโยคนี้ในต้นฉบับมีการเปลี่ยนแปลง
segment-deleted = ประโยคนี้ไม่มีในต้นฉบับแล้ว

## Where a translation comes from

provenance-translation = การแปล
translation-human = โดยมนุษย์
translation-machine = โดยเครื่อง
provenance-hand-off = วันที่แปล
provenance-source = รุ่นของต้นฉบับ
provenance-freshness = สถานะ
translation-fresh = เป็นปัจจุบัน
translation-stale = ล้าสมัย
last-updated = อัปเดตล่าสุด

## Language switcher and links into other languages

switcher-human = แปลโดยมนุษย์
switcher-machine = แปลโดยเครื่อง
switcher-stale = ล้าสมัย
switcher-missing = ยังไม่ได้แปล
switcher-fallback = ยังไม่ได้แปล แสดงเป็นภาษาอื่น: { $language }
switcher-index = ยังไม่ได้แปล นำไปยังหน้าแรก
switcher-find = ค้นหาภาษา
switcher-found = ภาษาที่พบ: { $count }
link-in-language = ภาษา: { $language }

## Inside the article

alert-note = หมายเหตุ
alert-tip = เคล็ดลับ
alert-important = สำคัญ
alert-caution = ข้อควรระวัง
alert-warning = คำเตือน
copy = คัดลอก
copied = คัดลอกแล้ว
edit-page = แก้ไขหน้านี้
edit-sentence = แก้ไขประโยคนี้
heading-link = ลิงก์ไปยังส่วนนี้
image-zoom = ขยายรูปภาพ
footnotes = เชิงอรรถ
footnote-back = กลับไปยังข้อความ
task-done = เสร็จแล้ว
task-open = ยังไม่เสร็จ
table = ตาราง
video = วิดีโอ
load-frame = แสดงเนื้อหาจาก { $host }
version = เวอร์ชัน
versions = เวอร์ชัน
show-all = แสดงทั้งหมด
variant = ตัวเลือก

card-architecture = สถาปัตยกรรม
card-concept = แนวคิด
card-deploy = การปรับใช้
card-download = ดาวน์โหลด
card-get-started = เริ่มต้นใช้งาน
card-how-to-guide = คู่มือวิธีใช้
card-learn = เรียนรู้
card-overview = ภาพรวม
card-quickstart = เริ่มต้นอย่างรวดเร็ว
card-reference = ข้อมูลอ้างอิง
card-sample = ตัวอย่าง
card-training = การฝึกอบรม
card-tutorial = บทช่วยสอน
card-video = วิดีโอ
card-whats-new = มีอะไรใหม่

## Appearance

theme = ธีม
theme-auto = อัตโนมัติ
theme-light = สว่าง
theme-dark = มืด
theme-contrast = คอนทราสต์สูง
