//! Where a source seems to have changed of which the text that was translated is not at hand.
//!
//! In: a translation and its source as it is now, as sentences, and the beads of their alignment. Out: [`Seeming`] changes in the order of
//! the beads. Never: judges words, which differ between any two languages; only sentences without a counterpart, and what every translation
//! keeps: where links lead, numbers, and the ids that headings were given when they were translated.

use super::segments::SegmentState;
use crate::align::blocks::Kind;
use crate::align::page::Page;
use crate::align::tokens::SignKind;
use crate::align::{Bead, CERTAIN};
use rustc_hash::FxHashSet;

/// From this confidence on a sentence of the source that is alone is taken for new.
const NEW: f32 = 0.5;

/// The same for one of the translation, whose source would be gone. Translators add sentences more often than they leave some out.
const GONE: f32 = 0.8;

/// Something that seems to have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seeming {
    /// New, deleted or changed.
    pub state: SegmentState,
    /// The first sentence of the source it is about; what is gone has none.
    pub source: Option<usize>,
    /// The first sentence of the translation; what is new has none.
    pub target: Option<usize>,
}

/// Everything that seems to have changed.
pub fn seeming(source: &Page, target: &Page, beads: &[Bead]) -> Vec<Seeming> {
    let headings: FxHashSet<u64> =
        source.blocks.iter().filter(|b| matches!(b.kind, Kind::Heading(_))).map(|b| b.signature).collect();
    let state = |bead: &Bead| match (bead.source.first(), bead.target.first()) {
        (Some(s), None) => (bead.confidence >= NEW && is_prose(source, *s)).then_some(SegmentState::New),
        (None, Some(t)) => (bead.confidence >= GONE && is_prose(target, *t)).then_some(SegmentState::Deleted),
        (Some(s), Some(t)) if bead.confidence >= CERTAIN && is_prose(source, *s) && is_prose(target, *t) => {
            let is_changed =
                is_renamed(&headings, target, *t) || leads_elsewhere(source, target, bead) || counts(source, target, bead);
            is_changed.then_some(SegmentState::Changed)
        }
        _ => None,
    };
    let of = |bead: &Bead| {
        let state = state(bead)?;
        Some(Seeming { state, source: bead.source.first().copied(), target: bead.target.first().copied() })
    };
    beads.iter().filter_map(of).collect()
}

/// Whether a sentence is running text of the body.
pub fn is_prose(page: &Page, sentence: usize) -> bool {
    !matches!(page.block(sentence).kind, Kind::Opaque | Kind::Image | Kind::Title | Kind::Description)
}

/// Whether a heading has the id of a heading that the source no longer has.
fn is_renamed(headings: &FxHashSet<u64>, target: &Page, sentence: usize) -> bool {
    let block = target.block(sentence);
    matches!(block.kind, Kind::Heading(_)) && block.is_written && !headings.contains(&block.signature)
}

/// Whether the links of one side lead to pages that those of the other do not.
fn leads_elsewhere(source: &Page, target: &Page, bead: &Bead) -> bool {
    let leads = |page: &Page, sentences: &[usize]| -> Vec<u64> {
        let mut all: Vec<u64> = sentences.iter().flat_map(|s| page.sentences[*s].profile.leads.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    leads(source, &bead.source) != leads(target, &bead.target)
}

/// Whether each side has a number that the other has not. One that only one side has may be written as a word in the other.
fn counts(source: &Page, target: &Page, bead: &Bead) -> bool {
    let numbers = |page: &Page, sentences: &[usize]| -> FxHashSet<u64> {
        let signs = sentences.iter().flat_map(|s| page.sentences[*s].profile.signs.iter());
        signs.filter(|sign| sign.kind == SignKind::Number).map(|sign| sign.hash).collect()
    };
    let (here, there) = (numbers(source, &bead.source), numbers(target, &bead.target));
    here.difference(&there).next().is_some() && there.difference(&here).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::{align_matched, lexicon::Lexicon};
    use crate::model::Side;
    use crate::parse;

    fn seem(source: &str, target: &str) -> Vec<SegmentState> {
        let page = |text: &str, language| Page::read(text, &parse::parse(text, &mut Vec::new()), Side::Target, language);
        let (source, target) = (page(source, "en"), page(target, "de"));
        let beads = align_matched(&source, &target, &Lexicon::default());
        seeming(&source, &target, &beads).into_iter().map(|s| s.state).collect()
    }

    const SOURCE: &str = "# Set up mail\n\nOpen [Mail settings](mail-settings.md) in Outlook.\n\nA mailbox holds 50 GB.\n\n## Next steps\n\nSee [Users](/en-us/admin/users).\n";
    const TARGET: &str = "# <a name=\"set-up-mail\"></a>E-Mail einrichten\n\nÖffnen Sie in Outlook die [E-Mail-Einstellungen](mail-settings.md).\n\nEin Postfach fasst 50 GB.\n\n## <a name=\"next-steps\"></a>Nächste Schritte\n\nSiehe [Benutzer](https://docs.example/de-de/admin/users).\n";

    #[test]
    fn what_is_the_same_in_both_languages_did_not_change() {
        assert_eq!(seem(SOURCE, TARGET), []);
    }

    #[test]
    fn signs_that_differ_are_changes() {
        for (now, then) in [
            ("mail-settings.md", "accounts.md"),
            ("50 GB", "100 GB"),
            ("# Set up mail", "# Set up e-mail"),
            ("admin/users", "admin/groups"),
        ] {
            assert_eq!(seem(&SOURCE.replacen(now, then, 1), TARGET), [SegmentState::Changed], "{then}");
        }
    }

    #[test]
    fn a_number_in_words_and_another_spelling_of_an_address_are_none() {
        let same = SOURCE.replace("50 GB", "50 GB and 2 archives").replace("/en-us/admin/users", "../admin/users.md#all");
        assert_eq!(seem(&same, &TARGET.replace("50 GB", "50 GB und zwei Archive")), []);
    }
}
