// Reading in two languages: what each sentence is a translation of, and the modes that show it.
(() => {
  'use strict';

  const { find, findAll, make, root, body, words, recall, remember, narrow, target } = diglot;

  function reading() {
    const island = find('script#bitext[type="application/json"]');
    const article = find('main article');
    const control = find('.modes');
    if (!island || !article || !control) return;

    const data = JSON.parse(island.textContent);
    const originals = new Map(Object.entries(data.segments || {}));
    const side = { lang: data.source, dir: data.dir || direction(data.source) };
    const pieces = [...article.querySelectorAll('.seg')];

    // A repeated unit has the id s-102-2 and the original of 102.
    const key = (piece) => {
      const name = piece.dataset.seg || piece.id.replace(/^s-/, '');
      return originals.has(name) ? name : name.replace(/-\d+$/, '');
    };
    const known = pieces.filter((piece) => originals.has(key(piece)));
    pieces.filter((piece) => !originals.has(key(piece))).forEach((piece) => { piece.dataset.alone = ''; });
    // What there is to say of a pair: that it may be none, or that its original is another one now.
    const remark = (name) => {
      const { confidence, state } = originals.get(name);
      return (confidence ? control.dataset.uncertain : control.dataset[(state || '').replace(/-(.)/g, (_, c) => c.toUpperCase())]) || '';
    };
    for (const piece of known) {
      const { confidence, state } = originals.get(key(piece));
      if (confidence) piece.dataset.uncertain = '';
      if (state) piece.dataset.state = state;
    }

    const original = (name, inLink) => {
      const holder = make('template');
      holder.innerHTML = originals.get(name).html;
      for (const element of holder.content.querySelectorAll('[id]')) element.removeAttribute('id');
      if (inLink) for (const link of holder.content.querySelectorAll('a')) link.replaceWith(...link.childNodes);
      return holder.content;
    };

    const page = { article, data, side, known, key, original, remark };
    const modes = { translation: { enter() {}, leave() {} }, hover: hoverMode(page), original: originalMode(page) };
    let mode = 'translation';

    const enter = (name) => {
      if (!(name in modes) || name === mode) return;
      modes[mode].leave();
      mode = name;
      modes[mode].enter();
      root.dataset.read = mode;
      const url = new URL(location.href);
      if (mode === 'translation') url.searchParams.delete('read'); else url.searchParams.set('read', mode);
      try { history.replaceState(history.state, '', url); } catch { /* not from a file */ }
      for (const input of control.querySelectorAll('input')) input.checked = input.value === mode;
    };

    control.addEventListener('change', (event) => {
      enter(event.target.value);
      remember('read', mode === 'translation' ? '' : mode);
      const label = event.target.closest('label');
      const help = label.title ? '. ' + label.title : '';
      control.querySelector('[role="status"]').textContent = control.querySelector('legend').textContent + ': ' + label.textContent + help;
    });
    root.dataset.read = mode;
    for (const input of control.querySelectorAll('input')) input.checked = input.value === mode;
    enter(new URL(location.href).searchParams.get('read') || recall('read') || mode);
  }

  function direction(tag) {
    try {
      const locale = new Intl.Locale(tag);
      const info = locale.getTextInfo ? locale.getTextInfo() : locale.textInfo;
      return (info && info.direction) || 'auto';
    } catch { return 'auto'; }
  }

  // Blocks with words but without a sentence that has an original: they keep their language.
  function untouched(article) {
    return [...article.querySelectorAll('p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, figcaption, summary')].filter((block) => {
      if (block.querySelector('.seg')) return false;
      const words = block.cloneNode(true);
      for (const code of words.querySelectorAll('code, kbd, samp, .anchor')) code.remove();
      return /\p{L}/u.test(words.textContent);
    });
  }

  // The original in place of each sentence, with title, description and outline.
  function originalMode({ article, data, side, known, key, original }) {
    const undo = [];
    const attribute = (element, name, value) => {
      const before = element.getAttribute(name);
      undo.push(() => { if (before === null) element.removeAttribute(name); else element.setAttribute(name, before); });
      if (value === null) element.removeAttribute(name); else element.setAttribute(name, value);
    };
    const content = (element, nodes) => {
      const before = [...element.childNodes];
      undo.push(() => element.replaceChildren(...before));
      element.replaceChildren(...nodes);
    };
    const marked = (element) => { attribute(element, 'lang', side.lang); attribute(element, 'dir', side.dir); };

    const heads = () => {
      const title = find('title');
      const description = find('meta[name="description"]');
      if (data.title) {
        const site = title.textContent.lastIndexOf(' · ');
        content(title, [data.title + (site < 0 ? '' : title.textContent.slice(site))]);
        attribute(title, 'lang', side.lang);
      }
      if (data.description && description) attribute(description, 'content', data.description);
    };
    const outlineTexts = () => {
      for (const link of findAll('.outline a[href^="#"]')) {
        const heading = target(link);
        if (!heading || !heading.querySelector('.seg[lang]')) continue;
        const copy = heading.cloneNode(true);
        for (const anchor of copy.querySelectorAll('.anchor')) anchor.remove();
        content(link, [copy.textContent.trim()]);
        marked(link);
      }
    };

    return {
      enter() {
        const own = { lang: article.lang || root.lang, dir: article.dir || root.dir };
        const shown = new Set();
        marked(article);
        for (const element of [...article.querySelectorAll('.seg[data-alone]'), ...untouched(article)]) {
          attribute(element, 'lang', own.lang);
          if (!element.matches('li')) attribute(element, 'dir', own.dir);
        }
        for (const piece of known) {
          const name = key(piece);
          const first = piece.id || !shown.has(name);
          shown.add(name);
          content(piece, first ? [original(name, piece.closest('a'))] : []);
          if (first) marked(piece); else attribute(piece, 'hidden', '');
        }
        heads();
        outlineTexts();
      },
      leave() {
        while (undo.length) undo.pop()();
      },
    };
  }

  // A card with the original of the sentence that is pointed at, tapped or focused.
  function hoverMode({ article, side, known, key, original, remark }) {
    const card = make('aside');
    const label = make('p');
    const name = make('span');
    const close = make('button');
    const text = make('div');
    const note = make('p');
    card.className = 'card';
    card.id = 'diglot-card';
    card.hidden = true;
    card.setAttribute('aria-label', words.original);
    label.className = 'card-label';
    name.textContent = words.original;
    close.type = 'button';
    close.textContent = words.close;
    text.id = 'diglot-original';
    text.lang = side.lang;
    text.dir = side.dir;
    note.className = 'card-note';
    note.id = 'diglot-remark';
    label.append(name, close);
    card.append(label, text, note);

    const byKey = new Map();
    for (const piece of known) byKey.set(key(piece), [...(byKey.get(key(piece)) || []), piece]);
    let shown = null;
    let timer = 0;
    let abort = null;

    const hide = () => {
      clearTimeout(timer);
      if (!shown) return;
      for (const piece of byKey.get(key(shown))) piece.classList.remove('lit');
      shown.removeAttribute('aria-describedby');
      shown = null;
      card.hidden = true;
    };
    const place = (piece) => {
      card.style.left = card.style.top = '';
      if (narrow.matches) return;
      const lines = [...piece.getClientRects()];
      const first = lines[0] || piece.getBoundingClientRect();
      const last = lines[lines.length - 1] || first;
      const { width, height } = card.getBoundingClientRect();
      const start = lines.length > 1 ? article.getBoundingClientRect() : first;
      const rtl = getComputedStyle(piece).direction === 'rtl';
      const left = Math.max(16, Math.min(rtl ? start.right - width : start.left, root.clientWidth - width - 16));
      const below = last.bottom + 8;
      const top = below + height > innerHeight && first.top - height - 8 > 0 ? first.top - height - 8 : below;
      card.style.left = left + scrollX + 'px';
      card.style.top = top + scrollY + 'px';
    };
    const show = (piece) => {
      clearTimeout(timer);
      if (shown && key(shown) === key(piece)) return;
      hide();
      shown = piece;
      for (const other of byKey.get(key(piece))) other.classList.add('lit');
      text.replaceChildren(original(key(piece), false));
      note.textContent = remark(key(piece));
      note.hidden = !note.textContent;
      card.hidden = false;
      piece.setAttribute('aria-describedby', note.hidden ? text.id : text.id + ' ' + note.id);
      place(piece);
      const covered = narrow.matches ? piece.getBoundingClientRect().bottom - card.getBoundingClientRect().top + 16 : 0;
      if (covered > 0) scrollBy(0, covered);
    };
    const later = (action, delay) => { clearTimeout(timer); timer = setTimeout(action, delay); };
    // The sentence an event is about: the one around it, or the one in a focused link.
    const segment = (node) => {
      if (!node.closest) return null;
      const piece = node.closest('.seg') || (node.matches('a, summary, button') && node.querySelector('.seg'));
      return piece && article.contains(piece) && byKey.has(key(piece)) ? piece : null;
    };
    const step = (by) => {
      const stops = known.filter((piece) => piece.id);
      const at = stops.indexOf(shown && byKey.get(key(shown)).find((piece) => piece.id));
      const next = stops[Math.max(0, Math.min(stops.length - 1, at < 0 ? 0 : at + by))];
      const stop = next.closest('a, summary, button') || next;
      stop.focus({ preventScroll: true });
      next.scrollIntoView({ block: 'nearest' });
      show(next);
    };

    return {
      enter() {
        abort = new AbortController();
        const on = (where, type, action) => where.addEventListener(type, action, { signal: abort.signal });
        body.append(card);
        for (const piece of known) if (piece.id && !piece.closest('a, summary, button')) piece.tabIndex = 0;
        on(article, 'pointerover', (event) => {
          const piece = event.pointerType === 'mouse' && segment(event.target);
          if (piece) later(() => show(piece), shown ? 60 : 160);
        });
        on(article, 'pointerout', (event) => { if (event.pointerType === 'mouse') later(hide, 260); });
        on(card, 'pointerenter', () => clearTimeout(timer));
        on(card, 'pointerleave', (event) => { if (event.pointerType === 'mouse') later(hide, 260); });
        on(article, 'focusin', (event) => { const piece = segment(event.target); if (piece) show(piece); });
        on(article, 'focusout', (event) => { if (!card.contains(event.relatedTarget)) later(hide, 60); });
        on(body, 'click', (event) => {
          const piece = article.contains(event.target) && segment(event.target);
          if (piece) show(piece); else if (!card.contains(event.target)) hide();
        });
        on(close, 'click', hide);
        on(root, 'keydown', (event) => {
          if (event.key === 'Escape') { hide(); return; }
          if (event.ctrlKey || event.metaKey || event.altKey || !(shown || event.target === body)) return;
          if (/^(input|select|textarea)$/i.test(event.target.nodeName)) return;
          if (event.key === 'j') step(1);
          if (event.key === 'k') step(-1);
        });
        on(window, 'resize', () => { if (shown) place(shown); });
      },
      leave() {
        hide();
        abort.abort();
        card.remove();
        for (const piece of known) piece.removeAttribute('tabindex');
      },
    };
  }

  try { reading(); } catch (error) { console.error(error); }
})();
