// The link to the file of a page leads to the line of the sentence that the reader is at, or of the place that the address names.
diglot.edit = (() => {
  'use strict';

  const link = diglot.find('main > .edit a[data-lines]');
  if (!link) return null;
  const lines = new Map(link.dataset.lines.split(' ').map((entry) => { const at = entry.lastIndexOf(':'); return [entry.slice(0, at), entry.slice(at + 1)]; }));
  const first = link.href;
  const named = () => { try { return decodeURIComponent(location.hash.slice(1)); } catch { return ''; } };
  // The address of the line of an anchor; of the page's first line for one that is not in its file.
  const address = (id) => (lines.has(id) ? first.replace(/\d+$/, lines.get(id)) : first);
  const aim = () => {
    const lit = diglot.find('article .seg.lit');
    link.href = address(lit ? lit.id || 's-' + lit.dataset.seg : named());
  };
  for (const kind of ['pointerdown', 'focus', 'click']) link.addEventListener(kind, aim);
  return (id) => lines.has(id) && address(id);
})();
