//! What a server should say of every page: which content it may load, and who may show it.
//!
//! In: the configuration. Out: `_headers`, `headers.nginx.conf` and `headers.json` for the output's root, and the policy's frames.
//! Never: a policy that is weaker than that of the pages themselves, in `templates/base.html`.

use super::SiteContext;
use super::wellknown::File;
use crate::config::Config;
use serde_json::{Map, Value};

/// The policy of the pages, and what only a header can say: nobody may show them in a frame.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The hosts whose pages may be shown in a frame, as sources of `frame-src`; empty where there are none.
pub fn frame_sources(config: &Config) -> String {
    config.frames.iter().map(|host| format!("https://{host}")).collect::<Vec<_>>().join(" ")
}

/// The files with headers.
pub fn files(site: &SiteContext<'_>) -> Vec<File> {
    let headers = headers(site.config);
    let netlify: String = headers.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    let nginx: String = headers.iter().map(|(name, value)| format!("add_header {name} \"{value}\" always;\n")).collect();
    let json: Map<String, Value> = headers.into_iter().map(|(name, value)| (name.to_owned(), Value::String(value))).collect();
    let json = format!("{:#}\n", Value::Object(json));
    vec![
        ("_headers".to_owned(), format!("/*\n{netlify}").into_bytes()),
        ("headers.nginx.conf".to_owned(), nginx.into_bytes()),
        ("headers.json".to_owned(), json.into_bytes()),
    ]
}

fn headers(config: &Config) -> Vec<(&'static str, String)> {
    let frames = frame_sources(config);
    let policy = if frames.is_empty() { POLICY.to_owned() } else { format!("{POLICY}; frame-src {frames}") };
    vec![
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        // Hosts of framed videos refuse requests that do not say which site asks.
        ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::from_folders;
    use crate::model::Locale;
    use std::path::Path;

    #[test]
    fn the_policy_of_the_pages_is_part_of_the_header() {
        let pages = include_str!("../../themes/default/templates/base.html");
        let own = POLICY.strip_suffix("; frame-ancestors 'none'").unwrap();
        assert!(pages.contains(&format!("content=\"{own}")));
    }

    #[test]
    fn frames_extend_the_policy() {
        let mut config = from_folders(Path::new("s"), Locale::parse("en-us").unwrap(), Vec::new());
        assert!(!headers(&config)[0].1.contains("frame-src"));
        config.frames = vec!["a.example".into(), "b.example".into()];
        assert!(headers(&config)[0].1.ends_with("; frame-src https://a.example https://b.example"));
    }
}
