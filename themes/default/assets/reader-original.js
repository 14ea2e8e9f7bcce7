// The mode in which the whole page is in the language it was written in: article, title, description and outline.
diglot.modes.original = (page) => {
  'use strict';

  const { find, findAll, root, target } = diglot;
  const { article, source, pieces, key } = page;
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
  const marked = (element) => { attribute(element, 'lang', source.lang); attribute(element, 'dir', source.dir); };

  // Blocks with words but without a sentence that has an original: they keep their language.
  const untouched = () => [...article.querySelectorAll('p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, figcaption, summary')].filter((block) => {
    if (block.querySelector('.seg')) return false;
    const copy = block.cloneNode(true);
    for (const code of copy.querySelectorAll('code, kbd, samp, .anchor')) code.remove();
    return /\p{L}/u.test(copy.textContent);
  });
  const heads = () => {
    const title = find('title');
    const description = find('meta[name="description"]');
    if (source.title) {
      const site = title.textContent.lastIndexOf(' · ');
      content(title, [source.title + (site < 0 ? '' : title.textContent.slice(site))]);
      attribute(title, 'lang', source.lang);
    }
    if (source.description && description) attribute(description, 'content', source.description);
  };
  const outline = () => {
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
      const known = pieces.filter((piece) => source.segments.has(key(piece)));
      const alone = pieces.filter((piece) => !source.segments.has(key(piece)));
      const shown = new Set();
      marked(article);
      for (const element of [...alone, ...untouched()]) {
        attribute(element, 'lang', own.lang);
        if (!element.matches('li')) attribute(element, 'dir', own.dir);
      }
      for (const piece of known) {
        const first = piece.id || !shown.has(key(piece));
        shown.add(key(piece));
        content(piece, first ? [page.original(key(piece), piece.closest('a'), source)] : []);
        if (first) marked(piece); else attribute(piece, 'hidden', '');
      }
      heads();
      outline();
    },
    leave() {
      while (undo.length) undo.pop()();
    },
  };
};
