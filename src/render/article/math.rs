//! Formulas as MathML.
//!
//! In: a formula in LaTeX. Out: MathML that browsers show without script or style sheet. Never: an element or attribute beyond those of
//! MathML Core, a style, or more than the formula's own text; what cannot be read is shown as code.

use super::blocks::Kind;
use super::marks::Marked;
use super::writer::Writer;
use crate::diag::codes;
use crate::markdown::html::{self, Token, escape_text};
use crate::source::Span;
use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};

/// Most MathML that one formula may become.
const LIMIT: usize = 200_000;

/// Most commands, groups and indices of one formula: the library reads them by recursion.
const LIMIT_NESTING: usize = 48;

const ELEMENTS: [&str; 30] = [
    "math",
    "mi",
    "mn",
    "mo",
    "mtext",
    "mspace",
    "ms",
    "mrow",
    "mfrac",
    "msqrt",
    "mroot",
    "mstyle",
    "merror",
    "mpadded",
    "mphantom",
    "menclose",
    "msub",
    "msup",
    "msubsup",
    "munder",
    "mover",
    "munderover",
    "mmultiscripts",
    "mprescripts",
    "mtable",
    "mtr",
    "mtd",
    "semantics",
    "annotation",
    "none",
];
const ATTRIBUTES: [&str; 27] = [
    "display",
    "mathvariant",
    "stretchy",
    "fence",
    "separator",
    "form",
    "lspace",
    "rspace",
    "minsize",
    "maxsize",
    "symmetric",
    "largeop",
    "movablelimits",
    "accent",
    "accentunder",
    "linethickness",
    "width",
    "height",
    "depth",
    "voffset",
    "displaystyle",
    "scriptlevel",
    "columnspan",
    "rowspan",
    "columnalign",
    "rowspacing",
    "columnspacing",
];

impl Writer<'_, '_> {
    /// A formula in a line.
    pub(super) fn formula(&mut self, tex: &str, marked: &Marked) {
        self.enter(marked.span.start);
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(tex);
        }
        self.math(tex, MathDisplay::Inline, marked.span);
    }

    /// A formula on lines of its own.
    pub(super) fn display(&mut self, tex: &str, marked: &Marked) {
        self.push("<div class=\"math\">", "</div>\n", Kind::Other, marked.span);
        self.enter(marked.span.start);
        self.math(tex, MathDisplay::Block, marked.span);
        self.end_piece();
        self.pop_block();
    }

    fn math(&mut self, tex: &str, display: MathDisplay, span: Span) {
        let tex = tex.trim();
        let made = convert(tex, display);
        if self.sanitizer.is_dropping() {
            return;
        }
        self.sanitizer.before_text(&mut self.out);
        match made {
            Ok(mathml) if display == MathDisplay::Inline => {
                self.out.push_str("<span class=\"math\">");
                self.out.push_str(&mathml);
                self.out.push_str("</span>");
            }
            Ok(mathml) => self.out.push_str(&mathml),
            Err(problem) => {
                let message = format!("a formula cannot be read: {}", crate::parse::shown(&problem));
                self.report(codes::MATH_INVALID, span, message, "correct it, or write `\\$` where a dollar is meant");
                self.out.push_str("<code class=\"math\">");
                escape_text(tex, &mut self.out);
                self.out.push_str("</code>");
            }
        }
    }
}

fn convert(tex: &str, display: MathDisplay) -> Result<String, String> {
    if tex.bytes().filter(|b| matches!(b, b'\\' | b'{' | b'[' | b'(' | b'^' | b'_')).count() > LIMIT_NESTING {
        return Err("it is too large".to_owned());
    }
    let converter = LatexToMathML::new(MathCoreConfig::default()).map_err(|_| "the converter is not set up".to_owned())?;
    let mathml = converter.convert_with_local_state(tex, display).map_err(|e| e.to_string())?.mathml;
    if mathml.len() > LIMIT {
        return Err("it is too large".to_owned());
    }
    clean(&mathml).ok_or_else(|| "it uses something that pages cannot have".to_owned())
}

/// The library's MathML without styles; `None` where it has elements that are not of MathML Core.
fn clean(mathml: &str) -> Option<String> {
    let mut out = String::with_capacity(mathml.len());
    let mut at = 0;
    for token in html::lex(mathml, 0) {
        let Token::Tag(tag) = &token else { return None };
        let name = tag.name(mathml);
        if !ELEMENTS.contains(&name) || !tag.complete {
            return None;
        }
        text(&mathml[at..tag.span.start], &mut out);
        at = tag.span.end;
        out.push_str(if tag.closing { "</" } else { "<" });
        out.push_str(name);
        for attribute in tag.attributes.iter().filter(|a| ATTRIBUTES.contains(&a.name(mathml))) {
            out.push(' ');
            out.push_str(attribute.name(mathml));
            out.push_str("=\"");
            html::escape_attribute(&attribute.value(mathml), &mut out);
            out.push('"');
        }
        out.push('>');
        if tag.self_closing {
            out.push_str(&format!("</{name}>"));
        }
    }
    text(&mathml[at..], &mut out);
    Some(out)
}

fn text(raw: &str, out: &mut String) {
    escape_text(html::decode(raw).trim_matches(['\n', '\r', '\t']), out);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_mathml_without_styles() {
        let made = convert("a^2", MathDisplay::Inline).expect("a formula");
        assert_eq!(made, "<math><msup><mi>a</mi><mn>2</mn></msup></math>");
        assert!(convert("\\frac{a}{", MathDisplay::Block).is_err());
        assert_eq!(clean("<mi style=\"x\" onclick=\"y\">a&lt;</mi>").as_deref(), Some("<mi>a&lt;</mi>"));
        for piece in ["\\sqrt", "{", "x^{", "\\left(", "\\frac", "("] {
            for count in [20, 48, 5_000] {
                let _any_result = convert(&piece.repeat(count), MathDisplay::Inline);
            }
        }
        assert_eq!(clean("<script>x</script>"), None);
    }
}
