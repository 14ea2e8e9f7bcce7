//! The browser that is installed, driven through its debugging protocol.
//!
//! In: an address. Out: a [`Page`] that a test looks at and acts on as a reader would. Never: fetches a browser, or asks another host.

use headless_chrome::browser::tab::point::Point;
use headless_chrome::protocol::cdp::types::Event;
use headless_chrome::protocol::cdp::{Emulation, Input, Log, Network, Page as Devtools};
use headless_chrome::{Browser, LaunchOptions, Tab};
use serde_json::Value;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// After this long something that a page should do is not going to happen.
const PATIENCE: Duration = Duration::from_secs(20);

/// What keeps the browser from asking anybody anything, and pictures the same everywhere.
const ARGUMENTS: [&str; 7] = [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
];

/// A running browser. It ends with the value.
pub struct Chromium(Browser);

impl Chromium {
    /// `None` where none is installed; a line says so, unless one is required.
    pub fn start() -> Option<Self> {
        let Some(path) = installed() else {
            assert!(std::env::var_os("DIGLOT_BROWSER_REQUIRED").is_none(), "a browser is required and none is installed");
            eprintln!("skipped: no Chromium is installed, or DIGLOT_BROWSER does not name one");
            return None;
        };
        let options = LaunchOptions {
            path: Some(path),
            sandbox: false,
            window_size: Some((1400, 900)),
            idle_browser_timeout: Duration::from_secs(300),
            args: ARGUMENTS.iter().map(OsStr::new).collect(),
            ..LaunchOptions::default()
        };
        Some(Self(Browser::new(options).expect("the browser starts")))
    }

    /// A new page of a reader who has never been here, in a context of its own.
    pub fn page(&self) -> Page {
        let tab = self.0.new_tab().expect("a tab");
        let (errors, requests) = (Arc::default(), Arc::default());
        listen(&tab, &errors, &requests);
        let page = Page { tab, errors, requests };
        page.size(1400, 900);
        page
    }
}

fn installed() -> Option<PathBuf> {
    let named = std::env::var_os("DIGLOT_BROWSER").map(PathBuf::from);
    let usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].map(PathBuf::from);
    named.into_iter().chain(usual).find(|path| path.is_file())
}

/// Keeps what the browser reports: violations of the policy, exceptions, errors, and every address that is asked for.
fn listen(tab: &Arc<Tab>, errors: &Arc<Mutex<Vec<String>>>, requests: &Arc<Mutex<Vec<String>>>) {
    let (errors, requests) = (Arc::clone(errors), Arc::clone(requests));
    let keep = move |event: &Event| match event {
        Event::LogEntryAdded(entry) => {
            let entry = &entry.params.entry;
            if entry.level == Log::LogEntryLevel::Error || entry.text.contains("Content Security Policy") {
                let place = entry.url.as_deref().unwrap_or_default();
                errors.lock().expect("not poisoned").push(format!("{} {place}", entry.text));
            }
        }
        Event::RuntimeExceptionThrown(thrown) => {
            errors.lock().expect("not poisoned").push(format!("{:?}", thrown.params.exception_details));
        }
        Event::RuntimeConsoleAPICalled(called) => {
            let text = format!("{:?} {:?}", called.params.Type, called.params.args);
            if text.starts_with("Error") || text.starts_with("Assert") {
                errors.lock().expect("not poisoned").push(text);
            }
        }
        Event::NetworkRequestWillBeSent(sent) => {
            requests.lock().expect("not poisoned").push(sent.params.request.url.clone());
        }
        _ => {}
    };
    tab.add_event_listener(Arc::new(keep)).expect("a listener");
    tab.enable_log().expect("the log").enable_runtime().expect("exceptions");
    let network = Network::Enable {
        max_total_buffer_size: None,
        max_resource_buffer_size: None,
        max_post_data_size: None,
        report_direct_socket_traffic: None,
        enable_durable_messages: None,
    };
    tab.call_method(network).expect("requests");
}

/// A page in the browser.
pub struct Page {
    tab: Arc<Tab>,
    errors: Arc<Mutex<Vec<String>>>,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Page {
    /// Goes to an address and waits until the page's own script has run.
    pub fn open(&self, url: &str) -> &Self {
        self.arrive(url, "(!document.querySelector('script[src]') || 'scripted' in document.documentElement.dataset)")
    }

    /// Goes to an address where no script runs.
    pub fn open_without_script(&self, url: &str) -> &Self {
        self.tab.call_method(Emulation::SetScriptExecutionDisabled { value: true }).expect("a setting");
        self.arrive(url, "true")
    }

    /// Goes to an address and waits until it is complete and an expression holds. While one page gives way to the next, nothing does.
    fn arrive(&self, url: &str, expression: &str) -> &Self {
        self.tab.navigate_to(url).expect("a page");
        let there = format!("document.readyState === 'complete' && location.protocol !== 'about:' && {expression}");
        let start = Instant::now();
        while !self.tab.evaluate(&there, false).is_ok_and(|object| object.value == Some(Value::Bool(true))) {
            assert!(start.elapsed() < PATIENCE, "it never loads: {url}\n{:?}", self.errors());
            std::thread::sleep(Duration::from_millis(10));
        }
        self
    }

    /// The value of a JavaScript expression, a promise's when it is kept.
    pub fn value(&self, expression: &str) -> Value {
        let wrapped = format!("(async () => JSON.stringify((await ({expression})) ?? null))()");
        let object = self.tab.evaluate(&wrapped, true).unwrap_or_else(|e| panic!("{expression}: {e}"));
        let text = object.value.unwrap_or_else(|| panic!("{expression}: {:?}", object.description));
        serde_json::from_str(text.as_str().unwrap_or("null")).expect("JSON")
    }

    pub fn text(&self, expression: &str) -> String {
        self.value(expression).as_str().unwrap_or_default().to_owned()
    }

    pub fn number(&self, expression: &str) -> f64 {
        self.value(expression).as_f64().unwrap_or_else(|| panic!("{expression} is no number"))
    }

    pub fn holds(&self, expression: &str) -> bool {
        self.value(&format!("!!({expression})")).as_bool() == Some(true)
    }

    /// Waits until an expression holds.
    pub fn until(&self, expression: &str) -> &Self {
        let start = Instant::now();
        while !self.holds(expression) {
            assert!(start.elapsed() < PATIENCE, "it never came to hold: {expression}\n{:?}", self.errors());
            std::thread::sleep(Duration::from_millis(20));
        }
        self
    }

    pub fn press(&self, key: &str) -> &Self {
        self.tab.press_key(key).unwrap_or_else(|e| panic!("{key}: {e}"));
        self
    }

    pub fn write(&self, text: &str) -> &Self {
        self.tab.send_character(text).expect("text");
        self
    }

    /// Moves the mouse over the first line of an element.
    pub fn point_at(&self, selector: &str) -> &Self {
        self.tab.move_mouse_to_point(self.place(selector)).expect("the mouse moves");
        self
    }

    pub fn click(&self, selector: &str) -> &Self {
        self.tab.click_point(self.place(selector)).expect("a click");
        self
    }

    /// A finger on the first line of an element.
    pub fn tap(&self, selector: &str) -> &Self {
        let Point { x, y } = self.place(selector);
        let touch =
            |kind, points| Input::DispatchTouchEvent { Type: kind, touch_points: points, modifiers: None, timestamp: None };
        let finger = Input::TouchPoint {
            x,
            y,
            radius_x: None,
            radius_y: None,
            rotation_angle: None,
            force: None,
            tangential_pressure: None,
            tilt_x: None,
            tilt_y: None,
            twist: None,
            id: None,
        };
        self.tab.call_method(touch(Input::DispatchTouchEventTypeOption::TouchStart, vec![finger])).expect("a touch");
        self.tab.call_method(touch(Input::DispatchTouchEventTypeOption::TouchEnd, Vec::new())).expect("its end");
        self
    }

    fn place(&self, selector: &str) -> Point {
        let quoted = serde_json::to_string(selector).expect("a string");
        let found = self.value(&format!(
            "(() => {{ const e = document.querySelector({quoted}); e.scrollIntoView({{ block: 'center', behavior: 'instant' }}); \
             const r = e.getClientRects()[0]; return [r.x + Math.min(r.width / 2, 40), r.y + r.height / 2]; }})()"
        ));
        Point { x: found[0].as_f64().expect("a number"), y: found[1].as_f64().expect("a number") }
    }

    /// The size of what is seen of the page, in CSS pixels.
    pub fn size(&self, width: u32, height: u32) -> &Self {
        let metrics = Emulation::SetDeviceMetricsOverride {
            width,
            height,
            device_scale_factor: 1.0,
            mobile: false,
            scale: None,
            screen_width: None,
            screen_height: None,
            position_x: None,
            position_y: None,
            dont_set_visible_size: None,
            screen_orientation: None,
            viewport: None,
            display_feature: None,
            device_posture: None,
        };
        self.tab.call_method(metrics).expect("a size");
        self
    }

    /// Fingers instead of a mouse.
    pub fn touch(&self) -> &Self {
        let touch = Emulation::SetTouchEmulationEnabled { enabled: true, max_touch_points: Some(1) };
        self.tab.call_method(touch).expect("a setting");
        self
    }

    /// What the reader's system prefers, such as `("prefers-color-scheme", "dark")`; `media` is empty or `print`.
    pub fn prefers(&self, media: &str, features: &[(&str, &str)]) -> &Self {
        let features = features
            .iter()
            .map(|(name, value)| Emulation::MediaFeature { name: (*name).to_owned(), value: (*value).to_owned() })
            .collect();
        let setting = Emulation::SetEmulatedMedia { media: Some(media.to_owned()), features: Some(features) };
        self.tab.call_method(setting).expect("a setting");
        self
    }

    /// A picture of what is seen, for people who change the theme.
    #[allow(dead_code)]
    pub fn picture(&self, path: &Path) -> &Self {
        let kind = Devtools::CaptureScreenshotFormatOption::Png;
        let bytes = self.tab.capture_screenshot(kind, None, None, true).expect("a picture");
        std::fs::write(path, bytes).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        self
    }

    /// What the browser complained of so far: exceptions, violations of the policy, files that are not there.
    pub fn errors(&self) -> Vec<String> {
        self.errors.lock().expect("not poisoned").clone()
    }

    /// Every address that was asked for so far.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("not poisoned").clone()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let _ = self.tab.close(false);
    }
}
