/** For tests in a browser: what a page does wrong. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Faults that the console or the page tell while it lives. */
export function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  return faults;
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const ALL_RULES = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
};
/** By night only the colours differ. */
const COLOUR_RULES = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/** What the accessibility checker finds by day and night, and whether the page is wider than the screen. */
export async function findFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const byDay = await runAxe(page, ALL_RULES);
  const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  await page.emulateMedia({ colorScheme: 'dark' });
  const byNight = await runAxe(page, COLOUR_RULES);
  await page.emulateMedia({ colorScheme: 'light' });
  const wide = over > 0 ? [`wider than the screen by ${over} px`] : [];
  return [...byDay, ...byNight, ...wide];
}

async function runAxe(page: Page, options: object): Promise<readonly string[]> {
  const { violations } = await page.evaluate<AxeResult>(`axe.run(${JSON.stringify(options)})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}
