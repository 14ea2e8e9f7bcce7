//! Attributes of a `:::` construct: `name="value"`, separated by blanks, between these quotation marks only, as DocFX has them.
//!
//! In: the text behind the name of a construct, up to the end of its line. Out: the attributes, and where they end.
//! Never: decodes a value or knows which names there are.

/// Most attributes that are read.
const LIMIT: usize = 32;

/// The attributes of a construct, as written.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Attributes<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Attributes<'a> {
    /// The value of a name, in any case of letters.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.0.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
    }

    /// The value of a name, unless it is blank.
    pub fn filled(&self, name: &str) -> Option<&'a str> {
        self.get(name).map(str::trim).filter(|value| !value.is_empty())
    }

    /// All of them in order.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, &'a str)> + '_ {
        self.0.iter().copied()
    }

    /// The first name that is not in `known`.
    pub fn unknown(&self, known: &[&str]) -> Option<&'a str> {
        self.0.iter().map(|(name, _)| *name).find(|name| !known.iter().any(|k| k.eq_ignore_ascii_case(name)))
    }

    /// The first name that stands there twice.
    pub fn duplicate(&self) -> Option<&'a str> {
        let again = |at: usize, name: &str| self.0[..at].iter().any(|(n, _)| n.eq_ignore_ascii_case(name));
        self.0.iter().enumerate().find(|(at, (name, _))| again(*at, name)).map(|(_, (name, _))| *name)
    }
}

/// Reads attributes to the end of `text` or to what is none. The number is the offset of that place, blanks passed over.
pub fn read(text: &str) -> (Attributes<'_>, usize) {
    let mut found = Vec::new();
    let mut at = blanks(text, 0);
    while found.len() < LIMIT {
        let Some((name, value, end)) = attribute(text, at) else { break };
        found.push((name, value));
        at = blanks(text, end);
    }
    (Attributes(found), at)
}

fn attribute(text: &str, at: usize) -> Option<(&str, &str, usize)> {
    let rest = &text[at..];
    let length = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')).count();
    if length == 0 {
        return None;
    }
    let equals = blanks(text, at + length);
    if text.as_bytes().get(equals) != Some(&b'=') {
        return None;
    }
    let open = blanks(text, equals + 1);
    text.as_bytes().get(open).filter(|b| **b == b'"')?;
    let close = open + 1 + memchr::memchr(b'"', &text.as_bytes()[open + 1..])?;
    Some((&rest[..length], &text[open + 1..close], close + 1))
}

fn blanks(text: &str, at: usize) -> usize {
    at + text.as_bytes()[at..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_values() {
        let (attributes, end) = read(" a=\"1 'x'\" B-c = \"2\":::");
        assert_eq!(attributes.get("A"), Some("1 'x'"));
        assert_eq!(attributes.get("b-c"), Some("2"));
        assert_eq!(end, 20);
        assert_eq!(read("a=\"open").1, 0);
        assert_eq!(read("a='1'").1, 0);
        assert_eq!(read("a=\"1\" a=\"2\"").0.duplicate(), Some("a"));
        assert_eq!(read("").1, 0);
    }
}
