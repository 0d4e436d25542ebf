/** For tests: a real Chromium, where the machine has one. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** No network of its own, no profile of ours, no need of a sandbox that root cannot have. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface BrowserView {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  /** Default: on. */
  readonly javaScript?: boolean;
}

/** Path of a Chromium: SANAD_CHROMIUM, or where Debian puts it. */
export function findChromium(): string | undefined {
  const named = process.env.SANAD_CHROMIUM;
  return [...(named === undefined ? [] : [named]), ...PLACES].find((path) => existsSync(path));
}

/** Why browser tests are skipped on this machine; undefined where they run. */
export function whyNoBrowser(): string | undefined {
  return findChromium() === undefined
    ? 'no Chromium found; install one or name it with SANAD_CHROMIUM'
    : undefined;
}

/** Opens a browser with a profile of its own; everything is gone after `work`. */
export async function withBrowser<Value>(
  view: BrowserView,
  work: (context: BrowserContext) => Promise<Value>,
): Promise<Value> {
  const profile = await mkdtemp(join(tmpdir(), 'sanad-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium() ?? '',
    args: CHROMIUM_FLAGS,
    viewport: { width: view.width, height: 900 },
    colorScheme: view.scheme,
    javaScriptEnabled: view.javaScript ?? true,
    locale: 'fa-IR',
  });
  try {
    return await work(context);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}
