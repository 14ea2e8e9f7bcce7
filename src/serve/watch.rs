//! Notices changes of the content.
//!
//! In: the folders of a site. Out: a pull at the trigger, once the changes have settled.
//! Never: looks at what a build writes, or misses a change silently: where the system's watching fails, folders are polled.

use super::builder::Trigger;
use super::{Event, Report};
use notify_debouncer_full::notify::{self, Config, EventKind, PollWatcher, RecursiveMode, event::ModifyKind};
use notify_debouncer_full::{DebounceEventResult, DebouncedEvent, Debouncer, NoCache, RecommendedCache};
use notify_debouncer_full::{new_debouncer, new_debouncer_opt};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

/// How long it must be quiet before a build begins.
const SETTLE: Duration = Duration::from_millis(150);
/// How often folders are looked at where they have to be.
const POLL: Duration = Duration::from_secs(2);

/// Watches as long as it lives.
pub(super) enum Watching {
    System(#[allow(dead_code, reason = "kept alive")] Debouncer<notify::RecommendedWatcher, RecommendedCache>),
    Polling(#[allow(dead_code, reason = "kept alive")] Debouncer<PollWatcher, NoCache>),
    Nothing,
}

/// The folders that a site is built from: its own, and those of locales that its configuration places elsewhere.
pub(super) fn roots(path: &Path) -> Vec<PathBuf> {
    let own = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let mut roots = vec![own.clone()];
    let text = std::fs::read_to_string(own.join("diglot.toml")).unwrap_or_default();
    for place in locale_paths(&text) {
        let Ok(place) = own.join(place).canonicalize() else { continue };
        if !roots.iter().any(|root| place.starts_with(root)) {
            roots.push(place);
        }
    }
    roots
}

/// `path` of every locale; the build reports what is wrong with the file.
fn locale_paths(text: &str) -> Vec<String> {
    let table = text.parse::<toml::Table>().unwrap_or_default();
    let locales = table.get("locales").and_then(toml::Value::as_table).into_iter().flatten();
    locales.filter_map(|(_, locale)| locale.get("path")?.as_str().map(str::to_owned)).collect()
}

/// Starts watching `roots`, all but `output`.
pub(super) fn start(roots: &[PathBuf], output: &Path, trigger: Trigger, report: &Report) -> Watching {
    let filter = Filter { roots: roots.to_vec(), output: output.to_owned() };
    let error = match system(roots, filter.clone(), trigger.clone()) {
        Ok(debouncer) => return Watching::System(debouncer),
        Err(error) => error,
    };
    match polling(roots, filter, trigger) {
        Ok(debouncer) => {
            report(Event::Warning(&format!("the system cannot watch all folders ({error}); looking every {POLL:?} instead")));
            Watching::Polling(debouncer)
        }
        Err(error) => {
            report(Event::Warning(&format!("changes will not be noticed: {error}")));
            Watching::Nothing
        }
    }
}

type Handled<W, C> = notify::Result<Debouncer<W, C>>;

fn system(roots: &[PathBuf], filter: Filter, trigger: Trigger) -> Handled<notify::RecommendedWatcher, RecommendedCache> {
    let mut debouncer = new_debouncer(SETTLE, None, move |events| filter.pass(&events, &trigger))?;
    roots.iter().try_for_each(|root| debouncer.watch(root, RecursiveMode::Recursive))?;
    Ok(debouncer)
}

fn polling(roots: &[PathBuf], filter: Filter, trigger: Trigger) -> Handled<PollWatcher, NoCache> {
    let config = Config::default().with_poll_interval(POLL);
    let handler = move |events: DebounceEventResult| filter.pass(&events, &trigger);
    let mut debouncer = new_debouncer_opt::<_, PollWatcher, _>(SETTLE, None, handler, NoCache::new(), config)?;
    roots.iter().try_for_each(|root| debouncer.watch(root, RecursiveMode::Recursive))?;
    Ok(debouncer)
}

/// Which changes matter.
#[derive(Clone)]
struct Filter {
    roots: Vec<PathBuf>,
    output: PathBuf,
}

impl Filter {
    /// Pulls the trigger if any event matters. After an error, such as lost events, nobody knows; then a build does.
    fn pass(&self, events: &DebounceEventResult, trigger: &Trigger) {
        let matters = match events {
            Ok(events) => events.iter().any(|event| self.matters(event)),
            Err(_) => true,
        };
        if matters {
            trigger.pull();
        }
    }

    fn matters(&self, event: &DebouncedEvent) -> bool {
        let changes = match event.kind {
            EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)) => false,
            EventKind::Any | EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_) | EventKind::Other => true,
        };
        event.need_rescan() || (changes && event.paths.iter().any(|path| self.is_content(path)))
    }

    /// Whether a path is neither output, nor in a hidden folder, nor a file an editor makes while saving.
    fn is_content(&self, path: &Path) -> bool {
        if path.starts_with(&self.output) {
            return false;
        }
        let below = self.roots.iter().find_map(|root| path.strip_prefix(root).ok()).unwrap_or(path);
        let hidden = |part: Component<'_>| part.as_os_str().to_string_lossy().starts_with('.');
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let of_editor = name.ends_with('~') || name.ends_with(".swp") || name.starts_with(".#") || name.starts_with(".tmp");
        !of_editor && !below.parent().is_some_and(|folder| folder.components().any(hidden))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_and_hidden_folders_do_not_matter() {
        let filter = Filter { roots: vec!["/site/.work".into()], output: "/site/.work/output".into() };
        for path in ["/site/.work/a.md", "/site/.work/output.md", "/site/.work/a/.openpublishing.publish.config.json"] {
            assert!(filter.is_content(Path::new(path)), "{path}");
        }
        for path in [
            "/site/.work/output/a.html",
            "/site/.work/.git/index",
            "/site/.work/a/.idea/x",
            "/site/.work/a.md~",
            "/site/.work/.a.swp",
        ] {
            assert!(!filter.is_content(Path::new(path)), "{path}");
        }
    }

    #[test]
    fn locales_may_lie_elsewhere() {
        let text = "[locales.en-us]\n[locales.it-it]\npath = \"../docs.it-it/articles\"\n";
        assert_eq!(locale_paths(text), ["../docs.it-it/articles"]);
        assert_eq!(locale_paths("not toml ["), Vec::<String>::new());
    }

    #[test]
    fn a_change_pulls_the_trigger() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().canonicalize().expect("it is there");
        std::fs::create_dir(root.join("output")).expect("created");
        let (sender, received) = std::sync::mpsc::channel();
        let trigger = super::super::builder::tests_trigger(sender);
        let report: Report = std::sync::Arc::new(|_| {});
        let _watching = start(std::slice::from_ref(&root), &root.join("output"), trigger, &report);
        std::fs::write(root.join("output/a.html"), "x").expect("written");
        assert!(received.recv_timeout(Duration::from_millis(600)).is_err(), "the output is not content");
        std::fs::write(root.join("a.md"), "x").expect("written");
        assert!(received.recv_timeout(Duration::from_secs(10)).is_ok());
    }
}
