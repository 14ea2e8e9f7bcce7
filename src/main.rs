//! The program `diglot`. Everything it does is in the library's [`diglot::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    diglot::cli::run()
}
