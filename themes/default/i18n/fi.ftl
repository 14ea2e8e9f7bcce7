# Suomi: the texts of the default theme.

## Getting around

skip-to-content = Siirry sisältöön
language = Kieli
choose-language = Valitse kieli
site-navigation = Sivuston valikko
pages = Sivut
breadcrumbs = Olet tässä
on-this-page = Tällä sivulla
home = Aloitussivu
all-pages = Kaikki sivut
toc-filter = Suodata otsikon mukaan
previous = Edellinen
next = Seuraava
page-n-of-m = Sivu { $number }/{ $count }
search = Haku
search-no-results = Ei tuloksia haulle ”{ $query }”
close = Sulje

## Search

search-prompt = Kirjoita yksi tai useampi sana.
search-keys = Selaa tuloksia nuolinäppäimillä, avaa tulos Enterillä ja palaa Esc-näppäimellä.
search-busy = Haetaan…
search-results = { $count ->
    [one] { $number } tulos haulle ”{ $query }”
   *[other] { $number } tulosta haulle ”{ $query }”
}
search-all-results = Kaikki tulokset
search-more = Näytä lisää tuloksia
search-section = Osio
search-original = Hae myös alkuperäiskielellä: { $language }
search-titles-only = Tässä haetaan vain otsikoista ja väliotsikoista.
search-from-disk = Koko tekstistä voi hakea, kun sivusto on verkkopalvelimella.
search-failed = Hakua ei voitu ladata. Yritä uudelleen lataamalla sivu uudelleen.
search-no-script = Haku tarvitsee JavaScriptin. Ilman sitä kaikille sivuille pääsee aloitussivulta.

## What a reader must know of a page

machine-translated = Tämä sivu on konekäännetty, ja siinä voi olla virheitä.
fallback-notice = Tätä sivua ei ole vielä käännetty kielellesi. Näytettävä kieli: { $language }.
stale-notice = Alkuperäinen sivu on muuttunut kääntämisen jälkeen. Osa tiedoista voi olla vanhentunut.
stale-sections = Muuttuneet osiot:
stale-sections-maybe = Mahdollisesti muuttuneet osiot:
read-original = Lue alkuperäinen
page-not-found = Sivua ei löydy
page-not-found-text = Osoitteessa voi olla kirjoitusvirhe, tai sivu on ehkä siirretty.
page-moved = Tämä sivu on siirretty

## Reading modes

reading-mode = Lukutila
mode-translation = Käännös
mode-hover = Virke kerrallaan
mode-interleaved = Kappale kerrallaan
mode-side-by-side = Rinnakkain
mode-original = Alkuperäinen
mode-hover-help = Osoita virkettä, napauta sitä tai siirry siihen sarkaimella, niin näet alkuperäisen. Esc sulkee.
second-language = Toinen kieli
second-unavailable = Sivulla ei ole virkkeitä, jotka voisi näyttää tällä kielellä: { $language }.
mode-interleaved-help = Alkuteksti on kunkin kappaleen alla.
mode-side-by-side-help = Käännös ja alkuteksti ovat vierekkäin.
mode-original-help = Koko sivu kielellä, jolla se on kirjoitettu.
keyboard-shortcuts = Pikanäppäimet
keys-on = Käytä pikanäppäimiä
key-next = Seuraava virke
key-previous = Edellinen virke
key-into = Siirry virkkeen alkutekstiin
key-mode = Seuraava lukutila
key-search = Haku
key-help = Näytä tämä ohje
segment-was = Mikä alkutekstissä on muuttunut käännöksen jälkeen:
original = Alkuperäinen
pair-uncertain = Tämä ei ehkä ole alkutekstin vastaava virke.
segment-changed = Tämä virke on muuttunut alkutekstissä.
segment-deleted = Tätä virkettä ei enää ole alkutekstissä.

## Where a translation comes from

provenance-translation = Käännös
translation-human = Ihmisen tekemä
translation-machine = Konekäännös
provenance-hand-off = Käännöspäivä
provenance-source = Alkuperäisen versio
provenance-freshness = Tila
translation-fresh = Ajan tasalla
translation-stale = Vanhentunut
last-updated = Päivitetty viimeksi

## Language switcher and links into other languages

switcher-human = ihmisen kääntämä
switcher-machine = konekäännös
switcher-stale = vanhentunut
switcher-missing = ei käännetty
switcher-fallback = ei käännetty, näytetään toisella kielellä: { $language }
switcher-index = ei käännetty, vie aloitussivulle
switcher-find = Etsi kieli
switcher-found = Löytyneet kielet: { $count }
link-in-language = kieli: { $language }

## Inside the article

alert-note = Huomautus
alert-tip = Vihje
alert-important = Tärkeää
alert-caution = Huomio
alert-warning = Varoitus
copy = Kopioi
copied = Kopioitu
edit-page = Muokkaa tätä sivua
edit-sentence = Muokkaa tätä virkettä
heading-link = Linkki tähän osioon
image-zoom = Suurenna kuva
footnotes = Alaviitteet
footnote-back = Takaisin tekstiin
task-done = Valmis
task-open = Tekemättä
table = Taulukko
video = Video
load-frame = Näytä sisältö palvelimelta { $host }
version = Versio
versions = Versiot
show-all = Näytä kaikki
variant = Vaihtoehto

card-architecture = Arkkitehtuuri
card-concept = Käsite
card-deploy = Käyttöönotto
card-download = Lataus
card-get-started = Aloita tästä
card-how-to-guide = Toimintaohje
card-learn = Opi
card-overview = Yleiskatsaus
card-quickstart = Pikaopas
card-reference = Viite
card-sample = Esimerkki
card-training = Koulutus
card-tutorial = Opetusohjelma
card-video = Video
card-whats-new = Uutta

## Appearance

theme = Teema
theme-auto = Automaattinen
theme-light = Vaalea
theme-dark = Tumma
theme-contrast = Suuri kontrasti
