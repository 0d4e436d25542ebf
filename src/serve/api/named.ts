/** Names of outlets and sides, with their ids where the registry or gazetteer knows them. */

export interface Named {
  readonly id: string | null;
  readonly name: string;
}

export function namedOrNull(id: string | null, name: string | null): Named | null {
  return name === null ? null : { id, name };
}
