import type { SnippetPiece } from '../snippet.js';
import { Mixed, publisherText } from './foreign.js';

export function Snippet({ pieces }: { readonly pieces: readonly SnippetPiece[] }) {
  return (
    <bdi {...publisherText()}>
      {pieces.map(({ text, marked }) => (marked ? <mark>{text}</mark> : <Mixed text={text} />))}
    </bdi>
  );
}
