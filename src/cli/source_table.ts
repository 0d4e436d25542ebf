/** Widest column; longer cells are cut, since a table that wraps is none. The last column is never cut. */
const MAX_WIDTH = 70;

/** A plain text table with one space-separated column for each heading. Empty columns are left out. */
export function formatTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const used = headings.map((_, column) => rows.some((row) => (row[column] ?? '') !== ''));
  const lines = [headings, ...rows].map((row) => row.filter((_, column) => used[column]));
  const last = used.filter(Boolean).length - 1;
  const widths = lines[0]?.map((_, column) =>
    Math.min(MAX_WIDTH, Math.max(...lines.map((line) => line[column]?.length ?? 0))),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => (column === last ? cell : fit(cell, widths?.[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function fit(cell: string, width: number): string {
  return cell.length > width ? `${cell.slice(0, width - 1)}…` : cell.padEnd(width);
}
