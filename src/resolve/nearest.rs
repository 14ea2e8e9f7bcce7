//! The name that was probably meant.
//!
//! In: a name that does not exist, and those that do. Out: the nearest one. Never: more work for a page than a few names are worth,
//! however many of its links are dead.

/// Names looked up for one page; who has more dead links than this has other worries.
const MOST: usize = 32;
/// Bytes of a name worth comparing.
const LONGEST: usize = 200;

/// Looks names up for one page.
#[derive(Debug)]
pub struct Nearest {
    left: usize,
}

impl Default for Nearest {
    fn default() -> Self {
        Self { left: MOST }
    }
}

impl Nearest {
    /// Finds nothing, for passes whose findings nobody reads.
    pub fn spent() -> Self {
        Self { left: 0 }
    }

    /// The one of `known` that is at most `limit` edits away from `wanted`, the nearest first and then by the alphabet.
    pub fn find<'a>(&mut self, wanted: &str, known: impl IntoIterator<Item = &'a str>, limit: usize) -> Option<&'a str> {
        if wanted.len() > LONGEST || self.left == 0 {
            return None;
        }
        self.left -= 1;
        let wanted_bytes = counted(wanted);
        let close = known.into_iter().filter(|name| may_be_near(wanted, &wanted_bytes, name, limit));
        let scored = close.map(|name| (strsim::damerau_levenshtein(name, wanted), name));
        scored.filter(|(distance, _)| *distance <= limit).min().map(|(_, name)| name)
    }
}

/// How often each byte occurs.
fn counted(text: &str) -> [i16; 256] {
    let mut counts = [0; 256];
    text.bytes().for_each(|b| counts[usize::from(b)] += 1);
    counts
}

/// What can be told cheaply: an edit changes at most one character on each side.
fn may_be_near(wanted: &str, wanted_bytes: &[i16; 256], name: &str, limit: usize) -> bool {
    let most = if wanted.is_ascii() && name.is_ascii() { limit } else { limit * 4 };
    if wanted.len().abs_diff(name.len()) > most {
        return false;
    }
    let mut left = *wanted_bytes;
    let is_more = |b: u8| {
        left[usize::from(b)] -= 1;
        left[usize::from(b)] < 0
    };
    name.bytes().map(is_more).filter(|more| *more).count() <= most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_within_the_limit_is_found() {
        let known = ["admin/users.md", "admin/user.md", "admin/groups.md"];
        let find = |wanted, limit| Nearest::default().find(wanted, known, limit);
        assert_eq!(find("admin/usres.md", 2), Some("admin/users.md"));
        assert_eq!(find("admin/use.md", 2), Some("admin/user.md"));
        assert_eq!(find("admin/zzzz.md", 2), None);
        assert_eq!(Nearest::default().find("größe", ["grösse", "grosse"], 2), Some("grösse"));
    }

    #[test]
    fn a_page_of_dead_links_costs_little() {
        let mut nearest = Nearest::default();
        let found = (0..1000).filter(|_| nearest.find("a", ["b"], 1).is_some()).count();
        assert_eq!(found, MOST);
        assert_eq!(Nearest::default().find(&"x".repeat(LONGEST + 1), [&*"x".repeat(LONGEST + 1)], 9), None);
    }
}
