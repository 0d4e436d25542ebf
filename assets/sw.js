// Keeps what a reader opened, so that it can be read without a connection. Pages come from the network whenever there
// is one; a kept copy is shown only when there is none, and says since when it is kept.
const VERSION = 'VERSION_OF_ASSETS';
const ASSETS = `sanad-assets-${VERSION}`;
const PAGES = 'sanad-pages';
/** Pages kept; the oldest go first. Some 100 KB each at most. */
const MOST_PAGES = 60;
const FIRST = FIRST_ASSETS;
/** Of one person, or always new. */
const NEVER = /^\/(admin|comment|api|live|metrics|assets|sw\.js|lab)(\/|$)/;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(ASSETS)
      .then((cache) => cache.addAll([...FIRST, '/offline']))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('sanad-assets') && name !== ASSETS)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname.startsWith('/assets/') && url.searchParams.has('v')) event.respondWith(assetOf(request));
  else if (request.mode === 'navigate' && !NEVER.test(url.pathname)) event.respondWith(pageOf(event));
});

/** The address of an asset names its content: what is kept is what it is. */
async function assetOf(request) {
  const kept = await caches.match(request);
  // A page of an earlier version is better with today's style than with none.
  return kept ?? fetch(request).catch(() => caches.match(request, { ignoreSearch: true }));
}

async function pageOf(event) {
  try {
    const answer = await fetch(event.request);
    if (answer.ok && !/no-store/.test(answer.headers.get('Cache-Control') ?? '')) {
      event.waitUntil(keep(event.request.url, answer.clone()));
    }
    return answer;
  } catch {
    return (await offlineCopy(event.request.url)) ?? (await caches.match('/offline')) ?? Response.error();
  }
}

async function keep(address, answer) {
  const headers = new Headers(answer.headers);
  headers.set('X-Kept-At', new Date().toISOString());
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  const cache = await caches.open(PAGES);
  await cache.delete(plain(address));
  await cache.put(plain(address), new Response(await answer.blob(), { status: 200, headers }));
  const keys = await cache.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - MOST_PAGES))) await cache.delete(key);
}

/** The choice of a language is no part of a page's address. */
function plain(address) {
  const url = new URL(address);
  url.searchParams.delete('lang');
  url.searchParams.delete('digits');
  url.hash = '';
  return url.href;
}

async function offlineCopy(address) {
  const kept = await (await caches.open(PAGES)).match(plain(address));
  if (!kept) return undefined;
  const text = await kept.text();
  const isEnglish = /<html lang="en"/.test(text);
  const at = new Date(kept.headers.get('X-Kept-At') ?? 0).toLocaleString(isEnglish ? 'en-GB' : 'fa-IR', {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  const words = isEnglish ? `No connection: offline copy from ${at}` : `اتصال نیست: نسخهٔ آفلاین از ${at}`;
  const marked = text.replace(/(<main[^>]*>)/, `$1<p class="offline-note" role="status">${words}</p>`);
  return new Response(marked, { status: 200, headers: kept.headers });
}
