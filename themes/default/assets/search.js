// Opens the search where the reader is. What searches is a script of its own, loaded when it is asked for; the box is a link to the search page.
(() => {
  'use strict';

  const { find, make, listen, recall } = diglot;
  const box = find('a.find');
  if (!box) return;

  const load = () => new Promise((done, failed) => {
    const style = make('link');
    const script = make('script');
    style.rel = 'stylesheet';
    style.href = box.dataset.style;
    script.src = box.dataset.script;
    script.addEventListener('load', done);
    script.addEventListener('error', failed);
    find('head').append(style, script);
  });
  let loading = null;
  const open = async () => {
    try {
      if (!diglot.search) await (loading ||= load());
      diglot.search();
    } catch { location.assign(box.href); }
  };
  const types = (element) => element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName);

  box.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  listen('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (types(event.target) || event.target.closest('dialog') || recall('keys') === 'off') return;
    event.preventDefault();
    open();
  });
})();
