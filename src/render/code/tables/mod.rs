//! What is special in each language.
//!
//! In: nothing. Out: a [`Grammar`] a language. Never: more than what examples in documentation show.

pub(super) mod shells;
mod words;

use super::source::Trait::*;
use super::source::{Grammar, Quote};

/// The words of a language.
struct Words {
    keywords: &'static [&'static str],
    constants: &'static [&'static str],
    types: &'static [&'static str],
}

const fn line(open: &'static str, close: &'static str) -> Quote {
    Quote { open, close, escape: Some('\\'), spans_lines: false, hole: "" }
}

const fn lines(open: &'static str, close: &'static str) -> Quote {
    Quote { open, close, escape: Some('\\'), spans_lines: true, hole: "" }
}

/// A string in which nothing is escaped.
const fn raw(open: &'static str, close: &'static str) -> Quote {
    Quote { open, close, escape: None, spans_lines: true, hole: "" }
}

/// A string with code in it.
const fn holed(open: &'static str, close: &'static str, hole: &'static str) -> Quote {
    Quote { open, close, escape: Some('\\'), spans_lines: close.len() > 1, hole }
}

/// The same on one line.
const fn raw_line(open: &'static str, close: &'static str) -> Quote {
    Quote { open, close, escape: None, spans_lines: false, hole: "" }
}

/// A string in which a quotation mark is written twice.
const fn doubled(open: &'static str, close: &'static str, hole: &'static str) -> Quote {
    Quote { open, close, escape: Some(if close.as_bytes()[0] == b'"' { '"' } else { '\'' }), spans_lines: true, hole }
}

const VERBATIM: Quote = doubled("@\"", "\"", "");
const VERBATIM_HOLED: Quote = doubled("$@\"", "\"", "{");
const VERBATIM_HOLED_TOO: Quote = doubled("@$\"", "\"", "{");
const TEMPLATE: Quote = Quote { open: "`", close: "`", escape: Some('\\'), spans_lines: true, hole: "${" };
const PY_F3: Quote = holed("f\"\"\"", "\"\"\"", "{");
const PY_F3_TOO: Quote = holed("f'''", "'''", "{");
const RAW: Quote = raw_line("r\"", "\"");
const RAW_TOO: Quote = raw_line("r'", "'");
const SQL_TEXT: Quote = doubled("'", "'", "");
const SQL_NAME: Quote = raw_line("\"", "\"");

/// C and C++.
pub(super) static C: Grammar = Grammar {
    keywords: words::C.keywords,
    constants: words::C.constants,
    types: words::C.types,
    lines: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[line("\"", "\""), line("'", "'")],
    traits: &[Directives],
};

/// C#.
pub(super) static CSHARP: Grammar = Grammar {
    keywords: words::CSHARP.keywords,
    constants: words::CSHARP.constants,
    types: words::CSHARP.types,
    lines: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[
        raw("\"\"\"", "\"\"\""),
        VERBATIM_HOLED,
        VERBATIM_HOLED_TOO,
        VERBATIM,
        holed("$\"", "\"", "{"),
        line("\"", "\""),
        line("'", "'"),
    ],
    traits: &[Capitals, Directives],
};

/// Java and Groovy.
pub(super) static JAVA: Grammar = Grammar {
    keywords: words::JAVA.keywords,
    constants: words::JAVA.constants,
    types: words::JAVA.types,
    lines: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[lines("\"\"\"", "\"\"\""), line("\"", "\""), line("'", "'")],
    traits: &[Annotations, Capitals],
};

/// JavaScript and TypeScript.
pub(super) static JS: Grammar = Grammar {
    keywords: words::JS.keywords,
    constants: words::JS.constants,
    types: words::JS.types,
    lines: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[TEMPLATE, line("\"", "\""), line("'", "'")],
    traits: &[Annotations, Capitals, Regexes],
};

/// Python.
pub(super) static PYTHON: Grammar = Grammar {
    keywords: words::PY.keywords,
    constants: words::PY.constants,
    types: words::PY.types,
    lines: &["#"],
    blocks: &[],
    quotes: &[
        PY_F3,
        PY_F3_TOO,
        raw("r\"\"\"", "\"\"\""),
        lines("\"\"\"", "\"\"\""),
        lines("'''", "'''"),
        holed("f\"", "\"", "{"),
        holed("f'", "'", "{"),
        RAW,
        RAW_TOO,
        line("\"", "\""),
        line("'", "'"),
    ],
    traits: &[Annotations, Capitals],
};

/// Go.
pub(super) static GO: Grammar = Grammar {
    keywords: words::GO.keywords,
    constants: words::GO.constants,
    types: words::GO.types,
    lines: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[raw("`", "`"), line("\"", "\""), line("'", "'")],
    traits: &[Capitals],
};

/// Rust.
pub(super) static RUST: Grammar = Grammar {
    keywords: words::RUST.keywords,
    constants: words::RUST.constants,
    types: words::RUST.types,
    lines: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[raw("r##\"", "\"##"), raw("r#\"", "\"#"), raw("r\"", "\""), lines("\"", "\""), line("'\\", "'"), line("'{'", "'")],
    traits: &[Attributes, Capitals, Lifetimes],
};

/// Kotlin.
pub(super) static KOTLIN: Grammar = Grammar {
    keywords: words::KOTLIN.keywords,
    constants: words::KOTLIN.constants,
    types: words::KOTLIN.types,
    lines: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[holed("\"\"\"", "\"\"\"", "${"), holed("\"", "\"", "${"), line("'", "'")],
    traits: &[Annotations, Capitals],
};

/// Swift.
pub(super) static SWIFT: Grammar = Grammar {
    keywords: words::SWIFT.keywords,
    constants: words::SWIFT.constants,
    types: words::SWIFT.types,
    lines: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[holed("\"\"\"", "\"\"\"", "\\("), holed("\"", "\"", "\\(")],
    traits: &[Annotations, Capitals, Directives],
};

/// Scala.
pub(super) static SCALA: Grammar = Grammar {
    keywords: words::SCALA.keywords,
    constants: words::SCALA.constants,
    types: words::SCALA.types,
    lines: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[holed("s\"", "\"", "${"), raw("\"\"\"", "\"\"\""), line("\"", "\""), line("'", "'")],
    traits: &[Annotations, Capitals],
};

/// Dart.
pub(super) static DART: Grammar = Grammar {
    keywords: words::DART.keywords,
    constants: words::DART.constants,
    types: words::DART.types,
    lines: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[holed("'''", "'''", "${"), holed("\"", "\"", "${"), holed("'", "'", "${")],
    traits: &[Annotations, Capitals],
};

/// PHP.
pub(super) static PHP: Grammar = Grammar {
    keywords: words::PHP.keywords,
    constants: words::PHP.constants,
    types: words::PHP.types,
    lines: &["//", "#"],
    blocks: &[("/*", "*/")],
    quotes: &[lines("\"", "\""), lines("'", "'")],
    traits: &[Attributes, Capitals, Dollars],
};

/// Ruby.
pub(super) static RUBY: Grammar = Grammar {
    keywords: words::RUBY.keywords,
    constants: words::RUBY.constants,
    types: words::RUBY.types,
    lines: &["#"],
    blocks: &[("=begin", "=end")],
    quotes: &[holed("\"", "\"", "#{"), line("'", "'")],
    traits: &[Ats, Capitals, Dollars, Symbols],
};

/// Visual Basic and VBScript.
pub(super) static VB: Grammar = Grammar {
    keywords: words::VB.keywords,
    constants: words::VB.constants,
    types: words::VB.types,
    lines: &["'"],
    blocks: &[],
    quotes: &[raw_line("$\"", "\""), raw_line("\"", "\"")],
    traits: &[AnyCase, Directives],
};

/// F#.
pub(super) static FSHARP: Grammar = Grammar {
    keywords: words::FSHARP.keywords,
    constants: words::FSHARP.constants,
    types: words::FSHARP.types,
    lines: &["//"],
    blocks: &[("(*", "*)")],
    quotes: &[raw("\"\"\"", "\"\"\""), raw("@\"", "\""), holed("$\"", "\"", "{"), lines("\"", "\"")],
    traits: &[Capitals, Directives, Lifetimes],
};

/// SQL, T-SQL among them.
pub(super) static SQL: Grammar = Grammar {
    keywords: words::SQL.keywords,
    constants: words::SQL.constants,
    types: words::SQL.types,
    lines: &["--"],
    blocks: &[("/*", "*/")],
    quotes: &[SQL_TEXT, SQL_NAME],
    traits: &[AnyCase, Ats],
};

/// Kusto.
pub(super) static KUSTO: Grammar = Grammar {
    keywords: words::KUSTO.keywords,
    constants: words::KUSTO.constants,
    types: words::KUSTO.types,
    lines: &["//"],
    blocks: &[],
    quotes: &[raw_line("@\"", "\""), line("\"", "\""), line("'", "'")],
    traits: &[],
};

/// Lua.
pub(super) static LUA: Grammar = Grammar {
    keywords: words::LUA.keywords,
    constants: words::LUA.constants,
    types: words::LUA.types,
    lines: &["--"],
    blocks: &[("--[[", "]]")],
    quotes: &[raw("[[", "]]"), line("\"", "\""), line("'", "'")],
    traits: &[],
};

/// R.
pub(super) static R: Grammar = Grammar {
    keywords: words::R.keywords,
    constants: words::R.constants,
    types: words::R.types,
    lines: &["#"],
    blocks: &[],
    quotes: &[lines("\"", "\""), lines("'", "'")],
    traits: &[],
};

/// Perl.
pub(super) static PERL: Grammar = Grammar {
    keywords: words::PERL.keywords,
    constants: words::PERL.constants,
    types: words::PERL.types,
    lines: &["#"],
    blocks: &[],
    quotes: &[lines("\"", "\""), lines("'", "'")],
    traits: &[Ats, Dollars],
};

/// Terraform.
pub(super) static HCL: Grammar = Grammar {
    keywords: words::HCL.keywords,
    constants: words::HCL.constants,
    types: words::HCL.types,
    lines: &["#", "//"],
    blocks: &[("/*", "*/")],
    quotes: &[holed("\"", "\"", "${")],
    traits: &[],
};

/// Bicep.
pub(super) static BICEP: Grammar = Grammar {
    keywords: words::BICEP.keywords,
    constants: words::BICEP.constants,
    types: words::BICEP.types,
    lines: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[raw("'''", "'''"), holed("'", "'", "${")],
    traits: &[Annotations],
};

/// Protocol Buffers.
pub(super) static PROTO: Grammar = Grammar {
    keywords: words::PROTO.keywords,
    constants: words::PROTO.constants,
    types: words::PROTO.types,
    lines: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[line("\"", "\"")],
    traits: &[Capitals],
};

/// GraphQL.
pub(super) static GRAPHQL: Grammar = Grammar {
    keywords: words::GRAPHQL.keywords,
    constants: words::GRAPHQL.constants,
    types: words::GRAPHQL.types,
    lines: &["#"],
    blocks: &[],
    quotes: &[raw("\"\"\"", "\"\"\""), line("\"", "\"")],
    traits: &[Annotations, Capitals, Dollars],
};

/// MOF.
pub(super) static MOF: Grammar = Grammar {
    keywords: words::MOF.keywords,
    constants: words::MOF.constants,
    types: words::MOF.types,
    lines: &["//"],
    blocks: &[("/*", "*/")],
    quotes: &[line("\"", "\"")],
    traits: &[AnyCase, Directives, Dollars],
};

/// Dockerfile.
pub(super) static DOCKER: Grammar = Grammar {
    keywords: words::DOCKER.keywords,
    constants: words::DOCKER.constants,
    types: words::DOCKER.types,
    lines: &["#"],
    blocks: &[],
    quotes: &[line("\"", "\""), line("'", "'")],
    traits: &[Dollars],
};

/// Makefile.
pub(super) static MAKE: Grammar = Grammar {
    keywords: words::MAKE.keywords,
    constants: words::MAKE.constants,
    types: words::MAKE.types,
    lines: &["#"],
    blocks: &[],
    quotes: &[line("\"", "\"")],
    traits: &[Dollars],
};

/// DAX.
pub(super) static DAX: Grammar = Grammar {
    keywords: words::DAX.keywords,
    constants: words::DAX.constants,
    types: words::DAX.types,
    lines: &["//", "--"],
    blocks: &[("/*", "*/")],
    quotes: &[raw_line("\"", "\""), raw_line("[", "]")],
    traits: &[AnyCase],
};

/// Every language of this file.
#[cfg(test)]
pub(super) fn all() -> Vec<&'static Grammar> {
    vec![
        &C, &CSHARP, &JAVA, &JS, &PYTHON, &GO, &RUST, &KOTLIN, &SWIFT, &SCALA, &DART, &PHP, &RUBY, &VB, &FSHARP, &SQL, &KUSTO,
        &LUA, &R, &PERL, &HCL, &BICEP, &PROTO, &GRAPHQL, &MOF, &DOCKER, &MAKE, &DAX,
    ]
}
