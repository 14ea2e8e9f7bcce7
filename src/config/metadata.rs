//! Metadata that pages have from their docset.
//!
//! In: `globalMetadata` and `fileMetadata` of a `docfx.json`. Out: the value of a key for a page, or a whole front matter.
//! Never: takes the place of a value that the page gives itself.

use super::OneGlob;
use crate::model::{Field, FrontMatter, Yaml};
use crate::source::Span;

/// The metadata of a docset: of all its pages, and of those that fit a pattern.
#[derive(Debug, Clone, Default)]
pub struct Inherited {
    global: Vec<(String, Yaml)>,
    /// For each key, values by pattern below the docset's folder; the last that fits a page wins.
    by_file: Vec<(String, Vec<(OneGlob, Yaml)>)>,
}

/// Most patterns of one docset that are read.
const MOST: usize = 2000;

impl Inherited {
    /// Reads the patterns; one that cannot be read fits no page, and those behind the limit are left out.
    pub fn new(global: Vec<(String, Yaml)>, by_file: Vec<(String, Vec<(String, Yaml)>)>) -> Self {
        let mut left = MOST;
        let mut compile = |(pattern, value): (String, Yaml)| {
            left = left.checked_sub(1)?;
            OneGlob::new(&pattern).ok().map(|glob| (glob, value))
        };
        let by_file = by_file.into_iter().map(|(key, values)| (key, values.into_iter().filter_map(&mut compile).collect()));
        Self { by_file: by_file.collect(), global }
    }

    /// Whether some page may have a value for one of these keys.
    pub fn has_any(&self, keys: &[&str]) -> bool {
        self.keys().any(|key| keys.iter().any(|k| k.eq_ignore_ascii_case(key)))
    }

    /// The value of a key, in any letter case, for the page at `path` below the docset's folder.
    pub fn value(&self, key: &str, path: &str) -> Option<&Yaml> {
        let of_file = self.by_file.iter().filter(|(k, _)| k.eq_ignore_ascii_case(key));
        let of_file = of_file.flat_map(|(_, values)| values).rfind(|(glob, _)| glob.fits(path)).map(|(_, value)| value);
        of_file.or_else(|| self.global.iter().find(|(k, _)| k.eq_ignore_ascii_case(key)).map(|(_, value)| value))
    }

    /// The metadata of a page: its own keys, and behind them those of `wanted` that it has from its docset, without a place.
    pub fn effective(&self, own: &FrontMatter, path: &str, wanted: &[&str]) -> FrontMatter {
        let mut all = own.clone();
        for key in wanted.iter().filter(|key| own.get(key).is_none()) {
            if let Some(value) = self.value(key, path) {
                let (key_span, value_span) = (Span::default(), Span::default());
                all.fields.push(Field { key: (*key).to_owned(), key_span, value_span, value: value.clone() });
            }
        }
        all
    }

    fn keys(&self) -> impl Iterator<Item = &str> {
        self.global.iter().map(|(key, _)| key.as_str()).chain(self.by_file.iter().map(|(key, _)| key.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scalar(text: &str) -> Yaml {
        Yaml::Scalar(text.to_owned())
    }

    #[test]
    fn pages_come_before_files_and_files_before_all() {
        let values = |list: &[(&str, &str)]| list.iter().map(|(glob, v)| ((*glob).to_owned(), scalar(v))).collect();
        let by_file =
            vec![("ms.topic".to_owned(), values(&[("**/*.md", "first"), ("a/**", "last"), ("b/**", "other"), ("[", "bad")]))];
        let inherited = Inherited::new(vec![("MS.topic".to_owned(), scalar("all")), ("robots".to_owned(), scalar("x"))], by_file);
        let topic = |path: &str| inherited.value("ms.topic", path).and_then(Yaml::text).unwrap_or_default().to_owned();
        assert_eq!([topic("a/x.md"), topic("x.md"), topic("x.yml")], ["last", "first", "all"]);
        let field = Field { key: "ROBOTS".into(), key_span: Span::default(), value_span: Span::default(), value: scalar("own") };
        let own = FrontMatter { span: Span::default(), fields: vec![field] };
        let all = inherited.effective(&own, "a/x.md", &["robots", "ms.topic", "title"]);
        assert_eq!((all.text("robots"), all.text("ms.topic"), all.text("title")), (Some("own"), Some("last"), None));
        assert!(inherited.has_any(&["title", "Robots"]) && !inherited.has_any(&["title"]));
    }
}
