//! Builds on demand, one at a time.
//!
//! In: triggers, any number of them. Out: a build for each that came while none was waiting, reported, and then told to whoever waits for it.
//! Never: two builds at once, or more than one waiting: the last state of the content wins.

use super::{Event, Report};
use crate::pipeline::{self, BuildOptions, Summary};
use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::time::{Duration, Instant};

/// The thread that builds.
pub(super) struct Builder {
    trigger: Trigger,
    ended: Receiver<()>,
}

/// Asks for a build. Asking again before it has begun changes nothing.
#[derive(Clone)]
pub(super) struct Trigger(SyncSender<Order>);

enum Order {
    Build,
    End,
}

impl Trigger {
    pub fn pull(&self) {
        // Full means that a build is waiting already; closed, that the server is ending.
        let _ = self.0.try_send(Order::Build);
    }
}

impl Builder {
    /// `after` hears of each build that was done.
    pub fn start(options: BuildOptions, report: Report, after: impl Fn(Summary) + Send + 'static) -> io::Result<Self> {
        let job = move || match build(&options, &report) {
            Ok(summary) => after(summary),
            Err(error) => report(Event::Failed(&error)),
        };
        Self::running(job)
    }

    fn running(mut job: impl FnMut() + Send + 'static) -> io::Result<Self> {
        let (sender, orders) = mpsc::sync_channel(1);
        let (end, ended) = mpsc::channel();
        std::thread::Builder::new().name("build".to_owned()).spawn(move || {
            let _end = end;
            while let Ok(Order::Build) = orders.recv() {
                job();
            }
        })?;
        Ok(Self { trigger: Trigger(sender), ended })
    }

    pub fn trigger(&self) -> Trigger {
        self.trigger.clone()
    }

    /// Waits until no build is running, but no longer than `grace`. Says whether it ended.
    pub fn finish(self, grace: Duration) -> bool {
        // Where a build is waiting it is done too; it is the last state of the content.
        let _ = self.trigger.0.try_send(Order::End);
        drop(self.trigger);
        self.ended.recv_timeout(grace) == Err(RecvTimeoutError::Disconnected)
    }
}

/// One build, reported.
pub(super) fn build(options: &BuildOptions, report: &Report) -> Result<Summary, pipeline::Error> {
    let started = Instant::now();
    let outcome = pipeline::build(options, &|_| {})?;
    report(Event::Built(&outcome, started.elapsed()));
    Ok(outcome.value)
}

#[cfg(test)]
pub(super) use tests::trigger_of as tests_trigger;

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn a_storm_of_changes_is_two_builds() {
        let (count, running) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let (begun, wait) = mpsc::channel();
        let job = {
            let (count, running) = (count.clone(), running.clone());
            move || {
                assert_eq!(running.fetch_add(1, Ordering::SeqCst), 0, "two builds at once");
                begun.send(()).expect("the test waits");
                std::thread::sleep(Duration::from_millis(50));
                running.fetch_sub(1, Ordering::SeqCst);
                count.fetch_add(1, Ordering::SeqCst);
            }
        };
        let builder = Builder::running(job).expect("started");
        builder.trigger().pull();
        wait.recv().expect("the first build begins");
        for _ in 0..1000 {
            builder.trigger().pull();
        }
        wait.recv().expect("the second build begins");
        assert!(builder.finish(Duration::from_secs(5)));
        assert_eq!(count.load(Ordering::SeqCst), 2);
    }

    /// A trigger that passes every pull on.
    pub(in crate::serve) fn trigger_of(pulled: mpsc::Sender<()>) -> Trigger {
        let builder = Builder::running(move || pulled.send(()).unwrap_or_default()).expect("started");
        builder.trigger()
    }

    #[test]
    fn an_idle_builder_ends_at_once() {
        assert!(Builder::running(|| {}).expect("started").finish(Duration::from_secs(5)));
    }
}
