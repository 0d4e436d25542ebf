import type { SnippetPiece } from '../snippet.js';
import { Mixed } from './foreign.js';

export function Snippet({ pieces }: { readonly pieces: readonly SnippetPiece[] }) {
  return <>{pieces.map(({ text, marked }) => (marked ? <mark>{text}</mark> : <Mixed text={text} />))}</>;
}
