/** Endings by their last letter, in their order: of hundreds only a few are tried on a word. */
export function byLastLetter<Ending>(
  endings: readonly Ending[],
  lettersOf: (ending: Ending) => string,
): (word: string) => readonly Ending[] {
  const table = new Map<string, Ending[]>();
  for (const ending of endings) {
    const last = lettersOf(ending).slice(-1);
    const list = table.get(last);
    if (list) list.push(ending);
    else table.set(last, [ending]);
  }
  return (word) => table.get(word.slice(-1)) ?? NONE;
}

const NONE: readonly never[] = [];
