//! `diglot split`.
//!
//! In: bilingual pages. Out: one language of each, on stdout or in a folder.
//! Never: writes over a page it reads.

use super::printer::Detail;
use super::{Context, SideName, Status, stopped};
use crate::diag::render::Format;
use crate::pipeline;
use anyhow::{Context as _, bail};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Write one language of bilingual pages as Markdown
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Pages, or folders of them
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Which language
    #[arg(long)]
    side: SideName,
    /// Folder to write to; needed for more than one page
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Status> {
    let outcome = pipeline::split(&args.files, args.side.into(), args.output.as_deref()).map_err(stopped)?;
    for (path, bytes) in &outcome.value {
        if path.as_os_str().is_empty() {
            context.printer.data(bytes)?;
        } else {
            refuse_source(path, &args.files)?;
            write(path, bytes)?;
        }
    }
    context.printer.findings(&outcome.diagnostics, Format::Human, Detail::Usual);
    Ok(Status::of(&outcome.diagnostics))
}

/// A page that was read must not be replaced by half of itself.
fn refuse_source(path: &Path, sources: &[PathBuf]) -> anyhow::Result<()> {
    let Ok(target) = path.canonicalize() else { return Ok(()) };
    let is_source = |source: &PathBuf| source.canonicalize().is_ok_and(|source| source == target || inside(&target, &source));
    if sources.iter().any(is_source) {
        bail!("{}: would write over a page that is being split; choose another folder with -o", path.display());
    }
    Ok(())
}

fn inside(target: &Path, folder: &Path) -> bool {
    folder.is_dir() && target.starts_with(folder) && target.extension().is_some_and(|e| e.eq_ignore_ascii_case("md"))
}

/// Writes a file whole or not at all, with the folders it needs.
pub(super) fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let fail = || format!("{}: cannot write", path.display());
    std::fs::create_dir_all(folder).with_context(fail)?;
    let mut file = tempfile::Builder::new().prefix(".tmp-").tempfile_in(folder).with_context(fail)?;
    file.write_all(bytes).with_context(fail)?;
    publish(file, path).with_context(fail)
}

/// Gives a finished temporary file its name, and the mode of an ordinary new file.
pub(super) fn publish(file: tempfile::NamedTempFile, path: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))?;
    }
    file.persist(path).map(drop).map_err(|error| error.error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_written_whole_with_their_folders() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("a/b/c.md");
        write(&path, b"uno").expect("written");
        write(&path, b"due").expect("written over");
        assert_eq!(std::fs::read(&path).expect("there"), b"due");
        assert_eq!(std::fs::read_dir(folder.path().join("a/b")).expect("there").count(), 1);
    }

    #[test]
    fn a_page_is_not_replaced_by_its_half() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let page = folder.path().join("a.md");
        write(&page, b"x").expect("written");
        assert!(refuse_source(&page, std::slice::from_ref(&page)).is_err());
        assert!(refuse_source(&page, &[folder.path().to_owned()]).is_err());
        assert!(refuse_source(&folder.path().join("b.md"), &[page]).is_ok());
    }
}
