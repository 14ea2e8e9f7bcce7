//! What a server is told of the site: the headers of every answer and the addresses that moved, as the build wrote them.
//!
//! In: `_headers` and `_redirects` in the output folder. Out: the same headers and redirections that the published site has.
//! Never: follows a symbolic link, reads a file without end, or takes a line that is not of the form that builds write.

use super::files;
use super::target::Target;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

/// Largest of the two files that is read, in bytes.
const LIMIT: usize = 64 << 20;

/// The rules of the last build.
pub(super) struct Published {
    output: PathBuf,
    rules: RwLock<Rules>,
}

#[derive(Default)]
struct Rules {
    headers: HeaderMap,
    /// By decoded path from the root of the server.
    moved: HashMap<String, String>,
    /// Path of the site on its own server, with `/` at both ends.
    root: String,
}

impl Published {
    /// The rules in the folder; `root` is the path of the site on its own server.
    pub fn new(output: PathBuf, root: &str) -> Self {
        let published = Self { output, rules: RwLock::default() };
        published.read(root);
        published
    }

    /// Reads them again.
    pub fn read(&self, root: &str) {
        let file = |name: &str| files::text(&self.output, name, LIMIT).unwrap_or_default();
        let root = format!("/{}/", root.trim_matches('/')).replace("//", "/");
        let rules = Rules { headers: headers(&file("_headers")), moved: moved(&file("_redirects")), root };
        *self.rules.write().unwrap_or_else(PoisonError::into_inner) = rules;
    }

    /// Puts the headers of the published site into an answer.
    pub fn put_headers(&self, answer: &mut HeaderMap) {
        let rules = self.rules.read().unwrap_or_else(PoisonError::into_inner);
        for (name, value) in &rules.headers {
            answer.insert(name.clone(), value.clone());
        }
    }

    /// The redirection of an address that moved. The preview has the site at its root, and below its own path as well.
    pub fn redirect(&self, target: &Target, query: Option<&str>) -> Option<Response> {
        let rules = self.rules.read().unwrap_or_else(PoisonError::into_inner);
        if rules.moved.is_empty() {
            return None;
        }
        let below = target.path();
        let to =
            rules.moved.get(&format!("{}{}", rules.root, below.trim_start_matches('/'))).or_else(|| rules.moved.get(&below))?;
        let to = to.strip_prefix(&rules.root).map_or_else(|| to.clone(), |rest| format!("/{rest}"));
        let place = HeaderValue::from_str(&with_query(&to, query)).ok()?;
        Some((StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, place)]).into_response())
    }

    /// A target below the path that the site has on its own server, as the preview has it; addresses of 404 pages begin with it.
    pub fn at_root(&self, target: &Target, output: &Path) -> Option<Target> {
        let rules = self.rules.read().unwrap_or_else(PoisonError::into_inner);
        let own: Vec<&str> = rules.root.split('/').filter(|name| !name.is_empty()).collect();
        let is_below = !own.is_empty() && target.names.len() >= own.len() && own.iter().zip(&target.names).all(|(a, b)| a == b);
        let is_folder_here = is_below && own.first().is_some_and(|first| output.join(first).exists());
        let names = || target.names[own.len()..].to_vec();
        let is_folder = target.is_folder || target.names.len() == own.len();
        (is_below && !is_folder_here).then(|| Target { names: names(), is_folder })
    }
}

/// An address with the query of a request, where it has none itself.
fn with_query(to: &str, query: Option<&str>) -> String {
    let (address, fragment) = to.split_once('#').map_or((to, None), |(address, fragment)| (address, Some(fragment)));
    let fragment = fragment.map(|f| format!("#{f}")).unwrap_or_default();
    match query.filter(|query| !query.is_empty() && !address.contains('?')) {
        Some(query) => format!("{address}?{query}{fragment}"),
        None => to.to_owned(),
    }
}

/// The headers for `/*`.
fn headers(text: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    let lines = text.lines().skip_while(|line| *line != "/*").skip(1).take_while(|line| line.starts_with(' '));
    for (name, value) in lines.filter_map(|line| line.trim().split_once(':')) {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::from_str(value.trim())) {
            headers.insert(name, value);
        }
    }
    headers
}

/// Lines `from to 301`.
fn moved(text: &str) -> HashMap<String, String> {
    let line = |line: &str| {
        let mut words = line.split_ascii_whitespace();
        let (from, to, status) = (words.next()?, words.next()?, words.next()?);
        let from = percent_decode_str(from).decode_utf8().ok()?.into_owned();
        (status == "301" && from.starts_with('/')).then(|| (from, to.to_owned()))
    };
    text.lines().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_other_forms_are_passed_over() {
        let text = "/a%20b.html /c.html 301\n/only\n/x /y 200\nrelative /y 301\n# /z /y 301\n";
        assert_eq!(moved(text), HashMap::from([("/a b.html".to_owned(), "/c.html".to_owned())]));
        let text = "/x\n  A: b\n/*\n  X-One: 1: 2\n  bad name: x\n  no value\n/y\n  X-Two: 2\n";
        let found = headers(text);
        assert_eq!((found.len(), found.get("x-one").and_then(|v| v.to_str().ok())), (1, Some("1: 2")));
    }

    #[test]
    fn a_query_goes_along() {
        assert_eq!(with_query("/a#b", Some("x=1")), "/a?x=1#b");
        assert_eq!(with_query("/a?y#b", Some("x=1")), "/a?y#b");
        assert_eq!(with_query("/a", None), "/a");
    }
}
