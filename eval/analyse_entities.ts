import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readDocument } from '../src/analyse/document.js';
import { entityIndexOf } from '../src/analyse/entity_lookup.js';
import { findMentions, type Mentions } from '../src/analyse/mentions.js';
import type { Span } from '../src/model/span.js';
import { keyOf } from '../src/persian/keys.js';
import { loadGazetteer, loadWorldGazetteer } from '../src/pipeline/load_gazetteer.js';
import { loadRegistry, loadWorldRegistry } from '../src/pipeline/load_registry.js';
import { loadPressWorld, PRESS_FOLDER } from '../src/press/load_world.js';
import { articleText } from '../src/press/world_text.js';
import type { Gazetteer } from '../src/sources/gazetteer.js';
import { keepLetters, peymaScores, readPeyma } from './entity_peyma.js';
import type { EvalScore, EvalTask } from './task.js';

/** Names against PEYMA (never trained on), links against the golds, and the press with its own names. */
export const task: EvalTask = {
  name: 'analyse.entities',
  run(dataFolder) {
    const gazetteer = builtIn();
    const peyma = readPeyma(dataFolder);
    const whole = peymaScores(peyma, gazetteer, keepLetters);
    // Half-spaces inside its words are printed as spaces.
    const stripped = peymaScores(peyma, gazetteer, (word) => word.replace(/[ \u200c]/g, ''));
    const f1 = (scores: readonly EvalScore[]): number => scores.at(-1)?.value ?? 0;
    return Promise.resolve([
      ...whole,
      {
        name: 'analyse.entities.peyma_stripped',
        value: f1(stripped),
        note: `${f1(whole).toFixed(4)} with half-spaces`,
      },
      ...linkScores(dataFolder, gazetteer),
      pressScore(),
    ]);
  },
};

function builtIn(): Gazetteer {
  const { value, issues } = loadGazetteer(loadRegistry().value?.outlets ?? []);
  if (value === undefined) throw new Error(issues.map((issue) => issue.message).join('\n'));
  return value;
}

interface DevGold {
  readonly articles: readonly DevArticle[];
  readonly extraArticles: readonly DevArticle[];
}

interface DevArticle {
  readonly id: number;
  readonly outlet: string;
  readonly publishedTehran: string;
  readonly statements: readonly { readonly speaker?: Linked | null }[];
  readonly contacts: readonly { readonly actorMentions?: readonly Linked[] }[];
}

/** A surface in the gold with the canonical name of whom it means. */
interface Linked {
  readonly canonicalFa?: string | null;
  readonly surface?: string | null;
  readonly start?: number | null;
  readonly end?: number | null;
  readonly via?: string;
}

/** Of the surfaces of speakers and actors: is there a mention on them, and does it mean the same one? */
function linkScores(dataFolder: string, gazetteer: Gazetteer): readonly EvalScore[] {
  const gold = JSON.parse(readFileSync(join(dataFolder, 'gold', 'dev-statements.json'), 'utf8')) as DevGold;
  const texts = readTexts(dataFolder);
  const dev = { found: 0, linked: 0, all: 0 };
  const { byId } = entityIndexOf(gazetteer);
  const namesOf = (id: string | undefined): readonly string[] => {
    const entry = byId.get(id ?? '');
    return entry === undefined ? [] : [entry.name, ...entry.variants];
  };
  for (const article of [...gold.articles, ...gold.extraArticles]) {
    const text = texts[article.id] ?? '';
    const found = findMentions(readDocument({ text, published: article.publishedTehran }), gazetteer);
    const surfaces = [
      ...article.statements.flatMap(({ speaker }) => (speaker ? [speaker] : [])),
      ...article.contacts.flatMap(({ actorMentions }) => actorMentions ?? []),
    ];
    for (const surface of surfaces) countLink(dev, surface, { ...found, namesOf });
  }
  return [
    linkScore('dev_found', dev.found, dev.all),
    linkScore('dev_linked', dev.linked, dev.all),
    ...seedScores(dataFolder, gazetteer),
  ];
}

function linkScore(name: string, right: number, all: number): EvalScore {
  return { name: `analyse.entities.${name}`, value: right / all, note: `${right} of ${all} surfaces` };
}

function countLink(
  counts: { found: number; linked: number; all: number },
  { canonicalFa, start, end, via }: Linked,
  {
    mentions,
    entityOf,
    namesOf,
  }: Mentions & { readonly namesOf: (id: string | undefined) => readonly string[] },
): void {
  if (canonicalFa == null || start == null || end == null) return;
  if (via === 'pronoun' || via === 'unnamed' || via === 'implicit') return;
  counts.all += 1;
  const over = mentions.filter(({ span }) => span.start < end && start < span.end);
  if (over.length > 0) counts.found += 1;
  const isRight = over.some((mention) => {
    const entity = entityOf(mention);
    const { side } = entity ?? {};
    const names = [entity?.name, ...namesOf(entity?.id), ...(mention.via === 'name' ? [] : namesOf(side))];
    return names.some((name) => name !== undefined && isSameName(name, canonicalFa));
  });
  if (isRight) counts.linked += 1;
}

/** «سید عباس موسوی» and «عباس موسوی»: the words of one name are among those of the other. */
function isSameName(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => keyOf(name.replace(/\(.*\)/, '')).replaceAll(' ', ''));
  return a !== undefined && b !== undefined && a !== '' && (a.includes(b) || b.includes(a));
}

function readTexts(dataFolder: string): readonly string[] {
  const file = join(dataFolder, 'data', 'articles', 'khabaryaab-2019-aug-sep.jsonl.gz');
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .map((line) => (line === '' ? '' : (JSON.parse(line) as { readonly text: string }).text));
}

interface SeedGold {
  readonly entities: readonly {
    readonly id: string;
    readonly fa: string;
    readonly variants?: readonly string[];
  }[];
  readonly pages: readonly SeedPage[];
}

interface SeedPage {
  readonly file: string;
  readonly published?: { readonly iso?: string | null } | null;
  readonly mentions: readonly SeedMention[];
  readonly roleMentions: readonly SeedMention[];
}

interface SeedMention extends Span {
  readonly entity: string;
  readonly via: string;
}

/** Names and offices of the seeds, each with the right entity. A country inside a title belongs to the title. */
function seedScores(dataFolder: string, gazetteer: Gazetteer): readonly EvalScore[] {
  const gold = JSON.parse(readFileSync(join(dataFolder, 'gold', 'seeds.json'), 'utf8')) as SeedGold;
  const aliases = new Map(gold.entities.map(({ id, fa, variants = [] }) => [id, [fa, ...variants]]));
  const counts = { name: { right: 0, all: 0 }, role: { right: 0, all: 0 } };
  for (const page of gold.pages) {
    const text = readFileSync(join(dataFolder, 'seeds', page.file.replace(/^.*\//, '')), 'utf8');
    const published = page.published?.iso;
    const found = findMentions(readDocument({ text, ...(published ? { published } : {}) }), gazetteer);
    for (const wanted of [...page.mentions, ...page.roleMentions].filter((each) => isAsked(each, found))) {
      const count = counts[wanted.via === 'role' ? 'role' : 'name'];
      count.all += 1;
      if (isRightSeed(wanted, found, aliases.get(wanted.entity) ?? [])) count.right += 1;
    }
  }
  return [
    linkScore('seeds_names', counts.name.right, counts.name.all),
    linkScore('seeds_offices', counts.role.right, counts.role.all),
  ];
}

function isAsked(wanted: SeedMention, found: Mentions): boolean {
  return wanted.via === 'role' || (wanted.via === 'name' && !isInTitle(wanted, found));
}

function isInTitle(wanted: Span, { mentions }: Mentions): boolean {
  return mentions.some(({ via, span }) => via === 'role' && covers(span, wanted) && !isSpan(span, wanted));
}

function isRightSeed(wanted: Span, { mentions, entityOf }: Mentions, aliases: readonly string[]): boolean {
  return mentions
    .filter(({ span, role }) =>
      [span, role].some((each) => each !== undefined && covers(wanted, each) && overlaps(each, wanted)),
    )
    .some((mention) => {
      const entity = entityOf(mention);
      return entity !== undefined && aliases.some((alias) => isSameName(entity.name, alias));
    });
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function isSpan(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}

function covers(one: Span, other: Span): boolean {
  return one.start <= other.start && other.end <= one.end;
}

/** Every full name of the press's own gazetteer in its articles must be found as that entity. */
function pressScore(): EvalScore {
  const outlets = loadWorldRegistry(join(PRESS_FOLDER, 'outlets.json')).value?.outlets ?? [];
  const { value: gazetteer, issues } = loadWorldGazetteer(outlets, PRESS_FOLDER);
  if (gazetteer === undefined) throw new Error(issues.map((issue) => issue.message).join('\n'));
  const entries = gazetteer.entries.filter(({ id }) => !id.startsWith('outlet.'));
  const verdicts = loadPressWorld().articles.flatMap((article) => {
    const text = articleText(article);
    const { mentions } = findMentions(readDocument({ text }), gazetteer);
    return entries.flatMap(({ id, name }) =>
      occurrences(text, name).map((span) => isFoundAs(id, span, mentions)),
    );
  });
  const asked = verdicts.filter((verdict) => verdict !== undefined);
  return linkScore('press_names', asked.filter((verdict) => verdict).length, asked.length);
}

/** Undefined where the name is part of a longer one or of an office: «آرتان» in «دانشگاه آرتان». */
function isFoundAs(id: string, span: Span, mentions: Mentions['mentions']): boolean | undefined {
  const over = mentions.filter((mention) => covers(mention.span, span));
  if (over.some((mention) => mention.entity === id)) return true;
  return over.some(({ via, span: found }) => via === 'role' || !isSpan(found, span)) ? undefined : false;
}

function occurrences(text: string, name: string): readonly Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    const inWord = /[\p{L}\u200c]/u.test(text[end] ?? ' ') || /[\p{L}\u200c]/u.test(text[at - 1] ?? ' ');
    if (!inWord) spans.push({ start: at, end });
  }
  return spans;
}
