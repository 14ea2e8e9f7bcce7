//! diglot: a static site generator for localized documentation that knows which sentence translates which.
//!
//! This page is the architecture of the program: what goes through it, which folder does what, what always holds, and where to
//! add something. It is for whoever changes the code; what the program does for its users is in `README.md` and `content/`.
//!
//! # Bird's eye view
//!
//! In go folders of Markdown, one a locale. A translated page may be *bilingual*: each sentence stands in the file as a pair of spans,
//! the translation (`data-ttu-id`) and behind it the original (`data-stu-id`). Out comes a folder of static pages, in which a reader
//! sees one language and can ask for the other one sentence by sentence.
//!
//! ```text
//! load → parse → compose → topics → align → freshness → resolve → render → search → write
//! ```
//!
//! A build passes over the pages twice. The first pass reads only their headers, as small summaries; from all of them together
//! [`topics`] and [`resolve`] make the site map, which nothing changes afterwards. The second pass reads each page once more, makes
//! its HTML and writes it. So a site of 100,000 pages never holds all their bodies in memory, and every page can be made by any
//! thread. Between the two, stale bilingual pages are compared with their sources, and the words of locales with pages to align are learned.
//! [`pipeline`] is the only place that knows this order.
//!
//! Each stage is a function on values. What is wrong with the content is not an `Err` but a [`diag::Finding`] beside the value: a
//! build goes on, publishes the page as well as it can be, and reports the problem with its place. `Err` means that the tool could not do its
//! work.
//!
//! # What flows
//!
//! | value | is | made by |
//! |---|---|---|
//! | [`config::Config`] | what to build, checked | [`load::open`] with [`config`] |
//! | [`load::Scan`] | every file below the roots, and what it is for | [`load::scan`] |
//! | [`source::SourceFile`] | the text of one file; places in it are byte [`source::Span`]s, turned into lines and columns only when printed | [`load::read()`] |
//! | [`topics::PageSummary`] | all that a site may know of a page that is not at hand | [`pipeline`], with [`parse::parse_header`] |
//! | [`resolve::SiteMap`] | addresses, alternates, fallbacks, navigation of every page | [`resolve::resolve`] |
//! | [`compose::toc::Toc`], [`resolve::toc::TocMap`] | a table of contents as written; all of them with addresses, laid over their sources | [`compose::toc`], [`resolve::toc`] |
//! | [`model::Document`] | one file: front matter, [`model::Unit`]s, pieces | [`parse::parse`] |
//! | [`freshness::segments::Review`] | which sentences of a stale page are of the source as it is now | [`freshness::segments::review`] |
//! | [`align::lexicon::Lexicon`] | which words translate which, learned from the site; kept in the cache | [`pipeline`], with [`align::Known`] |
//! | [`align::identity::Identity`] | what names a page beside its place, so that a wrong translation is known | [`align::page::Page::read`] |
//! | [`render::aligned::Aligned`] | a page without units and its original as one bilingual page | [`align::align`], [`render::aligned`] |
//! | [`freshness::seeming::Seeming`] | what seems to have changed where the text that was translated is not at hand | [`freshness::seeming::seeming`] |
//! | [`render::local_theme::LocalTheme`] | the templates of a locale, with its texts written into them | [`render::theme::Theme`] |
//! | [`render::now::Now`] | what the source of an outdated page says now where that changed | [`pipeline`], from a [`freshness::segments::Review`] |
//! | [`parse::View`] | one language of a document as Markdown, with a map back to the file | [`parse::view()`] |
//! | [`render::article::Article`], [`render::article::Originals`] | the HTML of one side, and of the other side sentence by sentence | [`render::article`] |
//! | [`render::view::PageView`] | everything a template may see of a page | [`render::page`] |
//! | [`search::Record`], [`search::titles::Entry`] | what of a finished page is searched | [`pipeline`], from [`render::page::Rendered`] |
//! | [`diag::Outcome`] | a value, and what was found on the way to it | every stage that reads content |
//!
//! The words are defined in [`model`]: *locale, topic, document, unit, side, segment, pair, bitext, alternate, fallback, finding*. One
//! concept has one name, in the code, in messages and in the help.
//!
//! # Map
//!
//! In reading order, which is also the order in which modules may use each other: a module uses only those above it.
//!
//! | module | does | touches |
//! |---|---|---|
//! | [`source`] | text of a file and places in it | nothing |
//! | [`model`] | the words all stages share, and the glossary | nothing |
//! | [`diag`] | findings, the table of [`diag::codes`], and how diagnostics are printed | nothing |
//! | [`config`] | `diglot.toml`, `docfx.json` or folders to one checked configuration | nothing |
//! | [`markdown`] | the only home of the Markdown parser: events with places, a lexer for HTML, the sanitizer, addresses | nothing |
//! | [`segment`] | where sentences end in the prose of a block, by language | nothing |
//! | [`load`] | which site a path names, which files it has, what is in them | reads files |
//! | [`parse`] | one file to one document; one language of a document | nothing |
//! | [`compose`] | what is no page's own Markdown: references to other files, tables of contents, pages written in YAML | nothing |
//! | [`topics`] | which pages of different locales are one page | nothing |
//! | [`align`] | which segment translates which: by units, the join of several locales, and the aligner for pages without units | nothing |
//! | [`freshness`] | whether a translation is of the source as it is now, and which of its sentences are | nothing |
//! | [`resolve`] | the site map: addresses, links, fallbacks, navigation | nothing |
//! | [`render`] | documents to pages, through the theme | nothing |
//! | [`check`] | what is wrong with translations: stale pages and sentences, gates, baselines | nothing |
//! | [`exchange`] | bitext in the formats of other tools | nothing |
//! | [`search`] | what makes the pages of a locale searchable: its words, its titles and headings | nothing |
//! | [`mod@write`] | the output folder: what may be written, and writing it whole | writes files |
//! | [`pipeline`] | the stages in order, on several threads | through `load` and `write` |
//! | [`mod@serve`] | the preview: watches, builds, serves, reloads | files, sockets, clock |
//! | [`cli`] | the commands; [`cli`]'s `printer` is the only module that prints | the process |
//!
//! Beside `src/`: `themes/default/` holds templates, style sheet, script and texts of the default theme, all of them part of the
//! program; `content/` is the project's own help and the largest example of the format; `tests/` is one binary with all that is
//! tested from outside, and `tests/bench/` holds the benches.
//!
//! There is no `utils`. What two stages need is a concept, and has a module of its own or belongs to [`model`].
//!
//! # What always holds
//!
//! Each with the test that holds it, as `file::test`. Where none is named there is none yet, and a reviewer must see to it.
//!
//! 1. **Any text is a page.** [`parse`] and [`render::article`] never fail and never panic, their time is linear in the text, and depth is
//!    bounded. `tests/suite.rs::cases` (each case also through `tests/reading/invariants.rs`),
//!    `src/markdown/html_tests.rs::time_is_linear`, `src/markdown/sanitize/tests.rs::time_is_linear`,
//!    `src/parse/front_matter.rs::no_text_is_too_odd`.
//! 2. **Bytes that are not edited stay.** A [`parse::View`] and [`parse::split()`] copy from the file; nothing is written anew from a tree, YAML least
//!    of all. `tests/suite.rs::cases`.
//! 3. **Same input, same version, same bytes**: whatever the threads, the machine, the time zone, the name of the folder.
//!    `src/write/apply_tests.rs::many_threads_write_what_one_would`, `tests/aligned.rs::the_cache_changes_nothing_that_is_written`,
//!    `tests/aligned.rs::the_cache_changes_nothing_of_alignments_and_exports`; `.ci/run` builds the help twice, with all threads and with one.
//!    An index of words depends on its pages alone: `src/search/bundle.rs::the_same_pages_are_the_same_bytes`,
//!    `tests/search.rs::an_unchanged_locale_is_not_indexed_again`.
//! 4. **A page does not grow with the site.** [`render::view::PageView`] holds lists of bounded length, finished once a topic or a locale.
//!    `src/render/theme.rs::listings_are_paged`, `tests/toc.rs::a_page_does_not_grow_with_its_table_of_contents`.
//! 5. **Only `load`, `write`, `pipeline`, `serve` and `cli` touch files, the clock or the environment.**
//! 6. **A build opens no socket and starts no process**, reads nothing outside its roots but what earlier builds kept in the cache and
//!    the older copies in folders that the configuration names, and follows no symbolic link. Of the git checkout around a root it reads old versions of files below that root, in process and
//!    without its configuration.
//!    `src/load/tests.rs::odd_things_in_a_tree_are_named_and_never_opened`,
//!    `src/load/tests.rs::a_configured_root_may_not_be_a_link_that_content_could_set`,
//!    `src/load/older.rs::only_what_lies_below_the_folder_is_read`,
//!    `src/write/apply_tests.rs::symbolic_links_are_never_followed`.
//! 7. **One language at a time.** No word of the original is in the article, the title, the description or the outline of a translation;
//!    it is in the JSON island (`render::island`) and nowhere else. `tests/suite.rs::cases`.
//!    The same holds for what is searched. `tests/search.rs::only_the_translation_is_searched`.
//! 8. **Content does not act.** No script, style, handler or address of an unknown scheme gets from content into a page, and no control
//!    character into a terminal. `src/markdown/sanitize/tests.rs::any_text_comes_out_harmless`,
//!    `src/markdown/url.rs::nothing_active_is_let_through`, `src/diag/render/mod.rs::nothing_acts_in_any_format`. `SECURITY.md` has
//!    the whole list.
//! 9. **The output folder is ours alone.** No file is deleted that no build wrote, and a build that is killed leaves no half of a file.
//!    `src/write/apply_tests.rs::folders_that_are_not_for_output_are_refused`,
//!    `src/write/apply_tests.rs::a_killed_build_is_cleared_up`.
//!
//! # Where to add something
//!
//! - **A diagnostic**: one line in the table of [`diag::codes`] and its page `src/diag/explain/<code>.md`, then a [`diag::Finding`] where the problem
//!   is seen. `src/diag/codes.rs::every_page_says_what_to_do` asks for the page.
//! - **An abbreviation that is taken for the end of a sentence**: a word in the table of its language, `src/segment/languages.rs`.
//! - **A check of one page**: in the stage that sees it first. How units may be broken is in `parse::units`; front matter in
//!   `parse::metadata`; addresses in [`render::links`]; raw HTML in `markdown::sanitize`.
//! - **A check of the whole site**: a `resolve::SiteFinding` from [`resolve::resolve`], or, when it needs anchors of other pages, the end of
//!   `pipeline::pages`.
//! - **A check of translations**: a file in [`check`] and a line in its table.
//! - **An element or attribute of HTML**: its line in `markdown/sanitize/elements.rs` or `attributes.rs`.
//! - **A rule for versions or pivots**: ranges and their order are in [`model::moniker`], definitions are read by `pipeline::zones` and
//!   [`compose::pivots`], and [`render::zones`] says which zones a page shows, and why a version has no page of its own.
//! - **A language whose code is shown in colours**: its words in `render/code/tables`, what is special in it beside them, and its names in
//!   `render/code/languages.rs`; [`render::code`] says which classes there are.
//! - **Something for machines**: `render::about` for the head of a page, [`render::llms`] for lists, [`render::copy`] for the Markdown of a page.
//! - **An extension of Markdown**: what DocFX adds is read in [`markdown::docfx`], put in place by `render::article`'s `marks` and written by its
//!   `quotes`, `colons`, `tabs`, `images` and `math`; the parser's own options are in [`markdown`].
//! - **A feature of the page**: a field of [`render::view::PageView`], filled in [`render::page`] or [`render::lists`], shown by a template of
//!   `themes/default/templates/`; its words go into every file of `themes/default/i18n/`
//!   (`src/render/strings.rs::every_locale_has_every_text_and_every_argument`). What it does on a click goes into the theme's
//!   scripts, the words of which are listed in `render/words.rs`; the page must work without.
//! - **A reading mode**: a file `themes/default/assets/reader-<name>.js` that gives `{ enter, leave }`, its place in `reader.js`, its look in
//!   `reader.css`, its name in `render/words.rs`, and what it shows in `tests/browser/reading.rs`.
//! - **Something that is searched**: a field of [`search::Record`], which `pipeline::search` fills and [`search::document`] gives to the indexer; what
//!   readers see of it is in `themes/default/assets/search/`, its words in `render::search`. [`search::titles`] is the index that works from a disk.
//! - **An export format**: a file in [`exchange`] and its name in `cli::export`.
//! - **A format of diagnostics**: a file in [`diag::render`] and a variant of [`diag::render::Format`].
//! - **A command**: a file in [`cli`] and a variant of its enum.
//! - **A case of the bilingual format**: a heading and its blocks in `tests/suite/`; no code.

pub mod source;

pub mod model;

pub mod diag;

pub mod config;

pub mod markdown;

pub mod segment;

pub mod load;

pub mod parse;

pub mod compose;

pub mod topics;

pub mod align;

pub mod freshness;

pub mod resolve;

pub mod render;

pub mod check;

pub mod exchange;

pub mod search;

pub mod write;

pub mod pipeline;

#[cfg(feature = "serve")]
pub mod serve;

pub mod cli;
