//! The form of a case: a heading, prose, an input block, and blocks of what is expected.

/// One case of a file.
#[derive(Debug, Default)]
pub struct Case {
    /// The heading.
    pub name: String,
    /// Line of the heading.
    pub line: usize,
    /// The file to read.
    pub input: String,
    /// Whether the input, and so what is shown of it, has characters written as `\u{a0}`.
    pub escapes: bool,
    /// Whether the input is meant to be a whole page, so that a missing front matter is a finding like others.
    pub whole: bool,
    /// Files beside it, by path.
    pub files: Vec<(String, String)>,
    /// What is to come out.
    pub expected: Vec<Block>,
}

/// A fenced block with something expected.
#[derive(Debug)]
pub struct Block {
    /// What it is: `html`, `findings`, …
    pub info: String,
    /// Its lines, without the last line's ending.
    pub text: String,
    /// Where its lines stand in the file.
    place: std::ops::Range<usize>,
}

const FENCE: &str = "`````";
const KINDS: [&str; 9] =
    ["pairs", "html", "island", "source html", "findings", "split target", "split source", "metadata", "outline"];

impl Case {
    /// Puts what `actual` gives into the blocks of this case.
    pub fn bless(&self, file: &mut String, actual: impl Fn(&str) -> String) {
        for block in self.expected.iter().rev() {
            let text = actual(&block.info);
            let lines = if text.is_empty() { text } else { text + "\n" };
            file.replace_range(block.place.clone(), &lines);
        }
    }
}

/// Reads the cases of a file.
pub fn read(text: &str) -> Result<Vec<Case>, String> {
    let mut cases: Vec<Case> = Vec::new();
    let mut block: Option<(String, usize)> = None;
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let start = at;
        at += line.len();
        let content = line.trim_end();
        match &block {
            Some((info, begin)) if content == FENCE => {
                let case = cases.last_mut().ok_or("a block before the first heading")?;
                add(case, info, text, *begin..start).map_err(|p| format!("line {}: {p}", number + 1))?;
                block = None;
            }
            Some(_) => {}
            None if content.starts_with(FENCE) => block = Some((content[FENCE.len()..].trim().to_owned(), at)),
            None if content.starts_with("## ") => {
                cases.push(Case { name: content[3..].to_owned(), line: number + 1, ..Case::default() });
            }
            None => {}
        }
    }
    match cases.iter().find(|c| c.input.is_empty()) {
        Some(case) => Err(format!("`{}` has no input", case.name)),
        None if block.is_some() => Err("a block is not closed".into()),
        None => Ok(cases),
    }
}

fn add(case: &mut Case, info: &str, text: &str, place: std::ops::Range<usize>) -> Result<(), String> {
    let lines = &text[place.clone()];
    let mut words = info.split(' ');
    if words.next() == Some("text") && words.next() == Some("input") {
        let flags: Vec<&str> = words.collect();
        case.input = lines.to_owned();
        for flag in &flags {
            match *flag {
                "escapes" => case.input = unescape(&case.input)?,
                "crlf" => case.input = case.input.replace('\n', "\r\n"),
                "no-newline" => case.input.truncate(case.input.trim_end_matches('\n').len()),
                "whole" => case.whole = true,
                other => return Err(format!("unknown flag `{other}`")),
            }
        }
        case.escapes = flags.contains(&"escapes") || flags.contains(&"crlf");
        return Ok(());
    }
    if let Some(path) = info.strip_prefix("file ") {
        case.files.push((path.to_owned(), lines.to_owned()));
        return Ok(());
    }
    if !KINDS.contains(&info) {
        return Err(format!("unknown block `{info}`"));
    }
    let text = lines.strip_suffix('\n').unwrap_or(lines).to_owned();
    case.expected.push(Block { info: info.to_owned(), text, place });
    Ok(())
}

/// `\u{a0}` as the character.
fn unescape(text: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("\\u{") {
        out.push_str(&rest[..at]);
        let (digits, behind) = rest[at + 3..].split_once('}').ok_or("`\\u{` without `}`")?;
        let number = u32::from_str_radix(digits, 16).map_err(|e| e.to_string())?;
        out.push(char::from_u32(number).ok_or("no character")?);
        rest = behind;
    }
    out.push_str(rest);
    Ok(out)
}
