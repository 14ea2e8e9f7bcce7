//! A progress bar for long work.
//!
//! In: how far the library is. Out: a bar on stderr, once the work has taken half a second.
//! Never: on anything but a terminal, beside a log, or on stdout.

use super::printer::is_watched;
use super::{Context, Global};
use crate::pipeline::Progress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::{Duration, Instant};

/// Work shorter than this shows no bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// The bar of one run.
pub(super) struct Bar {
    bar: Option<ProgressBar>,
    started: Instant,
}

impl Bar {
    /// A bar that shows itself when the work takes long.
    pub fn new(context: &Context) -> Self {
        let Global { quiet, verbose, .. } = context.global;
        let wanted = is_watched() && !quiet && !verbose;
        let bar = wanted.then(|| ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()));
        Self { bar, started: Instant::now() }
    }

    /// Takes a report of the library, from any thread.
    pub fn report(&self, progress: Progress<'_>) {
        let Some(bar) = &self.bar else { return };
        if bar.is_hidden() && self.started.elapsed() > PATIENCE {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        match progress {
            Progress::Stage(name, steps) => begin(bar, name, steps),
            Progress::Step(steps) => bar.inc(steps as u64),
            Progress::Done => bar.finish_and_clear(),
        }
    }
}

impl Drop for Bar {
    /// The work may end with an error, and then nobody reports that it is done.
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn begin(bar: &ProgressBar, name: &str, steps: usize) {
    let template = if steps == 0 { "{msg} {pos}" } else { "{msg} {wide_bar} {human_pos}/{human_len}" };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style.progress_chars("=> "));
    }
    bar.set_message(name.to_owned());
    bar.set_length(steps as u64);
    bar.set_position(0);
}
