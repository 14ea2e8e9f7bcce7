//! Tables of contents that are read, translated and put together, and those that are not as they should be.

use super::*;
use crate::diag::Finding;

const EN: LocaleId = LocaleId(0);
const FR: LocaleId = LocaleId(1);

/// Entries as one line each: two spaces a level, name, address.
fn outline(nodes: &[Node]) -> String {
    let line = |n: &Node| format!("{}{} {}", "  ".repeat(n.depth), n.name, n.link()).trim_end().to_owned();
    nodes.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn named(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|f| f.code.name()).collect()
}

fn parse(path: &str, text: &str) -> (Toc, Vec<Finding>) {
    let mut findings = Vec::new();
    (read(path, text, EN, &mut findings), findings)
}

fn clean(path: &str, text: &str) -> Toc {
    let (toc, findings) = parse(path, text);
    assert_eq!(findings, [], "{text}");
    toc
}

#[test]
fn a_list_or_a_map_with_items() {
    let list = "- name: A\n  href: a.md\n  expanded: true\n- name: B\n  items:\n  - name: C\n    href: c.md\n  - href: d.md\n";
    let expected = "A a.md\nB\n  C c.md\n   d.md";
    let toc = clean("toc.yml", list);
    assert_eq!(outline(&toc.nodes), expected);
    assert!(toc.nodes[0].expanded && !toc.nodes[1].expanded);
    let indented: String = list.lines().map(|line| format!("  {line}\n")).collect();
    let map = format!("ms.contentlocale: it-IT\norder: 3\nitems:\n{indented}");
    let toc = clean("TOC.yml", &map);
    assert_eq!((outline(&toc.nodes).as_str(), toc.order), (expected, 3));
    let json = "{\"items\":[\n\t{\"name\":\"A\",\"href\":\"a.md\"}]}";
    assert_eq!(outline(&clean("toc.json", json).nodes), "A a.md");
    assert_eq!(outline(&clean("toc.yml", "# nothing yet\n").nodes), "");
}

#[test]
fn names_keep_their_text() {
    let toc = clean(
        "toc.yml",
        "- name: 1.10\n  href: a.md\n- name: \"Qu\\u2019est-ce\\_?\"\n  href: b.md\n- name: null\n  href: c.md\n",
    );
    assert_eq!(outline(&toc.nodes), "1.10 a.md\nQu\u{2019}est-ce\u{a0}? b.md\nnull c.md");
}

#[test]
fn the_address_is_topic_href_before_href_before_toc_href() {
    let text = "- name: A\n  tocHref: c/\n  href: b.md\n  topicHref: a.md\n- name: B\n  tocHref: c/\n  href: b.md\n\
                - name: C\n  tocHref: c/\n- name: D\n  href: d/toc.yml\n- name: E\n  href: e/toc.yml\n  topicHref: e.md\n";
    let toc = clean("toc.yml", text);
    assert_eq!(outline(&toc.nodes), "A a.md\nB b.md\nC c/\nD\nE e.md");
    assert_eq!(toc.nodes.iter().map(Node::include).collect::<Vec<_>>(), ["", "", "", "d/toc.yml", "e/toc.yml"]);
}

#[test]
fn markdown_of_any_depth() {
    let text = "---\ntitle: Contents\n---\n# [A](a.md)\n<!-- not\nthis -->\n## [B\\[1\\]](<b c.md>)\n####### [Deep](d.md)\n# Group\n## @a.uid\n";
    let (toc, findings) = parse("toc.md", text);
    assert_eq!(outline(&toc.nodes), "A a.md\n  B[1] b c.md\n    Deep d.md\nGroup\n");
    assert_eq!(toc.nodes[4].uid, "a.uid");
    assert_eq!(named(&findings), ["toc-syntax"]);
    let line = &text[findings[0].span.range()];
    assert_eq!(line, "####### [Deep](d.md)");
}

#[test]
fn places_are_of_the_address() {
    let text = "- name: data.md\n  href: data.md\n- name: a.md\n  href: a.md\n";
    let toc = clean("toc.yml", text);
    assert_eq!(&text[toc.nodes[1].span.range()], "a.md");
    assert!(toc.nodes[1].span.start > text.find("- name: a.md").unwrap());
}

#[test]
fn whatever_is_wrong_is_said_once_and_the_rest_is_there() {
    for (text, codes, entries) in [
        ("- name: A\n   href: a.md\n", &["toc-syntax"][..], 0),
        ("- {}\n- name: A\n", &["toc-syntax"], 2),
        ("- name: A\n  href: a.md\n  href: b.md\n", &["toc-syntax"], 1),
        ("just text\n", &["toc-syntax"], 0),
        ("name: A\n", &["toc-syntax"], 0),
        ("- text\n- name: A\n- [a]\n", &["toc-syntax", "toc-syntax"], 1),
        ("- name: A\n  items: b\n", &["toc-syntax"], 1),
        ("- &a\n  name: A\n  items: [*a]\n", &["toc-syntax"], 0),
        ("- name: A\n  name: B\n", &["toc-syntax"], 1),
        ("- name: [a\n", &["toc-syntax"], 0),
        ("\u{0}", &["toc-syntax"], 0),
    ] {
        let (toc, findings) = parse("toc.yml", text);
        assert_eq!((named(&findings).as_slice(), toc.nodes.len()), (codes, entries), "{text}");
    }
}

#[test]
fn limits_are_kept() {
    let (toc, findings) = parse("toc.yml", &"- name: a\n".repeat(1_000_000));
    assert_eq!((toc.nodes.len(), named(&findings).as_slice()), (0, &["toc-limit"][..]));
    let (toc, findings) = parse("toc.yml", &"- name: a\n".repeat(LIMIT_NODES + 1));
    assert_eq!((toc.nodes.len(), named(&findings).as_slice()), (LIMIT_NODES, &["toc-limit"][..]));
    let deep: String = (0..100).map(|n| format!("{0}- name: a\n{0}  items:\n", "  ".repeat(n))).collect();
    assert_eq!(named(&parse("toc.yml", &deep).1), ["toc-limit"]);
    let deep: String = (1..=100).map(|n| format!("{} [a](a.md)\n", "#".repeat(n))).collect();
    let (toc, findings) = parse("toc.md", &deep);
    assert_eq!((toc.nodes.len(), named(&findings).as_slice()), (LIMIT_DEPTH, &["toc-limit"][..]));
    assert_eq!(named(&parse("toc.yml", &"[".repeat(100_000)).1), ["toc-syntax"]);
    let long = format!("- name: {}\n  href: a.md\n", "é".repeat(1000));
    let (toc, findings) = parse("toc.yml", &long);
    assert_eq!((toc.nodes[0].name.chars().count(), named(&findings).as_slice()), (301, &["toc-limit"][..]));
}

fn merged(source: &str, own: &str) -> (String, Vec<Finding>) {
    let mut findings = Vec::new();
    let source = read("toc.yml", source, EN, &mut findings);
    let own = read("toc.yml", own, FR, &mut findings);
    let toc = merge(&source, &own, &mut findings);
    (outline(&toc.nodes), findings)
}

#[test]
fn a_translation_gives_names_and_the_source_structure() {
    let source = "- name: Start\n  href: start.md\n- name: Group\n  items:\n  - name: A\n    href: a.md\n  - name: New\n    href: new.md\n  - name: B\n    href: b.md\n";
    let own = "- name: Groupe\n  items:\n  - name: B fr\n    href: ./b.md\n  - name: A fr\n    href: x/../A.md\n- name: Début\n  href: start.md\n";
    let (toc, findings) = merged(source, own);
    assert_eq!(toc, "Début start.md\nGroupe\n  A fr a.md\n  New new.md\n  B fr b.md");
    assert_eq!(findings, []);
}

#[test]
fn what_only_the_translation_has_stays_where_it_stands() {
    let source = "- name: G\n  items:\n  - name: A\n    href: a.md\n  - name: B\n    href: b.md\n- name: Z\n  href: z.md\n";
    let own = "- name: Gf\n  items:\n  - name: P\n    href: p.md\n  - name: Af\n    href: a.md\n  - name: Q\n    href: q.md\n  - name: Bf\n    href: b.md\n\
               - name: Own\n  items:\n  - name: R\n    href: r.md\n  - name: Zf\n    href: z.md\n";
    let (toc, findings) = merged(source, own);
    assert_eq!(toc, "Gf\n  P p.md\n  Af a.md\n  Q q.md\n  Bf b.md\nOwn\n  R r.md\nZf z.md");
    assert_eq!(named(&findings), ["toc-orphan"; 3]);
}

#[test]
fn a_page_named_twice_has_both_names() {
    let source = "- name: A\n  href: a.md\n- name: Again\n  href: a.md\n";
    let own = "- name: Af\n  href: a.md\n- name: Encore\n  href: a.md\n- name: Trois\n  href: a.md\n";
    assert_eq!(merged(source, own).0, "Af a.md\nEncore a.md");
}

fn spliced(files: &[(&str, &str)]) -> (Vec<String>, Vec<(String, &'static str, String)>) {
    let file = |(path, text): &(&str, &str)| {
        let toc = read(path, text, EN, &mut Vec::new());
        (key(path), Included { path: (*path).to_owned(), docset: String::new(), toc })
    };
    let library: Library = files.iter().map(file).collect();
    let mut outlines = Vec::new();
    let mut findings = Vec::new();
    for root in roots(&library) {
        let out = splice(&library, &root);
        let nodes: Vec<Node> = out.nodes.into_iter().map(|(node, _)| node).collect();
        outlines.push(outline(&nodes));
        findings.extend(out.findings.into_iter().map(|(key, _, f)| (key, f.code.name(), f.message)));
    }
    (outlines, findings)
}

#[test]
fn a_table_of_contents_takes_others_in() {
    let (outlines, findings) = spliced(&[
        ("toc.yml", "- name: B\n  href: b/TOC.yml\n  items:\n  - name: Own\n    href: own.md\n- name: Gone\n  href: c/toc.yml\n"),
        ("b/toc.md", "# [X](x.md)\n## [Y](y.md)\n"),
        ("d/toc.yml", "- name: D\n  href: d.md\n"),
    ]);
    assert_eq!(outlines, ["D d.md", "B\n  Own own.md\n  X x.md\n    Y y.md\nGone"]);
    assert_eq!(findings.iter().map(|f| f.1).collect::<Vec<_>>(), ["toc-target-missing"]);
}

#[test]
fn circles_are_named_and_left() {
    let (outlines, findings) = spliced(&[
        ("a/toc.yml", "- name: A\n  href: ../b/toc.yml\n"),
        ("b/toc.yml", "- name: B\n  href: ../a/toc.yml\n- name: P\n  href: p.md\n"),
        ("toc.yml", "- name: Self\n  href: toc.yml\n"),
    ]);
    assert_eq!(outlines, ["A\n  B\n  P p.md", "Self"]);
    let expected = "the table of contents takes itself in: `a/toc.yml` → `b/toc.yml` → `a/toc.yml`";
    assert_eq!(findings[0], ("b/toc".to_owned(), "toc-cycle", expected.to_owned()));
    assert_eq!(findings[1].1, "toc-cycle");
}

#[test]
fn files_that_take_in_others_twice_do_not_grow_without_end() {
    let files: Vec<(String, String)> = (0..40)
        .map(|n| {
            (format!("{n}/toc.yml"), format!("- name: A\n  href: ../{0}/toc.yml\n- name: B\n  href: ../{0}/toc.yml\n", n + 1))
        })
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let (outlines, findings) = spliced(&files);
    assert_eq!(outlines[0].lines().count(), LIMIT_NODES);
    assert!(findings.iter().any(|f| f.1 == "toc-limit"));
}
