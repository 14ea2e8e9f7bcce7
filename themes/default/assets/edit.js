// The link to the file of a page leads to the line of the sentence that the reader is at, or of the place that the address names.
diglot.edit = (() => {
  'use strict';

  const link = diglot.find('main > .edit a[data-lines]');
  if (!link) return null;
  // `102:14` for a segment, `#next-steps:20` for a heading.
  const lines = link.dataset.lines.split(' ').map((entry) => {
    const at = entry.lastIndexOf(':');
    return [entry.startsWith('#') ? entry.slice(1, at) : 's-' + entry.slice(0, at), entry.slice(at + 1)];
  });
  const first = link.href;
  const byId = (id) => id && diglot.find('#' + CSS.escape(id));
  const named = () => { try { return decodeURIComponent(location.hash.slice(1)); } catch { return ''; } };
  // Everything stands on the line of the last anchor before it that has one.
  const lineOf = (element) => {
    let line = null;
    for (const [id, at] of lines) {
      const other = byId(id);
      if (other && (other === element || other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) line = at;
    }
    return line;
  };
  const address = (id) => {
    const element = byId(id);
    const line = element && element.closest('article') && lineOf(element);
    return line ? first.replace(/\d+$/, line) : first;
  };
  const aim = () => {
    const lit = diglot.find('article .seg.lit');
    link.href = address(lit ? lit.id || 's-' + lit.dataset.seg : named());
  };
  for (const kind of ['pointerdown', 'focus', 'click']) link.addEventListener(kind, aim);
  return address;
})();
