//! Running text to sentences.
//!
//! In: the text of a block. Out: the ranges of its sentences. Never: cuts inside code or links.
/// The rules of a language.
#[derive(Debug, Clone, Copy)]
pub struct Rules;
impl Rules {
    /// The rules of the language of a tag.
    pub fn of(_: &str) -> Self {
        Self
    }
    /// The sentences of a text.
    pub fn sentences(&self, text: &str) -> Vec<std::ops::Range<usize>> {
        let mut out = Vec::new();
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        let mut start = 0;
        let mut depth = 0i32;
        let mut code = false;
        let mut i = 0;
        let mut push = |a: usize, b: usize| {
            let t = &text[a..b];
            let l = t.len() - t.trim_start().len();
            let t2 = t.trim();
            if !t2.is_empty() {
                out.push(a + l..a + l + t2.len());
            }
        };
        while i < chars.len() {
            let (at, c) = chars[i];
            match c {
                '`' => code = !code,
                '[' | '(' if !code => depth += 1,
                ']' | ')' if !code => depth = (depth - 1).max(0),
                _ => {}
            }
            let next = chars.get(i + 1).map(|x| x.1);
            let wide = matches!(c, '。' | '！' | '？') && next.is_some_and(|n| !matches!(n, '」' | '）' | '*'));
            let latin = matches!(c, '.' | '!' | '?' | '؟')
                && next.is_some_and(char::is_whitespace)
                && chars[i + 1..].iter().map(|x| x.1).find(|c| !c.is_whitespace()).is_some_and(|c| !c.is_lowercase())
                && !(i > 0 && chars[i - 1].1.is_ascii_digit() && start == 0 && i < 4);
            if !code && depth == 0 && (wide || latin) {
                let end = at + c.len_utf8();
                push(start, end);
                start = end;
            }
            i += 1;
        }
        push(start, text.len());
        out
    }
}
