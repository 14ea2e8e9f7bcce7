//! The preview: builds, serves the output to the own machine, watches the content, and reloads pages.
//!
//! In: [`Options`]. Out: answers to requests of this machine's browser, and an [`Event`] for everything a person should know.
//! Never: serves anything but the output folder, follows a symbolic link, answers another site's page, or prints.

#![allow(clippy::disallowed_methods)]

mod builder;
mod files;
mod guard;
mod open;
mod published;
mod reload;
mod target;
mod watch;

use crate::diag::Outcome;
use crate::pipeline::{self, BuildOptions, Summary};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use builder::Builder;
use guard::Guard;
use published::Published;
use reload::Reload;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use target::Target;
use tokio::net::TcpListener;
use watch::Roots;

/// What to serve and where.
#[derive(Debug, Clone)]
pub struct Options {
    /// The build whose output is served.
    pub build: BuildOptions,
    /// Address to listen on; only the loopback addresses keep other machines out.
    pub host: IpAddr,
    /// Port to listen on. Without one the first free port from 8000 is taken.
    pub port: Option<u16>,
    /// Whether to show the site in a browser.
    pub opening: Opening,
}

/// Whether a browser is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// Only the address is reported.
    None,
    /// The system's browser opens the address.
    Browser,
}

/// Something a person should know.
#[derive(Debug)]
pub enum Event<'a> {
    /// A build ended, after so long.
    Built(&'a Outcome<Summary>, Duration),
    /// A build could not be done; the site stays as it was.
    Failed(&'a pipeline::Error),
    /// The site can be read at this address.
    Listening(&'a str),
    /// Something works less well than it could.
    Warning(&'a str),
}

/// Takes events, from any thread.
pub type Report = Arc<dyn Fn(Event<'_>) + Send + Sync>;

/// The server could not start.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The first build failed.
    #[error(transparent)]
    Build(#[from] pipeline::Error),
    /// The output folder of the build is not there.
    #[error("{path}: cannot read the output folder: {cause}", path = .0.display(), cause = .1)]
    Output(PathBuf, io::Error),
    /// The address cannot be listened on.
    #[error("cannot listen on {0}: {1}")]
    Listen(SocketAddr, io::Error),
    /// The system refused threads, timers or signals.
    #[error("cannot start the server: {0}")]
    Start(#[source] io::Error),
}

/// How long a running build may take to end after Ctrl-C.
const GRACE: Duration = Duration::from_secs(5);

const DEFAULT_PORT: u16 = 8000;

/// Builds and serves until the process is interrupted.
pub fn serve(options: Options, report: Report) -> Result<(), Error> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().map_err(Error::Start)?;
    let reload = Arc::new(Reload::new());
    let Summary { output, server_root, .. } = builder::build(&options.build, &report)?;
    let root = output.canonicalize().map_err(|error| Error::Output(output, error))?;
    let published = Arc::new(Published::new(root.clone(), &server_root));
    let after = {
        let (published, reload) = (published.clone(), reload.clone());
        move |summary: Summary| {
            published.read(&summary.server_root);
            reload.bump();
        }
    };
    let builder = Builder::start(options.build.clone(), report.clone(), after).map_err(Error::Start)?;
    let _watcher = watch::start(&Roots::of(&options.build.path), &root, builder.trigger(), &report);
    let result = runtime.block_on(listen(&options, Shown { root, reload, published }, &report));
    runtime.block_on(end(builder));
    runtime.shutdown_timeout(Duration::from_millis(100));
    result
}

async fn listen(options: &Options, shown: Shown, report: &Report) -> Result<(), Error> {
    let listener = bind(options.host, options.port).await?;
    let address = listener.local_addr().map_err(Error::Start)?;
    if !address.ip().is_loopback() {
        report(Event::Warning("everyone who can reach this machine can read the site; leave out --host to keep it to yourself"));
    }
    let url = format!("http://{address}/");
    report(Event::Listening(&url));
    if options.opening == Opening::Browser {
        open::open(&url, report);
    }
    let site = Arc::new(Site { shown, guard: Guard::new(options.host, address.port()) });
    tokio::select! {
        result = async { axum::serve(listener, router(site)).await } => result.map_err(Error::Start),
        result = interrupted() => result.map_err(Error::Start),
    }
}

/// The given port, or the first free one of a hundred.
async fn bind(host: IpAddr, port: Option<u16>) -> Result<TcpListener, Error> {
    let last = port.unwrap_or(DEFAULT_PORT + 99);
    let mut address = SocketAddr::new(host, port.unwrap_or(DEFAULT_PORT));
    loop {
        match TcpListener::bind(address).await {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && address.port() < last => {
                address.set_port(address.port() + 1)
            }
            Err(error) => return Err(Error::Listen(address, error)),
        }
    }
}

/// Ends when the person, or the system, asks the process to stop.
async fn interrupted() -> io::Result<()> {
    #[cfg(unix)]
    {
        let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
        tokio::select! {
            result = tokio::signal::ctrl_c() => result,
            _ = terminate.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}

/// Lets a running build end, unless it takes too long or the person asks again.
async fn end(builder: Builder) {
    let done = tokio::task::spawn_blocking(move || builder.finish(GRACE));
    tokio::select! {
        _ = done => {}
        _ = interrupted() => {}
    }
}

/// What requests are answered from.
struct Site {
    shown: Shown,
    guard: Guard,
}

/// The site as the last build left it.
struct Shown {
    root: PathBuf,
    reload: Arc<Reload>,
    published: Arc<Published>,
}

fn router(site: Arc<Site>) -> Router {
    Router::new().fallback(answer).with_state(site)
}

/// The one way in: who asks, how, for what; in this order.
async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    let (request, _) = request.into_parts();
    let mut response = match check(&site, &request) {
        Ok(target) => route(&site, &request, &target).await,
        Err(status) => status.into_response(),
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    site.shown.published.put_headers(headers);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn check(site: &Site, request: &Parts) -> Result<Target, StatusCode> {
    site.guard.check(&request.uri, &request.headers).map_err(|_| StatusCode::FORBIDDEN)?;
    if request.method != Method::GET && request.method != Method::HEAD {
        return Err(StatusCode::METHOD_NOT_ALLOWED);
    }
    Target::read(request.uri.path()).ok_or(StatusCode::BAD_REQUEST)
}

async fn route(site: &Site, request: &Parts, target: &Target) -> Response {
    match request.uri.path() {
        reload::SCRIPT_PATH => reload::script(),
        reload::EVENTS_PATH => site.shown.reload.events(&request.method),
        path => {
            let (shown, query) = (&site.shown, request.uri.query());
            if let Some(redirection) = shown.published.redirect(target, query) {
                return redirection;
            }
            let below = shown.published.at_root(target, &shown.root);
            files::answer(&shown.root, below.as_ref().unwrap_or(target), path, query).await
        }
    }
}

/// Headers of every answer where the site says nothing else. The policy is the one that pages promise to work under; see the theme's
/// contract.
const HEADERS: [(header::HeaderName, &str); 4] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; \
         connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (header::REFERRER_POLICY, "same-origin"),
];

#[cfg(test)]
mod tests;
