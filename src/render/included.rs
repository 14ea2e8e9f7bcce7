//! The files that one page includes: which stretch of the page's places belongs to which file.
//!
//! In: the library and the page's own place. Out: files in the order they are met, and findings of a page told apart by file.
//! Never: includes without end; number, size and depth are bounded.
//!
//! A page and what it includes share one range of places, as if the files stood behind each other: the page's own text first, then
//! that of each included file. So everything that renders, resolves a link or reports a finding knows only of spans.

use super::library::{Library, LibraryFile, Nowhere};
use super::past::taken;
use crate::diag::{Code, Diagnostic, Finding, codes, locate};
use crate::model::{Document, Side};
use crate::parse::shown;
use crate::resolve::Place;
use crate::source::Span;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::sync::Arc;

/// Files a page may include, one file counted as often as it is included.
const LIMIT_COUNT: usize = 1_000;
/// Bytes of all of them.
const LIMIT_BYTES: usize = 32 << 20;
/// How deep they may include each other.
const LIMIT_DEPTH: usize = 32;

/// What a page includes.
pub struct Included<'a> {
    library: &'a Library,
    place: Place<'a>,
    /// Path of the page that was aligned with it, whose originals are shown.
    original: Option<&'a str>,
    /// Behind the text of the page.
    end: usize,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    /// Whether the text that is rendered is the original.
    is_original: bool,
    instances: Vec<Instance>,
    /// Keys that are taken, with how often each.
    keys: FxHashMap<String, u32>,
    units: u32,
    pass: Pass,
    /// The same for the other language, where both are rendered by turns.
    other: Pass,
}

/// What is counted while one language of the page is rendered.
#[derive(Default)]
struct Pass {
    nth: FxHashMap<(u32, bool), u32>,
    count: usize,
    bytes: usize,
    reported: bool,
}

/// A file at one place of the page.
#[derive(Debug, Clone)]
struct Instance {
    file: u32,
    nth: u32,
    /// Whether its units are segments of the page.
    has_units: bool,
    /// Where its text begins in the range of places.
    base: usize,
    /// Number of its first unit.
    first_unit: u32,
    keys: Vec<String>,
    /// Where it is included.
    at: Span,
}

/// How an include stands in its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Outside of segments; the units of the file are segments.
    Alone,
    /// In a segment of that side, which may be another file's.
    InSegment(Side),
}

/// A file that is included now.
pub(super) struct Entered<'a> {
    pub file: &'a LibraryFile,
    pub base: usize,
    pub first_unit: u32,
    pub keys: Vec<String>,
    /// What is to be said of where it comes from.
    pub origin: Option<(Code, String, &'static str)>,
}

/// Why a file is not included: which finding, and its message; without a message it was said before.
pub(super) struct Refused(pub Code, pub String, pub &'static str);

impl<'a> Included<'a> {
    /// A page at `place` with that text, which includes nothing yet.
    pub fn new(library: &'a Library, place: Place<'a>, text: &str) -> Self {
        Self { library, place, original: None, end: text.len(), state: RefCell::default() }
    }

    /// The same of a page whose originals stand in another file, at `path` and of `length` bytes.
    #[must_use]
    pub fn with_original(self, path: &'a str, length: usize) -> Self {
        Self { original: Some(path), end: self.end.max(length), ..self }
    }

    /// Goes on with what stands in the file of that side.
    pub(super) fn of_side(&self, side: Side) {
        self.state.borrow_mut().is_original = side == Side::Source;
    }

    /// The same for a page whose text stands in the file with escapes, and may be longer than there.
    pub(super) fn escaped(library: &'a Library, place: Place<'a>, text: &str) -> Self {
        Self { end: text.len() * 2, ..Self::new(library, place, text) }
    }

    /// Begins one language of the page, or both where they are rendered by turns.
    pub(super) fn begin(&self) {
        let state = &mut *self.state.borrow_mut();
        (state.pass, state.other) = (Pass::default(), Pass::default());
    }

    /// Goes on with the other language of the page, where it was left.
    pub(super) fn turn(&self) {
        let state = &mut *self.state.borrow_mut();
        std::mem::swap(&mut state.pass, &mut state.other);
    }

    /// Whether a place is one of an included file.
    pub(super) fn is_beyond(&self, at: usize) -> bool {
        at > self.end
    }

    /// Place of the file that a span of the page's range belongs to.
    pub fn place(&self, at: usize) -> Place<'a> {
        match self.instance(at) {
            Some(file) => Place { path: &self.library.file(file).path, ..self.place },
            None => Place { path: self.own_path(), ..self.place },
        }
    }

    fn own_path(&self) -> &'a str {
        self.original.filter(|_| self.state.borrow().is_original).unwrap_or(self.place.path)
    }

    fn instance(&self, at: usize) -> Option<u32> {
        if at <= self.end {
            return None;
        }
        let state = self.state.borrow();
        holder(&state.instances, at).map(|i| state.instances[i].file)
    }

    /// The file that the reference at `at` of a page or an included file leads to.
    pub(super) fn find(&self, path: &str, at: Span, side: Side) -> Result<(u32, &'a LibraryFile), Nowhere> {
        let found = self.library.find(&self.place(at.start), path, side)?;
        Ok((found, self.library.file(found)))
    }

    /// Whether that file is of another locale than the page.
    fn is_foreign(&self, file: &LibraryFile) -> bool {
        file.locale != self.place.locale
    }

    /// What is to be said of where that file comes from, if it is not where the reference says: which finding, message and help.
    pub(super) fn origin(&self, what: &str, path: &str, at: Span, file: &LibraryFile) -> Option<(Code, String, &'static str)> {
        let written = shown(path);
        if let Some(commit) = &file.commit {
            let (message, help) = taken(&format!("{what} file"), &written, commit, &file.tag);
            return Some((codes::FILE_FROM_HISTORY, message, help));
        }
        let moved = self.library.is_elsewhere(&self.place(at.start), path, file).then(|| {
            let message = format!("the {what} file `{written}` moved; `{}` is taken instead", shown(&file.path));
            (codes::INCLUDE_REDIRECTED, message, "name the file at the place where it is now")
        });
        let code = if what == "code" { codes::SNIPPET_FROM_SOURCE } else { codes::INCLUDE_FROM_SOURCE };
        moved.or_else(|| {
            let message = format!("the {what} file `{written}` is taken from {}", file.tag);
            let help = match what {
                "code" => "nothing; put a file at the same path to use that one",
                _ => "nothing; put a translated file at the same path to use that one",
            };
            self.is_foreign(file).then_some((code, message, help))
        })
    }

    /// Includes the file that `path` means, for the reference at `at`.
    pub(super) fn enter(&self, path: &str, at: Span, standing: Standing, own: &Document) -> Result<Entered<'a>, Refused> {
        let side = if let Standing::InSegment(side) = standing { side } else { Side::Target };
        let missing = |reason: String| {
            let message = format!("the included file `{}` {reason}", shown(path));
            Refused(codes::INCLUDE_MISSING, message, "correct the path, or remove the include; until then it is shown as text")
        };
        let (number, file) = self.find(path, at, side).map_err(|nowhere| missing(nowhere.reason()))?;
        if !is_markdown(&file.path) {
            return Err(missing("is not Markdown".into()));
        }
        self.bounded(number, file, at)?;
        let (base, first_unit, keys) = self.instance_of((number, standing == Standing::Alone), at, own);
        Ok(Entered { file, base, first_unit, keys, origin: self.origin("included", path, at, file) })
    }

    /// Counts the text of a snippet; says whether there is room for it.
    pub(super) fn has_room(&self, bytes: usize) -> bool {
        let mut state = self.state.borrow_mut();
        state.pass.bytes += bytes;
        state.pass.bytes <= LIMIT_BYTES
    }

    fn bounded(&self, number: u32, file: &LibraryFile, at: Span) -> Result<(), Refused> {
        let chain = self.chain(at.start);
        let is_page = file.locale == self.place.locale && *file.path == *self.place.path;
        if is_page || chain.contains(&number) {
            return Err(self.cycle(&chain, file));
        }
        let help = "include fewer files, or put them together; until then it is shown as text";
        if chain.len() >= LIMIT_DEPTH {
            return Err(Refused(codes::INCLUDE_LIMIT, format!("files include each other deeper than {LIMIT_DEPTH}"), help));
        }
        let mut state = self.state.borrow_mut();
        let pass = &mut state.pass;
        pass.count += 1;
        pass.bytes += file.source.text.len();
        if pass.count <= LIMIT_COUNT && pass.bytes <= LIMIT_BYTES {
            return Ok(());
        }
        let said = std::mem::replace(&mut pass.reported, true);
        let message = format!("the page includes more than {LIMIT_COUNT} files or {} MiB", LIMIT_BYTES >> 20);
        Err(Refused(codes::INCLUDE_LIMIT, if said { String::new() } else { message }, help))
    }

    fn cycle(&self, chain: &[u32], file: &LibraryFile) -> Refused {
        let page = format!("`{}`", self.place.path);
        let files = chain.iter().rev().map(|f| format!("`{}`", self.library.file(*f).path));
        let whole: Vec<String> = std::iter::once(page).chain(files).chain([format!("`{}`", file.path)]).collect();
        let message = format!("the files include each other in a circle: {}", whole.join(" \u{2192} "));
        Refused(codes::INCLUDE_CYCLE, message, "remove one of these includes; until then it is shown as text")
    }

    /// The files around a place, the innermost first.
    fn chain(&self, at: usize) -> Vec<u32> {
        let state = self.state.borrow();
        let mut chain = Vec::new();
        let mut at = at;
        while at > self.end
            && let Some(instance) = holder(&state.instances, at).map(|i| &state.instances[i])
        {
            chain.push(instance.file);
            at = instance.at.start;
        }
        chain
    }

    /// The place in the page's range of a file that is included once more. Both languages of a page find the same one.
    fn instance_of(&self, (number, has_units): (u32, bool), at: Span, own: &Document) -> (usize, u32, Vec<String>) {
        let document = &self.library.file(number).document;
        let state = &mut *self.state.borrow_mut();
        let nth = state.pass.nth.entry((number, has_units)).or_insert(0);
        *nth += 1;
        let nth = *nth;
        if let Some(known) = state.instances.iter().find(|i| i.file == number && i.nth == nth && i.has_units == has_units) {
            return (known.base, known.first_unit, known.keys.clone());
        }
        if state.instances.is_empty() {
            state.units = own.units.len() as u32;
            super::article::own_keys(own, &mut state.keys);
        }
        let last = state.instances.last().map_or(self.end, |i| i.base + self.library.file(i.file).source.text.len());
        let mut instance =
            Instance { file: number, nth, has_units, base: last + 1, first_unit: state.units, keys: Vec::new(), at };
        if has_units {
            instance.keys = super::article::included_keys(document, &mut state.keys);
            state.units += document.units.len() as u32;
        }
        let found = (instance.base, instance.first_unit, instance.keys.clone());
        state.instances.push(instance);
        found
    }

    /// The keys of all units of the page by their numbers: its own, then those of included files.
    pub fn keys(&self, own: &Document) -> Vec<String> {
        let mut keys = super::article::keys(own);
        keys.extend(self.state.borrow().instances.iter().flat_map(|i| i.keys.iter().cloned()));
        keys
    }

    /// What is left to tell places apart when the page is done.
    pub fn into_sources(self) -> Sources {
        Sources { end: self.end, instances: self.state.into_inner().instances }
    }
}

fn is_markdown(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("md"))
}

/// The instance that holds a place behind the page's own text.
fn holder(instances: &[Instance], at: usize) -> Option<usize> {
    instances.partition_point(|i| i.base <= at).checked_sub(1)
}

/// Which files the places of a finished page belong to.
#[derive(Debug, Default)]
pub struct Sources {
    end: usize,
    instances: Vec<Instance>,
}

/// A file and what was found in it.
pub struct OfFile {
    /// Its number in the library; `None` for the page itself.
    pub file: Option<u32>,
    /// What was found, at places of that file.
    pub findings: Vec<Finding>,
}

impl Sources {
    /// Tells findings apart by file: the page's own first, then by number.
    pub fn split(&self, findings: Vec<Finding>) -> Vec<OfFile> {
        let mut own = OfFile { file: None, findings: Vec::new() };
        let mut others: std::collections::BTreeMap<u32, Vec<Finding>> = std::collections::BTreeMap::new();
        for mut finding in findings {
            let instance = (finding.span.start > self.end).then(|| holder(&self.instances, finding.span.start)).flatten();
            let Some(instance) = instance.map(|i| &self.instances[i]) else {
                own.findings.push(finding);
                continue;
            };
            let back = |span: Span| Span::new(span.start.saturating_sub(instance.base), span.end.saturating_sub(instance.base));
            finding.span = back(finding.span);
            finding.related.iter_mut().for_each(|(span, _)| *span = back(*span));
            others.entry(instance.file).or_default().push(finding);
        }
        let others = others.into_iter().map(|(file, findings)| OfFile { file: Some(file), findings });
        std::iter::once(own).chain(others).collect()
    }

    /// Turns findings of the page into diagnostics of its own file and of those it includes.
    pub fn locate(&self, library: &Library, findings: Vec<Finding>, page: &OfPage<'_>) -> Located {
        let mut located = Located::default();
        if self.instances.is_empty() {
            located.own = locate(findings, page.path, page.text, page.locale);
            return located;
        }
        for part in self.split(findings) {
            match part.file.map(|file| library.file(file)) {
                None => located.own.extend(locate(part.findings, page.path, page.text, page.locale)),
                Some(file) => {
                    let source = &file.source;
                    located.included.extend(locate(part.findings, &source.path, &source.text, Some(&file.tag)));
                }
            }
        }
        located
    }
}

/// The page that findings are located for.
pub struct OfPage<'a> {
    /// Path for messages.
    pub path: &'a Arc<str>,
    /// Its text.
    pub text: &'a str,
    /// Its locale's tag.
    pub locale: Option<&'a Arc<str>>,
}

/// Diagnostics of a page.
#[derive(Debug, Default)]
pub struct Located {
    /// Of its own file.
    pub own: Vec<Diagnostic>,
    /// Of files that it includes; other pages may have the same ones.
    pub included: Vec<Diagnostic>,
}
