# Tiếng Việt: the texts of the default theme.

## Getting around

skip-to-content = Chuyển đến nội dung
language = Ngôn ngữ
choose-language = Chọn ngôn ngữ của bạn
site-navigation = Điều hướng trang web
pages = Các trang
breadcrumbs = Bạn đang ở đây
on-this-page = Trên trang này
home = Trang đầu
all-pages = Tất cả các trang
toc-filter = Lọc theo tiêu đề
previous = Trước
next = Tiếp
page-n-of-m = Trang { $number } / { $count }
search = Tìm kiếm
search-no-results = Không tìm thấy kết quả cho “{ $query }”
close = Đóng

## Search

search-prompt = Nhập một hoặc nhiều từ.
search-keys = Dùng phím mũi tên để đi qua các kết quả, Enter để mở và Esc để quay lại.
search-busy = Đang tìm kiếm…
search-results = { $number } kết quả cho “{ $query }”
search-all-results = Tất cả kết quả
search-more = Hiện thêm kết quả
search-section = Mục
search-original = Tìm cả trong ngôn ngữ gốc: { $language }
search-titles-only = Ở đây chỉ tìm trong tiêu đề trang và đề mục.
search-from-disk = Có thể tìm trong toàn bộ văn bản khi trang web nằm trên máy chủ web.
search-failed = Không tải được chức năng tìm kiếm. Hãy tải lại trang để thử lại.
search-no-script = Tìm kiếm cần JavaScript. Khi không có JavaScript, trang bắt đầu dẫn đến mọi trang.

## What a reader must know of a page

machine-translated = Trang này được dịch bằng máy và có thể có lỗi.
fallback-notice = Trang này chưa được dịch sang ngôn ngữ của bạn. Ngôn ngữ hiển thị: { $language }.
stale-notice = Bản gốc đã thay đổi kể từ khi trang này được dịch. Một số chi tiết có thể đã lỗi thời.
stale-sections = Các phần đã thay đổi:
stale-sections-maybe = Các mục có thể đã thay đổi:
read-original = Đọc bản gốc
page-not-found = Không tìm thấy trang
page-not-found-text = Địa chỉ có thể bị gõ sai hoặc trang có thể đã được chuyển đi.
page-moved = Trang này đã được chuyển đi

## Reading modes

reading-mode = Chế độ đọc
mode-translation = Bản dịch
mode-hover = Từng câu
mode-interleaved = Từng đoạn
mode-side-by-side = Song song
mode-original = Bản gốc
mode-hover-help = Trỏ vào một câu, chạm vào câu đó hoặc di chuyển đến câu đó bằng phím Tab để xem bản gốc. Nhấn Esc để đóng.
second-language = Ngôn ngữ thứ hai
second-unavailable = Trang này không có câu nào để hiển thị bằng ngôn ngữ này: { $language }.
mode-interleaved-help = Bản gốc nằm dưới mỗi đoạn.
mode-side-by-side-help = Bản dịch và bản gốc nằm cạnh nhau.
mode-original-help = Toàn bộ trang bằng ngôn ngữ mà trang được viết.
keyboard-shortcuts = Phím tắt
keys-on = Dùng phím tắt
key-next = Câu tiếp theo
key-previous = Câu trước
key-into = Đến bản gốc của câu
key-mode = Chế độ đọc tiếp theo
key-search = Tìm kiếm
key-help = Hiện trợ giúp này
segment-was = Những gì đã thay đổi trong bản gốc kể từ khi dịch:
original = Bản gốc
pair-uncertain = Đây có thể không phải là câu tương ứng trong bản gốc.
segment-changed = Câu này đã thay đổi trong bản gốc.
segment-deleted = Câu này không còn trong bản gốc.

## Where a translation comes from

provenance-translation = Bản dịch
translation-human = Do người dịch
translation-machine = Do máy dịch
provenance-hand-off = Ngày dịch
provenance-source = Phiên bản của bản gốc
provenance-freshness = Trạng thái
translation-fresh = Mới nhất
translation-stale = Lỗi thời
last-updated = Cập nhật lần cuối

## Language switcher and links into other languages

switcher-human = bản dịch của người
switcher-machine = bản dịch máy
switcher-stale = lỗi thời
switcher-missing = chưa dịch
switcher-fallback = chưa dịch, hiển thị bằng ngôn ngữ khác: { $language }
switcher-index = chưa dịch, dẫn đến trang đầu
switcher-find = Tìm ngôn ngữ
switcher-found = Số ngôn ngữ tìm thấy: { $count }
link-in-language = ngôn ngữ: { $language }

## Inside the article

alert-note = Lưu ý
alert-tip = Mẹo
alert-important = Quan trọng
alert-caution = Thận trọng
alert-warning = Cảnh báo
copy = Sao chép
copied = Đã sao chép
edit-page = Chỉnh sửa trang này
edit-sentence = Chỉnh sửa câu này
heading-link = Liên kết đến phần này
image-zoom = Phóng to hình ảnh
footnotes = Chú thích cuối trang
footnote-back = Quay lại văn bản
task-done = Đã xong
task-open = Cần làm
table = Bảng
video = Video
load-frame = Hiển thị nội dung từ { $host }
version = Phiên bản
versions = Phiên bản
show-all = Hiện tất cả
variant = Biến thể

card-architecture = Kiến trúc
card-concept = Khái niệm
card-deploy = Triển khai
card-download = Tải xuống
card-get-started = Bắt đầu
card-how-to-guide = Hướng dẫn thực hiện
card-learn = Tìm hiểu
card-overview = Tổng quan
card-quickstart = Bắt đầu nhanh
card-reference = Tham khảo
card-sample = Mẫu
card-training = Đào tạo
card-tutorial = Bài hướng dẫn
card-video = Video
card-whats-new = Có gì mới

## Appearance

theme = Giao diện
theme-auto = Tự động
theme-light = Sáng
theme-dark = Tối
theme-contrast = Độ tương phản cao
