//! The link from a page to the line of its file, for readers who would change it.

use crate::support::{Built, Site, one, values};

const CONFIG: &str = "[locales.en-us]\npath = \"en-us\"\n[locales.it-it]\npath = \"it-it\"\nedit = \"https://git.example/it/{path}#L{line}\"\n\
    [locales.sv-se]\npath = \"sv-se\"\n\n[publish]\nedit = \"https://git.example/all/blob/main/{file}#L{line}\"\n";

const UNITS: &str = "---\ntitle: Ä\n---\n\n# <span data-ttu-id=\"ab12c-101\">Konto</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-101\">Account</span></span>\n\n\
    <span data-ttu-id=\"ab12c-102\">Öppna det.</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-102\">Open it.</span></span>\n";

fn link(built: &Built, path: &str) -> Option<(String, Option<String>)> {
    let html = built.html(path);
    let href = values(&html, "main > .edit a", "href").pop()?;
    Some((href, values(&html, "main > .edit a", "data-lines").pop()))
}

#[test]
fn each_page_leads_to_the_first_line_of_its_own_file() {
    let site = Site::of(&[
        ("diglot.toml", CONFIG),
        ("en-us/a b.md", "---\ntitle: A\n---\n\n# Account\n\nOpen it.\n\n## Then\n"),
        ("en-us/only.md", "# Only\n"),
        ("it-it/a b.md", "# Conto\n\nAprilo.\n"),
        ("sv-se/a b.md", UNITS),
    ]);
    let built = site.build();
    let (href, lines) = link(&built, "en-us/a b.html").expect("a link");
    assert_eq!(href, "https://git.example/all/blob/main/en-us/a%20b.md#L5");
    assert_eq!(lines.as_deref(), Some("#account:5 #then:9"));
    let (href, lines) = link(&built, "sv-se/a b.html").expect("a link");
    assert_eq!(href, "https://git.example/all/blob/main/sv-se/a%20b.md#L5");
    assert_eq!(lines.as_deref(), Some("#account:5 102:7"));
    let (href, lines) = link(&built, "it-it/a b.html").expect("a link");
    assert_eq!(href, "https://git.example/it/a%20b.md#L1");
    assert!(lines.expect("lines").ends_with(":3"), "the sentences of an aligned page have lines of the translation");
    // A fallback page shows the text of another locale, so that is what can be edited.
    let (href, _) = link(&built, "it-it/only.html").expect("a link");
    assert_eq!(href, "https://git.example/all/blob/main/en-us/only.md#L1");
}

#[test]
fn a_docset_says_where_its_files_can_be_edited_and_which_cannot() {
    let publish = "{\"git_repository_url_open_to_public_contributors\": \"https://github.com/contoso/help.it-it\",\
        \"git_repository_branch_open_to_public_contributors\": \"live\", \"docsets_to_publish\": [\
        {\"build_source_folder\": \"open\", \"open_to_public_contributors\": true},\
        {\"build_source_folder\": \"closed\", \"open_to_public_contributors\": false}]}";
    let docfx = "{\"build\": {\"content\": [{\"files\": [\"**/*.md\"]}], \"globalMetadata\": {\"disable_contribution_on_translation_quality\": [\"MT\"]},\
        \"fileMetadata\": {\"open_to_public_contributors\": {\"kept/**\": false}}}}";
    let site = Site::of(&[
        ("it-it/.openpublishing.publish.config.json", publish),
        ("it-it/open/docfx.json", docfx),
        ("it-it/open/a.md", "# A\n"),
        ("it-it/open/kept/b.md", "# B\n"),
        ("it-it/open/machine.md", "---\nms.translationtype: MT\n---\n# M\n"),
        ("it-it/closed/docfx.json", docfx),
        ("it-it/closed/c.md", "# C\n"),
    ]);
    let built = site.build();
    let (href, _) = link(&built, "it-it/open/a.html").expect("a link");
    assert_eq!(href, "https://github.com/contoso/help.it-it/blob/live/open/a.md?plain=1#L1");
    for path in ["it-it/open/kept/b.html", "it-it/open/machine.html", "it-it/closed/c.html"] {
        assert_eq!(link(&built, path), None, "{path}");
    }
}

#[test]
fn a_page_of_a_site_that_says_nothing_has_no_link() {
    let site = Site::of(&[("en-us/a.md", "# A\n"), ("it-it/a.md", "# A\n")]);
    assert_eq!(link(&site.build(), "it-it/a.html"), None);
}

#[test]
fn an_address_that_could_not_lead_to_a_file_is_an_error() {
    let site = Site::of(&[("diglot.toml", "[publish]\nedit = \"https://git.example/edit\"\n"), ("en-us/a.md", "# A\n")]);
    let ran = site.run(&["build", "."]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("diglot.toml:2:8") && ran.stderr.contains("`{path}`"), "{}", ran.stderr);
}

#[test]
fn the_words_of_the_link_are_in_the_language_of_the_reader() {
    let site =
        Site::of(&[("diglot.toml", CONFIG), ("en-us/only.md", "# Only\n"), ("it-it/a.md", "# A\n"), ("sv-se/a.md", "# A\n")]);
    let built = site.build();
    let text: String = one(&built.html("sv-se/only.html"), "main > .edit a").text().collect();
    assert_eq!(text.trim(), "Redigera den här sidan");
}
