/** What a text column cannot hold: U+0000, and halves of surrogate pairs. Damaged pages contain both. */
const ALL_UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** How JSON writes such units; letters that only look like it cost a second writing. */
const UNSTORABLE_ESCAPE = /\\u(?:0000|d[89a-f])/;

/**
 * A value as the database can hold it: such units become U+FFFD, one for one, so that spans still fit. The raw
 * bytes keep what was there.
 */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  return value;
}

/** A value as the text of a jsonb parameter; its strings made storable, absent fields left out. */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!UNSTORABLE_ESCAPE.test(json)) return json;
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? storableText(part) : part,
  );
}

function storableText(text: string): string {
  // Looked for by the two fastest ways that there are: every text on its way to the database passes here.
  return text.isWellFormed() && !text.includes('\0') ? text : text.replace(ALL_UNSTORABLE, '\ufffd');
}
