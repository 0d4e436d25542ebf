import { fatal, type Issue, type StageResult } from '../model/issue.js';
import type { CmsFamily, Outlet, Source } from '../model/outlet.js';
import { type CmsProfile, type PageRule, type RegistryFile, registryFile } from './registry_schema.js';

export type { CmsProfile, PageRule, PageSelectors } from './registry_schema.js';

/** One data file, already read and parsed by the IO edge. */
export interface NamedJson {
  readonly name: string;
  readonly json: unknown;
}

/**
 * Everything that the program knows about publishers. Names are looked up elsewhere, by key: spelling is a
 * matter of the language (see `persian/outlet_names`), and this folder knows no language.
 */
export interface Registry {
  /** What it was made from, so that another thread can make the same. */
  readonly files: readonly NamedJson[];
  readonly outlets: readonly Outlet[];
  readonly sources: readonly Source[];
  readonly cmsProfiles: readonly CmsProfile[];
  outletById(id: string): Outlet | undefined;
  /** The outlet of an address or bare host: the longest registered domain that it lies under. */
  outletByUrl(url: string): Outlet | undefined;
  sourceById(id: string): Source | undefined;
  /** Name of the proxy through which an address is asked: the source's, else its outlet's; undefined: directly. */
  egressOf(asked: { readonly sourceId?: string | undefined; readonly url: string }): string | undefined;
  profileOf(family: CmsFamily): CmsProfile | undefined;
  /** Rules of one outlet for a page of a day (`YYYY-MM-DD`); without a day those that have no limits. */
  pageRulesOf(outletId: string, day: string | undefined): readonly PageRule[];
}

/**
 * Makes the registry from its data files. Later files add to earlier ones; an outlet, source or profile with
 * a known id changes the fields that it names. A file that does not fit the schema, or names an unknown
 * outlet, yields a fatal issue with the place of each fault, and no registry.
 */
export function parseRegistry(files: readonly NamedJson[]): StageResult<Registry> {
  const issues: Issue[] = [];
  const outlets = new Map<string, Outlet>();
  const sources = new Map<string, Source>();
  const profiles = new Map<CmsFamily, CmsProfile>();
  const rules: PageRule[] = [];
  for (const { name, json } of files) {
    const parsed = registryFile.safeParse(json);
    if (!parsed.success) {
      issues.push(
        ...parsed.error.issues.map((fault) => fileFault(name, fault.path.join('.'), fault.message)),
      );
      continue;
    }
    mergeById(outlets, parsed.data.outlets, json, 'outlets');
    mergeById(sources, parsed.data.sources, json, 'sources');
    for (const profile of parsed.data.cms) profiles.set(profile.family, profile);
    rules.push(...parsed.data.pageRules);
  }
  for (const { outletId } of [...sources.values(), ...rules]) {
    if (!outlets.has(outletId)) issues.push(fileFault('registry', outletId, 'no outlet has this id'));
  }
  if (issues.length > 0) return { value: undefined, issues };
  return { value: makeRegistry({ files, outlets, sources, profiles, rules }), issues };
}

interface Tables {
  readonly files: readonly NamedJson[];
  readonly outlets: ReadonlyMap<string, Outlet>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly profiles: ReadonlyMap<CmsFamily, CmsProfile>;
  readonly rules: readonly PageRule[];
}

function makeRegistry({ files, outlets, sources, profiles, rules }: Tables): Registry {
  const byDomain = new Map<string, Outlet>();
  for (const outlet of outlets.values()) {
    for (const domain of outlet.domains) byDomain.set(domain, outlet);
  }
  return {
    files,
    outlets: [...outlets.values()],
    sources: [...sources.values()],
    cmsProfiles: [...profiles.values()],
    outletById: (id) => outlets.get(id),
    outletByUrl: (url) => findByUrl(byDomain, url),
    sourceById: (id) => sources.get(id),
    egressOf({ sourceId, url }) {
      const source = sourceId === undefined ? undefined : sources.get(sourceId);
      const outlet = source === undefined ? findByUrl(byDomain, url) : outlets.get(source.outletId);
      const egress = source?.egress ?? outlet?.egress;
      return egress === 'direct' ? undefined : egress;
    },
    profileOf: (family) => profiles.get(family),
    pageRulesOf: (outletId, day) => rules.filter((rule) => rule.outletId === outletId && holdsOn(rule, day)),
  };
}

/**
 * `fa.abna24.com/news/1` is tried as `fa.abna24.com/news`, `fa.abna24.com`, `abna24.com/news`, `abna24.com`:
 * a longer host, and a host with its first path segment, say more than a shorter one.
 */
function findByUrl(byDomain: ReadonlyMap<string, Outlet>, url: string): Outlet | undefined {
  const match = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/)?(?:[^/@]*@)?([^/:?#]+)(:\d+)?(?:\/([^/?#]*))?/i.exec(
    url.slice(0, 2048),
  );
  if (!match?.[1]) return undefined;
  const labels = match[1].toLowerCase().replace(/\.$/, '').split('.');
  const port = match[2] ?? '';
  const segment = match[3]?.toLowerCase() ?? '';
  for (let from = 0; from < labels.length - 1; from++) {
    const host = labels.slice(from).join('.');
    const names = [`${host}${port}/${segment}`, `${host}${port}`, `${host}/${segment}`, host];
    for (const name of names) {
      const outlet = byDomain.get(name);
      if (outlet) return outlet;
    }
  }
  return undefined;
}

function holdsOn(rule: PageRule, day: string | undefined): boolean {
  if (day === undefined) return rule.from === undefined && rule.until === undefined;
  return (rule.from === undefined || rule.from <= day) && (rule.until === undefined || day <= rule.until);
}

/** Only the fields that a later file really writes change the record: defaults of the schema do not. */
function mergeById<Entry extends { readonly id: string }>(
  table: Map<string, Entry>,
  entries: readonly Entry[],
  json: unknown,
  list: keyof RegistryFile,
): void {
  const written = (json as Record<string, readonly object[]>)[list] ?? [];
  for (const [index, entry] of entries.entries()) {
    const known = table.get(entry.id);
    const given = Object.keys(written[index] ?? {}) as (keyof Entry)[];
    const changes = Object.fromEntries(given.map((key) => [key, entry[key]])) as Partial<Entry>;
    table.set(entry.id, known ? { ...known, ...changes } : entry);
  }
}

function fileFault(file: string, path: string, message: string): Issue {
  return fatal('sources.bad_file', `Cannot use "${file}": ${path || 'the file'}: ${message}`);
}
