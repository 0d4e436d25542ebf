import { type Document, DomHandler, type Element } from 'domhandler';
import { Parser } from 'htmlparser2';
import { type Issue, warning } from '../model/issue.js';

/** A page as a tree whose depth and size are bounded whatever the page sends. */
export interface ParsedHtml {
  readonly document: Document;
  readonly issues: readonly Issue[];
}

/** Real pages nest some 40 deep; deeper elements are laid flat, so that no later step can run out of stack. */
const MAX_DEPTH = 256;
/** Open elements beyond which the rest of the page is not read: the parser's own list grows with them. */
const MAX_OPEN_ELEMENTS = 4096;
/** Real pages have up to some 15,000 elements. */
const MAX_ELEMENTS = 100_000;
const MAX_CHARS = 5_000_000;
const CHUNK_CHARS = 65_536;

/** Builds the tree; what exceeds a bound is left out and told as an issue. Never throws. */
export function parseHtml(html: string): ParsedHtml {
  const builder = new BoundedBuilder();
  const parser = new Parser(builder, { lowerCaseTags: true, decodeEntities: true });
  const end = Math.min(html.length, MAX_CHARS);
  for (let at = 0; at < end && !builder.full; at += CHUNK_CHARS) {
    parser.write(html.slice(at, Math.min(end, at + CHUNK_CHARS)));
  }
  // Ending the parser closes every open element in turn, which only a bounded page may ask for.
  if (builder.full) builder.onend();
  else parser.end();
  return { document: builder.root, issues: builder.issues(html.length > MAX_CHARS) };
}

/** Owns the tree while it grows: the one place where the parser's events meet the bounds. */
class BoundedBuilder extends DomHandler {
  full = false;
  #open = 0;
  #elements = 0;
  #flattened = 0;

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.#open++;
    this.#elements++;
    if (this.#elements > MAX_ELEMENTS || this.#open > MAX_OPEN_ELEMENTS) this.full = true;
    if (this.full || this.#open > MAX_DEPTH) {
      this.#flattened++;
      return;
    }
    super.onopentag(name, attributes);
  }

  override onclosetag(): void {
    const flat = this.#open >= this.tagStack.length;
    this.#open--;
    if (!flat) super.onclosetag();
  }

  override ontext(data: string): void {
    if (!this.full && !isMute(this.tagStack.at(-1))) super.ontext(data);
  }

  override oncomment(): void {
    // Nothing reads comments.
  }

  override oncommentend(): void {
    // As none was begun, none ends.
  }

  issues(cut: boolean): Issue[] {
    if (!this.full && !cut && this.#flattened === 0) return [];
    const what = this.full || cut ? 'all of the page' : `${this.#flattened} elements at their depth`;
    return [warning('parse.bounded', `Cannot keep ${what}: it exceeds the bounds of depth, count or length`)];
  }
}

/** Programs and styles are a third of many pages; only structured data among them is read. */
function isMute(parent: unknown): boolean {
  const { name, attribs } = parent as Partial<Element>;
  return name === 'style' || (name === 'script' && !/ld\+json/i.test(attribs?.type ?? ''));
}

/** Type guard that needs no import at the call site's types. */
export function isElement(node: unknown): node is Element {
  const type = (node as { type?: string } | null | undefined)?.type;
  return type === 'tag' || type === 'script' || type === 'style';
}
