//! Where the entries of a table of contents lead.
//!
//! In: an entry, and the file it stands in. Out: [`Led`]. Never: a link to what is not there; it is reported, and the name stays.

use super::TocTarget;
use super::build::Build;
use crate::compose::toc::{Included, Library, Node, key};
use crate::diag::{Finding, codes};
use crate::load::FileKind;
use crate::markdown::url::{self, Destination};
use crate::parse::shown;
use crate::resolve::xref::Reference;
use crate::resolve::{Place, Target, join, urls};
use crate::topics::PageId;

/// Where an entry leads.
pub(super) struct Led {
    /// Where that is.
    pub target: TocTarget,
    /// The page that is.
    pub page: Option<PageId>,
    /// What something of another site is called.
    pub name: String,
}

impl Default for Led {
    fn default() -> Self {
        TocTarget::None.into()
    }
}

impl From<TocTarget> for Led {
    fn from(target: TocTarget) -> Self {
        Self { target, page: None, name: String::new() }
    }
}

impl Build<'_> {
    /// Where an entry of a file leads. What a uid names goes before an address beside it.
    pub(super) fn target(&mut self, node: &Node, file: &Included, key: &str) -> Led {
        let (mut address, mut file) = (node.link().to_owned(), file);
        if let Some(led) = self.named(node, file) {
            return led;
        }
        if let Some((first, other)) = first_article(self.library, &address, file) {
            (address, file) = (first, other);
        }
        if let Some(uid) = address.strip_prefix("xref:") {
            let uid = Node { uid: uid.to_owned(), ..node.clone() };
            return self.named(&uid, file).unwrap_or_else(|| self.unknown(&uid, key));
        }
        match url::classify(&address) {
            Destination::Empty if node.uid.is_empty() => Led::default(),
            Destination::Empty => self.unknown(node, key),
            Destination::Disallowed { scheme } => {
                let message = format!("the scheme `{}` is not allowed in content", shown(&scheme));
                let help = "link to an `https`, `http`, `mailto` or `tel` address, or to a file";
                self.report(key, node, Finding::new(codes::URL_DISALLOWED, node.span, message, help));
                Led::default()
            }
            Destination::Allowed => TocTarget::Address(url::normalize(&address).into_owned()).into(),
            Destination::Relative => self.internal(node, &url::normalize(&address), (file, key)),
        }
    }

    /// What the uid of an entry names.
    fn named(&self, node: &Node, file: &Included) -> Option<Led> {
        if node.uid.is_empty() {
            return None;
        }
        let (uid, suffix) = match node.uid.split_once('#') {
            Some((uid, fragment)) if self.xrefs.find(self.map, &self.place(node, file), &node.uid).is_none() => {
                (uid, format!("#{fragment}"))
            }
            _ => (node.uid.as_str(), String::new()),
        };
        match self.xrefs.find(self.map, &self.place(node, file), uid)? {
            Reference::Page(target) => self.to_page(&target, suffix),
            Reference::External(external) => {
                let target = TocTarget::Address(url::normalize(&external.href).into_owned());
                Some(Led { target, page: None, name: external.name.clone() })
            }
        }
    }

    fn unknown(&mut self, node: &Node, key: &str) -> Led {
        let message = format!("the uid `{}` is not known", shown(&node.uid));
        self.missing(node, key, message);
        Led::default()
    }

    fn place<'f>(&self, node: &Node, file: &'f Included) -> Place<'f> {
        Place { locale: node.locale, reader: self.reader, path: &file.path, docset: &file.docset }
    }

    fn internal(&mut self, node: &Node, address: &str, file: (&Included, &str)) -> Led {
        let (file, key) = file;
        let link = self.map.link(&self.place(node, file), address);
        let suffix = format!("{}{}", link.query, link.fragment.map(|f| format!("#{f}")).unwrap_or_default());
        if let Some(led) = self.to_page(&link.target, suffix) {
            return led;
        }
        match link.target {
            Target::Absolute | Target::Unknown => TocTarget::Address(address.to_owned()).into(),
            Target::Away(to) => TocTarget::Address(to).into(),
            Target::File(file, _) if self.scan.files[file as usize].kind == FileKind::Resource => TocTarget::File(file).into(),
            _ => {
                let message = format!("the entry leads to `{}`, which is no page", shown(address));
                self.missing(node, key, message);
                Led::default()
            }
        }
    }

    /// The way to a page; `None` for what is none.
    fn to_page(&self, target: &Target, suffix: String) -> Option<Led> {
        let (page, url) = match target {
            Target::Page(page) | Target::OtherLocale(page) => (*page, self.map.page(*page).url.clone()),
            Target::Fallback(page, url) => (*page, url.clone()),
            _ => return None,
        };
        let locale = self.map.page(page).summary.locale;
        let lang = Some(locale).filter(|locale| *locale != self.reader);
        let here = !matches!(target, Target::OtherLocale(_));
        Some(Led { target: TocTarget::Page { url, suffix, lang, here }, page: Some(page), name: String::new() })
    }

    fn missing(&mut self, node: &Node, key: &str, message: String) {
        let help = "correct the path, or remove the entry; it is shown without a link";
        self.report(key, node, Finding::new(codes::TOC_TARGET_MISSING, node.span, message, help));
    }
}

/// The first article of the table of contents in the folder that an address names, with the file it stands in.
fn first_article<'a>(library: &'a Library, address: &str, file: &Included) -> Option<(String, &'a Included)> {
    let parts = urls::parts(address);
    let folder = parts.path.strip_suffix('/').filter(|_| !parts.path.starts_with('/'))?;
    let full = match folder.strip_prefix("~/") {
        Some(rest) => urls::resolve_path(&file.docset, rest)?,
        None => urls::resolve_path(urls::folder(&file.path), folder)?,
    };
    let other = library.get(&key(&join(&full, "toc.yml")))?;
    let first = other.toc.nodes.iter().map(Node::link).find(|link| !link.is_empty() && !link.ends_with('/'))?;
    Some((first.to_owned(), other))
}

/// What an entry without a name is called that leads to no page.
pub(super) fn name(node: &Node) -> String {
    let address = node.link().trim_end_matches('/');
    let candidates = [node.name.as_str(), node.uid.as_str(), address.rsplit('/').next().unwrap_or(address), node.include()];
    candidates.into_iter().find(|name| !name.is_empty()).unwrap_or("…").to_owned()
}
