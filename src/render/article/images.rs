//! Images: those of Markdown and those between `:::`.
//!
//! In: an image and what the site makes of its address. Out: the image, a link to it where it is on another server, or its description.
//! Never: an image from another server, or a link in a link.

use super::inline::{OpenImage, end_of_link};
use super::writer::Writer;
use super::{Address, Use};
use crate::markdown::docfx::colons::{self, Colon, Image};
use crate::markdown::docfx::phrases;
use crate::markdown::html::{escape_attribute, escape_text};
use crate::source::Span;
use std::borrow::Cow;

/// An image to write.
struct Picture<'t> {
    /// Its address as written.
    written: &'t str,
    alt: &'t str,
    title: &'t str,
    /// Other attributes.
    more: String,
}

impl Writer<'_, '_> {
    /// The description of an image of Markdown was read to its end.
    pub(super) fn end_image(&mut self) {
        let Some(OpenImage { address, title, span, alt, .. }) = self.image.take() else { return };
        if span.start < self.skip_to || self.sanitizer.is_dropping() {
            return;
        }
        self.sanitizer.before_text(&mut self.out);
        let original = self.side.view.original_span(span);
        let resolved = (self.resolve)(Use::Image, &address, original);
        let alt = described(&alt);
        let picture = Picture { written: &address, alt: &alt, title: &title, more: String::new() };
        self.begin_described(span);
        self.picture(&resolved, &picture);
        self.leave(span.end);
    }

    /// Where a unit stands in the description of an image or the title of a video, that is its segment: the same one with other words.
    pub(super) fn begin_described(&mut self, image: Span) {
        let segments = &self.side.view.segments;
        let first = segments.partition_point(|(segment, _)| segment.start < image.start);
        if let Some(&(segment, unit)) = segments.get(first)
            && segment.end <= image.end
            && self.piece.is_none()
        {
            self.begin_piece(unit, image.end);
        }
    }

    /// An image between `:::`; `described` is the number of its long description.
    pub(super) fn colon_image(&mut self, image: &Image, span: Span, described: Option<usize>) {
        self.enter(span.start);
        if self.sanitizer.is_dropping() {
            return;
        }
        let original = self.side.view.original_span(span);
        let resolved = (self.resolve)(Use::Image, &image.source, original);
        let is_shown = resolved.href.is_some() && !resolved.external;
        let link = if is_shown && !self.in_link() { self.image_link(image, original) } else { None };
        self.sanitizer.before_text(&mut self.out);
        self.begin_described(span);
        let link = link.filter(|_| self.has_room_for_link());
        if image.border && is_shown {
            self.out.push_str("<span class=\"mx-imgBorder\">");
        }
        if let Some(href) = &link {
            self.out.push_str("<a href=\"");
            escape_attribute(href, &mut self.out);
            end_of_link(href, &mut self.out);
        }
        let more = match (described, &image.alt) {
            (Some(number), _) => format!(" aria-describedby=\"imgdesc-{number}\""),
            (None, None) => " role=\"presentation\"".to_owned(),
            (None, Some(_)) => String::new(),
        };
        let alt = image.alt.as_deref().unwrap_or_default();
        self.picture(&resolved, &Picture { written: &image.source, alt, title: "", more });
        self.out.push_str(if link.is_some() { "</a>" } else { "" });
        self.out.push_str(if image.border && is_shown { "</span>" } else { "" });
        self.leave(span.end);
    }

    /// Where a click on an image leads: its link, or its larger form.
    fn image_link(&mut self, image: &Image, original: Span) -> Option<String> {
        if let Some(link) = &image.link {
            return (self.resolve)(Use::Link, link, original).href;
        }
        let lightbox = (self.resolve)(Use::Image, image.lightbox.as_deref()?, original).href?;
        Some(if lightbox.contains('#') { lightbox } else { lightbox + "#lightbox" })
    }

    fn picture(&mut self, address: &Address, picture: &Picture<'_>) {
        // Films and sounds are links too: a page plays nothing.
        let is_linked = address.external || is_film(address.href.as_deref().unwrap_or_default());
        let has_room = is_linked && self.has_room_for_link();
        let out = &mut self.out;
        match &address.href {
            Some(href) if !is_linked => {
                out.push_str("<img src=\"");
                escape_attribute(href, out);
                out.push_str("\" alt=\"");
                escape_attribute(picture.alt, out);
                if !picture.title.is_empty() {
                    out.push_str("\" title=\"");
                    escape_attribute(picture.title, out);
                }
                if let Some((width, height)) = address.size {
                    out.push_str(&format!("\" width=\"{width}\" height=\"{height}"));
                }
                out.push_str(&format!("\"{} loading=\"lazy\">", picture.more));
            }
            Some(href) if has_room => {
                out.push_str("<a class=\"external-image\" href=\"");
                escape_attribute(href, out);
                out.push_str("\">");
                escape_text(if picture.alt.trim().is_empty() { href } else { picture.alt }, out);
                out.push_str("</a>");
            }
            _ => {
                out.push_str("<span class=\"missing-image\">");
                escape_text(if picture.alt.trim().is_empty() { picture.written } else { picture.alt }, out);
                out.push_str("</span>");
            }
        }
    }
}

/// A description with emoji for their shortcodes, and with terms that are not translated as what they are.
fn described(alt: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut done = 0;
    for at in memchr::memchr_iter(b':', alt.as_bytes()) {
        if at < done {
            continue;
        }
        let rest = &alt[at..];
        let is_apart = alt[..at].chars().next_back().is_none_or(char::is_whitespace);
        let term = if rest.starts_with(":::no-loc") { colons::read(rest) } else { None };
        let (length, text) = match term {
            Some(Ok((Colon::NoLoc(text), length))) => (length, Cow::Owned(text)),
            _ => match phrases::emoji(rest).filter(|_| is_apart) {
                Some((emoji, length)) => (length, Cow::Borrowed(emoji)),
                None => continue,
            },
        };
        out.push_str(&alt[done..at]);
        out.push_str(&text);
        done = at + length;
    }
    if done == 0 {
        return Cow::Borrowed(alt);
    }
    out.push_str(&alt[done..]);
    Cow::Owned(out)
}

/// Whether an address is that of a film or a sound, which no image can show.
fn is_film(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    ["mp4", "webm", "ogv", "mov", "mp3", "ogg", "wav", "m4v", "m4a"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}
