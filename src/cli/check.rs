//! `diglot check`.
//!
//! In: the site's path, which findings matter, and limits. Out: findings on stdout, a summary line on stderr. Never: writes anything but
//! the baseline that it is told to.

use super::printer::Detail;
use super::progress::Bar;
use super::summary::{counted, pointer, seconds};
use super::{Context, Status, explain, format_parser, stopped};
use crate::check::gates::Limits;
use crate::diag::codes::Code;
use crate::diag::render::{Format, count};
use crate::diag::{Diagnostic, Severity};
use crate::pipeline::{self, CheckOptions, Checked};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Check the site and its translations without building it
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// A folder with a diglot.toml, with folders of locales, or with a docset
    #[arg(default_value = ".")]
    path: PathBuf,
    /// Report this code only; may be given more than once
    #[arg(long, value_name = "CODE", value_parser = code)]
    only: Vec<Code>,
    /// Leave out the findings that this file lists
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// List the findings in this file
    #[arg(long, value_name = "FILE")]
    write_baseline: Option<PathBuf>,
    /// Fail if more of a locale's translated pages are stale, in percent
    #[arg(long, value_name = "PCT", value_parser = percent)]
    max_stale: Option<f64>,
    /// Fail if fewer of the source locale's pages are translated, in percent
    #[arg(long, value_name = "PCT", value_parser = percent)]
    min_translated: Option<f64>,
    /// Exit with status 1 if there are warnings
    #[arg(long)]
    strict: bool,
    /// How to print findings
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = format_parser())]
    format: Format,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Status> {
    let started = Instant::now();
    let options = CheckOptions {
        path: args.path.clone(),
        source_locale: context.global.source_locale.clone(),
        only: args.only.clone(),
        baseline: args.baseline.clone(),
        write_baseline: args.write_baseline.clone(),
        cache: pipeline::cache_folder(),
        limits: Limits { max_stale: args.max_stale, min_translated: args.min_translated },
    };
    let bar = Bar::new(context);
    let outcome = pipeline::check(&options, &|progress| bar.report(progress)).map_err(stopped)?;
    drop(bar);
    // Who names codes wants to see them, whatever they weigh.
    let detail = if context.global.verbose || !args.only.is_empty() { Detail::Everything } else { Detail::Usual };
    let gravest = context.printer.reported(&outcome.diagnostics, args.format, detail)?;
    if !args.format.is_data() {
        context.printer.flush()?;
        context.printer.note(&line(&outcome.value, &outcome.diagnostics, started.elapsed()));
        if let Some(finding) = gravest {
            context.printer.note(&pointer(finding));
        }
    }
    Ok(Status::of_run(&outcome.diagnostics, if args.strict { Severity::Warning } else { Severity::Error }))
}

/// `checked 12 pages in 2 locales in 80 ms: 1 error, 3 warnings, 9 notes; 4 known`.
fn line(checked: &Checked, diagnostics: &[Diagnostic], time: Duration) -> String {
    let of = |severity, noun| counted(count(diagnostics, severity), noun);
    let mut line = format!(
        "checked {} in {} in {}: {}, {}, {}",
        counted(checked.pages, "page"),
        counted(checked.locales, "locale"),
        seconds(time),
        of(Severity::Error, "error"),
        of(Severity::Warning, "warning"),
        of(Severity::Info, "info"),
    );
    if checked.known > 0 {
        line += &format!("; {} in the baseline", counted(checked.known, "finding"));
    }
    if checked.gone > 0 {
        line += &format!("; {} of the baseline no longer there", counted(checked.gone, "finding"));
    }
    if checked.recorded > 0 {
        line += &format!("; {} written to the baseline", counted(checked.recorded, "finding"));
    }
    line
}

fn code(name: &str) -> Result<Code, String> {
    Code::named(name).ok_or_else(|| format!("unknown code; {}", explain::suggestion(name)))
}

fn percent(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| (0.0..=100.0).contains(number));
    number.ok_or_else(|| "a percentage is a number from 0 to 100".to_owned())
}
