// A third language beside the translation: the sentences of another locale's own page, fetched when a reader asks for it. Two sentences
// belong together when they are of the same original: by number where both pages are of the same version of it, else by its text.
diglot.second = (page) => {
  'use strict';

  const { find, findAll, make, words, recall, remember } = diglot;
  const select = find('.reading .second select');
  if (!select) return;
  const label = select.closest('.second');
  const offered = findAll('.switcher a[hreflang]').filter((link) => ['human', 'machine', 'stale'].includes(link.dataset.state)
    && !link.hasAttribute('aria-current') && link.hreflang !== page.source.lang);
  if (!location.protocol.startsWith('http') || !offered.length) { label.hidden = true; return; }

  const text = (html) => {
    const holder = make('template');
    holder.innerHTML = html;
    return holder.content.textContent.replace(/\s+/g, ' ').trim();
  };
  const version = (where) => { const meta = where.querySelector('meta[name="diglot:source-hash"]'); return meta && meta.content; };

  // The sentences of another page with what they are translations of.
  function sentences(other, base) {
    const island = other.querySelector('script#bitext[type="application/json"]');
    if (!island) return [];
    const segments = JSON.parse(island.textContent).segments || {};
    const found = new Map();
    for (const piece of other.querySelectorAll('main article .seg')) {
      const name = piece.dataset.seg || piece.id.replace(/^s-/, '');
      if (!segments[name]) continue;
      for (const [attribute, elements] of [['href', piece.querySelectorAll('[href]')], ['src', piece.querySelectorAll('[src]')]]) {
        for (const element of elements) element.setAttribute(attribute, new URL(element.getAttribute(attribute), base).href);
      }
      const known = found.get(name) || { name, original: text(segments[name].html), confidence: segments[name].confidence, html: '' };
      known.html += piece.innerHTML;
      found.set(name, known);
    }
    return [...found.values()];
  }
  function join(other, base) {
    const theirs = sentences(other, base);
    const byName = new Map(theirs.map((one) => [one.name, one]));
    const byText = new Map();
    for (const one of theirs) byText.set(one.original, [...(byText.get(one.original) || []), one]);
    const sameVersion = version(other) && version(other) === version(document);
    const segments = new Map();
    for (const [name, { html, confidence }] of page.source.segments) {
      const original = text(html);
      const alike = byText.get(original) || [];
      const same = sameVersion && byName.get(name);
      const one = same && same.original === original ? same : alike.length > 1 ? alike.shift() : alike[0];
      if (!one) continue;
      const least = Math.min(confidence ?? 1, one.confidence ?? 1);
      segments.set(name, least < 1 ? { html: one.html, confidence: least } : { html: one.html });
    }
    return segments;
  }

  const loaded = new Map();
  async function load(link) {
    const url = new URL(link.getAttribute('href'), location.href);
    url.hash = '';
    const answer = await fetch(url);
    if (!answer.ok) return null;
    const other = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const segments = join(other, url);
    const html = other.documentElement;
    return segments.size && { lang: html.lang, dir: html.dir, name: link.firstChild.textContent.trim(), segments };
  }
  async function choose(lang) {
    const link = offered.find((one) => one.hreflang === lang);
    if (!link) { page.beside(null); return; }
    label.dataset.busy = '';
    if (!loaded.has(lang)) loaded.set(lang, await load(link).catch(() => null));
    delete label.dataset.busy;
    if (select.value !== lang) return;
    const second = loaded.get(lang);
    if (second) { page.beside(second); page.say(second.name); return; }
    select.value = '';
    page.beside(null);
    page.say(words.second_unavailable.replace('{$language}', () => link.firstChild.textContent.trim()));
  }

  for (const link of offered) {
    const option = make('option');
    option.value = option.lang = link.hreflang;
    option.textContent = link.firstChild.textContent.trim();
    select.append(option);
  }
  select.addEventListener('change', () => { remember('second', select.value); choose(select.value); });
  const known = recall('second');
  if (known && offered.some((link) => link.hreflang === known)) { select.value = known; choose(known); }
};
