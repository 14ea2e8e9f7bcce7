//! `diglot export`.
//!
//! In: pages, or folders of them. Out: their bitext, to stdout, a file, or a file a locale in a folder.
//! Never: leaves half a file under its own name.

use super::printer::Detail;
use super::split::publish;
use super::{Context, Status, stopped};
use crate::diag::Diagnostic;
use crate::diag::render::Format;
use crate::pipeline;
use anyhow::{Context as _, bail};
use clap::ValueEnum;
use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Export which sentence translates which
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// A site, folders or pages
    #[arg(default_value = ".", value_name = "PATH|FILE")]
    paths: Vec<PathBuf>,
    /// Format of the export
    #[arg(long)]
    format: Exchange,
    /// Export this locale only; may be given more than once
    #[arg(long, value_name = "TAG")]
    locale: Vec<String>,
    /// File, if it ends in the format's extension, or folder to write to, instead of stdout
    #[arg(short, long, value_name = "FILE|DIR")]
    output: Option<PathBuf>,
    /// Learn everything anew
    #[arg(long)]
    no_cache: bool,
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
enum Exchange {
    /// One JSON object a line
    Jsonl,
    #[value(hide = true)]
    Tsv,
    #[value(hide = true)]
    Xliff,
    #[value(hide = true)]
    Xliff12,
    #[value(hide = true)]
    Tmx,
    #[value(hide = true)]
    Po,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Status> {
    if args.format != Exchange::Jsonl {
        let name = args.format.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
        bail!("--format {name}: not available yet; use jsonl");
    }
    let diagnostics = match &args.output {
        None => to_stdout(args, context)?,
        Some(path) if path.extension().is_some_and(|e| e == "jsonl") => to_files(args, context, &Files::one(path))?,
        Some(path) => to_files(args, context, &Files::by_locale(path))?,
    };
    context.printer.findings(&diagnostics, Format::Human, Detail::Usual);
    Ok(Status::of(&diagnostics))
}

fn export(args: &Args, context: &Context, sink: &mut dyn FnMut(&str)) -> anyhow::Result<Vec<Diagnostic>> {
    let cache = if args.no_cache { None } else { pipeline::cache_folder() };
    let source_locale = context.global.source_locale.as_deref();
    pipeline::export(&args.paths, &args.locale, (source_locale, cache.as_deref()), sink).map_err(stopped)
}

fn to_stdout(args: &Args, context: &Context) -> anyhow::Result<Vec<Diagnostic>> {
    let mut failed = Ok(());
    let diagnostics = export(args, context, &mut |line| {
        if failed.is_ok() {
            failed = context.printer.data(line.trim_end().as_bytes()).and_then(|()| context.printer.data(b"\n"));
        }
    })?;
    failed.map(|()| diagnostics)
}

fn to_files(args: &Args, context: &Context, files: &Files<'_>) -> anyhow::Result<Vec<Diagnostic>> {
    let mut open: BTreeMap<PathBuf, BufWriter<NamedTempFile>> = BTreeMap::new();
    let mut failed: anyhow::Result<()> = Ok(());
    std::fs::create_dir_all(files.folder).with_context(|| format!("{}: cannot create the folder", files.folder.display()))?;
    if let Some(path) = files.only {
        open.insert(path.to_owned(), temporary(files.folder)?);
    }
    let diagnostics = export(args, context, &mut |line| {
        if failed.is_ok() {
            failed = add(line.trim_end(), &files.path_of(line), &mut open);
        }
    })?;
    failed?;
    for (path, writer) in open {
        finish(writer, &path).with_context(|| format!("{}: cannot write", path.display()))?;
    }
    Ok(diagnostics)
}

fn add(line: &str, path: &Path, open: &mut BTreeMap<PathBuf, BufWriter<NamedTempFile>>) -> anyhow::Result<()> {
    if !open.contains_key(path) {
        open.insert(path.to_owned(), temporary(path.parent().unwrap_or(Path::new(".")))?);
    }
    let Some(writer) = open.get_mut(path) else { return Ok(()) };
    writeln!(writer, "{line}").with_context(|| format!("{}: cannot write", path.display()))
}

fn temporary(folder: &Path) -> anyhow::Result<BufWriter<NamedTempFile>> {
    let file = tempfile::Builder::new().prefix(".tmp-").tempfile_in(folder);
    file.map(BufWriter::new).with_context(|| format!("{}: cannot write into the folder", folder.display()))
}

fn finish(writer: BufWriter<NamedTempFile>, path: &Path) -> io::Result<()> {
    let file = writer.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.as_file().sync_all()?;
    publish(file, path)
}

/// Which lines go into which file.
struct Files<'a> {
    folder: &'a Path,
    only: Option<&'a Path>,
}

impl<'a> Files<'a> {
    fn one(path: &'a Path) -> Self {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Self { folder, only: Some(path) }
    }

    fn by_locale(folder: &'a Path) -> Self {
        Self { folder, only: None }
    }

    fn path_of(&self, line: &str) -> PathBuf {
        self.only.map_or_else(|| self.folder.join(format!("{}.jsonl", locale_of(line))), Path::to_owned)
    }
}

/// The locale a line names; `und` where it could not be a file name.
fn locale_of(line: &str) -> String {
    #[derive(serde::Deserialize)]
    struct Line {
        locale: String,
    }
    let locale = serde_json::from_str::<Line>(line).map(|line| line.locale).unwrap_or_default();
    let is_tag = (2..=35).contains(&locale.len()) && locale.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if is_tag { locale } else { "und".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_tag_becomes_a_file_name() {
        assert_eq!(locale_of(r#"{"file":"a.md","locale":"it-IT"}"#), "it-IT");
        for line in ["", "{}", r#"{"locale":"../x"}"#, r#"{"locale":""}"#, r#"{"locale":null}"#] {
            assert_eq!(locale_of(line), "und", "{line}");
        }
    }
}
