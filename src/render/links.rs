//! Addresses of the content to addresses of the site, with everything there is to say about them.
//!
//! In: an address as written. Out: what to write into the page, and findings. Never: an address whose scheme is not allowed.

use super::SiteContext;
use super::article::{Address, Use};
use super::included::Included;
use super::past::{PastResource, PastResources, taken};
use crate::diag::{Finding, codes};
use crate::load::FileKind;
use crate::markdown::docfx::media;
use crate::markdown::url::{self, Destination};
use crate::model::{LocaleId, Side};
use crate::parse::shown;
use crate::resolve::nearest::Nearest;
use crate::resolve::{Link, Place, Target, encode, relative};
use crate::source::Span;
use crate::topics::PageId;
use rustc_hash::FxHashSet;

/// What the links of one page add up to.
#[derive(Debug, Default)]
pub(super) struct LinkLog {
    /// Problems.
    pub findings: Vec<Finding>,
    /// Files that the page uses, by index in the scan.
    pub files: Vec<u32>,
    /// Files of the history that it uses, by path below the root of the source locale.
    pub past: Vec<String>,
    /// Paths below the root of its locale at which a translation has no file; the source locale may have had one.
    pub missing: Vec<String>,
    /// Anchors on other pages: page, fragment, where the link stands.
    pub fragments: Vec<(PageId, String, Span)>,
    /// Names that were probably meant.
    pub nearest: Nearest,
    /// Uids that were reported.
    pub uids: FxHashSet<String>,
}

impl LinkLog {
    /// What is left of the log of the other side of a page. Its links are the same ones, and what there is to say of them is said once.
    pub fn of_other(&mut self) -> Self {
        let Self { files, past, missing, .. } = std::mem::take(self);
        Self { files, past, missing, ..Self::default() }
    }
}

/// Why a link is dead, and what to do.
const OUTSIDE: (&str, &str) = ("leads out of the locale's folder", "link to a page of the site, or to its address");
const LOST: (&str, &str) = ("moved, but its redirection leads nowhere", "correct the redirection, or link to another page");

/// Resolves the addresses of one page.
pub(super) struct Links<'a> {
    pub site: &'a SiteContext<'a>,
    pub place: Place<'a>,
    /// What the page includes: addresses in an included file are as seen from there.
    pub included: &'a Included<'a>,
    /// The page's own file below the output folder.
    pub url: &'a str,
    /// The side they stand on, whose language the texts of cross references have.
    pub side: Side,
    /// Resources that the source locale deleted.
    pub past: &'a PastResources,
    pub log: LinkLog,
}

impl Links<'_> {
    pub(super) fn resolve(&mut self, usage: Use, address: &str, span: Span) -> Address {
        let destination = match usage {
            Use::Xref => return self.xref(address, span),
            Use::Mention => return self.mention(address, span),
            Use::Video => {
                self.video(address, span);
                return self.resolve(Use::Link, address, span);
            }
            Use::Link => url::classify(address),
            Use::Image => url::classify_image(address),
        };
        match destination {
            Destination::Empty => {
                self.report(
                    codes::LINK_EMPTY,
                    span,
                    "the link has no destination".into(),
                    "write the destination between the parentheses",
                );
                Address::default()
            }
            Destination::Disallowed { scheme } => {
                let message = format!("the scheme `{}` is not allowed in content", shown(&scheme));
                self.report(
                    codes::URL_DISALLOWED,
                    span,
                    message,
                    "link to an `https`, `http`, `mailto` or `tel` address, or to a file",
                );
                Address::default()
            }
            Destination::Relative => self.internal(usage, &url::normalize(address), span),
            Destination::Allowed => {
                let href = url::normalize(address).into_owned();
                if let Some(path) = self.site.map.own_path(&href)
                    && self.is_here(path, span)
                {
                    return self.internal(usage, path, span);
                }
                Address { href: Some(href), external: usage == Use::Image, ..Address::default() }
            }
        }
    }

    /// Says so where neither diglot nor the site knows a host for its videos.
    fn video(&mut self, address: &str, span: Span) {
        let host = media::host(address);
        if !media::is_known(host) && !self.site.config.frames.iter().any(|known| known.eq_ignore_ascii_case(host)) {
            let message = format!("`{}` is not known as a host of videos", shown(host));
            let help = "correct the address; if it is meant, name its host under `frames` in the `[publish]` table";
            self.report(codes::VIDEO_HOST_UNKNOWN, span, message, help);
        }
    }

    /// Whether a site-absolute address leads to something of the site.
    fn is_here(&mut self, path: &str, span: Span) -> bool {
        self.place = self.included.place(span.start);
        !matches!(self.site.map.link(&self.place, path).target, Target::Absolute | Target::Unknown)
    }

    pub(super) fn report(&mut self, code: crate::diag::Code, span: Span, message: String, help: &str) {
        self.log.findings.push(Finding::new(code, span, message, help));
    }

    fn internal(&mut self, usage: Use, address: &str, span: Span) -> Address {
        self.place = self.included.place(span.start);
        let link = self.site.map.link(&self.place, address);
        if !link.well_formed {
            let message = format!("`{}` has a `%` that is not followed by two hexadecimal digits", shown(address));
            self.report(codes::LINK_INVALID, span, message, "write `%25` for a percent sign");
        }
        match &link.target {
            Target::Own => Address { href: Some(address.to_owned()), ..Address::default() },
            Target::Absolute => away(usage, address),
            Target::Unknown => self.unknown(usage, address, span),
            Target::Away(to) => away(usage, to),
            Target::Page(page) => {
                self.note_fragment(*page, &link, span);
                let to = self.site.map.page(*page);
                // An address may name another locale than the reader's.
                let lang = (to.summary.locale != self.place.reader).then(|| self.lang(*page));
                self.found(&to.url, &link, lang)
            }
            Target::Fallback(page, url) => {
                self.note_fragment(*page, &link, span);
                let lang = self.lang(*page);
                self.found(url, &link, Some(lang))
            }
            Target::OtherLocale(page) => {
                let lang = self.lang(*page);
                let message = format!("`{}` exists only in {lang}", shown(address));
                self.report(codes::LINK_OTHER_LOCALE, span, message, "translate the page, or link to another one");
                let to = &self.site.map.page(*page).url;
                self.found(to, &link, Some(lang))
            }
            Target::File(file, from_other) => self.file(usage, *file, *from_other, &link, span),
            Target::Outside => self.nowhere(usage, address, span, OUTSIDE),
            Target::Lost => self.nowhere(usage, address, span, LOST),
            Target::Missing(path) => {
                self.deleted((usage, address), path, &link, span).unwrap_or_else(|| self.missing(usage, address, path, span))
            }
        }
    }

    pub(super) fn lang(&self, page: PageId) -> String {
        let locale = self.site.map.page(page).summary.locale;
        self.site.config.locale(locale).locale.tag.clone()
    }

    pub(super) fn found(&self, to: &str, link: &Link, lang: Option<String>) -> Address {
        let mut href = if to == self.url { String::new() } else { relative(self.url, to) };
        href.push_str(&link.query);
        if let Some(fragment) = &link.fragment {
            href.push('#');
            href.push_str(fragment);
        }
        if href.is_empty() {
            href = relative(self.url, to);
        }
        Address { href: Some(href), lang, ..Address::default() }
    }

    pub(super) fn note_fragment(&mut self, page: PageId, link: &Link, span: Span) {
        if let Some(fragment) = link.fragment.as_deref().filter(|f| !f.is_empty()) {
            let decoded = percent_encoding::percent_decode_str(fragment).decode_utf8_lossy().into_owned();
            self.log.fragments.push((page, decoded, span));
        }
    }

    fn file(&mut self, usage: Use, file: u32, from_other: bool, link: &Link, span: Span) -> Address {
        let entry = &self.site.scan.files[file as usize];
        let resource = self.site.resources.get(file as usize).and_then(Option::as_ref);
        let Some(resource) = resource else {
            let (what, help) = match entry.kind {
                FileKind::Markdown => ("is Markdown but no page of the site", "link to a page, or make it one in `docfx.json`"),
                FileKind::Yaml => ("is YAML of a kind that becomes no page", "link to a page"),
                FileKind::Toc => ("is a table of contents and no page", "link to a page that it lists"),
                FileKind::Other => ("is no resource of its docset", "make it one in `docfx.json`, or use another file"),
                _ => ("is read by diglot and not published", "link to a page or to a resource"),
            };
            let message = format!("`{}` {what}", entry.path);
            let code = if usage == Use::Image { codes::RESOURCE_MISSING } else { codes::LINK_TARGET_MISSING };
            self.report(code, span, message, help);
            return Address::default();
        };
        if let Some(refusal) = &resource.refusal {
            self.refused(&entry.path, refusal, span);
            return Address::default();
        }
        if from_other && entry.locale != self.place.locale {
            let tag = &self.site.config.locale(entry.locale).locale.tag;
            let message = format!("`{}` is taken from {tag}", entry.path);
            self.report(
                codes::RESOURCE_FROM_SOURCE,
                span,
                message,
                "nothing; put a localized file at the same path to use that one",
            );
        }
        self.log.files.push(file);
        let to = resource_file(self.site, file);
        let lang = (usage == Use::Link && from_other).then(|| self.site.config.locale(entry.locale).locale.tag.clone());
        Address { size: resource.size, ..self.found(&to, link, lang) }
    }

    /// A resource that a translation names and the source locale deleted.
    fn deleted(&mut self, (usage, address): (Use, &str), path: &str, link: &Link, span: Span) -> Option<Address> {
        let source = self.site.config.source().filter(|source| *source != self.place.locale)?;
        let Some(PastResource { commit, resource }) = self.past.found.get(path) else {
            self.log.missing.push(path.to_owned());
            return None;
        };
        if let Some(refusal) = &resource.refusal {
            self.refused(path, refusal, span);
            return Some(Address::default());
        }
        let tag = &self.site.config.locale(source).locale.tag;
        let what = if usage == Use::Image { "image" } else { "linked file" };
        let (message, help) = taken(what, &shown(address), commit, tag);
        self.report(codes::FILE_FROM_HISTORY, span, message, help);
        self.log.past.push(path.to_owned());
        let lang = (usage == Use::Link).then(|| tag.clone());
        Some(Address { size: resource.size, ..self.found(&past_file(self.site, source, path), link, lang) })
    }

    fn refused(&mut self, path: &str, refusal: &str, span: Span) {
        let message = format!("`{}` is not published: {refusal}", shown(path));
        self.report(codes::RESOURCE_DISALLOWED, span, message, "use another kind of file");
    }

    /// A site-absolute address of a page that is not there stays as it is: another site may have the page.
    fn unknown(&mut self, usage: Use, address: &str, span: Span) -> Address {
        let message = format!("`{}` is no page of this site, though a docset of it is published there", shown(address));
        let help = "correct the address, or nothing if another site publishes the page";
        self.report(codes::LINK_ABSOLUTE_UNKNOWN, span, message, help);
        away(usage, address)
    }

    /// A link that is dead for a reason that says what to do.
    fn nowhere(&mut self, usage: Use, address: &str, span: Span, (what, help): (&str, &str)) -> Address {
        let code = if usage == Use::Image { codes::RESOURCE_MISSING } else { codes::LINK_TARGET_MISSING };
        self.report(code, span, format!("`{}` {what}", shown(address)), help);
        Address::default()
    }

    fn missing(&mut self, usage: Use, address: &str, path: &str, span: Span) -> Address {
        let (code, what) = match usage {
            Use::Image => (codes::RESOURCE_MISSING, "image"),
            _ => (codes::LINK_TARGET_MISSING, "link target"),
        };
        let unread = self.past.unread.as_deref().filter(|_| usage == Use::Image);
        let unread = unread.map_or_else(String::new, |reason| format!(", and the history {reason}"));
        let message = format!("the {what} `{}` does not exist{unread}", shown(address));
        let near = self.nearest(path);
        let help = near.map_or_else(
            || "correct the path, or remove the link".to_owned(),
            |n| format!("correct the path; did you mean `{n}`?"),
        );
        self.log.findings.push(Finding::new(code, span, message, help));
        if usage == Use::Image {
            return Address::default();
        }
        // The link stays, so that the page is complete; the address is the one that would be right if the page existed.
        let stem = [".md", ".MD", ".yml"].iter().find_map(|extension| path.strip_suffix(extension));
        let folder = crate::resolve::folder(self.place.path);
        let href = match stem {
            Some(stem) => relative(&crate::resolve::join(folder, "x"), &format!("{stem}.html")),
            None => encode(address),
        };
        Address { href: Some(href), ..Address::default() }
    }

    /// The page of the locale whose path is most like `path`, if one is.
    fn nearest(&mut self, path: &str) -> Option<String> {
        let folder = crate::resolve::folder(path);
        let start = if folder.is_empty() { 0 } else { folder.len() + 1 };
        let known = self.site.map.paths_in(self.place.locale, folder).into_iter().map(|p| &p[start..]);
        let name = self.log.nearest.find(&path[start..], known, (path.len() / 6).clamp(1, 4))?;
        Some(crate::resolve::join(folder, name))
    }
}

/// An address that is not the site's.
fn away(usage: Use, address: &str) -> Address {
    Address { href: Some(address.to_owned()), external: usage == Use::Image, ..Address::default() }
}

/// Where a file of the history is below the output folder: where it would be if the source locale still had it.
pub fn past_file(site: &SiteContext<'_>, source: LocaleId, path: &str) -> String {
    crate::resolve::join(&site.map.prefixes[usize::from(source.0)], path)
}

/// Where a published file is below the output folder: at its path in the folder of its own locale.
pub fn resource_file(site: &SiteContext<'_>, file: u32) -> String {
    let entry = &site.scan.files[file as usize];
    crate::resolve::join(&site.map.prefixes[usize::from(entry.locale.0)], &entry.path)
}
