// A video is a link until the reader wants it here: then a frame shows it, if the policy of the page lets its host in. Nothing is loaded before.
(() => {
  'use strict';

  const { build, find, findAll, words } = diglot;
  const policy = /frame-src ([^;]+)/.exec(find('meta[http-equiv="Content-Security-Policy"]')?.content);
  if (!policy) return;
  const sources = policy[1].split(/\s+/);
  for (const link of findAll('article .embeddedvideo > a[href]')) {
    const { origin, host } = new URL(link.href);
    if (!sources.includes(origin)) continue;
    const button = build('button', { type: 'button', class: 'button' }, words.load_frame.replace('{$host}', host));
    button.addEventListener('click', () => {
      const frame = build('iframe', {
        src: link.href,
        title: link.textContent.trim() || host,
        allow: 'fullscreen; picture-in-picture',
        referrerpolicy: 'strict-origin-when-cross-origin',
        sandbox: 'allow-scripts allow-same-origin allow-presentation allow-popups',
      });
      button.replaceWith(frame);
      frame.focus();
    });
    link.after(button);
  }
})();
