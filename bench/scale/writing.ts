/** What the makers of rows have in common. */
import type { InventedOutlet, Plot, World } from './invent_world.js';
import type { Random } from './random.js';
import type { Vocabulary } from './vocabulary.js';

/** The stage that made all rows. */
export const STAGE = ['bench', '1'] as const;

/** What an article is made with. */
export interface Writing {
  readonly vocabulary: Vocabulary;
  readonly world: World;
  readonly plot: Plot;
  readonly random: Random;
  /** When the article with this number was published, UTC. */
  readonly timeOf: (id: number) => string;
  readonly articles: number;
  /** How many statements each article has, by its place. */
  readonly statementCounts: Uint8Array;
}

/** What later tables need to know of an article. */
export interface WrittenArticle {
  readonly id: number;
  readonly at: string;
  readonly title: string;
  readonly outlet: InventedOutlet;
  readonly section: string | undefined;
}
