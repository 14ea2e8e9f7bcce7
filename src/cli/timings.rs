//! The table of `--timings`.
//!
//! In: spans with the target `diglot::stage`; the span's name is the stage's. Out: a row a stage, in the order in which they began.
//! Never: measures anything that the library did not mark as a stage.

use std::sync::Mutex;
use std::time::{Duration, Instant};
use tracing::{Id, Metadata, Subscriber, span};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::Context;
use tracing_subscriber::registry::LookupSpan;

/// Collects the spans of stages, of all threads, for [`table`].
pub(super) struct Stages;

/// Whether a span is one of a stage.
pub(super) fn is_stage(metadata: &Metadata<'_>) -> bool {
    metadata.is_span() && metadata.target() == "diglot::stage"
}

static ROWS: Mutex<Vec<Row>> = Mutex::new(Vec::new());

struct Row {
    name: &'static str,
    wall: Duration,
    cpu: Option<Duration>,
}

struct Started {
    row: usize,
    at: Instant,
    cpu: Option<Duration>,
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Stages {
    fn on_new_span(&self, attributes: &span::Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let Some(span) = context.span(id) else { return };
        let started = Started { row: row(attributes.metadata().name()), at: Instant::now(), cpu: cpu_time() };
        span.extensions_mut().insert(started);
    }

    fn on_close(&self, id: Id, context: Context<'_, S>) {
        let Some(started) = context.span(&id).and_then(|span| span.extensions_mut().remove::<Started>()) else { return };
        let mut rows = ROWS.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let Some(row) = rows.get_mut(started.row) else { return };
        row.wall += started.at.elapsed();
        let spent = cpu_time().zip(started.cpu).map(|(now, then)| now.saturating_sub(then));
        row.cpu = spent.map(|spent| row.cpu.unwrap_or_default() + spent);
    }
}

/// The number of the stage's row; a stage that runs twice has one.
fn row(name: &'static str) -> usize {
    let mut rows = ROWS.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    rows.iter().position(|row| row.name == name).unwrap_or_else(|| {
        rows.push(Row { name, wall: Duration::ZERO, cpu: None });
        rows.len() - 1
    })
}

/// The table of all stages so far, a line an item: name, wall time in milliseconds, and how many cores were busy.
pub(super) fn table(total: Duration) -> Vec<String> {
    let rows = ROWS.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let mut lines = vec![line("stage", "wall ms", "cores")];
    lines.extend(rows.iter().map(|row| line(row.name, &millis(row.wall), &cores(row))));
    lines.push(line("total", &millis(total), ""));
    lines
}

fn line(name: &str, wall: &str, cores: &str) -> String {
    format!("{name:<12} {wall:>10} {cores:>6}").trim_end().to_owned()
}

fn millis(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1000.0)
}

/// Empty where it is not known, and for stages too short for the clock of the system.
fn cores(row: &Row) -> String {
    let long_enough = row.wall >= Duration::from_millis(50);
    let share = row.cpu.filter(|_| long_enough).map(|cpu| cpu.as_secs_f64() / row.wall.as_secs_f64());
    share.map(|share| format!("{share:.1}")).unwrap_or_default()
}

/// CPU time of the process, all threads, user and system: fields 14 and 15 of `/proc/self/stat`, in hundredths of a second.
#[cfg(target_os = "linux")]
fn cpu_time() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/self/stat").ok()?;
    let mut fields = text.rsplit_once(')')?.1.split_ascii_whitespace().skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some(Duration::from_millis((user + system) * 10))
}

#[cfg(not(target_os = "linux"))]
fn cpu_time() -> Option<Duration> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use tracing_subscriber::layer::SubscriberExt;

    #[test]
    fn a_stage_is_a_row_however_often_it_runs() {
        let subscriber = tracing_subscriber::registry().with(Stages);
        tracing::subscriber::with_default(subscriber, || {
            for _ in 0..2 {
                let _span = tracing::info_span!(target: "diglot::stage", "parse").entered();
                std::thread::sleep(Duration::from_millis(2));
            }
        });
        let table = table(Duration::from_millis(1500));
        assert_eq!(table.iter().filter(|line| line.starts_with("parse ")).count(), 1, "{table:?}");
        assert_eq!(table.last().map(String::as_str), Some("total            1500.0"));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_process_has_a_cpu_time() {
        assert!(cpu_time().is_some());
    }
}
