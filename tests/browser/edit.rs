//! The link to the file of a page, which leads to the line of the sentence that is being read.

use super::chromium::Chromium;
use super::quiet;
use super::server::Server;
use crate::support::Site;

const CONFIG: &str = "[locales.en-us]\npath = \"en-us\"\n[locales.it-it]\npath = \"it-it\"\n\n[publish]\nedit = \"https://git.example/{file}#L{line}\"\n";

const PAGE: &str = "---\ntitle: Il conto\n---\n# Il conto\n\n<span data-ttu-id=\"ab12c-102\">Aprilo.</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-102\">Open it.</span></span>\n\n\
    ## Poi\n\n<span data-ttu-id=\"ab12c-103\">Chiudilo.</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-103\">Close it.</span></span>\n";

#[test]
fn the_link_follows_the_sentence_and_the_address() {
    let Some(chromium) = Chromium::start() else { return };
    let site = Site::of(&[
        ("diglot.toml", CONFIG),
        ("en-us/a.md", "# Account\n\nOpen it.\n\n## Then\n\nClose it.\n"),
        ("it-it/a.md", PAGE),
    ]);
    let server = Server::of(&site.build().folder);
    let page = chromium.page();
    page.open(&server.url("it-it/a.html"));
    let href = "(() => { const a = document.querySelector('main > .edit a'); a.dispatchEvent(new Event('pointerdown')); return a.href; })()";
    assert_eq!(page.text(href), "https://git.example/it-it/a.md#L4");
    page.open(&server.url("it-it/a.html?read=hover#poi"));
    assert_eq!(page.text(href), "https://git.example/it-it/a.md#L8");
    page.click("#s-103").until("!document.querySelector('.card').hidden");
    assert_eq!(page.text("document.querySelector('.card a.card-edit').href"), "https://git.example/it-it/a.md#L10");
    assert_eq!(page.text("document.querySelector('.card a.card-edit').textContent"), "Modifica questa frase");
    assert_eq!(page.text(href), "https://git.example/it-it/a.md#L10");
    quiet(&page, &server);
}
