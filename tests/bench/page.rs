//! How fast a document becomes a page of the site, through the default theme.
//!
//! In: the project's own help. Out: criterion's report. Never: reads a disk while it measures, or writes.

#![allow(clippy::disallowed_methods)]
#![allow(missing_docs, clippy::unwrap_used)]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use diglot::config::Config;
use diglot::load::{self, FileKind, Overrides, Scan};
use diglot::parse;
use diglot::render::library::Library;
use diglot::render::lists::TopicLists;
use diglot::render::page::{self, Body, Request, Subject};
use diglot::render::past::PastResources;
use diglot::render::theme::Theme;
use diglot::render::{self, SiteContext};
use diglot::resolve::toc::TocMap;
use diglot::resolve::xref::Xrefs;
use diglot::resolve::{self, SiteMap};
use diglot::topics::{Header, PageId, PageSummary};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;

/// The help as it is on disk, and where everything of it is.
fn site() -> (Config, Scan, SiteMap) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let config = load::open(root, &Overrides { source_locale: None, output: None }).unwrap().value;
    let scan = load::scan(&config).unwrap().value;
    let summary = |(at, file): (usize, &load::FileEntry)| {
        let text = std::fs::read_to_string(file.absolute(&config)).unwrap();
        let metadata = parse::parse_header(&text, &mut Vec::new()).metadata;
        let title = metadata.title.clone().unwrap_or_default();
        PageSummary {
            file: at as u32,
            locale: file.locale,
            path: file.path.clone(),
            title,
            metadata,
            moved: None,
            explicit: None,
            has_units: false,
            unnamed: Box::default(),
            hashes: None,
            header: Header::default(),
        }
    };
    let pages = scan.files.iter().enumerate().filter(|(_, file)| file.kind == FileKind::Page);
    let summaries: Vec<PageSummary> = pages.map(summary).collect();
    let (map, _) = resolve::resolve(&config, &scan, summaries);
    (config, scan, map)
}

fn find(config: &Config, scan: &Scan, map: &SiteMap, tag: &str, path: &str) -> (PageId, String, Body) {
    let is_wanted = |file: &load::FileEntry| config.locale(file.locale).locale.tag == tag && &*file.path == path;
    let wanted = |at: usize| is_wanted(&scan.files[map.pages[at].summary.file as usize]);
    let at = (0..map.pages.len()).find(|at| wanted(*at)).unwrap();
    let file = &scan.files[map.pages[at].summary.file as usize];
    let text = std::fs::read_to_string(file.absolute(config)).unwrap();
    let document = Body::Markdown(parse::parse(&text, &mut Vec::new()));
    (PageId(at as u32), text, document)
}

fn render_a_page(c: &mut Criterion) {
    let (config, scan, map) = site();
    let theme = Theme::load(&BTreeMap::new()).unwrap();
    let locales = render::locale_contexts(&config, &theme, &BTreeMap::new()).unwrap();
    let resources = vec![None; scan.files.len()];
    let library = Library::new(&config);
    let xrefs = Xrefs::default();
    let tocs = TocMap::default();
    let zones = render::zones::Sets::default();
    let site = SiteContext {
        config: &config,
        scan: &scan,
        map: &map,
        xrefs: &xrefs,
        theme: &theme,
        tocs: &tocs,
        toc_scripts: BTreeMap::new(),
        locales,
        resources,
        library: &library,
        reviews: BTreeMap::new(),
        zones: &zones,
        search_pages: render::search::pages(&map),
    };
    let mut group = c.benchmark_group("page");
    for (name, tag, path) in [("bilingual", "it-IT", "bilingual-pages.md"), ("plain", "en-US", "bilingual-pages.md")] {
        let (id, text, document) = find(&config, &scan, &map, tag, path);
        let place = map.page(id);
        let request = Request { page: id, reader: place.summary.locale, url: &place.url };
        let nothing = PastResources::default();
        // Made once a topic, for all its pages.
        let lists = TopicLists::new(&site, place.topic, &"../".repeat(place.url.matches('/').count())).unwrap();
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::new("render", name), |b| {
            b.iter(|| {
                page::page(
                    black_box(&site),
                    &request,
                    &lists,
                    &Subject { text: &text, body: &document, aligned: None, now: None, past: &nothing },
                )
                .unwrap()
            });
        });
        group.bench_function(BenchmarkId::new("parse and render", name), |b| {
            b.iter(|| {
                let document = Body::Markdown(parse::parse(black_box(&text), &mut Vec::new()));
                page::page(
                    &site,
                    &request,
                    &lists,
                    &Subject { text: &text, body: &document, aligned: None, now: None, past: &nothing },
                )
                .unwrap()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, render_a_page);
criterion_main!(benches);
