//! What must hold of every site that was built: its addresses, its alternates, its sitemaps, its pages.

use crate::support::{all, tree, values};
use percent_encoding::percent_decode_str;
use scraper::Html;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What a page says of itself.
pub struct Page {
    pub text: String,
    pub html: Html,
    /// Ids and names of anchors.
    pub anchors: BTreeSet<String>,
}

/// A site as it is on disk.
pub struct Built {
    pub pages: BTreeMap<String, Page>,
    pub files: BTreeSet<String>,
    texts: BTreeMap<String, String>,
    bases: Vec<String>,
}

impl Built {
    /// Reads a site that is published at these addresses.
    pub fn read(folder: &Path, bases: &[&str]) -> Self {
        let bases = bases.iter().map(|base| (*base).to_owned()).collect();
        let mut built = Self { pages: BTreeMap::new(), files: BTreeSet::new(), texts: BTreeMap::new(), bases };
        for (path, bytes) in tree(folder) {
            if path.ends_with(".html") {
                let text = String::from_utf8(bytes).expect("pages are UTF-8");
                let html = Html::parse_document(&text);
                let anchors = values(&html, "[id]", "id").into_iter().chain(values(&html, "a[name]", "name")).collect();
                built.pages.insert(path.clone(), Page { text, html, anchors });
            } else if path.ends_with(".xml") || path.ends_with(".txt") {
                built.texts.insert(path.clone(), String::from_utf8_lossy(&bytes).into_owned());
            }
            built.files.insert(path);
        }
        built
    }

    /// Addresses of pages that lead to no file, or to no anchor of it: `page: address`.
    pub fn dead(&self) -> Vec<String> {
        let mut dead = Vec::new();
        for (path, page) in &self.pages {
            let links = values(&page.html, "[href]", "href").into_iter().chain(values(&page.html, "[src]", "src"));
            for address in links {
                if let Some(problem) = self.problem(path, &address) {
                    dead.push(format!("{path}: {address}: {problem}"));
                }
            }
        }
        dead
    }

    fn problem(&self, from: &str, address: &str) -> Option<&'static str> {
        let (rest, fragment) = address.split_once('#').map_or((address, None), |(rest, fragment)| (rest, Some(fragment)));
        let target = match self.file(from, rest) {
            Address::Elsewhere => return None,
            Address::Nothing => return Some("no such file"),
            Address::File(file) => file,
        };
        let wanted = percent_decode_str(fragment.unwrap_or_default()).decode_utf8_lossy().into_owned();
        let page = self.pages.get(&target)?;
        let known = wanted.is_empty() || wanted == "top" || page.anchors.contains(&wanted);
        (!known).then_some("no such anchor")
    }

    /// The file of the site that an address in `from` means.
    pub fn file(&self, from: &str, address: &str) -> Address {
        let address = address.split(['?', '#']).next().unwrap_or_default();
        let absolute = self.below(address).or_else(|| address.strip_prefix('/'));
        let scheme = address.split_once(':').is_some_and(|(s, _)| !s.contains(['/', '.']) || s.is_empty());
        if absolute.is_none() && (scheme || address.starts_with("//")) {
            return Address::Elsewhere;
        }
        if address.is_empty() {
            return Address::File(from.to_owned());
        }
        let base = match absolute {
            Some(_) => "",
            None => from.rsplit_once('/').map_or("", |(folder, _)| folder),
        };
        let path = percent_decode_str(absolute.unwrap_or(address)).decode_utf8_lossy().into_owned();
        let mut parts: Vec<&str> = base.split('/').filter(|p| !p.is_empty()).collect();
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." if parts.pop().is_none() => return Address::Nothing,
                ".." => {}
                part => parts.push(part),
            }
        }
        let mut file = parts.join("/");
        if path.is_empty() || path.ends_with('/') || path.ends_with("..") || path == "." {
            file = if file.is_empty() { "index.html".into() } else { file + "/index.html" };
        }
        if self.files.contains(&file) { Address::File(file) } else { Address::Nothing }
    }

    fn below<'a>(&self, address: &'a str) -> Option<&'a str> {
        self.bases.iter().find_map(|base| address.strip_prefix(base.as_str()))
    }

    /// `hreflang` with the file it leads to, of a page.
    pub fn alternates(&self, path: &str) -> Vec<(String, String)> {
        let links = all(&self.pages[path].html, "link[rel=alternate][hreflang]");
        let file = |address: &str| match self.file(path, address) {
            Address::File(file) => file,
            _ => panic!("{path}: the alternate {address} leads nowhere"),
        };
        links
            .iter()
            .map(|l| (l.attr("hreflang").expect("asked for").to_owned(), file(l.attr("href").unwrap_or_default())))
            .collect()
    }

    /// Alternates that are not answered.
    pub fn one_way(&self) -> Vec<String> {
        let mut found = Vec::new();
        for path in self.pages.keys().filter(|path| !self.is_chooser(path)) {
            let alternates = self.alternates(path);
            if !alternates.is_empty() && !alternates.iter().any(|(_, file)| file == path) {
                found.push(format!("{path} is none of its own alternates"));
            }
            for (lang, file) in alternates.iter().filter(|(_, file)| !self.is_chooser(file)) {
                if self.alternates(file) != alternates {
                    found.push(format!("{path} names {file} ({lang}), which names others"));
                }
            }
        }
        found
    }

    fn is_chooser(&self, path: &str) -> bool {
        path == "index.html" && !all(&self.pages[path].html, "body.chooser").is_empty()
    }

    /// Files that the sitemaps name, by sitemap.
    pub fn mapped(&self) -> BTreeMap<String, Vec<String>> {
        let mut maps = BTreeMap::new();
        let Some(robots) = self.texts.get("robots.txt").filter(|_| self.texts.contains_key("sitemap.xml")) else { return maps };
        let named: Vec<String> = robots.lines().filter_map(|l| l.strip_prefix("Sitemap: ")).map(str::to_owned).collect();
        let (indexes, single): (Vec<_>, Vec<_>) = named.into_iter().partition(|n| self.below(n) == Some("sitemap.xml"));
        assert_eq!(indexes.len(), 1, "{robots}");
        for map in locations(&self.texts["sitemap.xml"]).into_iter().chain(single) {
            let map = self.below(&map).expect("sitemaps lie in the site").to_owned();
            let text = self.texts.get(&map).unwrap_or_else(|| panic!("the sitemap {map} does not exist"));
            maps.insert(map, locations(text));
        }
        maps
    }

    /// Entries of sitemaps that are no pages of their own: missing, fallbacks, not to be indexed.
    pub fn badly_mapped(&self) -> Vec<String> {
        let mut found = Vec::new();
        for address in self.mapped().into_values().flatten() {
            let Address::File(file) = self.file("index.html", &address) else {
                found.push(format!("{address} leads nowhere"));
                continue;
            };
            let page = &self.pages[&file];
            let canonical = values(&page.html, "link[rel=canonical]", "href");
            if canonical != [address.as_str()] {
                found.push(format!("{address} is canonically {canonical:?}"));
            }
            if values(&page.html, "meta[name=robots]", "content").iter().any(|c| c.contains("noindex")) {
                found.push(format!("{address} is not to be indexed"));
            }
            if !all(&page.html, ".notice-fallback").is_empty() {
                found.push(format!("{address} is a fallback"));
            }
        }
        found
    }

    /// Pages whose shape is wrong.
    pub fn misshapen(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (path, page) in self.pages.iter() {
            let mut count = |selector: &str, wanted: usize| {
                let found_here = all(&page.html, selector).len();
                if found_here != wanted {
                    found.push(format!("{path}: {found_here} of {selector}"));
                }
            };
            count("main", 1);
            count("h1", 1);
            count("html[lang][dir]", 1);
            count("title", 1);
            let mut ids = BTreeSet::new();
            for id in values(&page.html, "[id]", "id") {
                if !ids.insert(id.clone()) {
                    found.push(format!("{path}: the id {id} stands twice"));
                }
            }
        }
        found
    }
}

/// What an address leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Address {
    File(String),
    Elsewhere,
    Nothing,
}

fn locations(xml: &str) -> Vec<String> {
    let parts = xml.split("<loc>").skip(1);
    parts.map(|part| part.split("</loc>").next().unwrap_or_default().replace("&amp;", "&")).collect()
}
