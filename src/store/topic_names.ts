/** Who speaks and who is named in a few articles: what stands beside the list of a topic. */
import type { Database } from './database.js';
import { prepared } from './prepared.js';

/** A name with how many statements it made, or in how many articles it stands. */
export interface NameCount {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

/** Those who said most in these articles; what several print counts once. */
export function countSpeakers(
  db: Database,
  { articleIds, limit }: { readonly articleIds: readonly number[]; readonly limit: number },
): Promise<readonly NameCount[]> {
  return db.rows(
    prepared(`select e.id, coalesce(e.given_name, e.name) as name, count(distinct s.words_hash)::int as count
     from statement s join article a on a.id = s.article_id and a.hidden_at is null
       join statement_speaker sp on sp.statement_id = s.id join entity e on e.id = sp.entity_id
     where s.article_id = any($1) group by 1, 2 order by 3 desc, 2 limit $2`),
    [articleIds, limit],
  );
}

/** Those who are named in most of these articles. */
export function countNamed(
  db: Database,
  { articleIds, limit }: { readonly articleIds: readonly number[]; readonly limit: number },
): Promise<readonly NameCount[]> {
  return db.rows(
    prepared(`select e.id, coalesce(e.given_name, e.name) as name, count(distinct m.article_id)::int as count
     from entity_mention m join article a on a.id = m.article_id and a.hidden_at is null
       join entity e on e.id = m.entity_id
     where m.article_id = any($1) and m.version = a.current_version
     group by 1, 2 order by 3 desc, 2 limit $2`),
    [articleIds, limit],
  );
}
