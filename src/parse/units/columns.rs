//! What Markdown makes of a body whose rows and columns are indented.
//!
//! In: a body. Out: its context as if the indentation that rows add were not there, with places of the body itself.
//! Never: an indentation counted that the page does not count.

use crate::markdown::context::{self, Context};
use crate::markdown::docfx::columns;
use crate::source::Span;
use std::borrow::Cow;

/// Reads the context of a body.
pub(super) fn context(body: &str) -> Context {
    if !columns::may_have(body) {
        return context::context(body);
    }
    let mut text = Cow::Borrowed(body);
    let mut levels = Vec::new();
    for level in 0..columns::LIMIT_NESTING {
        let cuts = columns::cuts(&text, level);
        if !cuts.is_empty() {
            text = Cow::Owned(without(&text, &cuts));
            levels.push(Cuts::new(&cuts));
        }
    }
    let mut context = context::context(&text);
    for cuts in levels.iter().rev() {
        cuts.put_back(&mut context);
    }
    context
}

fn without(text: &str, cuts: &[Span]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for cut in cuts {
        out.push_str(&text[at..cut.start]);
        at = cut.end;
    }
    out.push_str(&text[at..]);
    out
}

/// Stretches that were cut out of a text: by where each was in what is left, how much was cut up to there.
struct Cuts(Vec<(usize, usize)>);

impl Cuts {
    fn new(cuts: &[Span]) -> Self {
        let mut total = 0;
        let place = |cut: &Span| {
            let at = cut.start - total;
            total += cut.len();
            (at, total)
        };
        Self(cuts.iter().map(place).collect())
    }

    fn put_back(&self, context: &mut Context) {
        let Context { leaves, inline, code, links, images, comments, elements } = context;
        let leaves = leaves.iter_mut().map(|leaf| &mut leaf.span);
        let inline = inline.iter_mut().map(|tag| &mut tag.span);
        let others = [code, links, images, comments, elements].into_iter().flatten();
        for span in leaves.chain(inline).chain(others) {
            *span = self.original(*span);
        }
    }

    /// A span of what is left as one of the whole: it begins behind an indentation and ends before one.
    fn original(&self, span: Span) -> Span {
        let add = |at: usize, known: usize| at + known.checked_sub(1).map_or(0, |last| self.0[last].1);
        let start = add(span.start, self.0.partition_point(|(at, _)| *at <= span.start));
        let end = add(span.end, self.0.partition_point(|(at, _)| *at < span.end));
        Span::new(start, end.max(start))
    }
}
