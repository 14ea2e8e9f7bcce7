//! `diglot init`.
//!
//! In: an empty or new folder. Out: a small site in two languages in it, which builds without errors and warnings.
//! Never: writes over a file, or into a folder that has anything in it but dotfiles.

use super::{Context, Status};
use anyhow::{Context as _, bail};
use sha1::{Digest, Sha1};
use std::fs::{File, create_dir_all};
use std::io::Write;
use std::path::{Path, PathBuf};

const ENGLISH: &str = include_str!("init/content/en-us/index.md");

/// The files of the starter site. Git acts on files with a leading dot, so these have none here.
const FILES: &[(&str, &str)] = &[
    ("diglot.toml", include_str!("init/diglot.toml")),
    ("content/en-us/index.md", ENGLISH),
    ("content/en-us/get-started.md", include_str!("init/content/en-us/get-started.md")),
    ("content/it-it/index.md", include_str!("init/content/it-it/index.md")),
    (".gitattributes", include_str!("init/gitattributes")),
    (".gitignore", include_str!("init/gitignore")),
];

/// Write a small site to start from
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// An empty or new folder
    #[arg(default_value = ".", value_name = "DIR")]
    folder: PathBuf,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Status> {
    write_site(&args.folder)?;
    context.printer.note(&format!("wrote {} files into {}", FILES.len(), args.folder.display()));
    context.printer.note(&format!("next: diglot build {}", args.folder.display()));
    Ok(Status::Clean)
}

fn write_site(folder: &Path) -> anyhow::Result<()> {
    refuse(folder)?;
    for (name, text) in FILES {
        let path = folder.join(name);
        create(&path, &filled(text)).with_context(|| format!("{}: cannot write", path.display()))?;
    }
    Ok(())
}

fn refuse(folder: &Path) -> anyhow::Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    let entries = std::fs::read_dir(folder).with_context(|| format!("{}: cannot read the folder", folder.display()))?;
    for entry in entries {
        let name = entry.with_context(|| format!("{}: cannot read the folder", folder.display()))?.file_name();
        let name = name.to_string_lossy();
        if !name.starts_with('.') || FILES.iter().any(|(file, _)| *file == name) {
            bail!("{}: the folder is not empty (`{name}`); nothing was written", folder.display());
        }
    }
    Ok(())
}

/// Puts in the SHA-1 of the English page, by which a translation is known to be up to date.
fn filled(text: &str) -> String {
    let hash: String = Sha1::digest(ENGLISH.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    text.replace("{source-hash}", &hash)
}

fn create(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        create_dir_all(folder)?;
    }
    File::create_new(path)?.write_all(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_translation_carries_the_hash_of_its_source() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let site = folder.path().join("new/site");
        write_site(&site).expect("written");
        let read = |name: &str| std::fs::read_to_string(site.join(name)).expect(name);
        let hash: String = Sha1::digest(read("content/en-us/index.md")).iter().map(|b| format!("{b:02x}")).collect();
        assert!(read("content/it-it/index.md").contains(&format!("ms.openlocfilehash: {hash}\n")));
        assert!(FILES.iter().all(|(name, _)| !read(name).contains("{source-hash}") && !read(name).contains('\r')));
    }

    #[test]
    fn nothing_is_written_over() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::create_dir(folder.path().join(".git")).expect("created");
        write_site(folder.path()).expect("dotfiles count as empty");
        let error = write_site(folder.path()).expect_err("not empty any more");
        assert!(error.to_string().contains("not empty"), "{error}");
        let other = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(other.path().join(".gitignore"), "mine").expect("written");
        assert!(write_site(other.path()).is_err());
        assert_eq!(std::fs::read_dir(other.path()).expect("there").count(), 1);
    }

    #[test]
    fn units_of_the_translation_quote_the_source() {
        let italian = FILES[3].1;
        for part in italian.split("data-stu-id=").skip(1) {
            let text = part.split_once('>').and_then(|(_, rest)| rest.split_once("</span>")).map(|(text, _)| text);
            let text = text.expect("a source has a tag and an end");
            assert!(ENGLISH.contains(text), "`{text}` is not in the English page");
        }
    }
}
