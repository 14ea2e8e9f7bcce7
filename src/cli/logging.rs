//! What the library says about its work, for `--verbose`.
//!
//! In: tracing events of diglot. Out: lines on stderr; and the spans of stages go to [`super::timings`].
//! Never: events of other crates, or values with characters that act.

use super::printer::to_stderr;
use super::timings;
use crate::diag::render::escape::escape;
use std::fmt::{Debug, Write};
use tracing::field::{Field, Visit};
use tracing::{Event, Level, Metadata, Subscriber};
use tracing_subscriber::layer::{Context, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, filter};

/// Starts listening, once a process; a second call changes nothing.
pub(super) fn start(verbose: bool) {
    let log = verbose.then(|| Log.with_filter(filter::filter_fn(is_ours)));
    let stages = timings::Stages.with_filter(filter::filter_fn(timings::is_stage));
    let _ = tracing_subscriber::registry().with(log).with(stages).try_init();
}

fn is_ours(metadata: &Metadata<'_>) -> bool {
    let target = metadata.target();
    metadata.is_event() && *metadata.level() <= Level::DEBUG && (target == "diglot" || target.starts_with("diglot::"))
}

struct Log;

impl<S: Subscriber> Layer<S> for Log {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut line = Line::default();
        event.record(&mut line);
        let level = event.metadata().level().as_str().to_ascii_lowercase();
        to_stderr(&format!("{level}: {}\n", escape(&format!("{}{}", line.message, line.fields))));
    }
}

#[derive(Default)]
struct Line {
    message: String,
    fields: String,
}

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let written = match field.name() {
            "message" => write!(self.message, "{value:?}"),
            name => write!(self.fields, " {name}={value:?}"),
        };
        written.expect("a string takes any text");
    }
}
