//! The files of the default theme, and the style sheets, scripts and other files of a theme as a site has them.
//!
//! In: the files of a theme by path. Out: [`Asset`]s under names that change with their content. Never: another file than those below `assets/`.

use super::theme::{ThemeError, utf8};
use std::collections::BTreeMap;

/// Files of the default theme by path; those of `i18n/` are in [`super::strings::TEXTS`].
macro_rules! files {
    ($($path:literal)*) => {
        &[$(($path, include_str!(concat!("../../themes/default/", $path)))),*]
    };
}

pub(super) const FILES: &[(&str, &str)] = files![
    "assets/app.css"
    "assets/app.js"
    "assets/code.css"
    "assets/edit.js"
    "assets/frames.js"
    "assets/icon.svg"
    "assets/images.js"
    "assets/languages.js"
    "assets/reader-card.js"
    "assets/reader-original.js"
    "assets/reader-pairs.js"
    "assets/reader-second.js"
    "assets/reader.css"
    "assets/reader.js"
    "assets/search.css"
    "assets/search.js"
    "assets/search/search.css"
    "assets/search/search.js"
    "templates/base.html"
    "templates/chooser.html"
    "templates/listing.html"
    "templates/not-found.html"
    "templates/page.html"
    "templates/partials/breadcrumbs.html"
    "templates/partials/edit.html"
    "templates/partials/feedback.html"
    "templates/partials/links.html"
    "templates/partials/listing.html"
    "templates/partials/modes.html"
    "templates/partials/near.html"
    "templates/partials/notices.html"
    "templates/partials/pickers.html"
    "templates/partials/provenance-meta.html"
    "templates/partials/provenance.html"
    "templates/partials/search-box.html"
    "templates/partials/switcher.html"
    "templates/redirect.html"
    "templates/search.html"
    "theme.toml"
];

/// A file that a site needs beside its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Path relative to the root of the output: `assets/app.1a2b3c4d.css`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The assets of a theme. `is_default` says of a path whether the default theme has it.
///
/// # Errors
/// When a script or a style sheet is not text.
pub(super) fn assets(files: &BTreeMap<&str, &[u8]>, is_default: &dyn Fn(&str) -> bool) -> Result<Vec<Asset>, ThemeError> {
    let mut assets = vec![joined(files, "css", is_default)?, joined(files, "js", is_default)?];
    for (path, bytes) in files {
        let Some(name) = path.strip_prefix("assets/") else { continue };
        let code = [".css", ".js"].into_iter().find(|suffix| name.ends_with(suffix));
        match code {
            // A script of a folder of its own is loaded when it is needed.
            Some(suffix) if name.contains('/') => assets.push(hashed(&path[..path.len() - suffix.len()], suffix, bytes.to_vec())),
            Some(_) => {}
            None => assets.push(Asset { path: (*path).to_owned(), bytes: bytes.to_vec() }),
        }
    }
    assets.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(assets)
}

/// An asset under a name that carries a hash of its content.
fn hashed(stem: &str, suffix: &str, bytes: Vec<u8>) -> Asset {
    let hash = blake3::hash(&bytes).to_hex();
    Asset { path: format!("{stem}.{}{suffix}", &hash[..8]), bytes }
}

/// All assets of one kind as one file, `app` first and what the default theme does not have last, under a name that carries a hash of the content.
fn joined(files: &BTreeMap<&str, &[u8]>, suffix: &str, is_default: &dyn Fn(&str) -> bool) -> Result<Asset, ThemeError> {
    let first = format!("assets/app.{suffix}");
    let ending = format!(".{suffix}");
    let is_joined = |path: &&str| path.strip_prefix("assets/").is_some_and(|name| name.ends_with(&ending) && !name.contains('/'));
    let mut paths: Vec<&str> = files.keys().copied().filter(is_joined).collect();
    paths.sort_by_key(|path| (*path != first, !is_default(path), *path));
    let mut text = String::new();
    for path in paths {
        text.push_str(utf8(path, files[path])?);
        text.push('\n');
    }
    Ok(hashed("assets/app", &ending, text.into_bytes()))
}
