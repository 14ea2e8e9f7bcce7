// The default theme's script: appearance, navigation and small conveniences. A page reads and navigates without it.
// It takes its words from the page and runs no markup of the content. All scripts of a theme are one file, this one first; `diglot` is
// what the others share, a name that no id in the content can shadow, since it is declared.
const diglot = (() => {
  'use strict';

  const find = Document.prototype.querySelector.bind(document);
  const findAll = (selector) => [...Document.prototype.querySelectorAll.call(document, selector)];
  const make = Document.prototype.createElement.bind(document);
  // An element with attributes, and texts or elements in it.
  const build = (tag, attributes, ...children) => {
    const element = make(tag);
    for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const listen = Document.prototype.addEventListener.bind(document);
  const root = find('html');
  const body = find('body');
  // The chooser has none.
  const words = typeof diglotWords === 'object' ? diglotWords : {};

  // Storage may be closed to us: from a file, or by the reader's choice.
  const recall = (key) => { try { return localStorage.getItem('diglot:' + key); } catch { return null; } };
  const remember = (key, value) => {
    try { if (value) localStorage.setItem('diglot:' + key, value); else localStorage.removeItem('diglot:' + key); } catch { /* not remembered */ }
  };

  const wide = matchMedia('(min-width: 60rem)');
  const narrow = matchMedia('(max-width: 40rem)');

  function appearance() {
    const select = find('.theme select');
    const show = (theme) => {
      if (/^(light|dark|contrast)$/.test(theme)) root.dataset.theme = theme; else delete root.dataset.theme;
    };
    const known = recall('theme') || 'auto';
    show(known);
    if (!select) return;
    select.value = known;
    select.addEventListener('change', () => {
      show(select.value);
      remember('theme', select.value === 'auto' ? '' : select.value);
    });
  }

  function folds() {
    if (CSS.supports('selector(::details-content)')) return;
    const set = () => { for (const fold of findAll('.side .fold')) fold.open = wide.matches; };
    set();
    wide.addEventListener('change', set);
  }

  // The whole table of contents, fetched when the reader goes for it: every group opens, and a box finds entries by their words.
  function contents() {
    const side = find('.side[data-toc]');
    if (!side) return;
    const box = side.querySelector('.fold > div');
    const filter = make('input');
    const address = new URL(side.dataset.toc, location.href);
    const here = location.href.replace(/[?#].*/, '');
    let shown = box.querySelector('ul');
    let asked = false;
    let all = null;
    let tree = null;
    filter.type = 'search';
    filter.autocomplete = 'off';
    filter.placeholder = words.toc_filter;
    filter.setAttribute('aria-label', words.toc_filter);
    box.prepend(filter);

    const link = ([title, href, , lang]) => {
      const name = make(href ? 'a' : 'span');
      name.textContent = title;
      if (lang) name.lang = lang;
      if (href) name.href = new URL(href, address);
      if (href && name.href === here) name.setAttribute('aria-current', 'page');
      return name;
    };
    const way = (entries) => {
      for (const entry of entries) {
        if (entry[1] && new URL(entry[1], address).href === here) return [entry];
        const below = entry[2] && way(entry[2]);
        if (below) return [entry, ...below];
      }
      return null;
    };
    const list = (entries, open) => {
      const whole = make('ul');
      for (const entry of entries) {
        const line = make('li');
        whole.append(line);
        if (!entry[2] || !entry[2].length) { line.append(link(entry)); continue; }
        const group = make('details');
        const summary = make('summary');
        const fill = () => { if (group.lastChild === summary) group.append(list(entry[2], open)); };
        summary.append(link(entry));
        group.append(summary);
        group.addEventListener('toggle', fill);
        if (open.has(entry) || entry[5]) { fill(); group.open = true; }
        line.append(group);
      }
      return whole;
    };
    const found = (terms) => {
      const hits = [];
      const look = (entries) => {
        for (const entry of entries) {
          if (hits.length >= 100) return;
          const text = (entry[0] + ' ' + (entry[4] || '')).toLowerCase();
          if (entry[1] && terms.every((word) => text.includes(word))) hits.push([entry[0], entry[1], , entry[3]]);
          if (entry[2]) look(entry[2]);
        }
      };
      look(all);
      return list(hits, new Set());
    };
    const show = () => {
      if (!all) return;
      const terms = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
      const next = terms.length ? found(terms) : tree;
      shown.replaceWith(next);
      shown = next;
    };
    const load = () => {
      if (asked) return;
      asked = true;
      const script = make('script');
      listen('diglot-toc', (event) => {
        all = event.detail;
        tree = list(all, new Set(way(all)));
        show();
      }, { once: true });
      script.src = address;
      find('head').append(script);
    };
    filter.addEventListener('focus', load);
    filter.addEventListener('input', () => { load(); show(); });
    for (const more of side.querySelectorAll('.more a')) {
      more.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        load();
        filter.focus();
      });
    }
  }

  function outline() {
    const links = new Map();
    let now = null;
    let chosen = null;
    let asked = 0;
    const ask = () => { asked = asked || requestAnimationFrame(() => { asked = 0; mark(); }); };
    for (const link of findAll('.outline a[href^="#"]')) {
      const heading = target(link);
      if (heading) links.set(heading, link);
      link.addEventListener('click', () => {
        if (!matchMedia('(min-width: 82rem)').matches) link.closest('details').open = false;
        chosen = heading;
        ask();
      });
    }
    if (!links.size) return;
    const headings = [...links.keys()];
    const aside = find('.outline');
    // The line that a heading must pass is high in the window, and sinks to its end with the page's, so that short last sections pass it too.
    const line = () => {
      const high = innerHeight / 4;
      const way = root.scrollHeight - innerHeight;
      const span = Math.min(way, innerHeight);
      return span > 0 ? high + (innerHeight - high) * Math.max(0, 1 - Math.max(0, way - scrollY) / span) : 0;
    };
    const mark = () => {
      const at = line();
      const seen = headings.filter((heading) => heading.getClientRects().length);
      const past = seen.filter((heading) => heading.getBoundingClientRect().top < at);
      const next = chosen || past[past.length - 1] || seen[0];
      if (next === now || !next) return;
      if (now) links.get(now).removeAttribute('aria-current');
      now = next;
      const link = links.get(now);
      link.setAttribute('aria-current', 'location');
      const away = link.getBoundingClientRect().top - aside.getBoundingClientRect().top;
      if (away < 0 || away > aside.clientHeight - 40) aside.scrollTop += away - aside.clientHeight / 2;
    };
    // The heading that a reader went for is marked until the page is moved by hand.
    const choose = () => {
      const aim = location.hash.length > 1 && target({ getAttribute: () => location.hash });
      chosen = links.has(aim) ? aim : null;
      ask();
    };
    for (const kind of ['wheel', 'touchmove', 'keydown']) listen(kind, () => { chosen = null; }, { passive: true });
    for (const kind of ['scroll', 'resize']) addEventListener(kind, ask, { passive: true });
    addEventListener('hashchange', choose);
    choose();
  }

  function target(link) {
    let id = link.getAttribute('href').slice(1);
    try { id = decodeURIComponent(id); } catch { /* as written */ }
    return find('#' + CSS.escape(id));
  }

  function anchors() {
    for (const heading of findAll('article :is(h2, h3, h4, h5, h6)[id]')) {
      const link = make('a');
      link.className = 'anchor';
      link.href = '#' + encodeURIComponent(heading.id);
      link.textContent = '#';
      link.setAttribute('aria-label', words.heading_link);
      heading.append(link);
    }
  }

  // Tabs of a page that have a name in common go together, here and on the next page; without a script all panels are shown.
  function tabs() {
    const groups = findAll('article .tabGroup').map((group) => ({
      links: [...group.querySelectorAll(':scope > [role=tablist] [role=tab]')],
      panels: [...group.querySelectorAll(':scope > [role=tabpanel]')],
    })).filter((group) => group.links.length && group.links.length === group.panels.length);
    if (!groups.length) return;
    const ids = (link) => (link.dataset.tab || '').split('+');
    let chosen = (recall('tabs') || '').split(' ').filter(Boolean);
    // A tab may depend on another one: that is shown now, or where the page has none of that name, was chosen before.
    const offered = new Set(groups.flatMap((group) => group.links.flatMap(ids)));
    let current = new Set();
    const holds = (name) => (offered.has(name) ? current.has(name) : chosen.includes(name));
    const show = ({ links, panels }) => {
      const open = links.filter((link) => !link.dataset.condition || holds(link.dataset.condition));
      const shown = open.length ? open : links;
      const rank = (link) => Math.min(...ids(link).map((id) => { const at = chosen.indexOf(id); return at < 0 ? chosen.length : at; }));
      const best = shown.reduce((one, other) => (rank(other) < rank(one) ? other : one));
      const active = chosen.length && rank(best) < chosen.length ? best
        : shown.find((link) => link.getAttribute('aria-selected') === 'true') || shown[0];
      links.forEach((link, at) => {
        link.parentNode.hidden = !shown.includes(link);
        link.setAttribute('aria-selected', link === active);
        link.tabIndex = link === active ? 0 : -1;
        panels[at].hidden = link !== active;
      });
      for (const id of ids(active)) current.add(id);
      return active;
    };
    const choose = (link) => {
      const top = link.getBoundingClientRect().top;
      chosen = [...new Set([...ids(link), ...chosen])].slice(0, 20);
      remember('tabs', chosen.join(' '));
      current = new Set();
      groups.forEach(show);
      scrollBy(0, link.getBoundingClientRect().top - top);
    };
    for (const group of groups) {
      const first = show(group);
      if (first) chosen = [...new Set([...chosen, ...ids(first)])];
      for (const link of group.links) {
        link.addEventListener('click', (event) => { event.preventDefault(); choose(link); });
        link.addEventListener('keydown', (event) => {
          const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
          if (!step) return;
          event.preventDefault();
          const open = group.links.filter((other) => !other.parentNode.hidden);
          const turn = getComputedStyle(link).direction === 'rtl' && Number.isFinite(step) ? -step : step;
          const to = open.indexOf(link) + turn;
          const next = turn === -Infinity ? open[0] : turn === Infinity ? open[open.length - 1] : open[(to + open.length) % open.length];
          choose(next);
          next.focus();
        });
      }
    }
    // A link to something in a panel shows the panel.
    const reveal = () => {
      const panel = location.hash.length > 1 && target({ getAttribute: () => location.hash })?.closest('[role=tabpanel]');
      const group = panel && groups.find((group) => group.panels.includes(panel));
      if (!group || !panel.hidden) return;
      choose(group.links[group.panels.indexOf(panel)]);
      panel.scrollIntoView();
    };
    addEventListener('hashchange', reveal);
    reveal();
  }

  // Zones for other versions and pivots than the chosen ones are hidden. The choice is that of the address, else the last one that a
  // reader made and the page has, else the first one offered. Without a script all zones are shown, with labels.
  function zones() {
    const pickers = findAll('.pickers select');
    const zones = findAll('article [data-moniker], article [data-pivot]');
    if (!pickers.length || !zones.length) return;
    const values = (select) => [...select.options].map((option) => option.value);
    const kinds = { view: 'moniker', pivots: 'pivot' };
    const names = (zone, kind) => (zone.dataset[kinds[kind]] || '').split(' ').filter(Boolean);
    // What a zone depends on: the pickers that offer something it is for.
    const judges = (zone) => pickers.filter((select) => {
      const own = names(zone, select.dataset.picker);
      return values(select).some((value) => own.includes(value));
    });
    const fits = (zone, kind) => {
      const own = judges(zone).filter((select) => select.dataset.picker === kind);
      return !own.length || own.some((select) => !select.value || names(zone, kind).includes(select.value));
    };
    const show = () => {
      for (const zone of zones) {
        zone.hidden = !(fits(zone, 'view') && fits(zone, 'pivots'));
        const label = zone.querySelector(':scope > .zone-label');
        if (label) label.hidden = judges(zone).every((select) => select.value);
      }
      for (const link of findAll('.outline a[href^="#"]')) {
        const heading = target(link);
        link.hidden = !!(heading && heading.closest('[data-moniker][hidden], [data-pivot][hidden]'));
      }
    };
    const keep = (select) => {
      const kind = select.dataset.picker;
      const url = new URL(location.href);
      const now = pickers.filter((other) => other.dataset.picker === kind && other.value).map((other) => other.value);
      if (now.length) url.searchParams.set(kind, now.join(',')); else url.searchParams.delete(kind);
      try { history.replaceState(history.state, '', url); } catch { /* not from a file */ }
      const offered = values(select);
      const known = (recall(kind) || '').split(' ').filter((name) => name && !offered.includes(name));
      remember(kind, [select.value, ...known].filter(Boolean).slice(0, 20).join(' '));
    };
    const choose = () => {
      const parameters = new URL(location.href).searchParams;
      for (const select of pickers) {
        const kind = select.dataset.picker;
        const wanted = [...(parameters.get(kind) || '').toLowerCase().split(','), ...(recall(kind) || '').split(' ')];
        const offered = values(select);
        select.value = wanted.find((name) => name && offered.includes(name)) || offered[0];
        select.addEventListener('change', () => { keep(select); show(); });
      }
    };
    // A link to something in a hidden zone shows the zone.
    const reveal = () => {
      const aim = location.hash.length > 1 && target({ getAttribute: () => location.hash });
      if (!aim || !aim.closest('[data-moniker][hidden], [data-pivot][hidden]')) return;
      for (const zone of zones.filter((zone) => zone.hidden && zone.contains(aim))) {
        for (const kind of Object.keys(kinds)) {
          if (fits(zone, kind)) continue;
          const select = judges(zone).find((other) => other.dataset.picker === kind);
          select.value = values(select).find((value) => names(zone, kind).includes(value));
        }
      }
      show();
      aim.scrollIntoView();
    };
    choose();
    show();
    addEventListener('hashchange', reveal);
    reveal();
  }

  function copyButtons() {
    if (!navigator.clipboard) return;
    for (const block of findAll('article pre')) {
      const box = make('div');
      const button = make('button');
      box.className = 'code-box';
      button.className = 'copy';
      button.type = 'button';
      button.textContent = words.copy;
      button.lang = root.lang;
      button.setAttribute('aria-live', 'polite');
      block.replaceWith(box);
      box.append(block, button);
      button.addEventListener('click', async () => {
        try { await navigator.clipboard.writeText(block.textContent.replace(/\n$/, '')); } catch { return; }
        button.textContent = words.copied;
        setTimeout(() => { button.textContent = words.copy; }, 2000);
      });
    }
  }

  // Boxes that scroll can be reached by keyboard, and only those are stops of the Tab key. A table that fits needs no box: its head stays
  // in sight below the top of the page, and else below that of its box.
  function scrollers() {
    const boxes = findAll('article :is(pre, .table-box, .math)');
    const judge = (box) => {
      const fits = box.scrollWidth <= box.clientWidth;
      if (fits) box.removeAttribute('tabindex'); else box.tabIndex = 0;
      box.toggleAttribute('data-fits', fits);
    };
    const observer = 'ResizeObserver' in window && new ResizeObserver((entries) => entries.forEach(({ target: box }) => judge(box)));
    for (const box of boxes) if (observer) observer.observe(box); else judge(box);
  }

  // A short piece of code does not break in the middle: `--strict` is one word.
  function codes() {
    for (const code of findAll('article :not(pre) > code')) if (code.textContent.length < 25) code.classList.add('short');
  }

  for (const start of [appearance, codes, folds, zones, tabs, contents, anchors, copyButtons, outline, scrollers]) {
    try { start(); } catch (error) { console.error(error); }
  }
  root.dataset.scripted = '';

  return { find, findAll, make, build, listen, root, body, words, recall, remember, narrow, target, modes: {} };
})();
