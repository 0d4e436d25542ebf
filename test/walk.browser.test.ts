/** Every kind of page and every place of the desk in a real browser, phone and desk, day and night, both languages. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { type RunningServer, startServer } from '../src/serve/server.js';
import { CHROMIUM_FLAGS, findChromium, whyNoBrowser } from '../src/serve/test_browser.js';
import { FIND_FOREIGN_LETTERS } from '../src/serve/test_foreign_letters.js';
import { FIND_RAGGED, findAxeFaults, findLoadFaults, OBSERVE, weigh } from './page_checks.js';
import { pressPersian, tabThrough } from './walk_keyboard.js';
import { findDead, readTexts, unfoldAll } from './walk_plain.js';
import { findPlaces, openWalkedSite, type Place, type WalkedSite } from './walked_site.js';

const skip = whyNoBrowser() ?? false;

let site: WalkedSite;
let server: RunningServer;
let browser: Browser;
let places: readonly Place[] = [];

if (skip === false) {
  site = await openWalkedSite({ after });
  before(async () => {
    places = await findPlaces(site);
    server = await startServer(site.app, { host: '127.0.0.1', port: 0 });
    browser = await chromium.launch({ executablePath: findChromium() ?? '', args: [...CHROMIUM_FLAGS] });
  });
  after(async () => {
    await browser.close();
    await server.stop();
  });
}

interface View {
  readonly language: 'fa' | 'en';
  readonly width: number;
  /** Under which light the accessibility checker looks: all rules by day, those of colours by night. */
  readonly checked: readonly ('day' | 'night')[];
  /** Another width at which nothing may go sideways. */
  readonly also?: number;
  readonly weighed?: boolean;
}

/** With SANAD_TEST_WHOLE=1 the checker looks at every page eight times; else at each twice by day, twice by night. */
const WHOLE = process.env.SANAD_TEST_WHOLE === '1';
const VIEWS: readonly View[] = [
  // 320 px: what is left of a screen of 1280 px at four times the size of letters (WCAG 1.4.10).
  { language: 'fa', width: 390, also: 320, checked: ['day'], weighed: true },
  { language: 'fa', width: 1280, also: 768, checked: ['night'] },
  { language: 'en', width: 390, also: 320, checked: ['night'] },
  { language: 'en', width: 1280, also: 768, checked: ['day'] },
];
const DESK: View = { language: 'fa', width: 1280, checked: [] };
/** Pages that are read at the same time. */
const TABS = 2;
/** Bytes of a first visit, all but the typeface. */
const MOST_BYTES = 100_000;

for (const view of VIEWS) {
  test(`every page in "${view.language}" at ${view.width} px: whole, silent, still, by day and night, nobody else asked`, {
    skip,
  }, async () => {
    const shown = places.filter(({ isDesk }) => !isDesk);
    assert.deepEqual(await walk(shown, view), []);
  });
}

for (const view of VIEWS) {
  test(`every place of the desk in "${view.language}" at ${view.width} px: whole, silent, still, by day and night`, {
    skip,
  }, async () => {
    const shown = places.filter(({ isDesk }) => isDesk);
    assert.deepEqual(await walk(shown, view, site.cookie), []);
  });
}

async function walk(shown: readonly Place[], view: View, cookie?: string): Promise<readonly string[]> {
  const faults: string[] = [];
  const context = await open(view, cookie);
  context.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
      faults.push(`somebody else is asked: ${request.url()}`);
  });
  const left = [...shown];
  const tabs = Array.from({ length: TABS }, async () => {
    const page = await context.newPage();
    const scale = view.weighed ? await weigh(page) : undefined;
    for (let place = left.shift(); place !== undefined; place = left.shift()) {
      const bytes = () => scale?.take() ?? 0;
      const found = await findFaults(page, { place, view, bytes });
      faults.push(...found.map((fault) => `${place?.path}: ${fault}`));
    }
  });
  await Promise.all(tabs);
  await context.close();
  return faults;
}

interface Visit {
  readonly place: Place;
  readonly view: View;
  readonly bytes: () => number;
}

async function findFaults(page: Page, { place, view, bytes }: Visit): Promise<readonly string[]> {
  const told: string[] = [];
  const hear = (text: string): void => {
    // That a fault is a fault is no news.
    if (!/status of 4\d\d/.test(text) || place.status === 200) told.push(`says ${text}`);
  };
  const onConsole = (message: { type(): string; text(): string }): void => {
    if (message.type() === 'error' || message.type() === 'warning') hear(message.text());
  };
  const onError = (error: Error): void => hear(String(error));
  page.on('console', onConsole).on('pageerror', onError);
  bytes();
  const answer = await page.goto(server.url + place.path);
  const loaded = await findLoadFaults(page, view.language);
  const weight = bytes();
  const day = await groundOf(page);
  const byDay = view.checked.includes('day') || WHOLE ? await findAxeFaults(page, 'all') : [];
  await page.emulateMedia({ colorScheme: 'dark' });
  const night = await groundOf(page);
  const byNight = view.checked.includes('night') || WHOLE ? await findAxeFaults(page, 'colours') : [];
  await page.emulateMedia({ colorScheme: 'light' });
  const over = view.also === undefined ? 0 : await measureOver(page, view.also, view.width);
  page.off('console', onConsole).off('pageerror', onError);
  return [
    ...(answer?.status() === place.status ? [] : [`answers ${answer?.status()}`]),
    ...loaded,
    ...told,
    ...(weight <= MOST_BYTES ? [] : [`weighs ${weight} bytes`]),
    ...(over > 0 ? [`is wider than ${view.also} px by ${over}`] : []),
    ...(day === night ? ['has no night'] : []),
    ...(await page.evaluate<string[]>(FIND_FOREIGN_LETTERS)),
    ...(await page.evaluate<string[]>(FIND_RAGGED)),
    ...byDay,
    ...byNight.map((fault) => `by night ${fault}`),
  ];
}

/** What pages showed a reader with scripts, by address: those without must have it too. */
const texts = new Map<string, readonly string[]>();

test('every page by Tab alone: past the head first, each stop once in order and seen, none kept', {
  skip,
}, async () => {
  const faults: string[] = [];
  const context = await open(DESK, site.cookie);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  for (const { path } of places) {
    await page.goto(server.url + path);
    texts.set(path, await readTexts(page));
    faults.push(...(await tabThrough(page, session)).map((fault) => `${path}: ${fault}`));
  }
  await context.close();
  assert.deepEqual(faults, []);
});

test('every page without scripts: all that is read with them, folds open, forms can be sent, nothing is dead', {
  skip,
}, async () => {
  const faults: string[] = [];
  const context = await open(DESK, site.cookie, { javaScriptEnabled: false });
  const page = await context.newPage();
  for (const { path } of places) {
    await page.goto(server.url + path);
    const read = new Set(await readTexts(page));
    const missing = texts.get(path)?.filter((text) => !read.has(text)) ?? ['all'];
    const found = [...(await findDead(page)), ...(await unfoldAll(page))];
    faults.push(...missing.map((text) => `${path}: does not say ${text.slice(0, 80)}`));
    faults.push(...found.map((fault) => `${path}: ${fault}`));
  }
  await context.close();
  assert.deepEqual(faults, []);
});

test('a reader without scripts comments, votes and answers, an operator publishes, and a ledger is narrowed', {
  skip,
}, async () => {
  const plain = { javaScriptEnabled: false };
  const reader = await open({ ...DESK, width: 390 }, undefined, plain);
  const operator = await open(DESK, site.cookie, plain);
  const [page, desk] = [await reader.newPage(), await operator.newPage()];
  const send = async (words: string): Promise<void> => {
    await page.getByLabel('دیدگاه شما').fill(words);
    // Nobody writes as fast as a form that is sent at once.
    site.wait(20_000);
    await page.getByRole('button', { name: 'فرستادن برای بررسی' }).click();
    await page.getByText('پس از بررسی').first().waitFor();
    await desk.goto(`${server.url}/admin/comments`);
    const comment = desk.getByRole('article').filter({ hasText: words });
    await comment.getByRole('checkbox').check();
    await desk.getByRole('button', { name: 'انتشار', exact: true }).click();
  };
  await page.goto(server.url);
  const headings = (await page.locator('.rail h2').allTextContents()).join();
  for (const heading of ['دوسویه‌ها', 'در پیش', 'چه تغییر کرد؟'])
    assert.ok(headings.includes(heading), heading);
  assert.ok((await page.locator('.lead .voices > li, .sl-state').count()) > 1);
  const story = places.find(({ path }) => /^\/story\/\d+$/.test(path))?.path ?? '';
  await page.goto(server.url + story);
  await send('شمار کامیون‌ها را چه کسی شمرده است؟');
  await page.goto(server.url + story);
  const comment = page.locator('.cmt', { hasText: 'شمار کامیون‌ها' });
  await comment.getByRole('button', { name: 'موافقم' }).click();
  await comment.getByRole('button', { name: 'موافقم ۱' }).waitFor();
  await comment.getByRole('link', { name: 'پاسخ' }).click();
  await send('گمرک، و گفته است که فهرست را منتشر می‌کند.');
  await page.goto(server.url + story);
  await comment.locator('.cmt', { hasText: 'گمرک، و گفته است' }).waitFor();
  const dyad = places.find(({ path }) => /^\/dyad\/[^/]+\/[^/?]+$/.test(path))?.path ?? '';
  await page.goto(server.url + dyad);
  const rows = page.locator('.tbl tbody tr');
  const all = await rows.count();
  const states = page.getByLabel('وضعیت');
  const [, state = ''] = await states.locator('option').allTextContents();
  await states.selectOption(state);
  const word = state.replace(/ \(.*/, '');
  await page.getByRole('button', { name: 'اعمال' }).click();
  await page.waitForURL(/status=\w/);
  assert.ok((await rows.count()) < all);
  for (const row of await rows.all()) assert.ok((await row.textContent())?.includes(word), word);
  await reader.close();
  await operator.close();
});

for (const [language, onward, back] of [
  ['fa', 'ArrowLeft', 'ArrowRight'],
  ['en', 'ArrowRight', 'ArrowLeft'],
] as const) {
  test(`keys of a Persian layout in "${language}": stories by ${onward} and J, the list of keys by «؟», Escape gives the focus back`, {
    skip,
  }, async () => {
    const context = await open({ ...DESK, language });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await page.goto(server.url);
    const focused = () => page.evaluate<string>('document.activeElement?.textContent.trim() ?? ""');
    await pressPersian(session, { code: 'KeyJ', letter: 'ت' });
    const first = await focused();
    await page.keyboard.press(onward);
    const second = await focused();
    assert.notEqual(second, first);
    await page.keyboard.press(back);
    assert.equal(await focused(), first);
    await pressPersian(session, { code: 'KeyJ', letter: 'ت' });
    await pressPersian(session, { code: 'Slash', letter: '؟', shift: true });
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await pressPersian(session, { code: 'KeyK', letter: 'ن' });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    assert.equal(await focused(), second);
    await pressPersian(session, { code: 'KeyK', letter: 'ن' });
    assert.equal(await focused(), first);
    await context.close();
  });
}

/** By how much a page is wider than a screen of another width. */
async function measureOver(page: Page, width: number, back: number): Promise<number> {
  await page.setViewportSize({ width, height: 900 });
  const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  await page.setViewportSize({ width: back, height: 900 });
  return over;
}

function groundOf(page: Page): Promise<string> {
  return page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
}

/** A reader of one language on one screen, with a browser profile of its own. */
async function open(
  { language, width }: View,
  cookie?: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const viewport = { width, height: 900 };
  const context = await browser.newContext({ viewport, ...options });
  await context.addInitScript(OBSERVE);
  const url = server.url;
  await context.addCookies([{ name: 'sanad-lang', value: language, url }]);
  if (cookie !== undefined) {
    const at = cookie.indexOf('=');
    await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url }]);
  }
  return context;
}
