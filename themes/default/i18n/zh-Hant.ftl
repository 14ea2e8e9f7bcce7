# 繁體中文: the texts of the default theme.

## Getting around

skip-to-content = 跳到本文
language = 語言
choose-language = 選擇語言
site-navigation = 網站導覽
pages = 頁面
breadcrumbs = 目前位置
on-this-page = 本頁內容
home = 首頁
all-pages = 所有頁面
toc-filter = 依標題篩選
previous = 上一頁
next = 下一頁
page-n-of-m = 第 { $number } 頁，共 { $count } 頁
search = 搜尋
search-no-results = 找不到與「{ $query }」相關的結果
close = 關閉

## Search

search-prompt = 請輸入一個或多個字詞。
search-keys = 使用方向鍵瀏覽結果，按 Enter 開啟，按 Esc 返回。
search-busy = 正在搜尋…
search-results = 與「{ $query }」相關的結果共 { $number } 筆
search-all-results = 所有結果
search-more = 顯示更多結果
search-section = 章節
search-original = 同時搜尋原文語言：{ $language }
search-titles-only = 此處僅搜尋標題。
search-from-disk = 當網站位於網頁伺服器上時，可以搜尋全文。
search-failed = 無法載入搜尋。請重新整理頁面再試一次。
search-no-script = 搜尋需要 JavaScript。沒有 JavaScript 時，可以從起始頁前往所有頁面。

## What a reader must know of a page

machine-translated = 本頁由機器翻譯，可能包含錯誤。
fallback-notice = 本頁尚未翻譯成您的語言。目前顯示的語言：{ $language }。
stale-notice = 本頁翻譯之後原文已有變更，部分內容可能已過時。
stale-sections = 已變更的部分：
stale-sections-maybe = 可能已變更的章節：
read-original = 閱讀原文
page-not-found = 找不到頁面
page-not-found-text = 網址可能輸入錯誤，或頁面已移動。
page-moved = 此頁面已移動

## Reading modes

reading-mode = 閱讀模式
mode-translation = 譯文
mode-hover = 逐句對照
mode-interleaved = 逐段對照
mode-side-by-side = 並排
mode-original = 原文
mode-hover-help = 指向、點選某個句子，或用 Tab 鍵移至該句子，即可檢視原文。按 Esc 關閉。
second-language = 第二語言
second-unavailable = 本頁沒有可用此語言顯示的句子：{ $language }。
mode-interleaved-help = 原文顯示在每個段落下方。
mode-side-by-side-help = 譯文與原文並排顯示。
mode-original-help = 以原始語言顯示整個頁面。
keyboard-shortcuts = 鍵盤快速鍵
keys-on = 使用鍵盤快速鍵
key-next = 下一句
key-previous = 上一句
key-into = 跳到該句的原文
key-mode = 下一種閱讀模式
key-search = 搜尋
key-help = 顯示此說明
segment-was = 翻譯之後原文的變更：
original = 原文
pair-uncertain = 這可能不是對應的原文句子。
segment-changed = 這句話的原文已變更。
segment-deleted = 原文中已沒有這句話。

## Where a translation comes from

provenance-translation = 翻譯
translation-human = 人工翻譯
translation-machine = 機器翻譯
provenance-hand-off = 翻譯日期
provenance-source = 原文版本
provenance-freshness = 狀態
translation-fresh = 最新
translation-stale = 已過時
last-updated = 上次更新

## Language switcher and links into other languages

switcher-human = 人工翻譯
switcher-machine = 機器翻譯
switcher-stale = 已過時
switcher-missing = 未翻譯
switcher-fallback = 未翻譯，以其他語言顯示：{ $language }
switcher-index = 未翻譯，前往首頁
switcher-find = 尋找語言
switcher-found = 找到的語言：{ $count }
link-in-language = 語言：{ $language }

## Inside the article

alert-note = 注意
alert-tip = 提示
alert-important = 重要
alert-caution = 小心
alert-warning = 警告
copy = 複製
copied = 已複製
edit-page = 編輯此頁面
edit-sentence = 編輯此句
heading-link = 此章節的連結
image-zoom = 放大影像
footnotes = 註腳
footnote-back = 返回本文
task-done = 已完成
task-open = 待辦
table = 表格
video = 影片
load-frame = 顯示來自 { $host } 的內容
version = 版本
versions = 版本
show-all = 全部顯示
variant = 選項

card-architecture = 架構
card-concept = 概念
card-deploy = 部署
card-download = 下載
card-get-started = 開始使用
card-how-to-guide = 操作指南
card-learn = 學習
card-overview = 概觀
card-quickstart = 快速入門
card-reference = 參考資料
card-sample = 範例
card-training = 訓練
card-tutorial = 教學課程
card-video = 影片
card-whats-new = 新功能

## Appearance

theme = 佈景主題
theme-auto = 自動
theme-light = 淺色
theme-dark = 深色
theme-contrast = 高對比
