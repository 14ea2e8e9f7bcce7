//! Events to HTML: code snippets.
//!
//! In: a snippet in a view, and the file it leads to. Out: its lines as a block of code, in the shape that DocFX gives them.
//! Never: an empty block where lines were meant; then the name of the file stands there.

use super::blocks::Kind;
use super::segments::Mode;
use super::writer::Writer;
use crate::compose::select::{Problem, select};
use crate::compose::snippet::{Odd, Snippet};
use crate::diag::{Code, codes};
use crate::markdown::TagEnd;
use crate::markdown::html::{escape_attribute, escape_text};
use crate::model::Side;
use crate::parse::shown;
use crate::render::code;
use crate::source::Span;

impl Writer<'_, '_> {
    pub(super) fn snippet(&mut self, snippet: &Snippet, place: Span) {
        self.pass_over(place, place.start);
        if self.mode == Mode::Capture {
            return;
        }
        let included = self.side.included;
        let original = self.side.view.original_span(place);
        let file = match included.find(&snippet.path, original, Side::Target) {
            Ok((_, file)) => file,
            Err(nowhere) => {
                let message = format!("the code file `{}` {}", shown(&snippet.path), nowhere.reason());
                let help = "correct the path, or put the file into a folder of the site; until then its name is shown";
                self.report(codes::SNIPPET_MISSING, place, message, help);
                return self.snippet_note(snippet, place);
            }
        };
        self.snippet_problems(snippet, place);
        if let Some((code, message, help)) = included.origin("code", &snippet.path, original, file) {
            self.report(code, place, message, help);
        }
        let (code, problems) = select(&file.source.text, snippet);
        for problem in &problems {
            let (code, message, help) = explained(problem, &snippet.path);
            self.report(code, place, message, help);
        }
        if code.trim().is_empty() {
            self.snippet_note(snippet, place);
        } else if included.has_room(code.len()) {
            self.snippet_code(snippet, &code, place);
        } else {
            let message = format!("with `{}` the page includes more than 32 MiB", shown(&snippet.path));
            self.report(codes::INCLUDE_LIMIT, place, message, "show fewer lines; until then the name of the file is shown");
            self.snippet_note(snippet, place);
        }
    }

    /// Reports what is wrong with a snippet whose lines are shown all the same.
    fn snippet_problems(&mut self, snippet: &Snippet, place: Span) {
        for odd in &snippet.odd {
            let (code, message, help) = match odd {
                Odd::Attribute(name) => (
                    codes::CODE_INVALID,
                    format!("`:::code` has no attribute `{}`", shown(name)),
                    "take it out, or correct its name; the lines are shown all the same",
                ),
                Odd::Lines(lines) => (
                    codes::SNIPPET_RANGE,
                    format!("`{}` says no lines", shown(lines)),
                    "write lines as `1-3,7,9-`; without it the others are shown, or all",
                ),
            };
            self.report(code, place, message, help);
        }
        if let Some(extension) = snippet.unknown_extension().filter(|extension| !code::is_known(extension)) {
            let message = match extension.is_empty() {
                true => format!("`{}` has no extension that says its language", shown(&snippet.path)),
                false => format!("the extension `{}` says no language", shown(&extension)),
            };
            self.report(codes::SNIPPET_LANGUAGE, place, message, "name the language of the code; nothing, if it is none");
        }
        let segments = &self.side.view.segments;
        let first = segments.partition_point(|(segment, _)| segment.start <= place.start);
        if let Some((segment, _)) = segments.get(first).filter(|(segment, _)| segment.start < place.end) {
            let message = "a unit stands in the name or title of a code snippet, of which the page shows no text";
            self.report(codes::UNIT_IN_ATTRIBUTE, *segment, message, "take the tags out");
        }
    }

    fn snippet_code(&mut self, snippet: &Snippet, lines: &str, place: Span) {
        let mut open = String::from("<pre dir=\"ltr\"><code");
        let language: String =
            snippet.language().chars().filter(|c| c.is_ascii_alphanumeric() || "+#-_.".contains(*c)).take(40).collect();
        let class = if language.is_empty() { String::new() } else { format!("lang-{language}") };
        let attributes = [
            ("class", class.as_str()),
            ("name", &snippet.label),
            ("title", &snippet.title),
            ("data-interactive", if snippet.is_interactive { &language } else { "" }),
            ("data-interactive-mode", &snippet.interactive),
            ("highlight-lines", &snippet.highlight),
        ];
        for (name, value) in attributes.into_iter().filter(|(_, value)| !value.is_empty()) {
            open.push_str(&format!(" {name}=\""));
            escape_attribute(value, &mut open);
            open.push('"');
        }
        open.push('>');
        self.push(&open, "</code></pre>\n", Kind::Other, place);
        if !self.sanitizer.is_dropping() {
            match code::paint(&language.to_lowercase(), lines) {
                Some(html) => self.out.push_str(&html),
                None => escape_text(lines, &mut self.out),
            }
        }
        self.end_block(TagEnd::Paragraph);
    }

    /// A warning with the name of a file whose lines cannot be shown.
    fn snippet_note(&mut self, snippet: &Snippet, place: Span) {
        let mut open =
            String::from("<div class=\"WARNING alert alert-warning missing-snippet\" role=\"note\">\n<p class=\"alert-title\">");
        escape_text(&self.side.labels.alerts[4], &mut open);
        self.push(&(open + "</p>\n<p>"), "</p></div>\n", Kind::Other, place);
        if !self.sanitizer.is_dropping() {
            let name = snippet.path.rsplit('/').next().unwrap_or(&snippet.path);
            let label = if snippet.title.is_empty() { &snippet.label } else { &snippet.title };
            if !label.is_empty() && label != name && *label != snippet.path {
                escape_text(label, &mut self.out);
                self.out.push_str(": ");
            }
            self.out.push_str("<code dir=\"ltr\">");
            escape_text(&snippet.path, &mut self.out);
            self.out.push_str("</code>");
        }
        self.end_block(TagEnd::Paragraph);
    }
}

/// A problem as a finding says it.
fn explained(problem: &Problem, path: &str) -> (Code, String, &'static str) {
    let path = shown(path);
    match problem {
        Problem::NoTag(tag) => {
            let message = format!("`{path}` has no tag `{}`", shown(tag));
            (codes::SNIPPET_TAG_MISSING, message, "correct the name of the tag, or put it into the file")
        }
        Problem::NoEnd(tag) => {
            let message = format!("the tag `{}` of `{path}` is opened and never closed", shown(tag));
            (codes::SNIPPET_TAG_MISSING, message, "close the tag in the file")
        }
        Problem::SeveralCells(tag) => {
            let message = format!("`{path}` has several cells `{}`; the first is shown", shown(tag));
            (codes::SNIPPET_TAG_MISSING, message, "give each cell a name of its own")
        }
        Problem::NoCell(tag) if tag.is_empty() => {
            let message = format!("`{path}` has no cell of code");
            (codes::SNIPPET_TAG_MISSING, message, "name a cell by its metadata, as in `?name=cell`")
        }
        Problem::NoCell(tag) => {
            let message = format!("`{path}` has no cell with the name `{}` in its metadata", shown(tag));
            (codes::SNIPPET_TAG_MISSING, message, "correct the name, or put it into the metadata of the cell")
        }
        Problem::Language(language) => {
            let message = format!("`{}` is no language whose comments are known; all kinds of comments count", shown(language));
            (codes::SNIPPET_LANGUAGE, message, "correct the name of the language; nothing, if the right lines are shown")
        }
        Problem::NotNotebook => {
            (codes::SNIPPET_MISSING, format!("`{path}` is no notebook"), "name a file in the format of Jupyter notebooks")
        }
        Problem::Range(range, lines) => {
            let message = format!("the lines `{range}` leave `{path}`, which has {lines}");
            (codes::SNIPPET_RANGE, message, "correct the range; what is there of it is shown")
        }
        Problem::Empty => (codes::SNIPPET_RANGE, format!("no line of `{path}` is left to show"), "choose other lines"),
    }
}
