//! Everything a template may see.
//!
//! In: nothing; `render` fills these from the site map and the document. Out: values that serialize for tera.
//! Never: a reference to the site. A page is a pure function of its view and the theme.
//!
//! Fields that end in `_html` are finished HTML, which the theme marks as safe; everything else is plain text and is
//! escaped by tera. Addresses are relative to the page unless they say otherwise. A template sees three names: `site`
//! and `strings` ([`SiteView`], turned into template values once a locale) and `page` ([`PageView`]).

use serde::Serialize;

/// What is the same on every page of one locale.
#[derive(Debug, Clone, Serialize)]
pub struct SiteView {
    /// Title of the site.
    pub title: String,
    /// Canonical tag of the reader's locale, the language of everything but the content: `it-IT`.
    pub locale: String,
    /// `ltr` or `rtl` for that locale.
    pub dir: &'static str,
    /// Canonical tag of the source locale, and its name: `en-US`, `English`.
    pub source_locale: String,
    /// Autonym of the source locale.
    pub source_name: String,
    /// Sources of `frame-src` for the pages' content security policy; empty for none.
    pub frames: String,
    /// The script with the words of the theme's script, relative to the locale's folder: `words.1a2b3c4d.js`.
    pub words: String,
    /// The theme's texts in the reader's locale, by key with `_` for `-`. A template reads them as `strings.skip_to_content`.
    #[serde(skip)]
    pub strings: std::collections::BTreeMap<String, String>,
}

/// One page, complete but for what all pages of its locale share.
#[derive(Debug, Clone, Serialize)]
pub struct PageView<'a> {
    /// Path from the page to the root of the output, empty or ending in `/`: `../../`.
    pub root: &'a str,
    /// Path from the page to the folder of its locale, empty or ending in `/`.
    pub home: &'a str,
    /// Address of the locale's index page.
    pub home_href: &'a str,
    /// What leads to the search.
    pub search: SearchView<'a>,
    /// Hashed file names of the theme's assets relative to the root: `assets/app.1a2b3c.css`.
    pub stylesheet: &'a str,
    /// Hashed script, relative to the root.
    pub script: &'a str,
    /// What kind of page: `topic`, `index`, `listing`, `contents`, `search`, `not-found`.
    pub kind: &'static str,
    /// Language of the content: differs from `site.locale` on a fallback page.
    pub lang: &'a str,
    /// Direction of the content.
    pub dir: &'static str,
    /// Page title, plain text.
    pub title: &'a str,
    /// What stands behind the title in a browser's tab; empty for the title of the site.
    pub title_suffix: &'a str,
    /// Description, plain text; may be empty.
    pub description: &'a str,
    /// Value of the robots meta, such as `noindex, nofollow`; empty for none.
    pub robots: &'static str,
    /// Canonical address; absolute where the site has a base URL, else relative; empty for none.
    pub canonical: &'a str,
    /// `<link rel=alternate hreflang>` lines, finished; rendered once a topic.
    pub alternates_html: &'a str,
    /// What a page says of itself to machines, Open Graph and JSON-LD, as finished lines for the head; empty where nothing stands behind it.
    pub about_html: &'a str,
    /// Switcher entries as `<li>…</li>`, finished: what the theme makes of a list of [`SwitcherItem`].
    pub switcher_html: &'a str,
    /// How many locales the switcher offers.
    pub switcher_count: usize,
    /// The reader's locale by name, for the switcher's button.
    pub locale_name: &'a str,
    /// The article, sanitized and finished.
    pub article_html: &'a str,
    /// With what readers choose between the zones of the article; empty for a page without zones.
    pub pickers: &'a [Picker],
    /// The outline as nested `<ul>`, finished; empty when there is nothing to list.
    pub outline_html: &'a str,
    /// The JSON of the island with the originals, safe inside the `<script>` that the template writes around it;
    /// empty when there is no bitext.
    pub bitext_html: &'a str,
    /// Whether the page has segments with originals, so that reading modes are offered.
    pub bilingual: bool,
    /// Address of the original page; empty where it has none.
    pub original_href: &'a str,
    /// Where readers can propose a change to the page; may be empty.
    pub edit_href: &'a str,
    /// On which lines of its file its headings and segments stand, the first one of each line, as `102:14 #next-steps:20`; may be empty.
    pub edit_lines: &'a str,
    /// A notice is shown for each that is true or present.
    pub notices: Notices<'a>,
    /// What is known of the translation, for the footer and `<meta name="diglot:…">`.
    pub provenance: Provenance<'a>,
    /// Navigation: other pages of the locale near this one, at most a few dozen.
    pub navigation: &'a [NavItem],
    /// Where the page is in its table of contents as nested `<ul>`, finished and of bounded size; empty where it has none, and
    /// [`Self::navigation`] serves.
    pub toc_html: &'a str,
    /// What else the page shows of it; present where `toc_html` is not empty.
    pub toc: Option<&'a TocView>,
    /// Folders above the page, outermost first.
    pub breadcrumbs: &'a [NavItem],
    /// Pages of a listing (kind `listing` and `index` without its own Markdown); empty elsewhere.
    pub listing: &'a [NavItem],
    /// Previous and next page of a listing that is paged; empty hrefs where there is none.
    pub pager: Pager,
}

/// The search of a locale.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct SearchView<'a> {
    /// Address of the locale's search page.
    pub href: &'a str,
    /// Hashed script and stylesheet, relative to the root; loaded when a reader searches.
    pub script: &'a str,
    /// The stylesheet.
    pub style: &'a str,
}

/// A page in its table of contents. Empty addresses for what there is not.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TocView {
    /// Address of the page with the whole table of contents.
    pub href: String,
    /// Address of the script with the whole table of contents.
    pub script: String,
    /// The page before this one in reading order.
    pub previous: NavItem,
    /// The page after this one.
    pub next: NavItem,
}

/// The page at the address of one that moved.
#[derive(Debug, Clone, Serialize)]
pub struct RedirectView<'a> {
    /// Path from the page to the root of the output, empty or ending in `/`.
    pub root: String,
    /// Hashed stylesheet, relative to the root.
    pub stylesheet: &'a str,
    /// Language of the title where it is not the reader's; else empty.
    pub lang: &'a str,
    /// Title of the new page, or its address where it is on another site.
    pub title: String,
    /// The new address.
    pub href: String,
    /// Canonical address of the new page.
    pub canonical: String,
}

/// What a reader must be told about a page.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Notices<'a> {
    /// The page was translated by a machine.
    pub machine: bool,
    /// The page is shown in this language because it is missing in the reader's: autonym; empty for none.
    pub fallback_name: &'a str,
    /// The same as a tag.
    pub fallback_lang: &'a str,
    /// The original changed since the translation.
    pub stale: bool,
    /// Sections in which it did, as far as that is known; at most a dozen.
    pub changed: Vec<NavItem>,
    /// Whether there are more.
    pub changed_more: bool,
    /// Whether they only seem to have changed: the text that was translated is not at hand.
    pub changed_maybe: bool,
}

/// Where a translation comes from. Empty strings for what is not known.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Provenance<'a> {
    /// `human`, `machine` or empty for a page that was not translated.
    pub translation: &'static str,
    /// `ms.translationtype` as written.
    pub translation_type: &'a str,
    /// Date of the hand-off, `YYYY-MM-DD`.
    pub hand_off: &'a str,
    /// The same in the reader's language.
    pub hand_off_text: &'a str,
    /// Commit of the source that was translated.
    pub source_commit: &'a str,
    /// SHA-1 of the source file that was translated.
    pub source_hash: &'a str,
    /// `fresh`, `stale` or empty where it cannot be told.
    pub freshness: &'static str,
    /// `ms.date` as `YYYY-MM-DD`.
    pub date: &'a str,
    /// The same in the reader's language.
    pub date_text: &'a str,
}

/// One link of a navigation list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NavItem {
    /// Text of the link.
    pub title: String,
    /// Address relative to the page; empty for an entry without one.
    pub href: String,
    /// Whether it is the page itself.
    pub current: bool,
    /// Language of the text where it is not the page's own; else empty.
    pub lang: String,
}

/// With what readers choose a version or a pivot; shown where there is a script.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Picker {
    /// The parameter of an address that chooses too: `view` or `pivots`.
    pub kind: &'static str,
    /// Its name.
    pub label: String,
    /// The first one is chosen where a reader chose none.
    pub choices: Vec<Choice>,
}

/// What a reader can choose.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// Its name in addresses and zones.
    pub value: String,
    /// What readers see.
    pub title: String,
}

/// Links between the pages of a long listing.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Pager {
    /// Address of the page before; empty on the first.
    pub previous: String,
    /// Address of the page after; empty on the last.
    pub next: String,
    /// Number of this page from 1.
    pub number: usize,
    /// How many there are.
    pub count: usize,
}

/// One entry of the language switcher. A list serves all pages of a topic; afterwards the entry of the reader's locale gets
/// `aria-current` beside its `hreflang`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SwitcherItem {
    /// Canonical tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Autonym.
    pub name: String,
    /// Address of the same page there, of its fallback, or of that locale's index; relative to the page.
    pub href: String,
    /// `human`, `machine`, `stale`, `missing`, or empty for the source and for pages without metadata.
    pub state: &'static str,
    /// The state in words, in the language of the entry, so that one list serves all locales; may be empty.
    pub note: String,
}

/// The language chooser at the root of the output.
#[derive(Debug, Clone, Serialize)]
pub struct ChooserView<'a> {
    /// Title of the site.
    pub title: &'a str,
    /// Hashed stylesheet, relative to the root.
    pub stylesheet: &'a str,
    /// Hashed script, relative to the root.
    pub script: &'a str,
    /// One entry a locale.
    pub locales: &'a [ChooserItem],
    /// `<link rel=alternate hreflang>` lines, finished.
    pub alternates_html: &'a str,
    /// Canonical address of the chooser; empty without a base URL.
    pub canonical: &'a str,
}

/// A locale in the chooser.
#[derive(Debug, Clone, Serialize)]
pub struct ChooserItem {
    /// Canonical tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Autonym.
    pub name: String,
    /// Address of the locale's index.
    pub href: String,
    /// "Choose your language" in that language.
    pub prompt: String,
}
