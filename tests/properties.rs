//! Properties of any text: random texts made of what the format is made of.

use crate::reading::{Reading, invariants};
use diglot::model::Side;
use diglot::parse;
use proptest::prelude::*;

/// What pages are made of: whole and broken tags, blocks, inline marks, HTML, comments, and words.
const FRAGMENTS: &[&str] = &[
    "<span data-ttu-id=\"ab12c-102\">",
    "<span data-ttu-id=\"ab12c-103\">",
    "<span data-ttu-id='ab12c-p104'>",
    "<span data-ttu-id=\"x-lt-7\">",
    "<span class=\"sxs-lookup\">",
    "<span data-stu-id=\"ab12c-102\">",
    "<span data-stu-id=\"ab12c-103\">",
    "</span>",
    "</span>",
    "</span></span>",
    "</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-102\">",
    "<span data-ttu-id=\"ab12c-105\">Ziel</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-105\">Herkunft</span></span>",
    "<span data-ttu-id=\"ab12c-106\">**Ziel** `x`</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-106\">_Herkunft_</span></span>",
    "<SPAN DATA-TTU-ID=\"ab12c-107\">",
    "<span>",
    "<span data-ttu-id=\"",
    "<span data-ttu-id=\"ab12c-108\"\n",
    "<span\u{a0}data-ttu-id=\"ab12c-109\">",
    "\\",
    "\\<span data-ttu-id=\"ab12c-110\">",
    "Wort",
    "Wort",
    "word",
    "日本語",
    "كلمة",
    " ",
    " ",
    "  ",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "  \n",
    "\\\n",
    "- ",
    "\n- ",
    "1. ",
    "\n1. ",
    "    ",
    "\t",
    "# ",
    "\n## ",
    "\n===\n",
    "\n---\n",
    "> ",
    "\n> ",
    "\n> [!NOTE]\n> ",
    "[!TIP]",
    "\n::: zone pivot=\"a\"\n",
    "\n::: zone-end\n",
    "\n::: moniker range=\"a\"\n",
    "\n::: moniker-end\n",
    "\n:::row:::\n",
    "\n    :::column span=\"2\":::\n",
    "\n    :::column-end:::\n",
    "\n:::row-end:::\n",
    ":::image source=\"a.png\" alt-text=\"b | c\":::",
    "\n:::image type=\"complex\" source=\"a.png\" alt-text=\"b\":::\n",
    "\n:::image-end:::\n",
    ":::no-loc text=\"Wort\":::",
    ":::",
    "\n> [!div class=\"x\"]\n> ",
    "\n> [!VIDEO https://e.org/v]\n",
    "\n# [Wort](#tab/a)\n",
    "\n# [Wort](#tab/b+c/a)\n",
    "](#tab/a)",
    "\n---\n\n",
    "https://e.org/w_x",
    "www.e.org",
    " :smile: ",
    "$x^2$",
    "\n$$\nx\n$$\n",
    "$",
    "\n: ",
    "\n```mermaid\n",
    "|",
    "| a | b |\n|---|:-:|\n| ",
    "\n|---|---|\n",
    "`",
    "``",
    "\n```\n",
    "\n```sh\n",
    "*",
    "**",
    "_",
    "~~",
    "[",
    "](x.md)",
    "](",
    "![",
    "[a]: x.md \"t\"\n",
    "[a]",
    "[^1]",
    "\n[^1]: ",
    "\n\n[^2]: ",
    "[ ] ",
    "<https://example.com/a>",
    "<xref:A.B*>",
    "[!INCLUDE [x](y.md)]",
    "\n:::zone pivot=\"a\"\n",
    "<!--",
    "-->",
    "<!-- <span data-ttu-id=\"ab12c-111\"> -->",
    "<a name=\"x\"></a>",
    "# <a name=\"x\"></a>",
    "<a href=\"x\">",
    "</a>",
    "<b>",
    "</b>",
    "<br>",
    "<p>",
    "</p>",
    "<div>",
    "\n<div>\n",
    "\n</div>\n",
    "<table>",
    "\n<table><tr><td>\n\n",
    "<td>",
    "</td>",
    "\n\n</td></tr></table>\n\n",
    "</table>",
    "<ul><li>",
    "<details>",
    "\n<details>\n",
    "</details>",
    "<script>",
    "</script>",
    "<style>",
    "<svg>",
    "<img src=\"x.png\" onerror=\"y\">",
    "<app>",
    "<h2 id=\"s-102\">",
    "&amp;",
    "&lt;span data-ttu-id=\"ab12c-112\"&gt;",
    "&",
    "<",
    ">",
    "\u{feff}",
    "\0",
    "---\n",
    "title: T\n",
];

fn text() -> impl Strategy<Value = String> {
    let front_matter =
        prop_oneof![Just(""), Just("---\ntitle: T\n---\n"), Just("---\ntitle: T\n"), Just("\u{feff}---\na: b\n---\n")];
    let fragments = proptest::collection::vec(proptest::sample::select(FRAGMENTS), 0..28);
    (front_matter, fragments).prop_map(|(header, fragments)| header.to_owned() + &fragments.concat())
}

fn hold(problems: &[String], text: &str) -> Result<(), TestCaseError> {
    prop_assert!(problems.is_empty(), "{text:?}\n{}", problems.join("\n"));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the text: no panic, pieces that give it back, places in it, HTML that is balanced, safe and read as it was meant.
    #[test]
    fn everything_is_read(text in text()) {
        hold(&invariants::broken(&Reading::of(&text)), &text)?;
    }

    /// Line endings change nothing, the header is the same alone, and a sound unit can be edited.
    #[test]
    fn a_change_changes_no_more(text in text()) {
        hold(&invariants::broken_on_change(&Reading::of(&text)), &text)?;
    }

    /// Characters at random, which hit the lexers more than the format.
    #[test]
    fn any_characters(text in "([<>&`*_\\[\\]()|#\\\\\"'= \t\n\r/!:-]|span|data-ttu-id|\\PC){0,60}") {
        hold(&invariants::broken(&Reading::of(&text)), &text)?;
    }

    /// Without a unit there is nothing to split.
    #[test]
    fn split_leaves_plain_pages_alone(text in "(---\n)?([a-z#>*`|\n -]|<b>|</b>|<a name=\"x\"></a>){0,60}") {
        let document = parse::parse(&text, &mut Vec::new());
        prop_assert_eq!(&parse::split(&text, &document, Side::Target), &text);
        prop_assert_eq!(&parse::split(&text, &document, Side::Source), &text);
    }
}

/// More cases where they cost little: `DIGLOT_CASES=100000`.
fn cases() -> u32 {
    std::env::var("DIGLOT_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(400)
}
