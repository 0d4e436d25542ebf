/** One line of a byte stream, without its line end. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  /** Absent when the line was longer than the limit; its bytes are skipped, not kept. */
  readonly text: string | undefined;
}

/** Longest line that is kept: twice the largest page that extraction accepts, as base64, with room. */
export const MAX_LINE_BYTES = 64 * 1024 * 1024;

/**
 * Splits a byte stream into lines (LF or CRLF, a last line without end counts, a leading BOM does not).
 * Memory stays bounded by `maxBytes` whatever comes in.
 */
export async function* readLines(
  stream: AsyncIterable<Uint8Array>,
  maxBytes = MAX_LINE_BYTES,
): AsyncGenerator<Line> {
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;
  let overlong = false;
  let number = 0;

  const keep = (piece: Uint8Array): void => {
    if (pendingBytes + piece.length > maxBytes) {
      overlong = true;
      pending = [];
    }
    pendingBytes += piece.length;
    if (!overlong) pending.push(piece);
  };
  const finish = (): Line => {
    number += 1;
    const text = overlong ? undefined : decodeLine(Buffer.concat(pending), number);
    pending = [];
    pendingBytes = 0;
    overlong = false;
    return { number, text };
  };

  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, at));
      yield finish();
      from = at + 1;
    }
    if (from < chunk.length) keep(chunk.subarray(from));
  }
  if (pendingBytes > 0) yield finish();
}

function decodeLine(bytes: Buffer, number: number): string {
  const text = bytes.toString('utf8').replace(/\r$/, '');
  return number === 1 ? text.replace(/^\uFEFF/, '') : text;
}
