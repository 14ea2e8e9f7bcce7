//! `diglot completions`.
//!
//! In: the name of a shell. Out: its completion script on stdout. Never: installs it.

use super::{Cli, Context, Status};
use clap::CommandFactory;
use clap_complete::Shell;

/// Print a completion script for a shell
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Which shell
    shell: Shell,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Status> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "diglot", &mut script);
    context.printer.data(&script)?;
    Ok(Status::Clean)
}
