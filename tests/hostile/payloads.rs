//! The texts of `payloads.txt`, and the places that a page can have them in.

/// Every text, with its escapes taken back.
pub fn all() -> Vec<String> {
    let lines = include_str!("payloads.txt").lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with("# ")).map(unescaped).collect()
}

fn unescaped(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let kind = after.chars().next().expect("a character after `\\`");
        rest = &after[1..];
        match kind {
            'n' => out.push('\n'),
            'r' => out.push('\r'),
            't' => out.push('\t'),
            '\\' => out.push('\\'),
            'x' => {
                out.push(character(&rest[..2]));
                rest = &rest[2..];
            }
            'u' => {
                let (hex, after) = rest[1..].split_once('}').expect("`}`");
                out.push(character(hex));
                rest = after;
            }
            other => panic!("`\\{other}` in {line}"),
        }
    }
    out + rest
}

fn character(hex: &str) -> char {
    u32::from_str_radix(hex, 16).ok().and_then(char::from_u32).unwrap_or_else(|| panic!("`{hex}` is no character"))
}

/// Places of a body by name; `@@` is where the text goes. Titles, descriptions and file names come on top of them.
pub const PLACES: &[(&str, &str)] = &[
    ("text", "before @@ after\n\n@@\n\n`@@` **@@** _@@_"),
    ("link", "[link](@@) and [angled](<@@>) and <@@>\n\n[by name][r]\n\n[r]: @@\n\n[r2]: <@@> \"@@\""),
    ("title", "[x](a.md \"@@\") [y](a.md '@@') [z](a.md (@@))"),
    ("image", "![alt](@@) ![alt](<@@>) ![alt](img.png \"@@\")"),
    ("alt", "![@@](img.png) ![a **@@**](gone.png)"),
    ("heading", "## @@\n\n@@\n---\n\n### <a name=\"@@\"></a>@@ {#@@}"),
    ("table", "| a | @@ |\n|---|:-:|\n| @@ | `@@` |\n| [x](@@) | b |"),
    ("alert", "> [!NOTE]\n> @@\n\n> [!@@]\n> text\n\n> @@"),
    ("fence", "```@@\ncode\n```\n\n~~~ @@ @@\ncode @@\n~~~\n\n    @@"),
    (
        "target",
        "<span data-ttu-id=\"ab12c-301\">@@</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-301\">Source</span></span>",
    ),
    (
        "source",
        "<span data-ttu-id=\"ab12c-302\">Ziel</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-302\">@@</span></span>",
    ),
    ("id", "<span data-ttu-id=\"@@\">Ziel</span><span class=\"sxs-lookup\"><span data-stu-id=\"@@\">Source</span></span>"),
    ("attribute", "<a href=\"@@\" title='@@'>x</a> <p id=\"@@\" class='@@' lang=@@>x</p> <img src='@@' alt=\"@@\">"),
    ("list", "- @@\n- [ ] @@\n\n1. @@\n\nx[^@@]\n\n[^@@]: @@"),
];

/// What ends everything that a text may have begun, so that each place is reached.
const END: &str = "\n\n--> ?> ]]> \" ' ` >\n\n</script></style></textarea></pre></title></xmp>\n\n";

/// How many pages it takes to have a text in every place of the body.
const SHARES: usize = 4;

/// A body with the text in a share of the places, the first of all among them.
fn body(payload: &str, share: usize) -> String {
    let first = PLACES.iter().take(1).chain(PLACES.iter().skip(1 + share % SHARES).step_by(SHARES));
    let places: Vec<String> = first.map(|(_, place)| place.replace("@@", payload)).collect();
    places.join(END)
}

/// A page with the text as its title, as its description and in a share of the places of its body.
pub fn page(payload: &str, share: usize, plain: bool) -> String {
    let doubled = format!("'{}'", payload.replace('\'', "''"));
    let (title, description) = if plain { (payload, doubled.as_str()) } else { (doubled.as_str(), payload) };
    format!("---\ntitle: {title}\ndescription: {description}\nms.date: {title}\n---\n\n{}\n", body(payload, share))
}

/// A name of a file, as near to the text as a file system takes it.
pub fn file_name(payload: &str) -> String {
    let name: String = payload.chars().map(|c| if matches!(c, '/' | '\0') { '-' } else { c }).collect();
    let mut end = name.len().min(200);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}.md", &name[..end])
}
