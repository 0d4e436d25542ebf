/** A block of an article with the words of its statements marked, each a way to its page. */
import type { StatementLine } from '../../store/site_statements.js';
import { statementHref } from '../addresses.js';
import { say } from '../language.js';
import { STANCE_WORDS } from '../ledger_words.js';
import { shown } from '../words.js';
import { Mixed } from './foreign.js';

export function BlockWithStatements({
  text,
  statements,
}: {
  readonly text: string;
  readonly statements: readonly StatementLine[];
}) {
  const places = statements.flatMap((line) => placesOf(text, line));
  return (
    <>
      {cutAtPlaces(text, places).map(({ start, end, innermost }) => {
        const words = <Mixed text={text.slice(start, end)} />;
        if (innermost === undefined) return words;
        const { line } = innermost;
        const begun = places.filter((place) => place.isFirst && place.start === start);
        const speaker = line.speakers[0]?.name ?? say('گوینده روشن نیست', 'speaker unclear');
        return (
          <mark class="ev">
            {begun.map((place) => (
              <span id={`said-${place.line.id}`} />
            ))}
            <a href={statementHref(line.id)} title={`${shown(speaker)}: ${STANCE_WORDS[line.stance].word}`}>
              {words}
            </a>
          </mark>
        );
      })}
    </>
  );
}

interface Place {
  readonly line: StatementLine;
  readonly start: number;
  readonly end: number;
  /** Its words begin here: later lines of them have no address of their own. */
  readonly isFirst: boolean;
}

/** Where the words of a statement stand in a block; they may run on over several blocks, each a line of theirs. */
function placesOf(text: string, line: StatementLine): Place[] {
  return line.evidence.split('\n').flatMap((letters, at) => {
    const words = shown(letters);
    const start = words.trim() === '' ? -1 : text.indexOf(words);
    return start < 0 ? [] : [{ line, start, end: start + words.length, isFirst: at === 0 }];
  });
}

interface Piece<Of> {
  readonly start: number;
  readonly end: number;
  /** The shortest place around the piece: speech told inside speech has a mark of its own. */
  readonly innermost: Of | undefined;
}

/** A text in pieces between the ends of all places, without gaps. */
export function cutAtPlaces<Of extends { readonly start: number; readonly end: number }>(
  text: string,
  places: readonly Of[],
): Piece<Of>[] {
  const ends = new Set([0, text.length, ...places.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...ends].sort((a, b) => a - b);
  return cuts.slice(1).map((end, at) => {
    const start = cuts[at] ?? 0;
    const around = places.filter((place) => place.start <= start && place.end >= end);
    const innermost = around.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
    return { start, end, innermost };
  });
}
