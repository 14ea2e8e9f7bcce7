//! Live reload.
//!
//! In: a bump after each build. Out: a stream of counters, the script that listens to it, and pages that load the script.
//! Never: sends anything of the content through the stream, or runs what it receives.

use axum::body::{Body, Bytes};
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::sync::{Semaphore, watch};

/// Where the script is.
pub(super) const SCRIPT_PATH: &str = "/-/diglot/reload.js";
/// Where the counters are.
pub(super) const EVENTS_PATH: &str = "/-/diglot/events";

const SCRIPT: &str = include_str!("reload.js");
const TAG: &[u8] = b"<script src=\"/-/diglot/reload.js\" defer></script>";

/// How many pages may listen at once; more are told to come back later.
const LISTENERS: usize = 64;
/// The counter is repeated this often, so that a connection to a page that was closed is noticed.
const REPEAT: Duration = Duration::from_secs(20);

/// Counts builds and tells pages.
pub(super) struct Reload {
    counter: watch::Sender<u64>,
    listeners: Arc<Semaphore>,
}

impl Reload {
    /// Starts at the time of day in seconds, so that pages notice a new server too.
    pub fn new() -> Self {
        let start = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
        Self { counter: watch::Sender::new(start), listeners: Arc::new(Semaphore::new(LISTENERS)) }
    }

    /// Makes all pages load again.
    pub fn bump(&self) {
        self.counter.send_modify(|counter| *counter += 1);
    }

    /// The stream of counters: the present one at once, then one for each build.
    pub fn events(&self, method: &Method) -> Response {
        let kind = [(header::CONTENT_TYPE, "text/event-stream")];
        if method == Method::HEAD {
            return kind.into_response();
        }
        let Ok(place) = self.listeners.clone().try_acquire_owned() else {
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        };
        let mut counter = self.counter.subscribe();
        counter.mark_changed();
        let events = stream::unfold((counter, place), |(mut counter, place)| async move {
            if let Ok(Err(_)) = tokio::time::timeout(REPEAT, counter.changed()).await {
                return None;
            }
            let event = format!("data: {}\n\n", *counter.borrow_and_update());
            Some((Ok::<_, Infallible>(Bytes::from(event)), (counter, place)))
        });
        (kind, Body::from_stream(events)).into_response()
    }
}

/// The script that listens.
pub(super) fn script() -> Response {
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], SCRIPT).into_response()
}

/// A page that loads the script: its tag is put before the last `</body>`, or at the end.
pub(super) fn with_script(mut page: Vec<u8>) -> Vec<u8> {
    let at = memchr::memmem::rfind(&page, b"</body>").unwrap_or(page.len());
    page.splice(at..at, TAG.iter().copied());
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_goes_before_the_end_of_the_body() {
        let page = |text: &str| String::from_utf8(with_script(text.into())).expect("text");
        let tag = String::from_utf8_lossy(TAG);
        assert_eq!(page("<p></body></html>"), format!("<p>{tag}</body></html>"));
        assert_eq!(page("<p>"), format!("<p>{tag}"));
    }
}
