//! What builds keep for later builds, beside no site.
//!
//! In: a key that says all that bytes were made from, and the bytes. Out: the bytes again, where they are whole. Never: an error; a
//! build without a cache only takes longer, and writes the same.

use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Largest file that is read.
const LARGEST: u64 = 512 << 20;

/// A folder of files whose names are their keys.
pub(super) struct Cache {
    folder: Option<PathBuf>,
}

impl Cache {
    /// The cache in a folder, which need not exist; without one nothing is kept.
    pub(super) fn new(folder: Option<&Path>) -> Self {
        Self { folder: folder.map(Path::to_path_buf) }
    }

    /// The bytes kept under a key.
    pub(super) fn get(&self, key: &str) -> Option<Vec<u8>> {
        let path = self.folder.as_ref()?.join(key);
        if std::fs::metadata(&path).ok()?.len() > LARGEST {
            return None;
        }
        let bytes = std::fs::read(&path).ok()?;
        let (sum, content) = bytes.split_first_chunk::<32>()?;
        (blake3::hash(content).as_bytes() == sum).then(|| content.to_vec())
    }

    /// Keeps bytes under a key. The file appears whole or not at all.
    pub(super) fn put(&self, key: &str, content: &[u8]) {
        let Some(folder) = &self.folder else { return };
        let write = || -> std::io::Result<()> {
            std::fs::create_dir_all(folder)?;
            let mut file = tempfile::NamedTempFile::new_in(folder)?;
            file.write_all(blake3::hash(content).as_bytes())?;
            file.write_all(content)?;
            file.persist(folder.join(key))?;
            Ok(())
        };
        if let Err(error) = write() {
            tracing::debug!("nothing is kept in {}: {error}", folder.display());
        }
    }
}

/// The folder in which the user's programs keep such things: `$XDG_CACHE_HOME/diglot`, else `.cache/diglot` below the home folder.
pub fn cache_folder() -> Option<PathBuf> {
    let set = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|p| p.is_absolute());
    let base = set.or_else(|| std::env::home_dir().filter(|h| h.is_absolute()).map(|home| home.join(".cache")));
    base.map(|base| base.join("diglot"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_damaged_is_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(Some(&folder.path().join("a/b")));
        assert_eq!(cache.get("key"), None);
        cache.put("key", b"content");
        assert_eq!(cache.get("key").as_deref(), Some(&b"content"[..]));
        let path = folder.path().join("a/b/key");
        let mut bytes = std::fs::read(&path).unwrap();
        bytes.pop();
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(cache.get("key"), None);
        cache.put("key", b"content");
        assert!(cache.get("key").is_some());
    }

    #[test]
    fn a_folder_that_cannot_be_is_no_error() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let cache = Cache::new(Some(&file.path().join("below")));
        cache.put("key", b"content");
        assert_eq!(cache.get("key"), None);
        let none = Cache::new(None);
        none.put("key", b"content");
        assert_eq!(none.get("key"), None);
    }
}
