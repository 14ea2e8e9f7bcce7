//! The scripts of the world as they are set: direction, slant, lines, spaces, and what stays from left to right.

use super::chromium::{Chromium, Page};
use super::kinds::kinds;
use super::server::Server;

fn style(page: &Page, selector: &str, property: &str) -> String {
    page.text(&format!("getComputedStyle(document.querySelector({})).{property}", serde_json::json!(selector)))
}

#[test]
fn scripts_without_italics_are_not_slanted() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&kinds().folder);
    let page = chromium.page();
    for locale in ["ja-jp", "zh-cn", "ko-kr", "th-th", "ar-sa", "he-il"] {
        page.open(&server.url(&format!("{locale}/share.html")));
        assert_eq!(style(&page, "article em", "fontStyle"), "normal", "{locale}");
        assert_eq!(style(&page, "article em", "fontWeight"), "600", "{locale}: emphasis is seen");
        assert_eq!(style(&page, "h1", "letterSpacing"), "normal", "{locale}");
    }
    for locale in ["it-it", "el-gr", "ru-ru"] {
        page.open(&server.url(&format!("{locale}/share.html")));
        assert_eq!(style(&page, "article em", "fontStyle"), "italic", "{locale}");
    }
}

#[test]
fn lines_break_as_each_language_breaks_them() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&kinds().folder);
    let page = chromium.page();
    let height = |page: &Page| {
        page.number("parseFloat(getComputedStyle(document.querySelector('article p')).lineHeight) / parseFloat(getComputedStyle(document.querySelector('article p')).fontSize)")
    };
    page.open(&server.url("it-it/share.html"));
    let latin = height(&page);
    for locale in ["ja-jp", "zh-cn", "ko-kr", "th-th", "ar-sa", "he-il"] {
        page.open(&server.url(&format!("{locale}/share.html")));
        assert!(height(&page) > latin, "{locale}: lines of tall letters stand further apart");
    }
    page.open(&server.url("ko-kr/share.html"));
    assert_eq!(style(&page, "article p", "wordBreak"), "keep-all");
    page.open(&server.url("ja-jp/share.html"));
    assert_eq!(style(&page, "article p", "lineBreak"), "strict");
    if page.holds("CSS.supports('word-break', 'auto-phrase')") {
        assert_eq!(style(&page, "h1", "wordBreak"), "auto-phrase");
    }
    page.open(&server.url("th-th/share.html"));
    page.size(390, 844);
    assert!(page.number("document.documentElement.scrollWidth") <= 390.0, "Thai breaks without spaces");
}

#[test]
fn code_and_keys_stay_from_left_to_right() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&kinds().folder);
    let page = chromium.page();
    for path in ["ar-sa/kinds.html", "ar-sa/share.html", "he-il/share.html"] {
        page.open(&server.url(path));
        for selector in ["article p code", "article pre", "article kbd"] {
            assert_eq!(style(&page, selector, "direction"), "ltr", "{path}: {selector}");
        }
        assert_eq!(style(&page, "article p", "direction"), "rtl", "{path}");
    }
    // Keys that are pressed together stand in their order: Ctrl, then S.
    page.open(&server.url("ar-sa/kinds.html"));
    let keys = page.value("[...document.querySelectorAll('article p kbd')].map((k) => k.getBoundingClientRect().left)");
    assert!(keys[0].as_f64() < keys[1].as_f64(), "{keys}");
    // A copy button stands at the end of its code, which is on the right in every language.
    let (button, code) = (".code-box > .copy", ".code-box > pre");
    let right = |selector: &str| page.number(&format!("document.querySelector('{selector}').getBoundingClientRect().right"));
    assert!((right(code) - right(button)).abs() < 20.0);
    assert_eq!(page.text(&format!("document.querySelector('{button}').textContent")), "نسخ");
}

#[test]
fn a_name_in_latin_letters_keeps_its_signs_in_a_line_from_right_to_left() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&kinds().folder);
    let page = chromium.page();
    page.open(&server.url("ar-sa/kinds.html"));
    // `C#` and `.NET` in bold: the sign stands where it does in English.
    let place = |name: &str, at: usize| {
        page.number(&format!(
            "(() => {{ const e = [...document.querySelectorAll('article strong')].find((e) => e.textContent === '{name}'); \
             const r = document.createRange(); const t = document.createTreeWalker(e, NodeFilter.SHOW_TEXT).nextNode(); \
             r.setStart(t, {at}); r.setEnd(t, {at} + 1); return r.getBoundingClientRect().left; }})()"
        ))
    };
    assert!(place("C#", 0) < place("C#", 1));
    assert!(place(".NET", 0) < place(".NET", 1));
}
