import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extractPage } from '../src/extract/extract_page.js';
import type { AnalyseInput } from '../src/model/analysis.js';
import type { Span } from '../src/model/span.js';
import { analyseInputOf } from '../src/pipeline/analyse_input.js';
import { loadPressTruth, loadPressWorld } from '../src/press/load_world.js';
import { articleVersions, blockText } from '../src/press/world_text.js';
import type { PressTruth } from '../src/press/world_truth.js';
import type { Registry } from '../src/sources/registry.js';

/** A statement as three golds give it: the five first pages, real articles of 2019, the invented press. */
export interface GoldStatement {
  readonly id: string;
  readonly verb?: Span;
  readonly content?: Span;
  /** Any of them is right; none: the text names nobody. */
  readonly speakers: readonly { readonly span?: Span; readonly names: readonly string[] }[];
  readonly stances: readonly string[];
  readonly acts: readonly string[];
  readonly optional: boolean;
}

export interface GoldArticle {
  readonly id: string;
  readonly input: AnalyseInput;
  readonly statements: readonly GoldStatement[];
  /** Where no statement is. */
  readonly traps: readonly Span[];
}

interface Found extends Span {
  readonly surface?: string;
  readonly text?: string;
}
interface DevStatement extends Span {
  readonly id: string;
  readonly verb: Found | null;
  readonly speaker: {
    readonly start?: number | null;
    readonly end?: number | null;
    readonly surface?: string | null;
    readonly canonicalFa?: string | null;
  };
  readonly stance: string;
  readonly stanceAlso?: readonly string[];
  readonly act: string;
  readonly actAlso?: readonly string[];
  readonly optional?: boolean;
}
interface DevArticle {
  readonly id: number;
  readonly title: string;
  readonly outlet: string;
  readonly publishedTehran: string;
  readonly statements: readonly DevStatement[];
  readonly noStatementTraps: readonly Span[];
}

/** The development gold; `text` comes from the set that it annotates. */
export function readDevGold(dataFolder: string): GoldArticle[] {
  const gold = JSON.parse(readFileSync(join(dataFolder, 'gold', 'dev-statements.json'), 'utf8')) as {
    articles: readonly DevArticle[];
  };
  const packed = readFileSync(join(dataFolder, 'data', 'articles', 'khabaryaab-2019-aug-sep.jsonl.gz'));
  const texts = new Map(
    gunzipSync(packed)
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: number; text: string })
      .map(({ id, text }) => [id, text] as const),
  );
  return gold.articles.map(({ id, title, outlet, publishedTehran, statements, noStatementTraps }) => ({
    id: String(id),
    input: { text: texts.get(id) ?? '', title, outlet, published: publishedTehran },
    statements: statements.map(devStatement),
    traps: noStatementTraps,
  }));
}

function devStatement(gold: DevStatement): GoldStatement {
  const { start, end, surface, canonicalFa } = gold.speaker;
  const hasPlace = typeof start === 'number' && typeof end === 'number';
  const names = [canonicalFa, surface].filter((name) => typeof name === 'string');
  return {
    id: gold.id,
    ...(gold.verb && { verb: gold.verb }),
    content: { start: gold.start, end: gold.end },
    speakers: [{ ...(hasPlace && { span: { start, end } }), names }],
    stances: [gold.stance, ...(gold.stanceAlso ?? [])],
    acts: [gold.act, ...(gold.actAlso ?? [])],
    optional: gold.optional === true,
  };
}

interface SeedClaim {
  readonly id: string;
  readonly speakers: readonly { readonly entity: string | null; readonly surface: Found | null }[];
  readonly verb?: Found | null;
  readonly span?: Found | null;
  readonly stance: string;
  readonly act: string;
  readonly optional?: boolean;
}
interface SeedGold {
  readonly entities: readonly {
    readonly id: string;
    readonly fa: string;
    readonly variants?: readonly string[];
  }[];
  readonly pages: readonly {
    readonly id: string;
    readonly file: string;
    readonly claims: readonly SeedClaim[];
  }[];
}

/** The five first pages, through extraction: its spans are the parts that may be read. */
export function readSeedGold(dataFolder: string, registry: Registry): GoldArticle[] {
  const gold = JSON.parse(readFileSync(join(dataFolder, 'gold', 'seeds.json'), 'utf8')) as SeedGold;
  const names = new Map(
    gold.entities.map(({ id, fa, variants }) => [id, [fa, ...(variants ?? [])]] as const),
  );
  return gold.pages.map(({ id, file, claims }) => {
    const text = readFileSync(join(dataFolder, 'seeds', file), 'utf8');
    return {
      id,
      input: seedInput(text, registry),
      statements: claims.map((claim) => seedStatement(claim, names)),
      traps: [],
    };
  });
}

function seedInput(text: string, registry: Registry): AnalyseInput {
  const { value: page } = extractPage({ text }, registry);
  if (!page) throw new Error('Cannot measure statements: a seed has no text');
  return analyseInputOf(page);
}
function seedStatement(claim: SeedClaim, names: ReadonlyMap<string, readonly string[]>): GoldStatement {
  const speakers = claim.speakers
    .filter(({ entity, surface }) => entity !== null || surface !== null)
    .map(({ entity, surface }) => ({
      ...(surface && { span: surface }),
      names: [...(names.get(entity ?? '') ?? []), ...(surface?.text === undefined ? [] : [surface.text])],
    }));
  return {
    id: claim.id,
    ...(claim.verb && { verb: claim.verb }),
    ...(claim.span && { content: claim.span }),
    speakers,
    stances: [claim.stance],
    acts: [claim.act],
    optional: claim.optional === true,
  };
}

/** The invented press: articles in which every statement of the body is listed. */
export function readPressGold(): GoldArticle[] {
  const truth = loadPressTruth();
  const articles = new Map(loadPressWorld().articles.map((article) => [article.id, article] as const));
  return truth.statementsComplete.map((id) => {
    const article = articles.get(id);
    if (article === undefined) throw new Error(`Cannot measure statements: no article "${id}"`);
    const text = (articleVersions(article)[0]?.body ?? []).map(blockText).join('\n');
    const statements = truth.statements.filter((each) => each.article === id && each.version === 1);
    return {
      id,
      input: { text, outlet: article.outlet },
      statements: pressStatements(text, statements),
      traps: [],
    };
  });
}

/** Statements stand in the order of the text; one sentence may hold several with the same verb. */
function pressStatements(text: string, statements: PressTruth['statements']): GoldStatement[] {
  const taken = new Set<number>();
  return statements.map((each) => {
    const sentence = text.indexOf(each.evidence);
    const content = each.content === undefined ? undefined : within(text, each.content, sentence);
    const verb =
      each.verb === undefined ? undefined : freeVerb({ text, sentence, taken }, each.verb, content);
    return {
      id: each.id,
      ...(verb && { verb }),
      ...(content && { content }),
      speakers: [{ names: [each.speaker, ...each.coSpeakers] }],
      stances: [each.stance, ...each.stanceAlso],
      acts: [each.act, ...each.actAlso],
      optional: each.optional,
    };
  });
}

function within(text: string, letters: string, from: number): Span | undefined {
  const start = text.indexOf(letters, Math.max(0, from));
  return start < 0 ? undefined : { start, end: start + letters.length };
}

/** The occurrence of the verb in its sentence that no statement before has and that is not inside the content. */
function freeVerb(
  place: { readonly text: string; readonly sentence: number; readonly taken: Set<number> },
  verb: string,
  content: Span | undefined,
): Span | undefined {
  let at = place.text.indexOf(verb, Math.max(0, place.sentence));
  while (at >= 0 && (place.taken.has(at) || (content && at >= content.start && at < content.end))) {
    at = place.text.indexOf(verb, at + 1);
  }
  if (at < 0) return undefined;
  place.taken.add(at);
  return { start: at, end: at + verb.length };
}

/** The same article without half-spaces, all spans moved along. */
export function withoutHalfSpaces(article: GoldArticle): GoldArticle {
  const { text } = article.input;
  const places = new Int32Array(text.length + 1);
  let kept = 0;
  for (let at = 0; at < text.length; at += 1) {
    places[at] = kept;
    if (text.charAt(at) !== '\u200c') kept += 1;
  }
  places[text.length] = kept;
  const move = <Kind extends Span>(span: Kind): Kind => ({
    ...span,
    start: places[span.start] ?? 0,
    end: places[span.end] ?? 0,
  });
  const { parts } = article.input;
  return {
    ...article,
    input: {
      ...article.input,
      text: text.replaceAll('\u200c', ''),
      ...(parts && { parts: parts.map(move) }),
    },
    statements: article.statements.map((each) => ({
      ...each,
      ...(each.verb && { verb: move(each.verb) }),
      ...(each.content && { content: move(each.content) }),
      speakers: each.speakers.map((speaker) => ({
        ...speaker,
        ...(speaker.span && { span: move(speaker.span) }),
      })),
    })),
    traps: article.traps.map(move),
  };
}
