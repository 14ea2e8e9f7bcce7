//! Pages without units, shown in both languages by the aligner.

use crate::support::{Built, Site, all, one, run_with, tree};
use std::collections::BTreeMap;
use std::fs;

const CONFIG: &str = "base_url = \"https://x.example/\"\nsource_locale = \"en-us\"\n[locales.en-us]\n[locales.de-de]\n";

const SOURCE: &str = "---\ntitle: Bake bread\n---\n# Bake bread\n\nMix flour and water. Add 10 grams of salt.\n\n[!INCLUDE [rest](../shared/rest.md)]\n\n\
> [!NOTE]\n> Dough sticks to dry hands.\n\n## Heat the oven\n\n# [Gas](#tab/gas)\n\nTurn the knob to *five*.\n\n# [Power](#tab/power)\n\nSet 230 degrees.\n\n---\n\n\
1. Put a bowl of water into the oven.\n1. Wait for `beep`.\n   ```\n   beep\n   ```\n\n| Loaf | Minutes |\n|:--|--:|\n| White loaf | 35 |\n| Dark loaf | 50 |\n\n\
See [cool the bread](cool.md#rack), and <kbd>press</kbd> the crust.\n\nPage [!INCLUDE [end](../shared/end.md)] ends here.\n";

const TARGET: &str = "---\ntitle: Brot backen\n---\n# Brot backen\n\nMehl und Wasser mischen. 10 Gramm Salz zugeben.\n\n[!INCLUDE [rest](../shared/rest.md)]\n\n\
> [!NOTE]\n> An trockenen Händen klebt der Teig.\n\n## Den Ofen heizen\n\n# [Gas](#tab/gas)\n\nDen Knopf auf *fünf* drehen.\n\n# [Strom](#tab/power)\n\n230 Grad einstellen.\n\n---\n\n\
1. Eine Schale Wasser in den Ofen stellen.\n1. Auf `beep` warten.\n   ```\n   beep\n   ```\n\n| Laib | Minuten |\n|:--|--:|\n| Heller Laib | 35 |\n| Dunkler Laib | 50 |\n\n\
Siehe [das Brot kühlen](cool.md#rack), und auf die Kruste <kbd>drücken</kbd>.\n\nDie Seite [!INCLUDE [end](../shared/end.md)] endet hier.\n";

fn bakery() -> Site {
    Site::of(&[
        ("diglot.toml", CONFIG),
        ("content/en-us/bread/bake.md", SOURCE),
        ("content/en-us/bread/cool.md", "---\ntitle: Cool the bread\n---\n# Cool\n\n## Rack\n\nUse a rack.\n"),
        ("content/en-us/shared/rest.md", "Let the dough rest. Cover it with a cloth.\n"),
        ("content/en-us/shared/end.md", "of this book\n"),
        ("content/de-de/bread/bake.md", TARGET),
        ("content/de-de/shared/rest.md", "Den Teig ruhen lassen. Mit einem Tuch zudecken.\n"),
        ("content/de-de/shared/end.md", "dieses Buches\n"),
    ])
}

fn article(built: &Built, page: &str) -> String {
    one(&built.html(page), "article").html()
}

/// The originals of a page by the text of their segments.
fn originals(built: &Built, page: &str) -> BTreeMap<String, serde_json::Value> {
    let html = built.html(page);
    let Some(island) = all(&html, "#bitext").into_iter().next() else { return BTreeMap::new() };
    let island: serde_json::Value = serde_json::from_str(&island.text().collect::<String>()).expect("JSON");
    let text = |key: &str| one(&html, &format!("#s-{key}")).text().collect::<String>();
    island["segments"].as_object().expect("segments").iter().map(|(key, value)| (text(key), value.clone())).collect()
}

/// An article without what makes it bilingual.
fn without_segments(article: &str) -> String {
    let mut out = String::new();
    let mut open: Vec<bool> = Vec::new();
    for part in article.split_inclusive('>') {
        let (text, tag) = part.rsplit_once('<').map_or((part, String::new()), |(text, tag)| (text, format!("<{tag}")));
        out.push_str(text);
        let is_segment = tag.starts_with("<span") && tag.contains("class=\"seg\"");
        if tag.starts_with("<span") {
            open.push(is_segment);
        }
        let closes = tag.starts_with("</span") && open.pop() == Some(true);
        if !is_segment && !closes {
            out.push_str(&tag);
        }
    }
    out
}

#[test]
fn the_article_is_the_same_but_for_its_segments() {
    let site = bakery();
    let both = site.build();
    fs::remove_file(site.path().join("content/en-us/bread/bake.md")).expect("removed");
    let alone = site.build_with(|o| o.output = Some(site.around().join("alone")));
    let page = "de-de/bread/bake.html";
    let marked = article(&both, page);
    assert!(marked.contains("data-origin=\"align\""), "{marked}");
    // Headings have the ids of the original besides.
    let plain = |html: String| {
        let html = html.replace(" id=\"bake-bread\"><span id=\"brot-backen\"></span>", " id=\"brot-backen\">");
        html.replace(" id=\"heat-the-oven\"><span id=\"den-ofen-heizen\"></span>", " id=\"den-ofen-heizen\">")
    };
    assert_eq!(plain(without_segments(&marked)), without_segments(&article(&alone, page)));
}

#[test]
fn sentences_have_their_originals() {
    let site = bakery();
    let built = site.build();
    let found = originals(&built, "de-de/bread/bake.html");
    let original = |text: &str| found.get(text).map(|o| o["html"].as_str().expect("HTML"));
    assert_eq!(original("10 Gramm Salz zugeben."), Some("Add 10 grams of salt."));
    assert_eq!(original("An trockenen Händen klebt der Teig."), Some("Dough sticks to dry hands."));
    assert_eq!(original("Den Knopf auf fünf drehen."), Some("Turn the knob to <em>five</em>."));
    assert_eq!(original("Dunkler Laib"), Some("Dark loaf"));
    assert_eq!(original("Den Ofen heizen"), Some("Heat the oven"));
    // The page it links to exists only in English, and the link of the original says so too.
    let link = original("Siehe das Brot kühlen, und auf die Kruste drücken.").expect("a pair");
    assert!(link.contains("href=\"cool.html#rack\" hreflang=\"en-US\""), "{link}");
    assert_eq!(original("Die Seite dieses Buches endet hier."), Some("Page of this book ends here."));
    assert_eq!(
        built.codes().iter().filter(|c| !c.contains("link-other-locale") && !c.contains("front-matter")).count(),
        0,
        "{:?}",
        built.codes()
    );
}

#[test]
fn a_fallback_page_is_not_aligned() {
    let plain = bakery();
    let built = plain.build();
    // Austria has no page of its own.
    let site = bakery();
    site.write("diglot.toml", format!("{CONFIG}[locales.de-at]\nfallback = [\"de-de\"]\n"));
    site.write("content/de-at/other.md", "---\ntitle: Anderes\n---\n# Anderes\n");
    let with_fallback = site.build();
    assert!(with_fallback.text("de-at/bread/bake.html").contains("Brot backen"));
    assert!(originals(&with_fallback, "de-at/bread/bake.html").is_empty());
    assert_eq!(article(&built, "de-de/bread/bake.html"), article(&with_fallback, "de-de/bread/bake.html"));
}

#[test]
fn another_page_is_not_shown_as_the_original() {
    let site = bakery();
    let other = "---\ntitle: Steuern\n---\n# Steuern\n\n- Abgabe bis 31. Mai unter `ELSTER`.\n- Formular 1040 liegt [hier](https://tax.example/1040).\n\n```\ntax --file 1040\n```\n\n- Zahlen an Konto 889912.\n";
    site.write("content/de-de/bread/bake.md", other);
    let built = site.build();
    assert!(originals(&built, "de-de/bread/bake.html").is_empty(), "{:#?}", originals(&built, "de-de/bread/bake.html"));
}

/// A site with enough pairs to learn words from, and a page to use them on.
fn library() -> Site {
    let site = Site::of(&[("diglot.toml", CONFIG)]);
    let rooms =
        [("kitchen", "Küche"), ("garden", "Garten"), ("cellar", "Keller"), ("bathroom", "Badezimmer"), ("garage", "Garage")];
    let things = [
        ("lamp", "Lampe"),
        ("ladder", "Leiter"),
        ("bucket", "Eimer"),
        ("hammer", "Hammer"),
        ("broom", "Besen"),
        ("rope", "Seil"),
    ];
    for (n, (room, raum)) in rooms.iter().enumerate() {
        let mut page = format!("---\ntitle: {raum}\n---\n");
        let mut number = 100;
        let mut unit = |target: String, source: String| {
            number += 1;
            let id = format!("ab{n}2c-{number}");
            page.push_str(&format!("<span data-ttu-id=\"{id}\">{target}</span><span class=\"sxs-lookup\"><span data-stu-id=\"{id}\">{source}</span></span>\n\n"));
        };
        for (thing, ding) in things {
            unit(format!("Im Raum {raum} steht {ding}."), format!("In the room {room} there is {thing}."));
            unit(format!("Jetzt {ding} holen."), format!("Now fetch {thing}."));
            unit(format!("Danach {ding} putzen und nach {raum} bringen."), format!("Then clean {thing} and bring it to {room}."));
            for count in 2..8 {
                unit(format!("Für {raum}: {count} mal {ding}."), format!("For {room}: {count} times {thing}."));
            }
        }
        site.write(&format!("content/de-de/{room}.md"), page);
    }
    let source = "---\ntitle: Order\n---\n# Order\n\nNow fetch lamp. Then clean ladder and bring it to garden. In the room cellar there is rope.\n";
    let target = "---\ntitle: Ordnung\nms.openlocfilehash: 0123456789abcdef0123456789abcdef01234567\n---\n# Ordnung\n\nJetzt Lampe holen. Danach Leiter putzen und nach Garten bringen. Im Raum Keller steht Seil.\n";
    site.write("content/en-us/order.md", source);
    site.write("content/de-de/order.md", target);
    site
}

#[test]
fn the_cache_changes_nothing_that_is_written() {
    let site = library();
    let kept = site.around().join("kept");
    let build = |name: &str, cache: bool| {
        let built = site.build_with(|o| {
            o.output = Some(site.around().join(name));
            o.cache = cache.then(|| kept.clone());
        });
        tree(&built.folder)
    };
    let without = build("a", false);
    assert!(!kept.exists());
    assert_eq!(build("b", true), without);
    let files: Vec<_> = fs::read_dir(&kept).expect("a cache").map(|f| f.expect("an entry").path()).collect();
    assert_eq!(files.len(), 1, "{files:?}");
    let whole = fs::read(&files[0]).expect("kept");
    assert!(whole.len() > 500, "{} bytes are no lexicon", whole.len());
    assert_eq!(build("c", true), without);
    for damaged in [&whole[..whole.len() / 2], b"", b"x"] {
        fs::write(&files[0], damaged).expect("written");
        assert_eq!(build("d", true), without);
        assert_eq!(fs::read(&files[0]).expect("kept"), whole, "a damaged file is written anew");
    }
    // What is learned from other bytes is another file.
    site.write("content/de-de/attic.md", "---\ntitle: D\n---\n<span data-ttu-id=\"ab92c-101\">Neu.</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab92c-101\">New.</span></span>\n");
    build("e", true);
    assert_eq!(fs::read_dir(&kept).expect("a cache").count(), 2);
}

#[test]
fn one_locale_has_the_same_bytes_alone() {
    let site = library();
    let all = tree(&site.build().folder);
    let one = tree(
        &site
            .build_with(|o| {
                o.output = Some(site.around().join("one"));
                o.locales = vec!["de-de".into()];
            })
            .folder,
    );
    let page = "de-de/order.html";
    assert_eq!(all[page], one[page]);
    assert!(String::from_utf8_lossy(&all[page]).contains("Then clean ladder"));
}

/// Runs git on a repository of its own, whatever the machine's settings.
#[cfg(feature = "git")]
fn git(folder: &std::path::Path, arguments: &[&str]) -> Option<String> {
    let who = [
        ("GIT_AUTHOR_NAME", "a"),
        ("GIT_AUTHOR_EMAIL", "a@b.example"),
        ("GIT_COMMITTER_NAME", "a"),
        ("GIT_COMMITTER_EMAIL", "a@b.example"),
    ];
    let mut command = std::process::Command::new("git");
    command.args(["-c", "core.autocrlf=false"]).args(arguments).current_dir(folder).envs(who);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    let output = command.output().ok()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

#[cfg(feature = "git")]
#[test]
fn the_text_that_a_plain_page_was_made_from_is_taken_from_the_past() {
    let old = "---\ntitle: Soup\n---\n# Soup\n\nPeel the carrots. Boil them.\n\n## Serve\n\nServe it hot.\n\n## Store\n\nFreeze the rest.\n";
    let new = "---\ntitle: Soup\n---\n# Soup\n\nPeel the carrots. Boil them.\n\n## Serve\n\nServe it cold, with bread.\n\n## Store\n\nFreeze the rest.\n";
    let site = Site::of(&[("diglot.toml", CONFIG), ("content/en-us/soup.md", old)]);
    if git(&site.path(), &["init", "-q"]).is_none() {
        eprintln!("skipped: there is no git");
        return;
    }
    git(&site.path(), &["add", "-A"]);
    git(&site.path(), &["commit", "-q", "-m", "x"]);
    let commit = git(&site.path(), &["rev-parse", "HEAD"]).expect("a commit");
    let hash = <sha1::Sha1 as sha1::Digest>::digest(old.as_bytes()).iter().map(|b| format!("{b:02x}")).collect::<String>();
    let page = |hash: &str| {
        format!(
            "---\ntitle: Suppe\nms.openlocfilehash: {hash}\nms.sourcegitcommit: {commit}\n---\n# Suppe\n\nDie Karotten schälen. Kochen.\n\n\
             ## Servieren\n\nHeiß servieren.\n\n## Aufbewahren\n\nDen Rest einfrieren.\n"
        )
    };
    site.write("content/en-us/soup.md", new);
    site.write("content/de-de/soup.md", page(&hash));
    let built = site.build();
    let notice = one(&built.html("de-de/soup.html"), ".notice-stale").html();
    assert!(notice.contains("Servieren") && !notice.contains("Aufbewahren"), "{notice}");
    let originals_now = originals(&built, "de-de/soup.html");
    let changed = serde_json::json!({"html": "Serve it cold, with bread.", "was": "Serve it hot.", "state": "changed"});
    assert_eq!(originals_now["Heiß servieren."], changed);
    assert!(originals_now["Kochen."].get("state").is_none());
    // A change that no sentence has does not make the page stale.
    site.write("content/en-us/soup.md", old.replace("title: Soup", "title: Soup\nauthor: anna"));
    let built = site.build();
    assert!(all(&built.html("de-de/soup.html"), ".notice-stale").is_empty());
    // A hash that is not that of the old text proves nothing.
    site.write("content/en-us/soup.md", new);
    site.write("content/de-de/soup.md", page(&"0".repeat(40)));
    let built = site.build();
    assert_eq!(originals(&built, "de-de/soup.html")["Heiß servieren."]["html"], "Serve it cold, with bread.");
}

const SOUP: &str = "---\ntitle: Soup\n---\n# Soup\n\nPeel the carrots. Boil them.\n\n## Serve\n\nServe it [hot](hot.md).\n\n## Store\n\nFreeze the rest.\n";

fn sha1(text: &str) -> String {
    <sha1::Sha1 as sha1::Digest>::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
}

/// A soup whose recipe changed. `old` lies in a folder beside the site, and the translation says that it is of a text with `hash`.
fn changed_soup(old: &str, hash: &str) -> Site {
    let target = format!(
        "---\ntitle: Suppe\nms.openlocfilehash: {hash}\n---\n# Suppe\n\nDie Karotten schälen. Kochen.\n\n## Servieren\n\n\
         [Heiß](hot.md) servieren.\n\n## Aufbewahren\n\nDen Rest einfrieren.\n"
    );
    let new = SOUP
        .replace("Serve it [hot](hot.md).", "Serve it [cold](cold.md) & with **bread** <script>1</script>.")
        .replace("Freeze", "Give away");
    Site::of(&[
        ("diglot.toml", &CONFIG.replace("[locales.en-us]", "[locales.en-us]\npast = [\"older\", \"old\"]")),
        ("older/soup.md", "# Soup\n\nAnother one.\n"),
        ("old/soup.md", old),
        ("content/en-us/soup.md", &new),
        ("content/en-us/cold.md", "# Cold\n"),
        ("content/de-de/soup.md", &target),
    ])
}

#[test]
fn the_text_that_a_plain_page_was_made_from_is_taken_from_a_folder() {
    let site = changed_soup(SOUP, &sha1(SOUP));
    let built = site.build();
    let notice = one(&built.html("de-de/soup.html"), ".notice-stale").html();
    assert!(notice.contains("Servieren") && notice.contains("Aufbewahren") && !notice.contains(">Suppe<"), "{notice}");
    let now = originals(&built, "de-de/soup.html");
    let segment = &now["Heiß servieren."];
    assert_eq!(segment["state"], "changed");
    assert_eq!(segment["was"], "Serve it <a href=\"hot.html\" data-linktype=\"relative-path\">hot</a>.");
    assert_eq!(
        segment["html"],
        "Serve it <a href=\"cold.html\" hreflang=\"en-US\" class=\"other-language\" data-linktype=\"relative-path\">cold</a> &amp; with <strong>bread</strong> ."
    );
    assert_eq!(now["Den Rest einfrieren."]["was"], "Freeze the rest.");
    for fresh in ["Die Karotten schälen.", "Kochen."] {
        assert!(now[fresh].get("was").is_none() && now[fresh].get("state").is_none(), "{fresh}");
    }
    // What other commands make of it.
    let found = site.run(&["check", "--only", "segment-stale", "--format", "json"]).expect(0).stdout;
    assert!(found.contains("[-Freeze-]{+Give away+} the rest."), "{found}");
    let figures = site.run(&["stats", "--format", "json"]).expect(0).stdout;
    let german = figures.lines().find(|line| line.contains("de-DE")).expect("a line");
    let german: serde_json::Value = serde_json::from_str(german).expect("JSON");
    assert_eq!((&german["segments"], &german["freshness"]["changed"]), (&7.into(), &2.into()), "{german}");
    assert_eq!((&german["freshness"]["fresh"], &german["freshness"]["unknown"]), (&5.into(), &0.into()), "{german}");
    let pairs = site.run(&["export", "--format", "jsonl", "--locale", "de-de", "--no-cache"]).expect(0).stdout;
    assert!(pairs.contains("\"source\":\"Serve it [hot](hot.md).\",\"target\":\"[Heiß](hot.md) servieren.\""), "{pairs}");
}

#[test]
fn a_copy_without_the_recorded_hash_is_not_believed() {
    let site = changed_soup(&SOUP.replace("Boil", "Fry"), &sha1(SOUP));
    let built = site.build();
    let now = originals(&built, "de-de/soup.html");
    assert!(now.values().all(|segment| segment.get("was").is_none() && segment.get("state").is_none()), "{now:#?}");
    let pairs = site.run(&["export", "--format", "jsonl", "--locale", "de-de", "--no-cache"]).expect(0).stdout;
    assert!(pairs.contains("Serve it [cold](cold.md)") && !pairs.contains("Fry"), "{pairs}");
    // Line ends make no difference to it, as to no hash.
    let site = changed_soup(SOUP, &sha1(&SOUP.replace('\n', "\r\n")));
    assert_eq!(originals(&site.build(), "de-de/soup.html")["Den Rest einfrieren."]["was"], "Freeze the rest.");
    fs::remove_dir_all(site.path().join("old")).expect("removed");
    let error = site.run(&["build", "-o", "../out"]).expect(2).stderr;
    assert!(error.contains("the folder with older copies of the locale `en-us` cannot be read"), "{error}");
}

#[test]
fn a_changed_unit_of_a_bilingual_page_has_both_originals() {
    let unit = |number: u32, target: &str, source: &str| {
        format!(
            "<span data-ttu-id=\"ab12c-{number}\">{target}</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-{number}\">{source}</span></span>"
        )
    };
    let units = [
        unit(102, "Das Glas öffnen.", "Open the glass."),
        unit(103, "Dann **Salz** zugeben und rühren.", "Then add **salt** and stir."),
        unit(104, "Es ist fertig.", "It is ready to be eaten."),
    ];
    let target = format!("---\ntitle: Glas\nms.openlocfilehash: {}\n---\n{}\n", "0".repeat(40), units.join(" "));
    let source = "---\ntitle: Glass\n---\nOpen the glass. Then add **pepper** and stir slowly.\n";
    let site = Site::of(&[("diglot.toml", CONFIG), ("content/en-us/glass.md", source), ("content/de-de/glass.md", &target)]);
    let now = originals(&site.build(), "de-de/glass.html");
    let changed = serde_json::json!({
        "html": "Then add <strong>pepper</strong> and stir slowly.",
        "was": "Then add <strong>salt</strong> and stir.",
        "state": "changed",
    });
    assert_eq!(now["Dann Salz zugeben und rühren."], changed);
    assert_eq!(now["Das Glas öffnen."], serde_json::json!({"html": "Open the glass."}));
    assert_eq!(now["Es ist fertig."], serde_json::json!({"html": "It is ready to be eaten.", "state": "source-deleted"}));
}

#[test]
fn the_cache_changes_nothing_of_alignments_and_exports() {
    let site = library();
    site.write("pairs", "content/en-us/order.md\tcontent/de-de/order.md\tout.jsonl\n");
    let home = site.around().join("home");
    let run = |arguments: &[&str]| {
        let ran = run_with(&site.path(), arguments, |command| {
            command.env("XDG_CACHE_HOME", &home);
        });
        ran.expect(0).stdout
    };
    let kept = || fs::read_dir(home.join("diglot")).map_or(0, Iterator::count);
    let order = ["content/en-us/order.md", "content/de-de/order.md"];
    let single = [&["align"][..], &order, &["--target-locale", "de-de", "--learn", "content/de-de"]].concat();
    let weave = [&["weave"][..], &order, &["--target-locale", "de-de", "--learn", "content/de-de"]].concat();
    let batch = ["align", "--batch", "pairs", "--target-locale", "de-de", "--learn", "content/de-de"];
    let export = ["export", "--format", "jsonl", "--locale", "de-de"];
    for command in [&single[..], &weave, &batch, &export] {
        let ran = |more: &[&str]| {
            let printed = run(&[command, more].concat());
            printed + &fs::read_to_string(site.path().join("out.jsonl")).unwrap_or_default()
        };
        let before = kept();
        let without = ran(&["--no-cache"]);
        assert!(without.contains("Then clean ladder"), "{without}");
        assert_eq!(kept(), before, "{command:?}");
        assert_eq!(ran(&[]), without, "{command:?}");
        assert_eq!(ran(&[]), without, "{command:?} with what was kept");
    }
    assert_eq!(kept(), 2, "of the folder, and of the site");
}
