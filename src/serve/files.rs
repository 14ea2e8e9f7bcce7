//! Files of the output folder as answers.
//!
//! In: a checked target. Out: the file, a redirection to a folder's slash, or the nearest 404 page.
//! Never: goes through a symbolic link, opens anything but a regular file, or changes a file.

use super::reload;
use super::target::Target;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::io;
use std::path::{Path, PathBuf};

/// Answers a request for `target`. `path` and `query` are those of the request, for redirections.
pub(super) async fn answer(root: &Path, target: &Target, path: &str, query: Option<&str>) -> Response {
    let (root, names, is_folder) = (root.to_owned(), target.names.clone(), target.is_folder);
    let read = tokio::task::spawn_blocking(move || find(&root, &names, is_folder)).await;
    match read {
        Ok(Ok(Found::File(name, bytes))) => file(StatusCode::OK, &name, bytes),
        Ok(Ok(Found::Folder)) => redirect(path, query),
        Ok(Ok(Found::Nothing(Some(page)))) => file(StatusCode::NOT_FOUND, "404.html", page),
        Ok(Ok(Found::Nothing(None))) => StatusCode::NOT_FOUND.into_response(),
        Ok(Err(_)) | Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// A file in the output folder's root as text; `None` where there is none, or one that is too large.
pub(super) fn text(root: &Path, name: &str, limit: usize) -> Option<String> {
    let path = regular(root, &[name.to_owned()]).ok()??;
    let bytes = std::fs::read(path).ok().filter(|bytes| bytes.len() <= limit)?;
    String::from_utf8(bytes).ok()
}

enum Found {
    /// A file: its name and its bytes.
    File(String, Vec<u8>),
    /// A folder with an index page, asked for without its slash.
    Folder,
    /// Nothing, and the 404 page of the nearest folder upwards.
    Nothing(Option<Vec<u8>>),
}

fn find(root: &Path, names: &[String], is_folder: bool) -> io::Result<Found> {
    let mut wanted = names.to_vec();
    if is_folder {
        wanted.push("index.html".to_owned());
    }
    if let Some(bytes) = read(root, &wanted)? {
        return Ok(Found::File(wanted.pop().unwrap_or_default(), bytes));
    }
    if !is_folder {
        wanted.push("index.html".to_owned());
        if regular(root, &wanted)?.is_some() {
            return Ok(Found::Folder);
        }
    }
    for depth in (0..=names.len()).rev() {
        let page: Vec<String> = names[..depth].iter().cloned().chain(["404.html".to_owned()]).collect();
        if let Some(bytes) = read(root, &page)? {
            return Ok(Found::Nothing(Some(bytes)));
        }
    }
    Ok(Found::Nothing(None))
}

fn read(root: &Path, names: &[String]) -> io::Result<Option<Vec<u8>>> {
    let Some(path) = regular(root, names)? else { return Ok(None) };
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        // A build may have removed it just now.
        Err(error) if is_absence(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The path of a regular file below `root`, looked at name by name so that no symbolic link is followed.
fn regular(root: &Path, names: &[String]) -> io::Result<Option<PathBuf>> {
    let mut path = root.to_owned();
    for (index, name) in names.iter().enumerate() {
        path.push(name);
        let kind = match std::fs::symlink_metadata(&path) {
            Ok(metadata) => metadata.file_type(),
            Err(error) if is_absence(&error) => return Ok(None),
            Err(error) => return Err(error),
        };
        let fits = if index + 1 == names.len() { kind.is_file() } else { kind.is_dir() };
        if !fits {
            return Ok(None);
        }
    }
    Ok(Some(path))
}

fn is_absence(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidFilename, InvalidInput, NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory | InvalidFilename | InvalidInput)
}

fn file(status: StatusCode, name: &str, bytes: Vec<u8>) -> Response {
    let kind = content_type(name);
    let body = if kind.starts_with("text/html") { reload::with_script(bytes) } else { bytes };
    (status, [(header::CONTENT_TYPE, kind)], body).into_response()
}

/// The path as it was sent with a slash added; it was checked, so it is one of this server and not another's.
fn redirect(path: &str, query: Option<&str>) -> Response {
    let place = match query {
        Some(query) => format!("{path}/?{query}"),
        None => format!("{path}/"),
    };
    (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, place)]).into_response()
}

fn content_type(name: &str) -> &'static str {
    let extension = Path::new(name).extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
    match extension.as_str() {
        "html" | "htm" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" | "webmanifest" => "application/json",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "bmp" => "image/bmp",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "mp3" => "audio/mpeg",
        _ => "application/octet-stream",
    }
}
