//! What holds for every text whatever, however broken.

use super::{Reading, tree};
use diglot::model::{Role, Side, Unit};
use diglot::parse;
use diglot::source::Span;
use rustc_hash::FxHashSet;

/// Elements that diglot may write into an article.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "address",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "html",
    "i",
    "img",
    "input",
    "ins",
    "kbd",
    "li",
    "mark",
    "math",
    "mi",
    "mn",
    "mo",
    "mtext",
    "mspace",
    "mrow",
    "mfrac",
    "msqrt",
    "mroot",
    "mstyle",
    "merror",
    "mpadded",
    "mphantom",
    "msub",
    "msup",
    "msubsup",
    "munder",
    "mover",
    "munderover",
    "mmultiscripts",
    "mprescripts",
    "mtable",
    "mtr",
    "mtd",
    "semantics",
    "annotation",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Everything that does not hold of `reading`.
pub fn broken(reading: &Reading) -> Vec<String> {
    let mut problems = Vec::new();
    places(reading, &mut problems);
    pieces(reading, &mut problems);
    units(reading, &mut problems);
    for (name, html) in [("article", &reading.target.html), ("source article", &reading.source.html)] {
        well_formed(name, html, &mut problems);
    }
    for (key, html) in &reading.island {
        well_formed(&format!("original {key}"), html, &mut problems);
    }
    unique_ids(reading, &mut problems);
    leaks(reading, &mut problems);
    problems
}

/// What costs a second reading: line endings, edits, the header alone.
pub fn broken_on_change(reading: &Reading) -> Vec<String> {
    let mut problems = Vec::new();
    line_endings(reading, &mut problems);
    header(reading, &mut problems);
    edits(reading, &mut problems);
    problems
}

fn is_place(text: &str, span: Span) -> bool {
    span.start <= span.end && span.end <= text.len() && text.is_char_boundary(span.start) && text.is_char_boundary(span.end)
}

fn places(reading: &Reading, problems: &mut Vec<String>) {
    for finding in &reading.findings {
        let spans = std::iter::once(finding.span).chain(finding.related.iter().map(|r| r.0));
        for span in spans.filter(|s| !is_place(&reading.text, *s)) {
            problems.push(format!("finding {} has no place in the text: {span:?}", finding.code.name()));
        }
        if finding.message.is_empty() || finding.help.is_empty() || finding.message.contains(['\n', '\r']) {
            problems.push(format!("finding {} has no readable message or help: {:?}", finding.code.name(), finding.message));
        }
    }
}

fn pieces(reading: &Reading, problems: &mut Vec<String>) {
    let mut at = 0;
    let mut whole = String::new();
    for piece in &reading.document.pieces {
        if piece.span.start < at || piece.span.is_empty() || !is_place(&reading.text, piece.span) {
            problems.push(format!("piece out of order or empty: {piece:?}"));
            return;
        }
        let unit = match piece.role {
            Role::Target(unit) | Role::Source(unit) => unit as usize,
            Role::Markup => 0,
        };
        if unit >= reading.document.units.len() && piece.role != Role::Markup && !reading.document.over_limit {
            problems.push(format!("piece of no unit: {piece:?}"));
        }
        whole.push_str(&reading.text[at..piece.span.start]);
        whole.push_str(&reading.text[piece.span.range()]);
        at = piece.span.end;
    }
    whole.push_str(&reading.text[at..]);
    if whole != reading.text {
        problems.push("pieces and gaps do not give the text back".into());
    }
}

fn units(reading: &Reading, problems: &mut Vec<String>) {
    let text = &reading.text;
    if reading.document.units.is_empty() && reading.document.pieces.is_empty() && reading.split_target != *text {
        problems.push("`split` changes a page without units".into());
    }
    let mut last = 0;
    for unit in &reading.document.units {
        let sides = [unit.target, unit.source].into_iter().flatten();
        for side in sides.chain([unit.whole]) {
            if !is_place(text, side) || side.start < unit.whole.start || side.end > unit.whole.end {
                problems.push(format!("a side of {} lies outside of it: {unit:?}", unit.id));
                return;
            }
        }
        if unit.target.is_none() && unit.source.is_none() {
            problems.push(format!("the unit {} has no side", unit.id));
        }
        if unit.sound {
            if unit.whole.start < last {
                problems.push(format!("the sound unit {} begins inside another one", unit.id));
            }
            last = unit.whole.end;
            tags_are_gone(reading, unit, problems);
        }
    }
}

fn tags_are_gone(reading: &Reading, unit: &Unit, problems: &mut Vec<String>) {
    let Some(target) = unit.target else { return problems.push(format!("the sound unit {} has no target", unit.id)) };
    let tag = &reading.text[unit.whole.start..target.start];
    for (name, split) in [("target", &reading.split_target), ("source", &reading.split_source)] {
        // The same tag may stand elsewhere as text, in code for instance.
        let as_text = reading.text.matches(tag).count() > 1;
        if tag.starts_with('<') && split.contains(tag) && !as_text {
            problems.push(format!("`split {name}` still holds `{tag}`"));
        }
    }
}

fn well_formed(name: &str, html: &str, problems: &mut Vec<String>) {
    match tree::by_tags(html) {
        Err(problem) => problems.push(format!("{name}: {problem}\n{html}")),
        Ok(tags) => {
            let browser = tree::by_browser(html);
            if tags != browser {
                problems.push(format!(
                    "{name}: a browser reads it otherwise\n{}\n{html}",
                    super::super::suite::diff(&tags, &browser)
                ));
            }
        }
    }
    for (element, attributes) in tree::elements(html) {
        if !ELEMENTS.contains(&element.as_str()) {
            problems.push(format!("{name}: element `{element}`"));
        }
        for (attribute, value) in attributes {
            let active = value.trim_start().to_ascii_lowercase();
            if attribute.starts_with("on")
                || attribute == "style"
                || active.starts_with("javascript:")
                || active.starts_with("data:")
            {
                problems.push(format!("{name}: attribute `{attribute}={value}`"));
            }
        }
    }
}

fn unique_ids(reading: &Reading, problems: &mut Vec<String>) {
    let mut seen = FxHashSet::default();
    for (element, attributes) in tree::elements(&reading.target.html) {
        for (_, value) in attributes.iter().filter(|(name, _)| name == "id") {
            if !seen.insert(value.clone()) {
                problems.push(format!("the id `{value}` stands twice, again on `{element}`"));
            }
        }
    }
    for anchor in reading.target.headings.iter().map(|h| &h.id).filter(|id| !id.is_empty()) {
        if !seen.contains(anchor) {
            problems.push(format!("no element has the id of the heading `{anchor}`"));
        }
    }
}

/// Words that stand only in originals must not be seen by a reader of the translation.
fn leaks(reading: &Reading, problems: &mut Vec<String>) {
    let document = &reading.document;
    let mut outside = reading.text[..document.body.start].to_owned();
    let mut at = document.body.start;
    let mut sources: Vec<Span> =
        document.units.iter().filter(|u| u.target.is_some()).filter_map(|u| u.source).filter(|s| s.start >= at).collect();
    sources.sort_unstable();
    for source in &sources {
        outside.push_str(&reading.text[at.min(source.start)..source.start]);
        outside.push(' ');
        at = at.max(source.end);
    }
    outside.push_str(&reading.text[at..]);
    for target in document.units.iter().filter_map(|u| u.target) {
        outside.push(' ');
        outside.push_str(&reading.text[target.range()]);
    }
    let others: FxHashSet<String> = words(&outside).collect();
    let visible: FxHashSet<String> = words(&tree::visible_text(&reading.target.html)).collect();
    for source in sources {
        for word in words(&reading.text[source.range()]) {
            if word.chars().count() > 3 && visible.contains(&word) && !others.contains(&word) {
                problems.push(format!("`{word}` of an original shows in the translation"));
            }
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned)
}

fn line_endings(reading: &Reading, problems: &mut Vec<String>) {
    if reading.text.contains('\r') {
        return;
    }
    let crlf = Reading::beside(&reading.text.replace('\n', "\r\n"), &reading.files);
    if crlf.target.html.replace('\r', "") != reading.target.html {
        let diff = super::super::suite::diff(&reading.target.html, &crlf.target.html.replace('\r', "<CR>"));
        problems.push(format!("CRLF gives other HTML\n{diff}"));
    }
    if crlf.split_target != reading.split_target.replace('\n', "\r\n") {
        problems.push("CRLF gives another `split`".into());
    }
    let missing = diglot::diag::codes::FRONT_MATTER_MISSING;
    let codes = |r: &Reading| {
        r.findings.iter().filter(|f| f.code != missing).map(|f| (f.code.name(), f.message.clone())).collect::<Vec<_>>()
    };
    if codes(&crlf) != codes(reading) {
        problems.push(format!("CRLF gives other findings\n{:?}\n{:?}", codes(reading), codes(&crlf)));
    }
}

fn header(reading: &Reading, problems: &mut Vec<String>) {
    let document = parse::parse_header(&reading.text, &mut Vec::new());
    let metadata = document.metadata.clone();
    if metadata != reading.document.metadata || document.front_matter != reading.document.front_matter {
        problems.push("`parse_header` reads another header than `parse`".into());
    }
    if document.body != reading.document.body {
        problems.push("`parse_header` finds another body than `parse`".into());
    }
}

/// A sound unit can be written into: then its target has the new text, and all other sound units have theirs.
fn edits(reading: &Reading, problems: &mut Vec<String>) {
    let units = &reading.document.units;
    for unit in units.iter().filter(|u| u.sound).take(12) {
        let Some(target) = unit.target else { continue };
        let edited = format!("{}Wort{}", &reading.text[..target.start], &reading.text[target.end..]);
        let again = parse::parse(&edited, &mut Vec::new());
        let after: FxHashSet<_> = again.units.iter().map(|u| sides(&edited, u)).collect();
        let (id, _, source) = sides(&reading.text, unit);
        if !after.contains(&(id, Some("Wort"), source)) {
            problems.push(format!("an edit of {id} is not read back"));
        }
        let apart = |other: &&Unit| other.whole.end <= unit.whole.start || unit.whole.end <= other.whole.start;
        for other in units.iter().filter(|u| u.sound).filter(apart) {
            if !after.contains(&sides(&reading.text, other)) {
                problems.push(format!("an edit of {id} changes {}", other.id));
            }
        }
    }
}

fn sides<'a>(text: &'a str, unit: &'a Unit) -> (&'a str, Option<&'a str>, Option<&'a str>) {
    let side = |side| unit.side(side).map(|s: Span| &text[s.range()]);
    (&unit.id, side(Side::Target), side(Side::Source))
}
