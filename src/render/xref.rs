//! Cross references to addresses, with the text of their targets.
//!
//! In: a uid as written, with its options. Out: an [`Address`] with a text, and findings. Never: a link to nowhere; a reference that
//! leads nowhere is a text.

use super::article::Address;
use super::links::Links;
use crate::diag::codes;
use crate::load::FileKind;
use crate::markdown::url;
use crate::model::Side;
use crate::parse::shown;
use crate::resolve::xref::{External, Reference};
use crate::resolve::{Link, Target, relative};
use crate::source::Span;
use crate::topics::PageId;
use percent_encoding::percent_decode_str;

/// A reference in its parts, decoded.
struct Wanted {
    uid: String,
    fragment: Option<String>,
    /// `text=`.
    text: Option<String>,
    /// `alt=`: the text of a reference that leads nowhere.
    alt: Option<String>,
    /// `title=`: what it says when it is pointed at.
    title: String,
    /// `view=…` as written: the version that is meant.
    view: Option<String>,
    /// `displayProperty=`.
    shown: Shown,
}

/// Which of its names something is called by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Name,
    FullName,
    NameWithType,
    Uid,
}

impl Links<'_> {
    /// An explicit reference: `uid?displayProperty=fullName#fragment`.
    pub(super) fn xref(&mut self, address: &str, span: Span) -> Address {
        let wanted = wanted(address);
        // A `#` may be part of a uid.
        let whole = Wanted {
            uid: decoded(address),
            fragment: None,
            text: None,
            alt: None,
            title: String::new(),
            view: None,
            shown: Shown::Name,
        };
        if let Some(address) = self.reach(&wanted, span).or_else(|| self.reach(&whole, span)) {
            return address;
        }
        if self.log.uids.insert(wanted.uid.clone()) {
            self.report_unknown(&wanted.uid, span);
        }
        let text = wanted.text.or(wanted.alt).unwrap_or_else(|| wanted.uid.trim_end_matches('*').to_owned());
        Address { text: Some(text), ..Address::default() }
    }

    /// What may be a reference, behind an `@` in text: nothing where there is no such uid.
    pub(super) fn mention(&mut self, uid: &str, span: Span) -> Address {
        if self.site.xrefs.is_empty() {
            return Address::default();
        }
        self.reach(&wanted(uid), span).unwrap_or_default()
    }

    /// Says why a uid leads nowhere: a slip of the pen, or a page that has it by its path where paths are no uids.
    fn report_unknown(&mut self, uid: &str, span: Span) {
        let known = self.site.xrefs.known(self.place.locale);
        let limit = (uid.len() / 6).clamp(1, 4);
        let near = self.log.nearest.find(uid, known, limit).map(str::to_owned);
        let mut message = format!("nothing has the uid `{}`", shown(uid));
        let help = match (near, self.site.xrefs.by_path(self.site.scan, self.place.locale, uid)) {
            (Some(near), _) => format!("correct the uid; did you mean `{}`?", shown(&near)),
            (None, Some(file)) => {
                let is_page = matches!(file.kind, FileKind::Page | FileKind::Yaml);
                let (but, first) = match is_page {
                    true => ("says none", ""),
                    false => ("is no page", "make it a page with `content`, and "),
                };
                message.push_str(&format!("; `{}` is called so, but {but}", shown(&file.path)));
                format!("{first}give the page a `uid`, or all pages that of their paths with `uid = \"path\"` in `diglot.toml`")
            }
            (None, None) if self.site.xrefs.is_empty() => {
                "give the page that is meant a `uid`, or put the `xrefmap.yml` of its site beside `docfx.json`; no uid is known at all"
                    .to_owned()
            }
            (None, None) => "correct the uid, or give the page that is meant a `uid` in its front matter".to_owned(),
        };
        self.report(codes::XREF_UNRESOLVED, span, message, &help);
    }

    fn reach(&mut self, wanted: &Wanted, span: Span) -> Option<Address> {
        let (site, place) = (self.site, self.place);
        let find = |uid: &str| site.xrefs.find(site.map, &place, uid);
        let found = find(&wanted.uid).or_else(|| find(wanted.uid.strip_suffix('*')?))?;
        let mut address = match found {
            Reference::External(external) => {
                let mut href = url::normalize(&external.href).into_owned();
                if let Some(view) = &wanted.view {
                    let at = href.find('#').unwrap_or(href.len());
                    let join = if href[..at].contains('?') { '&' } else { '?' };
                    href.insert_str(at, &format!("{join}{view}"));
                }
                if let Some(fragment) = &wanted.fragment {
                    href.truncate(href.find('#').unwrap_or(href.len()));
                    href.push('#');
                    href.push_str(fragment);
                }
                Address { href: Some(href), text: Some(name_of(external, wanted.shown).to_owned()), ..Address::default() }
            }
            Reference::Page(Target::Page(page)) => self.page_address(page, &site.map.page(page).url, wanted, span),
            Reference::Page(Target::Fallback(page, url)) => {
                Address { lang: Some(self.lang(page)), ..self.page_address(page, &url, wanted, span) }
            }
            Reference::Page(Target::OtherLocale(page)) => {
                let lang = self.lang(page);
                let message = format!("`{}` exists only in {lang}", shown(&wanted.uid));
                self.report(codes::LINK_OTHER_LOCALE, span, message, "translate the page, or refer to another one");
                Address { lang: Some(lang), ..self.page_address(page, &site.map.page(page).url, wanted, span) }
            }
            Reference::Page(_) => return None,
        };
        if wanted.text.is_some() {
            address.text.clone_from(&wanted.text);
            address.text_lang = None;
        }
        address.title.clone_from(&wanted.title);
        Some(address)
    }

    fn page_address(&mut self, page: PageId, url: &str, wanted: &Wanted, span: Span) -> Address {
        let query = wanted.view.as_deref().map(|view| format!("?{view}")).unwrap_or_default();
        let link = Link { target: Target::Page(page), query, fragment: wanted.fragment.clone(), well_formed: true };
        self.note_fragment(page, &link, span);
        let mut address = self.found(url, &link, None);
        if address.href.as_deref() == Some("") {
            address.href = Some(relative(self.url, url));
        }
        let (map, config) = (self.site.map, self.site.config);
        let own = if self.side == Side::Source { config.source() } else { Some(self.place.locale) };
        // The text is what the page is called in the language that the reference stands in, whatever page it leads to.
        let named = own.and_then(|locale| map.page_of(map.page(page).topic, locale)).unwrap_or(page);
        let summary = &map.page(named).summary;
        if wanted.shown == Shown::Uid {
            return Address { text: Some(wanted.uid.clone()), ..address };
        }
        let text_lang = (Some(summary.locale) != own).then(|| self.lang(named));
        Address { text: Some(summary.title.clone()), text_lang, ..address }
    }
}

fn name_of(external: &External, shown: Shown) -> &str {
    let wanted = match shown {
        Shown::Name => &external.name,
        Shown::FullName => &external.full_name,
        Shown::NameWithType => &external.name_with_type,
        Shown::Uid => &external.uid,
    };
    if wanted.is_empty() { &external.name } else { wanted }
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().trim().to_owned()
}

fn wanted(address: &str) -> Wanted {
    let (rest, fragment) = address.split_once('#').map_or((address, None), |(rest, fragment)| (rest, Some(fragment)));
    let (uid, query) = rest.split_once('?').unwrap_or((rest, ""));
    let option = |wanted: &str| {
        let found = query.split('&').filter_map(|pair| pair.split_once('=')).find(|(key, _)| key.eq_ignore_ascii_case(wanted));
        found.map(|(_, value)| decoded(&value.replace('+', " "))).filter(|value| !value.is_empty())
    };
    Wanted {
        uid: decoded(uid),
        fragment: fragment.filter(|f| !f.is_empty()).map(str::to_owned),
        text: option("text"),
        alt: option("alt"),
        title: option("title").unwrap_or_default(),
        view: query.split('&').find(|pair| pair.len() > 5 && pair.starts_with("view=")).map(str::to_owned),
        shown: match option("displayProperty").unwrap_or_default().to_ascii_lowercase().as_str() {
            "fullname" => Shown::FullName,
            "namewithtype" => Shown::NameWithType,
            "uid" => Shown::Uid,
            _ => Shown::Name,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_come_apart() {
        let all = wanted("a.b%20c?displayProperty=fullName&text=Go+on%21#top");
        assert_eq!((all.uid.as_str(), all.fragment.as_deref(), all.text.as_deref()), ("a.b c", Some("top"), Some("Go on!")));
        assert!(all.shown == Shown::FullName && all.alt.is_none());
        assert_eq!(wanted("a?text=b&view=v%201#c").view.as_deref(), Some("view=v%201"));
        assert_eq!((wanted("a").uid.as_str(), wanted("a?view=").view), ("a", None));
    }
}
