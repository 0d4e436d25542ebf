// A reader's habits, kept in this browser alone: light, size, keys, saved pages, follows, sharing; what is new on the
// front page. No framework, no request but to our own server.
((page) => {
  const root = page.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const say = (fa, en) => (root.lang === 'en' ? en : fa);
  const all = (selector, within = page) => [...within.querySelectorAll(selector)];

  /** What this browser remembers; a browser that keeps nothing remembers nothing. */
  const memory = {
    get(key) {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
      } catch {
        // Private windows and full disks keep nothing; the page still works.
      }
    },
  };

  // ── light and size ──────────────────────────────────────
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : system.matches);

  function choose(name, value) {
    if (value === null) delete root.dataset[name];
    else root.dataset[name] = value;
    memory.set(`sanad-${name}`, value);
    showChoices();
  }

  function showChoices() {
    for (const button of all('[data-switch]'))
      button.textContent = isDark() ? say('روز', 'Light') : say('شب', 'Dark');
    for (const button of all('[data-choose]')) {
      const [name, value] = button.dataset.choose.split(':');
      const now = name === 'keys' ? (memory.get('sanad-keys') ?? '') : (root.dataset[name] ?? '');
      button.setAttribute('aria-pressed', String(now === value));
    }
  }

  function switchLight() {
    const wanted = isDark() ? 'light' : 'dark';
    // Wishing what the system wishes means following the system again.
    choose('theme', (wanted === 'dark') === system.matches ? null : wanted);
  }

  // ── saved pages and follows ─────────────────────────────
  const EMPTY = { saved: [], follows: [] };

  function loadKept() {
    try {
      const kept = JSON.parse(memory.get('sanad-kept') ?? '{}');
      return { saved: listOf(kept.saved), follows: listOf(kept.follows) };
    } catch {
      return EMPTY;
    }
  }

  /** Entries with an address of our own and a title; whatever else a file may hold is left out. */
  function listOf(value) {
    if (!Array.isArray(value)) return [];
    return value
      .filter(
        (one) =>
          typeof one?.href === 'string' && /^\/(?![/\\])/.test(one.href) && typeof one.title === 'string',
      )
      .map(({ href, title, at }) => ({
        href,
        title: title.slice(0, 300),
        at: typeof at === 'string' ? at : '',
      }))
      .slice(0, 2000);
  }

  const saveKept = (kept) => memory.set('sanad-kept', JSON.stringify(kept));

  function toggle(list, entry) {
    const kept = loadKept();
    const has = kept[list].some(({ href }) => href === entry.href);
    kept[list] = has
      ? kept[list].filter(({ href }) => href !== entry.href)
      : [{ ...entry, at: new Date().toISOString() }, ...kept[list]];
    saveKept(kept);
    return !has;
  }

  function showKept() {
    const kept = loadKept();
    for (const button of all('[data-keep]')) {
      const has = kept[button.dataset.keep].some(({ href }) => href === button.dataset.href);
      button.setAttribute('aria-pressed', String(has));
      const words = {
        saved: [say('نگه‌دار', 'Save'), say('نگه داشته شد ✓', 'Saved ✓')],
        follows: [say('دنبال کن', 'Follow'), say('دنبال می‌شود ✓', 'Following ✓')],
      };
      button.textContent = words[button.dataset.keep][has ? 1 : 0];
    }
  }

  const headline = () => page.querySelector('h1')?.textContent.trim() ?? page.title;

  function keep(button) {
    toggle(button.dataset.keep, { href: button.dataset.href, title: headline() });
    showKept();
  }

  // ── the page of what is kept ────────────────────────────
  let undone = null;

  function showLists() {
    for (const list of all('[data-list]')) {
      const entries = loadKept()[list.dataset.list];
      list.replaceChildren(...entries.map((entry) => keptLine(list.dataset.list, entry)));
      page.querySelector(`[data-empty="${list.dataset.list}"]`).hidden = entries.length > 0;
    }
    const undo = page.querySelector('[data-act="undo"]');
    if (undo) undo.hidden = undone === null;
    const address = page.querySelector('[data-opml]');
    if (address) {
      const query = loadKept().follows.map(({ href }) => `of=${encodeURIComponent(href)}`);
      address.href = `/follows.opml?${query.join('&')}`;
      address.hidden = query.length === 0;
    }
    const whole = page.querySelector('[data-kept]');
    if (whole) whole.hidden = false;
  }

  function keptLine(name, { href, title }) {
    const line = page.createElement('li');
    const link = page.createElement('a');
    link.href = href;
    link.textContent = title;
    if (/[\u0600-\u06ff]/.test(title)) Object.assign(link, { lang: 'fa', dir: 'rtl' });
    const remove = page.createElement('button');
    remove.type = 'button';
    remove.className = 'btn btn--s';
    remove.textContent = say('بردار', 'Remove');
    remove.setAttribute('aria-label', `${say('بردار', 'Remove')}: ${title}`);
    remove.addEventListener('click', () => {
      undone = loadKept();
      toggle(name, { href, title });
      showLists();
      announce(say('برداشته شد.', 'Removed.'));
      page.querySelector('[data-act="undo"]')?.focus();
    });
    line.append(link, ' ', remove);
    return line;
  }

  function announce(words) {
    const place = page.querySelector('[data-told]');
    if (place) place.textContent = words;
  }

  function download(name, type, text) {
    const link = page.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.hidden = true;
    page.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  const escaped = (text) =>
    text.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter]);

  function opml() {
    const lines = loadKept().follows.map(({ href, title }) => {
      const address = `${location.origin}${href}`;
      const { origin, pathname, search } = new URL(address);
      const feed = `${origin}${pathname.replace(/\/$/, '')}/feed.xml${search}`;
      return `    <outline type="rss" text="${escaped(title)}" xmlUrl="${escaped(feed)}" htmlUrl="${escaped(address)}"/>`;
    });
    const head = `<head><title>${say('دنبال‌شده‌های سند', 'Followed in Sanad')}</title></head>`;
    return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  ${head}\n  <body>\n${lines.join('\n')}\n  </body>\n</opml>\n`;
  }

  /** Follows of an OPML file that lie on this site, or everything of a JSON file of ours. */
  function readFile(text) {
    if (!text.trimStart().startsWith('<')) {
      const kept = JSON.parse(text);
      return { saved: listOf(kept.saved), follows: listOf(kept.follows) };
    }
    const outlines = all('outline[xmlUrl]', new DOMParser().parseFromString(text, 'text/xml'));
    const follows = outlines.map((outline) => ({
      href:
        outline
          .getAttribute('xmlUrl')
          .replace(location.origin, '')
          .replace(/\/(feed|atom)\.(xml|json)(?=\?|$)/, '') || '/',
      title: outline.getAttribute('text') ?? '',
    }));
    return { saved: [], follows: listOf(follows) };
  }

  async function takeIn(file) {
    try {
      const added = readFile(await file.text());
      const kept = loadKept();
      undone = kept;
      const merged = (name) => [
        ...added[name].filter(({ href }) => !kept[name].some((one) => one.href === href)),
        ...kept[name],
      ];
      saveKept({ saved: merged('saved'), follows: merged('follows') });
      showLists();
      announce(say('پرونده خوانده شد.', 'The file has been read.'));
    } catch {
      announce(
        say(
          'این پرونده خوانا نیست؛ پرونده‌ای را بدهید که از همین‌جا گرفته‌اید.',
          'This file cannot be read; choose one that was exported here.',
        ),
      );
    }
  }

  const ACTS = {
    undo() {
      if (undone !== null) saveKept(undone);
      undone = null;
      showLists();
      announce(say('بازگردانده شد.', 'Restored.'));
    },
    json: () => download('sanad.json', 'application/json', JSON.stringify(loadKept(), null, 2)),
    opml: () => download('sanad.opml', 'text/x-opml', opml()),
    take: () => page.querySelector('[data-file]').click(),
    share: async (button) => {
      const { url, title } = button.dataset;
      await navigator.share({ url, title }).catch(() => undefined);
    },
    forget: async () => {
      for (const name of await caches.keys()) if (name.startsWith('sanad-pages')) await caches.delete(name);
      await showOffline();
    },
    fresh: () => location.reload(),
  };

  // ── pages kept for reading offline ──────────────────────
  async function showOffline() {
    const list = page.querySelector('[data-offline]');
    if (list === null || !('caches' in window)) return;
    const cache = await caches.open('sanad-pages');
    const entries = await Promise.all(
      (await cache.keys()).map(async (request) => {
        const answer = await cache.match(request);
        const title = /<title>([^<]*)<\/title>/.exec(await answer.text())?.[1] ?? request.url;
        return { url: new URL(request.url), title, at: answer.headers.get('X-Kept-At') ?? '' };
      }),
    );
    const decode = (text) => new DOMParser().parseFromString(text, 'text/html').documentElement.textContent;
    list.replaceChildren(
      ...entries
        .sort((a, b) => (a.at < b.at ? 1 : -1))
        .map(({ url, title, at }) => {
          const line = page.createElement('li');
          const link = page.createElement('a');
          link.href = url.pathname + url.search;
          link.textContent = decode(title).replace(/ – (سند|Sanad)$/, '');
          // As the page called itself, in whatever language it was read.
          Object.assign(link, { dir: 'auto', translate: false });
          const when = page.createElement('time');
          when.dateTime = at;
          when.className = 'note';
          when.textContent =
            at === ''
              ? ''
              : new Date(at).toLocaleString(say('fa-IR', 'en-GB'), { dateStyle: 'long', timeStyle: 'short' });
          line.append(link, ' ', when);
          return line;
        }),
    );
    page.querySelector('[data-empty="offline"]').hidden = entries.length > 0;
  }

  // ── what is new while somebody reads ────────────────────
  const LIVE_MS = 60_000;
  /** Whoever leaves at once need not be told. */
  const LISTEN_AFTER_MS = 2000;
  /** States of an event stream. */
  const OPEN = 1;
  const CLOSED = 2;
  const newStories = new Set();
  let stream = null;

  /** Tells how many stories opened since the page was made; the page stays as it is until the bar is pressed. */
  function tellNew(button, stories) {
    if (stories === 0) return;
    const count = stories.toLocaleString(say('fa-IR', 'en-US'));
    button.textContent = say(
      `${count} خبر تازه؛ نشان بده`,
      stories === 1 ? '1 new story; show it' : `${count} new stories; show them`,
    );
    button.hidden = false;
  }

  /** Listens while the page is looked at: browsers have few connections for all of their tabs. */
  function listen(button) {
    if (page.hidden) {
      stream?.close();
      stream = null;
    } else if (stream === null && 'EventSource' in window) {
      stream = new EventSource(`/live/stream?after=${button.dataset.live}`);
      stream.addEventListener('stories', ({ data }) => {
        for (const id of JSON.parse(data)) if (id > Number(button.dataset.live)) newStories.add(id);
        tellNew(button, newStories.size);
      });
    }
  }

  /** For whom the stream is closed or refused: a count once a minute, and another try to listen. */
  async function askForNew(button) {
    if (page.hidden || stream?.readyState === OPEN) return;
    try {
      const answer = await fetch(`/live?after=${button.dataset.live}`);
      if (!answer.ok) return;
      tellNew(button, (await answer.json()).stories);
      if (stream?.readyState !== CLOSED) return;
      stream = null;
      listen(button);
    } catch {
      // Offline: asked again a minute later.
    }
  }

  // ── keys ────────────────────────────────────────────────
  const STORIES =
    '.lead h2 a, .sl-head a, .rep .ttl, .hit h2 a, .topic-lines a, .tops-grid .name a, .said .by .link';

  function step(by) {
    const links = all(STORIES).filter((link) => link.offsetParent !== null);
    const at = links.indexOf(page.activeElement);
    const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'center', behavior: calm.matches ? 'auto' : 'smooth' });
  }

  const forward = () => say('ArrowLeft', 'ArrowRight');
  const backward = () => say('ArrowRight', 'ArrowLeft');

  // Places on the keyboard, not letters: the same keys on a Persian layout.
  const KEYS = {
    KeyJ: () => step(1),
    KeyK: () => step(-1),
    KeyH: () => location.assign('/'),
    KeyL: () => location.assign('/stories'),
    KeyS: () => page.querySelector('[data-keep]')?.click(),
    KeyV: () => location.assign('/saved'),
    KeyD: switchLight,
    KeyN: () => page.querySelector('[data-live]:not([hidden])')?.click(),
  };

  function search() {
    const field = all('input[type="search"]').find((one) => one.offsetParent !== null);
    if (field) field.focus();
    else location.assign('/search');
  }

  async function showKeys() {
    let dialog = page.querySelector('dialog.keys');
    if (dialog === null) {
      const answer = await fetch('/settings');
      const map = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#keys');
      if (map === null) return;
      dialog = page.createElement('dialog');
      dialog.className = 'keys';
      dialog.setAttribute('aria-labelledby', 'keys-h');
      const close = page.createElement('button');
      close.className = 'btn';
      close.textContent = say('بستن', 'Close');
      close.addEventListener('click', () => dialog.close());
      map.removeAttribute('id');
      dialog.append(map, close);
      page.body.append(dialog);
    }
    dialog.showModal();
  }

  const isChord = (event) => event.ctrlKey || event.altKey || event.metaKey || event.isComposing;

  /** Fields take letters, open lists and scrolled regions take arrows: there every key is theirs. */
  const isTaken = (target) =>
    page.querySelector('dialog[open]') !== null ||
    (target instanceof Element &&
      target.closest('input, select, textarea, summary, [contenteditable], [tabindex="0"]') !== null);

  function actOf({ code, shiftKey }) {
    if (code === 'Slash') return shiftKey ? showKeys : search;
    if (shiftKey) return undefined;
    if (code === forward()) return KEYS.KeyJ;
    return code === backward() ? KEYS.KeyK : KEYS[code];
  }

  function onKey(event) {
    if (
      event.defaultPrevented ||
      isChord(event) ||
      memory.get('sanad-keys') === 'off' ||
      isTaken(event.target)
    )
      return;
    const act = actOf(event);
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  // ── a way to the desk for those who have signed in there ──
  function showDesk() {
    const tools = page.querySelector('.tools');
    if (tools === null || !/(^|; )sanad_desk=1/.test(page.cookie)) return;
    const link = page.createElement('a');
    link.className = 'btn btn--quiet';
    link.href = `/admin/go?to=${encodeURIComponent(location.pathname)}`;
    link.textContent = say('میز', 'Desk');
    tools.append(link);
  }

  // ── all together ────────────────────────────────────────
  async function copy(button) {
    const said = button.querySelector('[data-said]');
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      said.textContent = say('رونوشت شد', 'copied');
    } catch {
      said.textContent = say(
        'نشد؛ نشانی را از نوار مرورگر بردارید',
        'failed; take the address from the browser’s bar',
      );
    }
  }

  function choosePressed(button) {
    const [name, value] = button.dataset.choose.split(':');
    const wanted = value === '' ? null : value;
    if (name !== 'keys') return choose(name, wanted);
    memory.set('sanad-keys', wanted);
    showChoices();
  }

  /** What buttons do, by the data that marks them. */
  const PRESSED = {
    switch: switchLight,
    copy,
    keep,
    choose: choosePressed,
    act: (button) => ACTS[button.dataset.act]?.(button),
  };

  page.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button === null) return;
    const name = Object.keys(PRESSED).find((each) => each in button.dataset);
    if (name !== undefined) PRESSED[name](button);
  });
  page.addEventListener('keydown', onKey);
  system.addEventListener('change', showChoices);
  page.querySelector('[data-file]')?.addEventListener('change', ({ target }) => {
    if (target.files[0]) takeIn(target.files[0]);
    target.value = '';
  });
  if (navigator.share) for (const button of all('[data-act="share"]')) button.hidden = false;
  showChoices();
  showKept();
  showLists();
  showDesk();
  showOffline();
  const live = page.querySelector('[data-live]');
  if (live !== null) {
    setTimeout(() => listen(live), LISTEN_AFTER_MS);
    setInterval(() => askForNew(live), LIVE_MS);
    page.addEventListener('visibilitychange', () => listen(live));
  }
  if ('serviceWorker' in navigator) {
    addEventListener('load', () => navigator.serviceWorker.register('/sw.js').catch(() => undefined));
  }
})(document);
