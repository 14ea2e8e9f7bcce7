//! Maps of cross references: those of other sites read in, those of this one written out.
//!
//! In: `xrefmap.yml` and `xrefmap.json` in the roots of locales and docsets, and the files that `xref` of a `docfx.json` names. Out: [`Xrefs`], and an `xrefmap.json` for each locale that has
//! uids. Never: fetches anything.

use crate::config::{self, Config};
use crate::diag::{Diagnostic, Finding, codes, locate};
use crate::load::{self, FileEntry, Scan};
use crate::markdown::url::{self, Destination};
use crate::model::{LocaleId, Yaml};
use crate::parse;
use crate::render::SiteContext;
use crate::resolve::xref::{External, Mapped, Xrefs};
use crate::resolve::{Place, SiteFinding, SiteMap, Target, folder, relative};
use crate::source::Span;
use std::sync::Arc;

/// Names of the maps that are read.
const NAMES: [&str; 3] = ["xrefmap.yml", "xrefmap.yaml", "xrefmap.json"];
/// Name of the map that is written.
const NAME: &str = "xrefmap.json";
/// Entries of a map whose faults are reported one by one.
const LIMIT_REPORTED: usize = 20;

/// Collects everything that can be referred to.
pub(super) fn read(config: &Config, scan: &Scan, map: &SiteMap) -> (Xrefs, Vec<SiteFinding>, Vec<Diagnostic>) {
    let mut mapped = Vec::new();
    let mut diagnostics = Vec::new();
    for file in scan.files.iter().filter(|file| is_map(scan, file)) {
        let read = load::read(&file.absolute(config), &file.display(config));
        let locale: Arc<str> = config.locale(file.locale).locale.tag.as_str().into();
        diagnostics.extend(read.diagnostics.into_iter().map(|d| Diagnostic { locale: Some(locale.clone()), ..d }));
        let Some(source) = read.value else { continue };
        let mut findings = Vec::new();
        mapped.push((file.locale, entries(&source.text, file, map, &mut findings)));
        diagnostics.extend(locate(findings, &source.path, &source.text, Some(&locale)));
    }
    let (xrefs, findings) = Xrefs::new(config, scan, map, mapped);
    (xrefs, findings, diagnostics)
}

/// Whether a file is a map in the root of its locale or its docset.
fn is_map(scan: &Scan, file: &FileEntry) -> bool {
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let place = folder(&file.path);
    let docsets = || scan.docsets.iter().filter(|docset| docset.locale == file.locale);
    if docsets().any(|docset| docset.xrefmaps.iter().any(|map| *map == *file.path)) {
        return true;
    }
    let is_root = place.is_empty() || scan.docset(file).is_some_and(|docset| docset.folder == place);
    is_root && NAMES.iter().any(|known| name.eq_ignore_ascii_case(known))
}

fn entries(text: &str, file: &FileEntry, map: &SiteMap, findings: &mut Vec<Finding>) -> Mapped {
    let invalid =
        |span, message: String| Finding::new(codes::XREFMAP_INVALID, span, message, "take the file again from the site it is of");
    let root = match value(text, &file.path) {
        Ok(root) => root,
        Err((at, message)) => {
            findings.push(invalid(Span::new(at, at), format!("the map cannot be read: {message}")));
            return Mapped::default();
        }
    };
    let Some(Yaml::List(references)) = get(&root, "references") else {
        findings.push(invalid(Span::default(), "the map has no list `references`".to_owned()));
        return Mapped::default();
    };
    let base = get(&root, "baseUrl").and_then(Yaml::text).unwrap_or_default();
    let mut mapped = Mapped::default();
    let mut faults = Vec::new();
    for (at, reference) in references.iter().enumerate() {
        let field = |key: &str| get(reference, key).and_then(Yaml::text).map(str::trim).filter(|t| !t.is_empty());
        let (Some(uid), Some(href)) = (field("uid"), field("href")) else {
            faults.push(format!("entry {} of the map has no uid or no href", at + 1));
            continue;
        };
        match address(&format!("{base}{href}"), href, file, map) {
            Some(To::Page(page)) => mapped.pages.push((uid.to_owned(), page)),
            Some(To::Address(href)) => {
                let name = field("name").unwrap_or(uid).to_owned();
                let full_name = field("fullName").unwrap_or_default().to_owned();
                let name_with_type = field("nameWithType").unwrap_or_default().to_owned();
                mapped.externals.push(External { uid: uid.to_owned(), name, full_name, name_with_type, href });
            }
            None => faults.push(format!("the href of `{}` leads nowhere", parse::shown(uid))),
        }
    }
    findings.extend(faults.into_iter().take(LIMIT_REPORTED).map(|message| invalid(Span::default(), message)));
    mapped
}

/// The map as a value.
pub(super) fn value(text: &str, path: &str) -> Result<Yaml, (usize, String)> {
    if !path.to_ascii_lowercase().ends_with(".json") {
        return parse::yaml_document(text).map_err(|problem| (problem.offset.min(text.len()), problem.message));
    }
    config::read_json(text).map(plain).map_err(|error| (error.span.start, error.message))
}

/// JSON as the YAML it is.
fn plain(value: serde_json::Value) -> Yaml {
    match value {
        serde_json::Value::Null => Yaml::Scalar(String::new()),
        serde_json::Value::Bool(value) => Yaml::Scalar(value.to_string()),
        serde_json::Value::Number(value) => Yaml::Scalar(value.to_string()),
        serde_json::Value::String(text) => Yaml::Scalar(text),
        serde_json::Value::Array(items) => Yaml::List(items.into_iter().map(plain).collect()),
        serde_json::Value::Object(entries) => Yaml::Map(entries.into_iter().map(|(key, value)| (key, plain(value))).collect()),
    }
}

pub(super) fn get<'a>(value: &'a Yaml, key: &str) -> Option<&'a Yaml> {
    match value {
        Yaml::Map(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, value)| value),
        _ => None,
    }
}

enum To {
    Page(crate::topics::PageId),
    Address(String),
}

/// What an href of a map leads to: an address with its base, or a page of this site.
fn address(whole: &str, href: &str, file: &FileEntry, map: &SiteMap) -> Option<To> {
    match url::classify(whole) {
        Destination::Allowed => return Some(To::Address(whole.to_owned())),
        Destination::Relative if whole.starts_with('/') => return Some(To::Address(whole.to_owned())),
        Destination::Relative => {}
        _ => return None,
    }
    let place = Place { locale: file.locale, reader: file.locale, path: &file.path, docset: folder(&file.path) };
    let page = |address: &str| match map.link(&place, address).target {
        Target::Page(page) | Target::Fallback(page, _) | Target::OtherLocale(page) => Some(To::Page(page)),
        _ => None,
    };
    page(href).or_else(|| page(&format!("{}.md", href.strip_suffix(".html")?)))
}

/// The map of a locale: path and bytes; nothing for a locale without uids.
pub(super) fn write(site: &SiteContext<'_>, locale: LocaleId) -> Option<(String, Vec<u8>)> {
    let pages = site.xrefs.pages(locale);
    if pages.is_empty() {
        return None;
    }
    let path = crate::resolve::join(&site.map.prefixes[usize::from(locale.0)], NAME);
    let reference = |(uid, page): (&str, _)| {
        let page = site.map.page(page);
        let title = &page.summary.title;
        serde_json::json!({ "uid": uid, "name": title, "href": relative(&path, &page.url), "fullName": title })
    };
    let references: Vec<serde_json::Value> = pages.into_iter().map(reference).collect();
    let json = serde_json::json!({ "references": references });
    Some((path.clone(), json.to_string().into_bytes()))
}
