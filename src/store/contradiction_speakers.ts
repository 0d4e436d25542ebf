import type { Database } from './database.js';

/**
 * Makes contradictions say who speaks in them as their statements do now: those of the given statements, or all. Called
 * in the transaction that writes the one or the other.
 */
export async function nameContradictionSpeakers(
  tx: Database,
  statementIds?: readonly string[],
): Promise<void> {
  const namesOf = (column: 'entity_id' | 'side'): string =>
    `array(select distinct ${column} from statement_speaker
       where statement_id in (one_id, other_id) and ${column} is not null order by 1)`;
  await tx.run(
    `update contradiction c set speakers = said.speakers, sides = said.sides
     from (select id, ${namesOf('entity_id')} as speakers, ${namesOf('side')} as sides from contradiction
       where $1::text[] is null or one_id = any($1) or other_id = any($1)) said
     where c.id = said.id and (c.speakers <> said.speakers or c.sides <> said.sides)`,
    [statementIds],
  );
}
