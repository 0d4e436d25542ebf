/** Rows of one statement, as SQL and as the values that it binds. */
export interface ValueRows {
  /** `($1, $2), ($3, $4)` */
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Binds rows of equal length, each value with the type of its column where types are given: `::text`. */
export function valueRows(rows: readonly (readonly unknown[])[], types: readonly string[] = []): ValueRows {
  let place = 0;
  const sql = rows
    .map((row) => `(${row.map((_value, column) => `$${++place}${types[column] ?? ''}`).join(', ')})`)
    .join(', ');
  return { sql, values: rows.flat() };
}
