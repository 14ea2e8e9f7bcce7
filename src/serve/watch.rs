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

/// What a site is built from. A folder with a configuration holds other things too, such as a build log or another
/// program's output; there only the configuration itself, the content, the themes and the roots of locales count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Roots {
    folders: Vec<PathBuf>,
    config: Option<PathBuf>,
}

impl Roots {
    /// The roots of the site at `path`.
    pub fn of(path: &Path) -> Self {
        let own = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let config = own.join("diglot.toml");
        let Ok(text) = std::fs::read_to_string(&config) else { return Self { folders: vec![own], config: None } };
        let mut folders: Vec<PathBuf> = Vec::new();
        for place in ["content", "themes"].map(str::to_owned).into_iter().chain(locale_paths(&text)) {
            let Ok(place) = own.join(place).canonicalize() else { continue };
            if !folders.iter().any(|folder| place.starts_with(folder)) {
                folders.push(place);
            }
        }
        Self { folders, config: Some(config) }
    }

    /// Every folder to watch, and whether with all that is in it. The configuration is watched through its folder,
    /// because editors replace files.
    fn watched(&self) -> impl Iterator<Item = (&Path, RecursiveMode)> {
        let config = self.config.as_deref().and_then(Path::parent).map(|folder| (folder, RecursiveMode::NonRecursive));
        self.folders.iter().map(|folder| (folder.as_path(), RecursiveMode::Recursive)).chain(config)
    }
}

/// `path` of every locale; the build reports what is wrong with the file.
fn locale_paths(text: &str) -> Vec<String> {
    let table = text.parse::<toml::Table>().unwrap_or_default();
    let locales = table.get("locales").and_then(toml::Value::as_table).into_iter().flatten();
    locales.filter_map(|(_, locale)| locale.get("path")?.as_str().map(str::to_owned)).collect()
}

/// Starts watching `roots`, all but `output`.
pub(super) fn start(roots: &Roots, output: &Path, trigger: Trigger, report: &Report) -> Watching {
    let filter = Filter { roots: roots.clone(), output: output.to_owned() };
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

fn system(roots: &Roots, filter: Filter, trigger: Trigger) -> Handled<notify::RecommendedWatcher, RecommendedCache> {
    let mut debouncer = new_debouncer(SETTLE, None, move |events| filter.pass(&events, &trigger))?;
    roots.watched().try_for_each(|(folder, mode)| debouncer.watch(folder, mode))?;
    Ok(debouncer)
}

fn polling(roots: &Roots, filter: Filter, trigger: Trigger) -> Handled<PollWatcher, NoCache> {
    let config = Config::default().with_poll_interval(POLL);
    let handler = move |events: DebounceEventResult| filter.pass(&events, &trigger);
    let mut debouncer = new_debouncer_opt::<_, PollWatcher, _>(SETTLE, None, handler, NoCache::new(), config)?;
    roots.watched().try_for_each(|(folder, mode)| debouncer.watch(folder, mode))?;
    Ok(debouncer)
}

/// Which changes matter.
#[derive(Clone)]
struct Filter {
    roots: Roots,
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

    /// Whether a path is the configuration, or below a root and neither output, nor in a hidden folder, nor a file
    /// that an editor makes while saving.
    fn is_content(&self, path: &Path) -> bool {
        if self.roots.config.as_deref() == Some(path) {
            return true;
        }
        let Some(below) = self.roots.folders.iter().find_map(|root| path.strip_prefix(root).ok()) else { return false };
        let hidden = |part: Component<'_>| part.as_os_str().to_string_lossy().starts_with('.');
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let of_editor = name.ends_with('~') || name.ends_with(".swp") || name.starts_with(".#") || name.starts_with(".tmp");
        let in_hidden = below.parent().is_some_and(|folder| folder.components().any(hidden));
        !of_editor && !in_hidden && !path.starts_with(&self.output)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_and_hidden_folders_do_not_matter() {
        let roots = Roots { folders: vec!["/site/.work".into()], config: Some("/site/diglot.toml".into()) };
        let filter = Filter { roots, output: "/site/.work/output".into() };
        for path in [
            "/site/.work/a.md",
            "/site/.work/output.md",
            "/site/.work/a/.openpublishing.publish.config.json",
            "/site/diglot.toml",
        ] {
            assert!(filter.is_content(Path::new(path)), "{path}");
        }
        for path in [
            "/site/.work/output/a.html",
            "/site/.work/.git/index",
            "/site/.work/a/.idea/x",
            "/site/.work/a.md~",
            "/site/.work/.a.swp",
            "/site/build.log",
        ] {
            assert!(!filter.is_content(Path::new(path)), "{path}");
        }
    }

    #[test]
    fn a_configured_site_is_its_content_and_a_plain_one_its_folder() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let site = folder.path().canonicalize().expect("it is there");
        for name in ["content/it-it", "themes", "target", "docs"] {
            std::fs::create_dir_all(site.join(name)).expect("created");
        }
        assert_eq!(Roots::of(&site), Roots { folders: vec![site.clone()], config: None });
        let text = "[locales.en-us]\npath = \"docs\"\n[locales.it-it]\npath = \"content/it-it\"\n";
        std::fs::write(site.join("diglot.toml"), text).expect("written");
        let folders = ["content", "themes", "docs"].map(|name| site.join(name));
        assert_eq!(Roots::of(&site), Roots { folders: folders.into(), config: Some(site.join("diglot.toml")) });
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
        let _watching = start(&Roots::of(&root), &root.join("output"), trigger, &report);
        std::fs::write(root.join("output/a.html"), "x").expect("written");
        assert!(received.recv_timeout(Duration::from_millis(600)).is_err(), "the output is not content");
        std::fs::write(root.join("a.md"), "x").expect("written");
        assert!(received.recv_timeout(Duration::from_secs(10)).is_ok());
    }
}
