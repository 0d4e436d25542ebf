import { say } from '../language.js';

interface Jump {
  /** Id of the heading. */
  readonly id: string;
  /** Whether the list stands on the page. */
  readonly isThere: boolean;
  readonly words: string;
}

/** On narrow screens, where lists stand far below what is read first: the way to each of them. */
export function Jumps({ lists }: { readonly lists: readonly Jump[] }) {
  return (
    <nav class="jumps" aria-label={say('پایین‌تر در همین صفحه', 'Further down on this page')}>
      <ul>
        {lists
          .filter(({ isThere }) => isThere)
          .map(({ id, words }) => (
            <li>
              <a href={`#${id}`}>{words}</a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
