//! `diglot man`.
//!
//! In: nothing. Out: the manual page of all commands, in roff, on stdout. Never: installs it.

use super::{Cli, Context, Status};
use clap::CommandFactory;
use clap_mangen::Man;
use std::io;

/// Print the manual page
#[derive(clap::Args, Debug)]
pub(super) struct Args {}

pub(super) fn run(_: &Args, context: &Context) -> anyhow::Result<Status> {
    context.printer.data(page()?.as_bytes())?;
    Ok(Status::Clean)
}

/// One page: clap makes one a command, here the others are its sections.
fn page() -> io::Result<String> {
    let mut command = Cli::command();
    command.build();
    let mut page = roff(|out| {
        let man = Man::new(command.clone());
        man.render_title(out)?;
        man.render_name_section(out)?;
        man.render_synopsis_section(out)?;
        man.render_description_section(out)?;
        man.render_options_section(out)
    })?;
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        let man = Man::new(sub.clone());
        let section = roff(|out| {
            man.render_description_section(out)?;
            man.render_synopsis_section(out)?;
            man.render_options_section(out)
        })?;
        page.push_str(&format!(".SH \"DIGLOT {}\"\n", sub.get_name().to_uppercase()));
        page.push_str(&section.replace("\n.SH ", "\n.SS ").replacen(".SS DESCRIPTION\n", "", 1));
    }
    Ok(page)
}

fn roff(render: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> io::Result<String> {
    let mut out = Vec::new();
    render(&mut out)?;
    String::from_utf8(out).map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_its_section() {
        let page = page().expect("rendered");
        for section in ["DIGLOT BUILD", "DIGLOT EXPLAIN", "DIGLOT MAN"] {
            assert!(page.contains(&format!(".SH \"{section}\"")), "{page}");
        }
        assert!(page.contains("\\-\\-timings") && page.contains("\\-\\-source\\-locale"), "{page}");
    }
}
