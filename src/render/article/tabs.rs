//! Groups of tabs.
//!
//! In: the events of a view. Out: which headings are tabs and where their groups end; then their elements. Never: a hidden panel: a page
//! shows all of them until a script chooses one.
//!
//! A group is a list of links to panels, which makes sense without a script. So the titles of a group are written before its first panel,
//! and the events of a page with tabs are kept in memory.

use super::blocks::Kind;
use super::colons::Own;
use super::marks::{Mark, Marks};
use super::segments::Mode;
use super::writer::{Inline, Writer};
use crate::diag::codes;
use crate::markdown::docfx::colons::Colon;
use crate::markdown::docfx::tabs::{self, Tab};
use crate::markdown::html::escape_attribute;
use crate::markdown::{Event, Tag, TagEnd};
use crate::source::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

type Events<'t> = [(Event<'t>, Range<usize>)];

/// A heading that is a tab.
#[derive(Debug)]
struct Heading {
    tab: Tab,
    /// Its events, from start to end.
    events: Range<usize>,
    /// The events inside of its link.
    title: Range<usize>,
    span: Span,
}

/// The tabs of a view.
#[derive(Debug, Default)]
pub(super) struct Groups {
    groups: Vec<Vec<Heading>>,
    /// By the event that begins its heading: group and place in it.
    tabs: FxHashMap<usize, (usize, usize)>,
    /// The rules that end a group.
    rules: FxHashMap<usize, usize>,
}

/// What readers may have chosen in groups before.
#[derive(Debug, Default)]
pub(super) struct Choices {
    sets: Vec<Vec<String>>,
    groups: usize,
    /// The groups that were begun, those around an included file apart.
    begun: Vec<Begun>,
}

/// A group that was begun.
#[derive(Debug)]
pub(super) struct Begun {
    /// Its number among those of its view, and among those of the page.
    numbers: (usize, usize),
    /// How the ids of its tabs end.
    suffixes: Vec<String>,
}

impl Choices {
    /// An included file begins, which has groups of its own.
    pub(super) fn enter(&mut self) -> Vec<Begun> {
        std::mem::take(&mut self.begun)
    }

    /// The file ends whose beginning gave `outside`.
    pub(super) fn leave(&mut self, outside: Vec<Begun>) {
        self.begun = outside;
    }

    /// The number on the page of a group of the view, and the end of the ids of one of its tabs.
    fn ids(&self, number: usize, place: usize) -> (usize, &str) {
        let begun = self.begun.iter().rfind(|begun| begun.numbers.0 == number);
        begun.map_or((0, ""), |begun| (begun.numbers.1, begun.suffixes.get(place).map_or("", String::as_str)))
    }
}

/// Finds the tabs among events.
pub(super) fn groups(events: &Events<'_>, marks: &Marks<'_>) -> Groups {
    let mut groups = Groups::default();
    // For each open container: whether it is a construct between colons, and its open group.
    let mut levels: Vec<(bool, Option<usize>)> = vec![(false, None)];
    let mut at = 0;
    while let Some((event, range)) = events.get(at) {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                let end = end_of_heading(events, at);
                if let Some(heading) = heading(events, at..end + 1)
                    && let Some((_, open)) = levels.last_mut()
                {
                    groups.add(heading, at, open);
                }
                at = end;
            }
            Event::Rule => {
                if let Some(group) = levels.last_mut().and_then(|(_, open)| open.take()) {
                    groups.rules.insert(at, group);
                }
            }
            Event::Start(Tag::HtmlBlock) => mark(marks, Span::from(range.clone()), &mut levels),
            Event::End(TagEnd::HtmlBlock) => {}
            Event::Start(tag) if !super::blocks::is_inline(tag) => levels.push((false, None)),
            Event::End(tag) if !super::blocks::is_inline_end(*tag) => {
                while levels.len() > 1 && levels.pop().is_some_and(|(own, _)| own) {}
            }
            _ => {}
        }
        at += 1;
    }
    groups
}

fn mark(marks: &Marks<'_>, span: Span, levels: &mut Vec<(bool, Option<usize>)>) {
    match marks.within(span).map(|m| &m.mark) {
        Some(Mark::Quote(_)) => {
            if let Some((_, open)) = levels.last_mut() {
                *open = None;
            }
        }
        Some(Mark::Colon(Colon::End(..))) if levels.len() > 1 && levels.last().is_some_and(|(own, _)| *own) => {
            levels.pop();
        }
        Some(Mark::Colon(Colon::Video(video))) if !video.complex => {}
        Some(Mark::Colon(colon)) if !colon.is_inline() && !matches!(colon, Colon::End(..)) => levels.push((true, None)),
        _ => {}
    }
}

fn end_of_heading(events: &Events<'_>, start: usize) -> usize {
    let is_end = |(event, _): &(Event<'_>, Range<usize>)| matches!(event, Event::End(TagEnd::Heading(_)));
    events[start..].iter().position(is_end).map_or(events.len() - 1, |n| start + n)
}

/// The tab a heading is: its only content is a link to one, behind an anchor.
fn heading(events: &Events<'_>, range: Range<usize>) -> Option<Heading> {
    let inner = range.start + 1..range.end - 1;
    let is_nothing =
        |event: &Event<'_>| matches!(event, Event::InlineHtml(_)) || matches!(event, Event::Text(t) if t.trim().is_empty());
    let open = inner.start + events.get(inner.clone())?.iter().take_while(|(e, _)| is_nothing(e)).count();
    let Event::Start(Tag::Link { dest_url, .. }) = &events.get(open)?.0 else { return None };
    let tab = tabs::read(dest_url)?;
    let close = open + events[open..inner.end].iter().position(|(e, _)| matches!(e, Event::End(TagEnd::Link)))?;
    let is_only = events[close + 1..inner.end].iter().all(|(e, _)| is_nothing(e));
    is_only.then(|| Heading {
        tab,
        events: range.clone(),
        title: open + 1..close,
        span: Span::from(events[range.start].1.clone()),
    })
}

impl Groups {
    fn add(&mut self, heading: Heading, at: usize, open: &mut Option<usize>) {
        let group = *open.get_or_insert_with(|| {
            self.groups.push(Vec::new());
            self.groups.len() - 1
        });
        self.tabs.insert(at, (group, self.groups[group].len()));
        self.groups[group].push(heading);
    }
}

impl Writer<'_, '_> {
    /// Writes events in which there are tabs.
    pub(super) fn run_with_tabs(&mut self, events: &Events<'_>) {
        let groups = groups(events, self.marks);
        let mut at = 0;
        while let Some((event, range)) = events.get(at) {
            if self.dropped.is_none()
                && let Some((group, place)) = groups.tabs.get(&at).copied()
                && let Some(next) = self.tab(&groups.groups[group], (group, place), events)
            {
                at = next;
                continue;
            }
            let ends_group = self.dropped.is_none() && groups.rules.get(&at).is_some_and(|group| self.end_group(*group));
            if !ends_group {
                self.one(event.clone(), Span::from(range.clone()));
            }
            at += 1;
        }
    }

    /// Begins a panel, and with the first one its group. Returns the event to go on with.
    fn tab(&mut self, group: &[Heading], (number, place): (usize, usize), events: &Events<'_>) -> Option<usize> {
        let heading = group.get(place)?;
        self.end_of_block();
        if place == 0 {
            // The titles are links, which no link can hold.
            if !self.has_room_for_link() {
                return None;
            }
            self.ensure_part();
            self.begin_group(group, number, events);
        } else {
            if !self.close_own_down_to(|kind| kind == Kind::Own(Own::Panel(number))) {
                return None;
            }
            self.pop_block();
        }
        let (shown, suffix) = self.tabs.ids(number, place);
        let (id, tab) = match self.mode {
            Mode::Mark => (format!(" id=\"tabpanel_{shown}_{suffix}\" aria-labelledby=\"tab_{shown}_{suffix}\""), &heading.tab),
            Mode::Capture => (String::new(), &heading.tab),
        };
        let open = format!("<section role=\"tabpanel\"{id}{}>\n", data(tab));
        self.push(&open, "</section>\n", Kind::Own(Own::Panel(number)), heading.span);
        let next = heading.events.end;
        self.seek(heading.span.end);
        Some(next)
    }

    /// Writes the titles of a group.
    fn begin_group(&mut self, group: &[Heading], number: usize, events: &Events<'_>) {
        self.tabs.groups += 1;
        let shown = self.tabs.groups;
        let active = self.choose(group);
        let suffixes = suffixes(group);
        let open = format!("<div class=\"tabGroup\" id=\"tabgroup_{shown}\">\n");
        self.push(&open, "</div>\n", Kind::Own(Own::Tabs(number)), group[0].span);
        let is_dropping = self.sanitizer.is_dropping();
        if !is_dropping {
            self.out.push_str("<ul role=\"tablist\">\n");
        }
        for (place, heading) in group.iter().enumerate() {
            let target = format!("{shown}_{}", suffixes[place]);
            let selected = place == active;
            let open = format!(
                "<li role=\"presentation\"><a href=\"#tabpanel_{target}\" data-linktype=\"self-bookmark\" id=\"tab_{target}\" role=\"tab\"{} aria-controls=\"tabpanel_{target}\" aria-selected=\"{selected}\" tabindex=\"0\">",
                data(&heading.tab)
            );
            self.title(&open, heading, events);
        }
        if !is_dropping {
            self.out.push_str("</ul>\n");
        }
        self.tabs.begun.push(Begun { numbers: (number, shown), suffixes });
    }

    fn title(&mut self, open: &str, heading: &Heading, events: &Events<'_>) {
        let first = events.get(heading.title.start).map_or(heading.span.start, |(_, range)| range.start);
        self.seek(first);
        let is_dropping = self.sanitizer.is_dropping();
        if !is_dropping {
            self.out.push_str(open);
        }
        let mark = self.sanitizer.mark();
        self.inlines.push(Inline { open: String::new(), close: "</a>", mark });
        for (event, range) in &events[heading.title.clone()] {
            self.one(event.clone(), Span::from(range.clone()));
        }
        self.end_piece();
        self.close_inline();
        if !is_dropping {
            self.out.push_str("</li>\n");
        }
        self.end_of_block();
    }

    /// A rule ends a group. Says whether it did.
    fn end_group(&mut self, number: usize) -> bool {
        self.end_of_block();
        let found = self.close_own_down_to(|kind| kind == Kind::Own(Own::Tabs(number)));
        if found {
            self.pop_block();
        }
        found
    }

    fn report_twice(&mut self, group: &[Heading], help: &str) {
        let is_again = |at: usize, tab: &Tab| group[..at].iter().any(|other| same(&other.tab, tab));
        if let Some((_, heading)) = group.iter().enumerate().find(|(at, h)| is_again(*at, &h.tab)) {
            let message = format!("the tab `{}` stands twice in its group", heading.tab.data());
            self.report(codes::TAB_GROUP_INVALID, heading.span, message, help);
        }
    }

    /// Which tab of a group is chosen at first, by the choices of groups before it.
    fn choose(&mut self, group: &[Heading]) -> usize {
        let ids: Vec<&String> = group.iter().flat_map(|h| &h.tab.ids).collect();
        let span = group[0].span;
        let is_visible =
            |sets: &[Vec<String>], tab: &Tab| tab.condition.as_ref().is_none_or(|c| sets.iter().any(|s| s.first() == Some(c)));
        let help = "give each tab its own name, and groups that belong together the same names";
        self.report_twice(group, help);
        let Some(first) = group.iter().position(|h| is_visible(&self.tabs.sets, &h.tab)) else {
            let message = "no tab of this group can be seen, because its conditions name no tab of an earlier group";
            self.report(codes::TAB_GROUP_INVALID, span, message, "name a tab of an earlier group behind the last `/`");
            return 0;
        };
        let wanted: FxHashSet<&str> = ids.iter().map(|id| id.as_str()).collect();
        let shared = self.tabs.sets.iter().position(|set| set.iter().any(|id| wanted.contains(id.as_str())));
        if let Some(shared) = shared {
            let set = &self.tabs.sets[shared];
            let same = set.len() == wanted.len() && set.iter().all(|id| wanted.contains(id.as_str()));
            let active = group
                .iter()
                .position(|h| h.tab.ids.iter().any(|id| Some(id) == set.first()) && is_visible(&self.tabs.sets, &h.tab));
            if !same {
                let message = "the tabs of this group are others than those of an earlier group with which it shares one";
                self.report(codes::TAB_GROUP_INVALID, span, message, help);
            }
            return active.unwrap_or(first);
        }
        let mut set: Vec<String> = group[first].tab.ids.clone();
        set.extend(ids.into_iter().filter(|id| !group[first].tab.ids.contains(id)).cloned().collect::<Vec<_>>());
        let mut seen = FxHashSet::default();
        set.retain(|id| seen.insert(id.clone()));
        self.tabs.sets.push(set);
        first
    }
}

fn same(one: &Tab, other: &Tab) -> bool {
    one.condition == other.condition && one.ids.iter().any(|id| other.ids.contains(id))
}

/// The ends of the ids of a group's tabs, each once.
fn suffixes(group: &[Heading]) -> Vec<String> {
    let mut used = FxHashSet::default();
    let mut unique = |(at, heading): (usize, &Heading)| {
        let suffix = heading.tab.suffix();
        if used.insert(suffix.clone()) { suffix } else { format!("{suffix}_{at}") }
    };
    group.iter().enumerate().map(&mut unique).collect()
}

fn data(tab: &Tab) -> String {
    let mut data = format!(" data-tab=\"{}\"", tab.data());
    if let Some(condition) = &tab.condition {
        data.push_str(" data-condition=\"");
        escape_attribute(condition, &mut data);
        data.push('"');
    }
    data
}
