# 日本語: the texts of the default theme.

## Getting around

skip-to-content = 本文へ移動
language = 言語
choose-language = 言語を選択してください
site-navigation = サイト ナビゲーション
pages = ページ一覧
breadcrumbs = 現在の位置
on-this-page = このページの内容
home = トップページ
all-pages = すべてのページ
toc-filter = タイトルで絞り込む
previous = 前へ
next = 次へ
page-n-of-m = { $count } ページ中 { $number } ページ目
search = 検索
search-no-results = 「{ $query }」に一致する結果はありません
close = 閉じる

## Search

search-prompt = 検索する言葉を入力してください。
search-keys = 矢印キーで結果を選び、Enter キーで開き、Esc キーで戻ります。
search-busy = 検索しています…
search-results = 「{ $query }」の検索結果: { $number } 件
search-all-results = すべての結果
search-more = 結果をさらに表示
search-section = セクション
search-original = 原文の言語でも検索する: { $language }
search-titles-only = ここで検索できるのはタイトルと見出しだけです。
search-from-disk = サイトが Web サーバーにある場合は、全文を検索できます。
search-failed = 検索を読み込めませんでした。ページを再読み込みして、もう一度お試しください。
search-no-script = 検索には JavaScript が必要です。JavaScript がない場合は、スタート ページからすべてのページに移動できます。

## What a reader must know of a page

machine-translated = このページは機械翻訳されたもので、誤りが含まれている可能性があります。
fallback-notice = このページはまだお使いの言語に翻訳されていません。表示中の言語: { $language }
stale-notice = このページの翻訳後に原文が変更されました。一部の情報が古くなっている可能性があります。
stale-sections = 変更されたセクション:
stale-sections-maybe = 変更された可能性のあるセクション:
read-original = 原文を読む
page-not-found = ページが見つかりません
page-not-found-text = アドレスの入力に誤りがあるか、ページが移動した可能性があります。
page-moved = このページは移動しました

## Reading modes

reading-mode = 表示モード
mode-translation = 翻訳
mode-hover = ホバー
mode-interleaved = 段落ごと
mode-side-by-side = 左右に並べる
mode-original = 原文
mode-hover-help = 文にポインターを合わせるか、タップするか、Tab キーで移動すると原文が表示されます。Esc キーで閉じます。
second-language = 第 2 言語
second-unavailable = このページには、次の言語で表示できる文がありません: { $language }
mode-interleaved-help = 各段落の下に原文を表示します。
mode-side-by-side-help = 訳文と原文を並べて表示します。
mode-original-help = ページ全体を、書かれたときの言語で表示します。
keyboard-shortcuts = キーボード ショートカット
keys-on = キーボード ショートカットを使用する
key-next = 次の文
key-previous = 前の文
key-into = 文の原文へ移動
key-mode = 次の表示モード
key-search = 検索
key-help = このヘルプを表示
segment-was = 翻訳後に原文で変更された点:
original = 原文
pair-uncertain = 対応する原文の文ではない可能性があります。
segment-changed = この文は原文で変更されています。
segment-deleted = この文は原文から削除されています。

## Where a translation comes from

provenance-translation = 翻訳
translation-human = 人による翻訳
translation-machine = 機械翻訳
provenance-hand-off = 翻訳日
provenance-source = 原文のバージョン
provenance-freshness = 状態
translation-fresh = 最新
translation-stale = 古い可能性あり
last-updated = 最終更新日

## Language switcher and links into other languages

switcher-human = 人による翻訳
switcher-machine = 機械翻訳
switcher-stale = 古い可能性あり
switcher-missing = 未翻訳
switcher-fallback = 未翻訳、別の言語で表示: { $language }
switcher-index = 未翻訳、トップページへ移動
switcher-find = 言語を検索
switcher-found = 見つかった言語: { $count }
link-in-language = 言語: { $language }

## Inside the article

alert-note = 注意
alert-tip = ヒント
alert-important = 重要
alert-caution = 注意事項
alert-warning = 警告
copy = コピー
copied = コピーしました
edit-page = このページを編集
edit-sentence = この文を編集
heading-link = このセクションへのリンク
image-zoom = 画像を拡大
footnotes = 脚注
footnote-back = 本文に戻る
task-done = 完了
task-open = 未完了
table = 表
video = 動画
load-frame = { $host } のコンテンツを表示
version = バージョン
versions = バージョン
show-all = すべて表示
variant = 選択肢

card-architecture = アーキテクチャ
card-concept = 概念
card-deploy = デプロイ
card-download = ダウンロード
card-get-started = はじめに
card-how-to-guide = 攻略ガイド
card-learn = 学習
card-overview = 概要
card-quickstart = クイックスタート
card-reference = リファレンス
card-sample = サンプル
card-training = トレーニング
card-tutorial = チュートリアル
card-video = ビデオ
card-whats-new = 新機能

## Appearance

theme = テーマ
theme-auto = 自動
theme-light = ライト
theme-dark = ダーク
theme-contrast = ハイ コントラスト
