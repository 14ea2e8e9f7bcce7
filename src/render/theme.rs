//! The theme: templates, stylesheet and script that turn views into HTML.
//!
//! In: the files of a project's own theme, laid over the default theme, which is part of the program; then one view a page.
//! Out: pages, and the assets they link to under names that change with their content. Never: reads a disk, or writes a
//! value unescaped unless its field ends in `_html`.

use super::assets::{self, Asset, FILES};
use super::local_theme::LocalTheme;
use super::view::{ChooserView, SiteView, SwitcherItem};
use crate::markdown::html::escape_attribute;
use serde::Serialize;
use std::collections::BTreeMap;
use tera::{Context, ErrorKind, Kwargs, State, StringInput, Tera, Value};

/// Why a theme cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ThemeError {
    /// A template is not valid, or asks for something that a page does not have.
    #[error("template `{template}`, line {line}: {message}")]
    Template {
        /// Name of the template, relative to `templates/`.
        template: String,
        /// Line from 1.
        line: usize,
        /// What tera says.
        message: String,
    },
    /// The templates do not fit together: one is missing, includes itself, or calls a filter that does not exist.
    #[error("theme: {message}")]
    Templates {
        /// What tera says, with the places in it.
        message: String,
    },
    /// A template, stylesheet or script is not text.
    #[error("theme file `{path}` is not UTF-8")]
    Encoding {
        /// Path in the theme.
        path: String,
    },
}

/// Templates and assets, ready to render.
pub struct Theme {
    tera: Tera,
    /// The templates as written, by name.
    templates: BTreeMap<String, String>,
    assets: Vec<Asset>,
}

impl Theme {
    /// The default theme with `overrides` laid over it: files of the project's theme by path (`templates/page.html`).
    /// A template or asset of the same path is replaced, others are added. All `assets/*.css` become one stylesheet,
    /// `app.css` first, what only the project has last, and all `assets/*.js` one script. Those of folders
    /// below stay files of their own; what is neither keeps its path.
    ///
    /// # Errors
    /// When a template is not valid or does not fit the others, or when a text file is not UTF-8.
    pub fn load(overrides: &BTreeMap<String, Vec<u8>>) -> Result<Self, ThemeError> {
        let mut files: BTreeMap<&str, &[u8]> = FILES.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
        files.extend(overrides.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())));
        let templates = templates(&files)?;
        Ok(Self {
            tera: tera(templates.iter().map(|(name, text)| (name.as_str(), text.clone())))?,
            templates,
            assets: assets::assets(&files, &|path| FILES.iter().any(|(known, _)| *known == path))?,
        })
    }

    /// The theme in a locale.
    ///
    /// # Errors
    /// When a template is not valid.
    pub fn of_locale(&self, view: &SiteView) -> Result<LocalTheme, ThemeError> {
        LocalTheme::new(&self.templates, view)
    }

    /// The language chooser at the root.
    ///
    /// # Errors
    /// When a template asks for something that the view does not have.
    pub fn chooser(&self, view: &ChooserView) -> Result<String, ThemeError> {
        let mut context = Context::new();
        context.insert_value("chooser", value(view)?);
        self.tera.render("chooser.html", &context).map_err(|e| fault(&e))
    }

    /// The entries of the language switcher, for [`super::view::PageView::switcher_html`].
    ///
    /// # Errors
    /// When a template asks for something that an item does not have.
    pub fn switcher(&self, items: &[SwitcherItem]) -> Result<String, ThemeError> {
        let mut context = Context::new();
        context.insert_value("items", Value::try_from_serializable(items).map_err(|e| fault(&e))?);
        self.tera.render("partials/switcher.html", &context).map_err(|e| fault(&e))
    }

    /// Everything the pages link to, by path.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// Path of the stylesheet relative to the root of the output.
    pub fn stylesheet(&self) -> &str {
        self.asset("assets/app.", ".css")
    }

    /// Path of the script relative to the root of the output.
    pub fn script(&self) -> &str {
        self.asset("assets/app.", ".js")
    }

    /// Paths of the script and the stylesheet of the search relative to the root of the output. Pages load them when a reader searches.
    pub fn search(&self) -> (&str, &str) {
        (self.asset("assets/search/search.", ".js"), self.asset("assets/search/search.", ".css"))
    }

    fn asset(&self, start: &str, suffix: &str) -> &str {
        let made = |asset: &&Asset| asset.path.starts_with(start) && asset.path.ends_with(suffix);
        self.assets.iter().find(made).map_or("", |asset| asset.path.as_str())
    }
}

/// A view as a template value, in which fields that end in `_html` are marked as safe.
pub(super) fn value(view: &impl Serialize) -> Result<Value, ThemeError> {
    let value = Value::try_from_serializable(view).map_err(|e| fault(&e))?;
    let mut map = value.into_map().unwrap_or_default();
    for (key, value) in &mut map {
        if key.as_str().is_some_and(|key| key.ends_with("_html")) {
            *value = std::mem::replace(value, Value::none()).mark_safe();
        }
    }
    Ok(Value::from(map))
}

/// Renders a template into bytes, which are UTF-8 and about as many as expected.
pub(super) fn render(tera: &Tera, template: &str, context: &Context, expected: usize) -> Result<Vec<u8>, ThemeError> {
    let mut out = Vec::with_capacity(expected);
    tera.render_to(template, context, &mut out).map_err(|e| fault(&e))?;
    Ok(out)
}

fn templates(files: &BTreeMap<&str, &[u8]>) -> Result<BTreeMap<String, String>, ThemeError> {
    let named = files.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("templates/")?, path, bytes)));
    named.map(|(name, path, bytes)| Ok((name.to_owned(), utf8(path, bytes)?.to_owned()))).collect()
}

/// Templates, by name, ready to render.
pub(super) fn tera<'a>(templates: impl Iterator<Item = (&'a str, String)>) -> Result<Tera, ThemeError> {
    let mut tera = Tera::new();
    tera.autoescape_on([""]);
    tera.set_escape_fn(escape);
    tera.register_filter("fill", fill);
    tera.add_raw_templates(templates).map_err(|e| fault(&e))?;
    Ok(tera)
}

/// Bytes that are never escaped: most values are words and addresses of nothing else.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut at = 0;
    while at < 128 {
        let byte = at as u8;
        plain[at] = byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'.' | b'-' | b'_' | b'/' | b':' | b'#' | b',');
        at += 1;
    }
    plain
};

/// Escapes a value for a template as everything else is escaped.
fn escape(value: &str, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    if value.bytes().all(|byte| PLAIN[usize::from(byte)]) {
        return out.write_all(value.as_bytes());
    }
    let mut escaped = String::with_capacity(value.len() + 8);
    escape_attribute(value, &mut escaped);
    out.write_all(escaped.as_bytes())
}

/// The filter `fill`: puts values in the places that a text names. `{{ strings.page_n_of_m | fill(number=1, count=9) }}`.
/// Each value is escaped and isolated in `<bdi>`, with the language of the argument `lang` if there is one.
fn fill(text: StringInput, args: Kwargs, state: &State) -> tera::TeraResult<Value> {
    let lang = match args.get::<&str>("lang")? {
        Some(lang) if !lang.is_empty() => format!(" lang=\"{}\"", state.escape(lang)?),
        _ => String::new(),
    };
    let mut html = state.escape(text.as_str())?;
    for (name, value) in args.iter() {
        let place = format!("{{${}}}", name.as_str().unwrap_or_default());
        html = html.replace(&place, &format!("<bdi{lang}>{}</bdi>", state.escape(&value.to_string())?));
    }
    Ok(Value::safe_string(&html))
}

pub(super) fn utf8<'a>(path: &str, bytes: &'a [u8]) -> Result<&'a str, ThemeError> {
    std::str::from_utf8(bytes).map_err(|_| ThemeError::Encoding { path: path.to_owned() })
}

fn fault(error: &tera::Error) -> ThemeError {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => ThemeError::Template {
            template: report.filename().to_owned(),
            line: report.span().start_line,
            message: report.message().to_owned(),
        },
        _ => ThemeError::Templates { message: error.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::super::strings::{Strings, TEXTS};
    use super::super::view::{ChooserItem, NavItem, Notices, PageView, Pager, Provenance, SearchView};
    use super::*;
    use scraper::{Html, Selector};
    use std::path::Path;

    const HOSTILE: &str = "\"><script>alert(1)</script>";

    fn site(locale: &str, dir: &'static str) -> LocalTheme {
        theme().of_locale(&site_view(locale, dir)).unwrap()
    }

    fn site_view(locale: &str, dir: &'static str) -> SiteView {
        SiteView {
            title: "Admin help".to_owned(),
            locale: locale.to_owned(),
            dir,
            source_locale: "en-US".to_owned(),
            source_name: "English".to_owned(),
            frames: String::new(),
            words: "words.js".to_owned(),
            strings: Strings::for_locale(locale, &[], &BTreeMap::new()).map(),
        }
    }

    fn view<'a>() -> PageView<'a> {
        PageView {
            root: "../../",
            home: "../",
            home_href: "../index.html",
            search: SearchView {
                href: "../search.html",
                script: "assets/search/search.11.js",
                style: "assets/search/search.22.css",
            },
            stylesheet: "assets/app.11111111.css",
            script: "assets/app.22222222.js",
            kind: "topic",
            lang: "it-IT",
            dir: "ltr",
            title: "L'account è bloccato",
            title_suffix: "",
            description: "Che cosa fare.",
            robots: "noindex, nofollow",
            canonical: "https://example.com/it-it/admin/a.html",
            alternates_html: "<link rel=\"alternate\" hreflang=\"en-US\" href=\"https://example.com/en-us/admin/a.html\">\n",
            about_html: "<meta property=\"og:type\" content=\"article\">\n",
            switcher_html: "<li><a href=\"../../en-us/admin/a.html\" hreflang=\"en-US\" lang=\"en-US\">English</a></li>",
            switcher_count: 2,
            locale_name: "Italiano",
            article_html: "<h1 id=\"blocked\"><span class=\"seg\" id=\"s-102\">L'account è bloccato</span></h1>",
            pickers: &[],
            outline_html: "<ul><li><a href=\"#blocked\">L'account è bloccato</a></li></ul>",
            bitext_html: "{\"source\":\"en-US\",\"segments\":{\"102\":{\"html\":\"Account is blocked\"}}}",
            bilingual: true,
            original_href: "../../en-us/admin/a.html",
            edit_href: "",
            edit_lines: "",
            notices: Notices { machine: true, ..Notices::default() },
            provenance: Provenance {
                translation: "machine",
                translation_type: "MT",
                hand_off: "2020-04-22",
                hand_off_text: "22 aprile 2020",
                source_commit: "55eff703a17e500681d8fa6a87eb067019ade3cc",
                source_hash: "ab49df06697f45e23e80e18b56257c45140722aa",
                freshness: "fresh",
                ..Provenance::default()
            },
            navigation: &[],
            toc_html: "",
            toc: None,
            breadcrumbs: &[],
            listing: &[],
            pager: Pager::default(),
        }
    }

    fn theme() -> Theme {
        Theme::load(&BTreeMap::new()).unwrap()
    }

    fn parsed(page: &[u8]) -> Html {
        Html::parse_document(std::str::from_utf8(page).unwrap())
    }

    fn one(html: &Html, selector: &str) -> String {
        let found: Vec<_> = html.select(&Selector::parse(selector).unwrap()).collect();
        assert_eq!(found.len(), 1, "{selector}: {}", html.html());
        found[0].html()
    }

    fn none(html: &Html, selector: &str) {
        assert_eq!(html.select(&Selector::parse(selector).unwrap()).count(), 0, "{selector}");
    }

    #[test]
    fn a_page_keeps_the_contract() {
        let bytes = site("it-IT", "ltr").page(&view()).unwrap();
        assert!(bytes.starts_with(b"<!DOCTYPE html>"));
        let html = parsed(&bytes);
        for selector in [
            "html[lang=it-IT][dir=ltr]",
            "head > meta[charset=utf-8]:first-child + meta[http-equiv=Content-Security-Policy]",
            "meta[name=description][content='Che cosa fare.']",
            "meta[name=robots][content='noindex, nofollow']",
            "link[rel=canonical][href='https://example.com/it-it/admin/a.html']",
            "link[rel=alternate][hreflang=en-US]",
            "link[rel=stylesheet][href='../../assets/app.11111111.css']",
            "head script[src='../../assets/app.22222222.js'][defer]",
            "body > a.skip-link[href='#main']:first-child",
            "body > header nav[aria-label] details ul a[hreflang=en-US]",
            "body > main#main > article > h1#blocked > span#s-102.seg",
            "main .notice-machine[role=note] a[href='../../en-us/admin/a.html'][hreflang=en-US]",
            "body > aside nav[aria-label] a[href='#blocked']",
            "body > footer time[datetime='2020-04-22']",
            "script#bitext[type='application/json']",
            "meta[name='diglot:translation'][content=machine]",
            "meta[name='diglot:translation-type'][content=MT]",
            "meta[name='diglot:hand-off'][content='2020-04-22']",
            "meta[name='diglot:source-commit'][content^='55eff703']",
            "meta[name='diglot:source-hash'][content^='ab49df']",
            "meta[name='diglot:freshness'][content=fresh]",
        ] {
            one(&html, selector);
        }
        assert_eq!(one(&html, "title"), "<title>L'account è bloccato · Admin help</title>");
        none(&html, "[style], style, script:not([src]):not([type='application/json']), script[type=module], [onclick], [onload]");
        none(&html, "article[lang]");
    }

    #[test]
    fn text_is_escaped_everywhere() {
        let items = [NavItem { title: HOSTILE.into(), href: HOSTILE.into(), lang: HOSTILE.into(), ..NavItem::default() }];
        let mut view = PageView { title: HOSTILE, description: HOSTILE, original_href: HOSTILE, canonical: HOSTILE, ..view() };
        (view.navigation, view.breadcrumbs, view.listing) = (&items, &items, &items);
        (view.locale_name, view.home_href, view.lang) = (HOSTILE, HOSTILE, HOSTILE);
        view.notices.fallback_name = HOSTILE;
        view.notices.fallback_lang = HOSTILE;
        view.provenance.translation_type = HOSTILE;
        for kind in ["topic", "listing", "not-found"] {
            view.kind = kind;
            let html = parsed(&site("it-IT", "ltr").page(&view).unwrap());
            none(&html, "script:not([src]):not(#bitext)");
        }
    }

    #[test]
    fn unknown_facts_leave_no_trace() {
        let bare = PageView {
            provenance: Provenance::default(),
            notices: Notices::default(),
            description: "",
            robots: "",
            canonical: "",
            original_href: "",
            bitext_html: "",
            outline_html: "",
            bilingual: false,
            switcher_count: 1,
            ..view()
        };
        let html = parsed(&site("it-IT", "ltr").page(&bare).unwrap());
        none(&html, "meta[name^=diglot], meta[name=description], meta[name=robots], link[rel=canonical]");
        none(&html, "#bitext, fieldset, .switcher, aside, .provenance, .notice");
    }

    #[test]
    fn a_fallback_page_has_the_chrome_of_the_reader_and_the_language_of_its_content() {
        let mut view = PageView { lang: "en-US", dir: "ltr", ..view() };
        view.notices = Notices { fallback_name: "English", fallback_lang: "en-US", ..Notices::default() };
        let html = parsed(&site("ar-SA", "rtl").page(&view).unwrap());
        one(&html, "html[lang=ar-SA][dir=rtl]");
        one(&html, "main > article[lang=en-US][dir=ltr]");
        one(&html, "aside [lang=en-US] > ul");
        one(&html, "title[lang=en-US]");
        assert!(one(&html, ".notice-fallback").contains("<bdi lang=\"en-US\">English</bdi>"));
        assert!(one(&html, ".skip-link").contains("الانتقال إلى المحتوى"));
    }

    #[test]
    fn listings_are_paged() {
        let items = [NavItem { title: "Uno".into(), href: "uno.html".into(), ..NavItem::default() }];
        let pager = Pager { previous: "index.html".into(), next: "3.html".into(), number: 2, count: 3 };
        let view = PageView { kind: "listing", listing: &items, pager, ..view() };
        let html = parsed(&site("it-IT", "ltr").page(&view).unwrap());
        one(&html, "article > h1");
        one(&html, "ul.listing > li > a[href='uno.html']");
        one(&html, "nav.pager a[rel=next][href='3.html']");
        assert!(one(&html, "nav.pager span").contains("Pagina <bdi>2</bdi> di <bdi>3</bdi>"));
    }

    #[test]
    fn a_missing_page_has_no_content_of_its_own() {
        let html = parsed(&site("it-IT", "ltr").page(&PageView { kind: "not-found", bilingual: false, ..view() }).unwrap());
        assert!(one(&html, "h1").contains("Pagina non trovata"));
        assert!(one(&html, "title").contains("Pagina non trovata"));
        one(&html, "article a[href='../index.html']");
    }

    #[test]
    fn the_chooser_names_each_language_in_itself() {
        let locales = [("it-IT", "ltr", "Italiano"), ("ar-SA", "rtl", "العربية")].map(|(lang, dir, name)| ChooserItem {
            lang: lang.to_owned(),
            dir,
            name: name.to_owned(),
            href: format!("{}/index.html", lang.to_lowercase()),
            prompt: Strings::for_locale(lang, &[], &BTreeMap::new()).get("choose-language").to_owned(),
        });
        let view = ChooserView {
            title: HOSTILE,
            stylesheet: "assets/app.css",
            script: "assets/app.js",
            locales: &locales,
            alternates_html: "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://example.com/\">\n",
            canonical: "",
        };
        let html = Html::parse_document(&theme().chooser(&view).unwrap());
        one(&html, "html[lang=it-IT]");
        one(&html, "a[hreflang=ar-SA][lang=ar-SA][dir=rtl][href='ar-sa/index.html'] strong");
        one(&html, "link[hreflang=x-default]");
        none(&html, "script:not([src]), [style]");
    }

    #[test]
    fn the_switcher_marks_its_entries() {
        let items = [SwitcherItem {
            lang: "de-DE".into(),
            dir: "ltr",
            name: "Deutsch".into(),
            href: "../../de-de/a.html".into(),
            state: "machine",
            note: "maschinell übersetzt".into(),
        }];
        let list = theme().switcher(&items).unwrap();
        let html = Html::parse_fragment(&crate::render::lists::mark_current(&list, "de-DE"));
        assert!(one(&html, "a[hreflang=de-DE][data-state=machine][aria-current] small").contains("maschinell"));
    }

    #[test]
    fn a_project_replaces_and_adds_files() {
        let own = BTreeMap::from([
            ("templates/partials/notices.html".to_owned(), b"<p class=\"mine\">{{ strings.home }}</p>".to_vec()),
            (
                "templates/partials/feedback.html".to_owned(),
                b"<p class=\"feedback\"><a href=\"https://x.example\">?</a></p>".to_vec(),
            ),
            ("assets/brand.css".to_owned(), b":root{--accent:red}".to_vec()),
            ("assets/logo.png".to_owned(), vec![0x89, 0x50]),
        ]);
        let theme = Theme::load(&own).unwrap();
        let html = parsed(&theme.of_locale(&site_view("it-IT", "ltr")).unwrap().page(&view()).unwrap());
        one(&html, "main > p.mine");
        one(&html, "main > article + p.feedback");
        let css = theme.assets().iter().find(|asset| asset.path == theme.stylesheet()).unwrap();
        assert!(String::from_utf8_lossy(&css.bytes).trim_end().ends_with(":root{--accent:red}"));
        assert!(theme.assets().iter().any(|asset| asset.path == "assets/logo.png"));
        assert_ne!(theme.stylesheet(), self::theme().stylesheet());
    }

    #[test]
    fn a_broken_template_is_named_with_its_line() {
        let load = |text: &str| {
            let own = BTreeMap::from([("templates/partials/notices.html".to_owned(), text.as_bytes().to_vec())]);
            let theme = Theme::load(&own)?;
            theme.of_locale(&site_view("it-IT", "ltr"))?.page(&view())
        };
        let syntax = load("\n{% if %}").unwrap_err();
        assert!(
            matches!(&syntax, ThemeError::Template { template, line: 2, .. } if template == "partials/notices.html"),
            "{syntax}"
        );
        let unknown = load("\n\n{{ page.nothing }}").unwrap_err();
        assert!(matches!(&unknown, ThemeError::Template { line: 3, .. }), "{unknown}");
        assert!(matches!(load("{{ page.title | nothing }}").unwrap_err(), ThemeError::Templates { .. }));
    }

    #[test]
    fn asset_names_carry_a_hash_of_the_content() {
        let theme = theme();
        for (name, suffix) in [(theme.stylesheet(), ".css"), (theme.script(), ".js")] {
            let hash = name.strip_prefix("assets/app.").unwrap().strip_suffix(suffix).unwrap();
            assert!(hash.len() == 8 && hash.bytes().all(|b| b.is_ascii_hexdigit()), "{name}");
        }
    }

    #[allow(clippy::disallowed_methods)]
    fn files_below(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { files_below(&path, found) } else { found.push(path) }
        }
    }

    #[test]
    fn every_file_of_the_default_theme_is_embedded() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
        let mut found = Vec::new();
        files_below(&root, &mut found);
        let mut found: Vec<String> =
            found.iter().map(|path| path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/")).collect();
        let texts = TEXTS.iter().map(|(tag, _)| format!("i18n/{tag}.ftl"));
        let mut embedded: Vec<String> = FILES.iter().map(|(path, _)| (*path).to_owned()).chain(texts).collect();
        found.sort();
        embedded.sort();
        assert_eq!(found, embedded);
    }

    #[test]
    fn every_text_that_a_template_uses_exists() {
        let english = Strings::for_locale("en", &[], &BTreeMap::new()).map();
        for (path, text) in FILES.iter().filter(|(path, _)| path.starts_with("templates/")) {
            for rest in text.split("strings.").skip(1) {
                let key = rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap();
                assert!(english.contains_key(key), "{path} uses strings.{key}");
            }
        }
    }

    #[test]
    fn the_chrome_is_light() {
        let page =
            PageView { article_html: "", bitext_html: "", switcher_html: "", alternates_html: "", outline_html: "", ..view() };
        let size = site("it-IT", "ltr").page(&page).unwrap().len();
        assert!(size < 5_000, "{size} bytes");
    }

    /// Styles and script together, as servers send them; what a search loads when a reader searches is apart.
    #[test]
    fn the_assets_are_light() {
        let theme = theme();
        let sent = |path: &str| {
            let asset = theme.assets().iter().find(|asset| asset.path == path).unwrap();
            let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
            std::io::Write::write_all(&mut packer, &asset.bytes).unwrap();
            packer.finish().unwrap().len()
        };
        let (styles, script) = (sent(theme.stylesheet()), sent(theme.script()));
        assert!(styles + script < 30_000, "{styles} bytes of styles and {script} bytes of script");
        assert!(styles > 1_000 && script > 1_000);
    }
}
