//! One side of an alignment: a page as sentences in blocks.
//!
//! In: a file, its document, which side of it and that side's language. Out: [`Page`]. Never: knows the other side.

use super::blocks::{self, Block, Kind};
use super::identity::Identity;
use super::tokens::{self, Profile};
use crate::model::{Document, Side};
use crate::parse;
use crate::segment;
use crate::source::Span;
use std::ops::Range;

/// A page to align.
#[derive(Debug, Default)]
pub struct Page {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Its sentences, and its opaque blocks as one sentence each, in the order of the file.
    pub sentences: Vec<Sentence>,
    /// Whether they may be less than sentences: in a language without marks at their ends the other side decides what belongs together.
    pub has_pieces: bool,
    /// What names it beside its place.
    pub identity: Identity,
}

/// A sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    /// Which block it stands in.
    pub block: u32,
    /// Where in the file; several parts where marks of a quote stand in it.
    pub parts: Vec<Span>,
    /// What it says, as far as it can be compared.
    pub profile: Profile,
    /// Whether it begins its block.
    pub is_first: bool,
    /// Whether it ends its block.
    pub is_last: bool,
}

impl Page {
    /// Reads one side of a page. `language` is the language of that side, as a tag. Where the page has units they are its sentences;
    /// what stands between them is segmented.
    pub fn read(text: &str, document: &Document, side: Side, language: &str) -> Self {
        let view = parse::view(text, document, side);
        let rules = segment::Rules::of(language);
        let mut page = Self { has_pieces: rules.unmarked(), identity: Identity::of(&document.front_matter), ..Self::default() };
        // The title and description of a bilingual file are in the language of the translation.
        if side == Side::Target || document.units.is_empty() {
            for block in blocks::fields(text, &document.front_matter) {
                let sentences = sentences(text, &block.parts, &rules, &[]);
                let profiles = sentences.iter().map(|parts| tokens::profile(text, parts, &[])).collect();
                page.push(block, sentences, profiles);
            }
        }
        let found = blocks::blocks(&view.text);
        if let Some(first) = found.blocks.iter().find(|b| matches!(b.kind, Kind::Heading(_))) {
            page.identity.head(&first.parts.iter().map(|part| &view.text[part.range()]).collect::<String>());
        }
        for block in found.blocks {
            let sentences = match block.kind {
                Kind::Opaque => vec![block.parts.clone()],
                _ => sentences(&view.text, &block.parts, &rules, &view.segments),
            };
            let profile = |parts: &Vec<Span>| match block.kind {
                Kind::Opaque => Profile::default(),
                _ => tokens::profile(&view.text, parts, &found.objects),
            };
            let profiles = sentences.iter().map(profile).collect();
            let original = |parts: Vec<Span>| parts.into_iter().map(|part| view.original_span(part)).collect();
            page.push(block, sentences.into_iter().map(original).collect(), profiles);
        }
        page
    }

    fn push(&mut self, block: Block, sentences: Vec<Vec<Span>>, profiles: Vec<Profile>) {
        let (at, count) = (self.blocks.len() as u32, sentences.len());
        self.blocks.push(block);
        self.sentences.extend(sentences.into_iter().zip(profiles).enumerate().map(|(n, (parts, profile))| Sentence {
            block: at,
            profile,
            parts,
            is_first: n == 0,
            is_last: n + 1 == count,
        }));
    }

    /// The block a sentence stands in.
    pub fn block(&self, sentence: usize) -> &Block {
        &self.blocks[self.sentences[sentence].block as usize]
    }
}

/// Cuts the text of a block into sentences, each of one or more parts. Where `units` are known they are sentences.
fn sentences(text: &str, parts: &[Span], rules: &segment::Rules, units: &[(Span, u32)]) -> Vec<Vec<Span>> {
    // Lines are joined, so that the segmenter sees the text without the marks between them.
    let mut joined = String::new();
    let mut starts = Vec::with_capacity(parts.len());
    for part in parts {
        if !joined.is_empty() {
            joined.push('\n');
        }
        starts.push(joined.len());
        joined.push_str(&text[part.range()]);
    }
    let cut = |range: Range<usize>| {
        let inside = starts.iter().zip(parts).filter_map(|(start, part)| {
            let (from, to) = (range.start.max(*start), range.end.min(start + part.len()));
            (from < to).then(|| Span::new(part.start + from - start, part.start + to - start))
        });
        inside.collect::<Vec<Span>>()
    };
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return Vec::new() };
    let near = units.partition_point(|(span, _)| span.end <= first.start);
    let known = units[near..].iter().take_while(|(span, _)| span.start < last.end).map(|(span, _)| {
        let place = |at: usize| {
            starts.iter().zip(parts).rev().find(|(_, p)| p.start <= at).map_or(0, |(s, p)| s + (at - p.start).min(p.len()))
        };
        place(span.start.max(first.start))..place(span.end.min(last.end))
    });
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for unit in known.chain(std::iter::once(joined.len()..joined.len())) {
        let between = at.min(unit.start)..unit.start;
        found.extend(
            rules.candidates(&joined[between.clone()]).into_iter().map(|r| r.start + between.start..r.end + between.start),
        );
        at = unit.end;
        found.push(unit);
    }
    let has_words = |range: &Range<usize>| units.is_empty() || joined[range.clone()].chars().any(char::is_alphanumeric);
    found.into_iter().filter(|r| !r.is_empty() && has_words(r)).map(cut).filter(|parts| !parts.is_empty()).collect()
}
