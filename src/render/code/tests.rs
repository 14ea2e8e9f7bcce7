//! Code in colours: what is marked, and that nothing but marks is added.
//!
//! In: blocks of code. Out: nothing. Never: a case that only says that there is no panic.

use super::{languages, paint};
use proptest::prelude::*;

/// What a reader sees of painted code, and that it is only text and spans.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut open = false;
    for part in html.split_inclusive("<span class=\"") {
        let part = part.strip_suffix("<span class=\"").unwrap_or(part);
        let part = match (open, part.split_once("\">")) {
            (true, Some((class, rest))) => {
                assert!(class.bytes().all(|b| b.is_ascii_lowercase()), "{class}");
                let (inner, after) = rest.split_once("</span>").expect("a span ends");
                assert!(!inner.contains(['<', '\n']) && !inner.trim().is_empty(), "{inner}");
                format!("{inner}{after}")
            }
            _ => part.to_owned(),
        };
        assert!(!part.contains(['<', '>']), "{part}");
        text.push_str(&part);
        open = true;
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn check(language: &str, code: &str) {
    if let Some(html) = paint(language, code) {
        assert_eq!(text_of(&html), code, "{language}");
    }
}

/// Painted code with `[class text]` for spans.
fn shown(language: &str, code: &str) -> String {
    let html = paint(language, code).unwrap_or_else(|| code.replace('<', "&lt;"));
    let html = html.replace("<span class=\"", "⟦").replace("\">", " ").replace("</span>", "⟧");
    html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[test]
fn lists_are_in_order() {
    let names: Vec<&str> = languages::names().collect();
    assert!(names.is_sorted_by(|a, b| a < b));
}

#[test]
fn words_are_in_order() {
    use super::tables::{all, shells};
    for grammar in all() {
        for list in [grammar.keywords, grammar.constants, grammar.types] {
            assert!(list.is_sorted_by(|a, b| a < b), "{list:?}");
        }
    }
    let shells = [
        shells::BATCH_KEYWORDS,
        shells::POWERSHELL_CONSTANTS,
        shells::POWERSHELL_KEYWORDS,
        shells::POWERSHELL_OPERATORS,
        shells::SHELL_BUILTINS,
        shells::SHELL_KEYWORDS,
    ];
    for list in shells {
        assert!(list.is_sorted_by(|a, b| a < b), "{list:?}");
    }
}

#[test]
fn examples_are_painted_as_their_readers_expect() {
    let cases = [
        (
            "powershell",
            "Get-Item -Path $home | Where-Object { $_.Length -gt 10KB } # all",
            "⟦fn Get-Item⟧ ⟦att -Path⟧ ⟦con $home⟧ | ⟦fn Where-Object⟧ { ⟦con $_⟧.Length ⟦op -gt⟧ ⟦num 10KB⟧ } ⟦com # all⟧",
        ),
        (
            "powershell",
            "[string]$a = \"it's $($b.Count) `n\"; $c[int]",
            "[⟦typ string⟧]⟦var $a⟧ = ⟦str \"it's⟧ $(⟦var $b⟧.Count) ⟦esc `n⟧⟦str \"⟧; ⟦var $c⟧[int]",
        ),
        (
            "powershell",
            "foreach ($x in @'\na\n'@) { don't }",
            "⟦kw foreach⟧ (⟦var $x⟧ ⟦kw in⟧ ⟦str @'⟧\n⟦str a⟧\n⟦str '@⟧) { don't }",
        ),
        ("syntax", "Get-Item [-Path] <String[]>", "⟦fn Get-Item⟧ [⟦att -Path⟧] <⟦typ String⟧[]>"),
        ("bash", "sudo apt install -y \"$PKG\" # now", "⟦fn sudo apt⟧ install ⟦att -y⟧ ⟦str \"⟧⟦var $PKG⟧⟦str \"⟧ ⟦com # now⟧"),
        ("bash", "if [ -f a ]; then echo don't; fi", "⟦kw if⟧ [ ⟦att -f⟧ a ]; ⟦kw then⟧ ⟦fn echo⟧ don't; ⟦kw fi⟧"),
        ("bash", "cat <<EOF\n$a\nEOF\nls", "⟦fn cat⟧ <<⟦str EOF⟧\n⟦str $a⟧\n⟦str EOF⟧\n⟦fn ls⟧"),
        ("cmd", "@echo off\nrem x\ndir /s %PATH%", "@⟦fn echo⟧ off\n⟦com rem x⟧\n⟦fn dir⟧ ⟦att /s⟧ ⟦var %PATH%⟧"),
        (
            "yaml",
            "- name: a # b\n  on: true\n  n: 12\n  t: |\n    x: y\nz: 'q'",
            "- ⟦tag name⟧: a ⟦com # b⟧\n  ⟦tag on⟧: ⟦con true⟧\n  ⟦tag n⟧: ⟦num 12⟧\n  ⟦tag t⟧: |\n    ⟦str x: y⟧\n⟦tag z⟧: ⟦str 'q'⟧",
        ),
        ("json", "{\"a\": [\"b\", 1.5, null]}", "{⟦tag \"a\"⟧: [⟦str \"b\"⟧, ⟦num 1.5⟧, ⟦con null⟧]}"),
        ("toml", "[a.b]\nk = \"v\" # c", "⟦head [a.b]⟧\n⟦tag k⟧ = ⟦str \"v\"⟧ ⟦com # c⟧"),
        ("xml", "<!-- c --><a b=\"c\">x &lt; y</a>", "⟦com <!-- c -->⟧<⟦tag a⟧ ⟦att b⟧=⟦str \"c\"⟧>x ⟦esc &lt;⟧ y</⟦tag a⟧>"),
        ("html", "<script>let a = 1</script>", "<⟦tag script⟧>⟦kw let⟧ a = ⟦num 1⟧</⟦tag script⟧>"),
        ("css", ".a { color: #fff; width: 1em }", "⟦typ .a⟧ { ⟦att color⟧: ⟦num #fff⟧; ⟦att width⟧: ⟦num 1em⟧ }"),
        ("csharp", "var s = $\"{x.Y(\"}\")} {{\"; // c", "⟦typ var⟧ s = ⟦str $\"⟧{x.⟦fn Y⟧(⟦str \"}\"⟧)} ⟦str {{\"⟧; ⟦com // c⟧"),
        (
            "c#",
            "#region A\npublic class Bee : List<int> { @\"C:\\\" }",
            "⟦kw #region⟧ A\n⟦kw public class⟧ ⟦typ Bee⟧ : ⟦typ List⟧<⟦typ int⟧> { ⟦str @\"C:\\\"⟧ }",
        ),
        ("vb", "Dim x As String = \"a\" ' c", "⟦kw Dim⟧ x ⟦kw As⟧ ⟦typ String⟧ = ⟦str \"a\"⟧ ⟦com ' c⟧"),
        (
            "python",
            "@d\ndef f(a): return f\"{a} {{}}\\n\"",
            "⟦att @d⟧\n⟦kw def⟧ ⟦fn f⟧(a): ⟦kw return⟧ ⟦str f\"⟧{a} ⟦str {{}}⟧⟦esc \\n⟧⟦str \"⟧",
        ),
        ("js", "a.replace(/[\"/]/g, `x ${1 + {}}`)", "a.⟦fn replace⟧(⟦esc /[\"/]/g⟧, ⟦str `x⟧ ${⟦num 1⟧ + {}}⟦str `⟧)"),
        (
            "sql",
            "select 'it''s' from t where a = @p -- x",
            "⟦kw select⟧ ⟦str 'it''s'⟧ ⟦kw from⟧ t ⟦kw where⟧ a = ⟦var @p⟧ ⟦com -- x⟧",
        ),
        ("kusto", "T | where a has 'b'", "T | ⟦kw where⟧ a ⟦kw has⟧ ⟦str 'b'⟧"),
        ("http", "GET /a HTTP/1.1\nHost: b\n\n{\"a\": 1}", "⟦kw GET⟧ /a HTTP/1.1\n⟦att Host⟧: b\n\n{⟦tag \"a\"⟧: ⟦num 1⟧}"),
        ("diff", "@@ -1 @@\n-a\n+b\n c", "⟦head @@ -1 @@⟧\n⟦del -a⟧\n⟦ins +b⟧\n c"),
        ("markdown", "# T\nsee [a](b.md) `c`", "⟦head # T⟧\nsee [a](⟦esc b.md⟧) ⟦str `c`⟧"),
        (
            "rust",
            "fn f<'a>(x: &'a str) -> char { '\\n' } // c",
            "⟦kw fn⟧ f<⟦att 'a⟧>(x: &⟦att 'a⟧ ⟦typ str⟧) -> ⟦typ char⟧ { ⟦str '\\n'⟧ } ⟦com // c⟧",
        ),
    ];
    for (language, code, expected) in cases {
        assert_eq!(shown(language, code), expected, "{language}");
        check(language, code);
    }
}

#[test]
fn what_is_not_known_stays_plain() {
    for language in ["", "output", "console", "text", "none", "shellsession", "no-such-language", "POWERSHELL"] {
        assert_eq!(paint(language, "Get-Item \"a\" # b"), None, "{language}");
    }
    assert_eq!(paint("powershell", "   \n"), None);
}

/// Text that a reader could stumble over: beginnings without ends, in every language, and far longer than a page.
#[test]
fn nothing_is_read_twice() {
    let pieces = [
        "\"", "'", "`", "\"\"\"", "'''", "$(", "${", "\"$(", "$\"{", "`${", "f\"{", "/*", "<!--", "<a ", "<a b=\"", "&", "&a",
        "[[", "@'\n", "@\"\n", "<<A\n", "<<-'A' ", "<#", "(/[", "=/", "#[", "](", "[a](", "{{", "- ", "a: ", "\\", "\\\"", "%a",
        "!a", "::", "|\n", "---\n", "0x", "1e+", "<script>", "<style>", "```\n", "-", "--", "$", "a-", "[", "a=",
    ];
    let names: Vec<&str> = languages::names().collect();
    for language in names {
        for piece in pieces {
            check(language, &piece.repeat(1_500 / piece.len()));
        }
    }
}

proptest! {
    #[test]
    fn any_text_stays_as_it_is(
        at in 0usize..1000,
        code in "([\\PC]|[\"'`$@#{}()\\[\\]<>/*\\\\=:;|&!%. \n\r\t0-9a-zé-]|<!--|-->|<#|#>|\"\"\"|<script>|</|\\$\\(|\\$\\{|@'|@\"|<<E\n|E\n|if |rem |- |a: |```|\n){0,60}",
    ) {
        let names: Vec<&str> = languages::names().collect();
        let code = code.replace(|c: char| c.is_control() && !"\n\r\t".contains(c), "");
        check(names[at % names.len()], &code);
    }
}

/// How bright a colour `#rrggbb` is, as WCAG counts.
fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.03928 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

#[test]
fn every_colour_can_be_read() {
    let css = include_str!("../../../themes/default/assets/code.css");
    let app = include_str!("../../../themes/default/assets/app.css");
    let pair = |line: &str| {
        let (_, pair) = line.split_once("light-dark(").unwrap();
        let (light, dark) = pair.split_once(')').unwrap().0.split_once(", ").unwrap();
        [light.to_owned(), dark.to_owned()]
    };
    let grounds = pair(app.lines().find(|l| l.trim().starts_with("--ground: ")).unwrap()).map(|colour| luminance(&colour));
    let mut seen = 0;
    for line in css.lines().filter(|l| l.contains("light-dark(")) {
        for (colour, ground) in pair(line).into_iter().zip(grounds) {
            let (a, b) = (luminance(&colour).max(ground), luminance(&colour).min(ground));
            assert!((a + 0.05) / (b + 0.05) >= 4.5, "{line}: {colour}");
            seen += 1;
        }
    }
    assert!(seen > 10);
}

#[test]
fn every_class_has_its_rule_and_its_line_in_the_documentation() {
    let css = include_str!("../../../themes/default/assets/code.css");
    let contract = include_str!("mod.rs");
    for class in super::ALL {
        let name = class.name();
        assert!(css.contains(&format!("pre .{name} ")) || css.contains(&format!("pre .{name},")), "{name}");
        assert!(contract.lines().any(|l| l.starts_with("//! |") && l.contains(&format!("`{name}`"))), "{name}");
    }
}
