//! `diglot build`.
//!
//! In: the site's path and what to build of it. Out: the site in its output folder, findings and a summary line on stderr.
//! Never: writes to stdout.

use super::printer::Detail;
use super::progress::Bar;
use super::{Context, Status, format_parser, stopped, summary, timings};
use crate::diag::Severity;
use crate::diag::render::Format;
use crate::pipeline::{self, BuildOptions};
use anyhow::bail;
use std::path::PathBuf;
use std::time::Instant;

/// Build the site
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// A folder with a diglot.toml, with folders of locales, or with a docset
    #[arg(default_value = ".")]
    path: PathBuf,
    /// Folder to write to
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Build this locale only; may be given more than once
    #[arg(long, value_name = "TAG")]
    locale: Vec<String>,
    /// Build the K-th of N parts of the site
    #[arg(long, value_name = "K/N")]
    shard: Option<String>,
    /// Build everything anew
    #[arg(long)]
    no_cache: bool,
    /// Empty the output folder first
    #[arg(long)]
    clean: bool,
    /// Index titles and headings only, not the words of all pages
    #[arg(long)]
    no_search: bool,
    /// Exit with status 1 if there are warnings
    #[arg(long)]
    strict: bool,
    /// Print how long each stage took
    #[arg(long)]
    timings: bool,
    /// How to print findings
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = format_parser())]
    format: Format,
}

pub(super) fn run(args: Args, context: &Context) -> anyhow::Result<Status> {
    if let Some(shard) = &args.shard {
        bail!("--shard {shard}: not available yet; build without it");
    }
    let started = Instant::now();
    let options = options(&args, context);
    let bar = Bar::new(context);
    let outcome = pipeline::build(&options, &|progress| bar.report(progress)).map_err(stopped)?;
    drop(bar);
    let detail = if context.global.verbose { Detail::Everything } else { Detail::Usual };
    let gravest = context.printer.findings(&outcome.diagnostics, args.format, detail);
    if args.timings {
        context.printer.block(&timings::table(started.elapsed()));
    }
    if !args.format.is_data() {
        context.printer.note(&summary::line(&outcome, started.elapsed()));
        if let Some(finding) = gravest {
            context.printer.note(&summary::pointer(finding));
        }
    }
    Ok(Status::of_run(&outcome.diagnostics, if args.strict { Severity::Warning } else { Severity::Error }))
}

fn options(args: &Args, context: &Context) -> BuildOptions {
    BuildOptions {
        path: args.path.clone(),
        output: args.output.clone(),
        source_locale: context.global.source_locale.clone(),
        locales: args.locale.clone(),
        clean: args.clean,
        cache: if args.no_cache { None } else { pipeline::cache_folder() },
        search: !args.no_search,
    }
}
