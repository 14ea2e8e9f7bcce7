//! Which segment translates which.
//!
//! In: documents. Out: a [`Bitext`] of each, and the join of several locales. Never: text; segments are named by their places.
//!
//! Pages with units say it themselves: a unit is a pair. Pages of several locales that were made from the same source file are joined
//! on the number of their units. Pages without units are aligned: [`page::Page`]s are cut into blocks and sentences, every possible pair is weighed
//! by its [`evidence`], and the [`lattice`] finds the likeliest alignment of all.

pub mod aligner;
pub mod blocks;
pub mod evidence;
pub mod identity;
mod join;
mod known;
pub mod lattice;
pub mod lexicon;
mod overlay;
pub mod page;
pub mod tokens;
mod trust;
mod window;

pub use aligner::{Bead, CERTAIN, align, align_matched, align_proven, unit_profile};
pub use join::{Joined, Row, Translation, join};
pub use known::Known;
pub use overlay::{Overlay, overlay};

use crate::model::{Bitext, Document, Origin, Pair, Side};

/// The bitext of a page as its units have it, in the order of the file: a pair where a unit has both sides, else an unpaired segment.
pub fn by_units(document: &Document) -> Bitext {
    let mut bitext = Bitext::default();
    for (at, unit) in document.units.iter().enumerate() {
        let index = Some(at as u32);
        match (unit.source, unit.target) {
            (Some(source), Some(target)) => {
                bitext.pairs.push(Pair { source, target, unit: index, origin: Origin::Id, confidence: 1.0 });
            }
            (Some(source), None) => bitext.unpaired.push((Side::Source, source, index)),
            (None, Some(target)) => bitext.unpaired.push((Side::Target, target, index)),
            (None, None) => {}
        }
    }
    bitext
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_pairs_and_what_is_missing_is_unpaired() {
        let text = "<span data-ttu-id=\"ab12c-102\">Uno</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-102\">One</span></span> \
                    <span data-ttu-id=\"ab12c-103\">Due</span>\n\n\
                    <span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-104\">Three</span></span>\n";
        let document = crate::parse::parse(text, &mut Vec::new());
        let bitext = by_units(&document);
        assert_eq!(bitext.pairs.len(), 1);
        assert_eq!(&text[bitext.pairs[0].source.range()], "One");
        let unpaired: Vec<_> = bitext.unpaired.iter().map(|(side, span, _)| (*side, &text[span.range()])).collect();
        assert_eq!(unpaired, [(Side::Target, "Due"), (Side::Source, "Three")]);
    }
}
