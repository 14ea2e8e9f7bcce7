// The search: titles at once, from scripts, and the words of all pages where there is a server, through Pagefind. Loaded on first use.
// Whatever comes from an index is text: it is put into the page as text nodes and marks, and as addresses below the site's own folders.
(() => {
  'use strict';

  const { find, make, listen, root } = diglot;
  const box = find('a.find');
  const onDisk = location.protocol === 'file:';

  // ---- Words of a text, as a reader means them

  const spaceless = (lang) => /^(zh|ja|th|lo|km|my)\b/.test(lang) && 'Segmenter' in Intl;
  // Without case, accents, and forms that only look different; a vowel of Thai is no such form, and a mark of kana is no accent.
  const fold = (text) => text.replace(/[\uFB00-\uFDFF\uFE70-\uFEFC\uFF00-\uFFEF]+/g, (forms) => forms.normalize('NFKC'))
    .normalize('NFD').replace(/(?![\u3099\u309A])\p{M}|\u0640|\u200B/gu, '').normalize('NFC').toLowerCase();
  const segmenters = new Map();
  const segmenter = (lang) => {
    if (!segmenters.has(lang)) segmenters.set(lang, new Intl.Segmenter(lang, { granularity: 'word' }));
    return segmenters.get(lang);
  };
  // A text in pieces, words and what is between them.
  const pieces = (text, lang) => spaceless(lang)
    ? [...segmenter(lang).segment(text)].map(({ segment, isWordLike }) => [segment, isWordLike])
    : text.split(/([\p{L}\p{N}\p{M}_]+)/u).map((piece, at) => [piece, at % 2 === 1]);
  const words = (text, lang) => pieces(text, lang).filter(([, isWord]) => isWord).map(([piece]) => fold(piece)).filter(Boolean);
  // What only joins the words of a question, where the words themselves do not change.
  const joints = {
    ja: 'の は が を に へ と で も や か から まで より て た し する です ます ください 方法', zh: '的 了 在 是 和 与 與 或 被 把 吗 嗎', th: 'ที่ ของ และ ใน การ ให้ ได้ เป็น จะ กับ จาก หรือ แล้ว ว่า',
  };
  const told = (text, lang) => {
    const all = pieces(text, lang).filter(([piece, isWord]) => isWord && fold(piece)).map(([piece]) => piece);
    const small = new Set((joints[lang.split('-')[0]] || '').split(' ').map(fold));
    const rest = all.filter((word) => !small.has(fold(word)));
    return rest.length ? rest : all;
  };
  const telling = (text, lang) => told(text, lang).map(fold);
  // Particles and articles that grow onto a word. Words are found by how they begin, so what is cut off a question never hides an answer.
  const bare = (word, lang) => {
    if (/^ko\b/.test(lang)) return word.length > 2 ? word.replace(/(에서|으로|에게|까지|부터|을|를|이|가|은|는|에|의|로|와|과|도|만)$/, '') : word;
    if (/^ar\b/.test(lang)) return word.length > 4 ? word.replace(/^(وال|بال|كال|فال|لل|ال)/, '') : word;
    return word;
  };
  const prefixed = (lang) => /^ko\b/.test(lang);
  const common = (one, other) => {
    let at = 0;
    while (at < one.length && one[at] === other[at]) at += 1;
    return at;
  };
  // Which of the words that were asked for a word of a text is a form of; -1 for none. An index finds whatever begins alike.
  const meant = (piece, asked, lang) => {
    const parts = spaceless(lang) ? [fold(piece).trim()] : words(piece, lang).flatMap((word) => [word, bare(word, lang)]);
    let best = -1;
    let most = 0;
    asked.forEach((word, at) => {
      const known = bare(word, lang);
      for (const part of parts) {
        const same = spaceless(lang) ? (part && (part.includes(word) || word.includes(part)) ? Math.min(part.length, word.length) : 0) : Math.max(common(part, word), common(part, known));
        const enough = spaceless(lang) ? 1 : known.length < 4 ? (part === word || part === known || (prefixed(lang) && part.startsWith(known)) ? 1 : Infinity) : Math.max(3, Math.ceil(known.length * 0.6));
        if (same >= enough && same > most) [best, most] = [at, same];
      }
    });
    return best;
  };

  // ---- Titles

  // The names of a page, made ready to be compared.
  const prepared = (text, lang) => {
    const all = words(text, lang);
    return { text, whole: all.join(' '), run: all.join(''), all: all.map((word) => bare(word, lang)).concat(all) };
  };
  const agrees = (name, asked, lang) => {
    const last = asked.length - 1;
    return asked.every((word, at) => {
      if (spaceless(lang)) return name.run.includes(word);
      if (at === last || prefixed(lang)) return name.all.some((other) => other.startsWith(word) || other.startsWith(bare(word, lang)));
      return name.all.some((other) => other === word || other === bare(word, lang));
    });
  };
  const worth = (name, asked, lang) => {
    const whole = asked.join(' ');
    if (name.whole === whole || name.run === asked.join('')) return 4;
    if (!agrees(name, asked, lang)) return 0;
    const begins = spaceless(lang) ? name.run.startsWith(asked.join('')) : name.whole.startsWith(whole);
    return (begins ? 2 : 1) + asked.join('').length / (name.run.length + 1);
  };

  // ---- What there is to search in one language

  let heard = null;
  listen('diglot-search', (event) => { heard = event.detail; });
  listen('diglot-titles', (event) => { heard = event.detail; });
  const fetched = (url) => new Promise((done, failed) => {
    const script = make('script');
    script.src = url;
    script.addEventListener('load', () => { const detail = heard; heard = null; script.remove(); if (detail) done(detail); else failed(new Error(url)); });
    script.addEventListener('error', () => { script.remove(); failed(new Error(url)); });
    find('head').append(script);
  });

  class Locale {
    constructor(start) {
      this.start = new URL(start, location.href);
      this.chunks = new Map();
    }

    about() {
      return (this.known ||= fetched(this.start));
    }

    // All titles where there is nothing else to search, else those of the first script.
    async titles() {
      const { titles, words: full, lang } = await this.about();
      const names = full && !onDisk ? titles.slice(0, 1) : titles;
      const all = [];
      for (const name of names) {
        if (!this.chunks.has(name)) this.chunks.set(name, fetched(new URL(name, this.start)).then((groups) => groups.flatMap(([folder, section, ...rows]) => rows.map((row) => this.row(row, folder, section, lang)))));
        all.push(...await this.chunks.get(name));
      }
      return all;
    }

    row([title, name, ...headings], folder, section, lang) {
      const names = [prepared(title, lang)];
      const ids = [''];
      for (let at = 0; at + 1 < headings.length; at += 2) {
        names.push(prepared(headings[at], lang));
        ids.push(headings[at + 1]);
      }
      return { href: this.address(folder + name), title, section, names, ids };
    }

    address(href, id) {
      const url = new URL(href, this.start);
      // An index cannot lead out of the folder that it is in.
      const folder = new URL('.', this.start).href;
      if (!url.href.startsWith(folder)) return new URL(folder);
      if (id) url.hash = '#' + encodeURIComponent(id);
      return url;
    }

    async named(asked) {
      const { lang } = await this.about();
      if (!asked.length) return [];
      const hits = [];
      for (const { href, title, section, names, ids } of await this.titles()) {
        let best = 0;
        let at = 0;
        names.forEach((name, index) => {
          const value = worth(name, asked, lang) * (index ? 0.5 : 1);
          if (value > best) [best, at] = [value, index];
        });
        if (best) hits.push({ value: best, page: href.href, href: this.address(href, ids[at]), title, section, heading: at ? names[at].text : '', lang });
      }
      return hits.sort((one, other) => other.value - one.value);
    }

    // Pagefind, of this locale: its own copy, so that words are taken apart as its index has them.
    engine() {
      return (this.loading ||= (async () => {
        const { words: key } = await this.about();
        if (!key || onDisk) return null;
        const folder = new URL('pagefind/', this.start);
        const engine = await import(new URL('pagefind.js?' + key, folder));
        await engine.options({ basePath: folder.href, baseUrl: '/', metaCacheTag: key, ranking: { metaWeights: { title: 6 } } });
        await engine.init();
        return engine;
      })());
    }

    async filters() {
      const engine = await this.engine();
      return engine ? (this.choices ||= engine.filters()) : {};
    }

    async find(query, filters) {
      const engine = await this.engine();
      if (!engine) return null;
      const { lang } = await this.about();
      const asked = telling(query, lang);
      const plain = /^\s*".*"\s*$/.test(query) ? query : this.question(query, lang);
      const found = await engine.search(plain, { filters });
      return found.results.map((result) => ({ score: result.score, load: async () => this.hit(await result.data(), asked, lang) }));
    }

    question(query, lang) {
      if (prefixed(lang)) return query.split(/\s+/).map((word) => bare(word, lang)).join(' ');
      return spaceless(lang) ? told(query, lang).join(' ') : query;
    }

    // A page that was found, opened at the sentence that has all the words, else at their section.
    hit(data, asked, lang) {
      const text = data.raw_content || '';
      const cut = text.includes('\u200B');
      const all = cut ? text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').split('\u200B') : data.content.split(/[^\S\uFEFF]+/);
      const groups = this.groups(data, all, asked, lang);
      const covered = new Set(groups.flatMap((group) => [...group.asked]));
      const order = (one, other) => other.asked.size - one.asked.size || other.weight - one.weight || one.start - other.start;
      const inText = groups.filter((group) => !group.top).sort(order)[0];
      const first = [...groups].sort(order)[0];
      const shown = inText || first;
      const inTitle = first && first.top && (!inText || inText.asked.size < covered.size);
      const place = !shown || inTitle || shown.top ? null : shown;
      const whole = place && place.asked.size === covered.size;
      const id = place ? (whole && place.segment) || place.heading : '';
      const href = this.address(data.raw_url || data.url, id);
      return {
        page: this.address(data.raw_url || data.url).href, href, lang,
        title: (data.meta && data.meta.title) || href.pathname,
        section: ((data.filters || {}).section || [''])[0],
        translation: ((data.filters || {}).translation || [''])[0],
        heading: place ? place.name : '',
        text: this.excerpt(all, cut, shown, lang),
      };
    }

    // The sentences and sections of a page in which words were found.
    groups(data, all, asked, lang) {
      const places = [{ start: 0, segment: '', heading: '', name: '', top: false }];
      for (const { element, id, location: start, text } of [...data.anchors].sort((one, other) => one.location - other.location)) {
        const before = places[places.length - 1];
        if (/^h[1-6]$/.test(element)) places.push({ start, segment: '', heading: element === 'h1' ? '' : id, name: element === 'h1' ? '' : text.replace(/\u200B/g, ''), top: element === 'h1' });
        else if (/^s-/.test(id)) places.push({ ...before, start, segment: id, top: before.top && before.start === start });
        else if (id === '-') places.push({ ...before, start, segment: '', top: false });
      }
      // What follows the title is not in it.
      const groups = new Map();
      for (const { location: at, weight } of data.weighted_locations) {
        let place = places.length - 1;
        while (place && places[place].start > at) place -= 1;
        if (!groups.has(place)) groups.set(place, { ...places[place], end: (places[place + 1] || { start: all.length }).start, asked: new Set(), at: [], near: [], weight: 0 });
        const group = groups.get(place);
        const own = meant(all[at] || '', asked, lang);
        if (own < 0) { group.weight += weight / 100; group.near.push(at); continue; }
        group.asked.add(own);
        group.at.push(at);
        group.weight += weight;
      }
      for (const group of groups.values()) if (group.top && [...group.at, ...group.near].every((at) => at >= this.titleEnd(data, all))) group.top = false;
      return [...groups.values()];
    }

    // Where the title ends in the text: behind as many words as it has.
    titleEnd(data, all) {
      const heading = data.anchors.find(({ element }) => element === 'h1');
      if (!heading) return 0;
      const length = heading.text.replace(/\u200B|\s/g, '').length;
      let at = heading.location;
      for (let seen = 0; at < all.length && seen < length; at += 1) seen += all[at].replace(/\s/g, '').length;
      return at;
    }

    // About two lines from the beginning of the sentence, or from near the first word that was found in it.
    excerpt(all, cut, group, lang) {
      const joint = cut ? '' : ' ';
      const limit = spaceless(lang) || /^ko\b/.test(lang) ? 110 : 200;
      const marked = new Set(group ? group.at : []);
      const start = group ? group.start : 0;
      const first = group ? Math.min(...(group.at.length ? group.at : group.near)) : 0;
      let from = start;
      let ahead = 0;
      for (let at = first; at > start && ahead < limit / 2; at -= 1) { ahead += all[at].length + joint.length; from = at - 1; }
      const parts = [];
      let length = 0;
      let at = from;
      for (; at < all.length && length < limit; at += 1) {
        // The index ends blocks with a period that the page does not have.
        const piece = spaceless(lang) ? all[at].replace(/(^|[^\x00-\x7F])\.(\s*)$/, '$1$2') : all[at];
        length += piece.length + joint.length;
        parts.push([piece, marked.has(at)]);
      }
      if (from > start) parts.unshift(['…', false]);
      if (at < all.length) parts.push(['…', false]);
      return { parts, joint };
    }
  }

  // ---- What readers see

  const own = new Locale(new URL('titles.js', box.href));
  let original = null;

  const text = (name, className, content) => {
    const element = make(name);
    if (className) element.className = className;
    if (content) element.textContent = content;
    return element;
  };
  // A text with the words that were asked for marked.
  const marked = (element, content, asked, lang) => {
    for (const [piece, isWord] of pieces(content, lang)) {
      const word = fold(piece);
      const is = isWord && asked.some((other) => word.startsWith(other) || bare(word, lang).startsWith(other) || (spaceless(lang) && word.length > 1 && other.includes(word)));
      if (is) element.append(text('mark', '', piece)); else if (piece) element.append(piece);
    }
    return element;
  };
  const filled = (template, values) => Object.entries(values).reduce((all, [name, value]) => all.split(`{$${name}}`).join(value), template);

  class Search {
    constructor(mount, { inDialog }) {
      this.mount = mount;
      this.inDialog = inDialog;
      this.turn = 0;
      this.hits = [];
      this.shown = 0;
    }

    async start() {
      this.about = await own.about();
      this.texts = this.about.texts;
      this.numbers = new Intl.PluralRules(this.about.lang);
      this.build();
      if (!this.inDialog) this.fromAddress();
      this.input.addEventListener('input', () => this.later());
      this.mount.addEventListener('keydown', (event) => this.key(event));
      if (!this.inDialog) this.offerChoices().catch(() => {});
    }

    build() {
      const field = text('div', 'search-field');
      const icon = find('a.find svg').cloneNode(true);
      this.input = make('input');
      this.input.type = 'search';
      Object.assign(this.input, { autocomplete: 'off', spellcheck: false, enterKeyHint: 'search', placeholder: this.texts.search });
      this.input.setAttribute('aria-label', this.texts.search);
      this.input.setAttribute('aria-describedby', 'search-keys');
      field.append(icon, this.input);
      this.choices = text('div', 'search-choices');
      this.status = text('p', 'search-status', this.texts['search-prompt']);
      this.status.setAttribute('role', 'status');
      this.status.setAttribute('aria-live', 'polite');
      this.note = text('p', 'search-note');
      this.note.hidden = true;
      this.list = text('ol', 'hits');
      this.more = text('p', 'search-more');
      const button = text('button', '', this.texts['search-more']);
      button.type = 'button';
      button.addEventListener('click', () => this.show(this.shown + 10, true));
      this.more.append(button);
      this.more.hidden = true;
      const keys = text('p', 'vh', this.texts['search-keys']);
      keys.id = 'search-keys';
      const main = text('div', 'search-body');
      main.append(this.choices, this.note, this.status, this.list, this.more, keys);
      this.mount.replaceChildren(field, main);
      this.titlesOnly = onDisk || !this.about.words;
      if (this.titlesOnly) {
        this.note.textContent = this.texts['search-titles-only'] + (onDisk && this.about.words ? ' ' + this.texts['search-from-disk'] : '');
        this.note.hidden = false;
      }
      if (this.inDialog) this.buildAll();
    }

    buildAll() {
      this.all = text('p', 'search-all');
      const link = text('a', '', this.texts['search-all-results']);
      link.href = box.href;
      this.all.append(link);
      this.mount.append(this.all);
    }

    // ---- Filters, where there is something to choose between

    async offerChoices() {
      const offered = await own.filters();
      const names = { section: (value) => value, translation: (value) => this.texts['switcher-' + value] || value };
      for (const [kind, label] of [['section', this.texts['search-section']], ['translation', this.texts['provenance-translation']]]) {
        const values = Object.keys(offered[kind] || {}).sort((one, other) => one.localeCompare(other, this.about.lang));
        if (values.length < 2) continue;
        const select = make('select');
        select.name = kind;
        select.append(new Option(this.texts['show-all'], ''), ...values.map((value) => new Option(names[kind](value), value)));
        select.value = this.params.get(kind) || '';
        if (select.selectedIndex < 0) select.value = '';
        select.addEventListener('change', () => this.later(0));
        const line = text('label', '');
        line.append(text('span', '', label), select);
        this.choices.append(line);
      }
      if (this.about.original) this.offerOriginal();
      if (this.choices.childElementCount && this.input.value) this.later(0);
    }

    offerOriginal() {
      const check = make('input');
      check.type = 'checkbox';
      check.name = 'original';
      check.checked = this.params.get('original') === '1';
      check.addEventListener('change', () => this.later(0));
      const line = text('label', '');
      line.append(check, text('span', '', this.texts['search-original']));
      this.choices.append(line);
    }

    chosen(name) {
      const field = this.choices.querySelector(`[name="${name}"]`);
      if (!field) return this.params ? this.params.get(name) || '' : '';
      return field.type === 'checkbox' ? (field.checked ? '1' : '') : field.value;
    }

    filters() {
      return Object.fromEntries(['section', 'translation'].map((name) => [name, this.chosen(name)]).filter(([, value]) => value));
    }

    // ---- The address says what was asked

    fromAddress() {
      this.params = new URL(location.href).searchParams;
      this.input.value = this.params.get('q') || '';
      if (this.input.value) this.run();
      this.input.focus({ preventScroll: true });
    }

    address(base) {
      const url = new URL(base);
      url.search = '';
      for (const [name, value] of [['q', this.input.value.trim()], ...(this.inDialog ? [] : ['section', 'translation', 'original'].map((name) => [name, this.chosen(name)]))]) {
        if (value) url.searchParams.set(name, value);
      }
      return url;
    }

    later(delay = 120) {
      this.list.setAttribute('aria-busy', true);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.run(), delay);
    }

    async run() {
      const turn = ++this.turn;
      const query = this.input.value.trim();
      if (this.inDialog) this.all.querySelector('a').href = this.address(box.href);
      else try { history.replaceState(history.state, '', this.address(location.href)); } catch { /* a page on a disk keeps its address */ }
      this.list.setAttribute('aria-busy', true);
      try { await this.search(query, turn); } catch (error) {
        console.warn(error);
        if (turn === this.turn) this.status.textContent = this.hits.length ? this.result(query) : this.texts['search-failed'];
      }
      if (turn === this.turn) this.list.setAttribute('aria-busy', false);
    }

    async search(query, turn) {
      const asked = telling(query, this.about.lang);
      if (!asked.length) {
        this.take([], asked);
        await this.show(0);
        this.status.textContent = this.texts['search-prompt'];
        return;
      }
      const filters = this.filters();
      const known = this.titlesOnly ? await own.named(asked) : await own.named(asked).catch(() => []);
      const named = known.filter((hit) => (!filters.section || hit.section === filters.section) && !filters.translation);
      if (this.titlesOnly && this.chosen('original')) named.push(...await this.originalLocale().named(telling(query, this.about.original.lang)));
      if (turn !== this.turn) return;
      this.take(named.map((hit) => ({ load: async () => hit })), asked);
      this.status.textContent = this.titlesOnly ? this.result(query) : this.texts['search-busy'];
      await this.show(10);
      const found = this.titlesOnly ? null : await this.everywhere(query, filters, named);
      if (turn !== this.turn || !found) return;
      this.take(found, asked);
      await this.show(10);
      if (turn === this.turn) this.status.textContent = this.result(query);
    }

    // The words of all pages, of the original too where it is wanted. A page whose title is what was asked for comes first, and a page that is
    // found in both languages comes once.
    async everywhere(query, filters, named) {
      const found = await own.find(query, filters);
      if (!found) return null;
      let first = 16;
      if (this.chosen('original') && this.about.original) {
        found.push(...await this.originalLocale().find(query, filters).catch(() => null) || []);
        found.sort((one, other) => other.score - one.score);
        first = 40;
      }
      const most = found.length ? found[0].score : 1;
      const head = (await Promise.all(found.slice(0, first).map((hit) => hit.load().then((data) => ({ ...data, score: hit.score / most }), () => null)))).filter(Boolean);
      head.sort((one, other) => this.rank(other) - this.rank(one));
      const exact = named.filter((hit) => hit.value >= 4 && !hit.heading).slice(0, 3);
      const begins = exact.map((hit) => head.find((other) => other && other.page === hit.page) || hit);
      const unique = new Map();
      for (const hit of [...begins, ...head]) if (hit && (!unique.has(this.pageOf(hit)) || (hit.lang === this.about.lang && unique.get(this.pageOf(hit)).lang !== hit.lang))) unique.set(this.pageOf(hit), hit);
      return [...[...unique.values()].map((hit) => ({ load: async () => hit })), ...found.slice(first)];
    }

    // Pagefind's own order, but of pages with all the words in the title the one with the fewest others is meant.
    rank(hit) {
      const asked = this.asked;
      const name = prepared(hit.title, hit.lang);
      return hit.score + (agrees(name, asked, hit.lang) ? 0.3 + 0.7 * asked.join('').length / (name.run.length || 1) : 0);
    }

    originalLocale() {
      return (original ||= new Locale(new URL(this.about.original.start, new URL(this.about.page, own.start))));
    }

    // The same for a page in each language.
    pageOf(hit) {
      const start = (hit.lang === this.about.lang ? own : original || own).start;
      return hit.page.slice(new URL('.', start).href.length);
    }

    take(hits, asked) {
      this.hits = hits;
      this.asked = asked;
    }

    result(query) {
      const count = this.hits.length;
      if (!count) return filled(this.texts['search-no-results'], { query });
      const forms = this.texts['search-results'];
      const kind = this.numbers.select(count);
      const form = forms.find(([number]) => number === count) || forms.find(([number]) => this.numbers.select(number) === kind) || forms[forms.length - 1];
      return filled(form[1], { number: count.toLocaleString(this.about.lang), query });
    }

    async show(count, grows) {
      const turn = this.turn;
      const limit = this.inDialog ? Math.min(count, 8) : count;
      const loaded = await Promise.all(this.hits.slice(0, limit).map((hit) => hit.load().catch(() => null)));
      if (turn !== this.turn) return;
      const rows = loaded.filter(Boolean).map((hit) => this.row(hit));
      const focus = grows ? this.list.childElementCount : -1;
      this.list.replaceChildren(...rows);
      this.shown = limit;
      this.more.hidden = this.inDialog || this.hits.length <= limit;
      const next = focus >= 0 && this.list.children[focus];
      if (next) next.querySelector('a').focus();
    }

    row(hit) {
      const line = text('li', 'hit');
      const foreign = hit.lang !== this.about.lang;
      if (foreign) { line.lang = hit.lang; line.dir = this.about.original.dir; }
      const where = text('p', 'hit-where');
      for (const part of [hit.section, hit.heading]) if (part && part !== hit.title) where.append(text('bdi', '', part));
      if (hit.translation === 'machine') {
        const tag = text('span', 'hit-tag', this.texts['switcher-machine']);
        tag.lang = this.about.lang;
        where.append(tag);
      }
      if (foreign) where.append(text('span', 'lang-tag', hit.lang));
      const link = make('a');
      link.href = hit.href;
      if (foreign) link.hreflang = hit.lang;
      marked(link, hit.title, this.asked, hit.lang);
      if (where.childElementCount) line.append(where);
      line.append(link);
      if (hit.text) line.append(this.words(hit.text));
      return line;
    }

    words({ parts, joint }) {
      const line = text('p', 'hit-text');
      parts.forEach(([piece, isFound], at) => {
        if (at && joint) line.append(joint);
        // What surrounds a word is not part of it.
        const [, before, word, after] = isFound ? /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(piece) : [null, piece, '', ''];
        line.append(before);
        if (word) line.append(text('mark', '', word));
        if (after) line.append(after);
      });
      line.normalize();
      return line;
    }

    // ---- Keys: arrows go through the hits, Enter opens one or all, Esc goes back

    key(event) {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const links = [...this.list.querySelectorAll('a')];
      const at = links.indexOf(event.target);
      const to = (element) => { event.preventDefault(); element.focus(); element.closest('li')?.scrollIntoView({ block: 'nearest' }); };
      if (event.key === 'ArrowDown' && (at >= 0 || event.target === this.input)) { if (links[at + 1]) to(links[at + 1]); }
      else if (event.key === 'ArrowUp' && at >= 0) to(at ? links[at - 1] : this.input);
      else if (event.key === 'Escape' && at >= 0 && !this.inDialog) to(this.input);
      else if (event.key === 'Enter' && event.target === this.input) {
        event.preventDefault();
        if (this.inDialog) location.assign(this.address(box.href)); else if (links[0]) to(links[0]); else this.later(0);
      }
    }
  }

  let dialog = null;
  async function openDialog() {
    if (!dialog) {
      dialog = text('dialog', 'search-dialog');
      dialog.setAttribute('aria-label', (await own.about()).texts.search);
      const mount = text('div', 'search');
      const close = text('button', 'search-close', '\u2715');
      dialog.append(mount);
      find('body').append(dialog);
      const search = new Search(mount, { inDialog: true });
      await search.start();
      close.type = 'button';
      close.setAttribute('aria-label', (await own.about()).texts.close);
      mount.querySelector('.search-field').append(close);
      close.addEventListener('click', () => dialog.close());
      dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
      dialog.search = search;
    }
    if (!dialog.open) dialog.showModal();
    dialog.search.input.focus();
    dialog.search.input.select();
    own.titles().catch(() => {});
  }

  const page = find('[data-search]');
  if (page) {
    const search = new Search(page, { inDialog: false });
    const ready = search.start();
    ready.catch((error) => { console.warn(error); page.textContent = box.textContent; });
    diglot.search = () => ready.then(() => { search.input.focus(); search.input.select(); });
  } else {
    diglot.search = openDialog;
  }
})();
