// The modes in which both languages stand on the page: the original below each block, or beside it. What they do to the page is the same;
// the style sheet puts the originals where they belong.
(() => {
  'use strict';

  const { make, root } = diglot;

  // What of a block is not told twice.
  const ONCE = '.anchor, img, svg, video, iframe, math, input, select, button, template, script, .vh, .orig, .copy';
  const isInline = (node) => {
    if (node.nodeType !== 1) return true;
    const { display } = getComputedStyle(node);
    return display === 'none' || display === 'contents' || /^(inline|ruby)/.test(display);
  };
  const blockAround = (piece) => {
    let block = piece.parentElement;
    while (isInline(block)) block = block.parentElement;
    return block;
  };

  // The words that changed in an original since it was translated, as nodes.
  function difference(was, now) {
    const split = (text) => text.split(/(\s+|(?<=[\u3000-\u9fff\uac00-\ud7af\u0e00-\u0e7f]))/u).filter(Boolean);
    const [a, b] = [split(was), split(now)];
    if (a.length * b.length > 250000) return [];
    const best = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i -= 1) {
      for (let k = b.length - 1; k >= 0; k -= 1) best[i][k] = a[i] === b[k] ? best[i + 1][k + 1] + 1 : Math.max(best[i + 1][k], best[i][k + 1]);
    }
    const out = [];
    const put = (tag, text) => {
      const last = out[out.length - 1];
      if (last && last.nodeName === tag) { last.append(text); return; }
      const node = tag === 'SPAN' ? make('span') : make(tag);
      node.append(text);
      out.push(node);
    };
    let [i, k] = [0, 0];
    while (i < a.length || k < b.length) {
      if (i < a.length && k < b.length && a[i] === b[k]) { put('SPAN', a[i]); i += 1; k += 1; }
      else if (k >= b.length || (i < a.length && best[i + 1][k] >= best[i][k + 1])) { put('DEL', a[i]); i += 1; }
      else { put('INS', b[k]); k += 1; }
    }
    return out;
  }

  diglot.changes = (page, name) => {
    const { was } = page.side.segments.get(name);
    if (was === undefined) return [];
    const holder = make('template');
    holder.innerHTML = was;
    const box = make('span');
    box.className = 'was';
    box.lang = page.side.lang;
    box.dir = page.side.dir;
    box.append(...difference(holder.content.textContent, page.original(name, false).textContent));
    return box.childNodes.length ? [box] : [];
  };

  const pairs = (page) => {
    let wrapped = [];
    let told = null;
    let abort = null;

    const sentence = (piece, inLink) => {
      const name = page.key(piece);
      if (!page.side.segments.has(name) || told.has(piece.id || name)) return null;
      if (!piece.id && page.byKey.get(name).some((other) => other.id)) return null;
      told.add(piece.id || name);
      const copy = make('span');
      const { confidence, state } = page.side.segments.get(name);
      copy.className = 'src';
      copy.dataset.for = name;
      copy.append(page.original(name, inLink));
      const remark = page.remark(name);
      if (confidence !== undefined) copy.dataset.uncertain = '';
      if (state) copy.dataset.state = state;
      if (remark) {
        const note = make('span');
        note.className = 'vh';
        note.lang = root.lang;
        note.textContent = ' (' + remark + ')';
        copy.title = remark;
        copy.append(note);
      }
      const changes = diglot.changes(page, name);
      if (changes.length) { copy.replaceChildren(...changes, ...copy.querySelectorAll(':scope > .vh')); copy.dataset.was = ''; }
      return copy;
    };
    // A piece of the block in the other language.
    const copied = (node, inLink) => {
      if (node.nodeType === 3) return node.cloneNode();
      if (node.nodeType !== 1 || node.matches(ONCE) || node.hidden) return null;
      if (node.matches('.seg')) return sentence(node, inLink);
      const copy = node.cloneNode(false);
      for (const name of ['id', 'tabindex', 'aria-describedby', 'role', 'name']) copy.removeAttribute(name);
      copy.append(...[...node.childNodes].map((child) => copied(child, inLink || node.matches('a'))).filter(Boolean));
      return node.matches('br') || copy.textContent.trim() ? copy : null;
    };
    const wrap = (run) => {
      const isKnown = (piece) => page.side.segments.has(page.key(piece));
      const has = (node) => node.nodeType === 1 && (node.matches('.seg') ? isKnown(node) : [...node.querySelectorAll('.seg')].some(isKnown));
      if (!run.some(has)) return;
      const [pair, own, other] = ['pair', 'own', 'orig'].map((name) => { const span = make('span'); span.className = name; return span; });
      other.append(...run.map((node) => copied(node, !!(node.parentElement && node.parentElement.closest('a')))).filter(Boolean));
      if (!other.textContent.trim()) return;
      other.lang = page.side.lang;
      other.dir = page.side.dir;
      run[0].before(pair);
      own.append(...run);
      pair.append(own, other);
      wrapped.push(pair);
    };
    const runs = (block) => {
      const found = [[]];
      for (const child of block.childNodes) {
        if (isInline(child)) found[found.length - 1].push(child); else found.push([]);
      }
      return found.filter((run) => run.length);
    };

    return {
      enter() {
        abort = new AbortController();
        told = new Set();
        const blocks = new Set(page.known.filter((piece) => page.article.contains(piece)).map(blockAround));
        for (const run of [...blocks].flatMap(runs)) wrap(run);
        const lit = (event) => {
          const piece = page.at(event.target);
          page.light(piece ? page.key(piece) : null);
        };
        for (const type of ['pointerover', 'click', 'focusin']) page.article.addEventListener(type, lit, { signal: abort.signal });
      },
      leave() {
        abort.abort();
        page.light(null);
        for (const pair of wrapped) pair.replaceWith(...pair.firstChild.childNodes);
        wrapped = [];
        for (const piece of page.pieces) piece.removeAttribute('tabindex');
      },
    };
  };
  diglot.modes.interleaved = pairs;
  diglot.modes['side-by-side'] = pairs;
})();
