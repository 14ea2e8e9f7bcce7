//! The program `diglot`. Everything it does is in the library's [`diglot::cli`].

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    diglot::cli::run()
}
