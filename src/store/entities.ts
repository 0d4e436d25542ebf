/** Entities and where they are named, as the stages write them. */
import type { Entity } from '../model/entity.js';
import type { Database } from './database.js';
import { toJson } from './storable.js';

/** All places of one entity in one version of an article. */
export interface VersionMention {
  readonly articleId: number;
  readonly version: number;
  readonly machineId: string;
  readonly entityId: string;
  readonly knownAt: string;
  /** [start, end, via] into the text of the version. */
  readonly spans: readonly (readonly [start: number, end: number, via: string])[];
}

/** Writes entities; the gazetteer's word on name and side replaces what was known before. */
export async function saveEntities(tx: Database, entities: readonly Entity[]): Promise<void> {
  const unique = [...new Map(entities.map((entity) => [entity.id, entity])).values()];
  if (unique.length === 0) return;
  await tx.run(
    `insert into entity (id, type, name, known, side)
     select id, type, name, known, side from jsonb_to_recordset($1::jsonb)
       as given (id text, type text, name text, known boolean, side text) order by id
     on conflict (id) do update
       set name = excluded.name, known = excluded.known, side = coalesce(excluded.side, entity.side)
       where (entity.name, entity.known) is distinct from (excluded.name, excluded.known)
         or excluded.side is distinct from entity.side and excluded.side is not null`,
    [toJson(unique)],
  );
}

/** Writes where entities are named, in place of what was known of the same versions. */
export async function saveMentions(tx: Database, mentions: readonly VersionMention[]): Promise<void> {
  if (mentions.length === 0) return;
  await tx.run(
    `insert into entity_mention (article_id, version, machine_id, entity_id, known_at, spans)
     select "articleId", version, "machineId", "entityId", "knownAt", spans from jsonb_to_recordset($1::jsonb)
       as given ("articleId" bigint, version integer, "machineId" text, "entityId" text, "knownAt" timestamptz,
         spans jsonb)
     on conflict (article_id, version, machine_id) do update
       set entity_id = excluded.entity_id, spans = excluded.spans`,
    [toJson(mentions)],
  );
}
