//! Excerpts with carets, as rustc prints them.
//!
//! In: a diagnostic and a renderer made once. Out: its report and an empty line.
//! Never: reads the file again; the excerpt in the diagnostic is all there is.

use super::escape::{Excerpt, escape};
use super::{Color, Diagnostic, Severity};
use crate::diag::Location;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::fmt::Write;

/// A renderer for any number of diagnostics.
pub(super) fn renderer(color: Color) -> Renderer {
    match color {
        Color::Never => Renderer::plain(),
        Color::Always => Renderer::styled(),
    }
}

pub(super) fn write(renderer: &Renderer, diagnostic: &Diagnostic, out: &mut String) {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let title = level.primary_title(escape(&diagnostic.message)).id(diagnostic.code.name());
    let (same_line, elsewhere) = split_related(diagnostic);
    let mut group = Group::with_title(title);
    if let Some(location) = &diagnostic.location {
        group = place(group, location, &same_line);
    } else if !diagnostic.file.is_empty() {
        group = group.element(Origin::path(escape(&diagnostic.file)));
    }
    if !diagnostic.help.is_empty() {
        group = group.element(Level::HELP.message(escape(&diagnostic.help)));
    }
    let mut report = vec![group];
    for (location, label) in &elsewhere {
        report.push(place(Group::with_title(Level::NOTE.secondary_title(escape(label))), location, &[]));
    }
    let places: Vec<_> = diagnostic.location.iter().chain(elsewhere.iter().map(|(location, _)| location)).collect();
    put_places(&renderer.render(&report), &escape(&diagnostic.file), &places, out);
    out.push_str("\n\n");
}

type Related<'a> = Vec<&'a (Location, String)>;

/// Related places that are in the excerpt of the diagnostic, and the others.
fn split_related(diagnostic: &Diagnostic) -> (Related<'_>, Related<'_>) {
    let here = |other: &Location| {
        let own = diagnostic.location.as_ref();
        own.is_some_and(|own| own.start.line == other.start.line && own.cut == other.cut && own.excerpt == other.excerpt)
    };
    diagnostic.related.iter().partition(|(location, _)| here(location))
}

/// Stands for a place in the report until the true one is put in. Everything else in a report is escaped.
const PLACE: &str = "\u{1}";

/// Adds `--> file:line:column` and the excerpt.
fn place<'a>(group: Group<'a>, location: &'a Location, related: &[&'a (Location, String)]) -> Group<'a> {
    let excerpt = Excerpt::new(&location.excerpt, if location.cut > 0 { "..." } else { "" });
    let mut annotations = vec![annotation(AnnotationKind::Primary, &excerpt, location)];
    for (other, label) in related {
        annotations.push(annotation(AnnotationKind::Context, &excerpt, other).label(escape(label)));
    }
    group.element(Snippet::source(excerpt.text).path(PLACE).line_start(location.start.line).annotations(annotations))
}

/// Puts the true places in: the crate counts columns in the excerpt, which may be cut and is escaped.
fn put_places(report: &str, file: &str, places: &[&Location], out: &mut String) {
    let mut parts = report.split(PLACE);
    out.push_str(parts.next().unwrap_or_default());
    for (part, place) in parts.zip(places) {
        write!(out, "{file}:{}:{}", place.start.line, place.start.column).expect("a string takes any text");
        out.push_str(part.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit()));
    }
}

fn annotation<'a>(kind: AnnotationKind, excerpt: &Excerpt, location: &Location) -> Annotation<'a> {
    let index = |column: usize| (column - 1).saturating_sub(location.cut);
    let start = excerpt.offset(index(location.start.column));
    let end = match location.end.line == location.start.line {
        true => excerpt.offset(index(location.end.column)),
        false => excerpt.text.len(),
    };
    kind.span(start..end.max(start))
}

#[cfg(test)]
mod tests {
    use crate::diag::render::{Color, Format, render};
    use crate::diag::{Diagnostic, Finding, codes, locate};
    use snapbox::{assert_data_eq, str};

    fn human(findings: Vec<Finding>, text: &str) -> String {
        render(&locate(findings, &"it-IT/a.md".into(), text, None), Format::Human, Color::Never)
    }

    #[test]
    fn a_report_with_carets_help_and_other_places() {
        let text = "# Uno\n\nciao <span data-ttu-id=\"f829b-102\">Due e tre.\n\nfine\n";
        let finding =
            Finding::new(codes::UNIT_UNCLOSED, (12..17).into(), "the unit `f829b-102` is never closed", "add `</span>`")
                .with_related((7..11).into(), "in this block")
                .with_related((2..5).into(), "the page starts here");
        assert_data_eq!(
            human(vec![finding], text),
            str![[r#"
error[unit-unclosed]: the unit `f829b-102` is never closed
 --> it-IT/a.md:3:6
  |
3 | ciao <span data-ttu-id="f829b-102">Due e tre.
  | ---- ^^^^^
  | |
  | in this block
  |
  = help: add `</span>`
note: the page starts here
 --> it-IT/a.md:1:3
  |
1 | # Uno
  |   ^^^


"#]]
        );
    }

    #[test]
    fn long_lines_and_hostile_ones_keep_their_place() {
        let text = format!("{}<x>{}", "è".repeat(1000), "b".repeat(1000));
        let at = text.find('<').expect("it is there");
        assert_data_eq!(
            human(vec![Finding::new(codes::UNKNOWN_TAG, (at..at + 3).into(), "m", "h")], &text),
            str![[r#"
warning[unknown-tag]: m
 --> it-IT/a.md:1:1001
  |
1 | ...èèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèè<x>bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb...
  |                                                                ^^^
  |
  = help: h


"#]]
        );
        let text = "a\u{202e}\t\u{1b}[2J<x> 日本<y>";
        let at = text.find("<y>").expect("it is there");
        assert_data_eq!(
            human(vec![Finding::new(codes::UNKNOWN_TAG, (at..at + 3).into(), "m", "h")], text),
            str![[r#"
warning[unknown-tag]: m
 --> it-IT/a.md:1:14
  |
1 | a/u{202e}    /u{1b}[2J<x> 日本<y>
  |                               ^^^
  |
  = help: h


"#]]
        );
    }

    #[test]
    fn points_ends_and_empty_files() {
        let point = |at: usize| Finding::new(codes::FRONT_MATTER_MISSING, (at..at).into(), "m", "");
        assert_data_eq!(
            human(vec![point(0)], ""),
            str![[r#"
warning[front-matter-missing]: m
 --> it-IT/a.md:1:1
  |
1 |
  | ^


"#]]
        );
        assert_data_eq!(
            human(vec![point(2)], "ab\n"),
            str![[r#"
warning[front-matter-missing]: m
 --> it-IT/a.md:1:3
  |
1 | ab
  |   ^


"#]]
        );
        let over = Finding::new(codes::UNIT_CROSSES_BLOCK, (1..6).into(), "m", "");
        assert_data_eq!(
            human(vec![over], "ab\n\ncd\n"),
            str![[r#"
error[unit-crosses-block]: m
 --> it-IT/a.md:1:2
  |
1 | ab
  |  ^


"#]]
        );
    }

    #[test]
    fn a_file_and_a_site_have_no_excerpt() {
        let all = [
            Diagnostic::of_file(codes::FILE_BINARY, "a.md", "binary", "remove it"),
            Diagnostic::of_file(codes::BASE_URL_MISSING, "", "no `base_url`", "add it"),
        ];
        assert_data_eq!(
            render(&all, Format::Human, Color::Never),
            str![[r#"
error[file-binary]: binary
--> a.md
 = help: remove it

info[base-url-missing]: no `base_url`
 |
 = help: add it


"#]]
        );
    }
}
