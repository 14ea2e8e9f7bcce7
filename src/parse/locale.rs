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
    if written.is_empty() {
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
