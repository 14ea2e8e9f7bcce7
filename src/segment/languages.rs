//! The words of each language whose full stop does not end a sentence.
//!
//! In: a language tag, a word. Out: whether the word is an abbreviation. Never: lists what is as often last as not (`etc.`, `usw.`): the
//! letter behind it decides, as Unicode's rules have it.
//!
//! Words are in lower case and without their last full stop. Of an abbreviation in several parts (`z. B.`) each part is listed; single letters in a row
//! need no entry.

/// The words of a language.
#[derive(Debug)]
pub struct Words {
    language: &'static str,
    /// Abbreviations that stand before what they belong to.
    abbreviations: &'static [&'static str],
    /// Words that are abbreviations only before a number or a letter in capitals: `no. 5`, `Abb. 3`.
    before_number: &'static [&'static str],
    /// What a number with a full stop may count where nouns begin with a capital: `5. Mai`, `3. Kapitel`.
    counted: &'static [&'static str],
    /// Whether sentences have no end marks.
    pub unmarked: bool,
}

/// Languages that write a full stop behind the parts of a date and other ordinals: `12. 5. 2021`.
const ORDINALS: &[&str] = &["de", "da", "nb", "fi", "is", "et", "lv", "pl", "cs", "sk", "sl", "hr", "hu"];

/// What stands for `and so on` and ends in single letters: it is as often last as not.
const AND_SO_ON: &[&str] = &["т. д", "т. п", "т.д", "т.п", "т. ін", "т.ін"];

/// The words of the language of a tag, or those that every language has.
pub fn words(tag: &str) -> &'static Words {
    let language = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let known = match language.as_str() {
        "no" | "nn" => "nb",
        "lb" => "de",
        "bs" | "sr" => "hr",
        "gl" => "es",
        other => other,
    };
    ALL.iter().find(|words| words.language == known).unwrap_or(&ANY)
}

impl Words {
    /// Whether a full stop behind `word`, the last one of `body`, is a part of it; `after` is what follows.
    pub fn is_abbreviation(&self, word: &str, body: &str, after: &str) -> bool {
        // A name in capitals (`AD`, `IE`) is no abbreviation that happens to be spelled so.
        if word.is_empty() || (word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase())) {
            return false;
        }
        if AND_SO_ON.iter().any(|end| body.ends_with(end)) {
            return false;
        }
        let lower = word.to_lowercase();
        // A letter in capitals is a name: of a drive, a column, a choice.
        let is_name = word.chars().count() == 1 && lower != word;
        let written = if is_name { word } else { &lower };
        let has = |list: &[&str]| list.contains(&written);
        has(EVERYWHERE)
            || has(self.abbreviations)
            || (has(self.before_number) && after.starts_with(|c: char| c.is_numeric()))
            || word == "Ms"
            || is_next_letter(word, body)
    }

    /// Whether a number with a full stop may be an ordinal before another number.
    pub fn has_ordinals(&self) -> bool {
        ORDINALS.contains(&self.language)
    }

    /// Whether a semicolon asks.
    pub fn semicolon_asks(&self) -> bool {
        self.language == "el"
    }

    /// Whether a number before `word` with a full stop is an ordinal.
    pub fn is_ordinal_noun(&self, word: &str) -> bool {
        !word.is_empty() && !self.counted.is_empty() && self.counted.contains(&word.to_lowercase().as_str())
    }
}

/// Whether `word` is a single letter behind another one with a full stop: `B` of `z. B.`.
fn is_next_letter(word: &str, body: &str) -> bool {
    let mut letters = word.chars();
    let single = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    let Some(before) = body[..body.len() - word.len()].trim_end().strip_suffix('.') else { return false };
    let mut last = before.chars().rev();
    single && last.next().is_some_and(char::is_lowercase) && last.next().is_none_or(|c| !c.is_alphanumeric() && c != '.')
}

/// English and Latin ones stand in texts of every language.
const EVERYWHERE: &[&str] = &["e.g", "i.e", "vs", "cf", "mr", "mrs", "dr", "prof", "ca", "approx", "incl", "resp", "u.s"];

const NONE: &[&str] = &[];

const ANY: Words =
    Words { language: "", abbreviations: NONE, before_number: &["no", "nr", "fig"], counted: NONE, unmarked: false };

/// A language of which only the words are told.
const fn marked(language: &'static str, abbreviations: &'static [&'static str], before_number: &'static [&'static str]) -> Words {
    Words { language, abbreviations, before_number, counted: NONE, unmarked: false }
}

const fn unmarked(language: &'static str) -> Words {
    Words { language, abbreviations: NONE, before_number: NONE, counted: NONE, unmarked: true }
}

const ALL: &[Words] = &[
    marked(
        "en",
        &[
            "eg", "ie", "viz", "al", "st", "mt", "ft", "gen", "gov", "sen", "rep", "capt", "lt", "col", "sgt", "rev", "hon",
            "dept", "esp", "est", "ex", "jan", "feb", "aug", "sept", "oct", "nov", "dec",
        ],
        &["no", "nos", "fig", "figs", "sec", "ch", "vol", "pp", "p", "eq", "v", "ver", "art", "ed", "mar", "apr", "jun", "jul"],
    ),
    marked(
        "it",
        &[
            "es", "p.es", "ad", "cfr", "sig", "sigg", "dott", "dr.ssa", "ing", "avv", "geom", "rag", "prof.ssa", "spett", "egr",
            "gent", "rif", "tel", "art", "artt", "cap", "fig", "figg", "tab", "pag", "pagg", "num", "vol", "ecc.ma", "c.a",
            "s.p", "v", "vd",
        ],
        &["n", "nn", "p", "pp", "par", "sez", "ver", "nr", "all"],
    ),
    marked(
        "nl",
        &[
            "bijv", "bv", "b.v", "d.w.z", "dwz", "m.a.w", "o.a", "m.b.t", "t.o.v", "i.v.m", "a.d.h.v", "d.m.v", "m.u.v", "t.a.v",
            "t/m", "evt", "excl", "zgn", "z.g", "dhr", "mevr", "mw", "ir", "drs", "mr", "blz", "vgl", "nl", "afb", "art",
            "hfdst", "vb", "bijz", "resp",
        ],
        &["nr", "nrs", "p", "pag", "tel", "st", "jl"],
    ),
    marked("ar", &["د", "م", "ص.ب", "مثال", "هـ"], &["ص", "ج", "ط", "رقم"]),
    marked(
        "sv",
        &[
            "t.ex", "t", "ex", "dvs", "d.v.s", "bl.a", "bl", "f.n", "fr.o.m", "fr", "t.o.m", "s.k", "sk", "m.a.o", "p.g.a",
            "pga", "m.h.t", "jfr", "jmf", "obs", "eg", "ev", "exkl", "inkl", "i st.f", "resp", "tel", "kl", "nuv", "enl", "fig",
            "tab", "kap", "max", "min", "ung", "c:a", "anm",
        ],
        &["bil", "nr", "s", "sid", "st", "v", "ver"],
    ),
    marked(
        "da",
        &[
            "f.eks", "f", "eks", "feks", "pr", "bl.a", "bl", "dvs", "d.v.s", "ift", "iflg", "jf", "jfr", "pga", "p.g.a", "mht",
            "m.h.t", "fx", "evt", "ekskl", "inkl", "ang", "vedr", "hhv", "h.h.v", "if", "kl", "max", "maks", "min", "mio", "mia",
            "tlf", "pkt", "vha", "v.h.a", "s.k", "såk", "såkaldt", "bem", "obs", "ca", "d.d", "pt", "p.t", "frk", "hr", "kap",
            "afsn",
        ],
        &["nr", "s", "fig", "tab", "stk", "art", "ver", "d", "den"],
    ),
    Words {
        language: "de",
        abbreviations: &[
            "z.b", "z", "bzw", "d.h", "d", "u.a", "u.u", "ggf", "ggfs", "evtl", "inkl", "exkl", "einschl", "bspw", "sog", "vgl",
            "ugs", "allg", "i.d.r", "i.d", "o.ä", "o.g", "s.o", "s.u", "m.e", "u.ä", "v.a", "a.d", "zzgl", "abzgl", "ca", "max",
            "min", "mind", "std", "str", "tel", "nr", "hr", "fr", "hrn", "dipl", "ing", "st", "abs", "abb", "tab", "kap", "bd",
            "hrsg", "jh", "mio", "mrd", "zb", "dh", "engl", "dt", "lt", "gem", "bezgl", "bzgl", "usf", "entspr", "insb",
            "insbes", "od", "urspr", "n",
        ],
        before_number: &["art", "s", "nrn", "ver", "v", "ziff", "zl", "anm", "aufl", "ausg", "tsd"],
        counted: &[
            "januar",
            "jänner",
            "februar",
            "märz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "dezember",
            "jan",
            "feb",
            "mär",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "okt",
            "nov",
            "dez",
            "quartal",
            "kapitel",
            "generation",
            "jahrhundert",
            "tag",
            "woche",
            "monat",
            "jahr",
            "stock",
            "etage",
            "auflage",
            "ausgabe",
            "stelle",
            "zeile",
            "spalte",
            "klasse",
            "platz",
            "mal",
            "teil",
            "halbjahr",
            "lebensjahr",
            "montag",
            "dienstag",
            "mittwoch",
            "donnerstag",
            "freitag",
            "samstag",
            "sonntag",
        ],
        unmarked: false,
    },
    marked(
        "fr",
        &[
            "M", "mm", "mme", "mlle", "p.ex", "ex", "c.-à-d", "càd", "cad", "env", "éd", "réf", "tél", "av", "bd", "st", "ste",
            "janv", "févr", "juil", "déc", "éq", "min", "max", "sté", "dépt", "hab", "suiv", "n.b", "nb",
        ],
        &[
            "art", "vol", "fig", "figs", "tab", "chap", "n", "no", "nos", "p", "pp", "par", "ver", "sect", "oct", "nov", "sept",
            "avr", "al",
        ],
    ),
    marked(
        "es",
        &[
            "p.ej", "ej", "p", "sr", "sra", "srta", "sres", "dra", "lic", "ud", "uds", "vd", "vds", "d", "dña", "pág", "págs",
            "fig", "cap", "art", "núm", "tel", "tfno", "av", "avda", "aprox", "máx", "mín", "ref", "ed", "gral", "admón", "ee",
            "eeuu", "c", "cía", "depto", "dpto", "esq", "n.º",
        ],
        &["no", "nro", "n", "pp", "vers", "sec", "párr", "apdo"],
    ),
    marked(
        "pt",
        &[
            "p.ex", "ex", "p", "sr", "sra", "srs", "sras", "dra", "dr.ª", "eng", "exmo", "exma", "d", "av", "tel", "pág", "págs",
            "fig", "figs", "cap", "art", "núm", "vol", "ed", "aprox", "máx", "mín", "ref", "obs", "jan", "fev", "abr", "ago",
            "dez", "dept", "n.º", "v",
        ],
        &["n", "no", "pp", "seç", "sec", "par", "ver", "set", "out", "nov", "mar", "mai", "jun", "jul"],
    ),
    marked(
        "pl",
        &[
            "np", "m.in", "m", "in", "tzn", "tzw", "tj", "tzn", "ok", "ws", "dot", "godz", "ul", "al", "pl", "os", "prof", "inż",
            "mgr", "hab", "lek", "red", "św", "pt", "ps", "por", "zob", "ew", "ewent", "maks", "min", "tys", "mln", "mld", "wg",
            "r.m", "b.r", "jw", "j.w", "tel", "woj", "pow", "gm", "właśc", "ang", "łac", "niem", "pol",
        ],
        &["nr", "s", "str", "rys", "tab", "rozdz", "art", "ust", "pkt", "poz", "par", "wer", "t", "z", "zał"],
    ),
    marked(
        "cs",
        &[
            "např", "tzv", "tzn", "tj", "t.j", "mj", "popř", "příp", "resp", "cca", "č", "čís", "tel", "ing", "mgr", "bc",
            "mudr", "judr", "rndr", "phdr", "doc", "prof", "sv", "ul", "nám", "max", "min", "mil", "tis", "mld", "vč", "viz",
            "srov", "angl", "něm", "lat", "p", "pí", "kpt", "gen", "pozn", "zkr",
        ],
        &["str", "s", "obr", "tab", "kap", "odst", "písm", "bod", "ver", "sv", "roč", "čl"],
    ),
    marked(
        "sk",
        &[
            "napr", "tzv", "tzn", "t.j", "tj", "t.z", "resp", "príp", "popr", "cca", "č", "čís", "tel", "ing", "mgr", "bc",
            "mudr", "judr", "rndr", "phdr", "doc", "sv", "ul", "nám", "max", "min", "mil", "tis", "mld", "vrát", "porov", "angl",
            "p", "pozn",
        ],
        &["str", "s", "obr", "tab", "kap", "ods", "písm", "ver", "čl"],
    ),
    marked(
        "ru",
        &[
            "т",
            "т.е",
            "т.к",
            "т.н",
            "напр",
            "см",
            "ср",
            "гр",
            "г-н",
            "г-жа",
            "им",
            "ул",
            "пр",
            "просп",
            "пер",
            "пл",
            "д",
            "кв",
            "стр",
            "рис",
            "табл",
            "гл",
            "разд",
            "п",
            "пп",
            "ч",
            "акад",
            "проф",
            "доц",
            "канд",
            "инж",
            "тел",
            "тыс",
            "млн",
            "млрд",
            "мин",
            "макс",
            "прим",
            "англ",
            "нем",
            "лат",
            "рус",
            "букв",
            "обл",
            "р-н",
            "св",
            "экз",
            "изд",
            "ред",
            "сокр",
            "ок",
        ],
        &["с", "№", "г", "ст", "абз", "верс", "в", "вып", "кн", "том"],
    ),
    marked(
        "uk",
        &[
            "т",
            "т.з",
            "т.зв",
            "напр",
            "див",
            "пор",
            "ім",
            "вул",
            "просп",
            "пл",
            "буд",
            "кв",
            "стор",
            "рис",
            "табл",
            "гл",
            "розд",
            "п",
            "пп",
            "ч",
            "акад",
            "проф",
            "доц",
            "інж",
            "тел",
            "тис",
            "млн",
            "млрд",
            "хв",
            "макс",
            "мін",
            "прим",
            "англ",
            "нім",
            "лат",
            "обл",
            "св",
            "вид",
            "ред",
            "бл",
        ],
        &["с", "№", "р", "ст", "абз", "вер", "в", "вип", "кн", "том"],
    ),
    marked(
        "bg",
        &[
            "напр",
            "т",
            "т.е",
            "т.нар",
            "нар",
            "вж",
            "срв",
            "ул",
            "бул",
            "пл",
            "гр",
            "стр",
            "фиг",
            "табл",
            "гл",
            "чл",
            "ал",
            "инж",
            "проф",
            "доц",
            "тел",
            "хил",
            "млн",
            "млрд",
            "мин",
            "макс",
            "англ",
            "нем",
            "лат",
            "св",
            "изд",
            "ред",
            "прибл",
        ],
        &["с", "№", "г", "т", "ст", "вер"],
    ),
    marked(
        "nb",
        &[
            "f.eks", "f", "eks", "pr", "bl.a", "bl", "dvs", "d.v.s", "ift", "iht", "i.h.t", "jf", "jfr", "pga", "p.g.a", "mht",
            "m.h.t", "evt", "ekskl", "inkl", "ang", "vedr", "hhv", "kl", "maks", "min", "mill", "mrd", "tlf", "pkt", "vha",
            "v.h.a", "s.k", "obs", "ca", "d.d", "p.t", "hr", "kap", "avd", "if",
        ],
        &["nr", "s", "fig", "tab", "stk", "art", "ver"],
    ),
    marked(
        "fi",
        &[
            "esim",
            "ts",
            "t.s",
            "ns",
            "nk",
            "mm",
            "m.m",
            "ml",
            "mukaan lukien",
            "ks",
            "vrt",
            "engl",
            "ruots",
            "lat",
            "huom",
            "n",
            "noin",
            "os",
            "puh",
            "klo",
            "kpl",
            "maks",
            "väh",
            "enint",
            "milj",
            "mrd",
            "tri",
            "prof",
            "hra",
            "rva",
            "nti",
            "ko",
            "em",
            "yms",
            "po",
            "vs",
            "lyh",
        ],
        &["nro", "s", "ss", "kuva", "taul", "luku", "ver", "v"],
    ),
    marked(
        "hu",
        &[
            "pl", "ill", "kb", "ún", "u.n", "ti", "vö", "ld", "dr", "id", "ifj", "özv", "max", "min", "tel", "u", "krt", "pf",
            "szerk", "ford", "kiad", "ang", "ném", "lat", "megj", "mellékl", "e", "bp",
        ],
        &["sz", "o", "old", "ábra", "tábl", "fej", "bek", "ver", "köt"],
    ),
    marked(
        "hr",
        &[
            "npr", "tj", "tzv", "tzn", "odn", "sl", "dr", "mr", "ing", "dipl", "gđa", "g", "gđica", "god", "ul", "br", "str",
            "tel", "max", "min", "maks", "mil", "tis", "mlrd", "usp", "v", "engl", "njem", "lat", "prof", "sv", "čl", "st",
            "toč",
        ],
        &["s", "tab", "pogl", "ver"],
    ),
    marked(
        "sl",
        &[
            "npr", "tj", "t.i", "ti", "oz", "dr", "mag", "ing", "dipl", "g", "ga", "gdč", "ul", "št", "str", "tel", "maks",
            "min", "mio", "mrd", "tis", "prim", "gl", "angl", "nem", "lat", "prof", "sv", "čl", "odst", "toč", "t", "tim",
            "pribl", "vklj",
        ],
        &["s", "sl", "tab", "pogl", "ver"],
    ),
    marked(
        "ro",
        &[
            "ex", "de ex", "d-na", "d-l", "dl", "dna", "dlui", "nr", "str", "bd", "tel", "pag", "fig", "tab", "cap", "art",
            "alin", "lit", "max", "min", "mil", "mld", "aprox", "v", "engl", "germ", "lat", "ing", "prof", "sf", "p", "obs",
        ],
        &["pp", "sec", "vol", "ver"],
    ),
    marked(
        "el",
        &[
            "π.χ", "π", "χ", "δηλ", "βλ", "κ", "κα", "κος", "κκ", "τηλ", "αρ", "αριθ", "σελ", "σσ", "εικ", "πίν", "κεφ", "παρ",
            "άρθ", "τόμ", "εκδ", "καθ", "μ.χ", "λ.χ", "πρβλ", "ελλ", "αγγλ", "λατ", "περ", "μεγ", "ελάχ", "εκ", "συν", "οδ",
        ],
        &["σ", "τ", "ν"],
    ),
    marked(
        "tr",
        &[
            "ör", "örn", "bkz", "krş", "yy", "hz", "doç", "yrd", "av", "müh", "cad", "sok", "sk", "mah", "apt", "no", "tel",
            "maks", "min", "mly", "çev", "haz", "yay", "ing", "alm", "lat", "st", "nr",
        ],
        &["s", "ss", "c", "bl", "şek", "tab", "md", "ver", "sür"],
    ),
    marked(
        "ca",
        &[
            "p.ex", "ex", "p", "sr", "sra", "srs", "dra", "av", "avda", "tel", "pàg", "pàgs", "fig", "cap", "art", "núm", "vol",
            "ed", "aprox", "màx", "mín", "ref", "c", "ctra", "pl",
        ],
        &["n", "no", "pp", "sec", "ver"],
    ),
    marked(
        "et",
        &[
            "nt", "st", "näit", "vt", "vrd", "s.o", "k.a", "lk", "tn", "mnt", "pst", "hr", "pr", "prl", "dr", "ing", "saks",
            "lad", "max", "min", "tuh", "milj", "mld", "tel", "lüh", "u",
        ],
        &["nr", "lg", "joon", "tab", "ptk", "ver"],
    ),
    marked(
        "lv",
        &[
            "piem", "t.i", "t.s", "sal", "sk", "resp", "u", "ģen", "dr", "prof", "inž", "kgs", "kdze", "ielas", "iela", "tālr",
            "max", "min", "maks", "tūkst", "milj", "angl", "vāc", "lat", "apm",
        ],
        &["nr", "lpp", "att", "tab", "nod", "p", "ver"],
    ),
    marked(
        "lt",
        &[
            "pvz", "t.y", "t", "žr", "plg", "vad", "pan", "dr", "prof", "inž", "p", "g", "gatv", "al", "pr", "tel", "maks",
            "min", "tūkst", "mln", "mlrd", "angl", "vok", "lot", "lentel", "maždaug", "apyt",
        ],
        &["nr", "psl", "pav", "lent", "sk", "str", "ver"],
    ),
    marked("vi", &["v.d", "vd", "tp", "ths", "ts", "pgs", "gs", "bs", "ths", "ks", "tr", "q", "p"], &["số", "tr"]),
    marked(
        "id",
        &[
            "mis", "yth", "bpk", "sdr", "drs", "ir", "jl", "no", "tel", "hlm", "hal", "maks", "min", "spt", "tgl", "a.n", "u.p",
            "a.l", "s.d",
        ],
        &["gbr", "tab", "bab", "ver", "vol"],
    ),
    marked("he", &["ד", "פרופ"], &["עמ", "מס"]),
    marked("hi", &["डॉ", "श्री", "प्रो", "उदा"], &["सं", "पृ"]),
    // Their full stop is a mark of its own; Latin words among theirs have those of every language.
    marked("ja", NONE, &["no", "vol", "ver", "fig", "p"]),
    marked("zh", NONE, &["no", "vol", "ver", "fig", "p"]),
    marked("ko", NONE, &["no", "vol", "ver", "fig", "p"]),
    unmarked("th"),
    unmarked("lo"),
    unmarked("km"),
    unmarked("my"),
];
