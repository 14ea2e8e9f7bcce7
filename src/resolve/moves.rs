//! Files that a redirection moved, for those who name them as files.
//!
//! In: the redirections as written. Out: the paths at which a file may be now. Never: asks whether there is a file, or makes more steps
//! than there are redirections.

use super::aliases::{Aliases, plain};
use super::urls;
use crate::config::Config;
use crate::load::{Redirection, Scan};
use crate::model::LocaleId;
use rustc_hash::FxHashMap;

/// Where files moved to.
pub struct Moves<'a> {
    aliases: Aliases,
    /// By locale and old path in lower case, the first redirection of each.
    to: FxHashMap<(LocaleId, String), &'a Redirection>,
}

/// Most steps that are followed.
const MOST: usize = 20;

impl<'a> Moves<'a> {
    /// The moves of a site.
    pub fn new(config: &Config, scan: &Scan, redirections: &'a [Redirection]) -> Self {
        let mut to = FxHashMap::default();
        for redirection in redirections {
            to.entry((redirection.locale, redirection.source.to_lowercase())).or_insert(redirection);
        }
        Self { aliases: Aliases::new(config, scan), to }
    }

    /// The address that a file moved to, as written.
    pub fn address(&self, locale: LocaleId, path: &str) -> Option<&'a str> {
        self.to.get(&(locale, path.to_lowercase())).map(|redirection| redirection.to.as_str())
    }

    /// The path at which a file is now, in lower case, by the redirections of `locale`.
    pub fn follow(&self, locale: LocaleId, path: &str, is_there: &dyn Fn(&str) -> bool) -> Option<String> {
        let mut at = path.to_lowercase();
        for _ in 0..MOST {
            let redirection = self.to.get(&(locale, at))?;
            let next = self.paths(redirection);
            if let Some(found) = next.iter().find(|path| is_there(path)) {
                return Some(found.clone());
            }
            at = next.into_iter().find(|path| self.to.contains_key(&(locale, path.clone())))?;
        }
        None
    }

    fn paths(&self, redirection: &Redirection) -> Vec<String> {
        let parts = urls::parts(&redirection.to);
        if redirection.to.contains("://") || parts.path.is_empty() {
            return Vec::new();
        }
        if parts.path.starts_with('/') {
            let Some(path) = plain(&parts.path) else { return Vec::new() };
            return self.aliases.meaning(redirection.locale, &path, &parts.query, &redirection.source).paths;
        }
        let (folder, rest) = match parts.path.strip_prefix("~/") {
            Some(rest) => ("", rest),
            None => (urls::folder(&redirection.source), parts.path.as_str()),
        };
        let Some(path) = urls::resolve_path(folder, rest).map(|path| path.to_lowercase()) else { return Vec::new() };
        vec![format!("{path}.md"), path]
    }
}
