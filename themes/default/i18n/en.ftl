# English: the texts of the default theme.

## Getting around

skip-to-content = Skip to content
language = Language
choose-language = Choose your language
site-navigation = Site navigation
pages = Pages
breadcrumbs = You are here
on-this-page = On this page
home = Start page
all-pages = All pages
toc-filter = Filter by title
previous = Previous
next = Next
page-n-of-m = Page { $number } of { $count }
search = Search
search-no-results = Nothing found for “{ $query }”
close = Close

## Search

search-prompt = Type one or more words.
search-keys = Use the arrow keys to go through the results, Enter to open one, and Esc to go back.
search-busy = Searching…
search-results = { $count ->
    [one] { $number } result for “{ $query }”
   *[other] { $number } results for “{ $query }”
}
search-all-results = All results
search-more = Show more results
search-section = Section
search-original = Also search in the original language: { $language }
search-titles-only = Only titles and headings are searched here.
search-from-disk = The full text can be searched when the site is on a web server.
search-failed = The search could not be loaded. Reload the page to try again.
search-no-script = Search needs JavaScript. Without it, the start page leads to all pages.

## What a reader must know of a page

machine-translated = This page was translated by a machine and may contain mistakes.
fallback-notice = This page has not been translated into your language yet. Language shown: { $language }.
stale-notice = The original has changed since this page was translated. Some details may be out of date.
stale-sections = Changed sections:
stale-sections-maybe = Sections that may have changed:
read-original = Read the original
page-not-found = Page not found
page-not-found-text = The address may be mistyped, or the page may have moved.
page-moved = This page has moved

## Reading modes

reading-mode = Reading mode
mode-translation = Translation
mode-hover = Hover
mode-interleaved = By paragraph
mode-side-by-side = Side by side
mode-original = Original
mode-hover-help = Point at a sentence, tap it or move to it with the Tab key to see the original. Esc closes it.
second-language = Second language
second-unavailable = This page has no sentences to show in this language: { $language }.
mode-interleaved-help = The original stands below each paragraph.
mode-side-by-side-help = The translation and its original stand beside each other.
mode-original-help = The whole page in the language it was written in.
keyboard-shortcuts = Keyboard shortcuts
keys-on = Use keyboard shortcuts
key-next = Next sentence
key-previous = Previous sentence
key-into = Into the original of the sentence
key-mode = Next reading mode
key-search = Search
key-help = Show this help
segment-was = What changed in the original since the translation:
original = Original
pair-uncertain = This may not be the matching sentence of the original.
segment-changed = This sentence has changed in the original.
segment-deleted = This sentence is no longer in the original.

## Where a translation comes from

provenance-translation = Translation
translation-human = By a person
translation-machine = By a machine
provenance-hand-off = Translation date
provenance-source = Version of the original
provenance-freshness = Status
translation-fresh = Up to date
translation-stale = Out of date
last-updated = Last updated

## Language switcher and links into other languages

switcher-human = human translation
switcher-machine = machine translation
switcher-stale = out of date
switcher-missing = not translated
switcher-fallback = not translated, shown in another language: { $language }
switcher-index = not translated, leads to the start page
switcher-find = Find a language
switcher-found = Languages found: { $count }
link-in-language = language: { $language }

## Inside the article

alert-note = Note
alert-tip = Tip
alert-important = Important
alert-caution = Caution
alert-warning = Warning
copy = Copy
copied = Copied
edit-page = Edit this page
edit-sentence = Edit this sentence
heading-link = Link to this section
image-zoom = Enlarge the image
footnotes = Footnotes
footnote-back = Back to the text
task-done = Done
task-open = To do
table = Table
video = Video
load-frame = Show content from { $host }
version = Version
versions = Versions
show-all = Show all
variant = Variant

card-architecture = Architecture
card-concept = Concept
card-deploy = Deploy
card-download = Download
card-get-started = Get started
card-how-to-guide = How-to guide
card-learn = Learn
card-overview = Overview
card-quickstart = Quickstart
card-reference = Reference
card-sample = Sample
card-training = Training
card-tutorial = Tutorial
card-video = Video
card-whats-new = What’s new

## Appearance

theme = Theme
theme-auto = Automatic
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
