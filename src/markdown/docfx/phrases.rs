//! What DocFX reads in ordinary text: bare addresses, emoji, formulas.
//!
//! In: text from a place where one may begin. Out: how long it is. Never: looks at more than the line, a paragraph for a formula.

/// Longest formula that is read.
const LIMIT_FORMULA: usize = 4_000;

/// Whether an address or an emoji may begin behind `before`.
pub fn may_begin_address(before: &str) -> bool {
    match before.chars().next_back() {
        None => true,
        Some('(') => !before.ends_with("]("),
        Some(c) => c.is_whitespace() || matches!(c, '*' | '_' | '~'),
    }
}

/// The length of the bare address that `text` begins with: `http://`, `https://` or `www.` and a host with a dot, or `mailto:`.
pub fn address(text: &str) -> Option<usize> {
    let starts = |s: &str| text.get(..s.len()).is_some_and(|t| t.eq_ignore_ascii_case(s));
    let scheme = ["https://", "http://", "www.", "mailto:"].into_iter().find(|s| starts(s))?;
    let host_at = if scheme == "www." { 0 } else { scheme.len() };
    let stop = |c: char| c.is_whitespace() || c.is_control() || !(c.is_ascii() || is_letter(c)) || "<>[]|`\"\\{}^".contains(c);
    let whole = &text[..text.find(stop).unwrap_or(text.len())];
    let length = trimmed(whole);
    let host = whole.get(host_at..length)?;
    let host = if scheme == "mailto:" { host.split_once('@').filter(|(name, _)| !name.is_empty())?.1 } else { host };
    let host = &host[..host.find(['/', '?', '#']).unwrap_or(host.len())];
    let name = host.split(':').next().unwrap_or_default();
    let is_label = |l: &str| !l.is_empty() && l.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let is_host = name.contains('.') && name.trim_end_matches('.').split('.').all(is_label);
    (is_host && length > host_at + 4).then_some(length)
}

/// Letters that stand in addresses as they are. Scripts without blanks between words do not: there an address ends with them.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
        && !matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{ffef}' | '\u{20000}'..)
}

/// The length without punctuation at the end, as GFM has it: a bracket stays if it was opened in the address.
fn trimmed(whole: &str) -> usize {
    let mut rest = whole;
    let mut excess = whole.matches(')').count() as isize - whole.matches('(').count() as isize;
    loop {
        let Some(last) = rest.chars().next_back() else { return 0 };
        match last {
            ')' if excess > 0 => excess -= 1,
            '?' | '!' | '.' | ',' | ':' | '*' | '_' | '~' | '\'' => {}
            ';' => {
                let name = rest[..rest.len() - 1].rfind('&').map(|at| &rest[at + 1..rest.len() - 1]);
                if let Some(name) = name.filter(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#')) {
                    rest = &rest[..rest.len() - name.len() - 2];
                    continue;
                }
            }
            _ => return rest.len(),
        }
        rest = &rest[..rest.len() - last.len_utf8()];
    }
}

/// The emoji whose shortcode `text` begins with, and the length of the shortcode.
pub fn emoji(text: &str) -> Option<(&'static str, usize)> {
    let inside = text.strip_prefix(':')?;
    let length = inside.bytes().take(64).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'+' | b'-')).count();
    let behind = inside[length..].strip_prefix(':')?;
    if length == 0 || behind.starts_with(|c: char| c.is_alphanumeric() || c == ':') {
        return None;
    }
    emojis::get_by_shortcode(&inside[..length]).map(|emoji| (emoji.as_str(), length + 2))
}

/// A formula in `$…$` that `text` begins with: its length. `before` is what stands before it.
///
/// Dollars are ordinary in texts about prices and shells. So both must hug the formula and have no word beside them, it must stand on one
/// line, and it must look like one: a command, an index, an equation, or a single letter.
pub fn formula(before: &str, text: &str) -> Option<usize> {
    let opens = before.chars().next_back().is_none_or(|c| c.is_whitespace() || "([{*_\"'|>".contains(c) || !c.is_ascii());
    let inside = text.strip_prefix('$').filter(|t| opens && !t.starts_with(|c: char| c.is_whitespace() || c == '$'))?;
    let end = inside.find(['$', '`', '\n', '\r'])?;
    let (tex, behind) = (&inside[..end], inside[end..].strip_prefix('$')?);
    let closes = !tex.ends_with(|c: char| c.is_whitespace() || c == '\\')
        && behind
            .chars()
            .next()
            .is_none_or(|c| c.is_whitespace() || ".,;:!?)]}*_\"'-|<".contains(c) || (!c.is_ascii() && !c.is_ascii_digit()));
    (closes && tex.len() <= LIMIT_FORMULA && looks_like_formula(tex)).then_some(end + 2)
}

/// A formula in `$$…$$` on lines of its own that `text` begins with: its length.
pub fn display(text: &str) -> Option<usize> {
    let inside = text.strip_prefix("$$")?;
    let end = memchr::memmem::find(&inside.as_bytes()[..inside.len().min(LIMIT_FORMULA)], b"$$")?;
    let tex = &inside[..end];
    let behind = &inside[end + 2..];
    let line = &behind[..behind.find(['\n', '\r']).unwrap_or(behind.len())];
    let inner = tex.split_once('\n').and_then(|(_, rest)| rest.rsplit_once('\n')).map_or("", |(inner, _)| inner);
    let has_blank_line = inner.lines().any(|l| l.trim_matches(['>', ' ', '\t']).is_empty());
    let is_formula = !tex.trim().is_empty() && !tex.contains('`') && !has_blank_line && line.trim().is_empty();
    is_formula.then_some(end + 4)
}

/// Whether a line that begins with `$$` means a formula on lines of its own: nothing stands behind them, or what looks like one.
pub fn opens_display(line: &str) -> bool {
    line.strip_prefix("$$").is_some_and(|rest| {
        let tex = rest.trim();
        tex.is_empty() || (!tex.contains(['$', '`']) && looks_like_formula(tex))
    })
}

fn looks_like_formula(tex: &str) -> bool {
    let bytes = tex.as_bytes();
    let script =
        |w: &[u8]| (w[0].is_ascii_alphanumeric() || matches!(w[0], b'}' | b')')) && matches!(w[1], b'^' | b'_') && w[2] > b' ';
    let command = |w: &[u8]| w[0] == b'\\' && w[1].is_ascii_alphabetic();
    let starts = bytes.first().is_some_and(|b| b.is_ascii_alphanumeric() || b"\\([{-|".contains(b));
    let is_letter = bytes.len() == 1 && bytes[0].is_ascii_alphabetic();
    let equation = tex.contains(['=', '+', '<', '>']) && !tex.contains([':', '"', '\'', '#', ';', '@', '/']);
    starts && (is_letter || bytes.windows(3).any(script) || bytes.windows(2).any(command) || equation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for (text, expected) in [
            ("https://e.org", "https://e.org"),
            ("https://e.org/a_(b)).", "https://e.org/a_(b)"),
            ("http://e.org/a?b=c&d;e, x", "http://e.org/a?b=c&d;e"),
            ("https://e.org/x&copy;", "https://e.org/x"),
            ("www.e.org/ü.", "www.e.org/ü"),
            ("https://e.org/をごらん", "https://e.org/"),
            ("https://e.org**", "https://e.org"),
            ("mailto:a.b@e.org.", "mailto:a.b@e.org"),
        ] {
            assert_eq!(address(text).map(|n| &text[..n]), Some(expected), "{text}");
        }
        for text in [
            "https://",
            "http://*.e.org",
            "https://localhost",
            "www.",
            "www..",
            "https://.",
            "ftp://e.org",
            "mailto:",
            "mailto:a",
            "mailto:@e.org",
            "mailto:a@b",
        ] {
            assert_eq!(address(text), None, "{text}");
        }
        assert!(may_begin_address("x (") && may_begin_address("") && !may_begin_address("[x](") && !may_begin_address("a\""));
    }

    #[test]
    fn emoji_are_known_ones() {
        assert_eq!(emoji(":smile: x"), Some(("😄", 7)));
        assert_eq!(emoji(":+1:"), Some(("👍", 4)));
        for text in [":nosuch:", ":10:30", "::", ":", ":smile", ":100:200"] {
            assert_eq!(emoji(text), None, "{text}");
        }
    }

    #[test]
    fn dollars_are_seldom_formulas() {
        for text in ["$a^2$", "$x$", "$\\alpha$.", "$a + b = c$)", "$2n+1$", "$E=mc^2$ x"] {
            assert!(formula("", text).is_some(), "{text}");
        }
        for text in [
            "$5 and 10$",
            "$true and $false",
            "$_.Name$",
            "$a, $b",
            "$null/$true",
            "$$",
            "$ a$",
            "$PATH:$HOME",
            "$a$b",
            "$env:x=$",
        ] {
            assert_eq!(formula("", text), None, "{text}");
        }
        assert!(opens_display("$$") && opens_display("$$ a = b"));
        assert!(!opens_display("$$ echo") && !opens_display("$$ a $$ b") && !opens_display("$"));
        assert_eq!(formula("a", "$x$"), None);
        assert_eq!(display("$$\na\n$$\n"), Some(7));
        for text in ["$$", "$$$$", "$$ $$", "$$ a $$ b", "$$\na\n\nb\n$$", "$$`a`$$"] {
            assert_eq!(display(text), None, "{text}");
        }
    }
}
