//! `diglot serve`.
//!
//! In: the site's path and an address. Out: the site in a browser, findings and a summary line on stderr after each build.
//! Never: ends because of errors in the content.

use super::printer::Detail;
use super::{Context, Status, format_parser, stopped, summary};
use crate::diag::render::Format;
use crate::pipeline::BuildOptions;
use crate::serve::{self, Event, Opening, Options};
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::sync::Arc;

/// Build the site, show it in a browser and follow changes
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// A folder with a diglot.toml, with folders of locales, or with a docset
    #[arg(default_value = ".")]
    path: PathBuf,
    /// Port to listen on; the first free one from 8000 where it is not given
    #[arg(long)]
    port: Option<u16>,
    /// Address to listen on; other machines can read the site unless it is a loopback address
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1", value_parser = address)]
    host: IpAddr,
    /// Open the site in a browser
    #[arg(long)]
    open: bool,
    /// Folder to write to
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Index the words of all pages too, not only titles and headings
    #[arg(long)]
    search: bool,
    /// How to print findings
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = format_parser())]
    format: Format,
}

pub(super) fn run(args: Args, context: Context) -> anyhow::Result<Status> {
    let options = Options {
        build: BuildOptions {
            path: args.path,
            output: args.output,
            source_locale: context.global.source_locale.clone(),
            locales: Vec::new(),
            clean: false,
            cache: crate::pipeline::cache_folder(),
            search: args.search,
        },
        host: args.host,
        port: args.port,
        opening: if args.open { Opening::Browser } else { Opening::None },
    };
    serve::serve(options, Arc::new(move |event| print(&context, args.format, event))).map_err(stopped)?;
    Ok(Status::Clean)
}

fn print(context: &Context, format: Format, event: Event<'_>) {
    let printer = &context.printer;
    match event {
        Event::Built(outcome, time) => {
            let detail = if context.global.verbose { Detail::Everything } else { Detail::Usual };
            printer.findings(&outcome.diagnostics, format, detail);
            printer.note(&summary::line(outcome, time));
        }
        Event::Failed(error) => printer.fatal(&error.to_string()),
        Event::Listening(url) => printer.note(&format!("serving {url} (end with Ctrl-C)")),
        Event::Warning(message) => printer.warning(message),
    }
}

fn address(text: &str) -> Result<IpAddr, String> {
    if text == "localhost" {
        return Ok(Ipv4Addr::LOCALHOST.into());
    }
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    bare.parse().map_err(|_| "expected an IP address or `localhost`".to_owned())
}
