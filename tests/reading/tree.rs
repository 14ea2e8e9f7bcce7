//! HTML as a tree, read twice: by its tags alone, and as browsers read it. For HTML that is well-formed both are the same.

use diglot::markdown::html::{self, Token};
use scraper::{ElementRef, Html, Node};

/// One line for each element and text, indented by depth, as the tags say. `Err` where they do not balance.
pub fn by_tags(text: &str) -> Result<String, String> {
    let text = text.trim_start_matches('\u{feff}');
    let mut out = Builder::default();
    let mut open: Vec<String> = Vec::new();
    let mut at = 0;
    for token in html::lex(text, 0) {
        out.text(&html::decode(&text[at..token.span().start]));
        at = token.span().end;
        let Token::Tag(tag) = token else { return Err(format!("`{}` is no tag", &text[token.span().range()])) };
        let name = tag.name(text).to_owned();
        if tag.closing {
            match open.pop() {
                Some(last) if last == name => out.close(&name),
                last => return Err(format!("`</{name}>` closes {last:?}")),
            }
            continue;
        }
        let attributes = tag.attributes.iter().map(|a| (a.name(text).to_owned(), a.value(text).into_owned())).collect();
        out.open(&name, attributes);
        if matches!(name.as_str(), "br" | "hr" | "img" | "input" | "wbr" | "col") {
            out.close(&name);
        } else {
            open.push(name);
        }
    }
    out.text(&html::decode(&text[at..]));
    if open.is_empty() { Ok(out.end()) } else { Err(format!("not closed: {open:?}")) }
}

/// The same as browsers read it.
pub fn by_browser(text: &str) -> String {
    // A byte-order mark at its beginning is no text.
    let page = Html::parse_fragment(text.trim_start_matches('\u{feff}'));
    let mut out = Builder::default();
    children(page.root_element(), &mut out);
    out.end()
}

fn children(element: ElementRef<'_>, out: &mut Builder) {
    for node in element.children() {
        if let Some(child) = ElementRef::wrap(node) {
            let attributes = child.value().attrs().map(|(n, v)| (n.to_owned(), v.to_owned())).collect();
            out.open(child.value().name(), attributes);
            children(child, out);
            out.close(child.value().name());
        } else if let Node::Text(text) = node.value() {
            out.text(text);
        }
    }
}

/// The text that a reader sees.
pub fn visible_text(html: &str) -> String {
    Html::parse_fragment(html).root_element().text().collect::<Vec<_>>().join(" ")
}

/// Element names and attributes of `html`, in order.
pub fn elements(html: &str) -> Vec<(String, Vec<(String, String)>)> {
    let page = Html::parse_fragment(html);
    let elements = page.root_element().descendants().skip(1).filter_map(|n| n.value().as_element().cloned());
    elements.map(|e| (e.name().to_owned(), e.attrs().map(|(n, v)| (n.to_owned(), v.to_owned())).collect())).collect()
}

#[derive(Default)]
struct Builder {
    out: String,
    depth: usize,
    text: String,
}

impl Builder {
    fn line(&mut self, line: &str) {
        let indent = self.depth.min(60);
        self.out.push_str(&format!("{:indent$}{line}\n", ""));
    }

    fn text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        // Browsers move white space about in tables; it does not show there.
        if !text.trim().is_empty() {
            self.line(&format!("{:?}", text.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }

    fn open(&mut self, name: &str, mut attributes: Vec<(String, String)>) {
        self.flush();
        if name == "tbody" {
            return; // browsers add it where it is missing
        }
        attributes.sort();
        self.line(&format!("<{name}> {attributes:?}"));
        self.depth += 1;
    }

    fn close(&mut self, name: &str) {
        self.flush();
        self.depth -= usize::from(name != "tbody");
    }

    fn end(mut self) -> String {
        self.flush();
        self.out
    }
}
