//! The words all stages share, and what they mean.
//!
//! In: nothing. Out: plain data types. Never: reads, parses or renders; those are stages.
//!
//! # Glossary
//!
//! | word | means |
//! |---|---|
//! | *locale* | a language as written for a place or script, named by a BCP 47 tag: `it-IT`, `sr-Latn-RS` ([`Locale`]) |
//! | *source locale* | the locale in which pages are first written; all others are translations of it |
//! | *topic* | one page of the help whatever its language ([`TopicKey`]); it has at most one *page* a locale |
//! | *document* | what was read from one Markdown file ([`Document`]) |
//! | *unit* | a `data-ttu-id`/`data-stu-id` pair of spans as written in a bilingual file ([`Unit`]) |
//! | *side* | target (the translation) or source (the original) of a unit, a pair or a document ([`Side`]) |
//! | *segment* | a stretch of one side that was translated as a whole, usually a sentence |
//! | *pair* | a source and a target segment that say the same ([`Pair`]) |
//! | *bitext* | all pairs and unpaired segments of a page ([`Bitext`]) |
//! | *alternate* | the page of the same topic in another locale |
//! | *fallback* | the page shown in a locale that has none of its own, and the locale it comes from |
//! | *finding* | a problem in the content, reported with its place ([`crate::diag::Finding`]) |
//! | *docset* | a folder with a `docfx.json`, which says which files are pages |
//! | *moniker* | the name of a version of a product; a page or a *zone* of it is for some of them ([`moniker`]) |
//! | *pivot* | a choice of the reader, as a language or a system; a zone is for some of them |
//! | *resource* | a file that is published as it is: an image, a PDF |

mod dialect;
mod document;
mod front_matter;
mod locale;
pub mod moniker;
mod unit;

pub use dialect::{Dialect, PLAIN};
pub use document::{Document, Heading};
pub use front_matter::{Field, FrontMatter, Metadata, TranslationType, Variants, Yaml};
pub use locale::{Direction, LONGEST_TAG, Locale, LocaleError, LocaleId, is_alias, name_locales, names_locale};
pub use unit::{Bitext, Origin, Pair, Piece, Role, Side, State, Unit, UnitId};

/// What makes pages of several locales one topic: the explicit key of their front matter, else their path below the
/// locale's root without `.md`, else a unique `ms.assetid`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TopicKey(pub String);
