//! Bytes to text.
//!
//! In: the bytes of a file. Out: its text, or what they look like instead. Never: guesses silently.

use std::sync::Arc;

/// What bytes turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Decoded {
    /// UTF-8, byte-order mark included.
    Text(Arc<str>),
    /// Almost UTF-8: the text with U+FFFD for what is not, the offset of the first such byte, and how many sequences there are.
    Flawed { text: String, offset: usize, count: usize },
    /// Another encoding, by its usual name.
    Other(&'static str),
    /// No text.
    Binary,
}

/// How much of a file is looked at to tell what it is, in bytes; a multiple of 4.
const SAMPLE: usize = 8192;

/// How much of it is looked through for control characters, in bytes.
const ODD_SAMPLE: usize = 1024;

/// Takes bytes for UTF-8 unless they look like something else.
pub(super) fn decode(bytes: Vec<u8>) -> Decoded {
    if let Some(name) = by_mark(&bytes) {
        return Decoded::Other(name);
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let nuls = memchr::memchr_iter(0, sample).count();
    // Without branches, so that many bytes are looked at at once: controls but tab, line feed, form feed, return and escape.
    let is_odd = |b: u8| (b < 0x09) | (b == 0x0b) | ((b > 0x0d) & (b < 0x20) & (b != 0x1b));
    let odd: usize = sample[..sample.len().min(ODD_SAMPLE)]
        .chunks(128)
        .map(|c| usize::from(c.iter().map(|b| u8::from(is_odd(*b))).sum::<u8>()))
        .sum();
    if nuls > 0
        && let Some(name) = by_zeros(sample)
    {
        return Decoded::Other(name);
    }
    if odd * 10 > sample.len().min(ODD_SAMPLE) {
        return Decoded::Binary;
    }
    // The fast check and the standard one agree; the standard one is asked again only to say what is wrong.
    if let Ok(text) = simdutf8::basic::from_utf8(&bytes) {
        return Decoded::Text(text.into());
    }
    match String::from_utf8(bytes) {
        Ok(text) => Decoded::Text(text.into()),
        Err(_) if nuls > 0 => Decoded::Binary,
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let count = error.as_bytes().utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
            Decoded::Flawed { text: String::from_utf8_lossy(error.as_bytes()).into_owned(), offset, count }
        }
    }
}

fn by_mark(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] => Some("UTF-32LE"),
        [0, 0, 0xfe, 0xff, ..] => Some("UTF-32BE"),
        [0xff, 0xfe, ..] => Some("UTF-16LE"),
        [0xfe, 0xff, ..] => Some("UTF-16BE"),
        _ => None,
    }
}

/// Tells UTF-16 and UTF-32 without a byte-order mark by where their zero bytes stand: text has spaces, digits and line ends.
fn by_zeros(sample: &[u8]) -> Option<&'static str> {
    let mut zeros = [0usize; 4];
    for (at, _) in sample.iter().enumerate().filter(|(_, byte)| **byte == 0) {
        zeros[at % 4] += 1;
    }
    let quarter = sample.len() / 4;
    // In UTF-32 one outer byte of four is always zero, and the one beside it nearly always.
    let is_utf32 = |outer: usize, inner: usize, low: usize| {
        quarter > 0 && zeros[outer] >= quarter && zeros[inner] * 2 >= quarter && zeros[low] * 4 < quarter
    };
    if is_utf32(3, 2, 0) {
        return Some("UTF-32LE");
    }
    if is_utf32(0, 1, 3) {
        return Some("UTF-32BE");
    }
    let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3]);
    // Zeros are rare in UTF-16 of Chinese or Japanese, but that is no UTF-8; UTF-8 with a stray zero is.
    let is_utf8 = std::str::from_utf8(sample).map_or_else(|e| e.error_len().is_none(), |_| true);
    let enough = (even + odd) * if is_utf8 { 4 } else { 50 } >= sample.len();
    if enough && even * 8 <= odd && is_utf16(sample, u16::from_le_bytes) {
        return Some("UTF-16LE");
    }
    if enough && odd * 8 <= even && is_utf16(sample, u16::from_be_bytes) {
        return Some("UTF-16BE");
    }
    None
}

fn is_utf16(sample: &[u8], unit: fn([u8; 2]) -> u16) -> bool {
    let units = sample.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let decoded: Vec<_> = char::decode_utf16(units).collect();
    // A pair of surrogates may be cut by the end of the sample.
    let whole = decoded.len().saturating_sub(1);
    decoded[..whole].iter().all(|c| matches!(c, Ok(c) if !c.is_control() || c.is_whitespace()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn other_encodings_are_named_with_and_without_mark() {
        for text in ["# Title\n\nSome text.\n", "# タイトル\r\n\r\n本文です。123 ここ。\r\n", "# Überschrift 😀\n"]
        {
            for mark in ["", "\u{feff}"] {
                let text = format!("{mark}{text}");
                assert_eq!(decode(utf16(&text, u16::to_le_bytes)), Decoded::Other("UTF-16LE"), "{text}");
                assert_eq!(decode(utf16(&text, u16::to_be_bytes)), Decoded::Other("UTF-16BE"), "{text}");
                let le: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
                let be: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
                assert_eq!(decode(le), Decoded::Other("UTF-32LE"), "{text}");
                assert_eq!(decode(be), Decoded::Other("UTF-32BE"), "{text}");
            }
        }
    }

    #[test]
    fn utf_8_is_kept_as_it_is() {
        for text in ["", "\u{feff}# é\r\n", "a\0b and more text to read", "a", "日本"] {
            assert_eq!(decode(text.as_bytes().to_vec()), Decoded::Text(text.into()));
        }
    }

    #[test]
    fn flaws_are_counted_and_shown() {
        let bytes = b"caf\xe9 \xc0\x80 x".to_vec();
        let text = "caf\u{fffd} \u{fffd}\u{fffd} x".to_owned();
        assert_eq!(decode(bytes), Decoded::Flawed { text, offset: 3, count: 3 });
    }

    #[test]
    fn no_text_is_binary() {
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x03".to_vec()), Decoded::Binary);
        assert_eq!(decode(vec![0; 9000]), Decoded::Binary);
        assert_eq!(decode((0..=255).cycle().take(9000).collect()), Decoded::Binary);
    }
}
