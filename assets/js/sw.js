// Keeps walks for the way without a network. It runs only where somebody has asked for it, and keeps only what they asked for.
'use strict';

/** The name of a cache is this and the address of its walk. The number grows when the form of what is kept changes; older ones are dropped. */
const PREFIX = 'walk-1:', SIZE = 'x-size', TITLE = 'x-title';
/** Most bytes of everything kept. */
const MOST_BYTES = 5 * 1024 * 1024;
/** How long the network is waited for where a page is kept, in milliseconds. */
const PATIENCE = 2500;
/** The widest picture kept: a phone's screen. */
const WIDEST = 800;
const LANGS = ['vi', 'en', 'fr', 'zh', 'ja', 'ko'];
/** What no worker ever stands in front of. */
const NEVER = /^\/(office|healthz|livez|metrics|data)(\/|$)/i;
const LOOSE = { ignoreSearch: true, ignoreVary: true };

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (!name.startsWith(PREFIX)) await caches.delete(name);
  if (self.registration.navigationPreload) await self.registration.navigationPreload.enable();
  await self.clients.claim();
})()));

self.addEventListener('fetch', event => {
  const request = event.request, url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || NEVER.test(url.pathname) || request.headers.has('range')) return;
  if (request.mode === 'navigate') event.respondWith(page(event, url.pathname));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(file(request, url.pathname));
});

self.addEventListener('message', event => {
  const { act, pages } = event.data, client = event.source;
  const isOurs = path => typeof path === 'string' && /^\/[^/]/.test(path) && !NEVER.test(path);
  if (!client || !Array.isArray(pages) || !pages.length || !pages.every(isOurs)) return;
  const tell = told => client.postMessage({ walk: pages[0], ...told });
  // One after the other, so that together they stay within the limit.
  last = last.then(() => keep(pages, tell, act === 'renew')).catch(() => {});
  event.waitUntil(last);
});
let last = Promise.resolve();

/** A page: from the network, and where that is slow or gone, the one kept; else what is shown without a network. */
async function page(event, path) {
  const network = Promise.resolve(event.preloadResponse).then(response => response || fetch(event.request)).catch(() => null);
  let timer;
  const late = new Promise(done => { timer = setTimeout(done, PATIENCE, null); });
  let response = await Promise.race([network, late]);
  clearTimeout(timer);
  if (!response || response.status >= 500) {
    const kept = await find(path);
    if (kept) return kept;
    response = await network;
  }
  if (!response) return await offline(path) || Response.error();
  if (response.ok && response.type === 'basic' && !response.redirected) event.waitUntil(renew(path, response.clone()));
  return response;
}

/** A file with a hash in its name never changes: the one kept is as good as any. Of a picture another width will do. */
async function file(request, path) {
  const kept = await caches.match(path, LOOSE);
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch {
    const [, picture, digest] = path.match(/^(\/assets\/photo-\d+-)\d+(\.[0-9a-f]+\.)/) || [];
    for (const name of picture ? await names() : []) {
      const cache = await caches.open(name);
      const other = (await cache.keys()).find(one => one.url.includes(picture) && one.url.includes(digest));
      if (other) return cache.match(other);
    }
    return Response.error();
  }
}

/** The caches of walks, the newest first. */
async function names() {
  return (await caches.keys()).filter(name => name.startsWith(PREFIX)).reverse();
}

/** The page kept for an address; a scanned code leads to the page of its sign in the language that was kept last. */
async function find(path) {
  const exact = await caches.match(path, LOOSE);
  if (exact) return exact;
  const [, lang, typed] = path.match(/^\/(?:(\w\w)\/)?([^/]+)$/) || [];
  const code = (typed || '').toUpperCase().replace(/[-\s]|%20/g, '');
  if (!/^[2-9A-HJKMNP-Z]{6}$/.test(code)) return undefined;
  for (const one of lang ? [lang] : await languages()) {
    const sign = await caches.match(`/${one}/${code}`, LOOSE);
    if (sign) return sign;
  }
}

/** The languages that pages are kept in, that of the walk kept last first. */
async function languages() {
  return [...new Set([...(await names()).map(name => name.split('/')[1]), ...LANGS])];
}

async function offline(path) {
  for (const lang of [path.split('/')[1], ...await languages()]) {
    const page = LANGS.includes(lang) && await caches.match(`/${lang}/offline`, LOOSE);
    if (page) return page;
  }
}

/** Puts a page that has just come in over the one kept. */
async function renew(path, response) {
  let fresh;
  for (const name of await names()) {
    const cache = await caches.open(name);
    if (!await cache.match(path, LOOSE)) continue;
    fresh = fresh || await packed(response);
    await cache.put(path, fresh.response.clone());
  }
}

/** An answer as it is kept: unpacked, with its size and its title beside it. */
async function packed(response) {
  const body = await response.arrayBuffer(), headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length', 'vary', 'etag']) headers.delete(name);
  const isPage = (headers.get('content-type') || '').startsWith('text/html');
  const html = isPage ? new TextDecoder().decode(body) : '';
  headers.set(SIZE, body.byteLength);
  headers.set(TITLE, encodeURIComponent((html.match(/<title>([^<]*)/) || [])[1] || ''));
  return { response: new Response(body, { headers }), size: body.byteLength, files: filesOf(html) };
}

/** The files that a page needs: styles, scripts, pictures, each picture in one width. */
function filesOf(html) {
  const all = [...html.matchAll(/\/assets\/[\w.-]+\.(?:css|js|svg|png|webp|jpg|woff2)/g)].map(found => found[0]);
  const files = new Set(), pictures = new Map();
  for (const path of all) {
    const [, id, width, ending] = path.match(/photo-(\d+)-(\d+)\.[0-9a-f]+\.(\w+)$/) || [];
    if (!id) files.add(path);
    else if (ending === 'webp') pictures.set(id, [...pictures.get(id) || [], { path, width: +width }]);
  }
  for (const widths of pictures.values()) {
    widths.sort((one, other) => other.width - one.width);
    files.add((widths.find(one => one.width <= WIDEST) || widths.at(-1)).path);
  }
  return [...files];
}

/** The answer at an address, none where there is none any more. Nothing of whoever is signed in goes along, and no scan is counted. */
async function load(path) {
  const response = await fetch(path, { credentials: 'omit', cache: path.startsWith('/assets/') ? 'default' : 'no-cache' });
  if (response.status >= 500) throw new Error(path);
  return response.ok ? packed(response) : null;
}

/** Bytes kept in every cache but this one. */
async function weigh(except) {
  let bytes = 0;
  for (const name of await names()) {
    if (name === except) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) bytes += +(await cache.match(request)).headers.get(SIZE);
  }
  return bytes;
}

/** Keeps pages with their files. The first, the walk itself, is put in last: where it is, the walk is kept. */
async function keep(pages, tell, isRenewed) {
  const name = PREFIX + pages[0], wasThere = await caches.has(name);
  if (isRenewed && !wasThere) return;
  const told = isRenewed ? () => {} : tell;
  try {
    const cache = await caches.open(name), kept = new Map();
    let bytes = await weigh(name), done = 0, isFull = false, walk;
    for (const path of pages) {
      const found = await load(path);
      const fresh = found ? [[path, found]] : [];
      for (const one of found ? found.files : []) {
        const loaded = !kept.has(one) && await load(one);
        if (loaded) fresh.push([one, loaded]);
      }
      const size = fresh.reduce((sum, [, one]) => sum + one.size, 0);
      if (bytes + size > MOST_BYTES) {
        isFull = true;
        break;
      }
      bytes += size;
      for (const [at, one] of fresh) {
        kept.set(at, one.size);
        if (at === pages[0]) walk = one;
        else await cache.put(at, one.response);
      }
      done += 1;
      told({ done, of: pages.length });
    }
    if (!walk && !isFull) throw new Error(pages[0]);
    for (const request of await cache.keys()) if (!kept.has(new URL(request.url).pathname)) await cache.delete(request);
    if (walk) await cache.put(pages[0], walk.response);
    else await caches.delete(name);
    told({ state: isFull ? 'full' : 'done', done, of: pages.length, bytes });
  } catch {
    if (!isRenewed) await caches.delete(name);
    told({ state: 'failed' });
  }
}
