//! Addresses of videos in the form in which they are embedded.
//!
//! In: an address as written. Out: an `https` address. Never: another scheme, or an address without a host.

/// The address of a video, or `None` where it is none. `http` becomes `https`; YouTube becomes its form without cookies.
pub fn video(written: &str) -> Option<String> {
    let scheme = ["https://", "http://"].iter().find(|s| written.get(..s.len()).is_some_and(|w| w.eq_ignore_ascii_case(s)))?;
    let rest = &written[scheme.len()..];
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    if host.is_empty() || written.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\')) {
        return None;
    }
    let lower = host.to_ascii_lowercase();
    let name = lower.trim_start_matches("www.");
    if let Some(youtube) = youtube(name, path) {
        return Some(youtube);
    }
    if name == "channel9.msdn.com" && !path.contains("nocookie=") {
        let join = if path.contains('?') { '&' } else { '?' };
        return Some(format!("https://{host}{path}{join}nocookie=true"));
    }
    Some(format!("https://{host}{path}"))
}

fn youtube(host: &str, path: &str) -> Option<String> {
    let (path, fragment) = path.split_at(path.find('#').unwrap_or(path.len()));
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let value = |name: &str| query.split('&').find_map(|p| p.strip_prefix(name)?.strip_prefix('='));
    let (id, dropped) = match host {
        "youtu.be" => (path.strip_prefix('/')?.to_owned(), "v"),
        "youtube.com" | "m.youtube.com" | "youtube-nocookie.com" => match path.trim_end_matches('/') {
            "/watch" => (value("v")?.to_owned(), "v"),
            "/playlist" => return Some(embed("videoseries", query, "") + fragment),
            path => (path.strip_prefix("/embed/").or_else(|| path.strip_prefix("/shorts/"))?.to_owned(), "v"),
        },
        _ => return None,
    };
    let is_id = !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    is_id.then(|| embed(&id, query, dropped) + fragment)
}

/// Other parameters are kept; related videos of other channels are not asked for.
fn embed(id: &str, query: &str, dropped: &str) -> String {
    let is_kept = |p: &&str| !p.is_empty() && (dropped.is_empty() || p.split('=').next() != Some(dropped));
    let mut parameters: Vec<&str> = query.split('&').filter(is_kept).collect();
    if !parameters.iter().any(|p| p.starts_with("rel=")) {
        parameters.push("rel=0");
    }
    format!("https://www.youtube-nocookie.com/embed/{id}?{}", parameters.join("&"))
}

/// Hosts from which documentation shows videos, each with all below it.
const HOSTS: [&str; 6] =
    ["youtube-nocookie.com", "youtube.com", "channel9.msdn.com", "microsoft.com", "learn-video.azurefd.net", "vimeo.com"];

/// Whether a host is known for videos.
pub fn is_known(host: &str) -> bool {
    let name = host.split(':').next().unwrap_or_default().to_ascii_lowercase();
    HOSTS.iter().any(|known| name.strip_suffix(known).is_some_and(|below| below.is_empty() || below.ends_with('.')))
}

/// What stands for a video without a title: its host.
pub fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
    host.rsplit('@').next().unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_videos() {
        let embed = Some("https://www.youtube-nocookie.com/embed/aB-1?rel=0".to_owned());
        for url in [
            "https://www.youtube.com/watch?v=aB-1",
            "http://youtube.com/embed/aB-1",
            "https://youtu.be/aB-1",
            "https://www.youtube-nocookie.com/embed/aB-1",
        ] {
            assert_eq!(video(url), embed, "{url}");
        }
        assert_eq!(video("https://youtu.be/x?t=5&rel=1").as_deref(), Some("https://www.youtube-nocookie.com/embed/x?t=5&rel=1"));
        assert_eq!(video("https://youtu.be/x#t=3").as_deref(), Some("https://www.youtube-nocookie.com/embed/x?rel=0#t=3"));
        assert_eq!(video("http://e.org:81/v?a=b#c").as_deref(), Some("https://e.org:81/v?a=b#c"));
        assert_eq!(video("https://channel9.msdn.com/x").as_deref(), Some("https://channel9.msdn.com/x?nocookie=true"));
        for url in ["javascript:x", "//e.org", "https://", "e.org/v", "https://e.org/a b", ""] {
            assert_eq!(video(url), None, "{url}");
        }
        assert_eq!(host("https://a@e.org/x"), "e.org");
        assert!(is_known("www.YouTube-nocookie.com") && is_known("microsoft.com:443") && is_known("player.vimeo.com"));
        assert!(!is_known("notyoutube.com") && !is_known("youtube.com.e.org") && !is_known(""));
    }
}
