//! Versions and pivots of a site: definitions, ranges of a docset, words of the page's locale, links with `?view=`.

use crate::support::{Site, all, one, text_of, values};

const CONFIG: &str = "title = \"T\"\nbase_url = \"https://x.example/\"\n[locales.en-us]\n[locales.it-it]\n[locales.ar-sa]\n";
const DOCFX: &str = r#"{"build": {
  "content": [{"files": ["**/*.md"], "exclude": ["old/**", "new/**"]},
    {"src": "old", "files": ["**/*.md"], "dest": "guide", "group": "before"},
    {"src": "new", "files": ["**/*.md"], "dest": "guide", "group": "now"}],
  "groups": {"before": {"monikerRange": "<=app-2"}, "now": {"moniker_range": ">=app-2"}},
  "monikerRange": {"late/**": ">=app-3"},
  "monikerDefinition": "monikers.json",
  "globalMetadata": {"zone_pivot_groups": "tools"}
}}"#;
const MONIKERS: &str = r#"{"monikers": [
  {"moniker_name": "app-3", "product_name": "App", "order": 3, "moniker_display_name": "App 3 & more"},
  {"moniker_name": "old-app", "product_name": "App", "order": 1},
  {"moniker_name": "app-2", "product_name": "App", "order": 2},
  {"product_name": "App"}
]}"#;
const PIVOTS: &str = "### YamlMime:ZonePivotGroups\ngroups:\n- id: tools\n  title: Tools\n  prompt: Choose a tool\n  pivots:\n  \
                      - id: hammer\n    title: Hammer\n  - id: saw\n    title: Saw\n";
const PIVOTS_IT: &str = "groups:\n- id: tools\n  title: Attrezzi\n  prompt: Scegli un attrezzo\n  pivots:\n  \
                         - id: hammer\n    title: Martello\n";
const PAGE: &str = "---\ntitle: A\n---\n# A\n\n::: moniker range=\">=app-2\"\nRecent. [B](late/b.md?view=app-3&tabs=x#top)\n\
                    ::: moniker-end\n\n::: moniker range=\"<app-2\"\nAncient.\n::: moniker-end\n\n\
                    ::: zone pivot=\"hammer\"\nNails.\n::: zone-end\n\n::: zone pivot=\"saw\"\nBoards.\n::: zone-end\n";

fn site() -> Site {
    Site::of(&[
        ("diglot.toml", CONFIG),
        ("content/en-us/docfx.json", DOCFX),
        ("content/en-us/monikers.json", MONIKERS),
        ("content/en-us/zone-pivot-groups.yml", PIVOTS),
        ("content/en-us/a.md", PAGE),
        (
            "content/en-us/late/b.md",
            "---\ntitle: B\nmonikerRange: <app-3\n---\n# Top\n\n::: moniker range=\"app-3\"\nNever.\n::: moniker-end\n",
        ),
        ("content/en-us/old/c.md", "---\ntitle: C\n---\n# C\n\n::: moniker range=\"app-3\"\nNever.\n::: moniker-end\n"),
        ("content/en-us/new/c.md", "---\ntitle: C\n---\n# C\n\n::: moniker range=\"app-3\"\nNewest.\n::: moniker-end\n"),
        ("content/it-it/docfx.json", DOCFX),
        ("content/it-it/zone-pivot-groups.yml", PIVOTS_IT),
        ("content/it-it/a.md", &PAGE.replace("Recent", "Recente")),
        ("content/ar-sa/docfx.json", DOCFX),
        ("content/ar-sa/z.md", "---\ntitle: Z\n---\n# Z\n"),
    ])
}

#[test]
fn a_definition_gives_versions_order_and_names() {
    let site = site();
    let built = site.build();
    let page = built.html("en-us/a.html");
    assert_eq!(values(&page, "[data-moniker]", "data-moniker"), ["app-2 app-3", "old-app"]);
    let labels: Vec<String> = all(&page, "[data-moniker] > .zone-label").into_iter().map(text_of).collect();
    assert_eq!(labels, ["Versions app-2 App 3 & more", "Versions old-app"]);
    assert_eq!(text_of(one(&page, ".pickers label:first-child span")), "Version");
    assert_eq!(values(&page, "[data-picker=view] option", "value"), ["app-3", "app-2", "old-app", ""]);
    // A link keeps its query, and is a link of this site.
    assert_eq!(values(&page, "article a", "href"), ["late/b.html?view=app-3&tabs=x#top"]);
    built.assert_code("content/en-us/monikers.json", "moniker-definition-invalid");
}

#[test]
fn pages_are_for_what_they_and_their_docset_name() {
    let site = site();
    let built = site.build();
    let c = built.html("en-us/new/c.html");
    assert_eq!(values(&c, "[data-picker=view] option", "value"), ["app-3", "app-2", ""]);
    assert_eq!(values(&c, "[data-moniker]", "data-moniker"), ["app-3"]);
    built.assert_code("content/en-us/late/b.md", "moniker-range-out-of-scope");
    built.assert_code("content/en-us/late/b.md", "moniker-zone-empty");
    built.assert_code("content/en-us/old/c.md", "moniker-zone-empty");
    built.assert_code("content/en-us/old/c.md", "moniker-overlapping");
    assert!(all(&built.html("en-us/old/c.html"), ".pickers").is_empty());
    assert!(!built.text("en-us/old/c.html").contains("Never."));
}

#[test]
fn pivots_are_in_the_words_of_the_page() {
    let site = site();
    let built = site.build();
    let titles =
        |path: &str, selector: &str| -> Vec<String> { all(&built.html(path), selector).into_iter().map(text_of).collect() };
    assert_eq!(titles("en-us/a.html", "[data-pivot] > .zone-label"), ["Hammer", "Saw"]);
    // The source defines a pivot that the translation does not have yet.
    assert_eq!(titles("it-it/a.html", "[data-picker=pivots] option"), ["Martello", "Saw", "Mostra tutto"]);
    assert_eq!(titles("it-it/a.html", ".pickers span"), ["Versione", "Scegli un attrezzo"]);
    assert_eq!(titles("it-it/a.html", "[data-pivot] > .zone-label"), ["Martello", "Saw"]);
    // A page without zones has nothing to choose.
    assert!(titles("ar-sa/z.html", ".pickers").is_empty());
    assert_eq!(titles("ar-sa/a.html", "[data-pivot] > .zone-label"), ["Hammer", "Saw"]);
}

#[test]
fn definitions_that_are_not_there_or_cannot_be_read() {
    let zones =
        "---\ntitle: A\nzone_pivot_groups: x\nzone_pivot_group_filename: p/q.json\n---\n::: zone pivot=\"a\"\nA.\n::: zone-end\n";
    let docfx = "{\"build\": {\"content\": [\"**/*.md\"], \"monikerDefinition\": \"https://x.example/m.json\"}}";
    let config = "title = \"T\"\n[locales.en-us]\n";
    let files = [("diglot.toml", config), ("content/en-us/docfx.json", docfx), ("content/en-us/a.md", zones)];
    let site = Site::of(&files);
    let built = site.build();
    built.assert_code("content/en-us/docfx.json", "moniker-definition-invalid");
    built.assert_code("content/en-us/a.md", "zone-pivot-file-missing");
    site.write("content/en-us/p/q.json", "{\"groups\": [{\"id\": \"y\"]}");
    let built = site.build();
    built.assert_code("content/en-us/p/q.json", "zone-pivot-file-invalid");
    built.assert_code("content/en-us/a.md", "pivot-group-not-found");
    site.write("content/en-us/p/q.json", "{\"groups\": [{\"id\": \"x\", \"pivots\": [{\"id\": \"a\", \"title\": \"Ah\"}]}]}");
    let built = site.build();
    assert_eq!(text_of(one(&built.html("en-us/a.html"), ".zone-label")), "Ah");
    assert!(built.found("zone-pivot-file-invalid").is_empty() && built.found("pivot-group-not-found").is_empty());
}

/// A docset of the versions 1 to 4 whose pages are for all of them, save those below `some`.
const VERSIONS: &str = r#"{"build": {
  "content": [{"files": ["**/*.md"]}],
  "monikerRange": {"**": ">=v1", "some/**": ">=v2 <=v3"},
  "fileMetadata": {
    "exclude_monikers": {"some/**": ["v3", "v8"], "own/**": ["v1"]},
    "replace_monikers": {"other/**": ["v1", "v4"], "any/**": true}
  },
  "monikerDefinition": "monikers.json"
}}"#;
const ALL: &str = r#"{"monikers": [{"name": "v1", "order": 1}, {"name": "v2", "order": 2}, {"name": "v3", "order": 3},
  {"name": "v4", "order": 4}]}"#;

/// A page with that in its front matter and one zone for all versions.
fn versioned(front_matter: &str) -> String {
    format!("---\ntitle: A\n{front_matter}---\n# A\n\n::: moniker range=\">=v1\"\nText.\n::: moniker-end\n")
}

#[test]
fn versions_are_excluded_and_replaced() {
    // Of each page: where it is, what it says, the versions of its zone, and what is found.
    let cases = [
        ("some/a.md", "", "v2", ""),
        ("some/own.md", "exclude_monikers: v2\n", "v3", ""),
        ("some/none.md", "exclude_monikers: [v2, V3]\n", "v2 v3", "moniker-range-out-of-scope"),
        ("some/wrong.md", "exclude_monikers: [v3, v9]\n", "v2", "moniker-range-invalid"),
        ("some/empty.md", "exclude_monikers: []\n", "v2 v3", ""),
        ("own/a.md", "monikerRange: <=v3\n", "v2 v3", ""),
        ("some/true.md", "monikerRange: v1\nreplace_monikers: true\n", "v1", ""),
        ("some/all.md", "replace_monikers: True\n", "v1 v2 v4", ""),
        ("some/false.md", "monikerRange: \">=v2\"\nreplace_monikers: false\n", "v2", ""),
        ("some/list.md", "monikerRange: v2\nreplace_monikers:\n- v1\n- v3\n- v4\n", "v1 v4", ""),
        ("some/unknown.md", "replace_monikers: v7\n", "v1 v2 v4", "moniker-range-invalid"),
        ("other/a.md", "monikerRange: v2\n", "v1 v4", ""),
        ("any/a.md", "", "v1 v2 v3 v4", ""),
        ("any/b.md", "monikerRange: <v3\nexclude_monikers: v1\n", "v2", ""),
    ];
    let site = Site::of(&[("diglot.toml", "title = \"T\"\n[locales.en-us]\n[locales.it-it]\n")]);
    for locale in ["en-us", "it-it"] {
        site.write(&format!("content/{locale}/docfx.json"), VERSIONS);
        site.write(&format!("content/{locale}/monikers.json"), ALL);
        cases.iter().for_each(|(path, says, ..)| site.write(&format!("content/{locale}/{path}"), versioned(says)));
    }
    let built = site.build();
    for (path, _, versions, code) in cases {
        let file = path.replace(".md", ".html");
        for locale in ["en-us", "it-it"] {
            let page = built.html(&format!("{locale}/{file}"));
            assert_eq!(values(&page, "[data-moniker]", "data-moniker"), [versions], "{locale}/{path}");
            let offered = values(&page, "[data-picker=view] option", "value").into_iter().filter(|v| !v.is_empty());
            let mut offered: Vec<String> = offered.collect();
            offered.sort();
            let expected = if versions.contains(' ') { versions } else { "" };
            assert_eq!(offered.join(" "), expected, "{locale}/{path}");
            let name = format!("content/{locale}/{path}");
            let found = built.diagnostics.iter().filter(|d| *d.file == *name && d.code.name().starts_with("moniker-"));
            let found: Vec<&str> = found.map(|d| d.code.name()).collect();
            assert_eq!(found.join(" "), code, "{name}: {:#?}", built.diagnostics);
        }
    }
}

#[test]
fn versions_are_excluded_where_no_range_is_given() {
    let docfx = r#"{"build": {"content": ["*.md"]}}"#;
    let page = "---\ntitle: A\nexclude_monikers:\n- v2\n---\n# A\n\n::: moniker range=\"<=v2\"\nOld.\n::: moniker-end\n\n\
                ::: moniker range=\"v2\"\nNever.\n::: moniker-end\n\n::: moniker range=\">=v2\"\nNew, not v3.\n::: moniker-end\n\n\
                ::: moniker range=\"v1 || v3\"\nBoth.\n::: moniker-end\n";
    let files =
        [("diglot.toml", "title = \"T\"\n[locales.en-us]\n"), ("content/en-us/docfx.json", docfx), ("content/en-us/a.md", page)];
    let site = Site::of(&files);
    let built = site.build();
    let html = built.html("en-us/a.html");
    assert_eq!(values(&html, "[data-moniker]", "data-moniker"), ["v1", "v3", "v1 v3"]);
    assert_eq!(values(&html, "[data-picker=view] option", "value"), ["v3", "v1", ""]);
    assert!(!built.text("en-us/a.html").contains("Never."));
    built.assert_code("content/en-us/a.md", "moniker-zone-empty");
    assert_eq!(built.found("moniker-zone-empty").len(), 1);
}
