//! Tests of the lexer: shapes of tags, the limits, and properties on any text.

use super::*;
use proptest::prelude::*;

fn tags(text: &str) -> Vec<Tag> {
    lex(text, 0).filter_map(|t| if let Token::Tag(tag) = t { Some(tag) } else { None }).collect()
}

fn shape(text: &str) -> String {
    let tag = tags(text).remove(0);
    let mut out = format!("{}{}", if tag.closing { "/" } else { "" }, tag.name(text));
    for a in &tag.attributes {
        out.push_str(&format!("|{}", a.name(text)));
        if a.value.is_some() {
            out.push_str(&format!("={}", a.raw_value(text)));
        }
    }
    if tag.self_closing {
        out.push_str("|/");
    }
    if !tag.complete {
        out.push_str("|…");
    }
    out
}

#[test]
fn tags_are_read_as_browsers_read_them() {
    for (text, expected) in [
        ("<a>", "a"),
        ("<A HREF=x>", "A|HREF=x"),
        ("</a >", "/a"),
        ("<br/>", "br|/"),
        ("<br / >", "br"),
        ("<img/src=x/onerror=y>", "img|src=x/onerror=y"),
        ("<img/src=\"x\"onerror='y'>", "img|src=x|onerror=y"),
        ("<a b = 'c>' d\n=\n\"e\" f>", "a|b=c>|d=e|f"),
        ("<a =b>", "a|=b"),
        ("<a b=>", "a|b="),
        ("<a b='x", "a|…"),
        ("<a b=x", "a|b=x|…"),
        ("<a", "a|…"),
        ("<a\u{c}b>", "a|b"),
        ("<a b c=d=e>", "a|b|c=d=e"),
        ("<a é=ü>", "a|é=ü"),
        ("<a<b>", "a<b"),
        ("<a \"b\">", "a|\"b\""),
        ("x < y <3 <- </> </ a> <\u{a0}> <k>", "k"),
    ] {
        assert_eq!(shape(text), expected, "{text:?}");
    }
}

#[test]
fn markup_that_is_no_tag_has_its_own_tokens() {
    let text = "a<!-- b --><!DOCTYPE html><?x >?><![CDATA[<a>]]><!--><i><!---><!--a--!><b><!--x";
    let kinds: Vec<_> = lex(text, 0)
        .map(|t| match &t {
            Token::Tag(tag) => tag.name(text).to_owned(),
            other => format!("{:?}", other).split(' ').next().unwrap_or_default().to_owned() + &text[other.span().range()],
        })
        .collect();
    assert_eq!(
        kinds,
        [
            "Comment<!-- b -->",
            "Declaration<!DOCTYPE html>",
            "ProcessingInstruction<?x >?>",
            "CData<![CDATA[<a>]]>",
            "Comment<!-->",
            "i",
            "Comment<!--->",
            "Comment<!--a--!>",
            "b",
            "Comment<!--x"
        ]
    );
}

#[test]
fn the_first_of_two_attributes_counts_and_too_many_are_dropped() {
    let text = "<a ID=1 id=2>";
    assert_eq!(tags(text)[0].attribute(text, "id").map(|a| a.raw_value(text)), Some("1"));
    let many = format!("<a{}>", " x=1".repeat(100));
    assert!(tags(&many)[0].overflow && tags(&many)[0].attributes.len() == MAX_ATTRIBUTES);
}

#[test]
fn character_references_are_decoded_as_in_attributes() {
    for (text, expected) in [
        ("java&#x0A;script&colon;", "java\nscript:"),
        ("&#106;&#X6a&#106", "jjj"),
        ("&amp;lt; &amp &ampx &amp=1", "&lt; & &ampx &amp=1"),
        ("&NewLine;&Tab;&lpar;&nbsp;", "\n\t(\u{a0}"),
        ("&#0;&#xD800;&#x110000;&#99999999999;", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
        ("&#150;&#x80;", "–€"),
        ("&bne; & &; &# &#x; &nope;", "=\u{20e5} & &; &# &#x; &nope;"),
        ("&CounterClockwiseContourIntegral;", "∳"),
    ] {
        assert_eq!(decode(text), expected, "{text}");
    }
}

#[test]
fn escaping_is_undone_by_decoding() {
    let mut out = String::new();
    escape_attribute("<a \"b\"> & 'c' \0", &mut out);
    assert_eq!(out, "&lt;a &quot;b&quot;&gt; &amp; 'c' \u{fffd}");
    assert_eq!(decode(&out), "<a \"b\"> & 'c' \u{fffd}");
    let mut out = String::new();
    escape_text("a\t\n\r\u{b}\u{7f}\u{80}\u{9f}\u{a0}é\u{c2}", &mut out);
    assert_eq!(out, "a\t\n\r\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{a0}é\u{c2}");
}

#[test]
fn time_is_linear() {
    for unit in
        ["<", "<a", "<a ", "<!--", "<!-- -", "<![CDATA[", "<?", "<!", "</", "<a b='", "<a b=\"c\" ", "&", "&amp", "&#x", "a/"]
    {
        let text = unit.repeat(200_000);
        // Anything but linear would not end here.
        assert!(lex(&text, 0).count() <= text.len(), "{unit}");
        assert!(decode(&text).len() <= text.len(), "{unit}");
    }
}

proptest! {
    #[test]
    fn spans_are_in_order_and_in_bounds(text in "(?s)([<>/!?'\"= a-cé\n\0-]|<!--|-->|<a b=|\\PC){0,60}", from in 0usize..8) {
        let from = (0..=from.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
        let mut at = from;
        for token in lex(&text, from) {
            let span = token.span();
            prop_assert!(span.start >= at && span.end > span.start && text.is_char_boundary(span.end));
            at = span.end;
            if let Token::Tag(tag) = token {
                let mut inside = tag.name_span.start;
                prop_assert!(inside > span.start && !tag.name(&text).is_empty());
                for a in &tag.attributes {
                    prop_assert!(a.name.start >= inside && a.span().end <= span.end && !a.name(&text).is_empty());
                    a.value(&text);
                    inside = a.span().end;
                }
            }
        }
        decode(&text);
    }

    #[test]
    fn escaped_text_holds_no_markup(text in "\\PC{0,40}") {
        let mut out = String::new();
        escape_text(&text, &mut out);
        prop_assert_eq!(lex(&out, 0).count(), 0);
        prop_assert_eq!(decode(&out), text);
    }
}
