//! One SARIF 2.1.0 document, as code scanning services read it.
//!
//! In: all diagnostics of a run. Out: the document on one line, with a rule for each code that occurs.
//! Specification: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/>. Never: an absolute path or a time.

use super::{Diagnostic, Severity, json};
use crate::diag::{Code, Location};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

/// What may stand in the path of an address as it is.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

pub(super) fn write(diagnostics: &[&Diagnostic], out: &mut String) {
    let mut codes: Vec<Code> = diagnostics.iter().map(|d| d.code).collect();
    codes.sort_by_key(|code| code.name());
    codes.dedup();
    let results: Vec<Value> = diagnostics.iter().map(|d| result(d, &codes)).collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "diglot",
                "version": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": codes.iter().map(|code| rule(*code)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    json::push(&document, out);
    out.push('\n');
}

fn rule(code: Code) -> Value {
    json!({
        "id": code.name(),
        "shortDescription": { "text": message(code.summary()) },
        "help": { "text": code.page(), "markdown": code.page() },
        "defaultConfiguration": { "level": level(code.severity()) },
    })
}

fn result(diagnostic: &Diagnostic, codes: &[Code]) -> Value {
    let index = codes.iter().position(|code| *code == diagnostic.code);
    let mut text = message(&diagnostic.message);
    if !diagnostic.help.is_empty() {
        text = format!("{text}\nhelp: {}", message(&diagnostic.help));
    }
    let mut result = json!({
        "ruleId": diagnostic.code.name(),
        "ruleIndex": index,
        "level": level(diagnostic.severity),
        "message": { "text": text },
    });
    if !diagnostic.file.is_empty() {
        result["locations"] = json!([location(&diagnostic.file, diagnostic.location.as_ref())]);
    }
    if !diagnostic.related.is_empty() {
        result["relatedLocations"] = diagnostic.related.iter().map(|(place, label)| related(diagnostic, place, label)).collect();
    }
    if let Some(locale) = &diagnostic.locale {
        result["properties"] = json!({ "locale": &**locale });
    }
    result
}

fn related(diagnostic: &Diagnostic, place: &Location, label: &str) -> Value {
    let mut value = location(&diagnostic.file, Some(place));
    value["message"] = json!({ "text": message(label) });
    value
}

fn location(file: &str, place: Option<&Location>) -> Value {
    let mut physical =
        json!({ "artifactLocation": { "uri": utf8_percent_encode(file, PATH).to_string(), "uriBaseId": "%SRCROOT%" } });
    if let Some(place) = place {
        physical["region"] = json!({
            "startLine": place.start.line,
            "startColumn": place.start.column,
            "endLine": place.end.line,
            "endColumn": place.end.column,
        });
    }
    json!({ "physicalLocation": physical })
}

/// Text of a message. A viewer makes links of `[text](address)` in it, so brackets of the content are escaped.
fn message(text: &str) -> String {
    if text.contains("](") { text.replace('[', "\\[").replace(']', "\\]") } else { text.to_owned() }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

#[cfg(test)]
mod tests {
    use crate::diag::render::{Color, Format, render};
    use crate::diag::{Diagnostic, Finding, codes, locate};
    use serde_json::Value;

    fn document(all: &[Diagnostic]) -> Value {
        serde_json::from_str(&render(all, Format::Sarif, Color::Never)).expect("valid JSON")
    }

    #[test]
    fn a_run_without_findings_is_a_document_too() {
        let run = &document(&[])["runs"][0];
        assert_eq!(run["results"], Value::Array(Vec::new()));
        assert_eq!(run["tool"]["driver"]["name"], "diglot");
    }

    #[test]
    fn results_point_at_rules_and_places() {
        let finding = Finding::new(codes::LINK_TARGET_MISSING, (3..5).into(), "no [x](y)", "h").with_related((0..1).into(), "l");
        let mut all = locate(vec![finding], &"a b/è%.md".into(), "a\nbcd", Some(&"it-IT".into()));
        all.push(Diagnostic::of_file(codes::BASE_URL_MISSING, "", "m", ""));
        let run = &document(&all)["runs"][0];
        let first = &run["results"][0];
        assert_eq!(run["tool"]["driver"]["rules"][1]["id"], "link-target-missing");
        assert_eq!((&first["ruleIndex"], &first["level"]), (&1.into(), &"error".into()));
        assert_eq!(first["message"]["text"], "no \\[x\\](y)\nhelp: h");
        let place = &first["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "a%20b/%C3%A8%25.md");
        assert_eq!((&place["region"]["startLine"], &place["region"]["startColumn"]), (&2.into(), &2.into()));
        assert_eq!(first["relatedLocations"][0]["message"]["text"], "l");
        assert_eq!(run["results"][1].get("locations"), None);
        assert_eq!(run["results"][1]["level"], "note");
    }
}
