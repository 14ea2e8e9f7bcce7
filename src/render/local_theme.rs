//! The theme in one locale: its templates, in which everything that all pages of the locale share is written already.
//!
//! In: the templates and what a locale says in them; then one view a page. Out: pages. Never: another text than the templates would give
//! that ask for it page by page.

use super::theme::{self, ThemeError};
use super::view::{PageView, RedirectView, SiteView};
use crate::markdown::html::escape_attribute;
use std::collections::BTreeMap;
use tera::{Context, Tera, Value};

/// Bytes of a page around its article, about.
const FRAME: usize = 8 << 10;

/// The templates of a locale, ready to render.
pub struct LocalTheme {
    tera: Tera,
    /// What the templates still ask for: in conditions and filters.
    site: Value,
    strings: Value,
}

impl LocalTheme {
    /// Writes the view of a locale into the templates.
    ///
    /// # Errors
    /// When a template is not valid.
    pub(super) fn new(templates: &BTreeMap<String, String>, view: &SiteView) -> Result<Self, ThemeError> {
        let (site, strings) = (Value::from_serializable(view), Value::from_serializable(&view.strings));
        let known = |expression: &str| {
            let (of, key) = expression.split_once('.')?;
            match of {
                "strings" => view.strings.get(key).map(String::as_str),
                "site" => match key {
                    "title" => Some(view.title.as_str()),
                    "locale" => Some(view.locale.as_str()),
                    "dir" => Some(view.dir),
                    "source_locale" => Some(view.source_locale.as_str()),
                    "source_name" => Some(view.source_name.as_str()),
                    "words" => Some(view.words.as_str()),
                    _ => None,
                },
                _ => None,
            }
        };
        let written = templates.iter().map(|(name, text)| (name.as_str(), written(text, &known)));
        Ok(Self { tera: theme::tera(written)?, site, strings })
    }

    /// A page of the locale, in UTF-8.
    ///
    /// # Errors
    /// When a template asks for something that the view does not have.
    pub fn page(&self, view: &PageView) -> Result<Vec<u8>, ThemeError> {
        let expected = FRAME + view.article_html.len() + view.bitext_html.len() + view.toc_html.len();
        self.render(template(view), ("page", theme::value(view)?), expected)
    }

    /// The page of the locale at the address of one that moved.
    ///
    /// # Errors
    /// When a template asks for something that the view does not have.
    pub fn redirect(&self, view: &RedirectView) -> Result<Vec<u8>, ThemeError> {
        self.render("redirect.html", ("redirect", theme::value(view)?), FRAME)
    }

    fn render(&self, template: &str, (name, view): (&'static str, Value), expected: usize) -> Result<Vec<u8>, ThemeError> {
        let mut context = Context::new();
        context.insert_value("site", self.site.clone());
        context.insert_value("strings", self.strings.clone());
        context.insert_value(name, view);
        theme::render(&self.tera, template, &context, expected)
    }
}

/// Which template shows a page.
fn template(view: &PageView) -> &'static str {
    match view.kind {
        "not-found" => "not-found.html",
        "search" => "search.html",
        "listing" | "contents" => "listing.html",
        "index" if view.article_html.is_empty() => "listing.html",
        _ => "page.html",
    }
}

/// A template in which `{{ strings.skip_to_content }}` is the text itself, as the template would escape it.
fn written<'a>(template: &str, known: &impl Fn(&str) -> Option<&'a str>) -> String {
    let mut out = String::with_capacity(template.len());
    // What is to be shown as it stands cannot be told from what is not.
    if template.contains("raw %}") {
        return template.to_owned();
    }
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once("{{ ") {
        out.push_str(before);
        let value = behind.split_once(" }}").and_then(|(expression, after)| Some((known(expression)?, after)));
        match value.filter(|(value, _)| !value.contains(['{', '}'])) {
            Some((value, after)) => {
                escape_attribute(value, &mut out);
                rest = after;
            }
            None => {
                out.push_str("{{ ");
                rest = behind;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_locale_says_is_written_and_everything_else_stays() {
        let known = |expression: &str| match expression {
            "strings.next" => Some("Avanti & \"oltre\""),
            "strings.odd" => Some("{{ page.title }}"),
            _ => None,
        };
        for (template, text) in [
            ("<a>{{ strings.next }}</a> {{ page.title }}", "<a>Avanti &amp; &quot;oltre&quot;</a> {{ page.title }}"),
            ("{{ strings.next | upper }}{{ strings.odd }}", "{{ strings.next | upper }}{{ strings.odd }}"),
            ("{% if strings.next %}{{ x }}{{- strings.next -}}", "{% if strings.next %}{{ x }}{{- strings.next -}}"),
            ("{% raw %}{{ strings.next }}{% endraw %}", "{% raw %}{{ strings.next }}{% endraw %}"),
            ("{{ strings.next", "{{ strings.next"),
        ] {
            assert_eq!(written(template, &known), text);
        }
    }
}
