// The mode in which a card shows the original of the sentence that is pointed at, tapped or focused.
diglot.modes.hover = (page) => {
  'use strict';

  const { make, root, body, words, narrow } = diglot;
  const { article, key } = page;
  const card = make('aside');
  const label = make('p');
  const name = make('span');
  const close = make('button');
  const text = make('div');
  const note = make('p');
  const edit = make('a');
  card.className = 'card';
  card.id = 'diglot-card';
  card.hidden = true;
  card.tabIndex = -1;
  label.className = 'card-label';
  close.type = 'button';
  close.textContent = words.close;
  text.id = 'diglot-original';
  note.className = 'card-note';
  note.id = 'diglot-remark';
  edit.className = 'card-edit';
  edit.textContent = words.edit_sentence;
  label.append(name, close);
  card.append(label, text, note, edit);
  let shown = null;
  let timer = 0;
  let quiet = false;
  let abort = null;

  const hide = () => {
    clearTimeout(timer);
    if (!shown) return;
    const back = card.contains(body.ownerDocument.activeElement) && shown;
    shown.removeAttribute('aria-describedby');
    shown = null;
    page.light(null);
    card.hidden = true;
    if (!back) return;
    quiet = true;
    (back.closest('a, summary, button') || back).focus({ preventScroll: true });
    quiet = false;
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
    page.light(key(piece));
    text.replaceChildren(page.original(key(piece), false));
    note.replaceChildren(page.remark(key(piece)), ...diglot.changes(page, key(piece)));
    note.hidden = !note.textContent;
    const file = diglot.edit && diglot.edit('s-' + key(piece));
    edit.hidden = !file;
    if (file) edit.href = file;
    card.hidden = false;
    piece.setAttribute('aria-describedby', note.hidden ? text.id : text.id + ' ' + note.id);
    place(piece);
    const covered = narrow.matches ? piece.getBoundingClientRect().bottom - card.getBoundingClientRect().top + 16 : 0;
    if (covered > 0) scrollBy(0, covered);
  };
  const later = (action, delay) => { clearTimeout(timer); timer = setTimeout(action, delay); };
  const inside = (node) => { const piece = node.closest && article.contains(node) && page.at(node); return piece || null; };

  return {
    enter() {
      abort = new AbortController();
      const on = (where, type, action) => where.addEventListener(type, action, { signal: abort.signal });
      name.textContent = page.side.name;
      card.setAttribute('aria-label', page.side.name);
      text.lang = page.side.lang;
      text.dir = page.side.dir;
      body.append(card);
      for (const piece of page.stops) if (!piece.closest('a, summary, button')) piece.tabIndex = 0;
      on(article, 'pointerover', (event) => {
        const piece = event.pointerType === 'mouse' && inside(event.target);
        if (piece) later(() => show(piece), shown ? 60 : 160);
      });
      on(article, 'pointerout', (event) => { if (event.pointerType === 'mouse') later(hide, 260); });
      on(card, 'pointerenter', () => clearTimeout(timer));
      on(card, 'pointerleave', (event) => { if (event.pointerType === 'mouse') later(hide, 260); });
      on(article, 'focusin', (event) => { const piece = inside(event.target); if (piece && !quiet) show(piece); });
      on(article, 'focusout', (event) => { if (!card.contains(event.relatedTarget)) later(hide, 60); });
      on(card, 'focusout', (event) => { if (!card.contains(event.relatedTarget)) later(hide, 60); });
      on(card, 'focusin', () => clearTimeout(timer));
      on(body, 'click', (event) => {
        const piece = inside(event.target);
        if (piece) show(piece); else if (!card.contains(event.target)) hide();
      });
      on(close, 'click', hide);
      on(root, 'keydown', (event) => {
        if (event.key === 'Escape') hide();
        // Into the card, where its links are.
        if (event.key === 'Enter' && shown && event.target === shown) {
          event.preventDefault();
          card.focus({ preventScroll: true });
        }
      });
      on(window, 'resize', () => { if (shown) place(shown); });
    },
    leave() {
      hide();
      abort.abort();
      card.remove();
      for (const piece of page.pieces) piece.removeAttribute('tabindex');
    },
  };
};
