//! Older copies of a locale's files, in folders beside it.
//!
//! In: a folder and the path of a file below it. Out: its bytes. Never: follows a symbolic link below the folder, or says why there is nothing.

use super::is_folder;
use super::read::{LARGEST, bytes_of};
use std::path::{Component, Path};

/// The bytes of the regular file at `path`, whose parts are parted by `/`, below `folder`.
pub fn older_copy(folder: &Path, path: &str) -> Option<Vec<u8>> {
    let relative = Path::new(path);
    if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let mut at = folder.to_path_buf();
    for part in relative.parent()?.components() {
        at.push(part);
        if !is_folder(&at) {
            return None;
        }
    }
    bytes_of(&folder.join(relative), LARGEST).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn only_what_lies_below_the_folder_is_read() {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path().join("old");
        fs::create_dir_all(folder.join("a")).unwrap();
        fs::write(folder.join("a/b.md"), "old").unwrap();
        fs::write(around.path().join("secret.md"), "secret").unwrap();
        assert_eq!(older_copy(&folder, "a/b.md").as_deref(), Some(&b"old"[..]));
        for path in ["", "a", "a/c.md", "../secret.md", "a/../../secret.md", "/etc/hosts"] {
            assert_eq!(older_copy(&folder, path), None, "{path}");
        }
        #[cfg(unix)]
        for (link, to, path) in [("l.md", "../secret.md", "l.md"), ("up", "..", "up/secret.md")] {
            std::os::unix::fs::symlink(to, folder.join(link)).unwrap();
            assert_eq!(older_copy(&folder, path), None, "{path}");
        }
    }
}
