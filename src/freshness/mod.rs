//! Whether a translation is of the source as it is now.
//!
//! In: the bytes of a source page and the hash that a translation recorded. Out: fresh or stale, and in [`segments`] of a stale page what
//! changed. Never: dates; a date proves nothing.
//!
//! `ms.openlocfilehash` is the SHA-1 of the source file's bytes as the localizer's checkout had them: with the line endings as stored,
//! or with CRLF where the repository normalises them. So a page is fresh when any of three forms of the source has that hash.

pub mod diff;
pub mod seeming;
pub mod segments;

use sha1::{Digest, Sha1};

/// SHA-1 of a source file as stored, with CRLF and with LF line endings, as lower-case hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceHashes([String; 3]);

impl SourceHashes {
    /// Hashes the bytes of a source file, whatever their encoding.
    pub fn of(bytes: &[u8]) -> Self {
        let mut lf = Vec::with_capacity(bytes.len());
        let mut crlf = Vec::with_capacity(bytes.len() + bytes.len() / 32);
        let mut lines = bytes.split(|b| *b == b'\n').peekable();
        while let Some(line) = lines.next() {
            let is_last = lines.peek().is_none();
            let line = line.strip_suffix(b"\r").filter(|_| !is_last).unwrap_or(line);
            let (short, long): (&[u8], &[u8]) = if is_last { (b"", b"") } else { (b"\n", b"\r\n") };
            lf.extend_from_slice(line);
            lf.extend_from_slice(short);
            crlf.extend_from_slice(line);
            crlf.extend_from_slice(long);
        }
        Self([sha1(bytes), sha1(&crlf), sha1(&lf)])
    }

    /// Whether a translation that recorded `hash` is of this file.
    pub fn match_hash(&self, hash: &str) -> bool {
        self.0.iter().any(|h| h.eq_ignore_ascii_case(hash))
    }
}

fn sha1(bytes: &[u8]) -> String {
    Sha1::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// What the hashes prove of a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// It is of the source as it is now.
    Fresh,
    /// The source changed since, and nothing of it that was translated.
    Cosmetic,
    /// The source changed since.
    Stale,
    /// There is no source, or the translation recorded no hash.
    Unknown,
}

impl Freshness {
    /// `fresh`, `cosmetic`, `stale` or the empty string.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Cosmetic => "cosmetic",
            Self::Stale => "stale",
            Self::Unknown => "",
        }
    }
}

/// Compares a translation's recorded hash with its source.
pub fn of_page(recorded: Option<&str>, source: Option<&SourceHashes>) -> Freshness {
    match (recorded, source) {
        (Some(hash), Some(source)) if source.match_hash(hash) => Freshness::Fresh,
        (Some(_), Some(_)) => Freshness::Stale,
        _ => Freshness::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_endings_do_not_make_a_page_stale() {
        let recorded = sha1(b"a\r\nb\r\n");
        assert_eq!(of_page(Some(&recorded), Some(&SourceHashes::of(b"a\nb\n"))), Freshness::Fresh);
        assert_eq!(of_page(Some(&recorded), Some(&SourceHashes::of(b"a\nc\n"))), Freshness::Stale);
        let odd = sha1(b"caf\x85\r\n\r\n\r");
        assert_eq!(of_page(Some(&odd), Some(&SourceHashes::of(b"caf\x85\n\r\n\r"))), Freshness::Fresh);
        assert_eq!(of_page(None, Some(&SourceHashes::of(b"a\n"))), Freshness::Unknown);
    }
}
