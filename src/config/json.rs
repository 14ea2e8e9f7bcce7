//! JSON as people write it in configuration files: with a byte-order mark, comments and commas before a closing bracket. And YAML that says
//! what JSON can say.
//!
//! In: the text of a file. Out: a value, its maps in the order written, or what is wrong and where.
//! Never: moves a byte, so that places in errors are those of the file.

use crate::source::Span;
use serde_json::Value;

/// In which notation a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// JSON, with comments and trailing commas.
    Json,
    /// YAML.
    Yaml,
}

impl Notation {
    /// That of a file, by its name.
    pub fn of(path: &str) -> Self {
        if path.ends_with(".json") { Self::Json } else { Self::Yaml }
    }
}

/// What is wrong with a text that is no JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonError {
    /// Where.
    pub span: Span,
    /// A lower-case phrase.
    pub message: String,
}

/// Reads either notation.
pub fn read_in(notation: Notation, text: &str) -> Result<Value, JsonError> {
    match notation {
        Notation::Json => read(text),
        Notation::Yaml => read_yaml(text),
    }
}

/// Reads JSON strictly, and where that fails, with comments and trailing commas taken out.
pub fn read(text: &str) -> Result<Value, JsonError> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let body = &text[start..];
    let strict = match serde_json::from_str(body) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    serde_json::from_str(&relaxed(body)).map_err(|_| {
        let at = start + offset(body, strict.line(), strict.column());
        let message = strict.to_string();
        let message = message.split(" at line ").next().unwrap_or_default().to_owned();
        JsonError { span: Span::new(at, at), message }
    })
}

/// Reads YAML of the kinds that JSON has too. Its parser refuses what is nested or repeated too often.
fn read_yaml(text: &str) -> Result<Value, JsonError> {
    serde_yaml::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
        let start = text.len() - text.trim_start_matches('\u{feff}').len();
        let at = error.location().map_or(0, |location| start + location.index()).min(text.len());
        let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default().to_owned();
        JsonError { span: Span::new(at, at), message }
    })
}

/// The byte offset of a line and column as `serde_json` counts them: lines by `\n`, columns in bytes from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (before + column.saturating_sub(1)).min(text.len())
}

/// The same text with spaces for comments and for commas before a closing bracket.
fn relaxed(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let mut at = 0;
    let mut comma = None;
    while at < bytes.len() {
        let end = match (bytes[at], bytes.get(at + 1)) {
            (b'"', _) => string_end(&bytes, at),
            (b'/', Some(b'/')) => blank(&mut bytes, at, |rest| rest.starts_with(b"\n"), 0),
            (b'/', Some(b'*')) => blank(&mut bytes, at, |rest| rest.starts_with(b"*/"), 2),
            _ => at + 1,
        };
        match bytes[at] {
            b',' => comma = Some(at),
            b']' | b'}' => {
                if let Some(comma) = comma.take() {
                    bytes[comma] = b' ';
                }
            }
            byte if byte.is_ascii_whitespace() => {}
            _ => comma = None,
        }
        at = end;
    }
    String::from_utf8(bytes).expect("whole characters were replaced by spaces")
}

/// Behind the closing quote of the string that starts at `at`.
fn string_end(bytes: &[u8], mut at: usize) -> usize {
    at += 1;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(bytes.len())
}

/// Replaces a comment that starts at `at` by spaces, `extra` bytes of its closing included. Returns where it ends.
fn blank(bytes: &mut [u8], at: usize, closes: fn(&[u8]) -> bool, extra: usize) -> usize {
    let found = (at + 2..bytes.len()).find(|&i| closes(&bytes[i..])).map_or(bytes.len(), |i| i + extra);
    for byte in &mut bytes[at..found] {
        if !matches!(byte, b'\n' | b'\r') {
            *byte = b' ';
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_trailing_commas_are_read() {
        let text = "\u{feff}{ // é\n \"a\": [1, 2, ], /* , ] */ \"b\": \"x // , } \\\" \", // end\n}";
        assert_eq!(read(text).unwrap().to_string(), r#"{"a":[1,2],"b":"x // , } \" "}"#);
    }

    #[test]
    fn errors_stand_where_the_file_has_them() {
        let error = read("\u{feff}{\n  \"a\": é\n}").unwrap_err();
        assert_eq!((error.span.start, error.message.as_str()), (12, "expected value"));
        for text in ["", "{", "\"", "/*", "//", "{\"a\\", "[1,,]", &"[".repeat(100_000)] {
            assert!(read(text).is_err());
        }
    }

    #[test]
    fn order_is_kept() {
        assert_eq!(read(r#"{"z":1,"a":2}"#).unwrap().to_string(), r#"{"z":1,"a":2}"#);
    }
}
