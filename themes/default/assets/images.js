// Images in full: one that is shown smaller than it is, and one whose link leads to a larger form of it, open over the page.
// Without a script the link leads to the larger image.
(() => {
  'use strict';

  const { find, build, body, words } = diglot;
  const article = find('main article');
  if (!article) return;

  const name = (image) => [words.image_zoom, image.alt].filter(Boolean).join(': ');

  function open(source, image, from) {
    const picture = build('img', { src: source, alt: image.alt });
    const close = build('button', { type: 'button', 'aria-label': words.close }, '×');
    const dialog = build('dialog', { class: 'lightbox', 'aria-label': image.alt || words.image_zoom }, close, picture);
    // A click on the image shows its own size, and once more all of it; anywhere else, it closes.
    dialog.addEventListener('click', (event) => {
      if (event.target !== picture) dialog.close();
      else if (!dialog.toggleAttribute('data-full', !dialog.hasAttribute('data-full') && picture.naturalWidth > picture.clientWidth)) picture.focus();
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      from.focus({ preventScroll: true });
    });
    body.append(dialog);
    dialog.showModal();
  }

  // Only what is shown smaller than it is can be enlarged.
  const judge = (image) => {
    if (image.closest('a, button, summary, [role="presentation"]') || image.getAttribute('role') === 'presentation') return;
    const large = image.clientWidth && image.naturalWidth > image.clientWidth * 1.05;
    if (large) {
      image.tabIndex = 0;
      image.setAttribute('role', 'button');
      image.setAttribute('aria-label', name(image));
    } else if (image.hasAttribute('tabindex')) for (const attribute of ['tabindex', 'role', 'aria-label']) image.removeAttribute(attribute);
  };
  const images = article.querySelectorAll('img');
  article.addEventListener('load', (event) => { if (event.target.matches('img')) judge(event.target); }, true);
  const observer = 'ResizeObserver' in window && new ResizeObserver((entries) => entries.forEach(({ target }) => judge(target)));
  for (const image of images) if (observer) observer.observe(image); else judge(image);

  const enlarge = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    const link = event.target.closest('a[href$="#lightbox"]');
    const image = link ? link.querySelector('img') : event.target.closest('img[role="button"]');
    if (!image) return;
    event.preventDefault();
    open(link ? link.href.replace('#lightbox', '') : image.currentSrc || image.src, image, link || image);
  };
  article.addEventListener('click', enlarge);
  article.addEventListener('keydown', (event) => { if (/^(Enter| )$/.test(event.key) && event.target.matches('img[role="button"]')) enlarge(event); });
})();
