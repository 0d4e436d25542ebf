import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extractPage } from '../src/extract/extract_page.js';
import type { AnalyseInput, TextPart } from '../src/model/analysis.js';
import type { ContactKind, ContactStatus } from '../src/model/contact.js';
import type { Span } from '../src/model/span.js';
import { loadGazetteer, loadWorldGazetteer } from '../src/pipeline/load_gazetteer.js';
import { loadRegistry } from '../src/pipeline/load_registry.js';
import { loadPressTruth, loadPressWorld, PRESS_FOLDER } from '../src/press/load_world.js';
import type { PressArticle } from '../src/press/world.js';
import { articleText } from '../src/press/world_text.js';
import type { Gazetteer } from '../src/sources/gazetteer.js';

// Articles with hand-made contacts, in one shape: the seeds, the development gold, the sample press.

export interface GoldActor {
  /** Names that are right, the canonical one first. */
  readonly names: readonly string[];
  /** Where the text names him; a contact's actor there is right whatever he is called. */
  readonly spans: readonly Span[];
}

export interface GoldContact {
  readonly id: string;
  readonly actors: readonly GoldActor[];
  readonly kinds: readonly ContactKind[];
  readonly statuses: readonly ContactStatus[];
  readonly optional: boolean;
  readonly evidence: readonly Span[];
  /** A day that the text gives; `null` where it gives none, absent where the gold does not say. */
  readonly day?: string | null;
  readonly place?: string | null;
  readonly disputed?: boolean;
  /** Names of who took the initiative; `null` where nobody did, absent where the gold does not say. */
  readonly initiator?: readonly string[] | null;
}

export interface GoldArticle {
  readonly id: string;
  readonly input: AnalyseInput;
  readonly contacts: readonly GoldContact[];
  /** Stretches out of which no contact may come. */
  readonly traps: readonly (Span & { readonly kind: string })[];
  readonly boxes: readonly Span[];
  readonly gazetteer: Gazetteer;
  /** What only headline or lede tells is neither rewarded nor punished. */
  readonly ignoresHeadlines?: true;
}

/** The gazetteer of this world. */
function realGazetteer(): Gazetteer {
  return must(loadGazetteer(loadRegistry().value?.outlets ?? []).value, 'the built-in gazetteer is broken');
}

function must<Value>(value: Value | undefined, message: string): Value {
  if (value === undefined) throw new Error(`Cannot measure contacts: ${message}`);
  return value;
}

interface SeedSpan extends Span {
  readonly text: string;
}
interface SeedGold {
  readonly entities: readonly {
    readonly id: string;
    readonly fa: string;
    readonly variants: readonly string[];
    readonly metonyms?: readonly string[];
    readonly stateOf?: string;
  }[];
  readonly pages: readonly {
    readonly id: string;
    readonly file: string;
    readonly claims: readonly { readonly id: string; readonly sentence: SeedSpan }[];
    readonly boilerplate: readonly Span[];
    readonly traps: readonly { readonly kind: string; readonly evidence?: SeedSpan }[];
    readonly contacts: readonly {
      readonly id: string;
      readonly actors: readonly { readonly entity: string; readonly surface: SeedSpan | null }[];
      readonly kind: ContactKind;
      readonly acceptableKinds?: readonly ContactKind[];
      readonly status: ContactStatus;
      readonly disputed: boolean;
      readonly trigger: SeedSpan;
      readonly when: { readonly iso?: string | null } | null;
      readonly statements: readonly { readonly claim: string }[];
      readonly initiator: { readonly entity: string } | null;
    }[];
  }[];
}

/** The five seeds, through `extract` with its spans. */
export function seedArticles(dataFolder: string): GoldArticle[] {
  const gold = JSON.parse(readFileSync(join(dataFolder, 'gold', 'seeds.json'), 'utf8')) as SeedGold;
  const registry = must(loadRegistry().value, 'the registry is broken');
  const gazetteer = realGazetteer();
  return gold.pages.map((page) => {
    const text = readFileSync(join(dataFolder, 'seeds', page.file), 'utf8');
    const extracted = must(extractPage({ text }, registry).value, `seed "${page.id}" has no text`);
    const part = (role: TextPart['role'], span: Span | undefined): TextPart[] =>
      span === undefined ? [] : [{ role, start: span.start, end: span.end }];
    const parts = [
      ...part('headline', extracted.title),
      ...part('lede', extracted.lede),
      ...extracted.body.flatMap(({ span }) => part('body', span)),
      ...(extracted.topic?.items ?? []).flatMap(({ span }) => part('teaser', span)),
    ].sort((a, b) => a.start - b.start);
    return {
      id: page.id,
      input: {
        text,
        parts,
        ...(extracted.outlet && { outlet: extracted.outlet.name }),
        ...(extracted.published && { published: extracted.published.iso }),
      },
      contacts: page.contacts.map((contact) => ({
        id: contact.id,
        actors: contact.actors.map((actor) => seedActor(gold, contact, actor)),
        kinds: [contact.kind, ...(contact.acceptableKinds ?? [])],
        statuses: [contact.status],
        optional: false,
        evidence: [
          contact.trigger,
          ...page.claims
            .filter((claim) => contact.statements.some((each) => each.claim === claim.id))
            .map(({ sentence }) => sentence),
        ],
        day: contact.when?.iso ?? null,
        disputed: contact.disputed,
        initiator: contact.initiator === null ? null : namesOfSeed(gold, contact.initiator.entity),
      })),
      traps: page.traps.flatMap(({ kind, evidence }) =>
        evidence !== undefined && /interview|press_conference/.test(kind)
          ? [{ kind, start: evidence.start, end: evidence.end }]
          : [],
      ),
      boxes: page.boilerplate,
      gazetteer,
    };
  });
}

function namesOfSeed(gold: SeedGold, id: string): string[] {
  const entity = gold.entities.find((each) => each.id === id);
  return [entity?.fa ?? id, ...(entity?.variants ?? [])];
}

/** A person, or the state for which the gold says he stands. */
function seedActor(
  gold: SeedGold,
  contact: SeedGold['pages'][number]['contacts'][number],
  actor: { readonly entity: string; readonly surface: SeedSpan | null },
): GoldActor {
  const entity = gold.entities.find((each) => each.id === actor.entity);
  const state = gold.entities.find((each) => each.id === entity?.stateOf);
  const either = contact.id === 'K004-1' ? (actor.entity === 'per.putin' ? ['روسیه'] : ['آمریکا']) : [];
  return {
    names: [
      entity?.fa ?? actor.entity,
      ...(entity?.variants ?? []),
      ...(entity?.metonyms ?? []),
      ...(state ? [state.fa] : []),
      ...either,
    ],
    spans:
      actor.surface === null ||
      contact.actors.filter((each) => each.surface?.start === actor.surface?.start).length > 1
        ? []
        : [actor.surface],
  };
}

interface DevActor {
  readonly canonicalFa: string;
  readonly surface: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly via: string;
}
interface DevGold {
  readonly articles: readonly DevArticle[];
  readonly extraArticles: readonly DevArticle[];
}
interface DevArticle {
  readonly id: number | string;
  readonly outlet: string;
  readonly publishedTehran: string;
  readonly entities: readonly { readonly canonicalFa: string; readonly surfaces: readonly string[] }[];
  readonly boilerplate: readonly Span[];
  readonly noContactTraps: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
  readonly contacts: readonly {
    readonly id: string;
    readonly actors: readonly string[];
    readonly actorMentions: readonly DevActor[];
    readonly kind: ContactKind;
    readonly kindAlso?: readonly ContactKind[];
    readonly status: ContactStatus;
    readonly statusAlso?: readonly ContactStatus[];
    readonly optional?: boolean;
    readonly when: { readonly iso?: string | null } | null;
    readonly place: { readonly canonicalFa: string } | null;
    readonly evidence: Span;
    readonly evidence2?: Span;
    readonly initiator?: string;
  }[];
}

/** The development gold; what lies in boilerplate is no part. */
export function devArticles(dataFolder: string): GoldArticle[] {
  const gold = JSON.parse(readFileSync(join(dataFolder, 'gold', 'dev-statements.json'), 'utf8')) as DevGold;
  const lines = gunzipSync(
    readFileSync(join(dataFolder, 'data', 'articles', 'khabaryaab-2019-aug-sep.jsonl.gz')),
  );
  const texts = new Map(
    lines
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { id: number | string; text: string })
      .map(({ id, text }) => [String(id), text] as const),
  );
  const gazetteer = realGazetteer();
  return [...gold.articles, ...gold.extraArticles].map((article) => {
    const text = must(texts.get(String(article.id)), `article "${article.id}" is missing`);
    const namesOf = (name: string): string[] => {
      const entity = article.entities.find((each) => each.canonicalFa === name);
      return [name, ...(entity?.surfaces ?? [])];
    };
    return {
      id: String(article.id),
      input: {
        text,
        parts: partsBetween(text, article.boilerplate),
        outlet: article.outlet,
        published: article.publishedTehran,
      },
      contacts: article.contacts.map((contact) => ({
        id: contact.id,
        actors: contact.actors.map((name) => ({
          names: namesOf(name),
          spans: contact.actorMentions.flatMap((each) =>
            each.canonicalFa === name && each.start !== null && each.end !== null
              ? [{ start: each.start, end: each.end }]
              : [],
          ),
        })),
        kinds: [contact.kind, ...(contact.kindAlso ?? [])],
        statuses: [contact.status, ...(contact.statusAlso ?? [])],
        optional: contact.optional === true,
        evidence: [contact.evidence, ...(contact.evidence2 === undefined ? [] : [contact.evidence2])],
        day: contact.when?.iso ?? null,
        place: contact.place?.canonicalFa ?? null,
        ...(contact.initiator !== undefined && { initiator: namesOf(contact.initiator) }),
      })),
      traps: article.noContactTraps,
      boxes: article.boilerplate,
      gazetteer,
    };
  });
}

/** The stretches of a text that are no boilerplate. */
function partsBetween(text: string, boxes: readonly Span[]): TextPart[] {
  const parts: TextPart[] = [];
  let start = 0;
  for (const box of [...boxes].sort((a, b) => a.start - b.start)) {
    if (box.start > start) parts.push({ role: 'body', start, end: box.start });
    start = Math.max(start, box.end);
  }
  if (start < text.length) parts.push({ role: 'body', start, end: text.length });
  return parts;
}

const MINUTE_MS = 60_000;

/** Bodies of the sample press in whose truth every contact is listed. */
export function pressArticles(): GoldArticle[] {
  const world = loadPressWorld();
  const truth = loadPressTruth();
  const gazetteer = must(loadWorldGazetteer([], PRESS_FOLDER).value, 'the gazetteer of the press is broken');
  const names = new Map(gazetteer.entries.map((entry) => [entry.name, [entry.name, ...entry.variants]]));
  return truth.contactsComplete.flatMap((id) => {
    const article = world.articles.find((each) => each.id === id);
    if (article === undefined) return [];
    const text = articleText(article);
    const at = Date.parse(world.setting.epoch) + article.published * MINUTE_MS;
    return [
      {
        id,
        input: {
          text,
          parts: pressParts(article, text),
          published: new Date(at).toISOString(),
          outlet: article.outlet,
        },
        contacts: truth.contacts.flatMap((contact) =>
          contact.reports
            .filter((report) => report.article === id && report.version === 1)
            .map((report) => ({
              id: `${contact.id}@${id}`,
              actors: contact.actors.map((name) => ({ names: names.get(name) ?? [name], spans: [] })),
              kinds: [contact.kind],
              statuses: [report.status, ...report.statusAlso],
              optional: contact.optional || report.optional,
              evidence: spanOfWords(text, report.evidence),
            })),
        ),
        traps: truth.noContacts
          .filter((trap) => trap.article === id)
          .flatMap((trap) => spanOfWords(text, trap.surface).map((span) => ({ ...span, kind: trap.why }))),
        boxes: [],
        gazetteer,
        ignoresHeadlines: true,
      },
    ];
  });
}

/** Headline and lede as such, the rest as body; truth tells of bodies. */
function pressParts(article: PressArticle, text: string): TextPart[] {
  const { kicker, headline, lede } = article;
  const heads: readonly (readonly [TextPart['role'], string | undefined])[] = [
    ['headline', kicker],
    ['headline', headline],
    ['lede', lede],
  ];
  const parts: TextPart[] = [];
  let start = 0;
  for (const [role, words] of heads) {
    if (words === undefined) continue;
    parts.push({ role, start, end: start + words.length });
    start += words.length + 1;
  }
  return start < text.length ? [...parts, { role: 'body', start, end: text.length }] : parts;
}

function spanOfWords(text: string, words: string): Span[] {
  const start = text.indexOf(words);
  return start < 0 ? [] : [{ start, end: start + words.length }];
}

/** The same article as pages without half-spaces print it, its gold moved along. */
export function withoutHalfSpaces(article: GoldArticle): GoldArticle {
  const { text, parts } = article.input;
  const before = [0];
  for (const unit of text) before.push((before.at(-1) ?? 0) + (unit === '\u200c' ? 1 : 0));
  const move = <Value extends Span>(value: Value): Value => ({
    ...value,
    start: value.start - (before[value.start] ?? 0),
    end: value.end - (before[value.end] ?? 0),
  });
  return {
    ...article,
    input: {
      ...article.input,
      text: text.replaceAll('\u200c', ''),
      ...(parts && { parts: parts.map(move) }),
    },
    contacts: article.contacts.map((contact) => ({
      ...contact,
      actors: contact.actors.map((actor) => ({ ...actor, spans: actor.spans.map(move) })),
      evidence: contact.evidence.map(move),
    })),
    traps: article.traps.map(move),
    boxes: article.boxes.map(move),
  };
}
