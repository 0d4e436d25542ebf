/** What operators have at hand of a thing: its id, or the whole address of its page. */

/** The id in an address (`/entity/per.lavrov`), else the letters as they were given. */
export function givenId(given: string, noun: 'entity' | 'outlet'): string {
  const encoded = new RegExp(`/${noun}/([^/?#\\s]+)`).exec(given)?.[1];
  if (encoded === undefined) return given;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
