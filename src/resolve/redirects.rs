//! Addresses that moved: where each redirection ends.
//!
//! In: the site map and the redirections as written. Out: the site map with one [`Redirect`] for each old address of each locale, and
//! what is wrong with them. Never: a redirection to a page that does not exist, or one that takes more than one step.

use super::links::{Found, Place, Target};
use super::nearest::Nearest;
use super::{SiteMap, addresses, join, urls};
use crate::config::Config;
use crate::diag::{Code, Diagnostic, codes};
use crate::load::Redirection;
use crate::markdown::url::{self, Destination};
use crate::model::LocaleId;
use crate::topics::PageId;
use rustc_hash::FxHashSet;
use std::collections::hash_map::Entry;

/// An address of one locale that moved.
#[derive(Debug, Clone)]
pub struct Redirect {
    /// The reader's locale.
    pub locale: LocaleId,
    /// The file that was there, below the locale's root.
    pub source: String,
    /// Its page below the output folder; `None` where a page is written there.
    pub url: Option<String>,
    /// Where it leads, chains followed to their end.
    pub end: End,
    /// From `?` on, behind the address of the end; may be empty.
    pub query: String,
    /// Behind `#`.
    pub fragment: Option<String>,
}

/// Where a redirection ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// A page of the site, in any of its locales.
    Page(PageId),
    /// An address outside the site.
    Away(String),
    /// In a circle, or at a page that does not exist.
    Nowhere,
}

/// Where one redirection leads.
enum Step {
    Page(PageId),
    Away(String),
    Next(u32),
    Missing,
    /// It is no address that may be published.
    Refused,
}

/// Adds redirections to the site map. Those of the source locale hold for every locale that has neither a page nor a redirection there.
pub fn redirect(mut map: SiteMap, config: &Config, redirections: &[Redirection]) -> (SiteMap, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    if redirections.is_empty() {
        return (map, diagnostics);
    }
    let (written, own) = map.accept_all(config, redirections, &mut diagnostics);
    let steps: Vec<(Step, urls::Parts)> = written.iter().enumerate().map(|(at, moved)| map.step(at, &moved.to)).collect();
    let mut nearest = Nearest::default();
    for (at, moved) in written.iter().enumerate() {
        let (last, hops) = walk(&steps, at);
        if at < own {
            let found = judge(moved, &steps[last].0, hops);
            diagnostics.extend(found.map(|found| map.with_likely(found, moved, &mut nearest)));
        }
        map.finish(at, &steps[last]);
    }
    map.give_addresses(config);
    (map, diagnostics)
}

/// The redirection at which a chain from `first` ends, and how many steps it takes; in a circle, more steps than there are redirections.
fn walk(steps: &[(Step, urls::Parts)], first: usize) -> (usize, usize) {
    let (mut at, mut hops) = (first, 1);
    while let Step::Next(next) = &steps[at].0
        && hops <= steps.len()
    {
        at = *next as usize;
        hops += 1;
    }
    (at, hops)
}

fn judge(redirection: &Redirection, last: &Step, hops: usize) -> Option<Diagnostic> {
    let to = crate::parse::shown(&redirection.to);
    Some(match last {
        Step::Next(_) => {
            let message = format!("the redirection to `{to}` leads round in a circle");
            note(redirection, codes::REDIRECT_CYCLE, message, "let one of its addresses lead to a page that exists")
        }
        Step::Missing if hops == 1 => {
            let message = format!("the redirection leads to `{to}`, which does not exist");
            note(redirection, codes::REDIRECT_TARGET_MISSING, message, "correct `redirect_url`")
        }
        Step::Missing => {
            let message = format!("the redirection to `{to}` goes on to a page that does not exist");
            note(redirection, codes::REDIRECT_TARGET_MISSING, message, "lead to a page that exists")
        }
        Step::Refused => {
            let message = format!("`{to}` is no address that may be published");
            note(redirection, codes::REDIRECT_INVALID, message, "lead to a page, or to an `https` address")
        }
        _ if hops > 1 => {
            let message = format!("`{to}` is redirected itself; the redirection takes {hops} steps");
            note(redirection, codes::REDIRECT_CHAIN, message, "nothing; readers make one step only")
        }
        _ => return None,
    })
}

/// The last part of a path.
fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// A diagnostic at the place of a redirection.
fn note(redirection: &Redirection, code: Code, message: String, help: &str) -> Diagnostic {
    Diagnostic { code, severity: code.severity(), message, help: help.to_owned(), ..redirection.place.clone() }
}

impl SiteMap {
    /// Notes the redirections that hold, in the order of `redirects`, and how many of them hold for the locale they were written for.
    fn accept_all<'a>(
        &mut self,
        config: &Config,
        redirections: &'a [Redirection],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> (Vec<&'a Redirection>, usize) {
        let mut written = Vec::new();
        for moved in redirections {
            match self.accept(moved.locale, moved) {
                Ok(()) => written.push(moved),
                Err(why) => diagnostics.push(note(moved, codes::REDIRECT_CONFLICT, why, "delete one of the two")),
            }
        }
        let own = written.len();
        let source = self.source;
        for locale in config.ids().map(|(id, _)| id).filter(|id| Some(*id) != source) {
            for at in 0..own {
                let moved: &Redirection = written[at];
                if Some(moved.locale) == source && self.accept(locale, moved).is_ok() {
                    written.push(moved);
                }
            }
        }
        (written, own)
    }

    /// Notes a redirection for a locale. The error says why it does not hold.
    fn accept(&mut self, locale: LocaleId, redirection: &Redirection) -> Result<(), String> {
        let key = redirection.source.to_lowercase();
        let at = usize::from(locale.0);
        if self.by_path[at].contains_key(&key) {
            return Err(format!("`{}` is redirected and still a page", redirection.source));
        }
        match self.by_source[at].entry(key) {
            Entry::Occupied(_) => Err(format!("`{}` is redirected twice; the first redirection holds", redirection.source)),
            Entry::Vacant(free) => {
                free.insert(self.redirects.len() as u32);
                let (source, end) = (redirection.source.clone(), End::Nowhere);
                self.redirects.push(Redirect { locale, source, url: None, end, query: String::new(), fragment: None });
                Ok(())
            }
        }
    }

    /// Where the redirection `at` leads, without following another one.
    fn step(&self, at: usize, to: &str) -> (Step, urls::Parts) {
        let Redirect { locale, source, .. } = &self.redirects[at];
        let address = url::normalize(to);
        let parts = urls::parts(&address);
        let step = match url::classify(to) {
            Destination::Allowed => Step::Away(address.into_owned()),
            Destination::Empty | Destination::Disallowed { .. } => Step::Refused,
            Destination::Relative => {
                let place = Place { locale: *locale, reader: *locale, path: source, docset: "" };
                let found = if parts.path.starts_with('/') {
                    self.site_absolute(&place, &parts.path, &parts.query)
                } else {
                    self.beside(&place, &parts.path)
                };
                let is_itself = found.through.is_some_and(|r| r.locale == *locale && r.source == *source);
                // `a` may move to `a/`, which is another address.
                if is_itself && address.ends_with('/') {
                    Step::Away(address.into_owned())
                } else {
                    self.step_to(found, address.into_owned())
                }
            }
        };
        (step, parts)
    }

    /// Names in the help the address that was probably meant.
    fn with_likely(&self, found: Diagnostic, moved: &Redirection, nearest: &mut Nearest) -> Diagnostic {
        let likely = (found.code == codes::REDIRECT_TARGET_MISSING).then(|| self.likely(moved, nearest)).flatten();
        match likely {
            Some(likely) => {
                let help = format!("correct `redirect_url`; did you mean `{}`?", crate::parse::shown(&likely));
                Diagnostic { help, ..found }
            }
            None => found,
        }
    }

    /// The address most like that of a redirection that leads to no page: another name in the same folder.
    fn likely(&self, moved: &Redirection, nearest: &mut Nearest) -> Option<String> {
        let path = urls::parts(&moved.to).path;
        let wanted = match path.starts_with('/') {
            true => self.aliases.meaning(moved.locale, &path, "", &moved.source).paths,
            false => urls::resolve_path(urls::folder(&moved.source), &path).map(|full| full.to_lowercase()).into_iter().collect(),
        };
        let stem = |path: &str| path.rsplit_once('.').map_or(path, |(stem, _)| stem).to_owned();
        let (folder, name) = path.rsplit_once('/').map_or(("", &*path), |(folder, name)| (&path[..=folder.len()], name));
        let end = name.rfind('.').map_or("", |dot| &name[dot..]);
        for wanted in wanted.iter().map(|wanted| stem(wanted)) {
            let in_folder = |page: &&super::Page| page.summary.locale == moved.locale;
            let paths = self.pages.iter().filter(in_folder).map(|page| stem(&page.summary.path));
            let beside = |path: &String| urls::folder(path).eq_ignore_ascii_case(urls::folder(&wanted));
            let names: Vec<String> = paths.filter(beside).map(|path| last(&path).to_owned()).collect();
            if let Some(near) = nearest.find(last(&wanted), names.iter().map(String::as_str), (name.len() / 4).clamp(1, 3)) {
                return Some(format!("{folder}{near}{end}"));
            }
        }
        None
    }

    /// A page that is named relative to the one that moved, with or without its extension.
    fn beside(&self, place: &Place<'_>, path: &str) -> Found<'_> {
        let names = [path.to_owned(), format!("{path}.md"), format!("{path}/index.md")];
        let found = names.iter().map(|name| self.relative(place, name));
        let found = found
            .into_iter()
            .find(|f| f.through.is_some() || !matches!(f.target, Target::Outside | Target::Missing(_) | Target::File(..)));
        found.unwrap_or_else(|| Target::Missing(path.to_owned()).into())
    }

    fn step_to(&self, found: Found<'_>, address: String) -> Step {
        if let Some(next) = found.through {
            let key = next.source.to_lowercase();
            return self.by_source[usize::from(next.locale.0)].get(&key).map_or(Step::Missing, |at| Step::Next(*at));
        }
        match found.target {
            Target::Page(page) | Target::Fallback(page, _) | Target::OtherLocale(page) => Step::Page(page),
            Target::Absolute | Target::Away(_) => Step::Away(address),
            // A resource stays where it is, whatever the page's address.
            Target::File(..) if address.starts_with('/') => Step::Away(address),
            Target::File(..) | Target::Own | Target::Unknown | Target::Outside | Target::Lost | Target::Missing(_) => {
                Step::Missing
            }
        }
    }

    fn finish(&mut self, at: usize, (step, parts): &(Step, urls::Parts)) {
        let redirect = &mut self.redirects[at];
        redirect.end = match step {
            Step::Page(page) => End::Page(*page),
            Step::Away(address) => End::Away(address.clone()),
            Step::Next(_) | Step::Missing | Step::Refused => End::Nowhere,
        };
        redirect.query.clone_from(&parts.query);
        redirect.fragment.clone_from(&parts.fragment);
    }

    /// Gives each redirection that ends somewhere the address of the page that moved, where nothing else is written there.
    fn give_addresses(&mut self, config: &Config) {
        let pages = self.pages.iter().map(|p| &p.url).chain(self.fallbacks.iter().map(|f| &f.url));
        let mut used: FxHashSet<String> = pages.map(|url| addresses::folded(url)).collect();
        // What every locale has stays what it is.
        used.extend(self.prefixes.iter().flat_map(|p| ["404.html", "index.html"].map(|name| addresses::folded(&join(p, name)))));
        for redirect in &mut self.redirects {
            let prefix = &self.prefixes[usize::from(redirect.locale.0)];
            let url = urls::page_file(prefix, &redirect.source, None, config.url_style);
            if redirect.end != End::Nowhere && used.insert(addresses::folded(&url)) {
                redirect.url = Some(url);
            }
        }
    }

    /// Pages that are left over: the page of the source locale at the same path moved, and there is no other page that they translate.
    /// Where that redirection leads nowhere, they stay.
    pub fn left_over(&self) -> Vec<PageId> {
        let Some(source) = self.source else { return Vec::new() };
        let moved = |page: &super::Page| self.redirect_at(source, &page.summary.path.to_lowercase());
        let is_left = |page: &super::Page| {
            page.summary.locale != source
                && self.source_page(page.topic).is_none()
                && moved(page).is_some_and(|redirect| redirect.end != End::Nowhere)
        };
        let pages = self.pages.iter().enumerate().filter(|(_, page)| is_left(page));
        pages.map(|(at, _)| PageId(at as u32)).collect()
    }

    /// The redirection of a locale at a path in lower case.
    pub(super) fn redirect_at(&self, locale: LocaleId, key: &str) -> Option<&Redirect> {
        self.by_source[usize::from(locale.0)].get(key).map(|at| &self.redirects[*at as usize])
    }

    /// The file below the output folder to which a redirection leads its readers; `None` where it leaves the site.
    pub fn redirected_to(&self, redirect: &Redirect) -> Option<(PageId, &str)> {
        let End::Page(page) = redirect.end else { return None };
        let topic = self.page(page).topic;
        if let Some(own) = self.page_of(topic, redirect.locale) {
            return Some((own, &self.page(own).url));
        }
        match self.fallback_of(topic, redirect.locale) {
            Some(fallback) => Some((fallback.page, &fallback.url)),
            None => Some((page, &self.page(page).url)),
        }
    }
}
