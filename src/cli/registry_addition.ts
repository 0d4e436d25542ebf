import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Source, SourceKind } from '../model/outlet.js';
import { parseRegistry, type Registry } from '../sources/registry.js';
import { CliError } from './surroundings.js';

/** The operator's file that `sanad sources add` writes; everything else in the folder is left alone. */
const FILE = 'added_sources.json';

export interface Addition {
  readonly url: string;
  readonly kind: SourceKind;
  readonly outlet?: string | undefined;
  readonly outletName?: string | undefined;
  /** The outlet's own address, where it differs from the source's. */
  readonly siteUrl?: string | undefined;
  readonly folders?: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
}

interface AddedFile {
  readonly outlets?: readonly object[];
  readonly sources?: readonly { readonly id?: string }[];
}

/** What became of a list of additions. */
export interface AdditionReport {
  readonly file: string;
  readonly added: readonly Source[];
  /** Addresses that a source has already, and its id. */
  readonly known: readonly { readonly url: string; readonly id: string }[];
  readonly refused: readonly { readonly url: string; readonly why: string }[];
}

/** Adds a source, and its outlet where that is new, to the operator's registry folder. */
export function addToRegistry(
  addition: Addition,
  place: RegistryPlace,
): { readonly source: Source; readonly file: string } {
  const { added, known, refused, file } = addAllToRegistry([addition], place);
  const [source] = added;
  if (source !== undefined) return { source, file };
  const why = refused[0]?.why ?? `it is known as "${known[0]?.id}"`;
  throw new CliError(`Cannot add "${addition.url}": ${why}`);
}

interface RegistryPlace {
  readonly registry: Registry;
  readonly folder: string;
}

/** What adding many sources would come to; writes nothing. */
export function planAdditions(
  additions: readonly Addition[],
  { registry, folder }: RegistryPlace,
): AdditionReport {
  const { added, known, refused } = draftOf(additions, registry);
  return { file: join(folder, FILE), added, known, refused };
}

function draftOf(additions: readonly Addition[], registry: Registry): RegistryDraft {
  const draft = new RegistryDraft(registry);
  for (const addition of additions) draft.add(addition);
  return draft;
}

/** Adds many sources in one writing; those that are known or cannot be used are told and left out. */
export function addAllToRegistry(
  additions: readonly Addition[],
  { registry, folder }: RegistryPlace,
): AdditionReport {
  const file = join(folder, FILE);
  const before = readAdded(file);
  const draft = draftOf(additions, registry);
  if (draft.added.length > 0) {
    writeAdded(file, {
      outlets: [...(before.outlets ?? []), ...draft.outlets],
      sources: [...(before.sources ?? []), ...draft.added],
    });
  }
  const { added, known, refused } = draft;
  return { file, added, known, refused };
}

/** Takes a source out of the operator's file; false when it is not in there. */
export function removeFromRegistry(id: string, folder: string): boolean {
  const file = join(folder, FILE);
  const before = readAdded(file);
  const sources = (before.sources ?? []).filter((source) => source.id !== id);
  if (sources.length === (before.sources ?? []).length) return false;
  writeAdded(file, { ...before, sources });
  return true;
}

function writeAdded(file: string, content: AddedFile): void {
  mkdirSync(dirname(file), { recursive: true });
  // Written beside and renamed: a reader never sees half a file.
  writeFileSync(`${file}.new`, `${JSON.stringify(content, undefined, 2)}\n`);
  renameSync(`${file}.new`, file);
}

/** The registry with what is to be added: ids and domains of earlier additions count for later ones. */
class RegistryDraft {
  readonly #registry: Registry;
  readonly #outlets = new Map<string, NewOutlet>();
  readonly #urls: Map<string, string>;
  readonly #ids: Set<string>;
  readonly added: Source[] = [];
  readonly known: { url: string; id: string }[] = [];
  readonly refused: { url: string; why: string }[] = [];

  constructor(registry: Registry) {
    this.#registry = registry;
    this.#urls = new Map(registry.sources.map(({ url, id }) => [url, id]));
    this.#ids = new Set(registry.sources.map(({ id }) => id));
  }

  get outlets(): readonly NewOutlet[] {
    return [...this.#outlets.values()];
  }

  add(addition: Addition): void {
    const { url } = addition;
    const id = this.#urls.get(url);
    if (id !== undefined) {
      this.known.push({ url, id });
      return;
    }
    try {
      this.#take(addition);
    } catch (cause) {
      if (!(cause instanceof CliError)) throw cause;
      this.refused.push({ url, why: cause.message });
    }
  }

  #take(addition: Addition): void {
    const outlet = this.#outletOf(addition);
    const { url, kind, folders = [], attributes = {} } = addition;
    const id = numbered(`${outlet.id}-${kind.replace('_', '-')}`, (each) => this.#ids.has(each));
    const source: Source = {
      id,
      outletId: outlet.id,
      kind,
      url,
      ...(folders.length > 0 && { folders }),
      ...(Object.keys(attributes).length > 0 && { attributes }),
    };
    refuseUnusable(source, outlet);
    if (outlet.isNew) this.#outlets.set(outlet.id, outlet.record);
    this.#ids.add(id);
    this.#urls.set(url, id);
    this.added.push(source);
  }

  #outletOf({ url, outlet, outletName, siteUrl }: Addition): ChosenOutlet {
    const registry = this.#registry;
    const domain = domainOf(siteUrl ?? url) ?? domainOf(url);
    if (domain === undefined) throw new CliError('it is no http(s) address');
    const known =
      outlet === undefined
        ? (registry.outletByUrl(url) ?? registry.outletByUrl(siteUrl ?? url))
        : registry.outletById(outlet);
    if (known) return { id: known.id, isNew: false, record: known };
    const drafted = [...this.#outlets.values()].find(({ domains }) => domains.includes(domain));
    if (drafted) return { id: drafted.id, isNew: false, record: drafted };
    if (outletName === undefined) {
      const what =
        outlet === undefined ? `no outlet has the domain "${domain}"` : `no outlet has the id "${outlet}"`;
      throw new CliError(
        `${what}; name a known one with --outlet <id> or a new one with --outlet-name <name>`,
      );
    }
    const id = outlet ?? this.#freeOutletId(domain);
    return { id, isNew: true, record: { id, name: outletName, domains: [domain] } };
  }

  /** `khabar-online.ir` → `khabar-online`. */
  #freeOutletId(domain: string): string {
    const name = (domain.split('.').at(-2) ?? domain).replace(/[^a-z0-9-]/g, '').replace(/^-+/, '');
    return numbered(
      name || 'outlet',
      (id) => this.#registry.outletById(id) !== undefined || this.#outlets.has(id),
    );
  }
}

interface NewOutlet {
  readonly id: string;
  readonly name: string;
  readonly domains: readonly string[];
}

interface ChosenOutlet {
  readonly id: string;
  readonly isNew: boolean;
  readonly record: NewOutlet;
}

function domainOf(url: string): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) return undefined;
  return parsed.host.replace(/^www\./, '');
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
function refuseUnusable(source: Source, { record: { id, name, domains } }: ChosenOutlet): void {
  const { issues } = parseRegistry([
    { name: 'the addition', json: { outlets: [{ id, name, domains }], sources: [source] } },
  ]);
  if (issues.length > 0) throw new CliError(issues.map(({ message }) => message).join('; '));
}
