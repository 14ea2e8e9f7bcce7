//! Versions and choices: which zones a page shows, for what each of them is, and with what readers choose.
//!
//! In: the monikers and pivots of each docset, and what a page says of them. Out: the versions that a range means on the page, the labels of
//! its zones, and [`Picker`]s. Never: makes a page of its own for a version.
//!
//! A page stays one page, with all of its zones in it. Pages for each version would be as many as locales times versions, nearly all of
//! them the same text, and search engines would have to tell them apart. So each zone says in words for what it is, which is what a
//! reader without script has, and a script hides what is not for the version or pivot that was chosen; an address with `?view=` chooses
//! too. Only a zone that is for no version of its page is left out, with a finding.
//!
//! A page is for the versions that its front matter and its docset both name. Where nothing says it, it is for all versions of the products
//! that its zones name.

use super::article::Labels;
use super::strings::Strings;
use super::view::{Choice, Picker};
use crate::compose::pivots::{Pivot, PivotGroup};
use crate::config::Config;
use crate::diag::{Finding, codes};
use crate::markdown::docfx::{attributes, colons};
use crate::markdown::html::escape_text;
use crate::model::moniker::{self, MonikerId, Monikers};
use crate::model::{LocaleId, Variants};
use crate::parse::shown;
use std::collections::{BTreeMap, BTreeSet};

/// Name of the file that defines pivots where a page names no other.
pub const PIVOT_FILE: &str = "zone-pivot-groups.yml";

/// Versions and choices of all docsets, by their folders: docsets of several locales at one path share them.
#[derive(Debug, Default)]
pub struct Sets(pub BTreeMap<String, Set>);

/// Versions and choices of one docset.
#[derive(Debug, Default)]
pub struct Set {
    /// Its versions.
    pub monikers: Monikers,
    /// Definitions of pivots, by locale and by path below the docset's folder.
    pub pivots: BTreeMap<(LocaleId, String), Vec<PivotGroup>>,
}

/// What a page is told of its place: the set of its docset, the ranges it must fit, and the locales to look for words in.
#[derive(Debug, Clone, Copy)]
pub struct OfPage<'a> {
    /// Versions and choices of its docset.
    pub set: &'a Set,
    /// What its front matter says.
    pub variants: Option<&'a Variants>,
    /// What its docset says.
    pub ranges: &'a [&'a str],
    /// Its locale, fallbacks, and the source.
    pub locales: &'a [LocaleId],
}

/// Versions and choices of one page.
#[derive(Debug)]
pub struct Zones<'a> {
    monikers: &'a Monikers,
    /// `None` where nothing says it.
    scope: Option<Vec<MonikerId>>,
    /// Versions that the page is not for, whatever else says so.
    excluded: Vec<MonikerId>,
    groups: Vec<PivotGroup>,
    /// Whether the page names groups, be they defined or not.
    names_groups: bool,
    variants: Option<&'a Variants>,
}

/// For what the zones of a page are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    /// Versions.
    pub monikers: BTreeSet<MonikerId>,
    /// Pivots.
    pub pivots: BTreeSet<String>,
}

impl Sets {
    /// The set of the docset in that folder.
    pub fn of(&self, folder: &str) -> &Set {
        static NONE: Set = Set { monikers: Monikers::none(), pivots: BTreeMap::new() };
        self.0.get(folder).unwrap_or(&NONE)
    }
}

/// The versions that the zones of a text name; empty for almost every page.
pub fn named(text: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    if memchr::memmem::find(text.as_bytes(), b"moniker").is_none() {
        return names;
    }
    for line in text.lines() {
        // Tags of a unit may stand around the marker.
        let Some(marker) = line.find(":::").map(|at| &line[at..]) else { continue };
        let Some(name) = colons::name(marker).filter(|name| name.eq_ignore_ascii_case("moniker")) else { continue };
        let behind = marker.find(name).map_or("", |at| &marker[at + name.len()..]);
        if let Some(range) = attributes::read(behind).0.filled("range") {
            names.extend(moniker::names(range).map(str::to_lowercase));
        }
    }
    names
}

/// The locales in which words for a page of `locale` are looked for.
pub fn locales(config: &Config, locale: LocaleId) -> Vec<LocaleId> {
    let chain = config.locale(locale).fallback.iter().filter_map(|tag| config.find(tag));
    let mut locales = vec![locale];
    for other in chain.chain(config.source()) {
        if !locales.contains(&other) {
            locales.push(other);
        }
    }
    locales
}

impl<'a> Zones<'a> {
    /// Versions and choices of a page, and what is wrong with what it says of them.
    pub fn new(page: &OfPage<'a>) -> (Self, Vec<Finding>) {
        let mut findings = Vec::new();
        let excluded = excluded(page, &mut findings);
        let scope = scope(page, &mut findings).map(|scope| without(scope, page, &excluded, &mut findings));
        let names_groups = page.variants.is_some_and(|v| !v.pivot_groups.is_empty());
        let groups = groups(page, &mut findings);
        (Self { monikers: &page.set.monikers, scope, excluded, groups, names_groups, variants: page.variants }, findings)
    }

    /// The versions that the page is for, where something says it.
    pub fn into_scope(self) -> Option<Vec<MonikerId>> {
        self.scope
    }

    /// The versions of the page that a range means; none for a zone that is not shown.
    ///
    /// # Errors
    /// What is wrong with the range, as the end of a message.
    pub fn versions(&self, range: &str) -> Result<Vec<MonikerId>, String> {
        let mut versions = self.monikers.select(range)?;
        if let Some(scope) = &self.scope {
            versions.retain(|id| scope.contains(id));
        } else {
            versions.retain(|id| !self.excluded.contains(id));
        }
        Ok(versions)
    }

    /// The names of versions, as an attribute holds them.
    pub fn names(&self, versions: &[MonikerId]) -> String {
        versions.iter().map(|id| self.monikers.get(*id).name.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// The label of a zone for some versions. Three and more that follow each other are written as the first and the last.
    pub fn version_label(&self, versions: &[MonikerId], labels: &Labels) -> String {
        let mut out = String::from("<p class=\"zone-label\">");
        escape_text(&labels.versions, &mut out);
        let is_next = |pair: &[MonikerId]| {
            pair[1] == pair[0] + 1 && self.monikers.get(pair[0]).product == self.monikers.get(pair[1]).product
        };
        let mut rest = versions;
        while let [first, ..] = rest {
            let run = 1 + rest.windows(2).take_while(|pair| is_next(pair)).count();
            let (run, behind) = if run < 3 { (1, &rest[1..]) } else { (run, &rest[run..]) };
            out.push(' ');
            bdi(self.title(*first), &mut out);
            if run > 1 {
                out.push('–');
                bdi(self.title(rest[run - 1]), &mut out);
            }
            rest = behind;
        }
        out + "</p>\n"
    }

    /// The label of a zone for some pivots.
    pub fn pivot_label(&self, pivots: &[String]) -> String {
        let mut out = String::from("<p class=\"zone-label\">");
        for (at, id) in pivots.iter().enumerate() {
            out.push_str(if at > 0 { " " } else { "" });
            bdi(self.pivot(id).map_or(id, |pivot| &pivot.title), &mut out);
        }
        out + "</p>\n"
    }

    /// What is wrong with a zone for some pivots: its code, message and help.
    pub fn pivot_problem(&self, pivots: &[String], seen: &Seen) -> Option<(crate::diag::Code, String, &'static str)> {
        if !self.names_groups && seen.pivots.is_empty() {
            let message = "the page has zones for pivots and names no group of them".to_owned();
            return Some((codes::ZONE_PIVOT_GROUP_MISSING, message, "add `zone_pivot_groups: <id>` to the front matter"));
        }
        let unknown = pivots.iter().find(|id| !self.groups.is_empty() && self.pivot(id).is_none())?;
        let message = format!("no group of pivots of the page has `{}`", shown(unknown));
        Some((codes::PIVOT_ID_NOT_FOUND, message, "correct the zone, or add the pivot to its group"))
    }

    /// Pivots that no zone of the page is for. A page without any zone may show them in what it links to.
    pub fn unused(&self, seen: &Seen) -> Vec<Finding> {
        let span = self.variants.map(|v| v.pivots_span).unwrap_or_default();
        let mut findings = Vec::new();
        for group in self.groups.iter().filter(|_| !seen.pivots.is_empty()) {
            let unused: Vec<&str> = group.pivots.iter().map(|p| p.id.as_str()).filter(|id| !seen.pivots.contains(*id)).collect();
            if !unused.is_empty() {
                let message = format!("no zone of the page is for `{}` of the group `{}`", unused.join("`, `"), shown(&group.id));
                findings.push(Finding::new(codes::PIVOT_ID_UNUSED, span, message, "add a zone, or nothing if readers need none"));
            }
        }
        findings
    }

    /// With what readers choose, for the zones that the page has.
    pub fn pickers(&self, seen: &Seen, strings: &Strings) -> Vec<Picker> {
        let mut pickers: Vec<Picker> = self.version_picker(seen, strings).into_iter().collect();
        if seen.pivots.is_empty() {
            return pickers;
        }
        let choice = |pivot: &Pivot| Choice { value: pivot.id.clone(), title: pivot.title.clone() };
        for group in self.groups.iter().filter(|g| g.pivots.iter().any(|p| seen.pivots.contains(&p.id))) {
            let label = if group.prompt.is_empty() { group.title.clone() } else { group.prompt.clone() };
            pickers.push(Picker { kind: "pivots", label, choices: group.pivots.iter().map(choice).collect() });
        }
        let others: Vec<Pivot> = seen.pivots.iter().filter(|id| self.pivot(id).is_none()).map(|id| nameless(id)).collect();
        if !others.is_empty() {
            let label = strings.get("variant").to_owned();
            pickers.push(Picker { kind: "pivots", label, choices: others.iter().map(choice).collect() });
        }
        pickers
    }

    /// The newest version of a product goes first.
    fn version_picker(&self, seen: &Seen, strings: &Strings) -> Option<Picker> {
        let seen: Vec<MonikerId> = seen.monikers.iter().copied().collect();
        let mut versions = self.scope.clone().unwrap_or_else(|| {
            let all = self.monikers.siblings(&seen).into_iter();
            all.filter(|id| !self.excluded.contains(id)).collect()
        });
        if seen.is_empty() || versions.len() < 2 {
            return None;
        }
        versions.sort_by_key(|id| (self.monikers.get(*id).product.as_str(), std::cmp::Reverse(*id)));
        let choice = |id: MonikerId| Choice { value: self.monikers.get(id).name.clone(), title: self.title(id).to_owned() };
        let label = strings.get("version").to_owned();
        Some(Picker { kind: "view", label, choices: versions.into_iter().map(choice).collect() })
    }

    fn title(&self, id: MonikerId) -> &str {
        let moniker = self.monikers.get(id);
        if moniker.title.is_empty() { &moniker.name } else { &moniker.title }
    }

    fn pivot(&self, id: &str) -> Option<&Pivot> {
        self.groups.iter().flat_map(|group| &group.pivots).find(|pivot| pivot.id == id)
    }
}

fn nameless(id: &str) -> Pivot {
    Pivot { id: id.to_owned(), title: id.to_owned() }
}

fn bdi(text: &str, out: &mut String) {
    out.push_str("<bdi>");
    escape_text(text, out);
    out.push_str("</bdi>");
}

/// The versions that a page is for.
fn scope(page: &OfPage<'_>, findings: &mut Vec<Finding>) -> Option<Vec<MonikerId>> {
    let monikers = &page.set.monikers;
    let span = page.variants.map(|v| v.monikers_span).unwrap_or_default();
    let mut invalid = |range: &str, why: String| {
        let message = format!("the range `{}` {why}, and does not count", shown(range));
        findings.push(Finding::new(codes::MONIKER_RANGE_INVALID, span, message, "write a range as `>=v2 <v4 || v6`"));
    };
    let mut select = |range: &str| match monikers.select(range) {
        Ok(ids) => Some(ids),
        Err(why) => {
            invalid(range, why);
            None
        }
    };
    let own = page.variants.filter(|v| !v.monikers.is_empty()).and_then(|v| select(&v.monikers));
    let is_replaced = page.variants.is_some_and(|v| v.replaces);
    let mut outer: Option<Vec<MonikerId>> = None;
    for ids in page.ranges.iter().filter(|_| !is_replaced).filter_map(|range| select(range)) {
        outer = Some(outer.map_or(ids.clone(), |outer| outer.into_iter().filter(|id| ids.contains(id)).collect()));
    }
    match (own, outer) {
        (Some(own), Some(outer)) => {
            let both: Vec<MonikerId> = own.iter().copied().filter(|id| outer.contains(id)).collect();
            if both.is_empty() {
                let message = "the page is for no version that its docset is for; its own range counts";
                let help = "correct `monikerRange`, or write `replace_monikers: true`";
                findings.push(Finding::new(codes::MONIKER_RANGE_OUT_OF_SCOPE, span, message, help));
                Some(own)
            } else {
                Some(both)
            }
        }
        (one, other) => one.or(other),
    }
}

/// The versions that a page excludes. A name that is no version may be one that a docset excludes from many pages.
fn excluded(page: &OfPage<'_>, findings: &mut Vec<Finding>) -> Vec<MonikerId> {
    let Some(variants) = page.variants else { return Vec::new() };
    let mut found = Vec::new();
    for name in &variants.excluded {
        match page.set.monikers.find(name) {
            Some(id) => found.push(id),
            None if variants.excluded_span.is_empty() => {}
            None => {
                let message = format!("`exclude_monikers` names `{}`, which is no moniker of the docset", shown(name));
                let help = "write the names of versions, each as one item of a list";
                findings.push(Finding::new(codes::MONIKER_RANGE_INVALID, variants.excluded_span, message, help));
            }
        }
    }
    found
}

/// The versions of a page without those that it excludes, if any are left.
fn without(scope: Vec<MonikerId>, page: &OfPage<'_>, excluded: &[MonikerId], findings: &mut Vec<Finding>) -> Vec<MonikerId> {
    let rest: Vec<MonikerId> = scope.iter().copied().filter(|id| !excluded.contains(id)).collect();
    if !rest.is_empty() || scope.is_empty() {
        return rest;
    }
    let span = page.variants.map(|v| v.excluded_span).unwrap_or_default();
    let message = "`exclude_monikers` names all versions that the page is for, and does not count";
    findings.push(Finding::new(codes::MONIKER_RANGE_OUT_OF_SCOPE, span, message, "exclude fewer versions, or remove the page"));
    scope
}

/// The groups that a page names, in the words of the nearest locale.
fn groups(page: &OfPage<'_>, findings: &mut Vec<Finding>) -> Vec<PivotGroup> {
    let Some(variants) = page.variants.filter(|v| !v.pivot_groups.is_empty()) else { return Vec::new() };
    let file = if variants.pivot_file.is_empty() { PIVOT_FILE } else { &variants.pivot_file };
    let of_locale = |locale: &LocaleId| page.set.pivots.get(&(*locale, file.to_owned()));
    let files: Vec<&Vec<PivotGroup>> = page.locales.iter().filter_map(of_locale).collect();
    if files.is_empty() {
        let message = format!("`{}` does not exist in the docset; zones show the ids of their pivots", shown(file));
        let help = "add the file, or correct `zone_pivot_group_filename`";
        findings.push(Finding::new(codes::ZONE_PIVOT_FILE_MISSING, variants.pivots_span, message, help));
        return Vec::new();
    }
    let mut found = Vec::new();
    for id in &variants.pivot_groups {
        let mut defined = files.iter().filter_map(|groups| groups.iter().find(|group| group.id == *id));
        match defined.next() {
            Some(group) => found.push(group.clone().over(defined.next_back())),
            None => {
                let message = format!("`{}` does not define the group `{}`", shown(file), shown(id));
                let help = "correct `zone_pivot_groups`, or define the group";
                findings.push(Finding::new(codes::PIVOT_GROUP_NOT_FOUND, variants.pivots_span, message, help));
            }
        }
    }
    found
}
