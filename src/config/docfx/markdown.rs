//! `markdownEngineProperties` of `docfx.json`: what a docset adds to Markdown.
//!
//! In: the `build` object. Out: [`Dialect`], and one finding that names all that is not read. Never: turns off what every page has.

use super::{Notes, texts};
use crate::diag::{Finding, codes};
use crate::model::Dialect;
use serde_json::{Map, Value};

/// Most kinds of alerts of a docset.
const MOST_ALERTS: usize = 64;

/// Extensions that ask for what every page has, in whatever spelling of theirs: what they name is read without being asked for.
/// Definition lists are, too, where one stands.
const ALWAYS: [&str; 19] = [
    "alerts",
    "autoidentifiers",
    "autolinks",
    "common",
    "default",
    "definitionlists",
    "diagrams",
    "emojis",
    "emoji",
    "footnotes",
    "gfm-pipetables",
    "globalization",
    "mathematics",
    "math",
    "medialinks",
    "pipetables",
    "strikethrough",
    "tasklists",
    "yaml",
];

/// Reads what `build` says of Markdown.
pub(super) fn dialect(notes: &mut Notes<'_>, build: &Map<String, Value>) -> Dialect {
    let Some(Value::Object(properties)) = build.get("markdownEngineProperties") else { return Dialect::default() };
    let mut dialect = Dialect { alerts: alerts(properties.get("alerts")), ..Dialect::default() };
    let mut unread: Vec<String> = Vec::new();
    for name in extensions(properties.get("markdigExtensions")) {
        match name.to_ascii_lowercase().as_str() {
            "hardlinebreak" | "hardlinebreaks" | "softlinebreakashardlinebreak" => dialect.hard_breaks = true,
            known if ALWAYS.contains(&known) => {}
            _ if unread.contains(&name) => {}
            _ => unread.push(name),
        }
    }
    if let Some(first) = unread.first() {
        let named: Vec<String> = unread.iter().take(10).map(|name| format!("`{}`", shown(name))).collect();
        let message = format!("these extensions of Markdown are not read: {}", named.join(", "));
        let help = "nothing, if the pages do not use them; what they would read is shown as text";
        notes.findings.push(Finding::new(codes::DOCSET_UNSUPPORTED, notes.key(first), message, help));
    }
    dialect
}

/// The names of extensions: a list of names, or of objects whose keys are names.
fn extensions(value: Option<&Value>) -> Vec<String> {
    let of_item = |item: &Value| match item {
        Value::Object(map) => map.keys().cloned().collect(),
        item => texts(Some(item)),
    };
    match value {
        Some(Value::Array(items)) => items.iter().flat_map(of_item).collect(),
        Some(item) => of_item(item),
        None => Vec::new(),
    }
}

/// Kinds of alerts with their classes, those that can be written in a marker.
fn alerts(value: Option<&Value>) -> Vec<(String, String)> {
    let is_kind = |kind: &str| {
        !kind.is_empty() && kind.len() <= 40 && kind.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
    };
    let map = value.and_then(Value::as_object);
    let given =
        map.into_iter().flatten().filter_map(|(kind, classes)| Some((kind.trim().to_ascii_uppercase(), classes.as_str()?)));
    let mut kept: Vec<(String, String)> = Vec::new();
    for (kind, classes) in given.filter(|(kind, _)| is_kind(kind)).take(MOST_ALERTS) {
        if kept.iter().all(|(known, _)| *known != kind) {
            kept.push((kind, self::classes(classes)));
        }
    }
    kept
}

/// The names of classes, without those that the page has for its segments.
fn classes(written: &str) -> String {
    let is_class = |name: &&str| {
        !["seg", "alert"].contains(name) && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':'))
    };
    written.split_ascii_whitespace().filter(is_class).take(20).collect::<Vec<_>>().join(" ")
}

fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Notation, read};

    #[test]
    fn alerts_and_extensions_are_read() {
        let text = r#"{"build": {"content": "**/*.md", "markdownEngineProperties": {
            "alerts": {"todo": "alert alert-secondary <b>", "a b": "x", "NOTE": 1},
            "markdigExtensions": ["FootNotes", "abbreviations", {"HardlineBreaks": {}}, "figures", "figures"]}}}"#;
        let (docfx, findings) = read(Notation::Json, text);
        assert_eq!(docfx.dialect.alerts, [("TODO".to_owned(), "alert-secondary".to_owned())]);
        assert!(docfx.dialect.hard_breaks);
        let messages: Vec<&str> = findings.iter().map(|f| f.message.as_str()).collect();
        assert_eq!(messages, ["these extensions of Markdown are not read: `abbreviations`, `figures`"]);
        assert_eq!(&text[findings[0].span.range()], "\"abbreviations\"");
    }

    #[test]
    fn without_them_nothing_is_added() {
        for properties in ["{}", "1", r#"{"alerts": [], "markdigExtensions": "tasklists"}"#] {
            let (docfx, findings) =
                read(Notation::Json, &format!(r#"{{"build": {{"content": "*.md", "markdownEngineProperties": {properties}}}}}"#));
            assert_eq!((docfx.dialect, findings.len()), (Default::default(), 0), "{properties}");
        }
    }
}
