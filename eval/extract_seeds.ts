import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractPage } from '../src/extract/extract_page.js';
import { toPipeRecord } from '../src/extract/pipe_record.js';
import { loadRegistry } from '../src/pipeline/load_registry.js';
import type { Registry } from '../src/sources/registry.js';
import type { EvalScore, EvalTask } from './task.js';

// The five pages that the project was created from, held against every block of their gold annotation.

interface Block {
  readonly start: number;
  readonly end: number;
  readonly text?: string;
}
interface GoldPage {
  readonly id: string;
  readonly file: string;
  readonly pageKind: string;
  readonly outlet: { readonly entity: string };
  readonly aggregator: { readonly evidence: Block } | null;
  readonly topic?: { readonly itemCountShown: number };
  readonly headline: Block | null;
  readonly lede: Block | null;
  readonly published: {
    readonly iso: string | null;
    readonly raw: Block | null;
    readonly precision: string | null;
  } | null;
  readonly newsCode: Block | null;
  readonly category: Block | null;
  readonly author: { readonly surface: Block } | null;
  readonly items?: readonly Block[];
  readonly body: readonly Block[];
  readonly sourceLine?: Block;
  readonly trailingCredit?: Block;
  readonly boilerplate: readonly Block[];
  readonly attributionChain: readonly {
    readonly entity: string | null;
    readonly relation: string;
    readonly evidence?: Block;
    readonly scope?: string;
  }[];
}
interface Gold {
  readonly entities: readonly {
    readonly id: string;
    readonly fa: string;
    readonly variants: readonly string[];
  }[];
  readonly pages: readonly GoldPage[];
}
interface Answer {
  readonly [field: string]: unknown;
  readonly body: readonly string[];
  readonly spans: {
    title: Block | null;
    lede: Block | null;
    kicker: Block | null;
    body: Block[];
    items: Block[];
  };
  readonly boilerplate: readonly Block[];
  readonly credits: readonly { name: string; surface: string }[];
}

/** Ways in which the same capture may arrive. Spans are compared by their letters there. */
const VARIANTS: readonly (readonly [name: string, change: (text: string) => string])[] = [
  ['crlf', (text) => text.replaceAll('\n', '\r\n')],
  ['trailing_spaces', (text) => text.replaceAll('\n', ' \u00a0 \n')],
  ['blank_lines', (text) => text.replaceAll('\n', '\n\n\n')],
  ['arabic_letters', (text) => text.replaceAll('ی', 'ي').replaceAll('ک', 'ك')],
];

export const task: EvalTask = { name: 'extract_seeds', run };

async function run(dataFolder: string): Promise<readonly EvalScore[]> {
  const registry = loadRegistry().value;
  if (!registry) throw new Error('Cannot measure extraction: the built-in registry is broken');
  const gold = JSON.parse(readFileSync(join(dataFolder, 'gold', 'seeds.json'), 'utf8')) as Gold;
  const scores: EvalScore[] = [];
  const faults: string[] = [];
  let checks = 0;
  let leaks = 0;
  const variants = new Map<string, [right: number, all: number]>();
  for (const page of gold.pages) {
    const text = readFileSync(join(dataFolder, 'seeds', page.file), 'utf8');
    const results = checkPage({ gold, page, text, answer: answerFor(text, registry) });
    checks += results.length;
    faults.push(...results.filter(([, right]) => !right).map(([name]) => `${page.id} ${name}`));
    leaks += countLeaks(page, answerFor(text, registry));
    for (const [name, change] of VARIANTS) {
      const [right, all] = variants.get(name) ?? [0, 0];
      const more = checkVariant(page, { text, changed: change(text), change }, registry);
      variants.set(name, [right + more.filter(Boolean).length, all + more.length]);
    }
  }
  scores.push({
    name: 'extract.seeds.fields',
    value: 1 - faults.length / checks,
    note: faults.length ? faults.join('; ') : `${checks} checks`,
  });
  scores.push({
    name: 'extract.seeds.clean_pages',
    value: leaks === 0 ? 1 : 0,
    note: `${leaks} boilerplate blocks in bodies`,
  });
  for (const [name, [right, all]] of variants)
    scores.push({ name: `extract.seeds.${name}`, value: right / all, note: `${all} checks` });
  return scores;
}

function answerFor(text: string, registry: Registry): Answer {
  const { value } = extractPage({ text }, registry);
  if (!value) throw new Error('Cannot measure extraction: a seed has no text');
  return toPipeRecord(value, 'text') as unknown as Answer;
}

type Check = readonly [name: string, right: boolean];

interface Case {
  readonly gold: Gold;
  readonly page: GoldPage;
  readonly text: string;
  readonly answer: Answer;
}

function checkPage(one: Case): Check[] {
  return [
    ...checkHead(one),
    ...checkDate(one),
    ...checkFields(one),
    ...checkParagraphs(one),
    ...checkCredits(one),
  ];
}

function checkHead({ gold, page, answer }: Case): Check[] {
  const evidence = (answer.republishedBy as { evidence: Block } | null)?.evidence;
  return [
    ['kind', answer.kind === page.pageKind],
    ['outlet', nameFits(gold, page.outlet.entity, answer.outlet)],
    ['republishedBy', same(evidence, page.aggregator?.evidence)],
    ['headline', answer.title === textOf(page.headline) && same(answer.spans.title, page.headline)],
    ['lede', answer.lede === textOf(page.lede) && same(answer.spans.lede, page.lede)],
    ['kicker', answer.kicker === null],
  ];
}

function checkDate({ page, answer }: Case): Check[] {
  const found = answer.published as { iso: string; surface: string; precision: string } | null;
  const gold = page.published;
  return [
    ['published', (found?.iso ?? null) === (gold?.iso ?? null)],
    ['published surface', (found?.surface ?? null) === textOf(gold?.raw)],
    ['published precision', (found?.precision ?? null) === (gold?.precision ?? null)],
  ];
}

function checkFields({ page, answer }: Case): Check[] {
  const count = (answer.topic as { count: number } | null)?.count ?? null;
  return [
    ['newsCode', plain(answer.newsCode) === plain(page.newsCode?.text)],
    ['category', ((answer.category as string[])[0] ?? null) === textOf(page.category)],
    ['author', ((answer.authors as string[])[0] ?? null) === textOf(page.author?.surface)],
    ['topic count', count === (page.topic?.itemCountShown ?? null)],
    ['item count', answer.spans.items.length === (page.items?.length ?? 0)],
    ['body count', answer.body.length === page.body.length],
  ];
}

function checkParagraphs({ page, text, answer }: Case): Check[] {
  const body = page.body.map((block, at): Check => {
    const letters = answer.body[at] === text.slice(block.start, block.end);
    return [`paragraph ${at + 1}`, same(answer.spans.body[at], block) && letters];
  });
  const items = (page.items ?? []).map(
    (item, at): Check => [`item ${at + 1}`, same(answer.spans.items[at], item)],
  );
  return [...body, ...items];
}

function checkCredits({ gold, page, answer }: Case): Check[] {
  const printed = [page.sourceLine, page.trailingCredit].filter((credit) => credit !== undefined);
  const hops = page.attributionChain.filter(
    (hop) => CREDITED.has(hop.relation) && hop.scope === undefined && hop.entity !== null,
  );
  return [
    ...printed.map(
      (credit): Check => [
        `credit ${credit.text}`,
        answer.credits.some(({ surface }) => surface === credit.text),
      ],
    ),
    ...hops.map(
      (hop): Check => [
        `hop ${hop.entity}`,
        answer.credits.some(({ name }) => nameFits(gold, hop.entity ?? '', name)),
      ],
    ),
  ];
}

const CREDITED = new Set(['credited_source', 'wire_credit', 'original_report']);

function same(a: Block | null | undefined, b: Block | null | undefined): boolean {
  return a?.start === b?.start && a?.end === b?.end;
}

function textOf(block: Block | null | undefined): string | null {
  return block?.text ?? null;
}

function nameFits(gold: Gold, id: string, name: unknown): boolean {
  const entity = gold.entities.find((known) => known.id === id);
  return [entity?.fa, ...(entity?.variants ?? [])].some((known) => plain(known) === plain(name));
}

/** Gold boilerplate that overlaps a body, lede or title span. */
function countLeaks(page: GoldPage, answer: Answer): number {
  const kept = [...answer.spans.body, ...answer.spans.items, answer.spans.title, answer.spans.lede].filter(
    (range) => range !== null,
  );
  return page.boilerplate.filter((block) =>
    kept.some((range) => range.start < block.end && block.start < range.end),
  ).length;
}

function checkVariant(
  page: GoldPage,
  input: { text: string; changed: string; change: (text: string) => string },
  registry: Registry,
): boolean[] {
  const before = answerFor(input.text, registry);
  const after = answerFor(input.changed, registry);
  const changed = (value: unknown) => (typeof value === 'string' ? input.change(value) : value);
  return [
    after.kind === page.pageKind,
    after.title === changed(before.title),
    after.lede === changed(before.lede),
    after.body.length === before.body.length,
    ...before.body.map((paragraph, at) => after.body[at] === changed(paragraph)),
    plain((after.published as { iso: string } | null)?.iso) ===
      plain((before.published as { iso: string } | null)?.iso),
    plain(after.newsCode) === plain(before.newsCode),
    plain(after.outlet) === plain(before.outlet),
    after.credits.length === before.credits.length,
  ];
}

/** Digits and letters that do not depend on half-spaces or digit shape. */
function plain(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\s\u200c]/g, '');
}
