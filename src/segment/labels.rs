//! How notes begin: `**Obs!**` in Swedish, `Bemærk!` in Danish.
//!
//! In: a short text in front of an exclamation mark. Out: whether it is the label of what follows. Never: depends on the language; a note may
//! be labelled in another one than its page.

/// Whether a sentence of `text` and an exclamation mark is a label of what follows.
pub(super) fn is_label(text: &str) -> bool {
    text.len() <= 24 && LABELS.contains(&text.to_lowercase().as_str())
}

/// How notes begin in languages that write an exclamation mark where English has a colon.
const LABELS: &[&str] = &[
    "obs",
    "observera",
    "viktigt",
    "varning",
    "tips",
    "bemærk",
    "vigtigt",
    "advarsel",
    "tip",
    "merk",
    "viktig",
    "huom",
    "huomautus",
    "tärkeää",
    "hinweis",
    "achtung",
    "wichtig",
    "let op",
    "opmerking",
    "belangrijk",
    "nota",
    "importante",
    "remarque",
    "important",
    "uwaga",
    "ważne",
    "poznámka",
    "важно",
    "примечание",
];
