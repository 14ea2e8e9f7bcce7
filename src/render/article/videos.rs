//! Videos: those in quotes and those between `:::`.
//!
//! In: a video. Out: a link to it, with its poster and title. Never: a frame, or anything fetched from another server.

use super::Use;
use super::blocks::{Kind, LIMIT_DEPTH};
use super::colons::Own;
use super::segments::Mode;
use super::writer::Writer;
use crate::diag::codes;
use crate::markdown::docfx::colons::Video;
use crate::markdown::docfx::media;
use crate::markdown::html::{escape_attribute, escape_text};
use crate::source::Span;

impl Writer<'_, '_> {
    /// A video in a quote, of which only the address is known.
    pub(super) fn quoted_video(&mut self, address: &str, span: Span) {
        let title = media::host(address);
        self.video((Use::Link, address), title, "", span);
    }

    /// A video on a line of its own.
    pub(super) fn titled_video(&mut self, video: &Video, span: Span) {
        let poster = self.poster(video, span);
        let title = video.title.as_deref().unwrap_or_else(|| media::host(&video.source));
        self.video((Use::Video, &video.source), title, &poster, span);
        if video.complex {
            self.push("<div>\n", "</div>\n", Kind::Own(Own::Video), span);
        }
    }

    /// A video in a sentence or a cell.
    pub(super) fn video_in_line(&mut self, video: &Video, span: Span) {
        self.enter(span.start);
        if self.sanitizer.is_dropping() {
            return;
        }
        let poster = self.poster(video, span);
        let title = video.title.as_deref().unwrap_or_else(|| media::host(&video.source));
        self.sanitizer.before_text(&mut self.out);
        let href = self.video_address((Use::Video, &video.source), span);
        self.begin_described(span);
        self.out.push_str("<span class=\"embeddedvideo\">");
        self.video_link(href.as_deref(), title, &poster);
        self.out.push_str("</span>");
        self.leave(span.end);
    }

    fn video(&mut self, address: (Use, &str), title: &str, poster: &str, span: Span) {
        let href = self.video_address(address, span);
        self.push("<div class=\"embeddedvideo\">", "</div>\n", Kind::Other, span);
        if !self.sanitizer.is_dropping() && self.blocks.depth() <= LIMIT_DEPTH {
            self.begin_described(span);
            self.video_link(href.as_deref(), title, poster);
            self.leave(span.end);
        }
        self.pop_block();
    }

    fn video_address(&mut self, (usage, address): (Use, &str), span: Span) -> Option<String> {
        let original = self.side.view.original_span(span);
        (self.resolve)(usage, address, original).href.filter(|_| self.has_room_for_link())
    }

    fn video_link(&mut self, href: Option<&str>, title: &str, poster: &str) {
        if let Some(href) = href {
            self.out.push_str("<a href=\"");
            escape_attribute(href, &mut self.out);
            self.out.push_str("\">");
        }
        self.out.push_str(poster);
        escape_text(title, &mut self.out);
        self.out.push_str(if href.is_some() { "</a>" } else { "" });
    }

    /// The picture that stands for a video, where the site has it. What else is said of the video is not shown, and reported.
    fn poster(&mut self, video: &Video, span: Span) -> String {
        let mut poster = String::new();
        let mut unused: Vec<String> = video.unused.iter().map(|name| format!("`{name}`")).collect();
        if let Some(thumbnail) = &video.thumbnail {
            let original = self.side.view.original_span(span);
            let resolved = (self.resolve)(Use::Image, thumbnail, original);
            match resolved.href.filter(|_| !resolved.external) {
                Some(href) => {
                    poster.push_str("<img src=\"");
                    escape_attribute(&href, &mut poster);
                    if let Some((width, height)) = resolved.size {
                        poster.push_str(&format!("\" width=\"{width}\" height=\"{height}"));
                    }
                    poster.push_str("\" alt=\"\" loading=\"lazy\">");
                }
                None if resolved.external => unused.push("the `thumbnail` on another server".to_owned()),
                None => {}
            }
        }
        if !unused.is_empty() && self.mode == Mode::Mark {
            let message = format!("a page does not show {} of a video", unused.join(" and "));
            let help =
                "nothing; it shows the title and a thumbnail that is a file of the site, and the theme decides how wide it is";
            self.report(codes::UNSUPPORTED_SYNTAX, span, message, help);
        }
        poster
    }
}
