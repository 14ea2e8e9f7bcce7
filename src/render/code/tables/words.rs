//! The words of languages.
//!
//! In: nothing. Out: lists in the order of their bytes, in lower case where a language does not tell cases apart. Never: a word that is
//! only usual.

use super::Words;

#[rustfmt::skip]
pub(super) const C: Words = Words {
    keywords: &[
        "alignas", "auto", "break", "case", "catch", "class", "const", "constexpr", "continue", "default", "delete",
        "do", "else", "enum", "explicit", "export", "extern", "final", "for", "friend", "goto", "if", "inline",
        "mutable", "namespace", "new", "noexcept", "operator", "override", "private", "protected", "public", "register",
        "return", "signed", "sizeof", "static", "struct", "switch", "template", "this", "throw", "try", "typedef",
        "typename", "union", "unsigned", "using", "virtual", "volatile", "while",
    ],
    constants: &[
        "NULL", "false", "nullptr", "true",
    ],
    types: &[
        "bool", "char", "double", "float", "int", "int16_t", "int32_t", "int64_t", "int8_t", "long", "short", "size_t",
        "uint16_t", "uint32_t", "uint64_t", "uint8_t", "void", "wchar_t",
    ],
};
#[rustfmt::skip]
pub(super) const CSHARP: Words = Words {
    keywords: &[
        "abstract", "add", "as", "async", "await", "base", "break", "case", "catch", "checked", "class", "const",
        "continue", "default", "delegate", "do", "else", "enum", "event", "explicit", "extern", "finally", "fixed",
        "for", "foreach", "from", "get", "global", "goto", "group", "if", "implicit", "in", "init", "interface",
        "internal", "into", "is", "join", "let", "lock", "nameof", "namespace", "new", "not", "operator", "orderby",
        "out", "override", "params", "partial", "private", "protected", "public", "readonly", "record", "ref", "remove",
        "required", "return", "sealed", "select", "set", "sizeof", "stackalloc", "static", "struct", "switch", "this",
        "throw", "try", "typeof", "unchecked", "unsafe", "using", "virtual", "volatile", "when", "where", "while",
        "with", "yield",
    ],
    constants: &[
        "false", "null", "true",
    ],
    types: &[
        "bool", "byte", "char", "decimal", "double", "dynamic", "float", "int", "long", "nint", "nuint", "object",
        "sbyte", "short", "string", "uint", "ulong", "ushort", "var", "void",
    ],
};
#[rustfmt::skip]
pub(super) const JAVA: Words = Words {
    keywords: &[
        "abstract", "assert", "break", "case", "catch", "class", "const", "continue", "default", "do", "else", "enum",
        "extends", "final", "finally", "for", "goto", "if", "implements", "import", "instanceof", "interface", "native",
        "new", "package", "permits", "private", "protected", "public", "record", "return", "sealed", "static",
        "strictfp", "super", "switch", "synchronized", "this", "throw", "throws", "transient", "try", "var", "volatile",
        "while", "yield",
    ],
    constants: &[
        "false", "null", "true",
    ],
    types: &[
        "boolean", "byte", "char", "double", "float", "int", "long", "short", "void",
    ],
};
#[rustfmt::skip]
pub(super) const JS: Words = Words {
    keywords: &[
        "abstract", "as", "async", "await", "break", "case", "catch", "class", "const", "continue", "debugger",
        "declare", "default", "delete", "do", "else", "enum", "export", "extends", "finally", "for", "from", "function",
        "get", "if", "implements", "import", "in", "instanceof", "interface", "is", "keyof", "let", "namespace", "new",
        "of", "private", "protected", "public", "readonly", "return", "satisfies", "set", "static", "super", "switch",
        "this", "throw", "try", "type", "typeof", "var", "while", "with", "yield",
    ],
    constants: &[
        "Infinity", "NaN", "false", "null", "true", "undefined",
    ],
    types: &[
        "any", "bigint", "boolean", "never", "number", "object", "string", "symbol", "unknown", "void",
    ],
};
#[rustfmt::skip]
pub(super) const PY: Words = Words {
    keywords: &[
        "and", "as", "assert", "async", "await", "break", "case", "class", "continue", "def", "del", "elif", "else",
        "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "match", "nonlocal", "not",
        "or", "pass", "raise", "return", "try", "while", "with", "yield",
    ],
    constants: &[
        "Ellipsis", "False", "None", "NotImplemented", "True", "__name__", "self",
    ],
    types: &[
        "bool", "bytes", "dict", "float", "int", "list", "object", "set", "str", "tuple",
    ],
};
#[rustfmt::skip]
pub(super) const GO: Words = Words {
    keywords: &[
        "break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough", "for", "func", "go",
        "goto", "if", "import", "interface", "map", "package", "range", "return", "select", "struct", "switch", "type",
        "var",
    ],
    constants: &[
        "false", "iota", "nil", "true",
    ],
    types: &[
        "any", "bool", "byte", "complex128", "complex64", "error", "float32", "float64", "int", "int16", "int32",
        "int64", "int8", "rune", "string", "uint", "uint16", "uint32", "uint64", "uint8", "uintptr",
    ],
};
#[rustfmt::skip]
pub(super) const RUST: Words = Words {
    keywords: &[
        "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "fn", "for",
        "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "static",
        "struct", "super", "trait", "type", "unsafe", "use", "where", "while",
    ],
    constants: &[
        "Err", "None", "Ok", "Some", "false", "true",
    ],
    types: &[
        "Self", "bool", "char", "f32", "f64", "i128", "i16", "i32", "i64", "i8", "isize", "str", "u128", "u16", "u32",
        "u64", "u8", "usize",
    ],
};
#[rustfmt::skip]
pub(super) const KOTLIN: Words = Words {
    keywords: &[
        "abstract", "actual", "annotation", "as", "break", "by", "catch", "class", "companion", "constructor",
        "continue", "crossinline", "data", "do", "else", "enum", "expect", "external", "final", "finally", "for", "fun",
        "if", "import", "in", "infix", "init", "inline", "inner", "interface", "internal", "is", "lateinit", "noinline",
        "object", "open", "operator", "out", "override", "package", "private", "protected", "public", "reified",
        "return", "sealed", "super", "suspend", "tailrec", "this", "throw", "try", "typealias", "val", "var", "vararg",
        "when", "where", "while",
    ],
    constants: &[
        "false", "null", "true",
    ],
    types: &[],
};
#[rustfmt::skip]
pub(super) const SWIFT: Words = Words {
    keywords: &[
        "actor", "as", "associatedtype", "async", "await", "break", "case", "catch", "class", "continue", "default",
        "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "fileprivate", "for", "func", "guard",
        "if", "import", "in", "init", "inout", "internal", "is", "let", "mutating", "nonisolated", "open", "operator",
        "override", "private", "protocol", "public", "repeat", "required", "rethrows", "return", "self", "some",
        "static", "struct", "subscript", "super", "switch", "throw", "throws", "try", "typealias", "var", "weak",
        "where", "while",
    ],
    constants: &[
        "false", "nil", "true",
    ],
    types: &[],
};
#[rustfmt::skip]
pub(super) const SCALA: Words = Words {
    keywords: &[
        "abstract", "case", "catch", "class", "def", "do", "else", "enum", "export", "extends", "final", "finally",
        "for", "given", "if", "implicit", "import", "lazy", "match", "new", "object", "override", "package", "private",
        "protected", "return", "sealed", "super", "then", "this", "throw", "trait", "try", "type", "using", "val",
        "var", "while", "with", "yield",
    ],
    constants: &[
        "false", "null", "true",
    ],
    types: &[],
};
#[rustfmt::skip]
pub(super) const DART: Words = Words {
    keywords: &[
        "abstract", "as", "assert", "async", "await", "base", "break", "case", "catch", "class", "const", "continue",
        "covariant", "default", "deferred", "do", "else", "enum", "export", "extends", "extension", "external",
        "factory", "final", "finally", "for", "get", "if", "implements", "import", "in", "interface", "is", "late",
        "library", "mixin", "new", "on", "operator", "part", "required", "rethrow", "return", "sealed", "set", "show",
        "static", "super", "switch", "sync", "this", "throw", "try", "typedef", "var", "when", "while", "with", "yield",
    ],
    constants: &[
        "false", "null", "true",
    ],
    types: &[
        "bool", "double", "dynamic", "int", "num", "void",
    ],
};
#[rustfmt::skip]
pub(super) const PHP: Words = Words {
    keywords: &[
        "abstract", "and", "array", "as", "break", "callable", "case", "catch", "class", "clone", "const", "continue",
        "declare", "default", "do", "echo", "else", "elseif", "empty", "enum", "extends", "final", "finally", "fn",
        "for", "foreach", "function", "global", "goto", "if", "implements", "include", "include_once", "instanceof",
        "insteadof", "interface", "isset", "list", "match", "namespace", "new", "or", "print", "private", "protected",
        "public", "readonly", "require", "require_once", "return", "static", "switch", "throw", "trait", "try", "unset",
        "use", "var", "while", "xor", "yield",
    ],
    constants: &[
        "FALSE", "NULL", "TRUE", "false", "null", "true",
    ],
    types: &[
        "bool", "float", "int", "iterable", "mixed", "object", "string", "void",
    ],
};
#[rustfmt::skip]
pub(super) const RUBY: Words = Words {
    keywords: &[
        "alias", "and", "begin", "break", "case", "class", "def", "defined", "do", "else", "elsif", "end", "ensure",
        "extend", "for", "if", "in", "include", "module", "next", "not", "or", "private", "protected", "public",
        "raise", "redo", "require", "require_relative", "rescue", "retry", "return", "self", "super", "then", "undef",
        "unless", "until", "when", "while", "yield",
    ],
    constants: &[
        "__FILE__", "false", "nil", "true",
    ],
    types: &[],
};
#[rustfmt::skip]
pub(super) const VB: Words = Words {
    keywords: &[
        "addhandler", "addressof", "alias", "and", "andalso", "as", "byref", "byval", "call", "case", "catch", "class",
        "const", "continue", "declare", "default", "delegate", "dim", "directcast", "do", "each", "else", "elseif",
        "end", "endif", "enum", "erase", "error", "event", "exit", "finally", "for", "friend", "function", "get",
        "gettype", "global", "gosub", "goto", "handles", "if", "implements", "imports", "in", "inherits", "interface",
        "is", "isnot", "let", "lib", "like", "loop", "me", "mod", "module", "mustinherit", "mustoverride", "mybase",
        "myclass", "namespace", "narrowing", "new", "next", "not", "notinheritable", "notoverridable", "of", "on",
        "operator", "option", "optional", "or", "orelse", "overloads", "overridable", "overrides", "paramarray",
        "partial", "private", "property", "protected", "public", "raiseevent", "readonly", "redim", "rem",
        "removehandler", "resume", "return", "select", "set", "shadows", "shared", "static", "step", "stop",
        "structure", "sub", "synclock", "then", "throw", "to", "try", "trycast", "typeof", "until", "using", "wend",
        "when", "while", "widening", "with", "withevents", "writeonly", "xor",
    ],
    constants: &[
        "false", "nothing", "null", "true",
    ],
    types: &[
        "boolean", "byte", "char", "date", "decimal", "double", "integer", "long", "object", "sbyte", "short", "single",
        "string", "uinteger", "ulong", "ushort", "variant",
    ],
};
#[rustfmt::skip]
pub(super) const FSHARP: Words = Words {
    keywords: &[
        "abstract", "and", "as", "assert", "async", "base", "begin", "class", "default", "delegate", "do", "done",
        "downcast", "downto", "elif", "else", "end", "exception", "extern", "finally", "fixed", "for", "fun",
        "function", "global", "if", "in", "inherit", "inline", "interface", "internal", "lazy", "let", "match",
        "member", "module", "mutable", "namespace", "new", "not", "of", "open", "or", "override", "private", "public",
        "rec", "return", "select", "static", "struct", "then", "to", "try", "type", "upcast", "use", "val", "void",
        "when", "while", "with", "yield",
    ],
    constants: &[
        "None", "Some", "false", "null", "true",
    ],
    types: &[
        "bool", "byte", "char", "decimal", "float", "int", "int64", "list", "obj", "option", "seq", "string", "unit",
    ],
};
#[rustfmt::skip]
pub(super) const SQL: Words = Words {
    keywords: &[
        "add", "all", "alter", "and", "any", "apply", "as", "asc", "authorization", "backup", "begin", "between",
        "break", "by", "cascade", "case", "cast", "catch", "check", "checkpoint", "close", "clustered", "collate",
        "column", "commit", "constraint", "continue", "convert", "create", "cross", "cursor", "database", "deallocate",
        "declare", "default", "delete", "deny", "desc", "disable", "distinct", "drop", "else", "enable", "end",
        "escape", "except", "exec", "execute", "exists", "external", "fetch", "file", "filegroup", "for", "foreign",
        "from", "full", "function", "go", "grant", "group", "having", "identity", "if", "in", "index", "inner",
        "insert", "intersect", "into", "is", "join", "key", "left", "like", "limit", "login", "merge", "not", "of",
        "off", "offset", "on", "open", "option", "or", "order", "out", "outer", "over", "partition", "percent", "pivot",
        "primary", "print", "proc", "procedure", "public", "raiserror", "read", "references", "restore", "return",
        "returns", "revoke", "right", "role", "rollback", "row", "rows", "schema", "select", "set", "some",
        "statistics", "table", "temporary", "then", "throw", "to", "top", "tran", "transaction", "trigger", "truncate",
        "try", "union", "unique", "update", "use", "user", "using", "values", "view", "when", "where", "while", "with",
    ],
    constants: &[
        "false", "null", "true",
    ],
    types: &[
        "bigint", "binary", "bit", "char", "date", "datetime", "datetime2", "datetimeoffset", "decimal", "float", "int",
        "integer", "money", "nchar", "ntext", "numeric", "nvarchar", "real", "serial", "smallint", "sysname", "text",
        "time", "timestamp", "tinyint", "uniqueidentifier", "varbinary", "varchar", "xml",
    ],
};
#[rustfmt::skip]
pub(super) const KUSTO: Words = Words {
    keywords: &[
        "and", "as", "asc", "between", "by", "consume", "contains", "contains_cs", "count", "datatable", "declare",
        "default", "desc", "distinct", "endswith", "evaluate", "extend", "externaldata", "facet", "find", "first",
        "fork", "from", "getschema", "has", "has_all", "has_any", "in", "innerunique", "into", "invoke", "join", "kind",
        "last", "leftanti", "leftouter", "let", "limit", "lookup", "matches", "materialize", "not", "notcontains",
        "nulls", "of", "on", "or", "order", "parse", "partition", "pattern", "print", "project", "range", "reduce",
        "regex", "render", "rightouter", "sample", "scan", "search", "serialize", "set", "sort", "startswith", "step",
        "summarize", "take", "to", "top", "toscalar", "typeof", "union", "where", "with",
    ],
    constants: &[
        "false", "null", "true",
    ],
    types: &[
        "bool", "boolean", "date", "datetime", "decimal", "double", "dynamic", "guid", "int", "long", "real", "string",
        "time", "timespan",
    ],
};
#[rustfmt::skip]
pub(super) const LUA: Words = Words {
    keywords: &[
        "and", "break", "do", "else", "elseif", "end", "for", "function", "goto", "if", "in", "local", "not", "or",
        "repeat", "return", "then", "until", "while",
    ],
    constants: &[
        "false", "nil", "true",
    ],
    types: &[],
};
#[rustfmt::skip]
pub(super) const R: Words = Words {
    keywords: &[
        "break", "else", "for", "function", "if", "in", "library", "next", "repeat", "require", "return", "source",
        "while",
    ],
    constants: &[
        "FALSE", "Inf", "NA", "NULL", "NaN", "TRUE",
    ],
    types: &[],
};
#[rustfmt::skip]
pub(super) const PERL: Words = Words {
    keywords: &[
        "and", "bless", "continue", "do", "else", "elsif", "eq", "for", "foreach", "ge", "given", "goto", "gt", "if",
        "last", "le", "local", "lt", "my", "ne", "next", "no", "not", "or", "our", "package", "print", "redo",
        "require", "return", "say", "sub", "undef", "unless", "until", "use", "wantarray", "when", "while", "xor",
    ],
    constants: &[
        "__END__", "undef",
    ],
    types: &[],
};
#[rustfmt::skip]
pub(super) const HCL: Words = Words {
    keywords: &[
        "data", "for", "for_each", "if", "in", "locals", "module", "moved", "output", "provider", "resource",
        "terraform", "variable",
    ],
    constants: &[
        "false", "null", "true",
    ],
    types: &[
        "any", "bool", "list", "map", "number", "object", "set", "string", "tuple",
    ],
};
#[rustfmt::skip]
pub(super) const BICEP: Words = Words {
    keywords: &[
        "as", "assert", "existing", "extension", "for", "func", "if", "import", "in", "metadata", "module", "output",
        "param", "provider", "resource", "targetScope", "type", "using", "var", "with",
    ],
    constants: &[
        "false", "null", "true",
    ],
    types: &[
        "any", "array", "bool", "int", "object", "string",
    ],
};
#[rustfmt::skip]
pub(super) const PROTO: Words = Words {
    keywords: &[
        "enum", "extend", "extensions", "import", "max", "message", "oneof", "option", "optional", "package", "public",
        "repeated", "required", "reserved", "returns", "rpc", "service", "stream", "syntax", "to",
    ],
    constants: &[
        "false", "true",
    ],
    types: &[
        "bool", "bytes", "double", "fixed32", "fixed64", "float", "int32", "int64", "map", "sfixed32", "sfixed64",
        "sint32", "sint64", "string", "uint32", "uint64",
    ],
};
#[rustfmt::skip]
pub(super) const GRAPHQL: Words = Words {
    keywords: &[
        "directive", "enum", "extend", "fragment", "implements", "input", "interface", "mutation", "on", "query",
        "scalar", "schema", "subscription", "type", "union",
    ],
    constants: &[
        "false", "null", "true",
    ],
    types: &[
        "Boolean", "Float", "ID", "Int", "String",
    ],
};
#[rustfmt::skip]
pub(super) const MOF: Words = Words {
    keywords: &[
        "amended", "association", "class", "dynamic", "endqualifier", "flavor", "include", "instance", "key", "of",
        "pragma", "qualifier", "ref", "schema", "scope", "write",
    ],
    constants: &[
        "false", "null", "true",
    ],
    types: &[
        "boolean", "char16", "datetime", "real32", "real64", "sint16", "sint32", "sint64", "sint8", "string", "uint16",
        "uint32", "uint64", "uint8",
    ],
};
#[rustfmt::skip]
pub(super) const DOCKER: Words = Words {
    keywords: &[
        "ADD", "ARG", "AS", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER",
        "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
    ],
    constants: &[],
    types: &[],
};
#[rustfmt::skip]
pub(super) const MAKE: Words = Words {
    keywords: &[
        "define", "else", "endef", "endif", "export", "ifdef", "ifeq", "ifndef", "ifneq", "include", "override",
        "undefine", "unexport",
    ],
    constants: &[],
    types: &[],
};
#[rustfmt::skip]
pub(super) const DAX: Words = Words {
    keywords: &[
        "asc", "at", "by", "column", "define", "desc", "evaluate", "in", "measure", "not", "order", "return", "start",
        "table", "var",
    ],
    constants: &[
        "blank", "false", "true",
    ],
    types: &[],
};
