import { fatal, type Issue, type StageResult, warning } from '../model/issue.js';

/** One line of the `add` format: a page as HTML or text, and what is known of it besides. */
export interface PageRecord {
  readonly url?: string;
  readonly html?: string;
  readonly text?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly published?: string;
  /** UTC instant, ISO 8601. */
  readonly fetchedAt?: string;
  /** Outlet or channel from which a post was forwarded. */
  readonly forwardedFrom?: string;
}

const FIELDS = ['url', 'html', 'text', 'outlet', 'title', 'published', 'fetchedAt', 'forwardedFrom'] as const;
type Field = (typeof FIELDS)[number];

/** Reads the bytes of one record. Unknown fields are left alone, `null` and blank fields count as absent. */
export function parsePageRecord(bytes: Uint8Array): StageResult<PageRecord> {
  const json = parseObject(bytes);
  if ('code' in json) return { value: undefined, issues: [json as Issue] };
  const issues: Issue[] = [];
  const fields: Partial<Record<Field, string>> = {};
  for (const name of FIELDS) {
    const value = (json as Record<string, unknown>)[name];
    if (typeof value === 'string' && value.trim() !== '') fields[name] = value;
    else if (typeof value !== 'string' && value !== undefined && value !== null) issues.push(wrongType(name));
  }
  if (fields.html === undefined && fields.text === undefined)
    issues.push(noPage(json as Record<string, unknown>));
  if (issues.some((issue) => issue.severity === 'fatal')) return { value: undefined, issues };
  return {
    value: { ...fields, ...checkedUrl(fields.url, issues), ...checkedInstant(fields.fetchedAt, issues) },
    issues,
  };
}

function parseObject(bytes: Uint8Array): object {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    return fatal('record.not_an_object', 'Cannot read the record: a line must hold one JSON object');
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return fatal('record.bad_json', `Cannot read the record: it is no JSON (${why})`);
  }
}

function wrongType(name: Field): Issue {
  const make = name === 'html' || name === 'text' ? fatal : warning;
  return make('record.bad_field', `Cannot use the field "${name}": it must be a string`);
}

function noPage(json: Record<string, unknown>): Issue {
  const blank = typeof json.html === 'string' || typeof json.text === 'string';
  if (blank) return fatal('extract.empty', 'Cannot extract a page: it has no letters');
  return fatal('record.no_page', 'Cannot add the record: it needs a field "html" or "text"');
}

function checkedUrl(url: string | undefined, issues: Issue[]): { url?: string | undefined } {
  if (url === undefined) return {};
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return { url };
  issues.push(
    warning('record.bad_url', `Cannot use the address "${url.slice(0, 200)}": it must be http or https`),
  );
  return { url: undefined };
}

function checkedInstant(value: string | undefined, issues: Issue[]): { fetchedAt?: string | undefined } {
  if (value === undefined) return {};
  const time = Date.parse(value);
  if (/^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(time))
    return { fetchedAt: new Date(time).toISOString() };
  issues.push(
    warning('record.bad_instant', `Cannot use fetchedAt "${value.slice(0, 60)}": it must be ISO 8601`),
  );
  return { fetchedAt: undefined };
}
