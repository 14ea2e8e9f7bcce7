//! Input made to hurt: deep, wide and long. All of it is read on a small stack, in time linear in its length, with bounded output.

use crate::reading::Reading;
use diglot::diag::codes;
use diglot::model::Side;
use std::time::{Duration, Instant};

/// The smallest stack that reading and rendering must do with.
const STACK: usize = 256 * 1024;

/// Reads `text` on a small stack and checks what holds for input of any size.
fn read(name: &'static str, text: String) -> Reading {
    let thread = std::thread::Builder::new().stack_size(STACK).name(name.to_owned());
    let worker = thread.spawn(move || Reading::of(&text)).expect("the system has threads");
    let reading = worker.join().unwrap_or_else(|_| panic!("{name}: panicked"));
    let most = 64 * reading.text.len() + (1 << 20);
    for (what, size) in
        [("article", reading.target.html.len()), ("source", reading.source.html.len()), ("island", island(&reading))]
    {
        assert!(size <= most, "{name}: {what} of {size} bytes from {} bytes", reading.text.len());
    }
    let located = diglot::diag::locate(reading.findings.clone(), &name.into(), &reading.text, None);
    assert_eq!(located.len(), reading.findings.len(), "{name}");
    for split in [&reading.split_target, &reading.split_source] {
        assert!(split.len() <= reading.text.len(), "{name}: `split` grows");
    }
    reading
}

fn island(reading: &Reading) -> usize {
    reading.island.iter().map(|(key, html)| key.len() + html.len()).sum()
}

fn has(reading: &Reading, code: diglot::diag::Code) -> bool {
    reading.findings.iter().any(|f| f.code == code)
}

fn unit(number: usize, target: &str, source: &str) -> String {
    format!(
        "<span data-ttu-id=\"ab12c-{number}\">{target}</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-{number}\">{source}</span></span>"
    )
}

/// Makes a text of about that many parts.
type Make = fn(usize) -> String;

/// Each of these was found to be slow or deep in some program that reads Markdown.
fn shapes() -> Vec<(&'static str, Make)> {
    vec![
        ("quotes", |n| ">".repeat(n) + " x"),
        ("quotes with spaces", |n| "> ".repeat(n) + "x"),
        ("lists", |n| (0..n.min(400)).map(|i| format!("{}- x\n", " ".repeat(2 * i))).collect()),
        ("lists in one line", |n| "- ".repeat(n) + "x"),
        ("units in each other", |n| {
            (0..n).map(|i| format!("<span data-ttu-id=\"ab12c-{i}\">x ")).collect::<String>() + &"</span>".repeat(n)
        }),
        ("units never closed", |n| (0..n).map(|i| format!("<span data-ttu-id=\"ab12c-{i}\">x ")).collect()),
        ("units never closed, a block each", |n| (0..n).map(|i| format!("<span data-ttu-id=\"ab12c-{i}\">x\n\n")).collect()),
        ("sources never closed", |n| (0..n).map(|i| format!("<span data-stu-id=\"ab12c-{i}\">x ")).collect()),
        ("wrapped sources never closed", |n| {
            "<span class=\"sxs-lookup\"><span data-stu-id=\"a-1\">x ".repeat(n) + "</span></span>"
        }),
        ("wrappers never closed", |n| "<span class=\"sxs-lookup\">x ".repeat(n)),
        ("pairs never closed", |n| {
            let pair = |i| format!("<span data-ttu-id=\"a-{i}\">x<span class=\"sxs-lookup\"><span data-stu-id=\"a-{i}\">y ");
            (0..n).map(pair).collect()
        }),
        ("sources of pairs never closed", |n| {
            let pair =
                |i| format!("<span data-ttu-id=\"a-{i}\">x</span><span class=\"sxs-lookup\"><span data-stu-id=\"a-{i}\">y ");
            (0..n).map(pair).collect()
        }),
        ("wrapped sources never closed, one paragraph", |n| "<span class=\"sxs-lookup\"><span data-stu-id=\"a-1\">x ".repeat(n)),
        ("foreign spans", |n| "<span>".repeat(n) + "x"),
        ("stray closes", |n| "</span>".repeat(n)),
        ("stray closes in a unit", |n| unit(102, &"</span>".repeat(n), "x")),
        ("one id", |n| (0..n).map(|_| unit(102, "x", "y")).collect()),
        ("units", |n| (0..n).map(|i| unit(102 + i, "x", "y") + " ").collect()),
        ("units, a block each", |n| (0..n).map(|i| unit(102 + i, "x", "y") + "\n\n").collect()),
        ("units in one HTML block", |n| "<div>".to_owned() + &(0..n).map(|i| unit(102 + i, "x", "y") + "\n").collect::<String>()),
        ("units in one line of HTML", |n| "<div>".to_owned() + &(0..n).map(|i| unit(102 + i, "x", "y")).collect::<String>()),
        ("units in code", |n| "```\n".to_owned() + &(0..n).map(|i| unit(102 + i, "x", "y") + "\n").collect::<String>() + "```\n"),
        ("units of dashes", |n| "|".to_owned() + &(0..n).map(|i| unit(102 + i, "-", "-") + "|").collect::<String>()),
        ("sources before targets", |n| {
            (0..n).map(|i| format!("<span data-stu-id=\"a-{i}\">x</span>")).collect::<String>()
                + &(0..n).map(|i| format!("<span data-ttu-id=\"a-{i}\">x</span>")).collect::<String>()
        }),
        ("tags cut off", |n| "<span data-ttu-id=\"".repeat(n)),
        ("tags cut off without quotes", |n| "<span data-ttu-id=x ".repeat(n)),
        ("tags cut off, then an end", |n| "<span data-ttu-id=x ".repeat(n) + ">"),
        ("closing tags cut off", |n| "</span ".repeat(n)),
        ("invisible tags", |n| "<span\u{a0}data-ttu-id".repeat(n)),
        ("ids without tags", |n| "data-ttu-id ".repeat(n)),
        ("ids on elements", |n| "<p data-ttu-id=\"a-1\">".repeat(n)),
        ("lone angle brackets", |n| "<".repeat(n)),
        ("backslashes", |n| "\\".repeat(n) + "<span data-ttu-id=\"a-1\">"),
        ("escaped tags", |n| "\\<span data-ttu-id=\"a-1\">".repeat(n)),
        ("code that holds closes", |n| format!("<span data-ttu-id=\"a-1\">{}", "`</span>` ".repeat(n))),
        ("code that holds opens", |n| "`<span data-ttu-id=\"a-1\">` ".repeat(n)),
        ("open backquotes", |n| (1..n.min(1500)).map(|i| "`".repeat(i) + " ").collect()),
        ("brackets", |n| "[".repeat(n)),
        ("brackets and parentheses", |n| "[](".repeat(n)),
        ("images", |n| "![".repeat(n)),
        ("images in each other", |n| "![".repeat(n.min(2000)) + &"](x)".repeat(n.min(2000))),
        ("images in a row", |n| "![x](y.png) <span data-ttu-id=\"a-1\">".repeat(n)),
        ("emphasis", |n| "*a **b ".repeat(n)),
        ("emphasis in each other", |n| "*a ".repeat(n) + &"a*".repeat(n)),
        ("strong in each other", |n| "**a ".repeat(n) + &"a**".repeat(n)),
        ("underscores", |n| "_a__b".repeat(n)),
        ("strikes", |n| "~~a ".repeat(n)),
        ("entities", |n| "&#x41;&amp;&".repeat(n)),
        ("elements", |n| "<b>".repeat(n) + &"</i>".repeat(n)),
        ("elements in a block", |n| "<div>\n".repeat(n) + &"</p>".repeat(n)),
        ("elements, a block each", |n| "<div>\n\n".repeat(n)),
        ("tables in each other", |n| "<table><tr><td>\n\n".repeat(n)),
        ("paragraphs of HTML in text", |n| "x <p>".repeat(n)),
        ("anchors", |n| "<a name=\"x\"></a>".repeat(n)),
        ("anchors left open", |n| "<a name=\"x\">".repeat(n)),
        ("headings of one name", |n| "# x\n".repeat(n)),
        ("headings with anchors", |n| "# <a name=\"x\"></a>x\n".repeat(n)),
        ("empty headings", |n| "#\n".repeat(n)),
        ("comments", |n| "<!--".repeat(n)),
        ("comments in text", |n| "x <!-- ".repeat(n)),
        ("comments closed", |n| "<!-- data-ttu-id -->".repeat(n)),
        ("attributes", |n| "<a ".to_owned() + &"b=c ".repeat(n) + ">"),
        ("footnotes", |n| {
            (0..n).map(|i| format!("[^{i}]")).collect::<String>() + &(0..n).map(|i| format!("\n\n[^{i}]: x")).collect::<String>()
        }),
        ("one footnote", |n| "[^a] ".repeat(n) + "\n\n[^a]: x\n"),
        ("footnotes in each other", |n| (0..n.min(2000)).map(|i| format!("{}[^{i}]: x\n", "    ".repeat(i.min(50)))).collect()),
        ("definitions", |n| (0..n).map(|i| format!("[{i}]: x\n")).collect::<String>() + "\n[0] [1]"),
        ("one definition, many links", |n| format!("[a]: {}\n\n", "x".repeat(n)) + &"[a] ".repeat(n / 8)),
        ("columns", |n| {
            let columns = n.min(1200);
            "|a".repeat(columns) + "|\n" + &"|-".repeat(columns) + "|\n" + &"|b|\n".repeat(200)
        }),
        ("rows", |n| "|a|\n|-|\n".to_owned() + &"|b|\n".repeat(n)),
        ("pipes", |n| "|".repeat(n) + "\n|-|"),
        ("alerts", |n| "> [!NOTE]\n> x\n\n".repeat(n)),
        ("includes", |n| "[!INCLUDE ".repeat(n)),
        ("includes in a line", |n| "x [!INCLUDE [a](b.md)] ".repeat(n)),
        ("includes in a line of a unit", |n| unit(102, &"x [!INCLUDE [a](b.md)] ".repeat(n), "y")),
        ("includes in links", |n| "[x [!INCLUDE [a](b.md)] y](c.md) ".repeat(n)),
        ("includes in links left open", |n| "[x [!INCLUDE [a](b.md)] ".repeat(n)),
        ("snippets in a line", |n| "x [!code-rust[a](b.rs)] ".repeat(n)),
        ("images of DocFX in a line", |n| "x :::image source=\"a.png\" alt-text=\"b\"::: ".repeat(n)),
        ("words that stay, in a line", |n| "x :::no-loc text=\"a\"::: ".repeat(n)),
        ("bare addresses", |n| "https://e.org/a ".repeat(n)),
        ("dollars", |n| "$a ".repeat(n)),
        ("formulas", |n| "$a^2$ ".repeat(n)),
        ("formulas left open", |n| "$$\n\n".repeat(n)),
        ("colons in a description", |n| format!("![{}](x)", ":::".repeat(n))),
        ("terms in a description", |n| format!("![{}](x)", ":::no-loc text=\"a".repeat(n))),
        ("colons behind labels", |n| "[^a]: ::: x\n".repeat(n)),
        ("rows with units", |n| {
            let cell = |i| format!("    :::column:::\n        {}\n\n    :::column-end:::\n", unit(102 + i, "x", "y"));
            ":::row:::\n".to_owned() + &(0..n).map(cell).collect::<String>() + ":::row-end:::\n"
        }),
        ("emoji", |n| ":smile: ".repeat(n)),
        ("mentions", |n| "@a.b ".repeat(n)),
        ("tabs", |n| "# [a](#tab/a)\n\nx\n\n".repeat(n)),
        ("rows in each other", |n| ":::row:::\n:::column:::\n".repeat(n)),
        ("zones in each other", |n| "::: moniker range=\"a\"\n".repeat(n)),
        ("zones of pivots", |n| "::: zone pivot=\"a\"\nx\n::: zone-end\n".repeat(n)),
        ("colons", |n| ":::".repeat(n)),
        ("lines of colons", |n| ":::a\n".repeat(n)),
        ("cross references", |n| "<xref:a>".repeat(n)),
        ("line breaks", |n| "\n".repeat(n)),
        ("carriage returns", |n| "x\r\n".repeat(n)),
        ("byte-order marks", |n| "\u{feff}".repeat(n)),
        ("nothing but zeros", |n| "\0".repeat(n)),
        ("keys", |n| "---\n".to_owned() + &(0..n).map(|i| format!("k{i}: v\n")).collect::<String>() + "---\n"),
        ("one key", |n| "---\n".to_owned() + &"k: v\n".repeat(n) + "---\n"),
        ("fences of a header", |n| "---\n".repeat(n)),
        ("open header", |n| "---\n".to_owned() + &"a: b\n".repeat(n)),
        ("brackets in a header", |n| format!("---\na: {}\n---\n", "[".repeat(n))),
        ("quotes in a header", |n| format!("---\na: {}\n---\n", "\"".repeat(n))),
        ("anchors in a header", |n| format!("---\na: [{}]\n---\n", "&a x, *a, ".repeat(n))),
    ]
}

/// Ten times the input takes about ten times as long. Only what takes long enough to tell is judged, and generously.
#[test]
fn nothing_is_too_deep_too_wide_or_too_slow() {
    let mut slow = Vec::new();
    for (name, make) in shapes() {
        let time = |n: usize| {
            let text = make(n);
            let length = text.len().max(1) as u32;
            let start = Instant::now();
            read(name, text);
            (start.elapsed(), length)
        };
        let (small, short) = time(1_000);
        let (large, long) = time(10_000);
        if large > small.max(Duration::from_millis(20)) * (long / short).max(1) * 4 {
            slow.push(format!("{name}: {short} bytes take {small:?}, {long} bytes {large:?}"));
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

/// B26
#[test]
fn units_nested_ten_thousand_deep_are_text() {
    let text: String =
        (0..10_000).map(|i| format!("<span data-ttu-id=\"ab12c-{i}\">x ")).collect::<String>() + &"</span>".repeat(10_000);
    let reading = read("B26", text);
    let told = reading.findings.iter().filter(|f| f.code == codes::LIMIT_DEPTH).count();
    assert!((1..=2).contains(&told), "once of the units, once of the elements they are then: {told}");
    assert!(reading.document.units.iter().all(|u| !u.sound));
}

/// B27
#[test]
fn a_page_of_too_many_units_is_shown_without_its_originals() {
    let text: String = (0..=diglot::parse::LIMIT_UNITS).map(|i| unit(102 + i, "Ziel", "source") + "\n\n").collect();
    let reading = read("B27", text);
    assert!(has(&reading, codes::LIMIT_COUNT) && reading.document.over_limit && reading.document.units.is_empty());
    assert!(reading.island.is_empty() && !reading.target.html.contains("seg"));
    assert_eq!(reading.target.html.matches("<p>Ziel</p>").count(), diglot::parse::LIMIT_UNITS + 1);
    assert!(!reading.target.html.contains("source") && !reading.split_target.contains("source"));
}

/// B78
#[test]
fn a_side_of_more_than_a_megabyte_is_locked() {
    let reading = read("B78", unit(102, &"Wort ".repeat(250_000), "word"));
    assert!(has(&reading, codes::LIMIT_SIZE) && !reading.document.units[0].sound);
    assert!(reading.target.html.len() > 1_000_000);
}

/// B94
#[test]
fn a_header_of_more_than_64_kib_is_not_read() {
    let text = format!("---\ntitle: T\ndescription: {}\n---\n{}", "x".repeat(64 * 1024), unit(102, "Ziel", "source"));
    let reading = read("B94", text);
    assert!(has(&reading, codes::FRONT_MATTER_LIMIT) && reading.document.metadata.title.is_none());
    assert!(reading.target.html.contains("Ziel") && !reading.target.html.contains("xxx"));
}

#[test]
fn a_long_line_is_no_problem() {
    let reading = read("line", (0..16_000).map(|i| unit(102 + i, "Ein Satz.", "One sentence.") + " ").collect());
    assert_eq!(reading.document.units.len(), 16_000);
    assert!(reading.findings.is_empty() || reading.findings.iter().all(|f| f.code == codes::FRONT_MATTER_MISSING));
    assert!(
        !reading.split_target.contains("sentence")
            && diglot::parse::split(&reading.text, &reading.document, Side::Source).contains("sentence")
    );
}

#[test]
fn blocks_and_emphasis_are_cut_at_a_depth() {
    for (name, text) in [("quotes", "> ".repeat(10_000) + "x"), ("emphasis", "*a ".repeat(10_000) + &"a*".repeat(10_000))] {
        let reading = read(name, text);
        let (mut depth, mut deepest) = (0_i32, 0);
        for tag in reading.target.html.split('<').skip(1) {
            depth += if tag.starts_with('/') { -1 } else { 1 };
            deepest = deepest.max(depth);
        }
        assert!(has(&reading, codes::LIMIT_DEPTH), "{name}");
        assert!(deepest < 300, "{name}: {deepest}");
        assert!(reading.target.html.contains('x') || reading.target.html.contains('a'), "{name}");
    }
}
