//! Small sites in folders of their own, built through the library or by the program, and what came out of them.

use diglot::diag::Diagnostic;
use diglot::pipeline::{self, BuildOptions, Summary};
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// After this long a program hangs. Nothing else depends on time.
const HANGS: Duration = Duration::from_secs(120);

/// A site in a folder of its own, which is removed with it. The output goes beside it.
pub struct Site {
    folder: TempDir,
}

impl Site {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(folder.path().join("site")).expect("a folder");
        Self { folder }
    }

    pub fn of(files: &[(&str, &str)]) -> Self {
        let site = Self::new();
        files.iter().for_each(|(path, text)| site.write(path, text));
        site
    }

    /// A copy of a folder.
    pub fn copy(from: &Path) -> Self {
        let site = Self::new();
        for entry in walkdir::WalkDir::new(from).sort_by_file_name() {
            let entry = entry.expect("a folder that can be read");
            let path = site.path().join(entry.path().strip_prefix(from).expect("below"));
            if entry.file_type().is_dir() {
                fs::create_dir_all(path).expect("a folder");
            } else {
                fs::copy(entry.path(), path).expect("a copy");
            }
        }
        site
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// The folder around the site and its output.
    pub fn around(&self) -> &Path {
        self.folder.path()
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder");
        fs::write(&path, bytes).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    }

    pub fn options(&self) -> BuildOptions {
        BuildOptions {
            path: self.path(),
            output: Some(self.folder.path().join("out")),
            source_locale: None,
            locales: Vec::new(),
            clean: false,
            cache: None,
            // What makes the words of a locale searchable takes longer than everything else of a small site.
            search: false,
        }
    }

    pub fn build(&self) -> Built {
        self.build_with(|_| ())
    }

    pub fn build_with(&self, change: impl FnOnce(&mut BuildOptions)) -> Built {
        let mut options = self.options();
        change(&mut options);
        let outcome = pipeline::build(&options, &|_| ()).unwrap_or_else(|e| panic!("the build stopped: {e}"));
        Built { folder: options.output.expect("set above"), summary: outcome.value, diagnostics: outcome.diagnostics }
    }

    /// Runs the program in the folder of the site.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        run(&self.path(), arguments)
    }
}

/// What a build made.
pub struct Built {
    pub folder: PathBuf,
    pub summary: Summary,
    pub diagnostics: Vec<Diagnostic>,
}

impl Built {
    pub fn text(&self, path: &str) -> String {
        let path = self.folder.join(path);
        fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    }

    pub fn html(&self, path: &str) -> Html {
        Html::parse_document(&self.text(path))
    }

    pub fn has(&self, path: &str) -> bool {
        self.folder.join(path).is_file()
    }

    /// `file: code` of every finding.
    pub fn codes(&self) -> Vec<String> {
        self.diagnostics.iter().map(|d| format!("{}: {}", d.file, d.code.name())).collect()
    }

    /// The findings of a code.
    pub fn found(&self, code: &str) -> Vec<&Diagnostic> {
        self.diagnostics.iter().filter(|d| d.code.name() == code).collect()
    }

    #[track_caller]
    pub fn assert_code(&self, file: &str, code: &str) {
        let found = self.diagnostics.iter().any(|d| &*d.file == file && d.code.name() == code);
        assert!(found, "no {code} in {file}; there are {:#?}", self.codes());
    }
}

/// Every file of a folder with its bytes, by path with `/`.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.expect("a folder that can be read");
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).expect("below").to_str().expect("a plain name").replace('\\', "/");
            files.insert(path, fs::read(entry.path()).expect("a readable file"));
        }
    }
    files
}

/// Fails with the names of what differs.
#[track_caller]
pub fn assert_same_trees(one: &Path, other: &Path) {
    let (one, other) = (tree(one), tree(other));
    let differ: Vec<_> = one.keys().chain(other.keys()).filter(|path| one.get(*path) != other.get(*path)).collect();
    assert!(differ.is_empty(), "these differ: {differ:?}");
    assert!(!one.is_empty());
}

/// How a run of the program ended.
#[derive(Debug)]
pub struct Ran {
    /// Exit status; -1 for a signal.
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    #[track_caller]
    pub fn expect(self, status: i32) -> Self {
        assert_eq!(self.status, status, "stdout: {}\nstderr: {}", self.stdout, self.stderr);
        assert!(!self.stderr.contains("panicked"), "{}", self.stderr);
        self
    }
}

/// Runs the program in a folder, and fails if it does not end.
pub fn run(folder: &Path, arguments: &[&str]) -> Ran {
    run_with(folder, arguments, |_| ())
}

/// The same with a changed environment.
pub fn run_with(folder: &Path, arguments: &[&str], change: impl FnOnce(&mut Command)) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_diglot"));
    command.args(arguments).current_dir(folder);
    change(&mut command);
    wait(command, arguments)
}

fn wait(mut command: Command, arguments: &[&str]) -> Ran {
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.expect("the program starts");
    let stdout = reader(child.stdout.take().expect("piped"));
    let stderr = reader(child.stderr.take().expect("piped"));
    let started = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("a child to wait for") {
            break status;
        }
        if started.elapsed() > HANGS {
            child.kill().expect("a child to end");
            panic!("`diglot {}` hangs", arguments.join(" "));
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let text = |thread: std::thread::JoinHandle<Vec<u8>>| {
        String::from_utf8(thread.join().expect("a reader")).expect("the program prints UTF-8")
    };
    // Debug builds of ICU4X print which data they lack.
    let stderr = text(stderr).split_inclusive('\n').filter(|line| !line.starts_with("ICU4X data error")).collect();
    Ran { status: status.code().unwrap_or(-1), stdout: text(stdout), stderr }
}

fn reader(mut pipe: impl Read + Send + 'static) -> std::thread::JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).expect("a pipe to read");
        bytes
    })
}

/// The elements that a selector finds.
pub fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap_or_else(|e| panic!("{selector}: {e}"))).collect()
}

/// The one element that a selector finds.
#[track_caller]
pub fn one<'a>(html: &'a Html, selector: &str) -> ElementRef<'a> {
    let found = all(html, selector);
    assert_eq!(found.len(), 1, "{selector} in {}", html.html());
    found[0]
}

/// The text of an element.
pub fn text_of(element: ElementRef<'_>) -> String {
    element.text().collect()
}

/// The values of an attribute of what a selector finds.
pub fn values(html: &Html, selector: &str, attribute: &str) -> Vec<String> {
    all(html, selector).iter().filter_map(|e| e.attr(attribute)).map(str::to_owned).collect()
}

/// The folder of the project.
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
