import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source, SourceKind } from '../model/outlet.js';
import { type NamedJson, parseRegistry, type Registry } from '../sources/registry.js';
import { CliError } from './surroundings.js';

/** The operator's file that `sanad sources add` writes; everything else in the folder is left alone. */
const FILE = 'added_sources.json';

export interface Addition {
  readonly url: string;
  readonly kind: SourceKind;
  readonly outlet?: string | undefined;
  readonly outletName?: string | undefined;
}

interface AddedFile {
  readonly outlets?: readonly object[];
  readonly sources?: readonly object[];
}

/** Adds a source, and its outlet where that is new, to the operator's registry folder. */
export function addToRegistry(
  addition: Addition,
  { registry, folder }: { readonly registry: Registry; readonly folder: string },
): { readonly source: Source; readonly file: string } {
  const known = registry.sources.find(({ url }) => url === addition.url);
  if (known) throw new CliError(`Cannot add "${addition.url}": it is known as "${known.id}"`);
  const outlet = outletOf(addition, registry);
  const source = {
    id: freeId(`${outlet.id}-${addition.kind.replace('_', '-')}`, registry),
    outletId: outlet.id,
    kind: addition.kind,
    url: addition.url,
  };
  const file = join(folder, FILE);
  const before = readAdded(file);
  const after: AddedFile = {
    outlets: [...(before.outlets ?? []), ...(outlet.isNew ? [outlet.record] : [])],
    sources: [...(before.sources ?? []), source],
  };
  refuseUnusable({ name: file, json: after }, registry);
  mkdirSync(folder, { recursive: true });
  // Written beside and renamed: a reader never sees half a file.
  writeFileSync(`${file}.new`, `${JSON.stringify(after, undefined, 2)}\n`);
  renameSync(`${file}.new`, file);
  return { source, file };
}

interface ChosenOutlet {
  readonly id: string;
  readonly isNew: boolean;
  readonly record: object;
}

function outletOf({ url, outlet, outletName }: Addition, registry: Registry): ChosenOutlet {
  const known = outlet === undefined ? registry.outletByUrl(url) : registry.outletById(outlet);
  if (known) return { id: known.id, isNew: false, record: {} };
  const domain = new URL(url).hostname.replace(/^www\./, '');
  if (outletName === undefined) {
    const what =
      outlet === undefined ? `no outlet has the domain "${domain}"` : `no outlet has the id "${outlet}"`;
    throw new CliError(
      `Cannot add "${url}": ${what}; name a known one with --outlet <id> or a new one with --outlet-name <name>`,
    );
  }
  const id = outlet ?? freeOutletId(domain, registry);
  return { id, isNew: true, record: { id, name: outletName, domains: [domain] } };
}

/** `www.khabar-online.ir` → `khabar-online`. */
function freeOutletId(domain: string, registry: Registry): string {
  const name = domain.split('.').at(-2) ?? domain;
  return numbered(name.replace(/[^a-z0-9-]/g, '') || 'outlet', (id) => registry.outletById(id) !== undefined);
}

function freeId(wanted: string, registry: Registry): string {
  return numbered(wanted, (id) => registry.sources.some((source) => source.id === id));
}

function numbered(wanted: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  for (let number = 2; ; number++) if (!isTaken(`${wanted}-${number}`)) return `${wanted}-${number}`;
}

function readAdded(file: string): AddedFile {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as AddedFile;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return {};
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new CliError(`Cannot read "${file}": ${message}; mend or remove it`);
  }
}

/** What is written must be readable again, or the next start would fail. */
function refuseUnusable(file: NamedJson, { outlets }: Registry): void {
  const { issues } = parseRegistry([
    { name: 'known', json: { outlets: outlets.map(({ id, name }) => ({ id, name })) } },
    file,
  ]);
  if (issues.length > 0) throw new CliError(issues.map(({ message }) => message).join('\n'));
}
