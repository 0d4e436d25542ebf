/**
 * The operator's words as a page. A small safe subset: an empty line ends a paragraph, `## ` begins a heading,
 * `- ` a line of a list, `**…**` is bold, `[words](address)` a link. Everything else is plain letters; HTML is
 * shown, not run.
 */

import { safeHref } from './addresses.js';
import { Mixed } from './pieces/foreign.js';

type MarkupBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly lines: readonly string[] };

type MarkupPiece =
  | { readonly kind: 'text' | 'bold'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

export function Markup({ text }: { readonly text: string }) {
  return (
    <>
      {parseMarkup(text).map((block) => (
        <Block block={block} />
      ))}
    </>
  );
}

/** Reads a text into blocks; never fails. */
export function parseMarkup(text: string): readonly MarkupBlock[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n|\n(?=## )|(?<=^## .*)\n/m)
    .flatMap((part) => splitLists(part.trim()));
}

/** Reads the letters inside a block; a link to a refused address stays plain letters. */
export function parsePieces(text: string): readonly MarkupPiece[] {
  const pieces: MarkupPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(/\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^()\s]+)\)/g)) {
    const [whole, bold, words, address] = match;
    const piece =
      bold === undefined ? linkPiece(words ?? '', address ?? '') : ({ kind: 'bold', text: bold } as const);
    if (piece === undefined) continue;
    if (match.index > from) pieces.push({ kind: 'text', text: text.slice(from, match.index) });
    pieces.push(piece);
    from = match.index + whole.length;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}

function splitLists(part: string): MarkupBlock[] {
  if (part === '') return [];
  if (part.startsWith('## ')) return [{ kind: 'heading', text: part.slice(3).trim() }];
  const lines = part.split('\n').map((line) => line.trim());
  const firstDash = lines.findIndex((line) => line.startsWith('- '));
  if (firstDash === -1) return [{ kind: 'paragraph', text: lines.join(' ') }];
  const before = lines.slice(0, firstDash).join(' ');
  const list = lines.slice(firstDash).map((line) => line.replace(/^- /, ''));
  const paragraph: MarkupBlock[] = before === '' ? [] : [{ kind: 'paragraph', text: before }];
  return [...paragraph, { kind: 'list', lines: list }];
}

/** Our own pages (`/contact`), foreign pages and mail; nothing else. */
function linkPiece(text: string, address: string): MarkupPiece | undefined {
  const own = /^\/(?![/\\])/.test(address) || /^mailto:[^\s<>"]+@[^\s<>"]+$/.test(address);
  const href = own ? address : safeHref(address);
  return href === undefined ? undefined : { kind: 'link', text, href };
}

function Block({ block }: { readonly block: MarkupBlock }) {
  if (block.kind === 'heading') return <h2>{block.text}</h2>;
  if (block.kind === 'paragraph') {
    return (
      <p>
        <Pieces text={block.text} />
      </p>
    );
  }
  return (
    <ul>
      {block.lines.map((line) => (
        <li>
          <Pieces text={line} />
        </li>
      ))}
    </ul>
  );
}

function Pieces({ text }: { readonly text: string }) {
  return (
    <>
      {parsePieces(text).map((piece) => {
        if (piece.kind === 'bold')
          return (
            <strong>
              <Mixed text={piece.text} />
            </strong>
          );
        if (piece.kind === 'link') {
          return (
            <a href={piece.href} rel="noopener noreferrer">
              <Mixed text={piece.text} />
            </a>
          );
        }
        return <Mixed text={piece.text} />;
      })}
    </>
  );
}
