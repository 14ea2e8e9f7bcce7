//! `diglot explain`.
//!
//! In: a diagnostic's code, or none. Out: its page, or the table of all codes. Never: guesses silently.

use super::{Context, Status};
use crate::diag::codes::{self, Code};
use anyhow::bail;

/// Explain a diagnostic, or list all
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The code, such as `unit-unclosed`; without one all codes are listed
    code: Option<String>,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Status> {
    let text = match &args.code {
        None => table(),
        Some(name) => match Code::named(name) {
            Some(code) => code.page().to_owned(),
            None => bail!("unknown code `{name}`; {}", suggestion(name)),
        },
    };
    context.printer.data(text.as_bytes())?;
    Ok(Status::Clean)
}

fn table() -> String {
    let width = codes::ALL.iter().map(|code| code.name().len()).max().unwrap_or(0);
    let row = |code: &Code| format!("{:<width$}  {:<7}  {}\n", code.name(), code.severity().name(), code.summary());
    codes::ALL.iter().map(row).collect()
}

/// What to say of a code that there is not.
pub(super) fn suggestion(name: &str) -> String {
    let distance = |code: &&Code| strsim::damerau_levenshtein(code.name(), &name.to_lowercase());
    match codes::ALL.iter().min_by_key(distance).filter(|code| distance(code) <= code.name().len() / 3) {
        Some(code) => format!("did you mean `{}`?", code.name()),
        None => "`diglot explain` lists all codes".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_code_is_offered_when_it_is_near() {
        assert_eq!(suggestion("unit-uncloesd"), "did you mean `unit-unclosed`?");
        assert_eq!(suggestion("Link-Empty"), "did you mean `link-empty`?");
        assert_eq!(suggestion("frobnicate"), "`diglot explain` lists all codes");
    }

    #[test]
    fn the_table_has_a_row_a_code() {
        assert_eq!(table().lines().count(), codes::ALL.len());
    }
}
