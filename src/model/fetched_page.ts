/** What one fetch, file or record brought in: the ground state from which everything else can be rebuilt. */
export interface FetchedPage {
  /** Address of the page; absent for a file or record that names none. */
  readonly url?: string;
  readonly body: Uint8Array;
  /** What the bytes are: a page of HTML, a text capture, or one JSON record of the `add` format. */
  readonly format: PageFormat;
  /** Content-Type header as received, where there was one. */
  readonly contentType?: string;
  /** UTC instant of the fetch, ISO 8601; for files the instant of adding unless the record says otherwise. */
  readonly fetchedAt: string;
}

/** `feed`: the answer of a source (feed, sitemap, channel), which lists pages and is none itself. */
export type PageFormat = 'html' | 'text' | 'record' | 'feed';
