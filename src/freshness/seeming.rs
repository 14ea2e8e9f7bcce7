//! Where a source seems to have changed of which the text that was translated is not at hand.
//!
//! In: a translation and its source as it is now, as sentences, and the beads of their alignment. Out: [`Seeming`] changes in the order of
//! the beads. Never: judges words, which differ between any two languages; only sentences without a counterpart, and what every translation
//! keeps: where links lead, numbers, code, and the ids that headings were given when they were translated. Where none of that shows a change,
//! it is where the alignment is least sure of itself.

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

/// From so much doubt on, summed over neighbours, something is taken to have changed there. Of 22 pages that were known to have changed and had
/// such a place and no other sign, 16 had changed in their text.
const DOUBT: f32 = 0.5;

/// Letters that a text must have for doubt about it to tell anything.
const TELLING: f32 = 25.0;

/// Less doubt is everywhere, and ends a run of neighbours.
const DOUBTFUL: f32 = 0.1;

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
    let code = Codes::of(source, target);
    let found: Vec<Seeming> = beads.iter().filter_map(|bead| of(bead).or_else(|| code.seeming(bead))).collect();
    if found.is_empty() { doubtful(source, target, beads) } else { found }
}

/// The blocks of code of both pages. No translation touches them: of 462 translated pages with code one has a block that differs.
struct Codes<'a> {
    sides: [&'a Page; 2],
    known: [FxHashSet<u64>; 2],
}

impl<'a> Codes<'a> {
    fn of(source: &'a Page, target: &'a Page) -> Self {
        let known = |page: &Page| page.blocks.iter().filter(|b| b.is_code).map(|b| b.signature).collect();
        Self { sides: [source, target], known: [known(source), known(target)] }
    }

    /// Whether a sentence is code that the other page does not have.
    fn is_apart(&self, side: usize, sentence: usize) -> bool {
        let block = self.sides[side].block(sentence);
        block.is_code && !self.known[1 - side].contains(&block.signature)
    }

    fn seeming(&self, bead: &Bead) -> Option<Seeming> {
        let source = bead.source.first().copied().filter(|s| self.is_apart(0, *s));
        let target = bead.target.first().copied().filter(|t| self.is_apart(1, *t));
        let state = match (source, target) {
            (Some(_), Some(_)) => SegmentState::Changed,
            (Some(_), None) => SegmentState::New,
            (None, Some(_)) => SegmentState::Deleted,
            (None, None) => return None,
        };
        Some(Seeming { state, source, target })
    }
}

/// The places where the alignment is least sure: sentences that were rewritten fit what they were translated to no longer.
fn doubtful(source: &Page, target: &Page, beads: &[Bead]) -> Vec<Seeming> {
    let says = |page: &Page, sentences: &[usize]| {
        let is_text = |s: &usize| is_prose(page, *s) && !matches!(page.block(*s).kind, Kind::Heading(_));
        sentences.iter().all(is_text) && sentences.iter().map(|s| page.sentences[*s].profile.length).sum::<f32>() >= TELLING
    };
    let doubt = |bead: &Bead| match (says(source, &bead.source), says(target, &bead.target)) {
        (true, true) => 1.0 - bead.confidence,
        (true, false) if bead.target.is_empty() => bead.confidence,
        (false, true) if bead.source.is_empty() => bead.confidence,
        _ => 0.0,
    };
    let runs = beads.chunk_by(|a, b| (doubt(a) > DOUBTFUL) == (doubt(b) > DOUBTFUL));
    let runs = runs.filter(|run| doubt(&run[0]) > DOUBTFUL && run.iter().map(doubt).sum::<f32>() >= DOUBT);
    let first = |run: &[Bead], side: fn(&Bead) -> &Vec<usize>| run.iter().find_map(|bead| side(bead).first().copied());
    runs.map(|run| {
        let (source, target) = (first(run, |b| &b.source), first(run, |b| &b.target));
        Seeming { state: SegmentState::Changed, source, target }
    })
    .collect()
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

/// Whether each side has a number, or a piece of code, that the other has not. A number that only one side has may be written as a word in
/// the other, and code as part of a longer one.
fn counts(source: &Page, target: &Page, bead: &Bead) -> bool {
    let signs = |page: &Page, sentences: &[usize], kind: SignKind| -> FxHashSet<u64> {
        let signs = sentences.iter().flat_map(|s| page.sentences[*s].profile.signs.iter());
        signs.filter(|sign| sign.kind == kind).map(|sign| sign.hash).collect()
    };
    let differ = |kind| {
        let (here, there) = (signs(source, &bead.source, kind), signs(target, &bead.target, kind));
        here.difference(&there).next().is_some() && there.difference(&here).next().is_some()
    };
    differ(SignKind::Number) || differ(SignKind::Code)
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
    fn code_that_differs_is_a_change() {
        let with = |page: &str, code: &str| page.replace("GB.\n", &format!("GB.\n\n```\n{code}\n```\n"));
        assert_eq!(seem(&with(SOURCE, "setup  /all"), &with(TARGET, "setup /all")), []);
        assert_ne!(seem(&with(SOURCE, "setupodt /all"), &with(TARGET, "setup /all")), []);
        assert_eq!(seem(&with(SOURCE, "setup /all"), TARGET), [SegmentState::New]);
        assert_eq!(seem(SOURCE, &with(TARGET, "setup /all")), [SegmentState::Deleted]);
    }

    #[test]
    fn where_nothing_is_certain_the_least_sure_place_is_named() {
        let rewritten = TARGET.replace("Ein Postfach fasst 50 GB.", "Administratoren bestimmen in dieser Liste selbst, wer hinzukommt und wer welche Rechte hat, bevor sie weitergehen, und sehen danach, was sich alles geändert hat.");
        let source = SOURCE.replace("A mailbox holds 50 GB.", "Restart your computer and wait for a minute.");
        assert_eq!(seem(&source, &rewritten), [SegmentState::Changed]);
    }

    #[test]
    fn a_number_in_words_and_another_spelling_of_an_address_are_none() {
        let same = SOURCE.replace("50 GB", "50 GB and 2 archives").replace("/en-us/admin/users", "../admin/users.md#all");
        assert_eq!(seem(&same, &TARGET.replace("50 GB", "50 GB und zwei Archive")), []);
        let address = |way: &str| format!("https://support.example/{way}39e10e78-13f0-446d-94cd-9e562648497a.");
        let (ours, theirs) = (address("office/"), address("de-de/office/delete-a-plan-"));
        assert_eq!(seem(&SOURCE.replace("mail-settings.md", &ours), &TARGET.replace("mail-settings.md", &theirs)), []);
    }
}
