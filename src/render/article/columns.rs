//! Rows and columns whose contents are indented.
//!
//! In: a view. Out: the view without the indentation that rows and columns add, which would be code for Markdown.
//! Never: takes away an indentation that the contents have among themselves.

use crate::markdown::docfx::columns;
use crate::parse::{Edit, View};

/// The view with rows as Markdown has them, or `None` where nothing has to change.
pub(super) fn dedented(view: &View<'_>) -> Option<View<'static>> {
    if !columns::may_have(&view.text) {
        return None;
    }
    let mut result: Option<View<'static>> = None;
    for level in 0..columns::LIMIT_NESTING {
        let base = result.as_ref().unwrap_or(view);
        let cuts = columns::cuts(&base.text, level).into_iter();
        let edits: Vec<Edit> = cuts.map(|span| Edit { span, with: String::new() }).collect();
        if !edits.is_empty() {
            result = Some(base.edited(&edits));
        }
    }
    result
}
