/** `1 article`, `1,200 articles`: a count with its noun, for what the terminal says. */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
