/** Whom and what the invented articles are about: outlets, entities, stories. */
import { below, openRandom, openZipf, type Random } from './random.js';
import type { Vocabulary } from './vocabulary.js';

export interface InventedOutlet {
  readonly id: string;
  readonly name: string;
  readonly family: string;
}

export interface InventedEntity {
  readonly id: string;
  readonly type: 'person' | 'organisation' | 'place';
  readonly name: string;
  /** The country on whose side it stands. */
  readonly side: string;
}

export interface World {
  readonly outlets: readonly InventedOutlet[];
  readonly entities: readonly InventedEntity[];
  readonly drawOutlet: (random: Random) => InventedOutlet;
  readonly drawEntity: (random: Random) => InventedEntity;
}

const OUTLETS = 120;
const FAMILIES = 80;
const COUNTRIES = 40;
const ENTITIES = 20_000;

export function inventWorld(vocabulary: Vocabulary): World {
  const random = openRandom(23);
  const name = (): string => `${vocabulary.drawName(random).text} ${vocabulary.drawName(random).text}`;
  const outlets = Array.from({ length: OUTLETS }, (_, at) => ({
    id: `outlet-${at}`,
    name: `${vocabulary.drawName(random).text}‌نیوز ${at}`,
    family: `family-${at % FAMILIES}`,
  }));
  const entities = Array.from({ length: ENTITIES }, (_, at): InventedEntity => {
    const isCountry = at < COUNTRIES;
    const id = `entity-${at}`;
    return {
      id,
      type: isCountry ? 'place' : at % 3 === 0 ? 'organisation' : 'person',
      name: isCountry ? vocabulary.drawName(random).text : name(),
      side: isCountry ? id : `entity-${below(random, COUNTRIES)}`,
    };
  });
  return {
    outlets,
    entities,
    drawOutlet: drawer(outlets),
    drawEntity: drawer(entities),
  };
}

function drawer<Thing>(things: readonly Thing[]): (random: Random) => Thing {
  const place = openZipf(things.length);
  // The place is always below the length.
  return (random) => things[place(random)] as Thing;
}

/** Which story each article belongs to; stories have one report to a few hundred, spread over some days. */
export interface Plot {
  /** Number of the story of each article, 1-based, by place of the article. */
  readonly storyOf: Int32Array;
  /** Numbers of articles, 1-based, by place of the story. */
  readonly members: readonly (readonly number[])[];
  /** Number of the thread of each story, 1-based, by place of the story; 0: in none. */
  readonly threadOf: Int32Array;
  /** The report that opened the thread of a story; undefined of the story that opened it, and of those in none. */
  readonly threadOpenerOf: (storyId: number) => number | undefined;
  /** Numbers of the reports that opened threads, by place of the thread. */
  readonly threadOpeners: readonly number[];
}

/** Stories that may still get reports: those of some days. */
const OPEN_STORIES = 1200;
/** Share of reports that tell something new. */
const OPENERS = 0.45;

export function inventPlot(articles: number): Plot {
  const random = openRandom(37);
  const storyOf = new Int32Array(articles);
  const members: number[][] = [];
  for (let at = 0; at < articles; at += 1) {
    const opens = members.length === 0 || random() < OPENERS;
    // The square prefers the newest stories; what is left prefers none.
    const place = members.length - 1 - Math.floor(random() ** 2 * Math.min(members.length, OPEN_STORIES));
    if (opens) members.push([at + 1]);
    else members[place]?.push(at + 1);
    storyOf[at] = opens ? members.length : place + 1;
  }
  return { storyOf, members, ...inventThreads(members, random) };
}

/** Shares of stories that begin a running theme, and that go on with one. */
const NEW_THREADS = 0.06;
const IN_THREADS = 0.3;
/** Themes that go on for all years, and how many of those stories are theirs. */
const LASTING = 12;
const IN_LASTING = 0.15;
/** Themes that may still get stories: those of some weeks. */
const OPEN_THREADS = 300;

function inventThreads(
  members: readonly (readonly number[])[],
  random: Random,
): Pick<Plot, 'threadOf' | 'threadOpenerOf' | 'threadOpeners'> {
  const threadOf = new Int32Array(members.length);
  const threadOpeners: number[] = [];
  for (const [place, [opener = 0]] of members.entries()) {
    const share = random();
    if (threadOpeners.length < LASTING || share < NEW_THREADS) threadOpeners.push(opener);
    else if (share < NEW_THREADS + IN_THREADS) threadOf[place] = drawThread(threadOpeners.length, random);
    if (threadOpeners.at(-1) === opener) threadOf[place] = threadOpeners.length;
  }
  const threadOpenerOf = (storyId: number): number | undefined => {
    const opener = threadOpeners[(threadOf[storyId - 1] ?? 0) - 1];
    return opener === members[storyId - 1]?.[0] ? undefined : opener;
  };
  return { threadOf, threadOpeners, threadOpenerOf };
}

function drawThread(count: number, random: Random): number {
  if (random() < IN_LASTING) return 1 + below(random, LASTING);
  return count - Math.floor(random() ** 2 * Math.min(count, OPEN_THREADS));
}
