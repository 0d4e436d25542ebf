import type { StatementLine } from '../../store/site_statements.js';

/** Voices under the lead. */
const VOICES = 3;
/** Letters of a voice's words: what can be read at a glance. */
const GLANCE_LETTERS = 150;

/**
 * The voices of the day: one statement of each of a few named speakers, short enough to be read at a glance. Whoever
 * takes another position than those before goes first, quoted words before reported ones.
 */
export function chooseVoices(statements: readonly StatementLine[]): readonly StatementLine[] {
  const chosen: StatementLine[] = [];
  const candidates = statements.filter(
    ({ content, speakers, nestedIn, stance }) =>
      speakers.length > 0 && nestedIn === null && content.length <= GLANCE_LETTERS && stance !== 'unknown',
  );
  while (chosen.length < VOICES) {
    const left = candidates.filter((line) => !chosen.some((other) => speakerOf(other) === speakerOf(line)));
    const next = left.sort((a, b) => weightOf(b, chosen) - weightOf(a, chosen))[0];
    if (next === undefined) break;
    chosen.push(next);
  }
  return chosen;
}

function speakerOf({ speakers }: StatementLine): string {
  return speakers[0]?.entityId ?? speakers[0]?.name ?? '';
}

function weightOf(line: StatementLine, chosen: readonly StatementLine[]): number {
  const isNew = !chosen.some(({ stance }) => stance === line.stance);
  const isNamed = line.speakers[0]?.entityId != null;
  return (isNew ? 4 : 0) + (line.form === 'direct' ? 2 : 0) + (isNamed ? 1 : 0);
}
