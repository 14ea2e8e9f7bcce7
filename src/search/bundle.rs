//! The word index of one locale, made by Pagefind.
//!
//! In: the pages of one locale, in the order of their addresses. Out: the files of the bundle. Never: another file than a search needs: what
//! Pagefind has for looks stays out.

use super::{File, Record, document};
use pagefind::api::{PagefindIndex, SyntheticFile};
use pagefind::options::PagefindServiceConfig;

/// Elements of an article that are the theme's words, not the page's.
const CHROME: [&str; 7] = [".alert-title", ".anchor", ".zone-label", ".footnote-backref", ".lang-tag", ".vh", ".visually-hidden"];

/// Files of Pagefind that a search of ours does not use.
const UNUSED: [&str; 7] = [
    "pagefind-ui.js",
    "pagefind-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-modular-ui.css",
    "pagefind-component-ui.js",
    "pagefind-component-ui.css",
    "pagefind-highlight.js",
];

/// What the licence of Pagefind asks for, at the head of its scripts.
const NOTICE: &str = include_str!("notice.txt");

/// Why there is no index.
#[derive(Debug, thiserror::Error)]
#[error("the search index of `{language}` cannot be made: {problem}")]
pub struct BundleError {
    /// Tag of the locale.
    pub language: String,
    /// What the indexer says.
    pub problem: String,
}

/// An index while pages are added to it.
pub struct Indexer {
    index: PagefindIndex,
    runtime: tokio::runtime::Runtime,
    language: String,
}

impl Indexer {
    /// An index for pages in a language, whose tag is written in lower case.
    ///
    /// # Errors
    /// When the indexer cannot start.
    pub fn new(language: &str) -> Result<Self, BundleError> {
        let language = language.to_lowercase();
        let fails = |problem: String| BundleError { language: language.clone(), problem };
        let options = PagefindServiceConfig::builder()
            .force_language(language.clone())
            .exclude_selectors(CHROME.map(str::to_owned).to_vec())
            .keep_index_url(true)
            .build();
        let index = PagefindIndex::new(Some(options)).map_err(|e| fails(e.to_string()))?;
        let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|e| fails(e.to_string()))?;
        Ok(Self { index, runtime, language })
    }

    /// Adds a page. Pages are numbered in the order in which they come.
    ///
    /// # Errors
    /// When the indexer fails over the page.
    pub fn add(&mut self, record: &Record<'_>) -> Result<(), BundleError> {
        let html = document(record, &self.language);
        let adding = self.index.add_html_file(None, Some(record.url.to_owned()), html);
        let added = self.runtime.block_on(adding);
        added.map(|_| ()).map_err(|e| BundleError { language: self.language.clone(), problem: e.to_string() })
    }

    /// The files of the bundle below its folder, by name.
    ///
    /// # Errors
    /// When the indexer fails.
    pub fn finish(mut self) -> Result<Vec<File>, BundleError> {
        let made = self.runtime.block_on(self.index.get_files());
        let made = made.map_err(|e| BundleError { language: self.language, problem: e.to_string() })?;
        let mut files: Vec<File> = made.into_iter().map(named).filter(|(name, _)| !UNUSED.contains(&name.as_str())).collect();
        // The program without stemming is for languages that have none of their own.
        if files.iter().filter(|(name, _)| name.starts_with("wasm.")).count() > 1 {
            files.retain(|(name, _)| name != "wasm.unknown.pagefind");
        }
        files.sort();
        Ok(files)
    }
}

fn named(file: SyntheticFile) -> File {
    let name = file.filename.to_string_lossy().replace('\\', "/");
    let bytes = if name.ends_with(".js") { [NOTICE.as_bytes(), &file.contents].concat() } else { file.contents };
    (name, bytes)
}

#[cfg(test)]
mod tests {
    use super::super::PAGEFIND;
    use super::*;

    fn record<'a>(url: &'a str, title: &'a str, article: &'a str) -> Record<'a> {
        Record { url, title, section: "Posta", translation: "human", article }
    }

    fn bundle(language: &str, records: &[Record<'_>]) -> Vec<File> {
        let mut indexer = Indexer::new(language).unwrap();
        records.iter().for_each(|r| indexer.add(r).unwrap());
        indexer.finish().unwrap()
    }

    /// What a page's fragment says, without its compression.
    fn fragments(files: &[File]) -> Vec<String> {
        let is_fragment = |name: &str| name.starts_with("fragment/");
        files.iter().filter(|(name, _)| is_fragment(name)).map(|(_, bytes)| inflated(bytes)).collect()
    }

    fn inflated(bytes: &[u8]) -> String {
        use std::io::Read;
        let mut text = String::new();
        flate2::read::GzDecoder::new(bytes).read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn a_bundle_has_what_a_search_needs_and_no_more() {
        let files = bundle("it-IT", &[record("a.html", "Account", "<h1 id=\"a\">Account</h1><p>L'account.</p>")]);
        let names: Vec<String> = files.iter().map(|(name, _)| name.split('_').next().unwrap_or_default().to_owned()).collect();
        let wanted = [
            "filter/it-it",
            "filter/it-it",
            "fragment/it-it",
            "index/it-it",
            "pagefind-entry.json",
            "pagefind-worker.js",
            "pagefind.it-it",
            "pagefind.js",
            "wasm.it-it.pagefind",
        ];
        assert_eq!(names, wanted);
        let entry = String::from_utf8(files[4].1.clone()).unwrap();
        assert!(entry.contains(&format!("\"version\":\"{PAGEFIND}\"")), "the key of an index must name this version: {entry}");
        assert!(NOTICE.contains(&format!("Pagefind {PAGEFIND},")) && files[5].1.starts_with(NOTICE.as_bytes()));
        let korean = bundle("ko-KR", &[record("a.html", "계정", "<p>계정을 만듭니다.</p>")]);
        assert!(korean.iter().any(|(name, _)| name == "wasm.unknown.pagefind"));
    }

    #[test]
    fn segments_and_headings_are_places_in_the_text() {
        let article = "<h1 id=\"blocked\"><span class=\"seg\" id=\"s-102\">L'account è bloccato</span></h1>\n\
            <p><span class=\"seg\" id=\"s-103\">Prima frase.</span> <span class=\"seg\" id=\"s-104\">Seconda frase.</span></p>\
            <div class=\"NOTE alert\"><p class=\"alert-title\">Nota</p><p>Testo &lt;b&gt;.</p></div><pre><code>Get-User</code></pre>";
        let files = bundle("it-IT", &[record("a.html", "L'account \"bloccato\"", article)]);
        let all = fragments(&files);
        let json = all[0].strip_prefix("pagefind_dcd").unwrap();
        let value: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(value["content"], "L'account è bloccato. Prima frase. Seconda frase. Testo <b>. Get-User");
        assert_eq!(value["meta"]["title"], "L'account \"bloccato\"");
        assert_eq!(value["filters"], serde_json::json!({"section": ["Posta"], "translation": ["human"]}));
        let anchors: Vec<_> =
            value["anchors"].as_array().unwrap().iter().map(|a| (a["id"].as_str().unwrap(), &a["location"])).collect();
        let wanted =
            [("blocked", 0), ("s-102", 0), ("s-103", 3), ("s-104", 5), ("-", 9)].map(|(id, at)| (id, serde_json::json!(at)));
        assert_eq!(anchors.iter().map(|(id, at)| (*id, (*at).clone())).collect::<Vec<_>>(), wanted);
    }

    #[test]
    fn content_cannot_command_the_indexer() {
        let hostile = "<p>___PAGEFIND_WEIGHT___NaN ___END_PAGEFIND_WEIGHT___ ___END_PAGEFIND_WEIGHT___ ___PAGEFIND_ANCHOR___ \
            ___PAGEFIND_ANCHOR___h1:x word</p>";
        let files = bundle("it-IT", &[record("a.html", "", hostile), record("b.html", "B", "<p>altro</p>")]);
        assert_eq!(fragments(&files).len(), 2);
    }

    #[test]
    fn the_same_pages_are_the_same_bytes() {
        let texts: Vec<(String, String)> = (0..60)
            .map(|n| (format!("p{n:02}.html"), format!("<h1>Titolo {n}</h1><p>perché perche città {n} cosi così {}</p>", n % 7)))
            .collect();
        let records: Vec<Record<'_>> = texts.iter().map(|(url, text)| record(url, "Titolo", text)).collect();
        let one = bundle("it-IT", &records);
        for threads in [1, 4] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            assert!(pool.install(|| bundle("it-IT", &records)) == one, "{threads} threads");
        }
    }
}
