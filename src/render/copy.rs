//! The copy of a page in Markdown, for readers that are machines.
//!
//! In: the article of a page as HTML, and what stands above it. Out: Markdown that reads as the page does: one language, with what the page includes,
//! addresses as they are right beside the page. Never: HTML, or text that Markdown would take for markup.
//!
//! It is made from the article and not from the file: includes, cross references, snippets and zones are in it as readers see them.

use super::SiteContext;
use super::island::string;
use super::lists;
use super::page::Request;
use crate::markdown::html::{self, Tag, Token, decode};
use crate::markdown::sanitize::has_end;

/// Containers whose marks are written; deeper ones add nothing to a line.
const DEEPEST: usize = 12;

/// The file of the copy beside that of a page.
pub fn file(url: &str) -> String {
    format!("{}.md", url.strip_suffix(".html").unwrap_or(url))
}

/// A page as Markdown.
pub(super) fn write(site: &SiteContext<'_>, request: &Request<'_>, canonical: &str, article: &str) -> String {
    let page = site.map.page(request.page);
    let mut out = String::with_capacity(article.len());
    out.push_str("---\n");
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            out.push_str(name);
            out.push_str(": ");
            string(value, &mut out);
            out.push('\n');
        }
    };
    field("title", &page.summary.title);
    field("description", page.summary.metadata.description.as_deref().unwrap_or_default());
    field("lang", &site.config.locale(page.summary.locale).locale.tag);
    field("canonical", canonical);
    if let Some(source) = site.map.source_page(page.topic).filter(|source| *source != request.page) {
        let root = "../".repeat(request.url.matches('/').count());
        field("source", &lists::address(site, site.map.page(source), &root));
    }
    out.push_str("---\n\n");
    let name = request.url.rsplit('/').next().unwrap_or_default();
    out.push_str(&markdown(article, name));
    out
}

/// An article as Markdown; `page` is the file that it is in, which links to its own anchors lead to.
pub fn markdown(article: &str, page: &str) -> String {
    let mut writer = Writer { page, ..Writer::default() };
    let mut at = 0;
    for token in html::lex(article, 0) {
        let span = token.span();
        writer.text(&decode(&article[at..span.start]));
        at = span.end;
        match token {
            Token::Tag(tag) if tag.closing => writer.close(&tag.name(article).to_ascii_lowercase()),
            Token::Tag(tag) => writer.open(&tag, article),
            _ => {}
        }
    }
    writer.text(&decode(&article[at..]));
    writer.flush();
    writer.out
}

/// What an element that contains blocks puts before their lines.
struct Container {
    name: String,
    /// Before its first line.
    first: String,
    /// Before all others.
    rest: &'static str,
    is_started: bool,
}

/// A list that is open: the number of its next item, 0 for one without numbers.
struct List {
    number: usize,
}

impl List {
    /// The number of an item.
    fn count(&mut self) -> usize {
        let number = self.number;
        self.number += usize::from(number > 0);
        number
    }
}

#[derive(Default)]
struct Writer<'a> {
    page: &'a str,
    out: String,
    /// The text of the block that is being gathered.
    line: String,
    containers: Vec<Container>,
    lists: Vec<List>,
    /// Addresses of open links, and where their texts begin.
    links: Vec<(String, usize)>,
    /// Marks to close by element, where they begin.
    marks: Vec<(&'static str, usize)>,
    /// Where code in a line begins.
    code: Option<usize>,
    /// The text of a block of code, and its language.
    pre: Option<(String, String)>,
    table: Option<Table>,
    /// The mark of a heading that is open.
    heading: usize,
    /// Elements that are left out.
    hidden: usize,
    /// Whether what follows stands tight below what is there.
    is_tight: bool,
}

/// A table that is open; tables within it are text of its cells.
#[derive(Default)]
struct Table {
    rows: Vec<Vec<String>>,
    has_head: bool,
    depth: usize,
}

impl Writer<'_> {
    fn text(&mut self, text: &str) {
        if self.hidden > 0 || text.is_empty() {
            return;
        }
        if let Some((code, _)) = &mut self.pre {
            return code.push_str(text);
        }
        if self.code.is_some() {
            return self.line.push_str(&text.replace(['\n', '\r'], " "));
        }
        let mut before = self.line.chars().next_back();
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            if c.is_ascii_whitespace() {
                if before.is_some_and(|b| !b.is_ascii_whitespace()) {
                    self.line.push(' ');
                }
                before = Some(' ');
                continue;
            }
            let within = before.is_some_and(char::is_alphanumeric) && chars.peek().is_some_and(|c| c.is_alphanumeric());
            let is_markup = match c {
                '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' => true,
                '_' => !within,
                '&' => chars.peek().is_some_and(|c| c.is_alphanumeric() || *c == '#'),
                _ => false,
            };
            if is_markup {
                self.line.push('\\');
            }
            self.line.push(c);
            before = Some(c);
        }
    }

    fn open(&mut self, tag: &Tag, html: &str) {
        let name = tag.name(html).to_ascii_lowercase();
        let attribute = |name: &str| tag.attribute(html, name).map(|a| a.value(html).into_owned()).unwrap_or_default();
        if self.hidden > 0 || attribute("aria-hidden") == "true" || has_class(&attribute("class"), "vh") {
            self.hidden += usize::from(has_end(&name) && name != "input");
            return;
        }
        match &*name {
            "br" => self.line.push_str(if self.table.is_some() { " " } else { "\\\n" }),
            "img" => self.image(&attribute("alt"), &attribute("src")),
            "input" => self.line.push_str(if tag.attribute(html, "checked").is_some() { "\\[x\\] " } else { "\\[ \\] " }),
            "a" => {
                self.links.push((self.address(&attribute("href")), self.line.len()));
            }
            "code" | "kbd" | "samp" | "tt" if self.pre.is_none() => {
                self.code.get_or_insert(self.line.len());
            }
            "code" => {
                let class = attribute("class");
                let language = class.split(' ').find_map(|c| c.strip_prefix("lang-")).unwrap_or_default();
                self.pre = self.pre.take().map(|(text, _)| (text, language.to_owned()));
            }
            "em" | "i" => self.mark("*"),
            "strong" | "b" => self.mark("**"),
            "del" | "s" => self.mark("~~"),
            "pre" if self.table.is_none() => {
                self.flush();
                self.pre = Some((String::new(), String::new()));
            }
            _ if is_inline(&name) => {}
            _ => self.open_block(&name, &attribute("class"), attribute("start").parse().unwrap_or(1)),
        }
    }

    fn mark(&mut self, mark: &'static str) {
        self.marks.push((mark, self.line.len()));
    }

    fn open_block(&mut self, name: &str, class: &str, start: usize) {
        if let Some(table) = &mut self.table {
            match name {
                "table" => table.depth += 1,
                "tr" if table.depth == 0 => table.rows.push(Vec::new()),
                "thead" => table.has_head = true,
                _ => {}
            }
            return self.space();
        }
        self.flush();
        match name {
            "table" => self.table = Some(Table::default()),
            "hr" => self.block("---"),
            "ul" | "ol" => {
                // Numbers do not always end a paragraph.
                self.is_tight = name == "ul" && !self.lists.is_empty();
                self.lists.push(List { number: if name == "ul" { 0 } else { start.max(1) } });
            }
            "li" => {
                let number = self.lists.last_mut().map_or(0, List::count);
                let first = if number == 0 { "- ".to_owned() } else { format!("{number}. ") };
                self.contain(name, first, if number == 0 { "  " } else { "   " });
            }
            "blockquote" => self.contain(name, "> ".to_owned(), "> "),
            "div" if has_class(class, "alert") => self.contain(name, "> ".to_owned(), "> "),
            "div" => self.contain(name, String::new(), ""),
            "dd" => self.contain(name, ": ".to_owned(), "  "),
            "p" if has_class(class, "alert-title") => self.mark("**"),
            "summary" | "dt" => self.mark("**"),
            _ => self.heading = heading_level(name),
        }
    }

    fn contain(&mut self, name: &str, first: String, rest: &'static str) {
        let is_shown = self.containers.iter().filter(|c| !c.rest.is_empty()).count() < DEEPEST;
        let (first, rest) = if is_shown { (first, rest) } else { (String::new(), "") };
        self.containers.push(Container { name: name.to_owned(), first, rest, is_started: false });
    }

    fn close(&mut self, name: &str) {
        if self.hidden > 0 {
            self.hidden -= 1;
            return;
        }
        match name {
            "a" => self.close_link(),
            "code" | "kbd" | "samp" | "tt" if self.pre.is_none() => self.close_code(),
            "em" | "i" | "strong" | "b" | "del" | "s" => self.close_mark(),
            "pre" if self.pre.is_some() => self.close_pre(),
            _ if is_inline(name) || name == "code" || name == "pre" => {}
            _ if self.table.is_some() => self.close_in_table(name),
            _ => self.close_block(name),
        }
    }

    fn close_block(&mut self, name: &str) {
        if matches!(name, "summary" | "dt") || (name == "p" && !self.marks.is_empty()) {
            self.close_mark();
        }
        self.flush();
        match name {
            "ul" | "ol" => {
                self.lists.pop();
                self.is_tight = false;
            }
            _ if self.containers.last().is_some_and(|c| c.name == name) => {
                // An item without text is one all the same.
                if name == "li" && self.containers.last().is_some_and(|c| !c.is_started) {
                    self.block("");
                }
                self.containers.pop();
                self.is_tight = name == "li";
            }
            _ => {}
        }
    }

    fn close_in_table(&mut self, name: &str) {
        let Some(table) = &mut self.table else { return };
        match name {
            "td" | "th" if table.depth == 0 => {
                let cell = std::mem::take(&mut self.line).trim().to_owned();
                match table.rows.last_mut() {
                    Some(row) => row.push(cell),
                    None => table.rows.push(vec![cell]),
                }
                self.links.clear();
                self.marks.clear();
                self.code = None;
            }
            "table" if table.depth > 0 => table.depth -= 1,
            "table" => self.close_table(),
            _ => self.space(),
        }
    }

    fn close_table(&mut self) {
        let Some(table) = self.table.take() else { return };
        let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0);
        if columns == 0 {
            return self.flush();
        }
        let mut rows = table.rows;
        if !table.has_head {
            rows.insert(0, Vec::new());
        }
        let mut lines = String::new();
        for (at, row) in rows.iter().enumerate() {
            // A row is not filled up, so that no table becomes much larger than its text; the head says how many columns there are.
            let width = if at == 0 { columns } else { row.len() };
            let cells = (0..width).map(|at| row.get(at).map_or("", String::as_str));
            lines.push_str(&cells.fold(String::from("|"), |line, cell| format!("{line} {cell} |")));
            lines.push('\n');
            if at == 0 {
                lines.push_str(&format!("|{}\n", " --- |".repeat(columns)));
            }
        }
        self.block(lines.trim_end_matches('\n'));
    }

    fn close_link(&mut self) {
        let Some((address, at)) = self.links.pop() else { return };
        let text = self.line.get(at..).unwrap_or_default().trim();
        if !address.is_empty() && !text.is_empty() {
            let link = format!("[{text}]({address})");
            let space = if self.line[at..].starts_with(' ') { " " } else { "" };
            self.line.replace_range(at.., &format!("{space}{link}"));
        }
    }

    fn close_mark(&mut self) {
        let Some((mark, at)) = self.marks.pop() else { return };
        let inner = self.line.get(at..).unwrap_or_default();
        let text = inner.trim();
        if !text.is_empty() {
            let (before, after) = (if inner.starts_with(' ') { " " } else { "" }, if inner.ends_with(' ') { " " } else { "" });
            let marked = format!("{before}{mark}{text}{mark}{after}");
            self.line.replace_range(at.., &marked);
        }
    }

    fn close_code(&mut self) {
        let Some(at) = self.code.take() else { return };
        let text = self.line.get(at..).unwrap_or_default().to_owned();
        if text.trim().is_empty() {
            return;
        }
        let ticks = "`".repeat(longest_run(&text) + 1);
        let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
        let text = if self.table.is_some() { text.replace('|', "\\|") } else { text };
        self.line.replace_range(at.., &format!("{ticks}{space}{text}{space}{ticks}"));
    }

    fn close_pre(&mut self) {
        let Some((text, language)) = self.pre.take() else { return };
        let fence = "`".repeat(longest_run(&text).max(2) + 1);
        let language: String = language.chars().filter(|c| c.is_ascii_alphanumeric() || "+#-_.".contains(*c)).collect();
        self.block(&format!("{fence}{language}\n{}\n{fence}", text.trim_end_matches(['\n', '\r'])));
    }

    fn image(&mut self, alt: &str, source: &str) {
        let address = self.address(source);
        if !address.is_empty() {
            self.line.push_str("![");
            self.text(alt);
            self.line.push_str(&format!("]({address})"));
        }
    }

    /// An address as it can stand in parentheses.
    fn address(&self, written: &str) -> String {
        if written.is_empty() {
            return String::new();
        }
        let own = if written.starts_with('#') { crate::resolve::encode(self.page) } else { String::new() };
        let mut address = own;
        for c in written.chars() {
            match c {
                '(' => address.push_str("%28"),
                ')' => address.push_str("%29"),
                '<' => address.push_str("%3C"),
                '>' => address.push_str("%3E"),
                '\\' => address.push_str("%5C"),
                c if c.is_whitespace() || c.is_control() => address.push_str("%20"),
                c => address.push(c),
            }
        }
        address
    }

    fn space(&mut self) {
        if !self.line.is_empty() && !self.line.ends_with(' ') && self.code.is_none() {
            self.line.push(' ');
        }
    }

    /// Ends the block that is being gathered.
    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.links.clear();
        self.marks.clear();
        self.code = None;
        let level = std::mem::take(&mut self.heading);
        let text = line.trim_matches([' ', '\n']);
        let text = text.trim_end_matches("\\\n").trim();
        if text.is_empty() {
            return;
        }
        match level {
            0 => self.block(&text.split('\n').map(guarded).collect::<Vec<_>>().join("\n")),
            _ => self.block(&format!("{} {}", "#".repeat(level), text.replace("\\\n", " "))),
        }
    }

    /// Writes a block with what its containers put before its lines.
    fn block(&mut self, text: &str) {
        let marker = self.containers.last().is_some_and(|c| !c.is_started && c.name == "li");
        let follows = self.is_tight && marker;
        if !self.out.is_empty() && !follows {
            let before: String = self.containers.iter().filter(|c| c.is_started).map(|c| c.rest).collect();
            self.out.push_str(before.trim_end());
            self.out.push('\n');
        }
        for (at, line) in text.split('\n').enumerate() {
            let mut prefix = String::new();
            for container in &mut self.containers {
                match at == 0 && !std::mem::replace(&mut container.is_started, true) {
                    true => prefix.push_str(&container.first),
                    false => prefix.push_str(container.rest),
                }
            }
            prefix.push_str(line);
            self.out.push_str(prefix.trim_end_matches(' '));
            self.out.push('\n');
        }
        self.is_tight = true;
    }
}

/// A line of text whose beginning Markdown does not take for a mark.
fn guarded(line: &str) -> String {
    let line = line.trim();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = (1..10).contains(&digits) && line[digits..].starts_with(['.', ')']);
    if is_number {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    let is_mark = line.starts_with(['#', '+', '-', '=', '>', ':']);
    if is_mark { format!("\\{line}") } else { line.to_owned() }
}

fn has_class(classes: &str, wanted: &str) -> bool {
    classes.split_ascii_whitespace().any(|class| class == wanted)
}

fn heading_level(name: &str) -> usize {
    let level = name.strip_prefix('h').and_then(|level| level.parse().ok());
    level.filter(|level| (1..=6).contains(level)).unwrap_or(0)
}

/// Elements that stand in a line and have no mark of their own in Markdown.
fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "span"
            | "bdi"
            | "bdo"
            | "abbr"
            | "cite"
            | "dfn"
            | "ins"
            | "mark"
            | "q"
            | "ruby"
            | "rt"
            | "rp"
            | "small"
            | "sub"
            | "sup"
            | "time"
            | "u"
            | "var"
            | "wbr"
    )
}

/// The longest run of backticks.
fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_reads_as_its_page_does() {
        let html = "<h1 id=\"a\"><span class=\"seg\" id=\"s-1\">Uno</span> &amp; <code>two</code></h1>\n<p>A <strong>b</strong> <em> c </em><a href=\"b.html\">d [x]</a> \
            5 * 3 &lt;b&gt; snake_case _x_<br>e</p>\n<ul>\n<li>x</li>\n<li><p>y</p>\n<ol start=\"3\">\n<li>z</li>\n</ol>\n</li>\n</ul>\n\
            <div class=\"NOTE alert alert-note\" role=\"note\"><p class=\"alert-title\">Nota</p>\n<p>t</p>\n</div>\n\
            <pre dir=\"ltr\"><code class=\"lang-powershell\"><span class=\"fn\">Get-Item</span> &quot;`a&quot;\n</code></pre>\n\
            <div class=\"table-box\" tabindex=\"0\"><table>\n<thead><tr><th scope=\"col\">H|</th><th scope=\"col\"></th></tr></thead>\n<tbody>\n<tr><td>1</td><td><code>a|b</code></td></tr>\n</tbody>\n</table></div>\n\
            <hr>\n<p><img src=\"i (1).png\" alt=\"al]t\"> <a href=\"#a\">up</a></p><p># no</p><p>1. no</p>";
        let expected = "# Uno & `two`\n\nA **b** *c* [d \\[x\\]](b.html) 5 \\* 3 \\<b> snake_case \\_x\\_\\\ne\n\n- x\n- y\n\n  3. z\n\n> **Nota**\n>\n> t\n\n\
            ```powershell\nGet-Item \"`a\"\n```\n\n| H\\| |  |\n| --- | --- |\n| 1 | `a\\|b` |\n\n---\n\n![al\\]t](i%20%281%29.png) [up](p.html#a)\n\n\\# no\n\n1\\. no\n";
        assert_eq!(markdown(html, "p.html"), expected);
    }
}
