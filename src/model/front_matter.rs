//! Front matter: what was written and what it means.
//!
//! In: what `parse` read. Out: every key with its text and place, and the keys diglot understands as typed values.
//! Never: loses a key it does not know, or turns a scalar into a number.

use crate::source::Span;

/// A YAML value. Every scalar keeps its text: `8282e12` stays `8282e12`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Yaml {
    /// A scalar as text; the empty string for null.
    Scalar(String),
    /// A list.
    List(Vec<Yaml>),
    /// A map in the order written.
    Map(Vec<(String, Yaml)>),
}

impl Yaml {
    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// The scalars in it: itself, or the items of a list.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::Scalar(text) => vec![text],
            Self::List(items) => items.iter().filter_map(Self::text).collect(),
            Self::Map(_) => Vec::new(),
        }
    }
}

/// One top-level key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The key as written; compare with [`FrontMatter::get`], which ignores case.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// Where the value stands, comments and the line's end not included; empty for an empty value.
    pub value_span: Span,
    /// What it says.
    pub value: Yaml,
}

/// The front matter of a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FrontMatter {
    /// From the first `-` of the opening line to behind the closing line's ending; empty where there is none.
    pub span: Span,
    /// Every key in the order written; of a key that stands twice, the first.
    pub fields: Vec<Field>,
}

impl FrontMatter {
    /// The field of that name, in any case (`ROBOTS`, `robots`).
    pub fn get(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.key.eq_ignore_ascii_case(key))
    }

    /// The text of a scalar field, trimmed; `None` where it is missing, empty or no scalar.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(|f| f.value.text()).map(str::trim).filter(|t| !t.is_empty())
    }
}

/// Who translated a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TranslationType {
    /// `HT`, `Human Translation`.
    Human,
    /// `MT` and everything that is not known to be human.
    Machine,
}

/// The keys of a front matter that diglot understands, as values. Everything else stays in [`FrontMatter`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Metadata {
    /// `title`, as plain text.
    pub title: Option<String>,
    /// `description`, as plain text.
    pub description: Option<String>,
    /// Whether `ROBOTS` (any key case) says noindex.
    pub noindex: bool,
    /// Whether `ROBOTS` says nofollow.
    pub nofollow: bool,
    /// `ms.assetid`, lower case.
    pub asset_id: Option<String>,
    /// `ms.openlocfilehash`: SHA-1 of the source file that was translated, lower-case hexadecimal.
    pub source_hash: Option<String>,
    /// `ms.sourcegitcommit`.
    pub source_commit: Option<String>,
    /// `ms.translationtype`; `None` where the key is missing.
    pub translation: Option<TranslationType>,
    /// `ms.translationtype` as written.
    pub translation_text: Option<String>,
    /// `ms.contentlocale` as written.
    pub content_locale: Option<String>,
    /// `ms.lasthandoff` as `YYYY-MM-DD`, where it is a real date.
    pub hand_off: Option<String>,
    /// `ms.date` as `YYYY-MM-DD`, where it is a real date.
    pub date: Option<String>,
    /// `ms.locfileid`.
    pub file_id: Option<String>,
    /// `uid`: the name by which cross references find the page.
    pub uid: Option<String>,
    /// `slug`: the page's own file name without extension.
    pub slug: Option<String>,
    /// `breadcrumb_path`: the address of the table of contents that leads to the page's own.
    pub breadcrumbs: Option<String>,
    /// `titleSuffix`: what stands behind the title in a browser's tab in place of the site's title.
    pub title_suffix: Option<String>,
    /// `social_image_url`, or `image`: what whoever shows a link to the page may show with it.
    pub social_image: Option<String>,
    /// For which versions the page is, and between what readers choose on it; most pages say nothing of that.
    pub variants: Option<Box<Variants>>,
}

/// What a page says about its versions and choices.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Variants {
    /// The versions that `replace_monikers` names, else `monikerRange`, else `monikers`, as alternatives; empty for none.
    pub monikers: String,
    /// Where that stands.
    pub monikers_span: Span,
    /// `exclude_monikers`.
    pub excluded: Vec<String>,
    /// Where that stands.
    pub excluded_span: Span,
    /// `replace_monikers`, as `true` or with versions: the docset's range does not count.
    pub replaces: bool,
    /// `zone_pivot_groups`.
    pub pivot_groups: Vec<String>,
    /// Where that stands.
    pub pivots_span: Span,
    /// `zone_pivot_group_filename`, below the docset's folder; empty for the usual one.
    pub pivot_file: String,
}
