//! What was read, as the blocks of a case show it.

use crate::reading::Reading;
use diglot::model::{TranslationType, Unit};
use diglot::source::{LineIndex, Span};

/// The text of a block, without the last line's ending.
pub fn block(reading: &Reading, info: &str, escapes: bool) -> String {
    let text = match info {
        "pairs" => lines(reading.document.units.iter().map(|u| pair(reading, u))),
        "html" => reading.target.html.clone(),
        "source html" => reading.source.html.clone(),
        "island" => {
            lines(reading.keys.iter().filter_map(|key| reading.island.get(key).map(|html| format!("{key}: {}", one_line(html)))))
        }
        "findings" => findings(reading),
        "split target" => reading.split_target.clone(),
        "split source" => reading.split_source.clone(),
        "metadata" => metadata(reading),
        "outline" => lines(reading.target.headings.iter().map(|h| format!("{} {} {}", h.level, h.id, h.text))),
        _ => String::new(),
    };
    let text = if escapes { escape(&text) } else { text };
    text.trim_end_matches('\n').to_owned()
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

fn pair(reading: &Reading, unit: &Unit) -> String {
    let side = |span: Option<Span>| match span {
        None => "(none)".to_owned(),
        Some(span) if span.is_empty() => "(empty)".to_owned(),
        Some(span) => one_line(&reading.text[span.range()]),
    };
    let state = if unit.sound { "sound" } else { "locked" };
    format!("{} | {} | {} | {state}", unit.id, side(unit.target), side(unit.source))
}

fn one_line(text: &str) -> String {
    text.replace('\r', "\\r").replace('\n', "\\n")
}

fn findings(reading: &Reading) -> String {
    let index = LineIndex::new(&reading.text);
    let own = reading.findings.iter().map(|f| {
        let at = index.position(f.span.start);
        format!("{} {} {}:{}: {}", f.code.severity().name(), f.code.name(), at.line, at.column, one_line(&f.message))
    });
    let included = reading.found_included.iter().map(|d| {
        let at = d.location.as_ref().map(|l| format!("{}:{}", l.start.line, l.start.column)).unwrap_or_default();
        format!("{} {} {}:{at}: {}", d.severity.name(), d.code.name(), d.file, one_line(&d.message))
    });
    lines(own.chain(included))
}

fn metadata(reading: &Reading) -> String {
    let meta = &reading.document.metadata;
    let mut out = Vec::new();
    let texts = [
        ("title", &meta.title),
        ("description", &meta.description),
        ("asset", &meta.asset_id),
        ("hash", &meta.source_hash),
        ("commit", &meta.source_commit),
        ("locale", &meta.content_locale),
        ("hand-off", &meta.hand_off),
        ("date", &meta.date),
        ("file", &meta.file_id),
        ("slug", &meta.slug),
    ];
    out.extend(texts.iter().filter_map(|(name, text)| text.as_ref().map(|t| format!("{name}: {t}"))));
    let translation = meta.translation.map(|t| if t == TranslationType::Human { "human" } else { "machine" });
    out.extend(translation.map(|t| format!("translation: {t}")));
    out.extend(meta.noindex.then(|| "noindex".to_owned()));
    out.extend(meta.nofollow.then(|| "nofollow".to_owned()));
    let known = ["title", "description"];
    let others = reading.document.front_matter.fields.iter().filter(|f| !known.contains(&f.key.as_str()));
    out.extend(others.map(|f| format!("{} = {:?}", f.key, f.value)));
    out.join("\n")
}

/// Characters that cannot be seen, as `\u{a0}`.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let hidden = (c.is_whitespace() && !matches!(c, ' ' | '\n'))
            || c.is_control() && c != '\n'
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        if hidden { out.push_str(&format!("\\u{{{:x}}}", c as u32)) } else { out.push(c) }
    }
    out
}
