//! One YAML value, through the library, with every scalar as text.
//!
//! In: what stands behind `key:`. Out: [`Yaml`], or what is wrong and where. Never: a number, a boolean, an expanded alias.
//!
//! The library resolves untyped scalars (`8282e12` becomes a float), but gives the exact text to whoever asks for a string.
//! So a value is read twice: once for its shape, once for the text of each scalar in that shape.

use crate::model::Yaml;
use rustc_hash::FxHashSet;
use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::cell::Cell;
use std::fmt;
use std::ops::Range;

/// How deep flow collections may be nested.
pub const LIMIT_FLOW_DEPTH: usize = 32;

/// The same for a whole file, whose texts may be full of brackets that are none of YAML's.
const LIMIT_DOCUMENT_DEPTH: usize = 1000;

/// Why a value could not be read.
#[derive(Debug)]
pub struct Problem {
    /// Byte offset in the text that was given.
    pub offset: usize,
    /// The library's words, without its own position.
    pub message: String,
}

/// How much a document may hold once its aliases are expanded: its text in bytes, and as much for every value as the value takes.
const LIMIT_EXPANDED: usize = 64 << 20;

/// Reads what stands behind `key:`, further lines included.
pub fn read(value: &str) -> Result<Yaml, Problem> {
    let document = format!("k:{value}\n");
    let read = whole(&document).map_err(|problem| Problem { offset: problem.offset.saturating_sub(2), ..problem })?;
    match read {
        Yaml::Map(mut entries) if entries.len() == 1 => Ok(entries.remove(0).1),
        _ => Err(Problem { offset: 0, message: "the value ends its key".into() }),
    }
}

/// Reads a whole file. A file of comments is an empty text.
pub fn document(text: &str) -> Result<Yaml, Problem> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    if flow_depth(&text[start..]) > LIMIT_DOCUMENT_DEPTH {
        let message = format!("brackets are nested deeper than {LIMIT_DOCUMENT_DEPTH}");
        return Err(Problem { offset: start, message });
    }
    if let Some(offset) = alias(text) {
        return Err(Problem { offset, message: "an alias is not read".into() });
    }
    let is_empty = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#') || line.trim() == "---";
    if text[start..].lines().all(is_empty) {
        return Ok(Yaml::Scalar(String::new()));
    }
    whole(&text[start..]).map_err(|problem| Problem { offset: (problem.offset + start).min(text.len()), ..problem })
}

fn whole(document: &str) -> Result<Yaml, Problem> {
    let left = Cell::new(LIMIT_EXPANDED);
    let shape = parse(document, ShapeSeed(&left))?;
    parse(document, TextSeed(&shape))
}

/// Where an alias stands for something that an anchor names; one can make a small file endless.
fn alias(text: &str) -> Option<usize> {
    let starts = text.match_indices('&').filter(|(at, _)| text[..*at].ends_with([' ', '\t', '\n', '[', '{', ',']));
    let name = |at: usize| {
        let rest = &text[at + 1..];
        &rest[..rest.find([' ', '\t', '\r', '\n', ',', ']', '}', ';']).unwrap_or(rest.len())]
    };
    let names = starts.map(|(at, _)| name(at)).filter(|name| !name.is_empty()).take(100);
    names.filter_map(|name| text.find(&format!("*{name}"))).next()
}

fn parse<'a, S: DeserializeSeed<'a>>(document: &'a str, seed: S) -> Result<S::Value, Problem> {
    seed.deserialize(serde_yaml::Deserializer::from_str(document)).map_err(|error| {
        let offset = error.location().map_or(0, |l| l.index());
        let text = error.to_string();
        let message = text.split(" at line ").next().and_then(|t| t.split(" at position ").next()).unwrap_or(&text).to_owned();
        Problem { offset, message }
    })
}

/// The first key that stands twice in a map.
pub fn duplicate_key(entries: &[(String, Yaml)]) -> Option<&str> {
    let mut seen = FxHashSet::default();
    entries.iter().map(|(key, _)| key.as_str()).find(|key| entries.len() > 1 && !seen.insert(*key))
}

/// The first key that stands twice in a map anywhere in a value.
pub fn duplicate_within(value: &Yaml) -> Option<&str> {
    match value {
        Yaml::Scalar(_) => None,
        Yaml::List(items) => items.iter().find_map(duplicate_within),
        Yaml::Map(entries) => duplicate_key(entries).or_else(|| entries.iter().find_map(|(_, value)| duplicate_within(value))),
    }
}

/// Where `value` uses an anchor, alias, tag or merge key, if it does. Quoted text and block scalars are skipped.
pub fn feature(value: &str) -> Option<Range<usize>> {
    if value.starts_with(['|', '>']) {
        return None;
    }
    let bytes = value.as_bytes();
    let (mut at, mut fresh) = (0, true);
    while at < bytes.len() {
        match bytes[at] {
            quote @ (b'"' | b'\'') if fresh => {
                at += 1 + value[at + 1..].find(quote as char).unwrap_or(value.len() - at - 1);
                fresh = false;
            }
            b'&' | b'*' | b'!' if fresh && bytes.get(at + 1).is_some_and(|b| !b.is_ascii_whitespace()) => {
                let end = value[at..].find([' ', '\n', ',', ']', '}']).map_or(value.len(), |n| at + n);
                return Some(at..end);
            }
            b'<' if fresh && value[at..].starts_with("<<:") => return Some(at..at + 2),
            b' ' | b'\n' | b'\r' | b'\t' => {}
            b'[' | b'{' | b',' => fresh = true,
            b'-' | b':' | b'?' => fresh = bytes.get(at + 1).is_none_or(|b| b.is_ascii_whitespace()) || fresh,
            _ => fresh = false,
        }
        at += 1;
    }
    None
}

/// The deepest nesting of `[` and `{`, quotes not understood: an upper bound that costs one pass.
pub fn flow_depth(value: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in value.bytes() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// What a value is made of, scalars left out.
enum Shape {
    Scalar,
    List(Vec<Shape>),
    Map(Vec<Shape>),
}

#[derive(Clone, Copy)]
struct ShapeSeed<'s>(&'s Cell<usize>);

impl ShapeSeed<'_> {
    /// Counts a value of that many bytes.
    fn take<E: de::Error>(self, bytes: usize) -> Result<(), E> {
        let left = self.0.get().checked_sub(bytes + size_of::<Yaml>());
        self.0.set(left.ok_or_else(|| E::custom("aliases repeat too much"))?);
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for ShapeSeed<'_> {
    type Value = Shape;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Shape, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ShapeSeed<'_> {
    type Value = Shape;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_unit<E: de::Error>(self) -> Result<Shape, E> {
        self.take(0).map(|()| Shape::Scalar)
    }
    fn visit_bool<E: de::Error>(self, _: bool) -> Result<Shape, E> {
        self.take(8).map(|()| Shape::Scalar)
    }
    fn visit_i64<E: de::Error>(self, _: i64) -> Result<Shape, E> {
        self.take(8).map(|()| Shape::Scalar)
    }
    fn visit_u64<E: de::Error>(self, _: u64) -> Result<Shape, E> {
        self.take(8).map(|()| Shape::Scalar)
    }
    fn visit_i128<E: de::Error>(self, _: i128) -> Result<Shape, E> {
        self.take(8).map(|()| Shape::Scalar)
    }
    fn visit_u128<E: de::Error>(self, _: u128) -> Result<Shape, E> {
        self.take(8).map(|()| Shape::Scalar)
    }
    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Shape, E> {
        self.take(8).map(|()| Shape::Scalar)
    }
    fn visit_str<E: de::Error>(self, text: &str) -> Result<Shape, E> {
        self.take(text.len()).map(|()| Shape::Scalar)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Shape, A::Error> {
        self.take(0)?;
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(self)? {
            items.push(item);
        }
        Ok(Shape::List(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Shape, A::Error> {
        self.take(0)?;
        let mut values = Vec::new();
        while map.next_key::<IgnoredAny>()?.is_some() {
            values.push(map.next_value_seed(self)?);
        }
        Ok(Shape::Map(values))
    }
}

/// Reads a value whose shape is known, every scalar as a string.
struct TextSeed<'s>(&'s Shape);

impl<'de> DeserializeSeed<'de> for TextSeed<'_> {
    type Value = Yaml;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Yaml, D::Error> {
        match self.0 {
            Shape::Scalar => deserializer.deserialize_str(self),
            Shape::List(_) => deserializer.deserialize_seq(self),
            Shape::Map(_) => deserializer.deserialize_map(self),
        }
    }
}

impl<'de> Visitor<'de> for TextSeed<'_> {
    type Value = Yaml;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the same value again")
    }
    fn visit_str<E>(self, text: &str) -> Result<Yaml, E> {
        Ok(Yaml::Scalar(text.to_owned()))
    }
    fn visit_unit<E>(self) -> Result<Yaml, E> {
        Ok(Yaml::Scalar(String::new()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Yaml, A::Error> {
        let Shape::List(shapes) = self.0 else { return Err(de::Error::custom("the value changed its shape")) };
        let mut items = Vec::new();
        for shape in shapes {
            items.extend(seq.next_element_seed(TextSeed(shape))?);
        }
        Ok(Yaml::List(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Yaml, A::Error> {
        let Shape::Map(shapes) = self.0 else { return Err(de::Error::custom("the value changed its shape")) };
        let mut entries = Vec::new();
        for shape in shapes {
            let Some(key) = map.next_key_seed(TextSeed(&Shape::Scalar))? else { break };
            let value = map.next_value_seed(TextSeed(shape))?;
            entries.push((key.text().unwrap_or_default().to_owned(), value));
        }
        Ok(Yaml::Map(entries))
    }
}
