//! One YAML value, through the library, with every scalar as text.
//!
//! In: what stands behind `key:`. Out: [`Yaml`], or what is wrong and where. Never: a number, a boolean, an expanded alias.
//!
//! The library resolves untyped scalars (`8282e12` becomes a float), but gives the exact text to whoever asks for a string.
//! So a value is read twice: once for its shape, once for the text of each scalar in that shape.

use crate::model::Yaml;
use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::ops::Range;

/// How deep flow collections may be nested.
pub const LIMIT_FLOW_DEPTH: usize = 32;

/// Why a value could not be read.
#[derive(Debug)]
pub struct Problem {
    /// Byte offset in the text that was given.
    pub offset: usize,
    /// The library's words, without its own position.
    pub message: String,
}

/// Reads what stands behind `key:`, further lines included.
pub fn read(value: &str) -> Result<Yaml, Problem> {
    let document = format!("k:{value}\n");
    let shape = parse(&document, ShapeSeed)?;
    match parse(&document, TextSeed(&shape))? {
        Yaml::Map(mut entries) if entries.len() == 1 => Ok(entries.remove(0).1),
        _ => Err(Problem { offset: 0, message: "the value ends its key".into() }),
    }
}

fn parse<'a, S: DeserializeSeed<'a>>(document: &'a str, seed: S) -> Result<S::Value, Problem> {
    seed.deserialize(serde_yaml::Deserializer::from_str(document)).map_err(|error| {
        let offset = error.location().map_or(0, |l| l.index().saturating_sub(2));
        let text = error.to_string();
        let message = text.split(" at line ").next().and_then(|t| t.split(" at position ").next()).unwrap_or(&text).to_owned();
        Problem { offset, message }
    })
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

struct ShapeSeed;

impl<'de> DeserializeSeed<'de> for ShapeSeed {
    type Value = Shape;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Shape, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ShapeSeed {
    type Value = Shape;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_unit<E>(self) -> Result<Shape, E> {
        Ok(Shape::Scalar)
    }
    fn visit_bool<E>(self, _: bool) -> Result<Shape, E> {
        Ok(Shape::Scalar)
    }
    fn visit_i64<E>(self, _: i64) -> Result<Shape, E> {
        Ok(Shape::Scalar)
    }
    fn visit_u64<E>(self, _: u64) -> Result<Shape, E> {
        Ok(Shape::Scalar)
    }
    fn visit_i128<E>(self, _: i128) -> Result<Shape, E> {
        Ok(Shape::Scalar)
    }
    fn visit_u128<E>(self, _: u128) -> Result<Shape, E> {
        Ok(Shape::Scalar)
    }
    fn visit_f64<E>(self, _: f64) -> Result<Shape, E> {
        Ok(Shape::Scalar)
    }
    fn visit_str<E>(self, _: &str) -> Result<Shape, E> {
        Ok(Shape::Scalar)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Shape, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(Self)? {
            items.push(item);
        }
        Ok(Shape::List(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Shape, A::Error> {
        let mut values = Vec::new();
        while map.next_key::<IgnoredAny>()?.is_some() {
            values.push(map.next_value_seed(Self)?);
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
