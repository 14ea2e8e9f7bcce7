//! Sentences of many languages, and what holds for the sentences of any text.

use super::*;
use proptest::prelude::*;

/// The sentences of a text as the table writes them: with `|` between them.
fn cut(language: &str, text: &str) -> String {
    let rules = Rules::of(language);
    rules.sentences(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>().join("|")
}

/// Each row: a language and sentences with `|` between them where they are to be cut; the text has a space there.
fn check(rows: &[(&str, &str)]) {
    for (language, expected) in rows {
        assert_eq!(cut(language, &expected.replace('|', " ")), *expected, "{language}");
    }
}

#[test]
fn words_with_full_stops() {
    check(&[
        ("en", "Use a name, e.g. Contoso, for it.|Then stop."),
        ("en", "It is sold in the U.S. Government cloud.|Ask us."),
        ("en", "See No. 5 of the list.|Say no.|Go on."),
        ("en", "Join it to Azure AD.|Use IE.|Go on."),
        ("it", "Usare un nome, ad es. Contoso.|Quindi uscire."),
        ("it", "Aprire il portale di Azure AD.|Uscire."),
        ("nl", "Kies een naam, bijv. Contoso.|Sluit af."),
        ("sv", "Välj ett namn, t.ex. Contoso.|Spara det."),
        ("da", "Vælg et navn, f.eks. Contoso.|Gem det."),
        ("nb", "Velg et navn, f.eks. Contoso.|Lagre det."),
        ("de", "Das gilt z. B. Montag.|Danach nicht."),
        ("de", "Das gilt z.B. Montag, d. h. bald.|Danach nicht."),
        ("fr", "Voir M. Martin, p. 5.|Puis sortir."),
        ("es", "Consulte al Sr. López, p. ej. Mañana.|Salga."),
        ("pt", "Fale com o Sr. Costa, p. ex. Hoje.|Saia."),
        ("pl", "Wybierz nazwę, np. Contoso.|Zapisz ją."),
        ("cs", "Zvolte název, např. Contoso.|Uložte ho."),
        ("ru", "Выберите имя, т. е. Контосо, см. Раздел.|Сохраните."),
        ("uk", "Виберіть назву, див. Розділ.|Збережіть."),
        ("el", "Επιλέξτε όνομα, π.χ. Αθήνα.|Αποθηκεύστε."),
        ("tr", "Bir ad seçin, bkz. Ankara.|Kaydedin."),
        ("da", "Der er en forbindelse pr. Contoso.|Gem den."),
        ("de", "Das gilt in der U.S. Cloud.|Danach nicht."),
        ("ar", "أ.|افتح الصفحة.|ثم أغلقها."),
        ("ar", "افتح الصفحة.|ثم أغلقها؟|نعم."),
        ("ko", "파일을 엽니다.|그런 다음 닫습니다."),
        ("ko", "\"열 수 없습니다.\"라고 표시됩니다.|닫습니다."),
        ("es", "Está en la unidad C.|Después, salga."),
        ("de", "In Spalte D.|Danach nicht."),
        ("de", "Das sind Dateien dieser Art.|Danach nicht."),
        ("fr", "En cas de perte ou de vol.|Voir fig. 3."),
        ("fr", "Voir M. Martin.|Sortir."),
        ("ro", "Deschideți contul dvs.|Apoi ieșiți."),
        ("ru", "Файлы, папки и т. д.|Затем выйдите."),
        ("en", "It takes 500 ms.|Then it stops.|Ask Ms. Smith."),
        ("sv", "Kör en bil.|Se bil. 3."),
        ("tr", "Dosyalar vb.|Sonra çıkın."),
        ("xx", "Mr. Smith, e.g. Anna.|Stop."),
    ]);
}

#[test]
fn numbers_names_and_marks() {
    check(&[
        ("en", "1. Open the page."),
        ("en", "Install 2.0.|Version 3.1.4 is old.|10 users may try it."),
        ("en", "Built on .NET and Node.js.|.NET is there."),
        ("en", "Open web.config or User.Read.All.|Save it."),
        ("en", "Wait ... and see.|It works."),
        ("en", "Select **More ...** > **Add** now.|Done."),
        ("en", "He said \"Stop.\"|Then he left."),
        ("en", "It is kept (for a while.)|Then it goes."),
        ("en", "It is deleted.|(90 days later.)|Really?|Yes!"),
        ("en", "Set *Enable it?* to **Yes**."),
        ("en", "Set \"Enable it?\" to Yes."),
        ("en", "Open **Need help?** now.|Done?|Yes."),
        ("nl", "Importeer een bestand (. PST) nu.|Klaar."),
        ("nl", "Neem contact op. \""),
        ("en", "Read this: it is short; but good.|Fine."),
        ("de", "Am 5. Mai und im 3. Kapitel.|Im Jahr 2021.|Mai ist schön."),
        ("da", "Se 3. kapitel.|Gå videre."),
        ("de", "Am 12. 5. 2021 war es so weit.|10 Tage später nicht."),
        ("cs", "Dne 12. 5. 2021 to bylo.|Potom ne."),
        ("sk", "Pozrite si 3. kapitolu.|Potom skončite."),
        ("hu", "A dátum 2021. 05. 12. volt.|Azután nem."),
        ("pl", "Dnia 3. maja.|Potem nie."),
        ("fi", "Päivä oli 12. 5. 2021.|Sitten ei."),
        ("hr", "Dana 12. 5. 2021. to je bilo.|Zatim ne."),
        ("sr-Latn", "Dana 12. 5. 2021. to je bilo.|Zatim ne."),
        ("sl", "Dne 12. 5. 2021 je bilo.|Potem ne."),
        ("nb", "Den 12. 5. 2021 var det.|Så ikke."),
        ("en", "It was so in 2021.|10 users left."),
        ("el", "Θέλετε βοήθεια;|Επιλέξτε \"Ναι\"; αλλιώς όχι.|Τέλος."),
        ("el", "Θέλετε βοήθεια\u{37e}|Ναι."),
        ("en", "Open it; then wait; Then stop."),
        ("sv", "**Obs!** Du kan spara.|Klart!|Bra."),
        ("sv", "Obs! Du kan spara."),
        ("da", "Bemærk! Du kan gemme.|Godt."),
    ]);
}

#[test]
fn chinese_japanese_and_korean_need_no_space() {
    assert_eq!(cut("ja", "ページを開きます。次に**保存**します。"), "ページを開きます。|次に**保存**します。");
    assert_eq!(
        cut("ja", "「開けません。後で試してください。」と表示されます。終了します。"),
        "「開けません。後で試してください。」と表示されます。|終了します。"
    );
    assert_eq!(cut("ja", "「開けません。」次に進みます。"), "「開けません。」|次に進みます。");
    assert_eq!(cut("ja", "開きます。[**ファイル**](a.md)を選びます。"), "開きます。|[**ファイル**](a.md)を選びます。");
    assert_eq!(cut("ja", "開きます。（後で）閉じます。"), "開きます。|（後で）閉じます。");
    assert_eq!(cut("zh", "打开页面！保存吗？好。"), "打开页面！|保存吗？|好。");
    assert_eq!(cut("zh", "打开页面!保存吗?好的。"), "打开页面!|保存吗?|好的。");
    assert_eq!(cut("ja", "開きますか?はい。"), "開きますか?|はい。");
    assert_eq!(cut("ja", "`a.b`?x と Node.js を使います。"), "`a.b`?x と Node.js を使います。");
    assert_eq!(cut("zh", "**打开。** 保存。"), "**打开。**|保存。");
}

#[test]
fn markup_is_never_cut() {
    check(&[
        ("en", "Run `a. B. C.` now.|Then `stop. Now.`"),
        ("en", "See [Open it. Close it.](a.md).|Then go."),
        ("en", "See ![One. Two.](a.png).|Then go."),
        ("en", "It is **bold.**|**So** is this."),
        ("en", "See <https://a.example/B.C> now.|Then go."),
        ("en", "See https://a.example/b?c=D.|Then go."),
        ("en", "A <b title=\"One. Two.\">name</b>.|<i>Next</i> one."),
        ("en", "See [!INCLUDE [One. Two.](a.md)].|Then go."),
        ("en", "See :::image type=\"icon\" source=\"a.png\" alt-text=\"One. Two.\"::: there.|Then go."),
        ("en", "AT&amp;T.|Next \\*one\\*."),
    ]);
}

#[test]
fn line_breaks() {
    assert_eq!(cut("en", "One line  \nand another\\\nand<br>a last one"), "One line|and another|and|a last one");
    assert_eq!(cut("en", "Wrapped text.\nNext sentence goes\non here."), "Wrapped text.|Next sentence goes\non here.");
    assert_eq!(cut("fr", "Fini\u{a0}!\u{a0}Bien.\u{202f}Oui."), "Fini\u{a0}!|Bien.|Oui.");
    assert_eq!(
        cut("fr", "Il dit «\u{a0}Bonjour.\u{a0}» Puis il part. Elle dit «\u{a0}Non\u{a0}!\u{a0}» et reste."),
        "Il dit «\u{a0}Bonjour.\u{a0}»|Puis il part.|Elle dit «\u{a0}Non\u{a0}!\u{a0}» et reste."
    );
    assert_eq!(cut("en", "Do this.\n  b. Do that."), "Do this.|b.|Do that.");
    assert_eq!(cut("en", ""), "");
    assert_eq!(cut("en", " \n "), "");
    assert_eq!(cut("en", "  One.  "), "One.");
}

#[test]
fn sentences_without_marks() {
    let rules = Rules::of("th-TH");
    let text = "เปิดหน้านี้ แล้วคลิก [บันทึก ไฟล์](a.md) เสร็จแล้ว";
    assert!(rules.unmarked());
    assert_eq!(rules.sentences(text).len(), 1);
    let pieces: Vec<&str> = rules.candidates(text).into_iter().map(|range| &text[range]).collect();
    assert_eq!(pieces, ["เปิดหน้านี้", "แล้วคลิก", "[บันทึก ไฟล์](a.md)", "เสร็จแล้ว"]);
    assert_eq!(Rules::of("en").candidates("One. Two.").len(), 2);
    assert_eq!(cut("my", "ဖွင့်ပါ။ ပိတ်ပါ။"), "ဖွင့်ပါ။|ပိတ်ပါ။");
}

/// Texts made to be slow where a place is looked at more than a few times.
#[test]
#[allow(clippy::disallowed_methods)]
fn time_is_linear() {
    let size = 1 << 17;
    let rules = Rules::of("ja");
    let parts = [
        ".",
        ". ",
        "a. ",
        "1. ",
        "。",
        "「。",
        "「a。",
        "（",
        ".(",
        ".)",
        "! ",
        "Obs! ",
        "http://",
        "[!include ",
        ":::a ",
        "[a](b). ",
        "**a. b** ",
        "<br>",
        "\\\n",
        "&amp;",
        "**",
        "[",
        "<b>",
        "\u{a0}",
        "a.\u{a0}",
        "z. B. ",
        "? x ",
        ".a ",
        "`",
        "A",
        "」。",
    ];
    for part in parts {
        let text = part.repeat(size / part.len());
        let start = std::time::Instant::now();
        rules.sentences(&text);
        assert!(start.elapsed().as_secs() < 20, "{part:?} took {:?}", start.elapsed());
    }
}

fn hold(text: &str, language: &str) -> Result<(), TestCaseError> {
    let rules = Rules::of(language);
    for found in [rules.sentences(text), rules.candidates(text)] {
        let mut at = 0;
        for range in &found {
            prop_assert!(range.start >= at && range.end > range.start && range.end <= text.len(), "{found:?}");
            prop_assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
            prop_assert!(only_space(&text[at..range.start]), "{:?} is lost", &text[at..range.start]);
            at = range.end;
        }
        prop_assert!(only_space(&text[at..]), "{:?} is lost", &text[at..]);
    }
    Ok(())
}

/// Whether a text is white space and line breaks.
fn only_space(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut rest = lower.replace('\\', " ");
    while let Some(at) = rest.find("<br") {
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        rest.replace_range(at..end, " ");
    }
    rest.trim().is_empty()
}

proptest! {
    #[test]
    fn nothing_is_lost_of_any_text(text in "\\PC{0,80}", language in "en|de|ja|th|xx") {
        hold(&text, &language)?;
    }

    #[test]
    fn nothing_is_lost_of_markdown(
        parts in proptest::collection::vec(proptest::sample::select(vec![
            "A", "b", ". ", ".", "! ", "? ", "。", "「", "」", "**", "*", "_", "`", "[", "](a.md)", "![", "<b>", "</b>", "<br>", "<!-- a. B -->", "\\", "\n", "  \n",
            "\\\n", "&nbsp;", "&amp;", "1. ", "- ", "> ", "# ", "| ", "[!INCLUDE [a. B](c)]", ":::image a=\"B. C\":::", ":::", "https://a.example/B. ", "<https://a.example>",
            "\u{a0}", "z. B. ", "(", ")", " ", "\t", "~~", "    ", "\r\n", "[^1]", "\"", "...",
        ]), 0..24),
        language in "en|de|ja|th",
    ) {
        hold(&parts.concat(), &language)?;
    }

    /// A sentence that is cut again stays whole.
    #[test]
    fn a_sentence_is_one_sentence(
        parts in proptest::collection::vec(proptest::sample::select(vec![
            "Open the page. ", "See `a. B`. ", "Set **it** to *no*. ", "Really? ", "Use [this. One](a.md) first. ", "(It is long.) ", "e.g. Contoso is one. ", "Stop! ",
        ]), 1..8),
    ) {
        let text = parts.concat();
        let rules = Rules::of("en");
        for range in rules.sentences(&text) {
            prop_assert_eq!(rules.sentences(&text[range.clone()]), vec![0..range.len()], "{}", &text[range]);
        }
    }
}
