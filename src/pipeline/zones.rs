//! The versions and choices of each docset: definitions read in, versions without a definition gathered from where they are named.
//!
//! In: the scan, the summaries of all pages and what they include. Out: [`Sets`] and what is wrong with definitions. Never: fetches
//! anything.

use super::xref;
use crate::compose::pivots;
use crate::config::Config;
use crate::diag::{Diagnostic, Finding, Outcome, codes, locate};
use crate::load::{self, Docset, FileEntry, Scan};
use crate::model::moniker::{self, Moniker, Monikers};
use crate::model::{LocaleId, Yaml};
use crate::render::library::Library;
use crate::render::zones::{OfPage, PIVOT_FILE, Set, Sets, Zones, named as named_in};
use crate::resolve::{join, resolve_path};
use crate::source::Span;
use crate::topics::PageSummary;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Names of versions by the index of the file that has zones for them.
pub(super) type Named = Vec<(u32, BTreeSet<String>)>;

/// Reads the versions and choices of all docsets.
pub(super) fn read(config: &Config, scan: &Scan, pages: &[PageSummary], named: &Named, library: &Library) -> Outcome<Sets> {
    let mut reading = Reading { config, scan, diagnostics: Vec::new() };
    let mut sets = Sets::default();
    let mut names = names(scan, pages, named, library);
    let mut wanted = reading.wanted_pivots(pages);
    let folders: BTreeSet<String> =
        names.keys().chain(wanted.keys()).cloned().chain(scan.docsets.iter().map(|d| d.folder.clone())).collect();
    for folder in folders {
        let names = names.remove(&folder).unwrap_or_default();
        let defined = reading.definition(&folder);
        let monikers = defined.unwrap_or_else(|| Monikers::derived(names.iter().map(String::as_str)));
        let paths = wanted.remove(&folder).unwrap_or_default();
        let pivots = paths
            .into_iter()
            .filter_map(|(locale, path)| Some(((locale, path.clone()), reading.pivots(locale, &folder, &path)?)));
        let pivots: BTreeMap<_, _> = pivots.collect();
        if !monikers.is_empty() || !pivots.is_empty() {
            sets.0.insert(folder, Set { monikers, pivots });
        }
    }
    reading.overlaps(&sets, pages);
    Outcome { value: sets, diagnostics: reading.diagnostics }
}

fn folder_of(scan: &Scan, file: &FileEntry) -> String {
    scan.docset(file).map(|docset| docset.folder.clone()).unwrap_or_default()
}

/// Every version that is named, by the folder of the docset.
fn names(scan: &Scan, pages: &[PageSummary], named: &Named, library: &Library) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut add = |folder: String, range: &str| {
        all.entry(folder).or_default().extend(moniker::names(range).map(str::to_lowercase));
    };
    for docset in &scan.docsets {
        docset.all_moniker_ranges().for_each(|range| add(docset.folder.clone(), range));
    }
    for page in pages {
        let Some(variants) = &page.metadata.variants else { continue };
        add(folder_of(scan, &scan.files[page.file as usize]), &variants.monikers);
    }
    for (file, names) in named {
        let folder = folder_of(scan, &scan.files[*file as usize]);
        names.iter().for_each(|name| add(folder.clone(), name));
    }
    for file in library.files() {
        let names = named_in(&file.source.text);
        let folder = scan.find(file.locale, &file.path).map(|entry| folder_of(scan, entry)).unwrap_or_default();
        names.iter().for_each(|name| add(folder.clone(), name));
    }
    all
}

/// A page of several at one address: its file in the scan, and the versions it is for.
type Version = (u32, Vec<moniker::MonikerId>);

struct Reading<'a> {
    config: &'a Config,
    scan: &'a Scan,
    diagnostics: Vec<Diagnostic>,
}

impl Reading<'_> {
    /// The definition of a docset's monikers: the source locale's, else that of the first locale that has one.
    fn definition(&mut self, folder: &str) -> Option<Monikers> {
        let source = self.config.source();
        let scan = self.scan;
        let mut docsets: Vec<&Docset> =
            scan.docsets.iter().filter(|d| d.folder == folder && !d.moniker_definition.is_empty()).collect();
        docsets.sort_by_key(|docset| (Some(docset.locale) != source, docset.locale));
        let is_there = |docset: &&Docset| {
            let path = resolve_path(folder, docset.moniker_definition.trim_start_matches("./"));
            path.and_then(|path| scan.find(docset.locale, &path))
        };
        let first = docsets.first()?;
        let Some(file) = docsets.iter().find_map(is_there) else {
            let message = format!("the definition of monikers `{}` is no file of the docset", first.moniker_definition);
            let help = "put the file into the docset; nothing is fetched. Without it the names of versions give their order";
            let path = self.config.display(first.locale, &join(folder, "docfx.json"));
            self.diagnostics.push(Diagnostic::of_file(codes::MONIKER_DEFINITION_INVALID, &path, message, help));
            return None;
        };
        self.file(file, monikers)
    }

    /// Reads a file of a docset with `take`.
    fn file<T>(&mut self, file: &FileEntry, take: impl FnOnce(&str, &str, &mut Vec<Finding>) -> T) -> Option<T> {
        let read = load::read(&file.absolute(self.config), &file.display(self.config));
        let locale: Arc<str> = self.config.locale(file.locale).locale.tag.as_str().into();
        self.diagnostics.extend(read.diagnostics.into_iter().map(|d| Diagnostic { locale: Some(locale.clone()), ..d }));
        let source = read.value?;
        let mut findings = Vec::new();
        let value = take(&file.path, &source.text, &mut findings);
        self.diagnostics.extend(locate(findings, &source.path, &source.text, Some(&locale)));
        Some(value)
    }

    /// Where definitions of pivots may be, by the folder of the docset: a locale and a path below that folder.
    fn wanted_pivots(&self, pages: &[PageSummary]) -> BTreeMap<String, BTreeSet<(LocaleId, String)>> {
        let mut wanted: BTreeMap<String, BTreeSet<(LocaleId, String)>> = BTreeMap::new();
        for page in pages {
            let Some(variants) = page.metadata.variants.as_ref().filter(|v| !v.pivot_groups.is_empty()) else { continue };
            let path = if variants.pivot_file.is_empty() { PIVOT_FILE } else { &variants.pivot_file };
            let paths = wanted.entry(folder_of(self.scan, &self.scan.files[page.file as usize])).or_default();
            paths.extend(self.config.ids().map(|(locale, _)| (locale, path.to_owned())));
        }
        wanted
    }

    fn pivots(&mut self, locale: LocaleId, folder: &str, path: &str) -> Option<Vec<pivots::PivotGroup>> {
        let path = resolve_path(folder, path.trim_start_matches("~/"))?;
        let file = self.scan.find(locale, &path)?;
        self.file(file, pivots::read)
    }

    /// Pages of one docset that other sites expect at one address, for one version.
    fn overlaps(&mut self, sets: &Sets, pages: &[PageSummary]) {
        let mut known: BTreeMap<(u16, String), Vec<Version>> = BTreeMap::new();
        for page in pages {
            let file = &self.scan.files[page.file as usize];
            let (Some(at), Some(docset)) = (file.docset, self.scan.docset(file)) else { continue };
            let set = sets.of(&docset.folder);
            if set.monikers.is_empty() {
                continue;
            }
            let Some(address) = docset.published(&page.path) else { continue };
            let ranges = docset.moniker_ranges(&page.path);
            let place = OfPage { set, variants: page.metadata.variants.as_deref(), ranges: &ranges, locales: &[] };
            let Some(versions) = Zones::new(&place).0.into_scope() else { continue };
            let others = known.entry((at, address)).or_default();
            let same =
                others.iter().find_map(|(other, of_other)| Some((*other, *versions.iter().find(|id| of_other.contains(id))?)));
            if let Some((other, id)) = same {
                let (name, path) = (&set.monikers.get(id).name, &self.scan.files[other as usize].path);
                let message = format!("the page and `{path}` are both published at one address for `{name}`");
                let help = "give the pages ranges that have no version in common";
                let found = Diagnostic::of_file(codes::MONIKER_OVERLAPPING, &file.display(self.config), message, help);
                let locale = self.config.locale(file.locale).locale.tag.as_str().into();
                self.diagnostics.push(Diagnostic { locale: Some(locale), ..found });
            }
            others.push((page.file, versions));
        }
    }
}

/// The monikers of a definition.
fn monikers(path: &str, text: &str, findings: &mut Vec<Finding>) -> Monikers {
    let mut fault = |at: usize, message: String| {
        let help = "write `monikers` with `moniker_name`, `product_name` and `order`";
        findings.push(Finding::new(codes::MONIKER_DEFINITION_INVALID, Span::new(at, at), message, help));
    };
    let root = match xref::value(text, path) {
        Ok(root) => root,
        Err((at, message)) => {
            fault(at, format!("the definition of monikers cannot be read: {message}"));
            return Monikers::default();
        }
    };
    let Some(Yaml::List(items)) = xref::get(&root, "monikers") else {
        fault(0, "the definition has no list `monikers`".to_owned());
        return Monikers::default();
    };
    let mut list = Vec::new();
    let mut nameless = 0;
    for (at, item) in items.iter().enumerate() {
        let field =
            |keys: &[&str]| keys.iter().find_map(|key| xref::get(item, key).and_then(Yaml::text)).unwrap_or_default().trim();
        let name = field(&["moniker_name", "monikerName", "name"]);
        if !moniker::is_name(name) {
            nameless += 1;
            continue;
        }
        let (family, product) =
            (field(&["family_name", "familyName", "family"]), field(&["product_name", "productName", "product"]));
        list.push(Moniker {
            name: name.to_owned(),
            product: if product.is_empty() { family.to_owned() } else { product.to_owned() },
            order: field(&["order"]).parse().unwrap_or(at as i64),
            title: field(&["moniker_display_name", "display_name", "displayName"]).to_owned(),
        });
    }
    if nameless > 0 {
        fault(0, format!("{nameless} entries of the definition have no `moniker_name` that can be one"));
    }
    Monikers::defined(list)
}
