//! `diglot render`.
//!
//! In: one page. Out: its HTML on stdout. Never: writes a file.

use super::printer::Detail;
use super::{Context, SideName, Status, stopped};
use crate::diag::render::Format;
use crate::pipeline;
use std::path::PathBuf;

/// Print the HTML of one page
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The page; it belongs to the nearest site upwards
    file: PathBuf,
    /// Print only what stands inside the article
    #[arg(long)]
    fragment: bool,
    /// Which language
    #[arg(long, default_value = "target")]
    side: SideName,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Status> {
    let source_locale = context.global.source_locale.as_deref();
    let outcome = pipeline::render_file(&args.file, args.side.into(), args.fragment, source_locale).map_err(stopped)?;
    context.printer.data(outcome.value.as_bytes())?;
    context.printer.findings(&outcome.diagnostics, Format::Human, Detail::Usual);
    Ok(Status::of(&outcome.diagnostics))
}
