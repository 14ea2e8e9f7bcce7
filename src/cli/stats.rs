//! `diglot stats`.
//!
//! In: the site's path. Out: a row a locale on stdout, as a table or as JSON. Never: a sum in the JSON; who reads that can add.

use super::printer::Detail;
use super::progress::Bar;
use super::summary::grouped;
use super::{Context, Status, stopped};
use crate::diag::render::Format;
use crate::freshness::segments::SegmentState;
use crate::pipeline::{self, Stats};
use clap::ValueEnum;
use serde::Serialize;
use std::path::PathBuf;

/// Count pages, segments and words, and what is up to date
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// A folder with a diglot.toml, with folders of locales, or with a docset
    #[arg(default_value = ".")]
    path: PathBuf,
    /// How to print the figures
    #[arg(long, default_value = "table")]
    format: Shape,
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// A table with totals
    Table,
    /// One JSON object a line
    Json,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Status> {
    let bar = Bar::new(context);
    let source = context.global.source_locale.as_deref();
    let outcome = pipeline::stats(&args.path, source, &|progress| bar.report(progress)).map_err(stopped)?;
    drop(bar);
    let text = match args.format {
        Shape::Json => outcome.value.iter().map(json).collect(),
        Shape::Table => table(&outcome.value, context.printer.colors_data()),
    };
    context.printer.data(text.as_bytes())?;
    context.printer.flush()?;
    let detail = if context.global.verbose { Detail::Everything } else { Detail::Usual };
    context.printer.findings(&outcome.diagnostics, Format::Human, detail);
    Ok(Status::of(&outcome.diagnostics))
}

#[derive(Serialize)]
struct Line<'a> {
    locale: &'a str,
    pages: Pages,
    segments: usize,
    identical: usize,
    freshness: States,
    reviewed: usize,
    words: usize,
}

#[derive(Serialize)]
struct Pages {
    human: usize,
    machine: usize,
    native: usize,
    fallback: usize,
    missing: usize,
}

#[derive(Serialize)]
struct States {
    fresh: usize,
    moved: usize,
    cosmetic: usize,
    changed: usize,
    deleted: usize,
    new: usize,
    unknown: usize,
}

fn json(stats: &Stats) -> String {
    let of = |state| stats.freshness.get(&state).copied().unwrap_or(0);
    let pages = &stats.pages;
    let line = Line {
        locale: &stats.locale,
        pages: Pages {
            human: pages.human,
            machine: pages.machine,
            native: pages.native,
            fallback: pages.fallback,
            missing: pages.missing,
        },
        segments: stats.segments,
        identical: stats.identical,
        freshness: States {
            fresh: of(SegmentState::Fresh),
            moved: of(SegmentState::Moved),
            cosmetic: of(SegmentState::Cosmetic),
            changed: of(SegmentState::Changed),
            deleted: of(SegmentState::Deleted),
            new: of(SegmentState::New),
            unknown: of(SegmentState::Unknown),
        },
        reviewed: stats.reviewed,
        words: stats.words,
    };
    serde_json::to_string(&line).expect("text and numbers always serialize") + "\n"
}

/// What columns have in common, and the columns.
const GROUPS: &[(&str, &[&str])] = &[
    ("pages", &["human", "machine", "native", "fallback", "missing"]),
    ("segments", &["all", "identical", "reviewed"]),
    ("freshness of segments", &["fresh", "moved", "cosmetic", "changed", "deleted", "new", "unknown"]),
    ("text", &["words"]),
];

/// The figures in the order of [`GROUPS`].
fn cells(stats: &Stats) -> Vec<usize> {
    let of = |state| stats.freshness.get(&state).copied().unwrap_or(0);
    let pages = &stats.pages;
    let states = [
        SegmentState::Fresh,
        SegmentState::Moved,
        SegmentState::Cosmetic,
        SegmentState::Changed,
        SegmentState::Deleted,
        SegmentState::New,
        SegmentState::Unknown,
    ];
    let mut all = vec![pages.human, pages.machine, pages.native, pages.fallback, pages.missing];
    all.extend([stats.segments, stats.identical, stats.reviewed]);
    all.extend(states.map(of));
    all.push(stats.words);
    all
}

/// ANSI sequences around text.
#[derive(Clone, Copy)]
enum Style {
    Plain,
    Bold,
    Dim,
}

fn styled(text: &str, style: Style, is_coloured: bool) -> String {
    match style {
        Style::Bold if is_coloured => format!("\u{1b}[1m{text}\u{1b}[0m"),
        Style::Dim if is_coloured => format!("\u{1b}[2m{text}\u{1b}[0m"),
        _ => text.to_owned(),
    }
}

/// A row a locale with its figures under two rows of heads, and their sums where there are several locales.
fn table(all: &[Stats], is_coloured: bool) -> String {
    let mut rows: Vec<(String, Vec<usize>)> = all.iter().map(|s| (s.locale.clone(), cells(s))).collect();
    let heads: Vec<&str> = GROUPS.iter().flat_map(|(_, heads)| heads.iter().copied()).collect();
    let sums = (0..heads.len()).map(|at| rows.iter().map(|(_, cells)| cells[at]).sum()).collect();
    if rows.len() > 1 {
        rows.push(("total".to_owned(), sums));
    }
    let width = |at: usize| rows.iter().map(|(_, cells)| grouped(cells[at]).len()).max().unwrap_or(0).max(heads[at].len());
    let mut widths: Vec<usize> = (0..heads.len()).map(width).collect();
    widen(&mut widths);
    let first = rows.iter().map(|(name, _)| name.len()).max().unwrap_or(0).max("locale".len());
    let mut out = heading(first, &widths, is_coloured);
    for (at, (name, cells)) in rows.iter().enumerate() {
        let is_total = all.len() > 1 && at + 1 == rows.len();
        let style = if is_total { Style::Bold } else { Style::Plain };
        let mut line = styled(&format!("{name:<first$}"), style, is_coloured);
        for (column, cell) in cells.iter().enumerate() {
            let style = if *cell == 0 { Style::Dim } else { style };
            line += gap(column);
            line += &styled(&format!("{:>1$}", grouped(*cell), widths[column]), style, is_coloured);
        }
        out += &(line + "\n");
    }
    out
}

/// The two rows of heads.
fn heading(first: usize, widths: &[usize], is_coloured: bool) -> String {
    let (mut groups, mut heads, mut column) = (" ".repeat(first), format!("{:<first$}", "locale"), 0);
    for (group, names) in GROUPS {
        groups += gap(column);
        groups += &format!("{group:<0$}", span(widths, column, names.len()));
        for name in *names {
            heads += gap(column);
            heads += &format!("{name:>0$}", widths[column]);
            column += 1;
        }
    }
    let bold = |line: String| styled(line.trim_end(), Style::Bold, is_coloured) + "\n";
    bold(groups) + &bold(heads)
}

/// What stands before a column: more where a group begins.
fn gap(column: usize) -> &'static str {
    let mut begin = 0;
    let begins = GROUPS.iter().any(|(_, names)| {
        let is_here = begin == column;
        begin += names.len();
        is_here
    });
    if begins { "   " } else { "  " }
}

/// How wide some columns are together.
fn span(widths: &[usize], column: usize, count: usize) -> usize {
    widths[column..column + count].iter().sum::<usize>() + (count - 1) * 2
}

/// Makes room for the names of groups that are wider than their columns.
fn widen(widths: &mut [usize]) {
    let mut column = 0;
    for (group, names) in GROUPS {
        let lacking = group.len().saturating_sub(span(widths, column, names.len()));
        column += names.len();
        widths[column - 1] += lacking;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::figures::Figures;

    fn stats(locale: &str, words: usize) -> Stats {
        let pages = Figures { human: 1, native: 1_200, ..Figures::default() };
        let freshness = [(SegmentState::Fresh, 7), (SegmentState::New, 2)].into();
        Stats { locale: locale.into(), pages, segments: 7, identical: 1, freshness, reviewed: 0, words }
    }

    #[test]
    fn the_contract_byte_for_byte() {
        let wanted = "{\"locale\":\"it-IT\",\"pages\":{\"human\":1,\"machine\":0,\"native\":1200,\"fallback\":0,\"missing\":0},\
            \"segments\":7,\"identical\":1,\"freshness\":{\"fresh\":7,\"moved\":0,\"cosmetic\":0,\"changed\":0,\"deleted\":0,\"new\":2,\
            \"unknown\":0},\"reviewed\":0,\"words\":9}\n";
        assert_eq!(json(&stats("it-IT", 9)), wanted);
    }

    #[test]
    fn numbers_stand_under_each_other() {
        let text = table(&[stats("it-IT", 9), stats("sr-Latn-RS", 1_234_567)], false);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 5);
        assert!(lines[1..].iter().all(|line| line.len() == lines[1].len()), "{text}");
        assert!(lines[4].starts_with("total ") && lines[4].ends_with(" 1,234,576"), "{text}");
        let end = |line: usize, cell: &str| lines[line].find(cell).map(|at| at + cell.len());
        assert_eq!(end(1, "native"), end(2, "1,200"));
        assert_eq!(table(&[stats("it-IT", 9)], false).lines().count(), 3, "one locale is its own total");
    }

    #[test]
    fn colour_changes_no_character() {
        let all = [stats("it-IT", 9), stats("de-DE", 12)];
        let coloured = table(&all, true);
        let plain = ["\u{1b}[0m", "\u{1b}[1m", "\u{1b}[2m"].iter().fold(coloured.clone(), |text, code| text.replace(code, ""));
        assert_eq!(plain, table(&all, false));
        assert_ne!(plain, coloured);
    }
}
