//! Videos of other servers: nothing of them is loaded before the reader asks for it, and then only from hosts that the site names.

use super::chromium::Chromium;
use super::server::Server;
use crate::support::Site;

const CONFIG: &str = "[locales.de-de]\npath = \"de-de\"\n\n[publish]\nframes = [\"video.example\"]\n";

const PAGE: &str = "# Film\n\n> [!VIDEO https://video.example/embed/1]\n\n> [!VIDEO https://other.example/embed/2]\n";

#[test]
fn a_video_is_a_link_until_the_reader_wants_it_here() {
    let Some(chromium) = Chromium::start() else { return };
    let site = Site::of(&[("diglot.toml", CONFIG), ("de-de/a.md", PAGE)]);
    let server = Server::of(&site.build().folder);
    let page = chromium.page();
    page.open(&server.url("de-de/a.html"));
    assert_eq!(page.value("document.querySelectorAll('iframe').length"), 0);
    assert_eq!(page.value("document.querySelectorAll('article .embeddedvideo > a').length"), 2);
    assert!(page.requests().iter().all(|url| url.starts_with(&server.url(""))));
    assert_eq!(page.value("document.querySelectorAll('.embeddedvideo button').length"), 1, "one host is named");
    let label = page.text("document.querySelector('.embeddedvideo button').textContent");
    assert!(label.contains("video.example") && label != "video.example", "{label}");
    page.click(".embeddedvideo button").until("document.querySelector('iframe')");
    assert_eq!(page.text("document.querySelector('iframe').src"), "https://video.example/embed/1");
    assert_eq!(page.value("document.activeElement === document.querySelector('iframe')"), true);
    assert_eq!(page.value("document.querySelectorAll('article .embeddedvideo > a').length"), 2, "the link stays");
    let blocked: Vec<String> = page.errors().into_iter().filter(|e| e.contains("Content Security Policy")).collect();
    assert_eq!(blocked, [""; 0]);
}
