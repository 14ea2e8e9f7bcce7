//! `stats`: how much of a site is translated, by whom, and how much of that is of the source as it is now.
//!
//! In: a site. Out: [`Stats`] of each locale. Never: counts a page as translated that is only shown in another language.
//!
//! Pages are those that a build would write. Segments are of every Markdown file: the units of a bilingual file, the sentences of a plain
//! one that has an original.

use super::build;
use super::origin::Shelf;
use super::past::Past;
use super::{Error, Progress, moved, names, open, reviews, summaries};
use crate::align::blocks::Kind;
use crate::align::page::Page;
use crate::check::figures::{Figures, figures};
use crate::config::Config;
use crate::diag::Outcome;
use crate::freshness::segments::{SegmentState, Version, review};
use crate::freshness::{self, Freshness, SourceHashes};
use crate::load::{self, FileEntry, Scan};
use crate::markdown::{Event, Tag, TagEnd, events};
use crate::model::{Document, LocaleId, Side};
use crate::parse;
use crate::resolve::SiteMap;
use crate::segment;
use crate::source::SourceFile;
use crate::topics::PageId;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::path::Path;

/// Segments by their state; what is new in the source is in no translation and counts beside them.
pub type Freshnesses = BTreeMap<SegmentState, usize>;

/// The figures of a locale.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stats {
    /// Canonical tag.
    pub locale: String,
    /// Its pages.
    pub pages: Figures,
    /// Segments of its files.
    pub segments: usize,
    /// Those whose two sides are the same text.
    pub identical: usize,
    /// The same by state.
    pub freshness: Freshnesses,
    /// Those that a reviewer accepted.
    pub reviewed: usize,
    /// Words of the text in this locale.
    pub words: usize,
}

impl Stats {
    /// Adds what another one counted.
    pub fn add(&mut self, other: &Self) {
        self.segments += other.segments;
        self.identical += other.identical;
        self.reviewed += other.reviewed;
        self.words += other.words;
        for (state, count) in &other.freshness {
            *self.freshness.entry(*state).or_default() += count;
        }
    }
}

/// Counts a site, in the order of its locales.
///
/// # Errors
/// When the site cannot be read.
pub fn stats(
    path: &Path,
    source_locale: Option<&str>,
    progress: &(dyn Fn(Progress<'_>) + Sync),
) -> Result<Outcome<Vec<Stats>>, Error> {
    let Outcome { value: config, mut diagnostics } = open(path, source_locale)?;
    let scan = build::take(build::scan(&config)?, &mut diagnostics);
    progress(Progress::Stage("read", scan.files.len()));
    let summaries = summaries::read(&config, &scan, &|| progress(Progress::Step(1))).value;
    let pages = names::pages(&config, &scan, summaries.pages).value;
    // What is wrong with the content is for `check` to say.
    let redirections = load::redirections(&config, &scan)?.value;
    let mut map = moved::site_map(&config, &scan, pages, redirections).value;
    let (_, past) = build::review(&config, &scan, &mut map, &summaries.texts);

    let shelf = Shelf { config: &config, scan: &scan, map: &map, texts: &summaries.texts };
    let sources = Sources::new(&shelf, past);
    let files: Vec<usize> = (0..scan.files.len()).filter(|at| scan.files[*at].is_markdown()).collect();
    progress(Progress::Stage("count", files.len()));
    let count = |at: &usize| {
        let counted = of_file(&sources, *at);
        progress(Progress::Step(1));
        (scan.files[*at].locale, counted)
    };
    let counted: Vec<(LocaleId, Outcome<Stats>)> = files.par_iter().map(count).collect();
    let start = |(id, locale): (LocaleId, &crate::config::LocaleConfig)| Stats {
        locale: locale.locale.tag.clone(),
        pages: figures(&map, id),
        ..Stats::default()
    };
    let mut all: Vec<Stats> = config.ids().map(start).collect();
    for (locale, Outcome { value, diagnostics: found }) in counted {
        all[usize::from(locale.0)].add(&value);
        diagnostics.extend(found);
    }
    diagnostics.sort();
    progress(Progress::Done);
    Ok(Outcome { value: all, diagnostics })
}

/// Where the original of each file is.
struct Sources<'a> {
    shelf: &'a Shelf<'a>,
    config: &'a Config,
    scan: &'a Scan,
    map: &'a SiteMap,
    past: Past,
    /// Pages by the index of their file.
    pages: FxHashMap<u32, PageId>,
    /// Files of the source locale by path in lower case.
    by_path: FxHashMap<String, usize>,
}

impl<'a> Sources<'a> {
    fn new(shelf: &'a Shelf<'a>, past: Past) -> Self {
        let Shelf { config, scan, map, .. } = *shelf;
        let pages = map.pages.iter().enumerate().map(|(at, page)| (page.summary.file, PageId(at as u32))).collect();
        let is_source = |file: &FileEntry| Some(file.locale) == map.source_locale() && file.is_markdown();
        let files = scan.files.iter().enumerate().filter(|(_, file)| is_source(file));
        Self { shelf, config, scan, map, past, pages, by_path: files.map(|(at, file)| (file.path.to_lowercase(), at)).collect() }
    }

    /// The original of a file: of a page that of its topic, else what lies at the same place.
    fn of(&self, at: usize) -> Option<Original> {
        let file = &self.scan.files[at];
        if Some(file.locale) == self.map.source_locale() {
            return None;
        }
        let topic = self.pages.get(&(at as u32)).map(|id| self.map.page(*id).topic);
        let of_topic = topic.and_then(|topic| self.map.source_page(topic)).map(|id| self.map.page(id).summary.file as usize);
        let source = of_topic.or_else(|| self.by_path.get(&file.path.to_lowercase()).copied())?;
        let entry = self.scan.files.get(source).filter(|entry| entry.is_markdown())?;
        let (path, name) = (entry.absolute(self.config), entry.display(self.config));
        let file = load::read(&path, &name).value?;
        // The text of a file that is not UTF-8 is not its bytes.
        let bytes = file.invalid_utf8.and_then(|_| load::read_bytes(&path, &name, load::LARGEST).value);
        let hashes = SourceHashes::of(bytes.as_deref().unwrap_or(file.text.as_bytes()));
        Some(Original { file, hashes })
    }
}

/// What a file is a translation of, as it is now.
struct Original {
    file: SourceFile,
    hashes: SourceHashes,
}

fn of_file(sources: &Sources<'_>, at: usize) -> Outcome<Stats> {
    let file = &sources.scan.files[at];
    let read = load::read(&file.absolute(sources.config), &file.display(sources.config));
    let Some(text) = read.value else { return Outcome { value: Stats::default(), diagnostics: read.diagnostics } };
    let document = parse::parse(&text.text, &mut Vec::new());
    let mut stats = Stats { words: words(&text.text, &document), ..Stats::default() };
    let source = sources.of(at);
    match &source {
        _ if !document.units.is_empty() => of_units(&mut stats, &text.text, &document),
        Some(source) => {
            let tags = [sources.config.source_locale.tag.as_str(), &sources.config.locale(file.locale).locale.tag];
            of_sentences(&mut stats, (&source.file.text, tags[0]), (&text.text, &document, tags[1]));
        }
        None => {}
    }
    stats.freshness = states(sources, (at, &text.text, &document), source.as_ref(), stats.segments);
    Outcome { value: stats, diagnostics: Vec::new() }
}

/// How many of `segments` are in each state.
fn states(
    sources: &Sources<'_>,
    (at, text, document): (usize, &str, &Document),
    source: Option<&Original>,
    segments: usize,
) -> Freshnesses {
    let whole = freshness::of_page(document.metadata.source_hash.as_deref(), source.map(|source| &source.hashes));
    let language = &sources.config.source_locale.tag;
    let known = source.filter(|_| whole == Freshness::Stale && !document.over_limit).and_then(|source| {
        let now = parse::parse(&source.file.text, &mut Vec::new());
        let now = Version { text: &source.file.text, document: &now, side: Side::Source, language };
        match document.units.len() {
            0 => reviews::of_plain(sources.shelf, &sources.past, *sources.pages.get(&(at as u32))?, &now),
            units => Some((review(&Version { text, document, ..now }, &now, None), units)),
        }
    });
    let Some((found, units)) = known else {
        let state = if whole == Freshness::Fresh { SegmentState::Fresh } else { SegmentState::Unknown };
        return Freshnesses::from([(state, segments)]);
    };
    let mut states = Freshnesses::new();
    let units = units.min(segments);
    for unit in 0..units as u32 {
        *states.entry(found.states.get(&unit).copied().unwrap_or(SegmentState::Fresh)).or_default() += 1;
    }
    // Sentences of a plain page that no sentence of its original is known for.
    if segments > units {
        states.insert(SegmentState::Unknown, segments - units);
    }
    states.extend(found.counts.get(&SegmentState::New).map(|count| (SegmentState::New, *count)));
    states
}

fn of_units(stats: &mut Stats, text: &str, document: &Document) {
    let side = |span: Option<crate::source::Span>| span.map(|span| text[span.range()].trim());
    stats.segments = document.units.len();
    stats.identical = document.units.iter().filter(|u| u.target.is_some() && side(u.target) == side(u.source)).count();
}

/// The sentences of a plain file. One that stands in the original word for word is identical, wherever that is.
fn of_sentences(stats: &mut Stats, source: (&str, &str), target: (&str, &Document, &str)) {
    let (text, document, language) = target;
    let original = parse::parse(source.0, &mut Vec::new());
    let written = |text: &str, document: &Document, language: &str| {
        let page = Page::read(text, document, Side::Target, language);
        let is_prose = |at: &usize| !matches!(page.block(*at).kind, Kind::Opaque | Kind::Image | Kind::Title | Kind::Description);
        let join = |at: usize| page.sentences[at].parts.iter().map(|p| &text[p.range()]).collect::<Vec<_>>().join(" ");
        (0..page.sentences.len()).filter(is_prose).map(join).collect::<Vec<String>>()
    };
    let originals: FxHashSet<String> = written(source.0, &original, source.1).into_iter().collect();
    let own = written(text, document, language);
    stats.segments = own.len();
    stats.identical = own.iter().filter(|sentence| originals.contains(*sentence)).count();
}

/// Words that a reader sees outside code blocks.
fn words(text: &str, document: &Document) -> usize {
    let view = parse::view(text, document, Side::Target);
    let (mut is_code, mut block, mut count) = (false, String::new(), 0);
    for (event, _) in events(&view.text) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Text(text) | Event::Code(text) if !is_code => block.push_str(&text),
            Event::SoftBreak | Event::HardBreak => block.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell | TagEnd::BlockQuote(_)) => {
                count += segment::words(&block);
                block.clear();
            }
            _ => {}
        }
    }
    count + segment::words(&block)
}
