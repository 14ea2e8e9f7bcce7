//! Opening and closing the elements of the content so that browsers see the nesting that was written.
//!
//! In: the tags of allowed elements. Out: tags that nest. Never: looks below the innermost mark, or relies on a browser to repair
//! anything that could reach an element around the content: parts of tables and list items close their like, wherever they are.

use super::elements;
use super::html::{Tag, escape_attribute, escape_text};
use super::{MAX_DEPTH, Open, Pass, Sanitizer, attributes, write_close};
use crate::diag::{Finding, codes};
use crate::markdown::url::{self, Destination};
use crate::source::Span;

impl Pass<'_, '_> {
    /// An allowed opening tag.
    pub(super) fn open(&mut self, name: &'static str, tag: &Tag) {
        if !self.make_room(name, tag.span) || !self.has_depth(tag.span) {
            return;
        }
        self.out.push('<');
        self.out.push_str(name);
        let written = attributes::write(self, name, tag);
        self.out.push('>');
        // Authors write anchors as `<a name="x"/>`, and mean an empty element whatever HTML says.
        if name == "a" && tag.self_closing && !written.address {
            return write_close(name, self.out);
        }
        let span = self.original(tag.span);
        self.state.open.push(Open { name, span });
    }

    /// An allowed tag of an element without content.
    pub(super) fn void(&mut self, name: &'static str, tag: &Tag) {
        if (name == "col" || name == "hr") && !self.make_room(name, tag.span) {
            return;
        }
        if name != "col" && name != "hr" {
            self.state.before_text(self.out);
        }
        let start = self.out.len();
        self.out.push('<');
        self.out.push_str(name);
        let written = attributes::write(self, name, tag);
        self.out.push('>');
        if name == "img" && !written.address {
            self.out.truncate(start);
            self.instead_of_image(tag);
        }
    }

    /// What stands for an image that is not shown: a link, where it is on another server, around its description.
    fn instead_of_image(&mut self, tag: &Tag) {
        let value = |name: &str| tag.attribute(self.html, name).map(|a| a.value(self.html).into_owned()).unwrap_or_default();
        let (alt, address) = (value("alt"), value("src"));
        let is_elsewhere = url::classify_image(&address) == Destination::Allowed;
        if !is_elsewhere || self.state.links > 0 || self.state.find_open("a").is_some() {
            return escape_text(&alt, self.out);
        }
        let address = url::normalize(&address);
        self.out.push_str("<a class=\"external-image\" href=\"");
        escape_attribute(&address, self.out);
        self.out.push_str("\">");
        escape_text(if alt.trim().is_empty() { &address } else { &alt }, self.out);
        self.out.push_str("</a>");
    }

    /// An allowed closing tag.
    pub(super) fn close(&mut self, name: &'static str, tag: &Tag) {
        let Some(at) = self.state.find_open(name) else {
            let help = "remove it, or open the element in the same block";
            return self.report(codes::HTML_UNBALANCED, tag.span, format!("`</{name}>` closes nothing"), help);
        };
        self.state.close_down_to(at + 1, self.out);
        self.state.open.truncate(at);
        write_close(name, self.out);
    }

    /// Closes what must be closed before `name` can open, and opens what it needs around it. Whether it can.
    fn make_room(&mut self, name: &'static str, span: Span) -> bool {
        if elements::is_table_part(name) {
            return self.make_room_in_table(name, span);
        }
        // A table between the cells of another would close that one, also from inside an emphasis.
        let between_cells = self.state.top().is_some_and(|top| elements::holds_table_parts(top.name))
            || name == "table"
                && self.state.open.iter().rfind(|o| elements::is_barrier(o.name)).is_some_and(|o| o.name == "table");
        if between_cells {
            let message = format!("`<{name}>` stands between the cells of a table");
            self.report(codes::HTML_UNBALANCED, span, message, "put it into a cell, or behind the table");
            return false;
        }
        let closes = if elements::ends_paragraph(name) { Some("p") } else { (name == "a").then_some("a") };
        if let Some(closes) = closes
            && !self.make_room_after(closes, name, span)
        {
            return false;
        }
        // Browsers close a heading that another one opens in, and their closing tags close any heading.
        if elements::is_heading(name) && self.state.top().is_some_and(|top| elements::is_heading(top.name)) {
            self.state.close_down_to(self.state.open.len() - 1, self.out);
        }
        match name {
            "li" => self.make_room_in_list(&["ul", "ol"], &["li"], span),
            "dd" | "dt" => self.make_room_in_list(&["dl"], &["dd", "dt"], span),
            "rt" | "rp" => self.make_room_in_ruby(name, span),
            _ => true,
        }
    }

    /// Closes the element `closes`, which browsers close before `name`. A mark may protect it; then there is no room.
    fn make_room_after(&mut self, closes: &str, name: &str, span: Span) -> bool {
        if self.state.is_around(closes) {
            let message = format!("`<{name}>` stands inside `<{closes}>`, which ends there for browsers");
            self.report(codes::HTML_UNBALANCED, span, message, "end the one before the other begins");
            return false;
        }
        if let Some(at) = self.state.find_open(closes) {
            self.state.close_down_to(at, self.out);
        }
        true
    }

    /// The place of a part of a table in the innermost table; without a table there is none.
    fn make_room_in_table(&mut self, name: &str, span: Span) -> bool {
        let floor = self.state.floor();
        let Some(table) = self.state.open[floor..].iter().rposition(|o| o.name == "table").map(|at| floor + at) else {
            let message = format!("`<{name}>` stands outside a table");
            self.report(codes::HTML_UNBALANCED, span, message, "add `<table>`, in the same block");
            return false;
        };
        let parents: &[&str] = match name {
            "td" | "th" => &["table", "thead", "tbody", "tfoot", "tr"],
            "tr" => &["table", "thead", "tbody", "tfoot"],
            "col" => &["table", "colgroup"],
            _ => &["table"],
        };
        let parent = table + self.state.open[table..].iter().rposition(|o| parents.contains(&o.name)).unwrap_or(0);
        self.state.close_down_to(parent + 1, self.out);
        if matches!(name, "td" | "th") && self.state.open[parent].name != "tr" {
            return self.open_implied("tr", span);
        }
        true
    }

    /// Closes the item before and sees to it that there is a list.
    fn make_room_in_list(&mut self, lists: &[&'static str], items: &[&str], span: Span) -> bool {
        let scope = self.state.scope();
        let list = self.state.open[scope..].iter().rposition(|o| lists.contains(&o.name)).map(|at| scope + at);
        let from = list.unwrap_or(scope);
        if let Some(item) = self.state.open[from..].iter().position(|o| items.contains(&o.name)) {
            self.state.close_down_to(from + item, self.out);
        }
        list.is_some() || self.open_implied(lists[0], span)
    }

    /// Annotations stand directly in their `ruby`: elsewhere they would close the items and paragraphs around them.
    fn make_room_in_ruby(&mut self, name: &str, span: Span) -> bool {
        if self.state.top().is_some_and(|top| matches!(top.name, "rt" | "rp")) {
            self.state.close_down_to(self.state.open.len() - 1, self.out);
        }
        let fits = self.state.top().is_some_and(|top| top.name == "ruby");
        if !fits {
            let message = format!("`<{name}>` stands outside `<ruby>`");
            self.report(codes::HTML_UNBALANCED, span, message, "put it directly into `<ruby>`");
        }
        fits
    }

    fn open_implied(&mut self, name: &'static str, span: Span) -> bool {
        if !self.has_depth(span) {
            return false;
        }
        write_open(name, self.out);
        if name != "tr" {
            let message = format!("`<{name}>` is missing around this item");
            self.report(codes::HTML_UNBALANCED, span, message, "put the items into a list");
        }
        // Nobody wrote it, so nobody is told that it is not closed: the item's own tag stands for it.
        let span = self.original(span);
        self.state.open.push(Open { name, span });
        true
    }

    fn has_depth(&mut self, span: Span) -> bool {
        let fits = self.state.open.len() < MAX_DEPTH;
        if !fits && !std::mem::replace(&mut self.state.too_deep, true) {
            let message = format!("HTML elements are nested more than {MAX_DEPTH} deep");
            self.report(codes::LIMIT_DEPTH, span, message, "close the elements around it first; those deeper are left out");
        }
        fits
    }
}

impl Sanitizer {
    /// Prepares for a block of Markdown's own, such as a paragraph: to be called before its opening tag. An open paragraph
    /// or heading of the content ends, and between the cells of a table a cell is opened, since browsers would move the block out of the table.
    pub fn before_block(&mut self, out: &mut String) {
        if self.dropping.is_some() || self.open.len() == self.floor() {
            return;
        }
        let scope = self.scope();
        if let Some(at) = self.open[scope..].iter().position(|o| o.name == "p" || elements::is_heading(o.name)) {
            self.close_down_to(scope + at, out);
        }
        self.before_text(out);
    }

    /// Prepares for text, or an element within it: between the cells of a table a cell is opened, since browsers would move the text
    /// out of the table.
    pub fn before_text(&mut self, out: &mut String) {
        if self.dropping.is_some() {
            return;
        }
        while let Some((name, span)) = self.top().map(|top| (top.name, top.span)) {
            if !elements::holds_table_parts(name) {
                return;
            }
            if name == "colgroup" || self.open.len() + 2 > MAX_DEPTH {
                self.close_down_to(self.open.len() - 1, out);
                continue;
            }
            let message = format!("text stands in `<{name}>` outside the cells of the table");
            let help = "put it into a cell, or behind the table";
            self.report(Finding::new(codes::HTML_UNBALANCED, span, message, help));
            let missing: &[&str] = if name == "tr" { &["td"] } else { &["tr", "td"] };
            for name in missing {
                write_open(name, out);
                self.open.push(Open { name, span });
            }
        }
    }

    /// Prepares for a link of Markdown's own: a link of the content ends. Says whether there is room; a mark may protect that link.
    pub fn before_link(&mut self, out: &mut String) -> bool {
        if self.is_around("a") {
            return false;
        }
        if let Some(at) = self.find_open("a") {
            self.close_down_to(at, out);
        }
        true
    }

    /// Whether a link of the content is open, in which there can be no other.
    pub fn in_link(&self) -> bool {
        self.is_around("a") || self.find_open("a").is_some()
    }

    /// Whether an element of that name is open around the innermost mark, so that nothing may close it.
    fn is_around(&self, name: &str) -> bool {
        let outside = self.open[..self.floor()].iter().rev();
        outside.take_while(|o| !elements::is_barrier(o.name)).any(|o| o.name == name)
    }

    /// The innermost open element of that name that a closing tag or a like element may close.
    fn find_open(&self, name: &str) -> Option<usize> {
        let floor = self.floor();
        for (at, open) in self.open.iter().enumerate().skip(floor).rev() {
            if open.name == name {
                return Some(at);
            }
            let stop = match name {
                "table" => false,
                _ if elements::is_table_part(name) => open.name == "table",
                "li" => matches!(open.name, "ul" | "ol") || elements::is_barrier(open.name),
                "dd" | "dt" => open.name == "dl" || elements::is_barrier(open.name),
                _ => elements::is_barrier(open.name),
            };
            if stop {
                return None;
            }
        }
        None
    }

    /// The innermost open element since the last mark.
    fn top(&self) -> Option<&Open> {
        self.open[self.floor()..].last()
    }

    /// Where the innermost cell or the innermost mark begins.
    fn scope(&self) -> usize {
        let floor = self.floor();
        self.open[floor..].iter().rposition(|o| elements::is_barrier(o.name)).map_or(floor, |at| floor + at + 1)
    }

    /// Closes the elements from the innermost down to the number of `depth`; says which should have been closed before.
    pub(super) fn close_down_to(&mut self, depth: usize, out: &mut String) {
        while self.open.len() > depth {
            let Some(open) = self.open.pop() else { return };
            write_close(open.name, out);
            if !elements::may_stay_open(open.name) {
                self.unclosed(open.name, open.span);
            }
        }
    }
}

fn write_open(name: &str, out: &mut String) {
    out.push('<');
    out.push_str(name);
    out.push('>');
}
