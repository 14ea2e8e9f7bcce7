# 简体中文: the texts of the default theme.

## Getting around

skip-to-content = 跳到正文
language = 语言
choose-language = 选择语言
site-navigation = 网站导航
pages = 页面
breadcrumbs = 当前位置
on-this-page = 本页内容
home = 首页
all-pages = 所有页面
toc-filter = 按标题筛选
previous = 上一页
next = 下一页
page-n-of-m = 第 { $number } 页，共 { $count } 页
search = 搜索
search-no-results = 未找到与“{ $query }”相关的结果
close = 关闭

## Search

search-prompt = 请输入一个或多个词语。
search-keys = 使用箭头键浏览结果，按 Enter 打开，按 Esc 返回。
search-busy = 正在搜索…
search-results = 与“{ $query }”相关的结果共 { $number } 条
search-all-results = 所有结果
search-more = 显示更多结果
search-section = 部分
search-original = 同时搜索原文语言：{ $language }
search-titles-only = 此处仅搜索标题。
search-from-disk = 当站点位于 Web 服务器上时，可以搜索全文。
search-failed = 无法加载搜索。请刷新页面重试。
search-no-script = 搜索需要 JavaScript。没有 JavaScript 时，可以从起始页前往所有页面。

## What a reader must know of a page

machine-translated = 本页由机器翻译，可能包含错误。
fallback-notice = 本页尚未翻译成你的语言。当前显示的语言：{ $language }。
stale-notice = 本页翻译之后原文有更改，部分内容可能已过时。
stale-sections = 已更改的部分：
stale-sections-maybe = 可能已更改的部分：
read-original = 阅读原文
page-not-found = 找不到页面
page-not-found-text = 地址可能输入有误，或者页面已被移动。
page-moved = 此页面已移动

## Reading modes

reading-mode = 阅读模式
mode-translation = 译文
mode-hover = 逐句对照
mode-interleaved = 逐段对照
mode-side-by-side = 并排
mode-original = 原文
mode-hover-help = 指向、点按某个句子，或用 Tab 键移到该句子，即可查看原文。按 Esc 关闭。
second-language = 第二语言
second-unavailable = 本页没有可用此语言显示的句子：{ $language }。
mode-interleaved-help = 原文显示在每个段落下方。
mode-side-by-side-help = 译文与原文并排显示。
mode-original-help = 以原始语言显示整个页面。
keyboard-shortcuts = 键盘快捷键
keys-on = 使用键盘快捷键
key-next = 下一句
key-previous = 上一句
key-into = 跳到该句的原文
key-mode = 下一种阅读模式
key-search = 搜索
key-help = 显示此帮助
segment-was = 翻译之后原文的更改：
original = 原文
pair-uncertain = 这可能不是对应的原文句子。
segment-changed = 这句话的原文已更改。
segment-deleted = 原文中已没有这句话。

## Where a translation comes from

provenance-translation = 翻译
translation-human = 人工翻译
translation-machine = 机器翻译
provenance-hand-off = 翻译日期
provenance-source = 原文版本
provenance-freshness = 状态
translation-fresh = 最新
translation-stale = 已过时
last-updated = 上次更新

## Language switcher and links into other languages

switcher-human = 人工翻译
switcher-machine = 机器翻译
switcher-stale = 已过时
switcher-missing = 未翻译
switcher-fallback = 未翻译，以其他语言显示：{ $language }
switcher-index = 未翻译，转到首页
switcher-find = 查找语言
switcher-found = 找到的语言：{ $count }
link-in-language = 语言：{ $language }

## Inside the article

alert-note = 备注
alert-tip = 提示
alert-important = 重要
alert-caution = 注意
alert-warning = 警告
copy = 复制
copied = 已复制
edit-page = 编辑此页面
edit-sentence = 编辑此句
heading-link = 指向此部分的链接
image-zoom = 放大图像
footnotes = 脚注
footnote-back = 返回正文
task-done = 已完成
task-open = 待办
table = 表格
video = 视频
load-frame = 显示来自 { $host } 的内容
version = 版本
versions = 版本
show-all = 全部显示
variant = 选项

card-architecture = 体系结构
card-concept = 概念
card-deploy = 部署
card-download = 下载
card-get-started = 入门
card-how-to-guide = 操作指南
card-learn = 学习
card-overview = 概述
card-quickstart = 快速入门
card-reference = 参考
card-sample = 示例
card-training = 培训
card-tutorial = 教程
card-video = 视频
card-whats-new = 新增功能

## Appearance

theme = 主题
theme-auto = 自动
theme-light = 浅色
theme-dark = 深色
theme-contrast = 高对比度
