//! One side of an alignment: a page as sentences in blocks.
//!
//! In: a file, its document and its language. Out: [`Page`]. Never: knows the other side.

use super::blocks::{self, Block, Kind};
use super::tokens::{self, Profile};
use crate::model::Document;
use crate::segment;
use crate::source::Span;

/// A page to align.
#[derive(Debug, Default)]
pub struct Page {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Its sentences, and its opaque blocks as one sentence each, in the order of the file.
    pub sentences: Vec<Sentence>,
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
    /// Reads a page. `language` is the language of its text, as a tag.
    pub fn read(text: &str, document: &Document, language: &str) -> Self {
        let rules = segment::Rules::of(language);
        let found = blocks::blocks(text, document);
        let mut page = Self { blocks: found.blocks, sentences: Vec::new() };
        for (at, block) in page.blocks.iter().enumerate() {
            let sentences = match block.kind {
                Kind::Opaque => vec![block.parts.clone()],
                _ => sentences(text, &block.parts, &rules),
            };
            let count = sentences.len();
            page.sentences.extend(sentences.into_iter().enumerate().map(|(n, parts)| Sentence {
                block: at as u32,
                profile: if block.kind == Kind::Opaque {
                    Profile::default()
                } else {
                    tokens::profile(text, &parts, &found.objects)
                },
                parts,
                is_first: n == 0,
                is_last: n + 1 == count,
            }));
        }
        page
    }

    /// The block a sentence stands in.
    pub fn block(&self, sentence: usize) -> &Block {
        &self.blocks[self.sentences[sentence].block as usize]
    }
}

/// Cuts the text of a block into sentences.
fn sentences(text: &str, parts: &[Span], rules: &segment::Rules) -> Vec<Vec<Span>> {
    if let [only] = parts {
        return rules.sentences(&text[only.range()]).into_iter().map(|r| vec![Span::from(r).shifted(only.start)]).collect();
    }
    // Lines are joined as they stand, so that what the segmenter sees has the places of the file.
    let mut joined = String::new();
    let mut starts = Vec::with_capacity(parts.len());
    for part in parts {
        if !joined.is_empty() {
            joined.push('\n');
        }
        starts.push(joined.len());
        joined.push_str(&text[part.range()]);
    }
    let cut = |range: std::ops::Range<usize>| {
        let inside = starts.iter().zip(parts).filter_map(|(start, part)| {
            let (from, to) = (range.start.max(*start), range.end.min(start + part.len()));
            (from < to).then(|| Span::new(part.start + from - start, part.start + to - start))
        });
        inside.collect::<Vec<Span>>()
    };
    rules.sentences(&joined).into_iter().map(cut).filter(|parts| !parts.is_empty()).collect()
}
