//! Shows the site in the system's browser.
//!
//! In: the server's own address. Out: a browser, if the system has one. Never: through a shell, or any other address.

use super::{Event, Report};
use std::process::{Command, Stdio};

const OPENER: &str = if cfg!(target_os = "macos") {
    "open"
} else if cfg!(windows) {
    "explorer"
} else {
    "xdg-open"
};

pub(super) fn open(url: &str, report: &Report) {
    let mut command = Command::new(OPENER);
    let spawned = command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    match spawned {
        Ok(mut child) => {
            // Its exit is awaited so that no dead process is left; nothing depends on it.
            std::thread::spawn(move || child.wait());
        }
        Err(error) => report(Event::Warning(&format!("cannot open a browser with {OPENER}: {error}"))),
    }
}
