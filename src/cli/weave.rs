//! `diglot weave`.
//!
//! In: a page and its translation. Out: one bilingual page, on stdout or in a file. Never: writes over a page it reads.

use super::split::write;
use super::{Context, Status, stopped};
use crate::pipeline::{self, AlignOptions};
use anyhow::{anyhow, bail};
use std::path::PathBuf;

/// Make one bilingual page of a page and its translation
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The original
    #[arg(value_name = "SOURCE")]
    source: PathBuf,
    /// The translation
    #[arg(value_name = "TARGET")]
    target: PathBuf,
    /// File to write, instead of stdout
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Locale of the translation, where the page does not say it
    #[arg(long, value_name = "TAG")]
    target_locale: Option<String>,
    /// Folder of bilingual pages to learn words from; may be given more than once
    #[arg(long, value_name = "DIR")]
    learn: Vec<PathBuf>,
    /// Learn everything anew
    #[arg(long)]
    no_cache: bool,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Status> {
    let options = AlignOptions {
        source_locale: context.global.source_locale.clone(),
        target_locale: args.target_locale.clone(),
        learn: args.learn.clone(),
        cache: if args.no_cache { None } else { pipeline::cache_folder() },
    };
    let pairs = [(args.source.clone(), args.target.clone())];
    let aligned = pipeline::align(&pairs, &options).map_err(stopped)?.remove(0).map_err(|message| anyhow!(message))?;
    if !aligned.target.document.units.is_empty() {
        bail!("{}: has units already; `diglot split --side target` makes a plain page of it", args.target.display());
    }
    let woven = aligned.weave();
    match &args.output {
        None => context.printer.data(woven.text.as_bytes())?,
        Some(path) => {
            let same = |other: &PathBuf| path.canonicalize().is_ok_and(|p| other.canonicalize().is_ok_and(|o| o == p));
            if same(&args.source) || same(&args.target) {
                bail!("{}: would write over a page that is being woven; choose another file with -o", path.display());
            }
            write(path, woven.text.as_bytes())?;
        }
    }
    let left_out = woven.left_out.len();
    if left_out > 0 {
        let sentences = if left_out == 1 { "sentence" } else { "sentences" };
        let index = crate::source::LineIndex::new(&aligned.source.text);
        let first = index.position(woven.left_out[0].start).line;
        context.printer.note(&format!(
            "{} units; {left_out} {sentences} of the source without a counterpart, the first in line {first}, not in the page",
            woven.units
        ));
    }
    Ok(Status::Clean)
}
