// The language switcher and the chooser: the same heading in another language, a choice that is kept, a box that finds one of many.
(() => {
  'use strict';

  const { find, findAll, build, listen, root, words, recall, remember } = diglot;

  // So many languages are seen at a glance; more have a box that finds one.
  const GLANCE = 20;

  function links() {
    for (const link of findAll('.switcher a, .locales a')) {
      const plain = link.getAttribute('href');
      const aim = () => {
        if (!plain.includes('#')) link.setAttribute('href', plain + location.hash);
        remember('locale', link.hreflang);
      };
      link.addEventListener('click', aim);
      link.addEventListener('auxclick', aim);
    }
  }

  // On the chooser: the language chosen before, else the best match of the browser's, is marked and never forced.
  function suggest() {
    const offers = findAll('.locales a');
    const offered = offers.map((link) => link.hreflang.toLowerCase());
    for (const tag of [recall('locale'), ...(navigator.languages || [])].filter(Boolean).map((tag) => tag.toLowerCase())) {
      let at = offered.indexOf(tag);
      if (at < 0) at = offered.findIndex((other) => other.split('-')[0] === tag.split('-')[0]);
      if (at < 0) continue;
      offers[at].dataset.suggested = '';
      return;
    }
  }

  function menu() {
    const details = find('.switcher details');
    if (!details) return;
    const summary = details.querySelector('summary');
    const entries = [...details.querySelectorAll('li a')];
    const box = entries.length > GLANCE ? finder(details, entries) : null;
    listen('click', (event) => { if (details.open && !details.contains(event.target)) details.open = false; });
    details.addEventListener('toggle', () => {
      if (!details.open) return;
      const current = entries.find((entry) => entry.hasAttribute('aria-current'));
      if (current) current.parentNode.parentNode.scrollTop = current.offsetTop - 120;
      if (box && !matchMedia('(pointer: coarse)').matches) box.focus();
    });
    details.addEventListener('keydown', (event) => {
      const { key, target } = event;
      if (key === 'Escape' && details.open) {
        details.open = false;
        summary.focus();
      }
      if (!/^(Arrow(Up|Down)|Home|End)$/.test(key) || (target === box && !key.startsWith('Arrow'))) return;
      event.preventDefault();
      if (!details.open) { details.open = true; return; }
      const shown = entries.filter((entry) => !entry.parentNode.hidden);
      const at = shown.indexOf(target);
      const next = { ArrowDown: shown[at + 1] || target, ArrowUp: at > 0 ? shown[at - 1] : box || summary, Home: shown[0], End: shown[shown.length - 1] }[key];
      if (next) next.focus();
    });
  }

  // Finds a language by its own name, its tag, its English name or its name in the language of the page.
  function finder(details, entries) {
    const plain = (text) => ' ' + text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    const namers = ['en', root.lang].map((tag) => { try { return new Intl.DisplayNames([tag], { type: 'language' }); } catch { return null; } });
    const name = (namer, tag) => { try { return namer.of(tag); } catch { return ''; } };
    const known = entries.map((entry) => plain([entry.firstChild.textContent, entry.hreflang, ...namers.map((namer) => name(namer, entry.hreflang))].join(' ')));
    const box = build('input', { type: 'search', autocomplete: 'off', spellcheck: 'false', placeholder: words.switcher_find, 'aria-label': words.switcher_find });
    const status = build('p', { class: 'vh', role: 'status' });
    const list = details.querySelector('ul');
    list.before(box, status);
    // Words are found by their beginning; scripts that write no spaces anywhere.
    const filter = () => {
      const wanted = plain(box.value);
      let count = 0;
      entries.forEach((entry, at) => {
        const fits = wanted === ' ' || known[at].includes(wanted) || (/[^\0-\u024f]/.test(wanted) && known[at].includes(wanted.slice(1)));
        entry.parentNode.hidden = !fits;
        count += fits;
      });
      status.textContent = wanted === ' ' ? '' : words.switcher_found.replace('{$count}', count);
    };
    box.addEventListener('input', filter);
    box.addEventListener('keydown', (event) => {
      const first = entries.find((entry) => !entry.parentNode.hidden);
      if (event.key === 'Enter' && first) first.click();
    });
    details.addEventListener('toggle', () => { if (!details.open) { box.value = ''; filter(); } });
    return box;
  }

  for (const start of [links, suggest, menu]) try { start(); } catch (error) { console.error(error); }
})();
