import type { AnalyseInput } from '../src/model/analysis.js';
import type { ContactKind, ContactStatus } from '../src/model/contact.js';
import type { Span } from '../src/model/span.js';
import { loadGazetteer } from '../src/pipeline/load_gazetteer.js';
import { loadRegistry } from '../src/pipeline/load_registry.js';
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
export function realGazetteer(): Gazetteer {
  return must(loadGazetteer(loadRegistry().value?.outlets ?? []).value, 'the built-in gazetteer is broken');
}

/** The value, or an error that tells what is missing. */
export function must<Value>(value: Value | undefined, message: string): Value {
  if (value === undefined) throw new Error(`Cannot measure contacts: ${message}`);
  return value;
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
