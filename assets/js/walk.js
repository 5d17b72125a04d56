// Keeps a walk on this device, where the browser can: one button. What is kept is looked up in the cache itself; nothing else is stored.
(() => {
  'use strict';
  const box = document.querySelector('[data-keep]'), list = document.querySelector('[data-kept]');
  if (!navigator.serviceWorker || !self.caches) return box?.remove();
  // As in sw.js.
  const PREFIX = 'walk-1:', SIZE = 'x-size', TITLE = 'x-title';

  /** Every page kept in a cache, with its address, size and title. */
  async function keptIn(name) {
    const cache = await caches.open(name), found = [];
    for (const request of await cache.keys()) {
      const headers = (await cache.match(request)).headers;
      found.push({ path: new URL(request.url).pathname, size: +headers.get(SIZE), title: decodeURIComponent(headers.get(TITLE) || '') });
    }
    return found;
  }

  async function listKept() {
    const text = html => new DOMParser().parseFromString(html, 'text/html').documentElement.textContent;
    const names = (await caches.keys()).filter(name => name.startsWith(PREFIX));
    const own = names.filter(name => name.split('/')[1] === document.documentElement.lang);
    const shown = new Set();
    for (const name of own.length ? own : names) {
      const walk = name.slice(PREFIX.length), pages = await keptIn(name);
      const kind = path => path === walk ? 0 : 1;
      for (const page of pages.sort((one, other) => kind(one.path) - kind(other.path))) {
        // Signs lead to the same places, and the page for no network is this one.
        if (!page.title || !/^\/\w\w\/\w+\/[^/]+$/.test(page.path) || shown.has(page.path)) continue;
        shown.add(page.path);
        const row = document.createElement('li'), link = document.createElement('a'), words = document.createElement('span');
        words.textContent = text(page.title).split(' · ')[0];
        link.href = page.path;
        link.append(words);
        row.append(link);
        list.append(row);
      }
    }
    if (!shown.size) list.replaceWith(Object.assign(document.createElement('p'), { textContent: list.dataset.kept }));
  }

  if (list) listKept();
  if (!box) return;

  const say = box.dataset, pages = say.keep.split(' '), name = PREFIX + pages[0];
  const button = box.querySelector('button'), line = box.querySelector('p'), bar = document.createElement('progress');
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);

  function size(bytes) {
    const isLarge = bytes >= 1e6;
    const format = { style: 'unit', unit: isLarge ? 'megabyte' : 'kilobyte', maximumFractionDigits: isLarge ? 1 : 0 };
    return new Intl.NumberFormat(document.documentElement.lang, format).format(bytes / (isLarge ? 1e6 : 1e3));
  }

  function show(label, text, isKept) {
    bar.remove();
    button.disabled = false;
    button.textContent = label;
    line.textContent = text;
    box.classList.toggle('has', isKept);
    box.hidden = false;
  }

  /** Is the whole walk kept? Its own page is put in last. */
  async function isKept() {
    return await caches.has(name) && !!await (await caches.open(name)).match(pages[0]);
  }

  async function showState() {
    if (!await isKept()) return show(say.save, say.hint, false);
    const kept = await keptIn(name), paths = new Set(kept.map(page => page.path));
    const done = pages.filter(path => paths.has(path)).length;
    const told = { done, of: pages.length, size: size(kept.reduce((sum, page) => sum + page.size, 0)) };
    show(say.remove, filled(done < pages.length ? say.full : say.saved, told), true);
  }

  async function tell(act) {
    await navigator.serviceWorker.register('/sw.js');
    (await navigator.serviceWorker.ready).active.postMessage({ act, pages });
  }

  async function remove() {
    await caches.delete(name);
    const others = (await caches.keys()).some(one => one.startsWith(PREFIX));
    const registration = await navigator.serviceWorker.getRegistration();
    if (!others && registration) await registration.unregister();
    return showState();
  }

  navigator.serviceWorker.addEventListener('message', event => {
    const told = event.data;
    if (told.walk !== pages[0]) return;
    if (told.state === 'done') showState();
    else if (told.state === 'full') isKept().then(isThere => show(isThere ? say.remove : say.save, filled(say.full, told), isThere));
    else if (told.state === 'failed') show(say.save, say.failed, false);
    else {
      line.textContent = filled(say.saving, told);
      bar.max = told.of;
      bar.value = told.done;
    }
  });
  navigator.serviceWorker.startMessages();

  button.addEventListener('click', async () => {
    try {
      if (await isKept()) return await remove();
      button.disabled = true;
      line.textContent = filled(say.saving, { done: 0, of: pages.length });
      bar.removeAttribute('value');
      line.before(bar);
      await tell('keep');
    } catch {
      show(say.save, say.failed, false);
    }
  });

  showState().then(async () => {
    // What is public may have changed since: renewed quietly while there is a network.
    if (navigator.onLine && await isKept()) tell('renew').catch(() => {});
  });
})();
