import type { Outlet } from '../model/outlet.js';
import { keyOf } from '../persian/keys.js';
import type { Registry } from '../sources/registry.js';

/** Who an outlet's name, id or domain stands for, so that «ایسنا», `isna` and `isna.ir` are one. */
export interface OutletIdentity {
  /** Registry id where known, else the key of the name. */
  readonly id: string;
  /** Publisher family; an outlet without one is a family of its own. */
  readonly family: string;
  readonly isAgency: boolean;
  /** Writes in another language: who prints its words in Persian has them translated. */
  readonly isForeign: boolean;
  readonly name: string;
  /** Whether the registry has it. */
  readonly isKnown: boolean;
}

export type IdentifyOutlet = (outlet: string) => OutletIdentity;

/** Makes the resolver of a registry; without one every spelling is an outlet of its own. */
export function outletIdentifier(registry?: Registry): IdentifyOutlet {
  const byName = new Map<string, Outlet>();
  for (const outlet of registry?.outlets ?? []) {
    for (const name of [
      outlet.id,
      outlet.name,
      ...outlet.aliases,
      ...(outlet.nameEn ? [outlet.nameEn] : []),
    ]) {
      const key = keyOf(name);
      if (!byName.has(key)) byName.set(key, outlet);
    }
  }
  const channels = channelsOf(registry);
  const known = new Map<string, OutletIdentity>();
  return (name) => {
    const remembered = known.get(name);
    if (remembered) return remembered;
    const outlet =
      registry?.outletById(name) ??
      byName.get(keyOf(name)) ??
      registry?.outletByUrl(name) ??
      channels.get(name.toLowerCase()) ??
      registry?.outletById(HANDLE.exec(name)?.[1]?.toLowerCase() ?? '');
    const id = outlet?.id ?? (keyOf(name) || name);
    const identity: OutletIdentity = {
      id,
      family: outlet?.family ?? id,
      isAgency: outlet?.kind === 'agency',
      isForeign: outlet?.country !== undefined && !PERSIAN_COUNTRIES.has(outlet.country),
      name: outlet?.name ?? name,
      isKnown: outlet !== undefined,
    };
    if (known.size < MOST_NAMES) known.set(name, identity);
    return identity;
  };
}

/** What outlets add to their name in the handle of a channel: `farsna`, `isna94`, `irna_1313`, `mehrnews`. */
const HANDLE = /^([a-z]{3,}?)_?(?:na|news|agency|newsagency|plus|fa|ir|official|channel)?_?\d*$/i;

/** Outlets by the handles of the channels that the registry lists, in small letters. */
function channelsOf(registry: Registry | undefined): ReadonlyMap<string, Outlet> {
  const channels = new Map<string, Outlet>();
  for (const { kind, url, outletId } of registry?.sources ?? []) {
    const handle = kind === 'channel' ? /([A-Za-z0-9_]+)\/?$/.exec(url)?.[1] : undefined;
    const outlet = handle === undefined ? undefined : registry?.outletById(outletId);
    if (handle !== undefined && outlet) channels.set(handle.toLowerCase(), outlet);
  }
  return channels;
}

const PERSIAN_COUNTRIES = new Set(['IR', 'AF', 'TJ']);

/** Names come from texts too; a memory without bound would grow with them. */
const MOST_NAMES = 20_000;
