//! Repositories made by git, sound and hostile ones.
//!
//! In: a repository in a temporary folder. Out: assertions. Never: uses the configuration of whoever runs the tests.

#![allow(clippy::unwrap_used)]

use super::{History, Revision};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// A checkout with a history.
struct Checkout {
    folder: TempDir,
    /// Commits so far; each is an hour later.
    commits: u32,
}

impl Checkout {
    fn new() -> Self {
        let checkout = Self { folder: TempDir::new().unwrap(), commits: 0 };
        checkout.git(&["init", "-q", "-b", "main"]);
        checkout
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("repo")
    }

    fn git(&self, arguments: &[&str]) -> String {
        fs::create_dir_all(self.path()).unwrap();
        let date = format!("{} +0000", 1_600_000_000 + 3600 * self.commits);
        let ran = Command::new("git")
            .current_dir(self.path())
            .args(arguments)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap())
            .env("HOME", self.folder.path())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .envs(["AUTHOR", "COMMITTER"].map(|who| (format!("GIT_{who}_NAME"), "A")))
            .envs(["AUTHOR", "COMMITTER"].map(|who| (format!("GIT_{who}_EMAIL"), "a@example.com")))
            .envs(["AUTHOR", "COMMITTER"].map(|who| (format!("GIT_{who}_DATE"), date.clone())))
            .output()
            .expect("git runs");
        assert!(ran.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
        String::from_utf8(ran.stdout).unwrap().trim().to_owned()
    }

    /// Writes files, or removes those without a text, and commits all of it.
    fn commit(&mut self, files: &[(&str, Option<&str>)]) -> String {
        for (path, text) in files {
            let file = self.path().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            match text {
                Some(text) => fs::write(file, text).unwrap(),
                None => fs::remove_file(file).unwrap(),
            }
        }
        self.commits += 1;
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", "x"]);
        self.git(&["rev-parse", "HEAD"])
    }

    fn history(&self) -> History {
        History::of(&self.path().join("docs")).unwrap().unwrap()
    }
}

/// A checkout in which a file was changed and removed, and the commits that did it.
fn removed() -> (Checkout, [String; 3]) {
    let mut checkout = Checkout::new();
    let files = [("docs/a/token.md", Some("One.\n")), ("docs/p.md", Some("P\n")), ("secret.md", Some("S\n"))];
    let first = checkout.commit(&files);
    let second = checkout.commit(&[("docs/a/token.md", Some("Two.\r\n"))]);
    let third = checkout.commit(&[("docs/a/token.md", None), ("docs/q.md", Some("Q\n"))]);
    (checkout, [first, second, third])
}

fn last(history: &History, path: &str) -> Option<Revision> {
    history.last(&[path.to_owned()]).unwrap().remove(path)
}

#[track_caller]
fn assert_refused(folder: &Path, reason: &str) {
    let error = History::of(folder).map(|_| ()).unwrap_err();
    assert!(error.contains(reason), "{error}");
}

#[test]
fn the_last_revision_and_that_of_a_commit() {
    let (checkout, [first, second, third]) = removed();
    for packed in [false, true] {
        if packed {
            checkout.git(&["gc", "-q"]);
            assert!(!checkout.path().join(".git/refs/heads/main").exists());
        }
        let history = checkout.history();
        let found = last(&history, "a/token.md").unwrap();
        assert_eq!((found.commit.as_str(), found.bytes.as_slice()), (second.as_str(), &b"Two.\r\n"[..]));
        assert_eq!(last(&history, "./a/../q.md").unwrap().commit, third);
        assert_eq!(history.at(&first, "a/token.md").unwrap().unwrap(), b"One.\n");
        assert_eq!(history.at(&third, "a/token.md").unwrap(), None);
        assert_eq!(history.at("0000000000000000000000000000000000000000", "p.md").unwrap(), None);
        assert_eq!(history.at(&first[..9], "p.md").unwrap(), None);
        for nothing in ["none.md", "a", "a/token.md/x", "../secret.md", "/etc/passwd", "a/../../secret.md", ""] {
            assert_eq!(last(&history, nothing), None, "{nothing}");
            assert_eq!(history.at(&first, nothing).unwrap(), None, "{nothing}");
        }
    }
}

#[test]
fn one_walk_finds_what_several_branches_had() {
    let (mut checkout, _) = removed();
    checkout.git(&["checkout", "-q", "-b", "side"]);
    let side = checkout.commit(&[("docs/side.md", Some("Side\n"))]);
    checkout.git(&["checkout", "-q", "main"]);
    checkout.commit(&[("docs/main.md", Some("Main\n"))]);
    checkout.commits += 1;
    checkout.git(&["merge", "-q", "-m", "m", "side"]);
    checkout.commit(&[("docs/side.md", None), ("docs/main.md", None)]);
    let history = checkout.history();
    let paths = ["side.md", "main.md", "a/token.md", "none.md"].map(str::to_owned);
    let found = history.last(&paths).unwrap();
    let names: Vec<_> = found.keys().map(String::as_str).collect();
    assert_eq!(names, ["a/token.md", "main.md", "side.md"]);
    assert_ne!(found["side.md"].commit, side, "the merge is newer and has it too");
    assert_eq!(checkout.history().last(&paths).unwrap(), found);
}

#[test]
fn a_clone_may_be_shallow_and_a_folder_without_any_history() {
    let (checkout, _) = removed();
    let url = format!("file://{}", checkout.path().display());
    checkout.git(&["clone", "-q", "--depth", "1", &url, "../shallow"]);
    let history = History::of(&checkout.folder.path().join("shallow/docs")).unwrap().unwrap();
    assert_eq!(last(&history, "a/token.md"), None);
    assert!(last(&history, "q.md").is_some());
    assert!(History::of(checkout.folder.path()).unwrap().is_none());
    let empty = Checkout::new();
    assert!(History::of(&empty.path()).unwrap().is_none());
}

#[test]
fn a_worktree_has_the_history_of_its_repository() {
    let (checkout, _) = removed();
    checkout.git(&["worktree", "add", "-q", "../other"]);
    let other = checkout.folder.path().join("other");
    let history = History::of(&other.join("docs")).unwrap().unwrap();
    assert!(last(&history, "a/token.md").is_some());
    // A file that names a repository which does not know of it gets nothing.
    let thief = checkout.folder.path().join("thief");
    fs::create_dir_all(&thief).unwrap();
    fs::write(thief.join(".git"), fs::read(other.join(".git")).unwrap()).unwrap();
    assert_refused(&thief, "lies elsewhere");
    fs::write(thief.join(".git"), format!("gitdir: {}\n", checkout.path().join(".git").display())).unwrap();
    assert_refused(&thief, "lies elsewhere");
}

#[test]
fn objects_of_another_repository_are_not_read() {
    let (checkout, _) = removed();
    checkout.git(&["clone", "-q", "--shared", ".", "../shared"]);
    assert_refused(&checkout.folder.path().join("shared"), "kept in another repository");
}

#[test]
#[cfg(unix)]
fn links_and_pipes_in_a_repository_are_never_opened() {
    let link = |to: &Path, at: &Path| std::os::unix::fs::symlink(to, at).unwrap();
    let (checkout, [_, _, third]) = removed();
    let git = checkout.path().join(".git");
    let elsewhere = checkout.folder.path().join("elsewhere");
    let replace = |path: &Path| {
        fs::rename(path, &elsewhere).unwrap();
        link(&elsewhere, path);
    };
    let restore = |path: &Path| {
        fs::remove_file(path).unwrap();
        fs::rename(&elsewhere, path).unwrap();
    };
    for name in ["objects", "objects/pack", "HEAD", "refs/heads/main"] {
        replace(&git.join(name));
        assert!(History::of(&checkout.path()).is_err(), "{name}");
        restore(&git.join(name));
    }
    let object = git.join("objects").join(&third[..2]).join(&third[2..]);
    replace(&object);
    let history = checkout.history();
    assert!(history.last(&["q.md".to_owned()]).unwrap_err().contains("is no file"));
    restore(&object);
    fs::remove_file(git.join("HEAD")).unwrap();
    assert!(Command::new("mkfifo").arg(git.join("HEAD")).status().unwrap().success());
    assert_refused(&checkout.path(), "cannot be read");
    fs::remove_file(git.join("HEAD")).unwrap();
    fs::write(git.join("HEAD"), "ref: refs/heads/../../../../secret\n").unwrap();
    assert_refused(&checkout.path(), "not named as git names it");
}

#[test]
#[cfg(unix)]
fn a_link_in_the_history_is_no_file() {
    let (mut checkout, _) = removed();
    std::os::unix::fs::symlink("/etc/passwd", checkout.path().join("docs/link.md")).unwrap();
    checkout.commit(&[]);
    checkout.commit(&[("docs/link.md", None)]);
    assert_eq!(last(&checkout.history(), "link.md"), None);
}

#[test]
fn broken_objects_are_an_error_and_no_panic() {
    let (checkout, _) = removed();
    checkout.git(&["gc", "-q"]);
    let packs = checkout.path().join(".git/objects/pack");
    let pack = fs::read_dir(&packs).unwrap().flatten().map(|e| e.path()).find(|p| p.extension().is_some_and(|e| e == "pack"));
    let pack = pack.unwrap();
    let whole = fs::read(&pack).unwrap();
    let mut permissions = fs::metadata(&pack).unwrap().permissions();
    #[allow(clippy::permissions_set_readonly_false)]
    permissions.set_readonly(false);
    fs::set_permissions(&pack, permissions).unwrap();
    for at in (0..whole.len()).step_by(3) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        fs::write(&pack, &bytes).unwrap();
        if let Ok(Some(history)) = History::of(&checkout.path().join("docs")) {
            // Any answer but a panic or the wrong bytes.
            if let Ok(found) = history.last(&["a/token.md".to_owned()]) {
                assert!(found.len() <= 1);
            }
        }
    }
    fs::write(&pack, &whole[..20]).unwrap();
    let history = History::of(&checkout.path().join("docs"));
    assert!(history.is_err() || checkout.history().last(&["q.md".to_owned()]).is_err());
}

#[test]
fn no_object_is_larger_than_the_limit() {
    let (mut checkout, _) = removed();
    checkout.commit(&[("docs/big.md", Some(&"x".repeat(17 << 20)))]);
    checkout.commit(&[("docs/big.md", None)]);
    assert_eq!(last(&checkout.history(), "big.md"), None);
}
