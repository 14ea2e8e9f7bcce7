//! Monikers: the versions of a product that a page or a part of it is for, and ranges of them.
//!
//! In: a definition of monikers, or only their names. Out: their order, and which of them a range selects. Never: compares monikers
//! of two products.
//!
//! A docset may define its monikers, with product and order. Without a definition the names themselves say it: what stands before the
//! first digit is the product, and the rest is its version, whose numbers count as numbers. So `v9` is before `v10`, `net-5.0` before
//! `net-6.0`, and `netcore-3.1` is of another product than `net-5.0`; to put those in one order takes a definition.

use std::cmp::Ordering;

/// A moniker by its place in [`Monikers`], which is also its order.
pub type MonikerId = u16;

/// Most monikers of one definition.
const LIMIT_DEFINED: usize = 2000;
/// Most monikers without a definition. Content makes these, and each zone may hold all of them.
const LIMIT_DERIVED: usize = 500;
/// Most comparisons of one range.
const LIMIT_COMPARISONS: usize = 200;

/// A moniker as a definition gives it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moniker {
    /// Its name, in lower case.
    pub name: String,
    /// Monikers of one product have an order.
    pub product: String,
    /// Its place among those of the product.
    pub order: i64,
    /// What readers call it; empty for the name.
    pub title: String,
}

/// All monikers of a docset: products in the order of their names, each from old to new.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Monikers {
    list: Vec<Moniker>,
}

impl Monikers {
    /// No monikers.
    pub const fn none() -> Self {
        Self { list: Vec::new() }
    }

    /// Those of a definition.
    pub fn defined(mut list: Vec<Moniker>) -> Self {
        list.iter_mut().for_each(|moniker| moniker.name = moniker.name.to_lowercase());
        list.sort_by(|a, b| (&a.product, a.order, &a.name).cmp(&(&b.product, b.order, &b.name)));
        let mut seen = std::collections::BTreeSet::new();
        list.retain(|moniker| seen.insert(moniker.name.clone()));
        list.truncate(LIMIT_DEFINED);
        Self { list }
    }

    /// Those of which only the names are known.
    pub fn derived<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut names: Vec<String> = names.into_iter().map(str::to_lowercase).collect();
        names.sort_by(|a, b| natural(a, b));
        names.dedup();
        names.truncate(LIMIT_DERIVED);
        let moniker = |(order, name): (usize, String)| {
            let digits = name.find(|c: char| c.is_ascii_digit()).unwrap_or(name.len());
            Moniker { product: name[..digits].to_owned(), order: order as i64, name, title: String::new() }
        };
        Self::defined(names.into_iter().enumerate().map(moniker).collect())
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The moniker of that name.
    pub fn find(&self, name: &str) -> Option<MonikerId> {
        let at = self.list.iter().position(|moniker| moniker.name.eq_ignore_ascii_case(name))?;
        MonikerId::try_from(at).ok()
    }

    /// A moniker by its place.
    pub fn get(&self, id: MonikerId) -> &Moniker {
        &self.list[usize::from(id)]
    }

    /// All of the products that some of `ids` are of, in order.
    pub fn siblings(&self, ids: &[MonikerId]) -> Vec<MonikerId> {
        let is_wanted = |id: &MonikerId| ids.iter().any(|other| self.get(*other).product == self.get(*id).product);
        self.ids().filter(is_wanted).collect()
    }

    /// The monikers that a range selects, in order.
    ///
    /// # Errors
    /// What is wrong with the range, as the end of a message.
    pub fn select(&self, range: &str) -> Result<Vec<MonikerId>, String> {
        let mut selected = vec![false; self.list.len()];
        for comparisons in read(range)? {
            let mut bounds = Vec::new();
            for (comparison, name) in comparisons {
                let id = self.find(name).ok_or_else(|| format!("names `{name}`, which is no moniker of the docset"))?;
                bounds.push((comparison, self.get(id)));
            }
            for (moniker, is_selected) in self.list.iter().zip(&mut selected) {
                *is_selected |= bounds.iter().all(|(comparison, bound)| comparison.holds(moniker, bound));
            }
        }
        Ok(self.ids().filter(|id| selected[usize::from(*id)]).collect())
    }

    fn ids(&self) -> impl Iterator<Item = MonikerId> + use<> {
        (0..).take(self.list.len())
    }
}

/// How a moniker stands to another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparison {
    AtLeast,
    AtMost,
    After,
    Before,
    Is,
}

impl Comparison {
    fn holds(self, moniker: &Moniker, bound: &Moniker) -> bool {
        let is_of_product = moniker.product == bound.product;
        match self {
            Self::Is => moniker.name == bound.name,
            Self::AtLeast => is_of_product && moniker.order >= bound.order,
            Self::AtMost => is_of_product && moniker.order <= bound.order,
            Self::After => is_of_product && moniker.order > bound.order,
            Self::Before => is_of_product && moniker.order < bound.order,
        }
    }
}

/// The names in a range, be the rest of it as it may.
pub fn names(range: &str) -> impl Iterator<Item = &str> {
    range.split(|c: char| !is_of_name(c)).filter(|name| !name.is_empty())
}

/// Whether a text can be the name of a moniker.
pub fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_of_name)
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_')
}

type Comparisons<'a> = Vec<(Comparison, &'a str)>;

/// Alternatives, each of them comparisons that all must hold.
fn read(range: &str) -> Result<Vec<Comparisons<'_>>, String> {
    let alternatives: Result<Vec<_>, String> = range.split("||").map(comparisons).collect();
    let alternatives = alternatives?;
    match alternatives.iter().map(Vec::len).sum::<usize>() {
        0..=LIMIT_COMPARISONS => Ok(alternatives),
        _ => Err(format!("has more than {LIMIT_COMPARISONS} comparisons")),
    }
}

fn comparisons(text: &str) -> Result<Comparisons<'_>, String> {
    const SIGNS: [(&str, Comparison); 5] = [
        (">=", Comparison::AtLeast),
        ("<=", Comparison::AtMost),
        (">", Comparison::After),
        ("<", Comparison::Before),
        ("=", Comparison::Is),
    ];
    let mut found = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let sign = SIGNS.iter().find_map(|(sign, comparison)| rest.strip_prefix(sign).map(|behind| (*comparison, behind)));
        let (comparison, behind) = sign.map_or((Comparison::Is, rest), |(comparison, behind)| (comparison, behind.trim_start()));
        let length = behind.find(|c| !is_of_name(c)).unwrap_or(behind.len());
        if length == 0 {
            let wrong: String = behind.chars().take(1).collect();
            return Err(if wrong.is_empty() {
                "ends where a moniker is missing".into()
            } else {
                format!("has `{wrong}` where a moniker is missing")
            });
        }
        found.push((comparison, &behind[..length]));
        rest = behind[length..].trim_start();
    }
    if found.is_empty() { Err("has an empty alternative".into()) } else { Ok(found) }
}

/// Names in the order of versions: numbers as numbers, and a name before a longer one, but behind one that goes on with a hyphen and a
/// letter, as `7.0-preview` does before `7.0`.
fn natural(a: &str, b: &str) -> Ordering {
    let (mut rest_a, mut rest_b) = (a, b);
    loop {
        let (part_a, part_b) = (part(rest_a), part(rest_b));
        if part_a.is_empty() || part_b.is_empty() {
            let is_before = |rest: &str| rest.strip_prefix('-').is_some_and(|r| r.starts_with(|c: char| c.is_ascii_alphabetic()));
            return match (is_before(part_a), is_before(part_b)) {
                (true, false) if a.len() != rest_a.len() => Ordering::Less,
                (false, true) if b.len() != rest_b.len() => Ordering::Greater,
                _ => part_a.len().cmp(&part_b.len()).then_with(|| a.cmp(b)),
            };
        }
        let order = match (number(part_a), number(part_b)) {
            (Some(a), Some(b)) => (a.len(), a).cmp(&(b.len(), b)),
            _ => part_a.cmp(part_b),
        };
        if order != Ordering::Equal {
            return order;
        }
        (rest_a, rest_b) = (&rest_a[part_a.len()..], &rest_b[part_b.len()..]);
    }
}

/// The digits, or what is none, at the beginning.
fn part(text: &str) -> &str {
    let is_digit = text.starts_with(|c: char| c.is_ascii_digit());
    &text[..text.find(|c: char| c.is_ascii_digit() != is_digit).unwrap_or(text.len())]
}

/// A number without the zeros before it.
fn number(part: &str) -> Option<&str> {
    part.starts_with(|c: char| c.is_ascii_digit()).then(|| part.trim_start_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selected(monikers: &Monikers, range: &str) -> String {
        match monikers.select(range) {
            Ok(ids) => ids.into_iter().map(|id| monikers.get(id).name.as_str()).collect::<Vec<_>>().join(" "),
            Err(why) => why,
        }
    }

    #[test]
    fn names_alone_have_the_order_of_versions() {
        let names = ["v10", "v9", "V1", "net-6.0", "net-5.0", "net-10.0-preview", "net-10.0", "netcore-3.1", "net-6.0"];
        let monikers = Monikers::derived(names);
        assert_eq!(selected(&monikers, ">=v1"), "v1 v9 v10");
        assert_eq!(selected(&monikers, ">net-5.0"), "net-6.0 net-10.0-preview net-10.0");
        assert_eq!(selected(&monikers, "<=netcore-3.1"), "netcore-3.1");
    }

    #[test]
    fn ranges() {
        let monikers = Monikers::derived(["v1", "v2", "v3", "v4", "w1"]);
        let cases = [
            (">=v2 <v4", "v2 v3"),
            ("v1 || >v3", "v1 v4"),
            ("=v2", "v2"),
            ("< v2||w1", "v1 w1"),
            ("v1 v2", ""),
            ("<=V2", "v1 v2"),
            (">=v2 <=w1", ""),
            ("", "has an empty alternative"),
            ("v1 ||", "has an empty alternative"),
            (">=", "ends where a moniker is missing"),
            (">=>v1", "has `>` where a moniker is missing"),
            ("v1, v2", "has `,` where a moniker is missing"),
            (">=v9", "names `v9`, which is no moniker of the docset"),
        ];
        for (range, expected) in cases {
            assert_eq!(selected(&monikers, range), expected, "{range}");
        }
        assert!(monikers.select(&"v1 ".repeat(201)).is_err());
    }

    #[test]
    fn a_definition_gives_order_and_product() {
        let moniker = |name: &str, order| Moniker { name: name.into(), product: "net".into(), order, title: String::new() };
        let monikers = Monikers::defined(vec![moniker("net-5.0", 2), moniker("netcore-3.1", 1), moniker("NET-5.0", 3)]);
        assert_eq!(selected(&monikers, "<=net-5.0"), "netcore-3.1 net-5.0");
        assert_eq!(monikers.siblings(&[1]), [0, 1]);
    }

    #[test]
    fn every_text_has_an_end() {
        for text in ["", "||", ">", "v1||||v2", "ü", "<= =", "\u{0}", "v1\tv2"] {
            let _ = Monikers::derived(names(text)).select(text);
        }
    }
}
