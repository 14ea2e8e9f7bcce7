//! Pages in a real browser, as readers have them.
//!
//! Skipped with a printed line where no Chromium is installed; `DIGLOT_BROWSER_REQUIRED` turns that into a failure.

mod axe;
mod chromium;
mod edit;
mod frame;
mod frames;
mod kinds;
mod plain;
mod questions;
mod reading;
mod scripts;
mod search;
mod server;
mod switcher;
mod thai;

use crate::support::{Built, Site};
use chromium::{Chromium, Page};
use server::Server;
use std::path::Path;

/// The project's own help, built once for all tests of this process.
fn help() -> &'static Built {
    static HELP: std::sync::OnceLock<(Site, Built)> = std::sync::OnceLock::new();
    let (_, built) = HELP.get_or_init(|| {
        let site = Site::new();
        let built = site.build_with(|options| {
            options.path = Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
            options.search = true;
        });
        (site, built)
    });
    built
}

/// Nothing that the browser complains of, and nothing asked of another server.
fn quiet(page: &Page, server: &Server) {
    let errors: Vec<String> = page.errors().into_iter().filter(|e| !e.contains("favicon.ico")).collect();
    assert_eq!(errors, [""; 0]);
    let foreign: Vec<String> = page.requests().into_iter().filter(|url| !url.starts_with(&server.url(""))).collect();
    assert_eq!(foreign, [""; 0]);
}

#[test]
fn a_page_opens_without_a_complaint() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&help().folder);
    let page = chromium.page();
    page.open(&server.url("it-it/get-started.html"));
    assert!(page.text("document.title").contains("diglot help"));
    quiet(&page, &server);
}
