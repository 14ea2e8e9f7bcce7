//! The table of diagnostic codes.
//!
//! In: nothing. Out: every [`Code`] there is, its severity and one-line summary; the longer page of each is `explain/<code>.md`.
//! Never: changes a code's name once released; CI recipes, baselines and suppressions rely on it.

/// How bad a problem is. Ordered from bad to harmless.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A reader is misled, text is lost or a link is dead. Exit code 1.
    Error,
    /// Probably not meant. Exit code 1 with `--strict`.
    Warning,
    /// Worth knowing.
    Info,
}

impl Severity {
    /// `error`, `warning` or `info`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// One kind of problem. Compared by its name.
#[derive(Clone, Copy)]
pub struct Code(&'static Entry);

struct Entry {
    name: &'static str,
    severity: Severity,
    summary: &'static str,
    page: &'static str,
}

impl Code {
    /// The stable name, kebab-case.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// The severity unless a run changes it.
    pub fn severity(self) -> Severity {
        self.0.severity
    }

    /// One line that says what the code means.
    pub fn summary(self) -> &'static str {
        self.0.summary
    }

    /// The page that `diglot explain` prints: Markdown with what it means, an example and what to do.
    pub fn page(self) -> &'static str {
        self.0.page
    }

    /// The code of that name.
    pub fn named(name: &str) -> Option<Self> {
        ALL.iter().copied().find(|code| code.name() == name)
    }
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.0.name == other.0.name
    }
}

impl Eq for Code {}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.name)
    }
}

macro_rules! codes {
    ($($constant:ident $name:literal $severity:ident $summary:literal;)*) => {
        $(#[doc = $summary] pub const $constant: Code = Code(&Entry {
            name: $name,
            severity: Severity::$severity,
            summary: $summary,
            page: include_str!(concat!("explain/", $name, ".md")),
        });)*
        /// Every code, in the order of the table.
        pub const ALL: &[Code] = &[$($constant),*];
    };
}

codes! {
    // units
    UNIT_UNCLOSED "unit-unclosed" Error "a span of a unit is opened and never closed";
    UNIT_STRAY_CLOSE "unit-stray-close" Warning "a `</span>` closes nothing";
    UNIT_NESTED "unit-nested" Error "a unit stands inside another unit";
    UNIT_NO_SOURCE "unit-no-source" Warning "a unit has a target and no source";
    UNIT_NO_TARGET "unit-no-target" Warning "a unit has a source and no target";
    UNIT_DUPLICATE "unit-duplicate" Error "two units of a file carry the same id";
    UNIT_ID_MISMATCH "unit-id-mismatch" Error "target and source of a pair carry different ids";
    UNIT_SWAPPED "unit-swapped" Warning "the source stands before the target";
    UNIT_FAR "unit-far" Error "target and source of a unit stand in different blocks";
    UNIT_NOT_ADJACENT "unit-not-adjacent" Warning "text stands between the target and the source of a unit";
    UNIT_WRAPPER "unit-wrapper" Warning "the wrapper of a source is missing or not as the format has it";
    UNIT_WRAPPER_CONTENT "unit-wrapper-content" Error "a wrapper holds more than one source";
    UNIT_ORDER "unit-order" Info "unit numbers do not rise";
    UNIT_CROSSES_BLOCK "unit-crosses-block" Error "a unit begins in one block and ends in another";
    UNIT_CROSSES_CELL "unit-crosses-cell" Error "a unit is cut by a `|` of its table";
    UNIT_OVERLAP "unit-overlap" Error "a unit and an emphasis, link or code span cut each other";
    UNIT_HTML_BLOCK "unit-html-block" Warning "a tag of a unit alone on its line would start an HTML block";
    UNIT_IN_HTML "unit-in-html" Warning "a unit stands inside an HTML block";
    UNIT_IN_CODE "unit-in-code" Warning "a unit stands inside a code block";
    UNIT_AS_TEXT "unit-as-text" Info "something that looks like a unit is text here";
    UNIT_IN_ATTRIBUTE "unit-in-attribute" Warning "a unit stands in an image description, a link title or an autolink";
    UNIT_LOST "unit-lost" Error "a unit stands where Markdown drops text";
    UNIT_STYLE "unit-style" Warning "a tag of a unit is spelled unlike the format";
    UNIT_ATTRIBUTE_DUPLICATE "unit-attribute-duplicate" Error "a tag of a unit has an attribute twice";
    UNIT_BAD_ID "unit-bad-id" Error "the id of a unit cannot be used";
    UNIT_ID_SHAPE "unit-id-shape" Info "the id of a unit has an unusual shape";
    UNIT_PREFIXES "unit-prefixes" Info "a file holds units of two prefixes";
    UNIT_BROKEN_TAG "unit-broken-tag" Error "a tag of a unit is not a tag for Markdown";
    UNIT_ON_ELEMENT "unit-on-element" Warning "a unit id stands on an element other than `span`";
    UNIT_EMPTY "unit-empty" Warning "a unit has an empty side";
    UNIT_IDENTICAL "unit-identical" Info "target and source of a unit are the same text";
    UNKNOWN_TAG "unknown-tag" Warning "a unit holds a tag that HTML does not have";
    // translations
    PAGE_NOT_INDEXED "page-not-indexed" Warning "the words of a page cannot be searched";
    PAGE_STALE "page-stale" Warning "the source of a page changed after it was translated";
    SEGMENT_STALE "segment-stale" Info "a sentence of the source changed after it was translated";
    GATE_STALE "gate-stale" Error "more translations are stale than the run allows";
    GATE_TRANSLATED "gate-translated" Error "fewer pages are translated than the run asks for";
    // text
    ALERT_MARKER "alert-marker" Error "an alert's marker does not stand alone on its line";
    ANCHOR_DUPLICATE "anchor-duplicate" Info "two headings or anchors of a page have the same id";
    HTML_DISALLOWED "html-disallowed" Warning "an HTML element or attribute is not allowed in content";
    HTML_UNBALANCED "html-unbalanced" Info "an HTML element of the content is not closed, or closes nothing";
    URL_DISALLOWED "url-disallowed" Error "an address has a scheme that is not allowed";
    TEXT_BIDI "text-bidi" Warning "a text direction control is not closed";
    TEXT_INVISIBLE "text-invisible" Warning "a text holds characters that cannot be seen";
    TEXT_CONTROL "text-control" Warning "a text holds a control character";
    UNSUPPORTED_SYNTAX "unsupported-syntax" Info "a DocFX extension is shown as text";
    LIMIT_DEPTH "limit-depth" Error "the nesting is deeper than the limit";
    LIMIT_COUNT "limit-count" Error "a file holds more of something than the limit";
    LIMIT_SIZE "limit-size" Error "something is larger than the limit";
    TABLE_CELLS "table-cells" Warning "a row has more cells than its table has columns";
    // docfx
    CODE_BLOCK_UNCLOSED "code-block-unclosed" Warning "a fence of code is not closed";
    CODE_INVALID "code-invalid" Warning "a `:::code` cannot be read as it is written";
    COLUMNS_INVALID "columns-invalid" Warning "a row or column is not closed or cannot be read";
    FORM_DEPRECATED "form-deprecated" Warning "a form is shown as text";
    IMAGE_INVALID "image-invalid" Warning "an `:::image` cannot be read";
    MATH_INVALID "math-invalid" Warning "a formula cannot be read";
    MONIKER_DEFINITION_INVALID "moniker-definition-invalid" Error "a definition of monikers cannot be used";
    MONIKER_OVERLAPPING "moniker-overlapping" Warning "two pages of one published address are for the same version";
    MONIKER_RANGE_INVALID "moniker-range-invalid" Warning "a moniker range or zone cannot be read, or a zone is not closed";
    MONIKER_RANGE_OUT_OF_SCOPE "moniker-range-out-of-scope" Warning "a page is for no version that its docset is for";
    MONIKER_ZONE_EMPTY "moniker-zone-empty" Warning "a moniker zone is for no version of its page and is left out";
    PIVOT_GROUP_NOT_FOUND "pivot-group-not-found" Warning "a page names a group of pivots that is not defined";
    PIVOT_ID_NOT_FOUND "pivot-id-not-found" Warning "a zone is for a pivot that no group of its page has";
    PIVOT_ID_UNUSED "pivot-id-unused" Info "no zone of a page is for one of its pivots";
    TAB_GROUP_INVALID "tab-group-invalid" Warning "the tabs of a group do not belong together";
    VIDEO_HOST_UNKNOWN "video-host-unknown" Info "a video is on a host that is not known for videos";
    VIDEO_INVALID "video-invalid" Warning "a video cannot be read";
    ZONE_INVALID "zone-invalid" Warning "a zone is not closed or cannot be read";
    ZONE_PIVOT_FILE_INVALID "zone-pivot-file-invalid" Error "a definition of pivots cannot be read";
    ZONE_PIVOT_FILE_MISSING "zone-pivot-file-missing" Warning "the definition of a page's pivots is not there";
    ZONE_PIVOT_GROUP_MISSING "zone-pivot-group-missing" Warning "a page has zones for pivots and names no group of them";
    // front matter
    FRONT_MATTER_MISSING "front-matter-missing" Warning "a page has no front matter";
    FRONT_MATTER_UNCLOSED "front-matter-unclosed" Error "the front matter is not closed";
    FRONT_MATTER_LATE "front-matter-late" Warning "the front matter does not stand at the start of the file";
    FRONT_MATTER_TWICE "front-matter-twice" Warning "a page has two blocks of front matter";
    FRONT_MATTER_DUPLICATE "front-matter-duplicate" Error "a key stands twice in the front matter";
    FRONT_MATTER_SYNTAX "front-matter-syntax" Error "the front matter is not valid YAML";
    FRONT_MATTER_FEATURE "front-matter-feature" Error "the front matter uses a YAML feature that is not read";
    FRONT_MATTER_NOT_MAP "front-matter-not-map" Error "the front matter is not a map of keys and values";
    FRONT_MATTER_LIMIT "front-matter-limit" Error "the front matter is larger or deeper than the limit";
    TITLE_MISSING "title-missing" Warning "a page has no usable title";
    DATE_BAD "date-bad" Warning "a date is not a real MM/DD/YYYY date";
    TRANSLATION_TYPE_UNKNOWN "translation-type-unknown" Warning "a translation type is not a known one";
    LOCALE_CONFLICT "locale-conflict" Error "a page's locale contradicts its folder";
    LOCALE_INVALID "locale-invalid" Error "a locale tag is not a valid BCP 47 tag";
    LOCALE_CANONICAL "locale-canonical" Info "a locale tag is not in its canonical form";
    LOCALE_UNCONFIGURED "locale-unconfigured" Warning "a locale is not configured";
    // site
    FOLDER_IGNORED "folder-ignored" Info "a folder is not a locale and was passed over";
    BASE_URL_MISSING "base-url-missing" Info "without `base_url` there are no absolute addresses";
    TOPIC_CONFLICT "topic-conflict" Warning "two pages of a locale claim to be the same topic";
    OUTPUT_CONFLICT "output-conflict" Error "two pages would be written to the same file";
    OUTPUT_NAME "output-name" Error "a page's name cannot be used for a file everywhere";
    LINK_TARGET_MISSING "link-target-missing" Error "a link leads to a file that does not exist";
    LINK_ANCHOR_MISSING "link-anchor-missing" Warning "a link leads to an anchor that its page does not have";
    LINK_EMPTY "link-empty" Warning "a link has no destination";
    LINK_INVALID "link-invalid" Warning "a link's destination cannot be read";
    LINK_REFERENCE_MISSING "link-reference-missing" Warning "a link by reference names a label that nothing defines";
    LINK_ABSOLUTE_UNKNOWN "link-absolute-unknown" Info "a site-absolute link leads to no page of the site";
    LINK_OTHER_LOCALE "link-other-locale" Info "a link's target exists in another locale only";
    REDIRECT_CYCLE "redirect-cycle" Error "redirections lead back to where they began";
    REDIRECT_TARGET_MISSING "redirect-target-missing" Error "a redirection leads to a page that does not exist";
    REDIRECT_CONFLICT "redirect-conflict" Warning "a redirection is for a page that still exists, or for one that has another";
    REDIRECT_CHAIN "redirect-chain" Info "a redirection leads to an address that is redirected itself";
    REDIRECT_INVALID "redirect-invalid" Warning "a redirection cannot be read";
    RESOURCE_MISSING "resource-missing" Error "an image or other resource does not exist";
    RESOURCE_FROM_SOURCE "resource-from-source" Info "a resource is taken from the source locale";
    RESOURCE_DISALLOWED "resource-disallowed" Error "a resource is of a kind that is not published";
    TOC_SYNTAX "toc-syntax" Error "a table of contents cannot be read";
    TOC_CYCLE "toc-cycle" Error "a table of contents takes itself in";
    TOC_LIMIT "toc-limit" Error "a table of contents is larger or deeper than the limit";
    TOC_TARGET_MISSING "toc-target-missing" Warning "an entry of a table of contents leads to nothing";
    TOC_CONFLICT "toc-conflict" Warning "a folder has two tables of contents";
    TOC_ORPHAN "toc-orphan" Info "only the translation of a table of contents has an entry";
    STRING_MISSING "string-missing" Info "a text of the theme is not translated";
    // docfx
    INCLUDE_MISSING "include-missing" Error "an included file cannot be used";
    INCLUDE_CYCLE "include-cycle" Error "files include each other in a circle";
    INCLUDE_LIMIT "include-limit" Error "a page includes more than the limit";
    INCLUDE_FROM_SOURCE "include-from-source" Info "an included file is taken from the source locale";
    INCLUDE_REDIRECTED "include-redirected" Warning "an included file or code file moved";
    FILE_FROM_HISTORY "file-from-history" Info "a file that was deleted is taken from the history";
    SNIPPET_MISSING "snippet-missing" Error "the file of a code snippet cannot be used";
    SNIPPET_TAG_MISSING "snippet-tag-missing" Warning "the file of a code snippet has no tag of that name";
    SNIPPET_LANGUAGE "snippet-language" Info "the language of a code snippet is not known";
    SNIPPET_RANGE "snippet-range" Warning "the lines of a code snippet leave its file";
    SNIPPET_FROM_SOURCE "snippet-from-source" Info "the file of a code snippet is taken from the source locale";
    // pages written in YAML, and cross references
    YAML_PAGE_SYNTAX "yaml-page-syntax" Error "a page written in YAML cannot be read";
    YAML_PAGE_UNKNOWN "yaml-page-unknown" Info "a page written in YAML is of no known kind, or has what pages of its kind do not have";
    XREF_UNRESOLVED "xref-unresolved" Warning "a cross reference names something that nothing defines";
    XREF_DUPLICATE "xref-duplicate" Warning "two pages of a locale have the same uid";
    XREFMAP_INVALID "xrefmap-invalid" Error "a map of cross references cannot be used";
    // files
    FILE_NOT_UTF8 "file-not-utf8" Error "a file is not UTF-8";
    FILE_BINARY "file-binary" Error "a Markdown file holds binary data";
    FILE_TOO_LARGE "file-too-large" Error "a file is larger than the limit";
    FILE_UNREADABLE "file-unreadable" Error "a file could not be read";
    FILE_NAME "file-name" Warning "a file's name cannot be used";
    FILE_SPECIAL "file-special" Warning "something in the tree is not a regular file";
    FILE_SYMLINK "file-symlink" Warning "a symbolic link was not followed";
    DOCSET_INVALID "docset-invalid" Error "a docset's configuration cannot be read";
    DOCSET_ENTRY_UNUSED "docset-entry-unused" Info "no file fits an entry of a docset's content";
    DOCSET_UNSUPPORTED "docset-unsupported" Info "a part of a docset's configuration is not read";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_kebab_case() {
        let mut names: Vec<_> = ALL.iter().map(|c| c.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), ALL.len());
        assert!(names.iter().all(|n| n.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')));
    }

    #[test]
    fn every_page_says_what_to_do() {
        for code in ALL {
            assert!(code.page().starts_with(&format!("# {}\n", code.name())), "{code:?}: the page does not start with its name");
            assert!(code.page().contains("## What to do"), "{code:?}: the page does not say what to do");
        }
    }
}
