//! Tables of contents on pages of whole sites.

use crate::support::{Built, Site, all, one, text_of, tree, values};
use std::fmt::Write as _;

/// A page with a title.
fn page(title: &str) -> String {
    format!("---\ntitle: {title}\ndescription: About {title}.\n---\n# {title}\n\nText.\n")
}

/// What a site made, which is there as long as the site is.
struct Kept {
    built: Built,
    _site: Site,
}

impl std::ops::Deref for Kept {
    type Target = Built;
    fn deref(&self) -> &Built {
        &self.built
    }
}

fn built(site: Site) -> Kept {
    Kept { built: site.build(), _site: site }
}

/// A site whose files are pages where they end in `.md` and are given a title, else what is given.
fn site(files: &[(&str, &str)]) -> Site {
    let site = Site::new();
    for (path, text) in files {
        let is_page = path.ends_with(".md") && !text.contains('\n');
        site.write(path, if is_page { page(text) } else { (*text).to_owned() });
    }
    site
}

/// The entries beside a page.
fn side(built: &Built, path: &str) -> Vec<String> {
    all(&built.html(path), ".side li > :is(a, span):not(.lang-tag)").into_iter().map(text_of).collect()
}

fn crumbs(built: &Built, path: &str) -> Vec<String> {
    all(&built.html(path), ".crumbs li").into_iter().map(text_of).collect()
}

const TOC: &str = "\
- name: Start
  href: index.md
- name: Users
  items:
  - name: Add
    href: users/add.md
  - href: users/remove.md
  - name: More
    items:
    - name: Import
      href: users/import.md
- name: Elsewhere
  href: https://example.com/
";

const PAGES: [(&str, &str); 4] = [
    ("en-us/index.md", "Welcome"),
    ("en-us/users/add.md", "Add users"),
    ("en-us/users/remove.md", "Remove users"),
    ("en-us/users/import.md", "Import users"),
];

fn example(more: &[(&str, &str)]) -> Kept {
    let files: Vec<(&str, &str)> = PAGES.into_iter().chain([("en-us/toc.yml", TOC)]).chain(more.iter().copied()).collect();
    built(site(&files))
}

#[test]
fn a_page_shows_its_branch_its_way_and_its_neighbours() {
    let built = example(&[]);
    assert_eq!(built.found("toc-target-missing").len(), 0);
    assert_eq!(side(&built, "en-us/users/add.html"), ["Start", "Users", "Add", "Remove users", "More", "Elsewhere"]);
    let add = built.html("en-us/users/add.html");
    assert_eq!(values(&add, ".side [aria-current]", "href"), ["add.html"]);
    assert_eq!(values(&add, ".side .group .group > a", "href"), ["import.html"]);
    assert_eq!(crumbs(&built, "en-us/users/import.html"), ["Welcome", "Users", "More"]);
    assert_eq!(values(&add, "link[rel=prev], a[rel=prev]", "href"), ["../index.html"]);
    assert_eq!(values(&add, "a[rel=next]", "href"), ["remove.html"]);
    assert!(all(&built.html("en-us/index.html"), "a[rel=prev]").is_empty());
    assert!(all(&built.html("en-us/users/import.html"), "a[rel=next]").is_empty());
    assert_eq!(text_of(one(&add, ".pager .next span")), "Remove users");
}

#[test]
fn the_whole_is_on_a_page_and_in_a_script() {
    let built = example(&[("en-us/users/alone.md", "Alone")]);
    let html = built.html("en-us/toc.html");
    let expected = ["index.html", "users/add.html", "users/remove.html", "users/import.html", "https://example.com/"];
    assert_eq!(values(&html, "article .contents a", "href"), expected);
    // What has no entry is reached from behind the last one.
    assert_eq!(values(&built.html("en-us/toc-2.html"), "article .listing a", "href"), ["users/alone.html"]);
    let alone = built.html("en-us/users/alone.html");
    assert_eq!(side(&built, "en-us/users/alone.html"), ["Start", "Users", "Elsewhere"]);
    let script = values(&alone, ".side", "data-toc");
    assert!(script[0].starts_with("../toc.") && script[0].ends_with(".js"), "{script:?}");
    let script = built.text(&format!("en-us/{}", &script[0][3..]));
    assert!(script.contains("[\"Users\",\"\",[[\"Add\",\"users/add.html\"]"), "{script}");
}

#[test]
fn a_translation_has_the_structure_of_the_source() {
    let french = "- name: Utilisateurs\n  items:\n  - name: Ajouter\n    href: users/add.md\n- name: Local\n  href: local.md\n- name: Début\n  href: index.md\n";
    let built = example(&[
        ("fr-fr/toc.yml", french),
        ("fr-fr/index.md", "Bienvenue"),
        ("fr-fr/users/remove.md", "Supprimer des utilisateurs"),
        ("fr-fr/local.md", "Local"),
    ]);
    let expected = ["Début", "Utilisateurs", "Ajouter", "Supprimer des utilisateurs", "More", "Local", "Elsewhere"];
    assert_eq!(side(&built, "fr-fr/users/remove.html"), expected);
    let html = built.html("fr-fr/users/remove.html");
    assert_eq!(values(&html, ".side a[hreflang]", "href"), ["add.html", "import.html"]);
    assert_eq!(values(&html, ".side [lang]:not(.lang-tag)", "lang"), ["en-US", "en-US"]);
    built.assert_code("fr-fr/toc.yml", "toc-orphan");
    assert_eq!(built.found("toc-orphan")[0].location.as_ref().map(|l| l.start.line), Some(6));
    // A fallback page is in the table of contents of its reader's locale.
    assert_eq!(crumbs(&built, "fr-fr/users/add.html"), ["Bienvenue", "Utilisateurs"]);
    let without = example(&[("it-it/users/add.md", "Aggiungere utenti")]);
    assert_eq!(side(&without, "it-it/users/add.html")[..3], ["Start", "Users", "Aggiungere utenti"]);
}

#[test]
fn the_nearest_table_of_contents_is_the_pages_own() {
    let built = example(&[
        ("en-us/users/toc.md", ""),
        (
            "en-us/users/TOC.yml",
            "items:\n- name: Near add\n  href: add.md\n- name: Near remove\n  href: remove.md\n- name: Top\n  href: ../\n",
        ),
    ]);
    assert_eq!(side(&built, "en-us/users/add.html"), ["Near add", "Near remove", "Top"]);
    assert_eq!(side(&built, "en-us/users/import.html")[0], "Start");
    assert_eq!(values(&built.html("en-us/users/add.html"), ".side a:not(.whole a)", "href")[2], "../index.html");
}

#[test]
fn what_names_one_page_only_is_no_navigation() {
    let built = built(site(&[
        ("en-us/toc.yml", "- name: A\n  href: a.md\n"),
        ("en-us/a.md", "A"),
        ("en-us/b.md", "B"),
        ("en-us/c.md", "C"),
    ]));
    assert_eq!(side(&built, "en-us/b.html"), ["A", "B", "C"]);
    assert!(!built.has("en-us/toc.html"));
}

#[test]
fn uids_lead_to_what_they_name() {
    let toc = "- uid: x.add\n- name: Taking away\n  topicUid: x.remove\n- uid: far.away\n- uid: x.ad\n- name: Import\n  uid: x.gone\n  \
               href: users/import.md\n- name: Part\n  uid: x.add#part\n";
    let map = "references:\n- {uid: far.away, name: 'Far & away', href: 'https://far.example/a'}\n";
    let built = built(site(&[
        ("en-us/toc.yml", toc),
        ("en-us/xrefmap.yml", map),
        ("en-us/users/add.md", "---\nuid: x.add\ntitle: Add users\n---\n# Add users\n"),
        ("en-us/users/remove.md", "---\nuid: x.remove\ntitle: Remove users\n---\n# Remove users\n"),
        ("en-us/users/import.md", "Import users"),
        ("it-it/users/add.md", "---\ntitle: Aggiungere utenti\n---\n# Aggiungere utenti\n"),
    ]));
    let expected = ["Add users", "Taking away", "Far & away", "x.ad", "Import", "Part"];
    assert_eq!(side(&built, "en-us/users/add.html"), expected);
    let hrefs = ["add.html", "remove.html", "https://far.example/a", "import.html", "add.html#part"];
    assert_eq!(values(&built.html("en-us/users/add.html"), ".side li a", "href"), hrefs);
    // A reader of a translation gets the name and the page of the own language.
    assert_eq!(side(&built, "it-it/users/add.html")[..2], ["Aggiungere utenti", "Taking away"]);
    let missing: Vec<&str> = built.found("toc-target-missing").iter().map(|d| d.message.as_str()).collect();
    assert_eq!(missing, ["the uid `x.ad` is not known"]);
}

#[test]
fn the_words_and_state_of_entries_are_in_the_script() {
    let toc = "items:\n- name: Start\n  displayName: begin, first steps\n  href: index.md\n  maintainContext: true\n  ms.custom: [x]\n\
               - name: Users\n  expanded: true\n  landingPageType: {}\n  items:\n  - name: Add\n    href: users/add.md\n  - name: More\n    \
               items:\n    - name: Import\n      href: users/import.md\n";
    let files: Vec<(&str, &str)> = PAGES.into_iter().chain([("en-us/toc.yml", toc)]).collect();
    let built = built(site(&files));
    assert!(built.found("toc-syntax").is_empty());
    let script = values(&built.html("en-us/index.html"), ".side", "data-toc");
    let script = built.text(&format!("en-us/{}", script[0]));
    assert!(script.contains(r#"["Start","index.html",[],"","begin, first steps"]"#), "{script}");
    let users = r#"["Users","",[["Add","users/add.html"],["More","",[["Import","users/import.html"]]]],"","",1]"#;
    assert!(script.contains(users), "{script}");
    // What is open from the start is so without a script too.
    assert_eq!(side(&built, "en-us/index.html"), ["Start", "Users", "Add", "More"]);
}

#[test]
fn folders_homepages_and_files_of_their_own() {
    let toc = "- name: Users\n  href: users/\n- name: Groups\n  tocHref: groups/toc.json\n  topicHref: groups/start.md\n- name: Old\n  \
               homepage: old.md\n- name: Marked\n  href: marked/TOC.md\n";
    let built = built(site(&[
        // Outside a docset a file `toc.md` is a page.
        ("en-us/docfx.json", r#"{"build": {"content": [{"files": ["**/*.md", "**/*.yml", "**/toc.json"]}]}}"#),
        ("en-us/toc.yml", toc),
        ("en-us/users/toc.yml", "- name: First\n  href: add.md\n- name: Second\n  href: remove.md\n"),
        ("en-us/users/add.md", "Add users"),
        ("en-us/users/remove.md", "Remove users"),
        ("en-us/groups/toc.json", "{\"items\":[\n\t{\"name\":\"All\",\"href\":\"all.md\"}]}"),
        ("en-us/groups/start.md", "Groups"),
        ("en-us/groups/all.md", "All groups"),
        ("en-us/old.md", "Old"),
        ("en-us/marked/TOC.md", "# [One](one.md)\n## [Two](two.md)\n"),
        ("en-us/marked/one.md", "One"),
        ("en-us/marked/two.md", "Two"),
    ]));
    assert_eq!(built.found("toc-target-missing"), Vec::<&diglot::diag::Diagnostic>::new());
    assert_eq!(
        values(&built.html("en-us/toc.html"), "article .contents a", "href"),
        ["users/add.html", "groups/start.html", "groups/all.html", "old.html", "marked/one.html", "marked/two.html"]
    );
    assert_eq!(side(&built, "en-us/users/remove.html"), ["First", "Second"]);
    assert_eq!(crumbs(&built, "en-us/marked/two.html"), ["Marked", "One"]);
}

#[test]
fn a_translation_may_have_another_form_or_only_a_part() {
    let docset = r#"{"build": {"content": [{"files": ["**/*.md", "**/*.yml"]}]}}"#;
    let built = built(site(&[
        ("en-us/docfx.json", docset),
        ("fr-fr/docfx.json", docset),
        ("en-us/toc.yml", "- name: Start\n  href: start.md\n- name: Users\n  href: users/toc.yml\n"),
        ("en-us/users/toc.yml", "- name: Add\n  href: add.md\n- name: Remove\n  href: remove.md\n"),
        // The whole is not translated, but what it takes in is, in another form.
        ("fr-fr/users/toc.md", "# [Ajouter](add.md)\n# [Ailleurs](else.md)\n"),
        ("en-us/start.md", "Start here"),
        ("en-us/users/add.md", "Add users"),
        ("en-us/users/remove.md", "Remove users"),
        ("fr-fr/users/add.md", "Ajouter des utilisateurs"),
        ("fr-fr/users/else.md", "Autre chose"),
    ]));
    assert_eq!(side(&built, "fr-fr/users/add.html"), ["Start", "Users", "Ajouter", "Ailleurs", "Remove"]);
    assert_eq!(values(&built.html("fr-fr/users/add.html"), ".side [lang]:not(.lang-tag)", "lang"), ["en-US"; 3]);
    built.assert_code("fr-fr/users/toc.md", "toc-orphan");
}

#[test]
fn its_page_leads_to_itself_in_other_languages() {
    let built = example(&[("fr-fr/users/add.md", "Ajouter"), ("de-de/x.md", "X"), ("fr-fr/index.md", "Début")]);
    let html = built.html("fr-fr/users/add.html");
    assert_eq!(values(&html, ".side .whole a", "href"), ["../toc.html"]);
    let html = built.html("en-us/toc.html");
    assert_eq!(values(&html, ".switcher a", "hreflang"), ["de-DE", "en-US", "fr-FR"]);
    assert_eq!(values(&html, ".switcher a", "href"), ["../de-de/toc.html", "../en-us/toc.html", "../fr-fr/toc.html"]);
    for file in ["de-de/toc.html", "fr-fr/toc.html"] {
        assert!(built.has(file), "{file}");
    }
    let only =
        example(&[("en-us/own/toc.yml", "- href: a.md\n- href: b.md\n"), ("en-us/own/a.md", "A"), ("en-us/own/b.md", "B")]);
    assert!(only.has("en-us/own/toc.html"));
}

#[test]
fn scripts_are_written_for_the_locales_that_are_built() {
    let files: Vec<(&str, &str)> = PAGES.into_iter().chain([("en-us/toc.yml", TOC), ("fr-fr/users/add.md", "Ajouter")]).collect();
    let site = site(&files);
    let built = site.build_with(|options| options.locales = vec!["fr-fr".to_owned()]);
    let scripts: Vec<String> =
        tree(&built.folder).into_keys().filter(|path| path.contains("/toc.") && path.ends_with(".js")).collect();
    assert_eq!(scripts.len(), 1, "{scripts:?}");
    assert!(scripts[0].starts_with("fr-fr/"), "{scripts:?}");
    assert!(!built.has("en-us/toc.html") && built.has("fr-fr/toc.html"));
    let of_page = values(&built.html("fr-fr/users/add.html"), ".side", "data-toc");
    assert_eq!(of_page, [format!("../{}", scripts[0].trim_start_matches("fr-fr/"))]);
}

#[test]
fn a_page_does_not_grow_with_its_table_of_contents() {
    let with = |count: usize| {
        let mut flat = String::new();
        let mut deep = String::new();
        let site = Site::new();
        for n in 0..count {
            let name = format!("a-rather-long-name-of-a-page-in-a-folder-{n}");
            site.write(&format!("en-us/reference/{name}.md"), page(&format!("A page with a title of some length, number {n}")));
            writeln!(flat, "- name: A page with a title of some length, number {n}\n  href: reference/{name}.md").unwrap();
            let depth = n % 6;
            let (pad, key) = ("  ".repeat(depth), if depth < 5 && n + 1 < count { "items" } else { "x" });
            writeln!(
                deep,
                "{pad}- name: A page with a title of some length, number {n}\n{pad}  href: reference/{name}.md\n{pad}  {key}:"
            )
            .unwrap();
        }
        (site, flat, deep)
    };
    let built = |count: usize, is_deep: bool| {
        let (site, flat, deep) = with(count);
        site.write("en-us/toc.yml", if is_deep { deep } else { flat });
        let built = built(site);
        assert!(built.found("toc-syntax").is_empty(), "{:?}", built.codes());
        built
    };
    let size =
        |built: &Built, n: usize| built.text(&format!("en-us/reference/a-rather-long-name-of-a-page-in-a-folder-{n}.html")).len();
    let small = built(20, false);
    let least = (0..20).map(|n| size(&small, n)).min().unwrap();
    for is_deep in [false, true] {
        let large = built(600, is_deep);
        // Whatever its place among its siblings, against the smallest of the small site.
        for n in [0, 1, 7, 11, 19, 299, 300, 592, 598, 599] {
            assert!(size(&large, n) <= least + 4096, "{least} bytes, and {} with more entries", size(&large, n));
        }
        let page = large.html("en-us/reference/a-rather-long-name-of-a-page-in-a-folder-300.html");
        assert!(all(&page, ".side li a").len() < 40);
        // The whole is in the one file that all of them share, and on the pages of contents.
        let script = large.text(&format!("en-us/{}", values(&page, ".side", "data-toc")[0].trim_start_matches("../")));
        assert_eq!(script.matches(".html\"").count(), 600);
        let listed =
            ["toc", "toc-2"].map(|stem| values(&large.html(&format!("en-us/{stem}.html")), "article .contents a", "href"));
        let listed: std::collections::BTreeSet<String> = listed.into_iter().flatten().collect();
        assert_eq!(listed.len(), 600);
    }
}

#[test]
fn whatever_is_in_the_file_the_pages_are_there() {
    for (text, code) in [
        ("just text\n", "toc-syntax"),
        ("- 1\n- 2\n", "toc-syntax"),
        ("a: [\n", "toc-syntax"),
        ("- name: Self\n  href: toc.yml\n", "toc-cycle"),
        ("- name: Gone\n  href: gone.md\n", "toc-target-missing"),
        ("- name: Script\n  href: javascript:alert(1)\n", "url-disallowed"),
        ("- name: Id\n  uid: a.b.c\n", "toc-target-missing"),
        (&"- name: a\n".repeat(1_000_000), "toc-limit"),
    ] {
        let built = built(site(&[("en-us/toc.yml", text), ("en-us/a.md", "A"), ("en-us/b.md", "B")]));
        assert_eq!(built.found(code).len(), 1, "{code}: {:?}", built.codes());
        assert!(built.has("en-us/a.html") && built.has("en-us/b.html"));
    }
}

#[test]
fn entries_are_shown_as_text() {
    let hostile = "- name: '<script>alert(1)</script>\"'\n  href: a.md\n- name: B\n  href: b.md#\"><img>\n";
    let built = built(site(&[("en-us/toc.yml", hostile), ("en-us/a.md", "A"), ("en-us/b.md", "B")]));
    for path in ["en-us/a.html", "en-us/b.html", "en-us/toc.html"] {
        let html = built.html(path);
        assert!(all(&html, "nav script, nav img, main script, main img").is_empty(), "{}", built.text(path));
    }
    assert_eq!(side(&built, "en-us/b.html")[0], "<script>alert(1)</script>\"");
}

#[test]
fn threads_make_no_difference() {
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        let built =
            pool.install(|| example(&[("fr-fr/users/add.md", "Ajouter"), ("fr-fr/toc.yml", "- name: D\n  href: index.md\n")]));
        tree(&built.folder).into_iter().filter(|(path, _)| !path.starts_with('.')).collect::<Vec<_>>()
    };
    assert_eq!(with(1), with(4));
}
