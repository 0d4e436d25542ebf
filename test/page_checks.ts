/** For tests in a browser: what is measured while a page loads, and what is asked of it afterwards. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CDPSession, Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Runs before a page's own scripts: how far its lines moved, and what its policy of contents refused. Each address is
 * asked of the server: no worker of an earlier page answers instead.
 */
export const OBSERVE = `delete Navigator.prototype.serviceWorker;
window.shifts = 0;
window.shifted = [];
window.refused = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    window.shifts += entry.value;
    const names = entry.sources.map(({ node }) => (node?.outerHTML ?? node?.data ?? '').slice(0, 60));
    window.shifted.push(...names);
  }
}).observe({ type: 'layout-shift', buffered: true });
addEventListener('securitypolicyviolation', (event) => {
  window.refused.push(event.violatedDirective + ' ' + event.blockedURI);
});`;

/** The typeface may arrive after the first paint and move a line by less than a pixel. */
const STILL = 0.005;

interface Loaded {
  readonly lang: string;
  readonly title: string;
  readonly over: number;
  readonly shifts: number;
  readonly shifted: readonly string[];
  readonly refused: readonly string[];
  readonly main: number;
  /** Ids that more than one element has: a label or link leads to the first alone. */
  readonly twins: readonly string[];
}

const READ_LOADED = `document.fonts.ready.then(() => ({
  lang: document.documentElement.lang + ' ' + document.documentElement.dir,
  title: document.title,
  over: document.documentElement.scrollWidth - innerWidth,
  shifts: window.shifts,
  shifted: window.shifted,
  refused: window.refused,
  main: document.querySelector('main h1, main h2')?.textContent.trim().length ?? 0,
  twins: [...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, at, ids) => ids.indexOf(id) !== at),
}))`;

/** Whether a page came whole, in its language, still, no wider than the screen, and refused nothing. */
export async function findLoadFaults(page: Page, language: 'fa' | 'en'): Promise<readonly string[]> {
  const { lang, title, over, shifts, shifted, refused, main, twins } =
    await page.evaluate<Loaded>(READ_LOADED);
  return [
    ...(lang === (language === 'fa' ? 'fa rtl' : 'en ltr') ? [] : [`speaks ${lang}`]),
    ...(title.length > 3 && main > 0 ? [] : ['has no title or heading']),
    ...(over > 0 ? [`is wider than the screen by ${over} px`] : []),
    ...(shifts < STILL ? [] : [`moves by ${shifts}: ${shifted.slice(0, 3).join(' ')}`]),
    ...twins.map((id) => `has several #${id}`),
    ...refused.map((what) => `refuses ${what}`),
  ];
}

/**
 * Passages in a publisher's Persian that go over several lines of an English page and start at the page's side, so that
 * their ends are ragged where they should be flush.
 */
export const FIND_RAGGED = `[...document.querySelectorAll(':lang(en) > bdi[dir="rtl"]')]
  .filter((run) => run.getClientRects().length > 1 && run.checkVisibility())
  .filter((run) => run.parentElement.matches('p, h1, h2, h3, h4, :is(h1, h2, h3, li, td, th) > a:not(.link)'))
  .filter((run) => run.parentElement.textContent.trim() === run.textContent.trim())
  .map((run) => 'starts at the wrong side: ' + run.parentElement.className + ' ' + run.innerText.slice(0, 60))`;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** By night only the colours differ. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What the accessibility checker says: all its rules, or those of colours. */
export async function findAxeFaults(page: Page, rules: 'all' | 'colours'): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const runOnly = rules === 'all' ? { type: 'tag', values: TAGS } : { type: 'rule', values: COLOURS };
  const options = { runOnly, resultTypes: ['violations'], preload: rules === 'all' };
  const found = await page.evaluate<readonly { id: string; nodes: { html: string }[] }[]>(
    `axe.run(${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}

/** Counts what a page costs who comes for the first time: all answers as sent, the typeface apart. */
export async function weigh(page: Page): Promise<{ take(): number }> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const fonts = new Set<string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Font') fonts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!fonts.has(requestId)) bytes += encodedDataLength;
  });
  return {
    take: () => {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
  };
}
