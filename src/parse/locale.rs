//! Whether a page is where its own header says it belongs.
//!
//! In: the front matter and the locale of the page's folder. Out: findings. Never: moves a page; the folder decides its address.

use super::shown;
use crate::diag::{Finding, codes};
use crate::model::{FrontMatter, Locale};

/// Compares `ms.contentlocale` with the locale the page belongs to.
pub fn check_locale(front_matter: &FrontMatter, folder: &Locale) -> Option<Finding> {
    let field = front_matter.get("ms.contentlocale")?;
    let written = field.value.text()?.trim();
    // Almost every page says the tag of its folder, which is in its present form.
    if written.is_empty() || written.eq_ignore_ascii_case(&folder.tag) {
        return None;
    }
    let at = |code, message: String, help: &str| Some(Finding::new(code, field.value_span, message, help));
    let Ok(locale) = Locale::parse(written) else {
        let message = format!("`{}` is not a BCP 47 locale tag", shown(written));
        return at(codes::LOCALE_INVALID, message, "write a tag such as `it-IT` or `sr-Latn-RS`");
    };
    if !locale.same_as(&folder.tag) {
        let message = format!("the page says that it is `{}`, and its folder is `{}`", shown(written), folder.tag);
        return at(codes::LOCALE_CONFLICT, message, "move the page to its folder, or correct the value");
    }
    if crate::model::is_alias(written, &locale) {
        let message = format!("`{written}` is an old form of `{}`", locale.tag);
        return at(codes::LOCALE_CANONICAL, message, "write the tag in its present form");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Severity;

    /// What is said of a page that names `written` in the folder of `folder`.
    fn found(written: &str, folder: &str) -> Option<(&'static str, Severity, String)> {
        let text = format!("---\ntitle: T\nms.contentlocale: {written}\n---\n# T\n");
        let document = crate::parse::parse(&text, &mut Vec::new());
        let folder = Locale::parse(folder).expect("a tag");
        let finding = check_locale(&document.front_matter, &folder)?;
        Some((finding.code.name(), finding.code.severity(), text[finding.span.range()].to_owned()))
    }

    #[test]
    fn b91_a_page_that_contradicts_its_folder_is_an_error_at_the_value() {
        assert_eq!(found("de-DE", "it-IT"), Some(("locale-conflict", Severity::Error, "de-DE".into())));
        assert_eq!(found("pt-PT", "pt-BR"), Some(("locale-conflict", Severity::Error, "pt-PT".into())));
        for same in ["it-IT", "it-it", "IT-it"] {
            assert_eq!(found(same, "it-IT"), None, "{same}");
        }
        assert_eq!(found("\'\'", "it-IT"), None);
    }

    #[test]
    fn b92_a_tag_that_is_none_is_an_error_and_an_old_one_is_named() {
        for invalid in ["en_US", "xx-yy-zz!", "zh-CHS", "../de"] {
            assert_eq!(found(invalid, "en-US"), Some(("locale-invalid", Severity::Error, invalid.into())), "{invalid}");
        }
        let long = "a".repeat(60);
        assert_eq!(found(&long, "en-US"), Some(("locale-invalid", Severity::Error, long.clone())));
        assert_eq!(found("iw", "he"), Some(("locale-canonical", Severity::Info, "iw".into())));
    }
}
