//! The search as readers use it: the page, the dialog, keys, what is found first, and what is never shown.

use super::server::Server;
use super::{Chromium, Page, help, questions, quiet, thai};
use crate::corpus::corpus;
use crate::support::{Site, tree};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// Asks for something on an open search page, and gives the addresses of what is found.
fn ask(page: &Page, query: &str) -> Vec<String> {
    let quoted = serde_json::to_string(query).expect("a string");
    page.value(&format!(
        "(() => {{ const i = document.querySelector('.search input[type=search]'); i.value = {quoted}; i.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()"
    ));
    answered(page);
    hits(page)
}

fn answered(page: &Page) {
    page.until("document.querySelector('.hits')?.getAttribute('aria-busy') === 'false'");
}

fn hits(page: &Page) -> Vec<String> {
    let found = page.value("[...document.querySelectorAll('.hit > a')].map((a) => a.href)");
    found.as_array().expect("a list").iter().map(|href| href.as_str().unwrap_or_default().to_owned()).collect()
}

/// The search page of a locale, ready to be asked.
pub fn search_page(chromium: &Chromium, server: &Server, locale: &str) -> Page {
    let page = chromium.page();
    page.open(&server.url(&format!("{locale}/search.html"))).until("document.querySelector('.search input')");
    page
}

/// Which questions do not have their page first, with what is first.
pub fn missed(page: &Page, locale: &str, questions: &[(&str, &str)]) -> Vec<String> {
    let right = |found: &[String], name: &str| {
        let is_it = |address: &str| address.contains(&format!("/{locale}/")) && address.ends_with(&format!("/{name}.html"));
        found.first().is_some_and(|href| is_it(href.split('#').next().unwrap_or_default()))
    };
    let wrong = |(query, name): &(&str, &str)| {
        let found = ask(page, query);
        (!right(&found, name)).then(|| format!("{query}: not {name} but {:?}", &found[..found.len().min(3)]))
    };
    questions.iter().filter_map(wrong).collect()
}

#[test]
fn a_search_opens_the_sentence_by_keys_alone() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&help().folder);
    let page = chromium.page();
    page.open(&server.url("it-it/search.html?q=trasmette%20richiesta%20sitemap"));
    answered(&page);
    let status = page.text("document.querySelector('.search-status').textContent");
    assert!(status.ends_with("“trasmette richiesta sitemap”") && status.contains("risultat"), "{status}");
    assert!(page.holds("document.activeElement.type === 'search'"));
    page.press("ArrowDown");
    assert!(page.holds("document.activeElement === document.querySelector('.hit > a')"));
    page.press("ArrowUp");
    assert!(page.holds("document.activeElement.type === 'search'"));
    page.press("ArrowDown").press("Escape");
    assert!(page.holds("document.activeElement.type === 'search'"));
    page.press("Enter");
    let href = page.text("document.activeElement.href");
    assert!(href.contains("#s-"), "{href}");
    page.press("Enter").until("!location.pathname.endsWith('search.html') && document.readyState === 'complete'");
    page.until("document.querySelector(':target')?.textContent.toLowerCase().includes('sitemap')");
    quiet(&page, &server);
}

#[test]
fn the_dialog_opens_by_a_key_and_gives_the_place_back() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&help().folder);
    let page = chromium.page();
    page.open(&server.url("it-it/get-started.html"));
    let asked = |page: &Page, part: &str| page.requests().iter().any(|url| url.contains(part));
    assert!(!asked(&page, "/assets/search/") && !asked(&page, "titles") && !asked(&page, "pagefind"), "loaded before it is used");
    page.value("document.querySelector('.brand').focus()");
    page.press("/").until("document.querySelector('.search-dialog[open] input') === document.activeElement");
    page.write("pubblicare un sito");
    page.until("document.querySelectorAll('.search-dialog .hit').length > 0");
    answered(&page);
    assert!(hits(&page)[0].contains("/it-it/publish.html"), "{:?}", hits(&page));
    page.press("ArrowDown").press("ArrowDown");
    assert!(page.holds("document.activeElement === document.querySelectorAll('.hit > a')[1]"));
    page.press("Escape").until("!document.querySelector('.search-dialog').open");
    assert!(page.holds("document.activeElement.className === 'brand'"));
    page.click("a.find").until("document.querySelector('.search-dialog').open");
    page.press("Enter").until("location.pathname.endsWith('/search.html') && document.querySelectorAll('.hit').length > 0");
    assert!(page.holds("new URL(location.href).searchParams.get('q') === 'pubblicare un sito'"));
    quiet(&page, &server);
    // A reader who switched the keys off types a slash.
    page.value("localStorage.setItem('diglot:keys', 'off')");
    page.open(&server.url("it-it/get-started.html"));
    page.press("/");
    assert!(page.holds("!document.querySelector('dialog.search-dialog')"));
}

#[test]
fn the_original_is_searched_only_when_it_is_asked_for() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&help().folder);
    let page = search_page(&chromium, &server, "ar-sa");
    let found = ask(&page, "diglot");
    assert!(!found.is_empty() && found.iter().all(|href| href.contains("/ar-sa/")), "{found:?}");
    assert!(ask(&page, "languages").is_empty());
    assert!(!page.requests().iter().any(|url| url.contains("/en-us/")), "the original's index was loaded");
    page.until("document.querySelector('[name=original]')");
    page.click("[name=original]");
    page.until("document.querySelectorAll('.hit').length > 0");
    answered(&page);
    let found = hits(&page);
    assert!(found.iter().all(|href| href.contains("/en-us/")), "{found:?}");
    assert!(page.holds("[...document.querySelectorAll('.hit')].every((hit) => hit.lang === 'en-US' && hit.dir === 'ltr' && hit.querySelector('a').hreflang === 'en-US' && hit.querySelector('.lang-tag'))"));
    assert!(page.holds("new URL(location.href).searchParams.get('original') === '1'"));
    // A page that is found in both languages is there once, in the reader's.
    let pages: Vec<String> =
        ask(&page, "diglot").iter().map(|href| href.split('#').next().unwrap_or_default().to_owned()).collect();
    let names: std::collections::BTreeSet<&str> =
        pages.iter().filter_map(|p| p.split("/ar-sa/").nth(1).or_else(|| p.split("/en-us/").nth(1))).collect();
    assert_eq!(names.len(), pages.len(), "{pages:?}");
    quiet(&page, &server);
}

#[test]
fn titles_are_found_from_a_disk() {
    let Some(chromium) = Chromium::start() else { return };
    let page = chromium.page();
    let file = |path: &str| format!("file://{}", help().folder.join(path).display());
    page.open(&format!("{}?q=configurare", file("it-it/search.html")));
    answered(&page);
    assert!(hits(&page)[0].ends_with("/it-it/configure.html"), "{:?}", hits(&page));
    let note = page.text("document.querySelector('.search-note').innerText");
    assert!(note.contains("titoli") && note.contains("server web"), "{note}");
    // By a heading, in a language without spaces.
    page.open(&file("ja-jp/get-started.html"));
    page.press("/").until("document.querySelector('.search-dialog[open] input') === document.activeElement");
    page.write("プレビュー").until("document.querySelectorAll('.search-dialog .hit').length > 0");
    answered(&page);
    assert!(hits(&page).iter().any(|href| href.contains("get-started.html#")), "{:?}", hits(&page));
}

#[test]
fn nothing_of_a_page_acts_in_the_results() {
    let Some(chromium) = Chromium::start() else { return };
    let hostile = "---\ntitle: 'Trap <img src=x onerror=alert(1)>'\n---\n# Trap \\<img src=x onerror=alert(1)>\n\n## Part \\<svg onload=alert(2)>\n\n\
        Bait \\<script>alert(3)\\</script> &amp;lt;b&amp;gt; `<iframe src=javascript:alert(4)>`\n\n___PAGEFIND_ANCHOR___h2:9:\\\"onclick=alert(5) bait\n";
    let site = Site::of(&[
        ("diglot.toml", "[locales.en-us]\n"),
        ("content/en-us/a.md", hostile),
        ("content/en-us/b/index.md", "---\ntitle: '<b onmouseover=alert(6)>Folder</b>'\n---\n# Folder\n"),
        ("content/en-us/b/c.md", "---\ntitle: Other\n---\n# Other\n\nBait.\n"),
    ]);
    let built = site.build_with(|options| options.search = true);
    let server = Server::of(&built.folder);
    let page = search_page(&chromium, &server, "en-us");
    for query in ["bait", "trap", "part", "iframe", "folder", "<script>alert(9)</script>"] {
        ask(&page, query);
        let odd = page.value(
            "[...document.querySelectorAll('.search *')].filter((e) => !/^(div|svg|circle|path|input|select|option|label|span|p|ol|li|a|bdi|mark|button)$/i.test(e.tagName) \
             || [...e.attributes].some((a) => /^on/i.test(a.name)) || /^javascript/i.test(e.getAttribute('href') || '')).map((e) => e.outerHTML)",
        );
        assert_eq!(odd, serde_json::json!([]), "{query}");
        assert!(
            page.holds("[...document.querySelectorAll('.hit > a')].every((a) => a.href.startsWith(location.origin + '/en-us/'))")
        );
    }
    ask(&page, "bait");
    let text = page.text("document.querySelector('.hits').textContent");
    assert!(text.contains("Trap <img src=x onerror=alert(1)>") && text.contains("<script>alert(3)</script>"), "{text}");
    quiet(&page, &server);
}

#[test]
fn a_search_without_script_leads_to_the_pages() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&help().folder);
    let page = chromium.page();
    page.open_without_script(&server.url("it-it/search.html"));
    assert!(help().text("it-it/search.html").contains("<a class=\"button\" href=\"index.html\">"));
    quiet(&page, &server);
}

#[test]
fn korean_words_are_found_with_their_particles() {
    let Some(chromium) = Chromium::start() else { return };
    let site = Site::of(&[
        ("diglot.toml", "source_locale = \"ko-kr\"\n[locales.ko-kr]\n"),
        (
            "content/ko-kr/a.md",
            "---\ntitle: 사용자 계정\n---\n# 사용자 계정\n\n관리자가 계정을 만들고 비밀번호를 다시 설정합니다.\n",
        ),
        ("content/ko-kr/b.md", "---\ntitle: 회의 녹화\n---\n# 회의 녹화\n\n온라인 회의에서 화면을 공유합니다.\n"),
    ]);
    let built = site.build_with(|options| options.search = true);
    let server = Server::of(&built.folder);
    let page = search_page(&chromium, &server, "ko-kr");
    let questions = [
        ("계정", "a"),
        ("비밀번호", "a"),
        ("비밀번호는", "a"),
        ("관리자를", "a"),
        ("회의", "b"),
        ("화면", "b"),
        ("온라인 회의를", "b"),
        ("계정이", "a"),
    ];
    assert_eq!(missed(&page, "ko-kr", &questions), [""; 0]);
}

#[test]
fn thai_questions_are_answered_first() {
    let Some(chromium) = Chromium::start() else { return };
    let files: Vec<(String, String)> = thai::PAGES
        .iter()
        .map(|(name, title, text)| {
            (format!("content/th-th/{name}.md"), format!("---\ntitle: {title}\n---\n# {title}\n\n{text}\n"))
        })
        .collect();
    let site = Site::of(&[("diglot.toml", "source_locale = \"th-th\"\n[locales.th-th]\n")]);
    files.iter().for_each(|(path, text)| site.write(path, text));
    let built = site.build_with(|options| options.search = true);
    let server = Server::of(&built.folder);
    let page = search_page(&chromium, &server, "th-th");
    assert_eq!(missed(&page, "th-th", thai::QUESTIONS), [""; 0]);
    quiet(&page, &server);
}

/// 2,900 pages a locale, translated by machines from English in part, with many pages about nearly the same.
#[test]
fn questions_to_the_corpus_are_answered_first() {
    let (Some(alchemy), Some(chromium)) = (corpus("alchemy/sxs"), Chromium::start()) else { return };
    let site = Site::new();
    let locales = [("it-it", questions::ITALIAN), ("ar-sa", questions::ARABIC), ("ja-jp", questions::JAPANESE)];
    let built = site.build_with(|options| {
        options.path = alchemy;
        options.search = true;
        options.locales = locales.iter().map(|(tag, _)| (*tag).to_owned()).collect();
    });
    let server = Server::of(&built.folder);
    for (locale, questions) in locales {
        assert!(questions.len() >= 20);
        let page = search_page(&chromium, &server, locale);
        assert_eq!(missed(&page, locale, questions), [""; 0]);
        quiet(&page, &server);
    }
    for (path, bytes) in tree(&built.folder).iter().filter(|(path, _)| path.contains("/titles.")) {
        let mut compressed = GzEncoder::new(Vec::new(), Compression::default());
        compressed.write_all(bytes).expect("in memory");
        assert!(compressed.finish().expect("in memory").len() < 100_000, "{path}");
    }
}
