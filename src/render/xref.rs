//! Cross references to addresses, with the text of their targets.
//!
//! In: a uid as written, with its options. Out: an [`Address`] with a text, and findings. Never: a link to nowhere; a reference that
//! leads nowhere is a text.

use super::article::Address;
use super::links::Links;
use crate::diag::codes;
use crate::markdown::url;
use crate::parse::shown;
use crate::resolve::xref::Reference;
use crate::resolve::{Link, Target, relative};
use crate::source::Span;
use crate::topics::PageId;
use percent_encoding::percent_decode_str;

/// A reference in its parts, decoded.
struct Wanted {
    uid: String,
    fragment: Option<String>,
    /// `text=`, or `title=`.
    text: Option<String>,
    /// `alt=`: the text of a reference that leads nowhere.
    alt: Option<String>,
    full_name: bool,
}

impl Links<'_> {
    /// An explicit reference: `uid?displayProperty=fullName#fragment`.
    pub(super) fn xref(&mut self, address: &str, span: Span) -> Address {
        let wanted = wanted(address);
        // A `#` may be part of a uid.
        let whole = decoded(address);
        let whole = Wanted { uid: whole, fragment: None, text: None, alt: None, full_name: false };
        if let Some(address) = self.reach(&wanted, span).or_else(|| self.reach(&whole, span)) {
            return address;
        }
        if self.log.uids.insert(wanted.uid.clone()) {
            let known = self.site.xrefs.known(self.place.locale);
            let limit = (wanted.uid.len() / 6).clamp(1, 4);
            let near = self.log.nearest.find(&wanted.uid, known, limit).map(str::to_owned);
            let message = format!("nothing has the uid `{}`", shown(&wanted.uid));
            let help = near.map_or_else(
                || "correct the uid, or give the page that is meant a `uid` in its front matter".to_owned(),
                |near| format!("correct the uid; did you mean `{}`?", shown(&near)),
            );
            self.report(codes::XREF_UNRESOLVED, span, message, &help);
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

    fn reach(&mut self, wanted: &Wanted, span: Span) -> Option<Address> {
        let (site, place) = (self.site, self.place);
        let find = |uid: &str| site.xrefs.find(site.map, &place, uid);
        let found = find(&wanted.uid).or_else(|| find(wanted.uid.strip_suffix('*')?))?;
        let mut address = match found {
            Reference::External(external) => {
                let mut href = url::normalize(&external.href).into_owned();
                if let Some(fragment) = &wanted.fragment {
                    href.truncate(href.find('#').unwrap_or(href.len()));
                    href.push('#');
                    href.push_str(fragment);
                }
                let full = wanted.full_name && !external.full_name.is_empty();
                let name = if full { &external.full_name } else { &external.name };
                Address { href: Some(href), text: Some(name.clone()), ..Address::default() }
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
        }
        Some(address)
    }

    fn page_address(&mut self, page: PageId, url: &str, wanted: &Wanted, span: Span) -> Address {
        let link =
            Link { target: Target::Page(page), query: String::new(), fragment: wanted.fragment.clone(), well_formed: true };
        self.note_fragment(page, &link, span);
        let mut address = self.found(url, &link, None);
        if address.href.as_deref() == Some("") {
            address.href = Some(relative(self.url, url));
        }
        Address { text: Some(self.site.map.page(page).summary.title.clone()), ..address }
    }
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
        text: option("text").or_else(|| option("title")),
        alt: option("alt"),
        full_name: option("displayProperty").is_some_and(|property| property.eq_ignore_ascii_case("fullName")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_come_apart() {
        let all = wanted("a.b%20c?displayProperty=fullName&text=Go+on%21#top");
        assert_eq!((all.uid.as_str(), all.fragment.as_deref(), all.text.as_deref()), ("a.b c", Some("top"), Some("Go on!")));
        assert!(all.full_name && all.alt.is_none());
        assert_eq!(wanted("a").uid, "a");
    }
}
