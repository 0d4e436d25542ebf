import { Parser } from 'htmlparser2';
import type { RawFeed, RawItem, RawLink, RawText } from './feed_document.js';
import { joinBase } from './feed_library.js';
import { ASIDE, CANONICAL_PREFIXES, FIELDS, type SalvagedField } from './feed_salvage_names.js';
import { decodeEntities } from './feed_text.js';

// Our own reader of feeds: it takes what the library refuses (cut off in the middle, upper-case tags, markup
// where none belongs, a warning of the server in front) and gives back every item that got far enough.

/** Deepest nesting that is read; real feeds with inline markup stay below 30. */
const MAX_DEPTH = 100;
/** Longest text of one field: nothing that a news feed carries comes near it. */
const MAX_FIELD_LENGTH = 1_000_000;

type Attributes = Readonly<Record<string, string>>;

interface OpenField {
  readonly field: SalvagedField;
  /** Depth of its element; deeper elements are markup inside the text. */
  readonly depth: number;
  readonly type: RawText['type'];
  readonly base64: boolean;
  value: string;
  markup: boolean;
}

interface Draft {
  readonly texts: Partial<Record<SalvagedField, RawText>>;
  readonly links: RawLink[];
  readonly authors: string[];
  readonly categories: string[];
  guidIsUrl?: boolean;
  base?: string | undefined;
}

/** Reads whatever items a damaged feed still holds; undefined when nothing in it looks like a feed. */
export function salvageFeed(text: string, maxItems: number): RawFeed | undefined {
  const reader = new SalvageReader(maxItems);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: (piece) => reader.text(piece),
      oncdatastart: () => reader.setRaw(true),
      oncdataend: () => reader.setRaw(false),
      onclosetag: (name, implied) => reader.close(name, implied),
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(text);
  return reader.result();
}

/** Owns the state of one pass over the tags. */
class SalvageReader {
  readonly #maxItems: number;
  readonly #items: RawItem[] = [];
  readonly #feed = emptyDraft();
  readonly #names: string[] = [];
  readonly #bases: (string | undefined)[] = [];
  readonly #prefixes = new Map<string, string>();
  #item: Draft | undefined;
  #itemDepth = 0;
  #field: OpenField | undefined;
  #asideDepth = 0;
  #raw = false;
  #seen = false;

  constructor(maxItems: number) {
    this.#maxItems = maxItems;
  }

  open(tag: string, attributes: Attributes): void {
    this.#readPrefixes(attributes);
    const name = this.#nameOf(tag);
    this.#bases.push(joinBase(attributes['xml:base'], this.#bases.at(-1)));
    this.#names.push(name);
    if (this.#names.length > MAX_DEPTH) return;
    if (this.#field) {
      this.#field.markup = true;
      this.#append(openTag(tag, attributes));
    } else if (this.#asideDepth === 0) this.#begin(name, attributes);
  }

  #begin(name: string, attributes: Attributes): void {
    const depth = this.#names.length;
    if (/^(?:rss|(?:rdf:)?rdf|feed|channel)$/.test(name)) {
      this.#seen = true;
      const language = attributes['xml:lang'];
      if (language !== undefined) this.#feed.texts.language ??= { value: language };
    } else if (name === 'item' || name === 'entry') this.#beginItem(depth, attributes);
    else if (ASIDE.has(name)) this.#asideDepth = depth;
    else this.#beginField(name, attributes);
  }

  #beginItem(depth: number, attributes: Attributes): void {
    this.#seen = true;
    this.#item = { ...emptyDraft(), base: this.#bases.at(-1) };
    this.#itemDepth = depth;
    const about = attributes['rdf:about'];
    if (about !== undefined) this.#item.texts.guid = { value: decodeEntities(about) };
  }

  #beginField(name: string, attributes: Attributes): void {
    const field = FIELDS[name];
    if (field === undefined) return;
    readAttributes(field, attributes, this.#item ?? this.#feed);
    this.#field = {
      field,
      depth: this.#names.length,
      type: textType(attributes.type),
      base64: attributes.mode === 'base64' || attributes.type === 'application/octet-stream',
      value: '',
      markup: false,
    };
  }

  text(piece: string): void {
    if (this.#field) this.#append(this.#raw || this.#field.markup ? piece : decodeEntities(piece));
  }

  setRaw(raw: boolean): void {
    this.#raw = raw;
  }

  #append(piece: string): void {
    if (this.#field && this.#field.value.length < MAX_FIELD_LENGTH) this.#field.value += piece;
  }

  /** `implied`: closed by the end of its parent or of the file instead of by itself. */
  close(tag: string, implied: boolean): void {
    const depth = this.#names.length;
    this.#names.pop();
    this.#bases.pop();
    if (this.#field && depth > this.#field.depth) this.#append(`</${tag}>`);
    else if (this.#field) this.#endField(this.#field, implied);
    if (this.#asideDepth === depth) this.#asideDepth = 0;
    if (this.#item && depth === this.#itemDepth) this.#endItem(this.#item, implied);
  }

  #endField(open: OpenField, implied: boolean): void {
    this.#field = undefined;
    // A text that the end of the file closed is cut off: half an address or half a title is not one.
    const cut = implied && open.field !== 'summary' && open.field !== 'content';
    const value = (open.base64 ? decodeBase64(open.value) : open.value).trim();
    if (cut || value === '') return;
    const draft = this.#item ?? this.#feed;
    const type = open.markup || (open.base64 && open.type === undefined) ? 'html' : open.type;
    if (open.field === 'link') draft.links.push({ href: value });
    else if (open.field === 'author') draft.authors.push(nameOfAuthor(value));
    else if (open.field === 'category') draft.categories.push(value);
    else draft.texts[open.field] ??= { value, type };
  }

  /** An item that the end of the file closed counts when it got as far as a title and an address. */
  #endItem(item: Draft, implied: boolean): void {
    this.#item = undefined;
    const whole = !implied || (item.texts.title !== undefined && item.links.length > 0);
    if (whole && this.#items.length < this.#maxItems) this.#items.push(finishItem(item));
  }

  #readPrefixes(attributes: Attributes): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (!name.startsWith('xmlns:')) continue;
      const known = CANONICAL_PREFIXES.find(([pattern]) => pattern.test(value));
      if (known) this.#prefixes.set(name.slice('xmlns:'.length).toLowerCase(), known[1]);
    }
  }

  #nameOf(tag: string): string {
    const name = tag.toLowerCase();
    const colon = name.indexOf(':');
    if (colon < 0) return name;
    const prefix = this.#prefixes.get(name.slice(0, colon)) ?? name.slice(0, colon);
    return prefix === '' ? name.slice(colon + 1) : `${prefix}:${name.slice(colon + 1)}`;
  }

  result(): RawFeed | undefined {
    if (!this.#seen) return undefined;
    const { texts, links } = this.#feed;
    return { title: texts.title, language: texts.language?.value, links, items: this.#items };
  }
}

function emptyDraft(): Draft {
  return { texts: {}, links: [], authors: [], categories: [] };
}

function readAttributes(field: SalvagedField, attributes: Attributes, draft: Draft): void {
  const { href, rel, type } = attributes;
  const category = attributes.label ?? attributes.term;
  if (field === 'link' && href !== undefined) draft.links.push({ href: decodeEntities(href), rel, type });
  if (field === 'category' && category !== undefined) draft.categories.push(decodeEntities(category));
  const permalink = attributes.isPermaLink ?? attributes.ispermalink;
  if (field === 'guid' && permalink !== undefined) draft.guidIsUrl = !/^\s*false\s*$/i.test(permalink);
}

function textType(type: string | undefined): RawText['type'] {
  if (type === undefined) return undefined;
  if (/html/i.test(type)) return 'html';
  return /^text(?:\/plain)?$/i.test(type) ? 'text' : undefined;
}

function finishItem({ texts, links, authors, categories, guidIsUrl, base }: Draft): RawItem {
  return {
    guid: texts.guid?.value,
    guidIsUrl,
    links,
    title: texts.title,
    summary: texts.summary,
    content: texts.content,
    published: texts.published?.value,
    updated: texts.updated?.value,
    authors,
    categories,
    base,
  };
}

/** Atom's authors are elements in an element; the name is what we keep. */
function nameOfAuthor(value: string): string {
  return /<(?:[\w-]+:)?name>([\s\S]*?)<\/(?:[\w-]+:)?name>/i.exec(value)?.[1] ?? value;
}

function openTag(tag: string, attributes: Attributes): string {
  const written = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`,
  );
  return `<${tag}${written.join('')}>`;
}

function decodeBase64(value: string): string {
  return new TextDecoder().decode(Buffer.from(value, 'base64'));
}
