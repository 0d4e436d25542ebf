import { existsSync } from 'node:fs';
import { type Input, readInputFile, readInputStream } from '../collect/inputs.js';
import type { Config } from '../config.js';
import { type ExtractResult, STAGE } from '../extract/extract_page.js';
import type { TraceStep } from '../extract/trace.js';
import type { FetchedPage } from '../model/fetched_page.js';
import { cut } from '../model/span.js';
import { readArticlePage } from '../pipeline/article_page.js';
import { loadGazetteer } from '../pipeline/load_gazetteer.js';
import { readGuarded } from '../pipeline/read_guarded.js';
import { sectionOf } from '../pipeline/section_of.js';
import type { Registry } from '../sources/registry.js';
import { openStore } from '../store/open_store.js';
import { counted } from './counted.js';
import { explainAnalysis } from './explain_analysis.js';
import { fetchInput, isAddress } from './fetch_input.js';
import { readRegistry } from './open_pipeline.js';
import { CliError, type Surroundings } from './surroundings.js';

export interface ExplainArguments {
  /** A file, `file:line` for one record, an address, or `-`. */
  readonly input: string;
  readonly json: boolean;
}

/** Shows how one page is read: what came in, what was kept and dropped by which rule, what it became, who says what in it. */
export async function explain(
  args: ExplainArguments,
  config: Config,
  surroundings: Surroundings,
): Promise<void> {
  const input = isAddress(args.input)
    ? await fetchInput(args.input, surroundings.clock)
    : await readOneInput(args.input);
  if (input.issue) throw new CliError(input.issue.message);
  const page: FetchedPage = { ...input, body: input.bytes, fetchedAt: surroundings.clock() };
  const registry = readRegistry(config.registryFolder);
  print({ ...page, name: input.name, result: await readGuarded({ page }, registry) }, args.json, {
    registry,
    config,
  });
}

/** The same for the page of a stored article, with what the other pages of its host said of its lines. */
export async function explainArticle(
  args: { readonly articleId: number; readonly json: boolean },
  config: Config,
): Promise<void> {
  const store = await openStore({ ...config, applicationName: 'sanad explain' });
  try {
    const registry = readRegistry(config.registryFolder);
    const stored = await readArticlePage({ store, registry }, args.articleId);
    if (stored === undefined)
      throw new CliError(`Cannot explain article ${args.articleId}: there is none of that number`);
    const name = stored.page.url ?? stored.page.inputName ?? `article ${args.articleId}`;
    print({ ...stored.page, name, result: stored.result }, args.json, { registry, config });
  } finally {
    await store.close();
  }
}

interface ReadInput extends Pick<FetchedPage, 'format' | 'body'> {
  readonly name: string;
  readonly result: ExtractResult;
}

function print(
  input: ReadInput,
  asJson: boolean,
  { registry, config }: { readonly registry: Registry; readonly config: Config },
): void {
  const { openLines: _, ...result } = input.result;
  if (asJson) {
    console.log(JSON.stringify({ input: input.name, stage: STAGE, ...result }, undefined, 2));
    return;
  }
  const section = result.value ? sectionOf(result.value.category) : undefined;
  for (const line of explainLines(input, section)) console.log(line);
  if (!result.value) return;
  const { value: gazetteer, issues } = loadGazetteer(registry.outlets, config.registryFolder);
  if (!gazetteer) throw new CliError(issues.map(({ message }) => message).join('; '));
  for (const line of explainAnalysis(result.value, { registry, gazetteer })) console.log(line);
}

/** Reads a file; of records the first, or the one whose line is named (`posts.jsonl:17`). */
async function readOneInput(named: string): Promise<Input> {
  const [, path, line] = existsSync(named) ? [] : (named.match(/^(.+):(\d+)$/) ?? []);
  const wanted = path === undefined ? undefined : `${path}:${line}`;
  const inputs = named === '-' ? readInputStream(process.stdin, { name: '-' }) : readInputFile(path ?? named);
  for await (const input of inputs) {
    if (wanted === undefined || input.name === wanted || input.issue) return input;
  }
  throw new CliError(`Cannot explain "${named}": the file has no such record`);
}

function explainLines({ name, format, body, result }: ReadInput, section: string | undefined): string[] {
  const { value, issues, trace } = result;
  const isText = !issues.some(({ code }) => code === 'decode.binary');
  const head = [`input    ${name}: ${isText ? format : 'no text'}, ${counted(body.length, 'byte')}`];
  const stage = `${STAGE.name} ${STAGE.version}`;
  const problems = issues.map((issue) => `issue    ${issue.severity} ${issue.code}: ${issue.message}`);
  if (!value)
    return [...head, `stage    ${stage}: no result, the page would wait in quarantine`, ...problems];
  return [
    ...head,
    `stage    ${stage}`,
    ...trace.filter((step) => step.decision !== 'field').map((step) => traceLine(step, value.text)),
    ...trace.filter((step) => step.decision === 'field').map((step) => traceLine(step, value.text)),
    ...problems,
    `result   ${value.kind}: ${counted(value.body.length, 'body block')} kept, ${counted(value.boilerplate.length, 'block')} dropped${
      section ? `, section ${section}` : ''
    }`,
  ];
}

const LONGEST_LETTERS = 90;

/** `dropped  ticker             box/run-on  0..816   «تأکید پزشکیان …»`. */
function traceLine(step: TraceStep, text: string): string {
  const range = step.span ? `${step.span.start}..${step.span.end}` : '';
  const detail = step.decision === 'field' || step.detail === step.decision ? '' : (step.detail ?? '');
  const letters = step.span ? `«${shorten(cut(text, step.span))}»` : '';
  const shown = step.decision === 'field' ? `${step.detail ?? ''}${letters ? ` ${letters}` : ''}` : letters;
  return `${step.decision.padEnd(8)} ${detail.padEnd(13)} ${step.rule.padEnd(26)} ${range.padEnd(12)} ${shown}`;
}

function shorten(letters: string): string {
  const line = letters.replace(/\s+/g, ' ');
  return line.length <= LONGEST_LETTERS ? line : `${line.slice(0, LONGEST_LETTERS - 1)}…`;
}
