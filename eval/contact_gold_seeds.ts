import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractPage } from '../src/extract/extract_page.js';
import type { TextPart } from '../src/model/analysis.js';
import type { ContactKind, ContactStatus } from '../src/model/contact.js';
import type { Span } from '../src/model/span.js';
import { loadRegistry } from '../src/pipeline/load_registry.js';
import { type GoldActor, type GoldArticle, must, realGazetteer } from './contact_gold.js';

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
