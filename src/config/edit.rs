//! Where readers can edit the file of a page.
//!
//! In: an address with places for a file and a line. Out: the address of one line of one file. Never: an address of another scheme than
//! `http` and `https`, or a path that is not encoded.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stands in a path as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// The place of the file below the site's folder, below its locale's folder, and of the line.
const FILE: &str = "{file}";
const PATH: &str = "{path}";
const LINE: &str = "{line}";

/// An address with `{file}` or `{path}` in it, and `{line}` at its end where lines can be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditAddress {
    address: String,
    names_line: bool,
}

impl EditAddress {
    /// Reads what a configuration says.
    ///
    /// # Errors
    /// A phrase that follows the quoted text.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let lower = text.to_ascii_lowercase();
        let host = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
        if host.is_none_or(|host| !host.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[')) {
            return Err(
                "is not an absolute address; write it as in `https://github.com/contoso/help/blob/main/{file}?plain=1#L{line}`",
            );
        }
        if text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\')) {
            return Err("holds a character that an address cannot hold; write it percent-encoded");
        }
        let (address, names_line) = text.strip_suffix(LINE).map_or((text, false), |address| (address, true));
        if address.contains(LINE) {
            return Err("has `{line}` in its middle; write it at the end, as in `…#L{line}`");
        }
        if !address.contains(FILE) && !address.contains(PATH) {
            return Err(
                "does not say where the file comes; write `{file}` for its path below the folder of diglot.toml, or `{path}` for that below the locale's folder",
            );
        }
        if address.replace(FILE, "").replace(PATH, "").contains(['{', '}']) {
            return Err("has braces around something else than `{file}`, `{path}` and `{line}`");
        }
        Ok(Self { address: address.to_owned(), names_line })
    }

    /// The page of a branch on the server of a repository that is open to readers.
    pub fn of_repository(url: &str, branch: &str) -> Option<Self> {
        let url = url.trim().trim_end_matches('/');
        let url = url.strip_suffix(".git").unwrap_or(url);
        let branch = if branch.is_empty() { "main" } else { branch };
        let branch = utf8_percent_encode(branch, PLAIN);
        let host = url.split_once("://")?.1.split(['/', '?']).next()?.to_ascii_lowercase();
        let is_azure = host == "dev.azure.com" || host.ends_with(".visualstudio.com");
        let address = if is_azure {
            format!("{url}?path=/{PATH}&version=GB{branch}&line={LINE}")
        } else if host.split('.').any(|part| part == "gitlab") {
            format!("{url}/-/blob/{branch}/{PATH}?plain=1#L{LINE}")
        } else {
            format!("{url}/blob/{branch}/{PATH}?plain=1#L{LINE}")
        };
        Self::parse(&address).ok()
    }

    /// Whether the address ends in the number of a line.
    pub fn names_line(&self) -> bool {
        self.names_line
    }

    /// The address of a line (from 1) of a file: `file` below the site's folder, `path` below the locale's. `None` for a file that lies
    /// outside the site while the address names files below it.
    pub fn of(&self, file: &str, path: &str, line: usize) -> Option<String> {
        if self.address.contains(FILE) && file.split('/').any(|part| part == "..") {
            return None;
        }
        let encoded = |path| utf8_percent_encode(path, PLAIN).to_string();
        let address = self.address.replace(FILE, &encoded(file)).replace(PATH, &encoded(path));
        Some(if self.names_line { format!("{address}{line}") } else { address })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_file_has_an_address() {
        let edit = EditAddress::parse("https://git.example/help/edit/main/{file}#L{line}").unwrap();
        let of = |file| edit.of(file, "a b.md", 12);
        assert_eq!(of("it-it/a b{line}.md").unwrap(), "https://git.example/help/edit/main/it-it/a%20b%7Bline%7D.md#L12");
        assert_eq!(of("../it/a.md"), None, "a file outside the site");
        let edit = EditAddress::parse("https://git.example/{path}").unwrap();
        assert_eq!(edit.of("../it/è.md", "è.md", 12).unwrap(), "https://git.example/%C3%A8.md");
        assert!(!edit.names_line());
    }

    #[test]
    fn nothing_else_is_taken() {
        for bad in [
            "",
            "/edit/{file}",
            "javascript://x/{file}",
            "https:///{file}",
            "https://git.example/edit",
            "https://git.example/{line}/{file}",
            "https://git.example/{file}?{branch}",
            "https://git.example/{file} x",
            "https://git.example/\"{file}",
        ] {
            assert!(EditAddress::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn servers_have_their_own_forms() {
        let of = |url, branch| EditAddress::of_repository(url, branch).and_then(|edit| edit.of("x/a.md", "a.md", 3));
        assert_eq!(
            of("https://github.com/c/help.it-it.git", "live").unwrap(),
            "https://github.com/c/help.it-it/blob/live/a.md?plain=1#L3"
        );
        assert_eq!(of("https://gitlab.com/c/help/", "").unwrap(), "https://gitlab.com/c/help/-/blob/main/a.md?plain=1#L3");
        assert_eq!(
            of("https://dev.azure.com/c/p/_git/help", "main").unwrap(),
            "https://dev.azure.com/c/p/_git/help?path=/a.md&version=GBmain&line=3"
        );
        assert_eq!(of("git@github.com:c/help.git", "main"), None);
        assert_eq!(of("https://github.com/c/help", "a b/#").unwrap(), "https://github.com/c/help/blob/a%20b/%23/a.md?plain=1#L3");
    }
}
