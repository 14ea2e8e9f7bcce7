//! Groups of zone pivots: between what readers choose on a page.
//!
//! In: the text of `zone-pivot-groups.yml`, or the same in JSON. Out: [`PivotGroup`]s and findings. Never: fails; what cannot be read is
//! left out.

use crate::diag::{Finding, codes};
use crate::model::Yaml;
use crate::parse;
use crate::source::Span;

/// Largest file that is read, in bytes.
const LIMIT_BYTES: usize = 1 << 20;
/// Most faults of one file that are reported.
const LIMIT_REPORTED: usize = 20;

/// What a reader can choose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pivot {
    /// Its name in zones.
    pub id: String,
    /// What readers see.
    pub title: String,
}

/// Pivots of which a reader chooses one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PivotGroup {
    /// Its name in `zone_pivot_groups`.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What readers are asked; may be empty.
    pub prompt: String,
    /// In the order of the file.
    pub pivots: Vec<Pivot>,
}

impl PivotGroup {
    /// The group in the words of this definition, with the pivots of `source` that it lacks behind its own.
    pub fn over(mut self, source: Option<&PivotGroup>) -> Self {
        let Some(source) = source else { return self };
        for pivot in &source.pivots {
            if !self.pivots.iter().any(|own| own.id == pivot.id) {
                self.pivots.push(pivot.clone());
            }
        }
        self
    }
}

/// Reads a definition.
pub fn read(path: &str, text: &str, findings: &mut Vec<Finding>) -> Vec<PivotGroup> {
    let mut reader = Reader { text, cursor: 0, findings, reported: 0 };
    if text.len() > LIMIT_BYTES {
        reader.fault(0, "the file is larger than 1 MiB".to_owned());
        return Vec::new();
    }
    let is_json = path.to_ascii_lowercase().ends_with(".json");
    // YAML reads JSON, but knows no tabs.
    let without_tabs = if is_json { text.replace('\t', " ") } else { String::new() };
    match parse::yaml_document(if is_json { &without_tabs } else { text }) {
        Ok(value) => reader.groups(&value),
        Err(problem) => {
            reader.fault(problem.offset, format!("the definition is not valid YAML: {}", problem.message));
            Vec::new()
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    /// Behind the name that was read last.
    cursor: usize,
    findings: &'a mut Vec<Finding>,
    reported: usize,
}

impl Reader<'_> {
    fn groups(&mut self, value: &Yaml) -> Vec<PivotGroup> {
        let Some(Yaml::List(items)) = get(value, "groups") else {
            self.fault(0, "the definition has no list `groups`".to_owned());
            return Vec::new();
        };
        let mut groups: Vec<PivotGroup> = Vec::new();
        for item in items {
            let Some((id, title)) = self.named(item, "group") else { continue };
            if groups.iter().any(|group| group.id == id) {
                self.fault(self.cursor, format!("the group `{}` is defined twice; the first counts", parse::shown(&id)));
                continue;
            }
            let pivots = self.pivots(item, &id);
            let prompt = text(item, "prompt").unwrap_or_default().to_owned();
            groups.push(PivotGroup { id, title, prompt, pivots });
        }
        groups
    }

    fn pivots(&mut self, group: &Yaml, id: &str) -> Vec<Pivot> {
        let Some(Yaml::List(items)) = get(group, "pivots") else {
            self.fault(self.cursor, format!("the group `{}` has no list `pivots`", parse::shown(id)));
            return Vec::new();
        };
        let mut pivots: Vec<Pivot> = Vec::new();
        for item in items {
            let Some((id, title)) = self.named(item, "pivot") else { continue };
            let is_name = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            if pivots.iter().any(|pivot| pivot.id == id) {
                self.fault(self.cursor, format!("the pivot `{}` is defined twice; the first counts", parse::shown(&id)));
            } else if !is_name {
                self.fault(self.cursor, format!("`{}` is no name of a pivot", parse::shown(&id)));
            } else {
                pivots.push(Pivot { id, title });
            }
        }
        pivots
    }

    /// The id of an entry, and its title or the id again.
    fn named(&mut self, item: &Yaml, what: &str) -> Option<(String, String)> {
        let Some(id) = text(item, "id") else {
            self.fault(self.cursor, format!("a {what} has no `id`"));
            return None;
        };
        if let Some(at) = memchr::memmem::find(&self.text.as_bytes()[self.cursor..], id.as_bytes()) {
            self.cursor += at;
        }
        Some((id.to_owned(), text(item, "title").unwrap_or(id).to_owned()))
    }

    fn fault(&mut self, at: usize, message: String) {
        self.reported += 1;
        if self.reported > LIMIT_REPORTED {
            return;
        }
        let mut at = at.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let help = "write `groups` with `id`, `title`, `prompt` and `pivots`, each of these with `id` and `title`";
        self.findings.push(Finding::new(codes::ZONE_PIVOT_FILE_INVALID, Span::new(at, at), message, help));
    }
}

fn get<'a>(value: &'a Yaml, key: &str) -> Option<&'a Yaml> {
    match value {
        Yaml::Map(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, value)| value),
        _ => None,
    }
}

fn text<'a>(value: &'a Yaml, key: &str) -> Option<&'a str> {
    get(value, key).and_then(Yaml::text).map(str::trim).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_and_their_faults() {
        let text = "### YamlMime:ZonePivotGroups\ngroups:\n- id: lang\n  title: Sprache\n  prompt: Welche?\n  pivots:\n  \
                    - id: rust\n    title: Rust\n  - id: go\n  - id: go\n  - id: C#\n  - title: x\n- id: lang\n- id: os\n- 5\n";
        let mut findings = Vec::new();
        let groups = read("zone-pivot-groups.yml", text, &mut findings);
        let ids: Vec<(&str, usize)> = groups.iter().map(|g| (g.id.as_str(), g.pivots.len())).collect();
        assert_eq!(ids, [("lang", 2), ("os", 0)]);
        assert_eq!((groups[0].pivots[1].title.as_str(), groups[0].prompt.as_str()), ("go", "Welche?"));
        let messages: Vec<&str> = findings.iter().map(|f| f.message.as_str()).collect();
        assert_eq!(
            messages,
            [
                "the pivot `go` is defined twice; the first counts",
                "`C#` is no name of a pivot",
                "a pivot has no `id`",
                "the group `lang` is defined twice; the first counts",
                "the group `os` has no list `pivots`",
                "a group has no `id`",
            ]
        );
    }

    #[test]
    fn other_texts_are_faults() {
        for (path, text) in [("a.yml", "groups: 5"), ("a.yml", "a: [b"), ("a.yml", ""), ("a.json", "[]"), ("a.yml", "\u{0}")] {
            let mut findings = Vec::new();
            assert!(read(path, text, &mut findings).is_empty() && findings.len() == 1, "{text}: {findings:?}");
        }
        let mut findings = Vec::new();
        let json = "{\"groups\": [{\"id\": \"a\",\t\"pivots\": [{\"id\": \"b\"}]}]}";
        assert_eq!(read("a.json", json, &mut findings)[0].pivots[0].title, "b");
        assert!(findings.is_empty());
    }
}
