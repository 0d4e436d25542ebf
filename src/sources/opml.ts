import { generateOpml, type Opml } from 'feedsmith';
import { Parser } from 'htmlparser2';
import { fatal, type StageResult } from '../model/issue.js';

/** One feed of a list of subscriptions. */
export interface OpmlEntry {
  readonly title: string;
  readonly feedUrl: string;
  /** The site's own address. */
  readonly siteUrl?: string;
  /** Titles of the folders around it, the outermost first. */
  readonly folders: readonly string[];
  /** What else other programs wrote beside it; kept as it is. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Bounds of what is read: lists come from anywhere. */
const MAX_CHARACTERS = 5_000_000;
const MAX_DEPTH = 32;
const MAX_ENTRIES = 10_000;
const MAX_ATTRIBUTES = 40;
const MAX_VALUE = 2_000;

/** Attributes that have fields of their own, in lower case. */
const OWN = new Set(['text', 'title', 'type', 'xmlurl', 'htmlurl', 'url']);

/**
 * Reads a list of subscriptions, nested as deep as programs nest them. Entries without a feed are folders; a feed
 * named twice counts once. A text that is no OPML or beyond all bounds is a fatal issue.
 */
export function parseOpml(text: string): StageResult<readonly OpmlEntry[]> {
  if (text.length > MAX_CHARACTERS) return refuse(`it has more than ${MAX_CHARACTERS} characters`);
  const reader = new OutlineReader();
  const parser = new Parser(reader, { xmlMode: true, decodeEntities: true });
  parser.end(text);
  return reader.result();
}

/** Writes a list of subscriptions with its folders. `madeAt` is an ISO instant. */
export function formatOpml(
  entries: readonly OpmlEntry[],
  options: { readonly title: string; readonly madeAt: string },
): string {
  const names = [...new Set(entries.flatMap(({ attributes }) => Object.keys(attributes)))];
  return generateOpml(
    {
      head: { title: options.title, dateCreated: new Date(options.madeAt) },
      body: { outlines: nest(entries, 0) },
    },
    { extraOutlineAttributes: names },
  );
}

type Outline = Opml.Outline<Date, string[]>;

/** Folders in the order in which they are first named, feeds after them. */
function nest(entries: readonly OpmlEntry[], depth: number): Outline[] {
  const folders = new Map<string, OpmlEntry[]>();
  for (const entry of entries) {
    const folder = entry.folders[depth];
    if (folder !== undefined) folders.set(folder, [...(folders.get(folder) ?? []), entry]);
  }
  const nested = [...folders].map(
    ([text, inside]) => ({ text, title: text, outlines: nest(inside, depth + 1) }) as Outline,
  );
  const here = entries.filter(({ folders: own }) => own.length === depth).map(outlineOf);
  return [...nested, ...here];
}

function outlineOf({ title, feedUrl, siteUrl, attributes }: OpmlEntry): Outline {
  return {
    ...attributes,
    text: title,
    title,
    type: 'rss',
    xmlUrl: feedUrl,
    ...(siteUrl !== undefined && { htmlUrl: siteUrl }),
  } as Outline;
}

function refuse(why: string): StageResult<readonly OpmlEntry[]> {
  return { value: undefined, issues: [fatal('sources.bad_opml', `Cannot read the list of feeds: ${why}`)] };
}

/** Listens to the parser; stops taking things in at the first bound. */
class OutlineReader {
  readonly #entries = new Map<string, OpmlEntry>();
  /** For each open outline its title where it is a folder. */
  readonly #open: (string | undefined)[] = [];
  #isOpml = false;
  #fault: string | undefined;

  onopentag(name: string, attributes: Record<string, string>): void {
    if (name.toLowerCase() === 'opml') this.#isOpml = true;
    if (name.toLowerCase() !== 'outline' || this.#fault !== undefined) return;
    const given = Object.entries(attributes).slice(0, MAX_ATTRIBUTES);
    const known = new Map(given.map(([key, value]) => [key.toLowerCase(), value.trim().slice(0, MAX_VALUE)]));
    const feedUrl = known.get('xmlurl') || undefined;
    const title = known.get('title') || known.get('text') || feedUrl;
    if (feedUrl !== undefined && title !== undefined) {
      const siteUrl = known.get('htmlurl') || undefined;
      const rest = given.filter(([key]) => !OWN.has(key.toLowerCase()));
      this.#add({
        title,
        feedUrl,
        ...(siteUrl !== undefined && { siteUrl }),
        folders: this.#open.filter((folder) => folder !== undefined),
        attributes: Object.fromEntries(rest.map(([key, value]) => [key, value.slice(0, MAX_VALUE)])),
      });
    }
    this.#open.push(feedUrl === undefined ? title : undefined);
    if (this.#open.length > MAX_DEPTH) this.#fault = `its folders are nested deeper than ${MAX_DEPTH}`;
  }

  onclosetag(name: string): void {
    if (name.toLowerCase() === 'outline') this.#open.pop();
  }

  result(): StageResult<readonly OpmlEntry[]> {
    if (!this.#isOpml) return refuse('it is no OPML; it must have an <opml> element with <outline> elements');
    if (this.#fault !== undefined) return refuse(this.#fault);
    return { value: [...this.#entries.values()], issues: [] };
  }

  #add(entry: OpmlEntry): void {
    if (this.#entries.has(entry.feedUrl)) return;
    if (this.#entries.size >= MAX_ENTRIES) this.#fault = `it names more than ${MAX_ENTRIES} feeds`;
    else this.#entries.set(entry.feedUrl, entry);
  }
}
