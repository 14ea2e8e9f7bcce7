//! Tests of the sanitizer: what it keeps, what hostile content gets, and properties of any page.

use super::*;
use crate::markdown::url::{self, Destination};
use proptest::prelude::*;
use scraper::{ElementRef, Html, Node, Selector};

fn clean(html: &str) -> String {
    run(html).0
}

fn run(html: &str) -> (String, Vec<Finding>) {
    let mut state = Sanitizer::new();
    let mut out = String::new();
    state.push(html, 0, &mut out, &mut |_, url, _| Some(url.to_owned()));
    state.close_to(0, &mut out);
    (out, state.take_findings())
}

fn found(html: &str) -> Vec<(&'static str, &str)> {
    run(html).1.into_iter().map(|f| (f.code.name(), &html[f.span.range()])).collect()
}

#[test]
fn allowed_html_is_written_anew() {
    for (html, expected) in [
        ("<B>x</B>", "<b>x</b>"),
        ("a &amp; b &lt; c &nbsp;&copy;", "a &amp; b &lt; c \u{a0}©"),
        ("<a href='x.md' title=a&quot;b>t</a>", "<a href=\"x.md\" title=\"a&quot;b\" data-linktype=\"relative-path\">t</a>"),
        ("<a name=\"slug\"></a>", "<a name=\"slug\"></a>"),
        ("<br/><hr><wbr></br>", "<br><hr><wbr><br>"),
        ("<img src=a.png alt='x' width=10px height=\"5%\" onerror=x>", "<img src=\"a.png\" alt=\"x\" width=\"10\">"),
        ("<img alt='a &lt; b'>", "a &lt; b"),
        ("<td>x", "x"),
        ("<table><tr><td align=Center class='a b!'>x", "<table><tr><td class=\"align-center a\">x</td></tr></table>"),
        ("<table><td>a<td>b<tr><td>c</table>d", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>d"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"),
        ("<li>a</li><li>b</li>", "<ul><li>a</li><li>b</li></ul>"),
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("<a name=x>a<a href=b>b</a>", "<a name=\"x\">a</a><a href=\"b\" data-linktype=\"relative-path\">b</a>"),
        ("<font color=red>x</font><strike>y</strike>", "<span>x</span><s>y</s>"),
        ("<details OPEN><summary>a</summary>b</details>", "<details open=\"\"><summary>a</summary>b</details>"),
        (
            "<ol start=-3 type=a reversed><li value=4>x</ol>",
            "<ol start=\"-3\" type=\"a\" reversed=\"\"><li value=\"4\">x</li></ol>",
        ),
        (
            "<span lang=de dir=RTL data-x=y aria-label='z'>x</span>",
            "<span lang=\"de\" dir=\"rtl\" data-x=\"y\" aria-label=\"z\">x</span>",
        ),
        ("<a id=1 id=2 href=x HREF=y>x</a>", "<a id=\"1\" href=\"x\" data-linktype=\"relative-path\">x</a>"),
        ("a<!-- b -->c", "ac"),
        ("<b>x</i></b>", "<b>x</b>"),
        ("<b><i>x</b>y</i>", "<b><i>x</i></b>y"),
        ("<code>a<b</code>", "<code>a&lt;b&lt;/code&gt;</code>"),
        ("<app> and <Foo-Bar x=1></app>", "&lt;app&gt; and &lt;Foo-Bar x=1&gt;&lt;/app&gt;"),
        ("<form action=x>a<input>b</form>", "ab"),
        ("<select><option>a</select>", "a"),
        ("1 < 2 <3 &", "1 &lt; 2 &lt;3 &amp;"),
        ("<a href=//h/x>y</a>", "<a href=\"https://h/x\" data-linktype=\"external\">y</a>"),
        ("<div>a\r\nb</div>", "<div>a\nb</div>"),
    ] {
        assert_eq!(clean(html), expected, "{html}");
    }
}

#[test]
fn findings_name_the_place() {
    for (html, expected) in [
        ("a <form>x</form>", vec![("html-disallowed", "<form>")]),
        ("a <script>x</script>", vec![("html-disallowed", "<script>")]),
        (
            "<b style='x' onclick=y hidden>x</b>",
            vec![("html-disallowed", "style='x'"), ("html-disallowed", "onclick=y"), ("html-disallowed", "hidden")],
        ),
        ("<account>", vec![("unknown-tag", "<account>")]),
        ("x</b>", vec![("html-unbalanced", "</b>")]),
        ("<b>x", vec![("html-unbalanced", "<b>")]),
        ("<ul><li>x</ul><p>y", vec![]),
        ("<a href=javascript:x>y</a>", vec![("url-disallowed", "javascript:x")]),
        ("<p id=location>", vec![("html-disallowed", "id=location")]),
        ("<a id=location>x</a>", vec![]),
        ("<a id=main>x</a>", vec![("html-disallowed", "id=main")]),
        ("<a id='s-1'>x</a>", vec![("html-disallowed", "id='s-1'")]),
        ("<a id='a b'>x</a>", vec![("html-disallowed", "id='a b'")]),
        ("<!DOCTYPE html>", vec![("html-disallowed", "<!DOCTYPE html>")]),
        ("<table>x<b>y</b></table>", vec![("html-unbalanced", "<table>")]),
        ("<!-- a", vec![("html-unbalanced", "<!-- a")]),
        ("<svg>", vec![("html-disallowed", "<svg>"), ("html-unbalanced", "<svg>")]),
        ("<svg/><math/>", vec![("html-disallowed", "<svg/>"), ("html-disallowed", "<math/>")]),
    ] {
        assert_eq!(found(html), expected, "{html}");
    }
}

#[test]
fn a_block_is_one_text_whose_lines_keep_their_places() {
    let text = "> <div\n> onclick=\"a\n> b\">x\n> <!-- a\n> --></div>y";
    let mut state = Sanitizer::new();
    let mut out = String::new();
    let mut urls = |_, url: &str, _| Some(url.to_owned());
    for (at, line) in [(2, "<div\n"), (9, "onclick=\"a\n"), (22, "b\">x\n"), (29, "<!-- a\n"), (38, "--></div>y")] {
        assert_eq!(&text[at..at + line.len()], line);
        state.gather(line, at);
    }
    state.end_block(&mut out, &mut urls);
    assert_eq!(out, "<div>x\n</div>y");
    let findings = state.take_findings();
    assert_eq!(&text[findings[0].span.range()], "onclick=\"a\n> b\"");
}

#[test]
fn content_cannot_close_what_surrounds_it() {
    let mut state = Sanitizer::new();
    let mut out = String::new();
    let mut urls = |_, url: &str, _| Some(url.to_owned());
    state.push("<div><table><tr><td>", 0, &mut out, &mut urls);
    out.push_str("<blockquote>");
    let quote = state.mark();
    state.push("<b>x</td><td></table></div></blockquote>", 0, &mut out, &mut urls);
    state.close_to(quote, &mut out);
    out.push_str("</blockquote>");
    state.push("</div></td></tr></table></div>", 0, &mut out, &mut urls);
    state.close_to(0, &mut out);
    assert_eq!(out, "<div><table><tr><td><blockquote><b>x</b></blockquote></td></tr></table></div>");
}

#[test]
fn a_block_of_markdown_stands_in_a_cell() {
    for (html, expected) in [
        ("<p>", "<p></p>|"),
        ("<table>", "<table><tr><td>|</td></tr></table>"),
        ("<table><tbody><tr>", "<table><tbody><tr><td>|</td></tr></tbody></table>"),
        ("<table><colgroup><col>", "<table><colgroup><col></colgroup><tr><td>|</td></tr></table>"),
        ("<table><tr><td><div>", "<table><tr><td><div>|</div></td></tr></table>"),
    ] {
        let mut state = Sanitizer::new();
        let mut out = String::new();
        state.push(html, 0, &mut out, &mut |_, _, _| None);
        state.before_block(&mut out);
        out.push('|');
        state.close_to(0, &mut out);
        assert_eq!(out, expected);
    }
}

#[test]
fn dropped_elements_take_the_text_between_with_them() {
    let mut state = Sanitizer::new();
    let mut out = String::new();
    let mut urls = |_, url: &str, _| Some(url.to_owned());
    let paragraph = state.mark();
    state.push("<script>", 0, &mut out, &mut urls);
    assert!(state.is_dropping());
    let emphasis = state.mark();
    state.push("</script>", 0, &mut out, &mut urls);
    state.close_to(emphasis, &mut out);
    assert!(state.is_dropping());
    state.push("</b></ScRiPt >", 0, &mut out, &mut urls);
    assert!(!state.is_dropping());
    state.push("<svg><svg></svg>", 0, &mut out, &mut urls);
    assert!(state.is_dropping());
    state.close_to(paragraph, &mut out);
    assert!(!state.is_dropping() && out.is_empty());
}

#[test]
fn depth_and_findings_are_bounded() {
    let (out, findings) = run(&"<div>".repeat(1000));
    assert_eq!(out.matches("<div>").count(), MAX_DEPTH);
    assert_eq!(out.matches("</div>").count(), MAX_DEPTH);
    assert!(findings.iter().any(|f| f.code == codes::LIMIT_DEPTH) && findings.len() <= MAX_FINDINGS + 1);
}

#[test]
fn time_is_linear() {
    for unit in [
        "<div>",
        "<b>",
        "</b>",
        "<a href=x>",
        "<script>",
        "<svg>",
        "</script",
        "<table>",
        "<td>",
        "<li>",
        "<p>",
        "<!--",
        "<x>",
        "<a b=",
        "<b></b>",
        "&lt",
        "<title></title>",
        "<table><tr><td>",
        "<b x=1 y=2>",
    ] {
        let text = unit.repeat(100_000);
        // Anything but linear would not end here.
        let (out, _) = run(&text);
        assert!(out.len() <= 64 * text.len(), "{unit}: {} bytes", out.len());
    }
}

/// Payloads that got through some sanitizer once, and shapes they are made of.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//x></SCRIPT>",
    "<scr<script>ipt>alert(1)</script>",
    "<script/xss>alert(1)</script/y>",
    "<script\u{c}>alert(1)</script\u{c}>",
    "<script>a<!--<script>b</script>c</script>alert(1)",
    "<script",
    "<<script>alert(1)//<</script>",
    "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    "<img src=\"x\"onerror=\"alert(1)\">",
    "<img\u{c}src=x\u{c}onerror=alert(1)>",
    "<img src='x' title='a\"onerror=alert(1) b=\"'>",
    "<img src=x alt=\"`><script>alert(1)</script>\">",
    "<img src=`x`onerror=alert(1)>",
    "<img name=currentScript src=x>",
    "<img srcset='x 1x' src=javascript:alert(1)>",
    "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
    "<image src=x onerror=alert(1)>",
    "<img \0src=x onerror\0=alert(1)>",
    "<im\0g src=x onerror=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\"java&#x0A;script:alert(1)\">x</a>",
    "<a href=\"java\nscript:alert(1)\">x</a>",
    "<a href=\" &#14; javascript:alert(1)\">x</a>",
    "<a href=\"JaVaScRiPt&colon;alert(1)\">x</a>",
    "<a href=\"&#106avascript&#58alert(1)\">x</a>",
    "<a href='vbscript:x'>x</a><a href=data:text/html,x>y</a>",
    "<a href=x style=\"x:expression(alert(1))\" onclick=alert(1)>x</a>",
    "<a href=\"x\" \"onclick=alert(1)\" '>x</a>",
    "<a =href=x onclick=alert(1)>x</a>",
    "<a href=x/onclick=alert(1)>x</a>",
    "<a href=\"x onclick=alert(1)>x</a>",
    "<a xlink:href=javascript:alert(1)>x</a>",
    "<a href='x' ONCLICK='alert(1)' onClick=alert(2) href='javascript:x'>x</a>",
    "<a href=\"x\" ping=\"https://e\" target=_blank formaction=x>x</a>",
    "<svg><script>alert(1)</script></svg>",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)/>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<svg><animate attributeName=href to=javascript:alert(1)></svg>",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<math><annotation-xml encoding=\"text/html\"><style><img src=x onerror=alert(1)>",
    "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
    "<math href=javascript:alert(1)>x</math>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\">",
    "<title><img title=\"</title><img src=x onerror=alert(1)>\">",
    "<xmp><img title=\"</xmp><img src=x onerror=alert(1)>\">",
    "<iframe><img title=\"</iframe><img src=x onerror=alert(1)>\">",
    "<noembed><img title=\"</noembed><img src=x onerror=alert(1)>\">",
    "<noframes><img title=\"</noframes><img src=x onerror=alert(1)>\">",
    "<plaintext><img src=x onerror=alert(1)>",
    "<template><script>alert(1)</script></template>",
    "<select><template><style><!--</style><a rel=\"--></style></template></select><img onerror=alert(1)>\">",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<iframe src=javascript:alert(1)>",
    "<object data=javascript:alert(1)><embed src=x>",
    "<embed src=javascript:alert(1)>",
    "<applet code=x><param name=y></applet>",
    "<base href=javascript:/><link rel=stylesheet href=x><meta http-equiv=refresh content=0;url=x>",
    "<body onload=alert(1)><html onclick=x><head>",
    "<frameset onload=alert(1)><frame src=x>",
    "<form action=javascript:alert(1)><input type=submit><button formaction=x>x</button></form>",
    "<input autofocus onfocus=alert(1)><select onfocus=x autofocus><keygen autofocus onfocus=x>",
    "<video src=x onerror=alert(1)><source onerror=x></video><audio src=x onerror=x>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<style>@import 'x'</style><style>*{background:url(javascript:x)}</style>",
    "<div style='background:url(x)'>x</div>",
    "<!--><script>alert(1)</script>-->",
    "<!---><img src=x onerror=alert(1)>-->",
    "<!-- --!><img src=x onerror=alert(1)> -->",
    "<!-- <!-- --><img src=x onerror=alert(1)> -->",
    "<!-- a",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<![CDATA[><img src=x onerror=alert(1)>",
    "]]><img src=x onerror=alert(1)>",
    "<?xml-stylesheet href='javascript:x'?><? ><img src=x onerror=alert(1)>?>",
    "<!ENTITY x 'y'><!DOCTYPE html [<img src=x onerror=alert(1)>]>",
    "</title><script>alert(1)</script>",
    "</main></article></body></html><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "<p title='&lt;/p&gt;&lt;script&gt;'>x",
    "<table><td><b><table></b></td></table><i>",
    "<a><table><a><td><a></table></a>",
    "<b><p><i></b><table><tr></i></p><td></b>",
    "<li></ul></ol></li><dd></dl><option></select>",
    "<h1><h2></h1><h3></h2></h3><button><button>",
    "<a is=x-foo slot=y part=z exportparts=w nonce=n>x</a>",
    "<p contenteditable autofocus onfocus=alert(1) tabindex=1>x",
    "<p\u{b}onclick=alert(1)>x</p>",
    "<p\u{2028}onclick=alert(1)>x</p>",
    "<p/\u{a0}onclick=alert(1)>x</p>",
    "<P ID=\"getElementById\" NAME=forms CLASS=\"seg sxs-lookup ok\">x</P>",
    "\u{feff}<\u{feff}script>alert(1)</script>",
    "<ſcript>alert(1)</ſcript><İmg src=x onerror=alert(1)>",
];

const ATTRIBUTES: &[&str] = &[
    "abbr",
    "alt",
    "cite",
    "class",
    "colspan",
    "datetime",
    "dir",
    "height",
    "href",
    "id",
    "lang",
    "loading",
    "name",
    "open",
    "reversed",
    "role",
    "rowspan",
    "scope",
    "span",
    "src",
    "start",
    "title",
    "translate",
    "type",
    "value",
    "width",
];

fn check_element(element: ElementRef<'_>) -> Result<(), String> {
    let value = element.value();
    if !matches!(elements::lookup(value.name()), Kind::Allowed(_) | Kind::Void(_)) {
        return Err(format!("the element {}", value.name()));
    }
    for (name, content) in value.attrs() {
        let is_data = name == "data-linktype" || attributes::is_data(name);
        if !ATTRIBUTES.contains(&name) && !name.starts_with("aria-") && !is_data {
            return Err(format!("the attribute {name}"));
        }
        if matches!(name, "href" | "src" | "cite") && matches!(url::classify(content), Destination::Disallowed { .. }) {
            return Err(format!("the address {content}"));
        }
        if name == "id" && (content == "main" || content.starts_with("s-")) {
            return Err(format!("the id {content}"));
        }
    }
    Ok(())
}

/// Parses the page around `html` as a browser does, and looks at everything in it.
fn check(html: &str) -> Result<Html, String> {
    let page = format!("<!DOCTYPE html><body><div class=page><div class=article>{html}</div></div><i class=sentinel></i>");
    let page = Html::parse_document(&page);
    let article = Selector::parse(".article").map_err(|e| e.to_string())?;
    let article = page.select(&article).next().ok_or("no article")?;
    for node in article.descendants() {
        match node.value() {
            Node::Comment(_) | Node::Doctype(_) | Node::ProcessingInstruction(_) => return Err("markup that is no tag".into()),
            Node::Element(_) => check_element(ElementRef::wrap(node).ok_or("no element")?)?,
            _ => {}
        }
    }
    let sentinel = Selector::parse("body > i.sentinel").map_err(|e| e.to_string())?;
    page.select(&sentinel).next().ok_or("the content leaves its place")?;
    Ok(page)
}

#[test]
fn nothing_hostile_is_left() {
    assert!(HOSTILE.len() >= 60);
    for payload in HOSTILE {
        let out = clean(payload);
        if let Err(problem) = check(&out) {
            panic!("{problem}\n  of {payload:?}\n  as {out:?}");
        }
        assert_eq!(clean(&out), out, "a second pass changes what the first made of {payload:?}");
    }
}

/// What happens to a page: content, and elements of Markdown around more content.
#[derive(Debug, Clone)]
enum Step {
    Html(String),
    Enter(usize),
    Leave,
}

/// Opening and closing tags, and whether content must stay inside whatever it is.
const CONTAINERS: &[(&str, &str, bool)] = &[
    ("<blockquote data-k>", "</blockquote>", true),
    ("<ul><li data-k>", "</li></ul>", true),
    ("<p>", "</p>", false),
    ("<em>", "</em>", false),
    ("<a href=x>", "</a>", false),
    ("<h2>", "</h2>", false),
    ("<table><tbody><tr><td data-k>", "</td></tr></tbody></table>", true),
];
const INLINE: &[usize] = &[3, 4];

fn generated(pattern: &str) -> impl Strategy<Value = String> + use<> {
    proptest::string::string_regex(pattern).expect("the patterns of this file are valid")
}

fn fragment() -> impl Strategy<Value = String> {
    let names = "a|b|i|p|div|span|table|tr|td|th|tbody|thead|caption|colgroup|col|ul|ol|li|dl|dd|dt|h1|h2|pre|br|hr|img src=x|details|\
                 summary|ruby|rt|svg|script|style|math|form|select|option|button|template|title|x-y|font|section|center|figure|object";
    prop_oneof![
        6 => generated(&format!("(<({names})>){{1,2}}")),
        4 => generated(&format!("(</({names})>){{1,2}}")),
        2 => "[a-z<>&;\"'/= -]{0,8}",
        1 => "<(a|p|img) (href|src|id|style|onclick|class|title)=['\"]?(java&#x0a;script:x|x|main|s-1|\\PC{0,4})['\"]?>",
        1 => proptest::sample::select(HOSTILE).prop_map(str::to_owned),
        1 => "(<!--|-->|<!\\[CDATA\\[|\\]\\]>|<!|<\\?)",
    ]
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        6 => fragment().prop_map(Step::Html),
        2 => (0..CONTAINERS.len()).prop_map(Step::Enter),
        1 => Just(Step::Leave),
    ];
    proptest::collection::vec(step, 0..24)
}

/// Writes the page as a renderer would, with a marker at both ends of every container that must hold its content.
fn page(steps: &[Step]) -> (String, usize) {
    let mut state = Sanitizer::new();
    let mut out = String::new();
    let mut open: Vec<(usize, usize, usize)> = Vec::new();
    let mut count = 0;
    let leave = |state: &mut Sanitizer, out: &mut String, (kind, mark, number): (usize, usize, usize)| {
        state.close_to(mark, out);
        if !state.is_dropping() {
            out.push_str(&format!("<b class=end-{number}></b>"));
            out.push_str(CONTAINERS[kind].1);
        }
    };
    for step in steps {
        match step {
            Step::Html(html) => state.push(html, 0, &mut out, &mut |_, url, _| Some(url.to_owned())),
            // Only quotes and items hold blocks; all others hold inline elements.
            Step::Enter(kind) if open.iter().any(|o| o.0 > 1) && !INLINE.contains(kind) => {}
            Step::Enter(kind) => {
                count += 1;
                if !INLINE.contains(kind) {
                    state.before_block(&mut out);
                }
                if !state.is_dropping() {
                    out.push_str(&CONTAINERS[*kind].0.replace("data-k", &format!("class=k{count}")));
                    out.push_str(&format!("<b class=start-{count}></b>"));
                }
                let mark = state.mark();
                open.push((*kind, mark, count));
            }
            Step::Leave => {
                if let Some(last) = open.pop() {
                    leave(&mut state, &mut out, last);
                }
            }
        }
    }
    while let Some(last) = open.pop() {
        leave(&mut state, &mut out, last);
    }
    state.close_to(0, &mut out);
    (out, count)
}

fn inside(page: &Html, selector: &str) -> bool {
    Selector::parse(selector).is_ok_and(|s| page.select(&s).next().is_some())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 800 } else { 20_000 }))]

    #[test]
    fn any_text_comes_out_harmless(html in "(<[/!]?[a-z]{1,6}[ /]?([a-z]{1,4}=[\"']?[^>]{0,4}[\"']?)?>?|\\PC|&#?[a-z0-9]{1,4};?){0,20}") {
        let out = clean(&html);
        prop_assert!(check(&out).is_ok(), "{:?}: {}", check(&out).err(), out);
        prop_assert_eq!(clean(&out), out);
    }

    #[test]
    fn a_page_keeps_its_shape(steps in steps()) {
        let (out, count) = page(&steps);
        let parsed = check(&out);
        prop_assert!(parsed.is_ok(), "{:?}: {}", parsed.err(), out);
        let parsed = parsed.expect("checked above");
        for number in (1..=count).filter(|n| out.contains(&format!("class=k{n}>"))) {
            prop_assert!(inside(&parsed, &format!(".k{number} .start-{number}")), "start of {}: {}", number, out);
            prop_assert!(inside(&parsed, &format!(".k{number} .end-{number}")), "end of {}: {}", number, out);
        }
    }

    #[test]
    fn places_lie_in_the_text(html in "(<[/!]?[a-zé]{1,6}[ /]?([a-z]{1,4}=[\"']?[^>]{0,4}[\"']?)?>?|\\PC){0,20}") {
        for finding in run(&html).1 {
            prop_assert!(html.get(finding.span.range()).is_some());
        }
    }
}
