//! What is read of YAML pages, good and bad.

use super::*;

fn page(text: &str) -> (YamlPage, Vec<String>) {
    let mut findings = Vec::new();
    let page = read(text, &mut findings);
    assert!(findings.iter().all(|f| text.get(f.span.range()).is_some()), "{findings:?}");
    (page, findings.iter().map(|f| f.code.name().to_owned()).collect())
}

#[test]
fn the_first_line_says_what_a_file_is() {
    assert_eq!(mime("### YamlMime:Landing\ntitle: x"), Some("Landing"));
    assert_eq!(mime("\u{feff}#YamlMime:FAQ\r\n"), Some("FAQ"));
    assert_eq!(mime("# yamlmime: Hub # x\n"), Some("Hub"));
    assert_eq!(mime("title: YamlMime:Hub\n"), None);
    assert!(is_page("a/faq.yml", "### YamlMime:FAQ\n") && is_page("a/index.yml", "title: x"));
    assert!(!is_page("a/zone.yml", "### YamlMime:ZonePivotGroups\n") && !is_page("a/toc.yml", "### YamlMime:TOC"));
    assert!(!is_page("a/data.yml", "title: x"));
}

#[test]
fn cards_of_a_landing_page() {
    let text = "### YamlMime:Landing\ntitle: Start # short\nsummary: All of *it*.\nmetadata:\n  title: Start - Contoso\n  ROBOTS: NOINDEX\nlandingContent:\n- title: Go\n  linkLists:\n  - linkListType: tutorial\n    links:\n    - text: Go on\n      url: a/b.md\n- title: 8282e12\n";
    let (page, findings) = page(text);
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!(
        (page.kind, page.metadata.title.as_deref(), page.metadata.noindex),
        (Kind::Landing, Some("Start - Contoso"), true)
    );
    assert_eq!((page.title.text.as_str(), page.metadata.description.as_deref()), ("Start", Some("All of *it*.")));
    let [Block::Cards(group)] = page.blocks.as_slice() else { panic!("{:?}", page.blocks) };
    assert_eq!(group.cards[1].head.text.text, "8282e12");
    let list = &group.cards[0].lists[0];
    assert_eq!((list.label.as_str(), list.links[0].href.text.as_str()), ("tutorial", "a/b.md"));
    assert_eq!(&text[list.links[0].href.span.range()], "a/b.md");
    assert_eq!(&text[list.links[0].text.span.range()], "Go on");
}

#[test]
fn groups_of_a_hub() {
    let text = "### YamlMime:Hub\ntitle: H\nsummary: ''\nhighlightedContent:\n  items:\n  - {title: A, itemType: overview, url: a.md}\nconceptualContent:\n  title: Concepts\n  items:\n  - title: B\n    links:\n    - {text: C, itemType: concept, url: c.md}\n    footerLink: {text: More, url: d.md}\nadditionalContent:\n  sections:\n  - title: S\n    items:\n    - {title: D, summary: E, url: e.md}\n";
    let (page, findings) = page(text);
    assert!(findings.is_empty(), "{findings:?}");
    let groups: Vec<(&str, usize)> = page
        .blocks
        .iter()
        .map(|block| match block {
            Block::Cards(group) => (group.title.text.as_str(), group.cards.len()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(groups, [("", 1), ("Concepts", 1), ("S", 1)]);
}

#[test]
fn questions_and_answers() {
    let text = "### YamlMime:FAQ\nmetadata:\n  ms.date: 06/12/2017\ntitle: F\nsections:\n- name: N\n  questions:\n  - question: Q?\n    answer: |\n      One.\n\n      - [x](y.md)\n";
    let (page, findings) = page(text);
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!(page.metadata.date.as_deref(), Some("2017-06-12"));
    let [Block::Questions(section)] = page.blocks.as_slice() else { panic!("{:?}", page.blocks) };
    assert_eq!(section.questions[0].answer.text, "One.\n\n- [x](y.md)");
    assert_eq!(&text[section.questions[0].answer.span.range()], "One.");
}

#[test]
fn bad_files_are_pages_too() {
    let large = format!("### YamlMime:Landing\ntitle: Large\n{}", "# x\n".repeat(300_000));
    let bomb = "### YamlMime:Landing\ntitle: B\na: &a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\ne: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]\nf: [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]\n";
    let deep = format!("### YamlMime:Hub\ntitle: {}", "[".repeat(5000));
    let indented: String = (0..500).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
    for (text, expected) in [
        ("### YamlMime:Landing\n- a\n- b\n", vec!["yaml-page-syntax"]),
        ("### YamlMime:Landing\ntitle: A: b\n", vec!["yaml-page-syntax"]),
        ("### YamlMime:Landing\ntitle: 'A\n", vec!["yaml-page-syntax"]),
        ("### YamlMime:Landing\nsummary: x\n", vec!["title-missing"]),
        ("### YamlMime:Landing\n", vec!["yaml-page-syntax"]),
        ("### YamlMime:New\ntitle: x\n", vec!["yaml-page-unknown"]),
        (&large, vec!["yaml-page-syntax"]),
        (bomb, vec!["yaml-page-syntax"]),
        (&deep, vec!["yaml-page-syntax"]),
        (&indented, vec!["yaml-page-syntax"]),
    ] {
        let (page, findings) = page(text);
        assert_eq!(findings, expected, "{}", &text[..text.len().min(200)]);
        assert!(text.contains("New") || expected[0] == "title-missing" || matches!(page.blocks[..], [Block::Raw(_)]));
    }
}

#[test]
fn what_is_not_shown_is_said() {
    let hub = "### YamlMime:Hub\ntitle: T\nbanner: Sale\nempty: ''\nconceptualContent:\n  items:\n  - title: A\n    url: a.md\n";
    assert_eq!(page(hub).1, ["yaml-page-unknown"]);
    let faq = "### YamlMime:FAQ\ntitle: T\nsections:\n- name: S\n  questions:\n  - question: Q?\n    answer: A.\n  - question: R?\n  - answer: B.\n";
    assert_eq!(page(faq).1, ["yaml-page-unknown"; 2]);
    assert_eq!(page("### YamlMime:FAQ\ntitle: T\nsections:\n- name: S\n  name: U\n").1, ["yaml-page-syntax"]);
}
