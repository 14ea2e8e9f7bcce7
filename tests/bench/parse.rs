//! How fast one file becomes a document, and a document one language of a page.
//!
//! In: pages of the project's own help, and texts made to be hard. Out: criterion's report. Never: reads a disk while it measures.
#![allow(missing_docs)]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use diglot::model::Side;
use diglot::parse;
use std::hint::black_box;

const BILINGUAL: &str = include_str!("../../content/it-it/bilingual-pages.md");
const PLAIN: &str = include_str!("../../content/en-us/bilingual-pages.md");

/// Spans that are opened and never closed, in nested quotes and tables: what makes a careless parser quadratic.
fn pathological(size: usize) -> String {
    let mut text = String::from("---\ntitle: Hard\n---\n");
    let parts =
        ["<span data-ttu-id=\"ab12c-104\">", "> > ", "| a ", "[x](", "**", "<span class=\"sxs-lookup\">", "\n", "`", "- "];
    for part in parts.iter().cycle() {
        text.push_str(part);
        if text.len() >= size {
            return text;
        }
    }
    text
}

fn inputs() -> Vec<(&'static str, String)> {
    vec![
        ("bilingual", BILINGUAL.to_owned()),
        ("plain", PLAIN.to_owned()),
        ("pathological-16k", pathological(16 << 10)),
        // Four times the text: four times the time, if time is linear.
        ("pathological-64k", pathological(64 << 10)),
    ]
}

fn parse_a_file(c: &mut Criterion) {
    let mut group = c.benchmark_group("parse");
    for (name, text) in inputs() {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), &text, |b, text| {
            b.iter(|| {
                let mut findings = Vec::new();
                (parse::parse(black_box(text), &mut findings), findings)
            });
        });
    }
    group.finish();
}

/// What the first pass does with every page of a site.
fn parse_a_header(c: &mut Criterion) {
    c.bench_function("parse/header", |b| b.iter(|| parse::parse_header(black_box(BILINGUAL), &mut Vec::new())));
}

fn split_a_file(c: &mut Criterion) {
    let document = parse::parse(BILINGUAL, &mut Vec::new());
    let mut group = c.benchmark_group("split");
    for (name, side) in [("target", Side::Target), ("source", Side::Source)] {
        group.bench_function(name, |b| b.iter(|| parse::split(black_box(BILINGUAL), &document, side)));
    }
    group.finish();
}

criterion_group!(benches, parse_a_file, parse_a_header, split_a_file);
criterion_main!(benches);
