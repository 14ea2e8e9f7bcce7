//! What the original of an outdated page says now where it says something else than what was translated.
//!
//! In: the source page as it is now, and which of its sentences the changed units of the translation became. Out: [`Now`], and its HTML by unit.
//! Never: of a sentence that two units became, and that so belongs to neither alone.

use super::aligned::joined;
use crate::model::{Document, Piece, Role, Unit};
use crate::parse;
use crate::source::{SourceFile, Span};
use std::collections::BTreeMap;

/// A source page whose changed sentences are units of its own.
#[derive(Debug, Clone)]
pub struct Now {
    /// The file.
    pub file: SourceFile,
    /// Its path below its locale's root.
    pub path: String,
    /// What was read of it, with the sentences as units.
    pub document: Document,
    /// The units of the translation, by the index of the sentence.
    pub units: Vec<u32>,
}

impl Now {
    /// Lays the sentences over the file. `None` where there are none.
    pub fn new(file: SourceFile, path: &str, sentences: &BTreeMap<u32, Vec<Span>>) -> Option<Self> {
        let mut owners: BTreeMap<Span, usize> = BTreeMap::new();
        for part in sentences.values().flatten() {
            *owners.entry(*part).or_default() += 1;
        }
        let is_own = |parts: &Vec<Span>| !parts.is_empty() && parts.iter().all(|part| owners[part] == 1);
        let mut document = parse::parse(&file.text, &mut Vec::new());
        let mut units = Vec::new();
        for (unit, parts) in sentences.iter().filter(|(_, parts)| is_own(parts)) {
            let whole = Span::new(parts[0].start, parts[parts.len() - 1].end);
            let at = units.len() as u32;
            let id = format!("n{at}");
            document.units.push(Unit { id, parts: None, target: None, source: Some(whole), whole, sound: false });
            document.pieces.extend(parts.iter().map(|span| Piece { span: *span, role: Role::Source(at) }));
            units.push(*unit);
        }
        document.pieces.sort_by_key(|piece| piece.span);
        (!units.is_empty() && !document.over_limit).then(|| Self {
            path: path.to_owned(),
            document: joined(&file.text, document),
            file,
            units,
        })
    }
}
