/** A record of the pipe after parsing: an object with whatever the line held. */
export type PipeRecord = Readonly<Record<string, unknown>>;

/** A stage of the pipe: takes one record, returns the fields of its answer. Throws `PipeError` on bad fields. */
export type PipeStage = (record: PipeRecord) => object | Promise<object>;

/** Something wrong with one record; it becomes that record's answer and the pipe goes on. */
export class PipeError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** One line to answer; `text` is absent when the line was too long to keep. */
export interface PipeLine {
  readonly number: number;
  readonly text: string | undefined;
}

/** The answer to one line as one line of JSON, without line end. Never throws. */
export async function answerLine(stage: PipeStage, line: PipeLine): Promise<string> {
  const record = parseRecord(line);
  if (record instanceof PipeError)
    return JSON.stringify({ id: null, line: line.number, ...errorFields(record) });
  const id = typeof record.id === 'string' || typeof record.id === 'number' ? record.id : null;
  try {
    return JSON.stringify({ id, ...(await stage(record)) });
  } catch (cause) {
    return JSON.stringify({ id, ...(id === null ? { line: line.number } : {}), ...errorFields(cause) });
  }
}

function parseRecord(line: PipeLine): PipeRecord | PipeError {
  if (line.text === undefined)
    return new PipeError('line_too_long', `Cannot read line ${line.number}: it is too long`);
  try {
    const value: unknown = JSON.parse(line.text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as PipeRecord;
    return new PipeError('not_an_object', `Cannot read line ${line.number}: it must hold one JSON object`);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return new PipeError('bad_json', `Cannot parse line ${line.number} as JSON: ${why}`);
  }
}

function errorFields(cause: unknown): object {
  if (cause instanceof PipeError) return { error: { code: cause.code, message: cause.message } };
  return { error: { code: 'internal', message: cause instanceof Error ? cause.message : String(cause) } };
}

/** A required string field. */
export function textField(record: PipeRecord, name: string): string {
  const value = optionalTextField(record, name);
  if (value === undefined)
    throw new PipeError('missing_field', `Cannot use the record: the field "${name}" is missing`);
  return value;
}

/** A string field that may be absent; `null` equals absent. */
export function optionalTextField(record: PipeRecord, name: string): string | undefined {
  const value = record[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') {
    throw new PipeError(
      'bad_field',
      `Cannot use the field "${name}": it must be a string, not ${typeof value}`,
    );
  }
  return value;
}
