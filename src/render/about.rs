//! What a page says of itself to machines: Open Graph for whoever shows a link to it, JSON-LD for whoever reads it.
//!
//! In: the page and its topic. Out: lines for the head, finished. Never: a word that a reader of the page does not see, or that is not known.
//!
//! JSON-LD stands in a `<script>` of a type that is no script: a browser neither runs it nor asks the content security policy about it. There is
//! no card of a single network: without one they all read Open Graph. A description is said once for search engines and once for Open Graph,
//! not a third time in JSON-LD.

use super::island::string;
use super::lists;
use super::page::{self, Body, Request};
use super::{SiteContext, copy};
use crate::markdown::html::escape_attribute;
use crate::model::{Locale, TranslationType, Yaml};
use crate::parse;
use crate::resolve::encode;
use crate::topics::{PageId, TopicId};

/// What the pages of a topic say of each other: made once, used for each of them.
pub(super) struct Family {
    /// `og:locale:alternate` of every translation.
    locales: String,
    /// The source, for its translations.
    original: String,
    /// The translations, for the source.
    translations: String,
}

impl Family {
    /// What pages of a topic say of each other from which `root` leads to the root of the output.
    pub(super) fn new(site: &SiteContext<'_>, topic: TopicId, root: &str) -> Self {
        let source = site.map.source_page(topic);
        let pages: Vec<PageId> = site.map.topic(topic).pages.iter().flatten().copied().collect();
        let of = |page: PageId| site.locale(site.map.page(page).summary.locale).territory.as_str();
        let mut family = Self { locales: String::new(), original: String::new(), translations: String::new() };
        if pages.len() > 1 {
            pages.iter().for_each(|page| family.locales.push_str(&alternate(of(*page))));
        }
        if let Some(source) = source {
            family.original = format!(",\"translationOfWork\":{}", work(site, source, root));
            let others: Vec<String> = pages.iter().filter(|p| **p != source).map(|p| work(site, *p, root)).collect();
            if !others.is_empty() {
                family.translations = format!(",\"workTranslation\":[{}]", others.join(","));
            }
        }
        family
    }
}

/// Another page of the topic, for JSON-LD.
fn work(site: &SiteContext<'_>, page: PageId, root: &str) -> String {
    let page = site.map.page(page);
    let mut out = String::from("{\"@type\":\"TechArticle\",\"@id\":");
    string(&lists::address(site, page, root), &mut out);
    out.push_str(",\"inLanguage\":");
    string(&site.config.locale(page.summary.locale).locale.tag, &mut out);
    out.push('}');
    out
}

/// A locale as Open Graph writes it, `it_IT`: the language and a region, the likely one where the tag has none.
pub(super) fn territory(locale: &Locale) -> String {
    let (language, region) = locale.language_and_region();
    region.map_or_else(|| language.clone(), |region| format!("{language}_{region}"))
}

fn alternate(territory: &str) -> String {
    format!("<meta property=\"og:locale:alternate\" content=\"{territory}\">\n")
}

fn property(name: &str, value: &str, out: &mut String) {
    out.push_str("<meta property=\"og:");
    out.push_str(name);
    out.push_str("\" content=\"");
    escape_attribute(value, out);
    out.push_str("\">\n");
}

/// The lines of a page; `canonical` is its address, relative without a base URL.
pub(super) fn lines(site: &SiteContext<'_>, request: &Request<'_>, family: &Family, canonical: &str) -> String {
    let own = site.map.page(request.page);
    let summary = &own.summary;
    let territory = &site.locale(summary.locale).territory;
    let mut out = String::with_capacity(1024);
    if page::has_copy(site, request) {
        let name = request.url.rsplit('/').next().unwrap_or_default();
        out.push_str("<link rel=\"alternate\" type=\"text/markdown\" href=\"");
        escape_attribute(&encode(&copy::file(name)), &mut out);
        out.push_str("\">\n");
    }
    property("type", "article", &mut out);
    property("title", &summary.title, &mut out);
    if let Some(description) = summary.metadata.description.as_deref().filter(|d| !d.is_empty()) {
        property("description", description, &mut out);
    }
    if lists::absolute(site, summary.locale, &own.url).is_some() {
        property("url", canonical, &mut out);
    }
    if let Some(image) = summary.metadata.social_image.as_deref().filter(|i| is_absolute(i)) {
        property("image", image, &mut out);
    }
    property("site_name", &site.config.title, &mut out);
    property("locale", territory, &mut out);
    out.push_str(&family.locales.replacen(&alternate(territory), "", 1));
    json_ld(site, request, family, canonical, &mut out);
    out
}

/// The keys of front matter that the configuration asks for, as the page or its docset has them; one line a value of a list.
pub(super) fn metadata(site: &SiteContext<'_>, page: PageId, text: &str, body: &Body) -> String {
    let mut out = String::new();
    if site.config.publish.metadata.is_empty() {
        return out;
    }
    let summary = &site.map.page(page).summary;
    let docset = site.scan.docset(&site.scan.files[summary.file as usize]);
    let front_matter = match body {
        Body::Markdown(_) => parse::parse_header(text, &mut Vec::new()).front_matter,
        Body::Yaml(yaml) => yaml.front_matter.clone(),
    };
    for key in &site.config.publish.metadata {
        let own = front_matter.get(key).map(|field| &field.value);
        let value = own.or_else(|| docset.and_then(|docset| docset.inherited(key, &summary.path)));
        for text in value.map(Yaml::texts).unwrap_or_default().into_iter().filter(|text| !text.trim().is_empty()) {
            out.push_str("<meta name=\"");
            escape_attribute(key, &mut out);
            out.push_str("\" content=\"");
            escape_attribute(text.trim(), &mut out);
            out.push_str("\">\n");
        }
    }
    out
}

fn is_absolute(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://"))
        && !address.contains(|c: char| c.is_whitespace() || c.is_control())
}

fn json_ld(site: &SiteContext<'_>, request: &Request<'_>, family: &Family, canonical: &str, out: &mut String) {
    let summary = &site.map.page(request.page).summary;
    out.push_str("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"TechArticle\",\"@id\":");
    string(canonical, out);
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            out.push_str(",\"");
            out.push_str(name);
            out.push_str("\":");
            string(value, out);
        }
    };
    field("headline", &summary.title);
    field("inLanguage", &site.config.locale(summary.locale).locale.tag);
    field("dateModified", summary.metadata.date.as_deref().unwrap_or_default());
    if site.map.translation(request.page) == Some(TranslationType::Machine) {
        // The vocabulary has a translator who is a person or an organization, and no word for a machine.
        field("creativeWorkStatus", "machine translation");
    }
    let is_source = Some(summary.locale) == site.map.source_locale();
    out.push_str(if is_source { &family.translations } else { &family.original });
    out.push_str(",\"isPartOf\":{\"@type\":\"WebSite\",\"name\":");
    string(&site.config.title, out);
    if let Some(base) = &site.config.base_url {
        out.push_str(",\"url\":");
        string(base, out);
    }
    out.push_str("}}</script>\n");
}
