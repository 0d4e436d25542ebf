import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceCheck } from '../collect/check_source.js';
import type { Config } from '../config.js';
import type { Source } from '../model/outlet.js';

/** The operator's file with what checks have verified; later ones add to it. */
const PATCH = 'checked_sources.json';
const REPORT = 'source_check.md';

interface ChecksContext {
  readonly sources: readonly Source[];
  readonly config: Pick<Config, 'registryFolder'>;
  /** ISO instant. */
  readonly at: string;
}

/** Writes a patch of the registry and a report in words; gives their paths and how many sources are in the patch. */
export function writeChecks(
  checks: readonly SourceCheck[],
  { sources, config, at }: ChecksContext,
): { readonly patchFile: string; readonly reportFile: string; readonly count: number } {
  const patchFile = join(config.registryFolder, PATCH);
  const reportFile = join(config.registryFolder, REPORT);
  mkdirSync(config.registryFolder, { recursive: true });
  const verified = patchOf(checks, sources);
  const kept = readPatch(patchFile).filter(({ id }) => !verified.some((source) => source.id === id));
  const json = { sources: [...kept, ...verified] };
  // Written beside and renamed: a reader never sees half a file.
  writeFileSync(`${patchFile}.new`, `${JSON.stringify(json, undefined, 2)}\n`);
  renameSync(`${patchFile}.new`, patchFile);
  writeFileSync(reportFile, reportOf(checks, at));
  return { patchFile, reportFile, count: verified.length };
}

/** A sitemap of the latest news goes by that name; one of the whole archive would bring everything at once. */
const NEWS_SITEMAP = /news/i;

/**
 * Sources that answered, under the address where they are now, the first feed that each front page names, and the first
 * sitemap of news that robots.txt names, where the outlet has none.
 */
export function patchOf(checks: readonly SourceCheck[], sources: readonly Source[]): readonly Source[] {
  const known = new Set(sources.flatMap(({ id, url }) => [id, url]));
  return checks.flatMap((check) => {
    const source = sources.find(({ id }) => id === check.id);
    if (source === undefined || check.problem !== undefined) return [];
    const { id, outletId, kind } = source;
    const found: Source[] = [{ id, outletId, kind, url: check.movedTo ?? source.url, unverified: false }];
    const feed = check.feeds.find((url) => !known.has(url));
    const feedId = `${outletId}-feed`;
    if (kind === 'front_page' && feed !== undefined && !known.has(feedId)) {
      known.add(feedId);
      // The page names it, but nobody has asked it yet.
      found.push({ id: feedId, outletId, kind: 'feed', url: feed, unverified: true });
    }
    const sitemap = check.sitemaps.find((url) => NEWS_SITEMAP.test(new URL(url).pathname) && !known.has(url));
    const sitemapId = `${outletId}-sitemap`;
    if (sitemap !== undefined && !known.has(sitemapId)) {
      known.add(sitemapId);
      found.push({ id: sitemapId, outletId, kind: 'sitemap', url: sitemap, unverified: true });
    }
    return found;
  });
}

function readPatch(file: string): readonly Source[] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { readonly sources?: readonly Source[] }).sources ?? [];
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}

function reportOf(checks: readonly SourceCheck[], at: string): string {
  const lines = checks.map(({ id, url, problem, itemCount, newest, feeds, sitemaps, movedTo }) => {
    const answer = problem ?? `well: ${itemCount} items, newest ${newest ?? 'without a date'}`;
    const more = [
      ...(movedTo === undefined ? [] : [`moved to ${movedTo}`]),
      ...feeds.map((feed) => `names the feed ${feed}`),
      ...sitemaps.map((sitemap) => `robots.txt names the sitemap ${sitemap}`),
    ];
    return [`- \`${id}\` <${url}>: ${answer}`, ...more.map((line) => `  - ${line}`)].join('\n');
  });
  return `# Sources asked on ${at}\n\n${lines.join('\n')}\n`;
}
