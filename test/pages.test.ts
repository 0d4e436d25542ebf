import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { extractPage } from '../src/extract/extract_page.js';
import { toPipeRecord } from '../src/extract/pipe_record.js';
import type { ExtractedPage } from '../src/model/extracted_page.js';
import { PACKAGE_ROOT } from '../src/package_root.js';
import { loadRegistry } from '../src/pipeline/load_registry.js';
import { parseRegistry } from '../src/sources/registry.js';

// Invented pages in the shapes of the page families and of the kinds of page; each with the fields that it
// must yield, all of them exactly. A boilerplate sentence in a body fails its page.

const FOLDER = join(PACKAGE_ROOT, 'test', 'pages');

interface Expected {
  readonly url: string;
  readonly kind: string;
  readonly [field: string]: unknown;
}

const PROFILES = { cms: loadRegistry().value?.cmsProfiles ?? [] };
const REGISTRY = parseRegistry([
  { name: 'profiles', json: PROFILES },
  {
    name: 'invented',
    json: {
      outlets: [
        { id: 'sepehr', name: 'سپهر خبر', domains: ['sepehr.example'] },
        { id: 'kavir', name: 'کویرنیوز', domains: ['kavirnews.example'] },
        { id: 'darya', name: 'دریاپرس' },
      ],
    },
  },
]).value;

for (const name of readdirSync(FOLDER)
  .filter((file) => file.endsWith('.html'))
  .sort()) {
  test(`extractPage() reads ${name}`, () => {
    assert.ok(REGISTRY);
    const { url, ...expected } = JSON.parse(
      readFileSync(join(FOLDER, name.replace('.html', '.json')), 'utf8'),
    ) as Expected;
    const { value } = extractPage(
      { url, bytes: readFileSync(join(FOLDER, name)), contentType: 'text/html' },
      REGISTRY,
    );
    assert.ok(value);
    const found = fieldsOf(value, expected);
    const wanted = Object.fromEntries(Object.entries(expected).filter(([field]) => field in found));
    assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((field) => [field, found[field]])), wanted);
  });
}

/** What a page yields, under the names that the expectations use. */
function fieldsOf(value: ExtractedPage, expected: Readonly<Record<string, unknown>>) {
  const record = toPipeRecord(value, 'html') as Record<string, unknown>;
  const firstOf = (field: string, items: readonly object[]) =>
    items.slice(0, (expected[field] as readonly unknown[] | undefined)?.length ?? 0);
  return {
    ...record,
    published: value.published?.iso ?? null,
    modified: value.modified?.iso ?? null,
    basis: value.published?.basis ?? null,
    credits: value.credits.map((credit) => credit.name),
    ...(expected.roles === null ? {} : { roles: value.body.map((block) => block.role) }),
    issue: value.issues[0]?.code,
    listingCount: value.listing?.items.length,
    firstLinks: firstOf('firstLinks', value.listing?.items ?? []),
    topicName: value.topic?.name ?? null,
    topicCount: value.topic?.count ?? null,
    topicItems: value.topic?.items.length,
    firstItems: firstOf(
      'firstItems',
      (value.topic?.items ?? []).map(({ title, text, url }) => ({ title, text, url })),
    ),
  } as Record<string, unknown>;
}
