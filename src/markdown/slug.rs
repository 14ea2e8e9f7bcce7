//! The ids of headings.
//!
//! In: the text of a heading. Out: the id that GitHub and DocFX give it. Never: makes it unique; that depends on the page.

/// GitHub's slug of a heading: lower case, spaces to hyphens, punctuation dropped, runs of hyphens kept.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            ' ' | '-' => out.push('-'),
            '_' => out.push('_'),
            c if c.is_alphanumeric() || is_mark(c) => out.extend(c.to_lowercase()),
            _ => {}
        }
    }
    out
}

/// Combining marks belong to the letters before them, in Thai and Hindi above all.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036f}' | '\u{0591}'..='\u{05c7}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{0900}'..='\u{0903}'
        | '\u{093a}'..='\u{094f}' | '\u{0e31}' | '\u{0e34}'..='\u{0e3a}' | '\u{0e47}'..='\u{0e4e}' | '\u{0eb1}'..='\u{0ebc}'
        | '\u{0ec8}'..='\u{0ecd}' | '\u{102b}'..='\u{103e}' | '\u{17b4}'..='\u{17d3}' | '\u{3099}' | '\u{309a}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_those_of_github() {
        assert_eq!(slug("Set up: Wi-Fi 2.0"), "set-up-wi-fi-20");
        assert_eq!(slug("ConsistencyGuid / sourceAnchor behavior"), "consistencyguid--sourceanchor-behavior");
        assert_eq!(slug("  Überschrift mit _Strich_ "), "überschrift-mit-_strich_");
        assert_eq!(slug("การตั้งค่า"), "การตั้งค่า");
    }
}
