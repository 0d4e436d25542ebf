/** The ledger of contacts between invented people, and dossiers about them. */
import { formatTsvector } from '../../src/store/search_entries.js';
import type { RowBatch } from './copy_rows.js';
import type { InventedEntity, World } from './invent_world.js';
import { statementIdOf, wordsOfName } from './ledger_rows.js';
import { below, openRandom, type Random } from './random.js';
import type { Writing } from './writing.js';

/** One contact for so many articles, each told several times. */
const ARTICLES_EACH = 50;
const TELLINGS = 4;
const TOLD_WORDS = 50;
const KINDS = ['phone_call', 'meeting', 'talks', 'message'];
const STATUSES = ['confirmed', 'claimed', 'denied', 'stated'];
const DOSSIERS = 20;

export function writeContacts(batch: RowBatch, writing: Writing): void {
  const random = openRandom(47);
  for (let at = 0; at < Math.floor(writing.articles / ARTICLES_EACH); at += 1) {
    const contact = inventContact(writing, random, at);
    writeContact(batch, writing, { contact, random });
    writeTellings(batch, contact);
  }
}

interface InventedContact {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly actors: readonly ReturnType<typeof actorOf>[];
  /** Articles that tell of it, the first first. */
  readonly tellings: readonly { readonly articleId: number; readonly known: string }[];
}

function inventContact({ world, timeOf }: Writing, random: Random, at: number): InventedContact {
  const first = 1 + at * ARTICLES_EACH;
  return {
    id: `${first}-c${at}`,
    kind: KINDS[at % KINDS.length] ?? '',
    status: STATUSES[at % STATUSES.length] ?? '',
    actors: drawPair(world, random).map(actorOf),
    tellings: Array.from({ length: TELLINGS }, (_, nth) => {
      const articleId = first + nth * 9;
      return { articleId, known: timeOf(articleId) };
    }),
  };
}

/** Two of different sides. */
function drawPair(world: World, random: Random): readonly InventedEntity[] {
  const one = world.drawEntity(random);
  let other = world.drawEntity(random);
  while (other.side === one.side) other = world.drawEntity(random);
  return [one, other];
}

function actorOf({ id, name, side }: InventedEntity) {
  return { name, entity: id, side, via: 'name' };
}

function writeContact(
  batch: RowBatch,
  { vocabulary }: Writing,
  { contact, random }: { readonly contact: InventedContact; readonly random: Random },
): void {
  const { id, kind, status, actors, tellings } = contact;
  const known = tellings[0]?.known ?? '';
  const day = known.slice(0, 10);
  const entry = {
    ...{ id, actors, kind, level: 'ministers', secrecy: 'announced', days: [day, day], status },
    ...{ roles: [], disputed: false, history: [{ known, status, disputed: false, voice: 0 }] },
    voices: tellings.map((telling, nth) => voiceOf(telling, { actor: actors[0], nth })),
    tellings: tellings.map(({ articleId, known }) => ({ article: `${articleId}.1`, index: 0, known })),
  };
  const keys = [...new Set(actors.flatMap(({ entity, side }) => [entity, side]))];
  const told = Array.from({ length: TOLD_WORDS }, () => vocabulary.draw(random).search);
  const words = formatTsvector({ title: actors.flatMap(({ name }) => wordsOfName(name)), body: told });
  const days = [day, day, day, day];
  batch.add(
    'contact',
    ...[id, kind, 'ministers', status, false, 'announced', ...days, known, known, keys],
    JSON.stringify(entry),
    words,
  );
  for (const [position, { name, entity, side, via }] of actors.entries()) {
    batch.add('contact_actor', id, position, name, entity, entity, side, via, known);
  }
  const [a, b] = actors.map(({ side }) => side).toSorted();
  batch.add('dyad_contact', a, b, id, known);
}

function writeTellings(batch: RowBatch, { id, kind, status, actors, tellings }: InventedContact): void {
  const told = JSON.stringify({
    ...{ actors, kind, level: 'ministers', secrecy: 'announced', status, disputed: false },
    ...{ trigger: { start: 0, end: 8 }, voices: [] },
    evidence: [{ span: { start: 0, end: 40 }, rule: 'bench' }],
  });
  for (const { articleId, known } of tellings) {
    batch.add('contact_telling', articleId, 1, 0, id, known, told);
    batch.add('contact_statement', id, statementIdOf(articleId, 0));
  }
}

function voiceOf(
  { articleId, known }: InventedContact['tellings'][number],
  { actor, nth }: { readonly actor: InventedContact['actors'][number] | undefined; readonly nth: number },
) {
  return {
    ...{ stance: nth === 2 ? 'deny' : 'affirm', participant: true, presupposed: false, narrated: false },
    ...{ side: actor?.side, speaker: actor?.name, entity: actor?.entity, rule: 'bench', known },
    ...{ sameAs: `${actor?.entity}-${nth}` },
    places: [{ article: `${articleId}.1`, span: { start: 0, end: 40 } }],
  };
}

/** One pair of statements that stand against each other for so many articles. */
const CONTRADICTION_EACH = 400;

export function writeContradictions(batch: RowBatch, { articles, timeOf }: Writing): void {
  for (let other = CONTRADICTION_EACH; other <= articles; other += CONTRADICTION_EACH) {
    const [one, two] = [statementIdOf(other - 7, 0), statementIdOf(other, 0)];
    const kind = other % (5 * CONTRADICTION_EACH) === 0 ? 'changed' : 'opposed';
    const spans = JSON.stringify([{ start: 0, end: 20 }]);
    const at = timeOf(other);
    batch.add('contradiction', `${one}_${two}`, kind, one, two, 'bench', spans, spans, at, at);
  }
}

/** Sets of two or three of whom much is told, some with a word. */
export function writeDossiers(batch: RowBatch, { world, vocabulary, articles, timeOf }: Writing): void {
  const random = openRandom(67);
  const now = timeOf(articles);
  for (let at = 0; at < DOSSIERS; at += 1) {
    const actors = Array.from({ length: 2 + (at % 2) }, () => world.entities[below(random, 200)]);
    const ids = actors.flatMap((actor) => (actor ? [actor.id] : []));
    const words = at % 4 === 3 ? vocabulary.drawName(random).text : undefined;
    batch.add('dossier', `پرونده ${at + 1}`, ids, words, now, now);
  }
}
