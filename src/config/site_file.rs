//! `diglot.toml`, read.
//!
//! In: its text. Out: a [`Config`], or the first thing in it that cannot be used, with its place.
//! Never: touches the disk or passes over a key it does not know.

use super::{Config, ConfigError, EditAddress, Folder, OneGlob, Publish, Uids, UrlStyle, from_folders, plain_path, values};
use crate::model::Locale;
use crate::source::LineIndex;
use std::ops::Range;
use std::path::{Component, Path, PathBuf};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

const SITE_KEYS: &[&str] = &[
    "title",
    "base_url",
    "base_path",
    "source_locale",
    "theme",
    "output",
    "url_style",
    "locales",
    "search",
    "check",
    "review",
    "publish",
];
const LOCALE_KEYS: &[&str] = &["path", "name", "fallback", "prefix", "base_url", "topic_key", "uid", "content", "past", "edit"];
const SEARCH_KEYS: &[&str] = &[];
const CHECK_KEYS: &[&str] = &[];
const REVIEW_KEYS: &[&str] = &[];
const PUBLISH_KEYS: &[&str] = &["frames", "markdown", "bitext", "metadata", "edit"];

/// Reads `diglot.toml`. `file` is its path: errors name it, and everything in it is relative to its folder.
///
/// Without `[locales]` the list of locales is empty: the folders say which there are.
pub fn from_toml(text: &str, file: &Path) -> Result<Config, ConfigError> {
    from_toml_for(text, file, None)
}

/// The same with another source locale than the file says.
pub fn from_toml_for(text: &str, file: &Path, source_locale: Option<&Locale>) -> Result<Config, ConfigError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let reader = Reader { file, index: LineIndex::new(text) };
    let root = DeTable::parse(text).map_err(|e| reader.error(e.span().unwrap_or_default(), e.message().to_owned()))?;
    let site = Table { reader: &reader, name: String::new(), keys: root.get_ref() };
    site.only(SITE_KEYS)?;
    let mut config = read_site(&site, source_locale)?;
    for (name, keys) in [("search", SEARCH_KEYS), ("check", CHECK_KEYS), ("review", REVIEW_KEYS), ("publish", PUBLISH_KEYS)] {
        if let Some(section) = site.table(name)? {
            section.only(keys)?;
        }
    }
    if let Some(publish) = site.table("publish")? {
        config.frames = publish.frames()?;
        let metadata = publish.strings("metadata")?.unwrap_or_default().into_iter().map(|(key, _)| key).collect();
        config.publish = Publish { markdown: publish.flag("markdown")?, bitext: publish.flag("bitext")?, metadata };
    }
    if let Some(locales) = site.table("locales")? {
        read_locales(&locales, &mut config)?;
    }
    if let Some(publish) = site.table("publish")? {
        let edit = publish.value("edit", EditAddress::parse)?;
        config.locales.iter_mut().filter(|l| l.edit.is_none()).for_each(|l| l.edit.clone_from(&edit));
    }
    check_output(&site, &config)?;
    Ok(config)
}

fn read_site(site: &Table<'_>, source_locale: Option<&Locale>) -> Result<Config, ConfigError> {
    let folder = site.reader.file.parent().unwrap_or(Path::new(""));
    let written = site.locale("source_locale")?;
    let source = source_locale.cloned().or(written).map_or_else(|| Locale::parse(super::SOURCE_LOCALE), Ok);
    let source = source.expect("the default source locale is a valid tag");
    let mut config = from_folders(if folder.as_os_str().is_empty() { Path::new(".") } else { folder }, source, Vec::new());
    if let Some(title) = site.value("title", values::text)? {
        config.title = title;
    }
    if let Some(theme) = site.value("theme", values::segment)? {
        config.theme = theme;
    }
    config.base_url = site.value("base_url", values::base_url)?;
    config.base_path = site.value("base_path", values::base_path)?;
    config.theme_folder = Some(config.root.join("themes").join(&config.theme));
    config.output = config.root.join(site.value("output", values::folder)?.unwrap_or_else(|| "output".to_owned()));
    config.url_style = site.url_style()?;
    Ok(config)
}

fn read_locales(locales: &Table<'_>, config: &mut Config) -> Result<(), ConfigError> {
    let (mut names, mut fallbacks) = (Vec::new(), Vec::new());
    let mut spans = Vec::new();
    for (key, value) in locales.keys {
        let spelled = key.get_ref().as_ref();
        let locale = Locale::parse(spelled).map_err(|e| locales.reader.error(key.span(), e.to_string()))?;
        let table = locales.sub(spelled, value)?;
        table.only(LOCALE_KEYS)?;
        let path = table.value("path", values::folder)?.map_or_else(|| Path::new("content").join(spelled), PathBuf::from);
        let mut entry = config.locale_of(Folder { locale, spelled: spelled.to_owned(), path });
        if let Some(prefix) = table.value("prefix", values::prefix)? {
            entry.prefix = prefix;
        }
        entry.base_url = table.value("base_url", values::base_url)?;
        entry.topic_key = table.value("topic_key", values::text)?;
        entry.uids = table.uids()?;
        entry.content = table.glob("content")?;
        entry.edit = table.value("edit", EditAddress::parse)?;
        entry.past = table.folders("past")?.iter().map(|folder| config.root.join(folder)).collect();
        names.push(table.value("name", values::text)?);
        fallbacks.push(table.strings("fallback")?);
        spans.push(key.span());
        config.locales.push(entry);
    }
    check_distinct(locales.reader, config, &spans)?;
    let fallbacks = fallbacks.into_iter().enumerate().map(|(at, list)| known_tags(locales.reader, config, at, list));
    let fallbacks = fallbacks.collect::<Result<Vec<_>, _>>()?;
    config.name_locales(&names);
    config.fill_fallbacks(&fallbacks);
    Ok(())
}

/// A list of strings with the place of each.
type Strings = Vec<(String, Range<usize>)>;

/// The tags of a `fallback` list, canonical, each once.
fn known_tags(
    reader: &Reader<'_>,
    config: &Config,
    at: usize,
    list: Option<Strings>,
) -> Result<Option<Vec<String>>, ConfigError> {
    let Some(list) = list else { return Ok(None) };
    let own = &config.locales[at].locale.tag;
    let mut tags: Vec<String> = Vec::new();
    for (written, span) in list {
        let tag = Locale::parse(&written).map_err(|e| reader.error(span.clone(), e.to_string()))?.tag;
        if tag == *own {
            return Err(reader.error(span, format!("`{written}` is the locale itself; a fallback is another locale")));
        }
        if !config.locales.iter().any(|l| l.locale.tag == tag) {
            let all: Vec<_> = config.locales.iter().map(|l| l.spelled.as_str()).collect();
            return Err(
                reader.error(span, format!("the fallback `{written}` is not a configured locale{}", instead(&written, &all)))
            );
        }
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    Ok(Some(tags))
}

/// No two locales may share their tag, their folder or their place in the output.
fn check_distinct(reader: &Reader<'_>, config: &Config, spans: &[Range<usize>]) -> Result<(), ConfigError> {
    for (at, one) in config.locales.iter().enumerate() {
        for other in &config.locales[..at] {
            let (a, b) = (&other.spelled, &one.spelled);
            let message = if one.locale.tag == other.locale.tag {
                format!("`{a}` and `{b}` are the same locale; keep one of them")
            } else if one.prefix.eq_ignore_ascii_case(&other.prefix) {
                format!("`{a}` and `{b}` have the same prefix `{}`; give one of them another `prefix`", one.prefix)
            } else if plain_path(&one.path) == plain_path(&other.path) {
                format!("`{a}` and `{b}` have the same folder `{}`; give one of them another `path`", one.shown)
            } else {
                continue;
            };
            return Err(reader.error(spans[at].clone(), message));
        }
    }
    Ok(())
}

/// A build replaces what is in the output, so no content may lie in it.
fn check_output(site: &Table<'_>, config: &Config) -> Result<(), ConfigError> {
    let written = site.value("output", values::folder)?.unwrap_or_else(|| "output".to_owned());
    let output = plain_path(Path::new(&written));
    let above = output.components().all(|part| part == Component::ParentDir);
    if !above && !config.locales.iter().any(|l| Path::new(&l.shown).starts_with(&output)) {
        return Ok(());
    }
    let span = site.keys.get("output").map(Spanned::span).unwrap_or_default();
    let message = "the output folder would hold the site's own files; name one beside them, as in `output = \"output\"`";
    Err(site.reader.error(span, message.to_owned()))
}

/// `; did you mean …`, or all there is to choose from.
fn instead(written: &str, known: &[&str]) -> String {
    let near = known.iter().map(|k| (strsim::jaro_winkler(&written.to_lowercase(), &k.to_lowercase()), *k));
    match near.max_by(|a, b| a.0.total_cmp(&b.0)) {
        None => "; nothing can be set here yet".to_owned(),
        Some((likeness, near)) if likeness >= 0.75 => format!("; did you mean `{near}`?"),
        Some(_) => format!("; known are {}", known.iter().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ")),
    }
}

/// The file and its lines, for errors.
struct Reader<'a> {
    file: &'a Path,
    index: LineIndex<'a>,
}

impl Reader<'_> {
    fn error(&self, span: Range<usize>, message: String) -> ConfigError {
        ConfigError { file: self.file.to_path_buf(), position: Some(self.index.position(span.start)), message }
    }
}

/// One table of the file.
struct Table<'a> {
    reader: &'a Reader<'a>,
    /// Its path in the file, empty for the whole.
    name: String,
    keys: &'a DeTable<'a>,
}

impl<'a> Table<'a> {
    /// Fails at the first key that is not one of `known`.
    fn only(&self, known: &[&str]) -> Result<(), ConfigError> {
        let Some(key) = self.keys.keys().find(|key| !known.contains(&key.get_ref().as_ref())) else { return Ok(()) };
        let place = if self.name.is_empty() { String::new() } else { format!(" in `[{}]`", self.name) };
        Err(self.reader.error(key.span(), format!("unknown key `{}`{place}{}", key.get_ref(), instead(key.get_ref(), known))))
    }

    /// A table in this one.
    fn sub(&self, key: &str, value: &'a Spanned<DeValue<'a>>) -> Result<Table<'a>, ConfigError> {
        match value.get_ref() {
            DeValue::Table(keys) => {
                let name = if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) };
                Ok(Table { reader: self.reader, name, keys })
            }
            other => Err(self.wrong_type(key, value, other, "a table")),
        }
    }

    fn table(&self, key: &str) -> Result<Option<Table<'a>>, ConfigError> {
        self.keys.get(key).map(|value| self.sub(key, value)).transpose()
    }

    fn string(&self, key: &str) -> Result<Option<(&'a str, Range<usize>)>, ConfigError> {
        let Some(value) = self.keys.get(key) else { return Ok(None) };
        match value.get_ref() {
            DeValue::String(text) => Ok(Some((text.as_ref(), value.span()))),
            other => Err(self.wrong_type(key, value, other, "a string")),
        }
    }

    /// A string that passed `check`.
    fn value<T>(&self, key: &str, check: fn(&str) -> Result<T, &'static str>) -> Result<Option<T>, ConfigError> {
        let Some((text, span)) = self.string(key)? else { return Ok(None) };
        check(text).map(Some).map_err(|why| self.reader.error(span, format!("`{key}`: `{}` {why}", text.escape_debug())))
    }

    fn strings(&self, key: &str) -> Result<Option<Strings>, ConfigError> {
        let Some(value) = self.keys.get(key) else { return Ok(None) };
        let DeValue::Array(items) = value.get_ref() else {
            return Err(self.wrong_type(key, value, value.get_ref(), "a list of strings"));
        };
        let text = |item: &Spanned<DeValue<'a>>| match item.get_ref() {
            DeValue::String(text) => Ok((text.to_string(), item.span())),
            other => Err(self.wrong_type(key, item, other, "a list of strings")),
        };
        items.iter().map(text).collect::<Result<Vec<_>, _>>().map(Some)
    }

    /// A folder, or a list of them.
    fn folders(&self, key: &str) -> Result<Vec<String>, ConfigError> {
        let Some(value) = self.keys.get(key) else { return Ok(Vec::new()) };
        let folders = match value.get_ref() {
            DeValue::String(text) => vec![(text.to_string(), value.span())],
            DeValue::Array(_) => self.strings(key)?.unwrap_or_default(),
            other => return Err(self.wrong_type(key, value, other, "a folder, or a list of folders")),
        };
        let checked = |(text, span): (String, Range<usize>)| {
            let wrong = |why| self.reader.error(span, format!("`{key}`: `{}` {why}", text.escape_debug()));
            values::folder(&text).map_err(wrong)
        };
        folders.into_iter().map(checked).collect()
    }

    /// `true` or `false`; `false` where it is not said.
    fn flag(&self, key: &str) -> Result<bool, ConfigError> {
        let Some(value) = self.keys.get(key) else { return Ok(false) };
        match value.get_ref() {
            DeValue::Boolean(flag) => Ok(*flag),
            other => Err(self.wrong_type(key, value, other, "true or false")),
        }
    }

    fn locale(&self, key: &str) -> Result<Option<Locale>, ConfigError> {
        let Some((tag, span)) = self.string(key)? else { return Ok(None) };
        Locale::parse(tag).map(Some).map_err(|e| self.reader.error(span, e.to_string()))
    }

    fn glob(&self, key: &str) -> Result<Option<String>, ConfigError> {
        let Some((pattern, span)) = self.string(key)? else { return Ok(None) };
        let checked = OneGlob::new(pattern);
        checked.map(|_| Some(pattern.to_owned())).map_err(|why| self.reader.error(span, format!("`{key}`: `{pattern}` {why}")))
    }

    fn url_style(&self) -> Result<UrlStyle, ConfigError> {
        match self.string("url_style")? {
            None => Ok(UrlStyle::default()),
            Some(("file", _)) => Ok(UrlStyle::File),
            Some(("directory", _)) => Ok(UrlStyle::Directory),
            Some((other, span)) => Err(self
                .reader
                .error(span, format!("`url_style`: unknown style `{other}`{}", instead(other, &["file", "directory"])))),
        }
    }

    fn uids(&self) -> Result<Uids, ConfigError> {
        let known = ["front-matter", "path"];
        match self.string("uid")? {
            None => Ok(Uids::default()),
            Some(("front-matter", _)) => Ok(Uids::FrontMatter),
            Some(("path", _)) => Ok(Uids::Path),
            Some((other, span)) => {
                Err(self.reader.error(span, format!("`uid`: unknown source `{other}`{}", instead(other, &known))))
            }
        }
    }

    fn frames(&self) -> Result<Vec<String>, ConfigError> {
        let mut hosts = Vec::new();
        for (text, span) in self.strings("frames")?.unwrap_or_default() {
            hosts.push(values::host(&text).map_err(|why| self.reader.error(span, format!("`frames`: `{text}` {why}")))?);
        }
        hosts.sort_unstable();
        hosts.dedup();
        Ok(hosts)
    }

    fn wrong_type(&self, key: &str, at: &Spanned<DeValue<'_>>, found: &DeValue<'_>, wanted: &str) -> ConfigError {
        self.reader.error(at.span(), format!("`{key}` must be {wanted}, not {}", type_name(found)))
    }
}

fn type_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

#[cfg(test)]
mod tests;
