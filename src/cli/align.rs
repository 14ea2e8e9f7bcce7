//! `diglot align`.
//!
//! In: two pages, or a list of pairs. Out: the beads of their alignment, on stdout or in the files that the list names.
//! Never: stops at a pair that cannot be read, when there are others.

use super::split::write;
use super::{Context, Status, stopped};
use crate::diag::render::escape::escape;
use crate::pipeline::{self, AlignOptions, Aligned};
use anyhow::{Context as _, anyhow, bail};
use clap::ValueEnum;
use std::path::{Path, PathBuf};

/// Find out which sentence of a page translates which of another
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The original
    #[arg(required_unless_present = "batch", requires = "target", conflicts_with = "batch", value_name = "SOURCE")]
    source: Option<PathBuf>,
    /// The translation
    #[arg(value_name = "TARGET")]
    target: Option<PathBuf>,
    /// File with a line a pair: source, target and output (.jsonl), parted by tabs
    #[arg(long, value_name = "LIST")]
    batch: Option<PathBuf>,
    /// Locale of the translation, where the page does not say it
    #[arg(long, value_name = "TAG")]
    target_locale: Option<String>,
    /// Folder of bilingual pages to learn words from; may be given more than once
    #[arg(long, value_name = "DIR")]
    learn: Vec<PathBuf>,
    /// Learn everything anew
    #[arg(long)]
    no_cache: bool,
    /// Format of what goes to stdout
    #[arg(long, value_name = "FORMAT", default_value = "jsonl", conflicts_with = "batch")]
    format: Shape,
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// One JSON object a line
    Jsonl,
    /// For people: one bead after the other, with how sure it is and why
    Table,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Status> {
    let options = AlignOptions {
        source_locale: context.global.source_locale.clone(),
        target_locale: args.target_locale.clone(),
        learn: args.learn.clone(),
        cache: if args.no_cache { None } else { pipeline::cache_folder() },
    };
    match (&args.batch, &args.source, &args.target) {
        (Some(list), _, _) => batch(list, &options, context),
        (None, Some(source), Some(target)) => single(source, target, args.format, &options, context),
        _ => bail!("name a source and a target, or a list with --batch"),
    }
}

fn single(source: &Path, target: &Path, shape: Shape, options: &AlignOptions, context: &Context) -> anyhow::Result<Status> {
    let pairs = [(source.to_owned(), target.to_owned())];
    let aligned = pipeline::align(&pairs, options).map_err(stopped)?.remove(0).map_err(|message| anyhow!(message))?;
    let text = match shape {
        Shape::Jsonl => aligned.lines(),
        Shape::Table => table(&aligned),
    };
    context.printer.data(text.as_bytes())?;
    Ok(Status::Clean)
}

/// A line of the list.
struct Task {
    pair: (PathBuf, PathBuf),
    output: PathBuf,
}

fn batch(list: &Path, options: &AlignOptions, context: &Context) -> anyhow::Result<Status> {
    let text = std::fs::read_to_string(list).with_context(|| format!("{}: cannot read", list.display()))?;
    let mut status = Status::Clean;
    let mut tasks = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match task(line) {
            Some(task) => tasks.push(task),
            None => {
                let message = format!("{}:{}: not a source, a target and an output parted by tabs", list.display(), number + 1);
                context.printer.fatal(&message);
                status = Status::ContentErrors;
            }
        }
    }
    let pairs: Vec<(PathBuf, PathBuf)> = tasks.iter().map(|t| t.pair.clone()).collect();
    let results = pipeline::align(&pairs, options).map_err(stopped)?;
    for (task, result) in tasks.iter().zip(results) {
        let done = result.map_err(|message| anyhow!(message)).and_then(|aligned| write(&task.output, aligned.lines().as_bytes()));
        if let Err(error) = done {
            context.printer.fatal(&format!("{error:#}"));
            status = Status::ContentErrors;
        }
    }
    Ok(status)
}

fn task(line: &str) -> Option<Task> {
    let mut parts = line.trim_end_matches('\r').split('\t').map(PathBuf::from);
    let task = Task { pair: (parts.next()?, parts.next()?), output: parts.next()? };
    (parts.next().is_none() && !task.output.as_os_str().is_empty()).then_some(task)
}

/// The beads for people: a line with how sure and why, then both texts.
fn table(aligned: &Aligned) -> String {
    let mut out = String::new();
    for bead in aligned.sentences() {
        let why = if bead.why.is_empty() { "no counterpart".to_owned() } else { bead.why.join(", ") };
        let moved = if bead.is_moved { ", moved" } else { "" };
        out.push_str(&format!("{:>4.0} %  {why}{moved}\n", bead.confidence * 100.0));
        for (mark, text) in [("<", &bead.source), (">", &bead.target)] {
            for line in text.lines() {
                out.push_str(&format!("      {mark} {}\n", escape(line)));
            }
        }
    }
    out
}
