// Reading in two languages: which sentence of the page has which original, the control of the modes, and the keys.
// The modes themselves are in the files before this one, each a function of the page that gives { enter, leave }.
(() => {
  'use strict';

  const { find, make, build, listen, root, words, recall, remember, target } = diglot;
  const ORDER = ['translation', 'hover', 'interleaved', 'side-by-side', 'original'];

  function direction(tag) {
    try {
      const locale = new Intl.Locale(tag);
      const info = locale.getTextInfo ? locale.getTextInfo() : locale.textInfo;
      return (info && info.direction) || 'auto';
    } catch { return 'auto'; }
  }

  // The page as the modes see it: pieces of sentences, their names, and the text that is shown beside them.
  function paired(article, data) {
    const source = {
      lang: data.source,
      dir: data.dir || direction(data.source),
      name: words.original,
      title: data.title,
      description: data.description,
      segments: new Map(Object.entries(data.segments || {})),
    };
    const pieces = [...article.querySelectorAll('.seg')];
    // A repeated unit has the id s-102-2 and the original of 102.
    const names = new Map(pieces.map((piece) => {
      const name = piece.dataset.seg || piece.id.replace(/^s-/, '');
      return [piece, source.segments.has(name) ? name : name.replace(/-\d+$/, '')];
    }));
    const key = (piece) => names.get(piece);
    const page = { article, source, pieces, key, second: null };

    // What stands beside the translation: the original, or a third language.
    page.use = (second) => {
      page.side = second || source;
      page.known = pieces.filter((piece) => page.side.segments.has(key(piece)));
      page.stops = page.known.filter((piece) => piece.id);
      page.byKey = new Map();
      for (const piece of page.known) page.byKey.set(key(piece), [...(page.byKey.get(key(piece)) || []), piece]);
      for (const piece of pieces) {
        const { confidence, state } = page.side.segments.get(key(piece)) || {};
        piece.toggleAttribute('data-alone', !page.side.segments.has(key(piece)));
        piece.toggleAttribute('data-uncertain', confidence !== undefined);
        if (state) piece.dataset.state = state; else delete piece.dataset.state;
      }
    };
    // What there is to say of a pair: that it may be none, or that its original is another one now.
    page.remark = (name) => {
      const { confidence, state } = page.side.segments.get(name);
      if (confidence !== undefined) return words.pair_uncertain;
      return { changed: words.segment_changed, 'source-deleted': words.segment_deleted }[state] || '';
    };
    page.original = (name, inLink, side = page.side) => {
      const holder = make('template');
      holder.innerHTML = side.segments.get(name).html;
      for (const element of holder.content.querySelectorAll('[id]')) element.removeAttribute('id');
      if (inLink) for (const link of holder.content.querySelectorAll('a')) link.replaceWith(...link.childNodes);
      return holder.content;
    };
    // The sentence that the reader is at, in both languages.
    page.light = (name) => {
      page.lit = name;
      for (const element of article.querySelectorAll('.lit')) element.classList.remove('lit');
      if (!name) return;
      for (const piece of page.byKey.get(name) || []) piece.classList.add('lit');
      for (const copy of article.querySelectorAll('.src')) copy.classList.toggle('lit', copy.dataset.for === name);
    };
    // The sentence an event is about: the one around it, its copy in the other language, or the one in a focused link.
    page.at = (node) => {
      if (!node.closest) return null;
      const copy = node.closest('.src');
      if (copy) return (page.byKey.get(copy.dataset.for) || [])[0] || null;
      const piece = node.closest('.seg') || (node.matches('a, summary, button') && node.querySelector('.seg'));
      return piece && page.byKey.has(key(piece)) ? piece : null;
    };
    page.use(null);
    return page;
  }

  // Where the reader is: the first sentence that begins below the header. Whatever a change does to the layout, it stays where it is.
  function keepPlace(page, change) {
    const top = () => Math.max(0, find('.top').getBoundingClientRect().bottom);
    const seen = page.pieces.filter((piece) => piece.getClientRects().length);
    const lit = page.lit && (page.byKey.get(page.lit) || [])[0];
    const inView = (piece) => { const at = piece.getBoundingClientRect(); return at.bottom > top() + 4 && at.top < innerHeight; };
    const begins = (piece) => inView(piece) && piece.getBoundingClientRect().top >= top() - 4;
    const anchor = scrollY > 4 && (lit && inView(lit) ? lit : seen.find(begins) || seen.find(inView));
    const before = anchor && anchor.getBoundingClientRect().top;
    change();
    if (!anchor) return;
    const again = anchor.getClientRects().length ? anchor : page.pieces.find((piece) => piece.getClientRects().length && page.key(piece) === page.key(anchor));
    if (again) scrollBy({ top: again.getBoundingClientRect().top - before, behavior: 'instant' });
  }

  function reading() {
    const island = find('script#bitext[type="application/json"]');
    const article = find('main article');
    const control = find('.reading');
    if (!island || !article || !control) return;
    const page = paired(article, JSON.parse(island.textContent));
    const dialog = controls(control, page.source.lang);
    const inputs = [...control.querySelectorAll('input[name=read]')];
    const status = control.querySelector('[role=status]');
    const modes = { translation: { enter() {}, leave() {} } };
    for (const name of ORDER) if (diglot.modes[name]) modes[name] = diglot.modes[name](page);
    let mode = 'translation';

    page.say = (text) => { status.textContent = text; };
    const show = () => {
      root.dataset.read = mode;
      for (const input of inputs) {
        input.checked = input.value === mode;
        if (input.checked) control.querySelector('.reading-button .name').textContent = input.nextElementSibling.textContent;
      }
    };
    const enter = (name) => {
      if (!(name in modes) || name === mode) return;
      keepPlace(page, () => {
        modes[mode].leave();
        mode = name;
        show();
        modes[mode].enter();
      });
      const url = new URL(location.href);
      if (mode === 'translation') url.searchParams.delete('read'); else url.searchParams.set('read', mode);
      try { history.replaceState(history.state, '', url); } catch { /* not from a file */ }
      if (page.lit) page.light(page.byKey.has(page.lit) ? page.lit : null);
    };
    const choose = (name) => {
      enter(name);
      remember('read', mode === 'translation' ? '' : mode);
      const label = inputs.find((input) => input.value === mode).parentNode;
      page.say([words.reading_mode + ': ' + label.textContent, label.title].filter(Boolean).join('. '));
    };
    // Another text beside the translation, without losing the mode or the place.
    page.beside = (second) => keepPlace(page, () => {
      modes[mode].leave();
      page.use(second);
      modes[mode].enter();
    });

    control.addEventListener('change', (event) => { if (event.target.name === 'read') choose(event.target.value); });
    panel(control);
    show();
    if (diglot.second) diglot.second(page);
    enter(new URL(location.href).searchParams.get('read') || recall('read') || mode);
    const aim = () => {
      const piece = location.hash.startsWith('#s-') && target({ getAttribute: () => location.hash });
      if (!piece || !page.byKey.has(page.key(piece))) return;
      page.light(page.key(piece));
      piece.scrollIntoView({ block: 'center', behavior: 'instant' });
    };
    addEventListener('hashchange', aim);
    aim();
    keys(page, dialog, () => choose(ORDER[(ORDER.indexOf(mode) + 1) % ORDER.length]), () => mode);
  }

  // The control, the choice of a second language and the help for the keys.
  function controls(control, source) {
    const mode = (name) => {
      const key = 'mode_' + name.replace(/-/g, '_');
      const input = build('input', { type: 'radio', name: 'read', value: name, autocomplete: 'off' });
      return build('label', words[key + '_help'] ? { title: words[key + '_help'] } : {}, input, build('span', {}, words[key]));
    };
    const link = find('.switcher a[hreflang="' + CSS.escape(source) + '"]');
    const own = link ? link.firstChild.textContent.trim() : new Intl.DisplayNames([source], { type: 'language' }).of(source);
    const keys = { j: 'next', k: 'previous', Enter: 'into', v: 'mode', '/': 'search', '?': 'help' };
    const dialog = build('dialog', { class: 'keys', 'aria-labelledby': 'diglot-keys' },
      build('h2', { id: 'diglot-keys' }, words.keyboard_shortcuts),
      build('dl', {}, ...Object.entries(keys).map(([key, name]) => build('div', {}, build('dt', {}, build('kbd', {}, key)), build('dd', {}, words['key_' + name])))),
      build('label', {}, build('input', { type: 'checkbox', autocomplete: 'off' }), ' ' + words.keys_on),
      build('button', { type: 'button', class: 'button' }, words.close));
    control.append(
      build('button', { type: 'button', class: 'reading-button', 'aria-expanded': 'false' },
        build('span', { class: 'vh' }, words.reading_mode + ': '), build('span', { class: 'name' })),
      build('div', { class: 'reading-panel' },
        build('fieldset', { class: 'modes' }, build('legend', { class: 'vh' }, words.reading_mode), ...ORDER.filter((name) => name === ORDER[0] || diglot.modes[name]).map(mode)),
        build('label', { class: 'second', title: words.second_language },
          build('span', {}, words.second_language + ' '), build('select', { autocomplete: 'off' }, build('option', { value: '', lang: source }, own))),
        build('button', { type: 'button', class: 'keys-button', title: words.keyboard_shortcuts }, build('span', {}, words.keyboard_shortcuts + ' '), build('kbd', {}, '?'))),
      build('p', { class: 'vh', role: 'status' }), dialog);
    return dialog;
  }

  // On a narrow screen the modes are behind a button.
  function panel(control) {
    const button = control.querySelector('.reading-button');
    const open = (is) => { control.toggleAttribute('data-open', is); button.setAttribute('aria-expanded', is); };
    button.addEventListener('click', () => open(!control.hasAttribute('data-open')));
    listen('click', (event) => { if (!control.contains(event.target)) open(false); });
    control.addEventListener('change', (event) => { if (event.target.name === 'read' && matchMedia('(pointer: coarse)').matches) open(false); });
    control.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !control.hasAttribute('data-open')) return;
      open(false);
      button.focus();
    });
  }

  // Keys of one letter, which a reader can switch off.
  function keys(page, dialog, nextMode, mode) {
    const use = dialog.querySelector('input');
    use.checked = recall('keys') !== 'off';
    use.addEventListener('change', () => remember('keys', use.checked ? '' : 'off'));
    const help = () => dialog.showModal();
    find('.keys-button').addEventListener('click', help);
    dialog.querySelector('button').addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });

    const step = (by) => {
      const stops = page.stops.filter((piece) => piece.getClientRects().length);
      if (!stops.length) return;
      const at = stops.findIndex((piece) => page.key(piece) === page.lit);
      const below = find('.top').getBoundingClientRect().bottom;
      const first = Math.max(0, stops.findIndex((piece) => piece.getBoundingClientRect().bottom > below));
      const next = stops[Math.max(0, Math.min(stops.length - 1, at < 0 ? first : at + by))];
      const stop = next.closest('a, summary, button') || next;
      if (stop === next && next.tabIndex < 0) next.tabIndex = -1;
      stop.focus({ preventScroll: true });
      next.scrollIntoView({ block: 'nearest' });
      page.light(page.key(next));
    };
    root.addEventListener('keydown', (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target.closest('input, select, textarea, [contenteditable], dialog')) return;
      if (event.key === 'Escape' && page.lit && mode() !== 'hover') page.light(null);
      if (recall('keys') === 'off') return;
      const action = { j: () => step(1), k: () => step(-1), v: nextMode, '?': help }[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    });
  }

  try { reading(); } catch (error) { console.error(error); }
})();
