//! `align`: which sentence of one file translates which of another.
//!
//! In: pairs of files, and folders of bilingual pages to learn from. Out: for each pair its alignment. Never: writes but to the cache, or lets
//! one file that cannot be read stop the others.

use super::cache::Cache;
use super::{Error, words};
use crate::align::lexicon::Lexicon;
use crate::align::page::Page;
use crate::align::{self, Bead, Known};
use crate::exchange::beads::{self, Text};
use crate::exchange::weave::{self, Woven};
use crate::load;
use crate::model::{Document, Side};
use crate::parse;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What is to be aligned how.
#[derive(Debug, Clone, Default)]
pub struct AlignOptions {
    /// Language of the sources in place of what they say.
    pub source_locale: Option<String>,
    /// Language of the targets in place of what they say.
    pub target_locale: Option<String>,
    /// Folders of bilingual pages to learn words from.
    pub learn: Vec<PathBuf>,
    /// Where to keep what was learned; it makes no difference to the result.
    pub cache: Option<PathBuf>,
}

/// One file of a pair.
#[derive(Debug)]
pub struct AlignedFile {
    /// Its text.
    pub text: String,
    /// What was read from it.
    pub document: Document,
    /// Its language.
    pub locale: String,
    /// Its sentences.
    pub page: Page,
}

impl AlignedFile {
    fn as_text(&self) -> Text<'_> {
        Text { text: &self.text, page: &self.page }
    }
}

/// Two files and which sentence of one translates which of the other.
#[derive(Debug)]
pub struct Aligned {
    /// The original.
    pub source: AlignedFile,
    /// The translation.
    pub target: AlignedFile,
    /// The beads.
    pub beads: Vec<Bead>,
}

/// A bead with its texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentences {
    /// What the source says; empty where it has nothing.
    pub source: String,
    /// What the translation says.
    pub target: String,
    /// From 0 to 1.
    pub confidence: f32,
    /// The names of the reasons.
    pub why: Vec<&'static str>,
    /// Whether it stands elsewhere in the translation.
    pub is_moved: bool,
}

impl Aligned {
    /// The beads with their texts.
    pub fn sentences(&self) -> Vec<Sentences> {
        let (source, target) = self.texts();
        let sentences = |bead: &Bead| Sentences {
            source: source.written(&bead.source),
            target: target.written(&bead.target),
            confidence: bead.confidence,
            why: bead.why.iter().map(|reason| reason.name()).collect(),
            is_moved: bead.is_moved,
        };
        let all = self.beads.iter().map(sentences);
        all.filter(|s| !s.source.is_empty() || !s.target.is_empty()).collect()
    }

    /// One bilingual page of both.
    pub fn weave(&self) -> Woven {
        let (source, target) = self.texts();
        weave::weave(source, target, &self.beads)
    }

    fn texts(&self) -> (Text<'_>, Text<'_>) {
        (self.source.as_text(), self.target.as_text())
    }

    /// The beads as JSON lines.
    pub fn lines(&self) -> String {
        let (source, target) = self.texts();
        beads::write(source, target, &self.beads)
    }
}

/// Aligns pairs of files, source first; the results are in their order, a message in place of what failed.
///
/// # Errors
/// When a folder to learn from cannot be read.
pub fn align(pairs: &[(PathBuf, PathBuf)], options: &AlignOptions) -> Result<Vec<Result<Aligned, String>>, Error> {
    let bilingual = bilingual(&options.learn)?;
    let read: Vec<Result<Aligned, String>> = pairs.par_iter().map(|(source, target)| pair(source, target, options)).collect();
    let lexicons = lexicons(&read, &bilingual, &Cache::new(options.cache.as_deref()));
    let none = Lexicon::default();
    let finish = |read: Result<Aligned, String>| {
        let mut aligned = read?;
        let lexicon = lexicons.get(&aligned.target.locale).unwrap_or(&none);
        aligned.beads = align::align(&aligned.source.page, &aligned.target.page, lexicon);
        Ok(aligned)
    };
    Ok(read.into_par_iter().map(finish).collect())
}

/// Bilingual pages to learn from, and what tells their texts from others.
type Bilingual = Vec<(PathBuf, [u8; 32])>;

/// The bilingual pages of some folders, by the locale of the translations.
fn bilingual(folders: &[PathBuf]) -> Result<BTreeMap<String, Bilingual>, Error> {
    let mut files = load::markdown_files(folders)?;
    files.sort();
    files.dedup();
    let one = |path: PathBuf| {
        let text = load::read(&path, &path.to_string_lossy()).value?.text;
        let document = words::has_units(&text).then(|| parse::parse_header(&text, &mut Vec::new()))?;
        let locale = document.metadata.content_locale.as_deref().unwrap_or("und").to_ascii_lowercase();
        Some((locale, (path, words::hash(&text))))
    };
    let mut found: BTreeMap<String, Bilingual> = BTreeMap::new();
    for (locale, page) in files.into_par_iter().filter_map(one).collect::<Vec<_>>() {
        found.entry(locale).or_default().push(page);
    }
    Ok(found)
}

/// The lexicon of each locale to which files of the run are translations: learned from bilingual pages of that locale or language, else
/// from the pairs of the run that are certain without any.
fn lexicons(
    read: &[Result<Aligned, String>],
    bilingual: &BTreeMap<String, Bilingual>,
    cache: &Cache,
) -> BTreeMap<String, Lexicon> {
    let mut by_locale: BTreeMap<&str, Vec<&Aligned>> = BTreeMap::new();
    for aligned in read.iter().flatten() {
        by_locale.entry(&aligned.target.locale).or_default().push(aligned);
    }
    let one = |(locale, pages): (&str, Vec<&Aligned>)| {
        let learned = match nearest(locale, bilingual) {
            Some(found) => of_bilingual(locale, found, cache),
            None => of_run(locale, &pages, cache),
        };
        (locale.to_owned(), learned)
    };
    by_locale.into_par_iter().map(one).collect()
}

/// Of the pages that were named to learn from, however few they are.
fn of_bilingual(locale: &str, pages: &Bilingual, cache: &Cache) -> Lexicon {
    let texts: Vec<[u8; 32]> = pages.iter().map(|(_, hash)| *hash).collect();
    let one = |(path, _): &(PathBuf, [u8; 32])| Some(words::of_units(&load::read(path, "").value?.text));
    words::kept(cache, (["", locale], &texts), 0, || {
        words::joined(pages.par_iter().filter_map(one).collect::<Vec<_>>().into_iter())
    })
}

/// Of the pairs of some pages that are certain without any words; nothing where they are too few.
fn of_run(locale: &str, pages: &[&Aligned], cache: &Cache) -> Lexicon {
    let of_file = |file: &AlignedFile| [words::hash(&file.locale), words::hash(&file.text)];
    let of_pair = |pair: &&Aligned| [of_file(&pair.source), of_file(&pair.target)].concat();
    let texts: Vec<[u8; 32]> = pages.par_iter().flat_map_iter(of_pair).collect();
    let none = Lexicon::default();
    let one = |pair: &&Aligned| {
        let beads = align::align(&pair.source.page, &pair.target.page, &none);
        Known::of_beads(&pair.source.page, &pair.target.page, &beads)
    };
    words::kept(cache, (["", locale], &texts), words::PAIRS, || {
        words::joined(pages.par_iter().map(one).collect::<Vec<_>>().into_iter())
    })
}

/// What was learned for a locale: of itself, of its language, or all there is where the locale is not known.
fn nearest<'a, T>(locale: &str, learned: &'a BTreeMap<String, T>) -> Option<&'a T> {
    let language = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
    let same = |tag: &&String| language(tag) == language(locale) && *tag != "und";
    let by_language = || learned.iter().find(|(tag, _)| same(tag)).map(|(_, found)| found);
    let only = || (locale == "und" && learned.len() == 1).then(|| learned.values().next()).flatten();
    learned.get(locale).or_else(by_language).or_else(only).or_else(|| learned.get("und"))
}

fn pair(source: &Path, target: &Path, options: &AlignOptions) -> Result<Aligned, String> {
    let source = file(source, options.source_locale.as_deref(), "en-us")?;
    let target = file(target, options.target_locale.as_deref(), "und")?;
    Ok(Aligned { source, target, beads: Vec::new() })
}

fn file(path: &Path, locale: Option<&str>, default: &str) -> Result<AlignedFile, String> {
    let name = path.display();
    let read = load::read(path, &path.to_string_lossy());
    let Some(source) = read.value else {
        let why = read.diagnostics.first().map_or_else(|| "cannot be read".to_owned(), |d| d.message.clone());
        return Err(format!("{name}: {why}"));
    };
    let document = parse::parse(&source.text, &mut Vec::new());
    let written = document.metadata.content_locale.as_deref();
    let locale = locale.or(written).unwrap_or(default).to_ascii_lowercase();
    let page = Page::read(&source.text, &document, Side::Target, &locale);
    Ok(AlignedFile { text: source.text.to_string(), document, locale, page })
}
