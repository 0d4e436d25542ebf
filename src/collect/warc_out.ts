import { WARCRecord, WARCSerializer } from 'warcio';
import type { FetchedPage } from '../model/fetched_page.js';

/** A page as an archive keeps it. */
export interface ArchivedPage extends FetchedPage {
  readonly url: string;
}

/** The first record of an archive: who wrote it. `software` is `Sanad 0.1.0`, `at` an ISO instant. */
export function archiveHeader(software: string, at: string): Promise<Uint8Array> {
  const record = WARCRecord.createWARCInfo(
    { filename: 'sanad.warc.gz', date: warcDate(at), warcVersion: 'WARC/1.1' },
    { software, format: 'WARC File Format 1.1' },
  );
  return WARCSerializer.serialize(record, { gzip: true });
}

/**
 * One page as a packed `resource` record: its bytes exactly as stored. The headers of the answer are not kept, and
 * none are invented.
 */
export function archivePage({ url, contentType, fetchedAt, body }: ArchivedPage): Promise<Uint8Array> {
  const warcHeaders = { 'Content-Type': contentType ?? 'text/html' };
  const record = WARCRecord.create(
    { url, date: warcDate(fetchedAt), type: 'resource', warcVersion: 'WARC/1.1', warcHeaders },
    [body],
  );
  return WARCSerializer.serialize(record, { gzip: true });
}

/** To the second: older readers know no finer dates. */
function warcDate(instant: string): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
}
