//! What an output folder holds: the list in its marker file.
//!
//! In: the text of a marker. Out: its entries, and the text of the next one. Never: an entry whose path leads out of the folder,
//! because files that are listed may be deleted; and no date, so that equal sites have equal lists.

use super::name;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The first line of the marker.
const HEADER: &str = "diglot 1";

/// A part of the BLAKE3 hash of a file.
pub type Hash = [u8; 16];

/// What is known of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Of the bytes that were written.
    pub hash: Hash,
    /// Their number.
    pub size: u64,
}

impl Entry {
    /// The entry of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let mut hash = [0; 16];
        hash.copy_from_slice(&blake3::hash(bytes).as_bytes()[..16]);
        Self { hash, size: bytes.len() as u64 }
    }
}

/// The files that a build wrote, by path, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Path relative to the output folder, and what was written.
    pub files: BTreeMap<Box<str>, Entry>,
}

impl Manifest {
    /// Reads a marker. `None` if the text is no marker of this version; lines that cannot be read are passed over.
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        // A marker that is empty comes from a build that was killed right at the start.
        if !matches!(lines.next(), None | Some(HEADER)) {
            return None;
        }
        Some(Self { files: lines.filter_map(parse_line).collect() })
    }

    /// The text of the marker.
    pub fn to_text(&self) -> String {
        let mut text = String::with_capacity(16 + self.files.len() * 80);
        text.push_str(HEADER);
        text.push('\n');
        for (path, entry) in &self.files {
            text.push_str(path);
            text.push('\t');
            for byte in entry.hash {
                let _ = write!(text, "{byte:02x}"); // writing to a String cannot fail
            }
            let _ = writeln!(text, "\t{}", entry.size);
        }
        text
    }
}

fn parse_line(line: &str) -> Option<(Box<str>, Entry)> {
    let (path, rest) = line.split_once('\t')?;
    let (digits, size) = rest.split_once('\t')?;
    let mut hash = [0; 16];
    if digits.len() != 32 || !digits.is_ascii() || name::check(path).is_err() {
        return None;
    }
    for (byte, pair) in hash.iter_mut().zip(digits.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some((path.into(), Entry { hash, size: size.parse().ok()? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_survives_being_written() {
        let files = [("b/ü.html", "x"), ("a.html", "")].map(|(p, b)| (p.into(), Entry::of(b.as_bytes())));
        let manifest = Manifest { files: files.into() };
        let text = manifest.to_text();
        assert!(text.starts_with("diglot 1\na.html\taf1349b9f5f9a1a6a0404dea36dcc949\t0\nb/ü.html\t"), "{text}");
        assert_eq!(Manifest::parse(&text), Some(manifest));
    }

    #[test]
    fn lines_that_could_do_harm_are_passed_over() {
        let hash = "0".repeat(32);
        let text =
            format!("diglot 1\n../a\t{hash}\t1\n/etc/passwd\t{hash}\t1\nb\t{hash}\tx\nc\t{hash}\nd\tzz\t1\ne\t{hash}\t5\n");
        let manifest = Manifest::parse(&text).expect("the header is right");
        assert_eq!(manifest.files.keys().map(|k| &**k).collect::<Vec<_>>(), ["e"]);
    }

    #[test]
    fn other_files_are_no_markers() {
        assert_eq!(Manifest::parse("diglot 2\n"), None);
        assert_eq!(Manifest::parse("hello"), None);
        assert_eq!(Manifest::parse(""), Some(Manifest::default()));
    }
}
