//! The command line.
//!
//! In: the arguments of the process. Out: the work of one library call a command, printed, and an exit status:
//! 0 nothing to report at error level, 1 errors in the content, 2 the work could not be done.
//! Never: does the work itself. `printer` is the only module that writes to stdout and stderr.

#![allow(clippy::disallowed_methods)]

mod align;
mod build;
mod check;
mod completions;
mod explain;
mod export;
mod init;
mod logging;
mod man;
mod printer;
mod progress;
mod render;
#[cfg(feature = "serve")]
mod serve;
mod split;
mod stats;
mod summary;
mod timings;
mod weave;

use crate::diag::render::Format;
use crate::diag::{Diagnostic, Severity};
use crate::model::Side;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use printer::Printer;
use std::process::ExitCode;
use std::sync::Arc;

/// A static site generator for localized documentation that knows which sentence translates which
#[derive(Parser, Debug)]
#[command(name = "diglot", version, max_term_width = 100)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

const COMMON: &str = "Common options";

/// Options that stand before or after the command.
#[derive(Args, Debug, Clone)]
struct Global {
    /// Print errors only
    #[arg(short, long, global = true, help_heading = COMMON, conflicts_with = "verbose")]
    quiet: bool,
    /// Print findings at info level and what is being done
    #[arg(short, long, global = true, help_heading = COMMON)]
    verbose: bool,
    /// When to use colors
    #[arg(long, value_name = "WHEN", global = true, help_heading = COMMON, default_value = "auto")]
    color: When,
    /// Threads to use; 0 is one a core
    #[arg(short, long, value_name = "N", global = true, help_heading = COMMON, default_value_t = 0)]
    jobs: usize,
    /// Locale in which pages are first written
    #[arg(long, value_name = "TAG", global = true, help_heading = COMMON)]
    source_locale: Option<String>,
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    Auto,
    Always,
    Never,
}

#[derive(Subcommand, Debug)]
enum Command {
    Build(build::Args),
    Check(check::Args),
    Stats(stats::Args),
    #[cfg(feature = "serve")]
    Serve(serve::Args),
    Split(split::Args),
    Align(align::Args),
    Weave(weave::Args),
    Export(export::Args),
    Render(render::Args),
    Explain(explain::Args),
    Init(init::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// Which language of a bilingual page, on the command line.
#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
enum SideName {
    /// The translation
    Target,
    /// The original
    Source,
}

impl From<SideName> for Side {
    fn from(name: SideName) -> Self {
        match name {
            SideName::Target => Self::Target,
            SideName::Source => Self::Source,
        }
    }
}

/// What every command gets besides its own arguments.
#[derive(Clone)]
struct Context {
    global: Global,
    printer: Arc<Printer>,
}

/// How the work ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    Clean,
    ContentErrors,
}

impl Status {
    fn of(diagnostics: &[Diagnostic]) -> Self {
        Self::of_run(diagnostics, Severity::Error)
    }

    /// The same for a run that bears nothing as grave as `worst`.
    fn of_run(diagnostics: &[Diagnostic], worst: Severity) -> Self {
        match diagnostics.iter().any(|d| d.severity <= worst) {
            true => Self::ContentErrors,
            false => Self::Clean,
        }
    }
}

/// Reads the arguments of the process, does what they say and prints what there is to say.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let printer = Printer::new(cli.global.color, cli.global.quiet);
    let context = Context { global: cli.global, printer: Arc::new(printer) };
    let status = prepare(&context).and_then(|()| dispatch(cli.command, &context)).and_then(|status| {
        context.printer.flush()?;
        Ok(status)
    });
    match status {
        Ok(Status::Clean) => ExitCode::SUCCESS,
        Ok(Status::ContentErrors) => ExitCode::from(1),
        Err(error) => {
            context.printer.fatal(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}

/// Help and version go to stdout with status 0, wrong arguments to stderr with status 2.
fn usage(error: &clap::Error) -> ExitCode {
    // A closed pipe is the only thing that can go wrong here, and nobody is left to be told.
    let _ = error.print();
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

fn prepare(context: &Context) -> anyhow::Result<()> {
    logging::start(context.global.verbose);
    rayon::ThreadPoolBuilder::new().num_threads(context.global.jobs).build_global()?;
    Ok(())
}

fn dispatch(command: Command, context: &Context) -> anyhow::Result<Status> {
    match command {
        Command::Build(args) => build::run(args, context),
        Command::Check(args) => check::run(&args, context),
        Command::Stats(args) => stats::run(&args, context),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(args, context.clone()),
        Command::Split(args) => split::run(&args, context),
        Command::Align(args) => align::run(&args, context),
        Command::Weave(args) => weave::run(&args, context),
        Command::Export(args) => export::run(&args, context),
        Command::Render(args) => render::run(&args, context),
        Command::Explain(args) => explain::run(&args, context),
        Command::Init(args) => init::run(&args, context),
        Command::Completions(args) => completions::run(&args, context),
        Command::Man(args) => man::run(&args, context),
    }
}

/// A stage of the library could not do its work. Its message is complete; causes below it would only repeat it.
fn stopped(error: impl std::fmt::Display) -> anyhow::Error {
    anyhow::Error::msg(error.to_string())
}

/// Reads `--format` by the names of the library.
fn format_parser() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.iter().map(|(name, _)| *name)).try_map(|name| name.parse::<Format>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;
    use clap::error::ErrorKind;

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn global_options_stand_before_or_after_the_command() {
        for line in ["diglot -q -j 3 --source-locale de build x", "diglot build x -q -j 3 --source-locale de"] {
            let cli = Cli::try_parse_from(line.split(' ')).expect(line);
            assert!(cli.global.quiet);
            assert_eq!((cli.global.jobs, cli.global.source_locale.as_deref()), (3, Some("de")), "{line}");
        }
    }

    #[test]
    fn every_flag_of_the_contract_is_read() {
        let lines = [
            "build . -o out --locale it-IT --locale de --no-cache --clean --no-search --strict --timings --format sarif",
            "build --shard 1/4",
            "check . --only page-stale --only unit-identical --baseline a --write-baseline b --max-stale 10 --min-translated 99.5",
            "check --strict --format sarif -q",
            "stats . --format json",
            "stats --format table --color always",
            "split a.md b.md --side source -o out",
            "export . --format jsonl --locale it-IT -o x.jsonl",
            "render a.md --fragment --side source",
            "explain unit-unclosed",
            "explain",
            "init site",
            "completions bash",
            "man",
            #[cfg(feature = "serve")]
            "serve . --port 9000 --host localhost --open",
        ];
        for line in lines {
            let parsed = Cli::try_parse_from(std::iter::once("diglot").chain(line.split(' ')));
            assert!(parsed.is_ok(), "{line}: {parsed:?}");
        }
    }

    #[test]
    fn help_is_no_error_and_nonsense_is() {
        let kind = |line: &str| Cli::try_parse_from(line.split(' ')).expect_err(line);
        assert_eq!(kind("diglot --help").kind(), ErrorKind::DisplayHelp);
        assert_eq!((kind("diglot --version").exit_code(), kind("diglot --help").exit_code()), (0, 0));
        for line in ["diglot", "diglot frobnicate", "diglot build --format xml", "diglot -q -v build", "diglot split a.md"] {
            assert_eq!(kind(line).exit_code(), 2, "{line}");
        }
    }
}
