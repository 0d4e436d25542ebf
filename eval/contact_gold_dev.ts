import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TextPart } from '../src/model/analysis.js';
import type { ContactKind, ContactStatus } from '../src/model/contact.js';
import type { Span } from '../src/model/span.js';
import { type GoldArticle, must, realGazetteer } from './contact_gold.js';

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
