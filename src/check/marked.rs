//! Two versions of a sentence as one line.
//!
//! In: what it was and what it is. Out: its words, `[-gone-]` and `{+new+}` marked as wdiff does. Never: a line longer than fits a message;
//! what is the same is shortened first.

use crate::freshness::diff::{self, Part};

/// Longest stretch that is shown whole where nothing changed, in characters.
const SAME: usize = 60;

/// Longest line, in characters.
const LONGEST: usize = 480;

/// What a stretch is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Same,
    Gone,
    New,
}

/// The line. White space counts as one space.
pub(super) fn words(old: &str, new: &str) -> String {
    let all = stretches(old, new);
    let mut out = String::new();
    for (at, (kind, text)) in all.iter().enumerate() {
        let (space, text) = text.strip_prefix(' ').map_or(("", text.as_str()), |rest| (" ", rest));
        // In place of a word stands another one, and the space before both is one.
        let is_replaced = at > 0 && all[at - 1].0 == Kind::Gone && *kind == Kind::New;
        out.push_str(if is_replaced { "" } else { space });
        match kind {
            Kind::Same => out.push_str(&shortened(text, at == 0, at + 1 == all.len())),
            Kind::Gone => out.extend(["[-", text, "-]"]),
            Kind::New => out.extend(["{+", text, "+}"]),
        }
    }
    match out.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", &out[..cut]),
        None => out,
    }
}

/// Runs of tokens of one kind, each with the space before it.
fn stretches(old: &str, new: &str) -> Vec<(Kind, String)> {
    let (mut rest_old, mut rest_new) = (old, new);
    let mut all: Vec<(Kind, String)> = Vec::new();
    for part in diff::words(old, new) {
        let (kind, token) = match part {
            Part::Same(token) => (Kind::Same, token),
            Part::Gone(token) => (Kind::Gone, token),
            Part::New(token) => (Kind::New, token),
        };
        let mut space = "";
        if kind != Kind::New {
            space = step(&mut rest_old, token);
        }
        if kind != Kind::Gone {
            space = step(&mut rest_new, token);
        }
        match all.last_mut().filter(|(last, _)| *last == kind) {
            Some((_, text)) => text.extend([space, token]),
            None => all.push((kind, format!("{space}{token}"))),
        }
    }
    all
}

/// Goes behind the token; gives the space before it.
fn step(rest: &mut &str, token: &str) -> &'static str {
    let at = rest.find(token).unwrap_or(0);
    let space = if at > 0 { " " } else { "" };
    *rest = rest.get(at + token.len()..).unwrap_or("");
    space
}

/// What is the same, without its middle if it is long; the beginning and the end of the line are only cut on their outer side.
fn shortened(text: &str, is_first: bool, is_last: bool) -> String {
    let count = text.chars().count();
    if count <= SAME || (is_first && is_last) {
        return text.to_owned();
    }
    let half = SAME / 2;
    let head: String = text.chars().take(if is_first { 0 } else { half }).collect();
    let tail: String = text.chars().skip(count - if is_last { 0 } else { half }).collect();
    format!("{head}…{tail}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_changed_are_marked() {
        assert_eq!(words("Open the small  door.", "Open the large door."), "Open the [-small-]{+large+} door.");
        assert_eq!(words("Open the door.", "Open the door slowly."), "Open the door {+slowly+}.");
        assert_eq!(words("Never open the door.", "Open the door."), "[-Never open-]{+Open+} the door.");
        assert_eq!(words("", "A new one."), "{+A new one.+}");
        assert_eq!(words("An old one.", ""), "[-An old one.-]");
        assert_eq!(words("设置页", "设定页"), "设[-置-]{+定+}页");
    }

    #[test]
    fn what_is_the_same_is_shortened() {
        let long = "one two three four five six seven eight nine ten eleven twelve thirteen";
        let line = words(&format!("{long} red {long}."), &format!("{long} blue {long}."));
        assert_eq!(line, "…ine ten eleven twelve thirteen [-red-]{+blue+} one two three four five six se…");
        let all = "x ".repeat(5_000);
        assert_eq!(words("", &all).chars().count(), LONGEST + 1);
    }
}
