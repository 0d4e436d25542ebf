import type { GazetteerEntry } from './gazetteer_schema.js';

/** Regions of ICU that are no countries: groups, test regions, unknown. */
const NO_COUNTRIES = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'ZZ',
  'AC',
  'CP',
  'DG',
  'EA',
  'IC',
  'TA',
  'CQ',
  'HV',
  'FX',
  'AN',
  'CS',
  'DD',
  'SU',
  'YU',
  'ZR',
  'BU',
  'TP',
  'NT',
  'YD',
  'VD',
  'RH',
  'DY',
  'NH',
  'UK',
]);
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Every country and territory that ICU names in Persian: `country.ru` «روسیه», `country.kp` «کرهٔ شمالی». */
export function countriesOfIcu(): readonly GazetteerEntry[] {
  const persian = new Intl.DisplayNames('fa', { type: 'region', fallback: 'none' });
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).flatMap((code) => {
    const name = NO_COUNTRIES.has(code) ? undefined : persian.of(code);
    if (name === undefined) return [];
    const nameEn = english.of(code);
    const id = `country.${code.toLowerCase()}`;
    const names = {
      id,
      type: 'place' as const,
      kind: 'country',
      name,
      ...(nameEn !== undefined && { nameEn }),
    };
    return [{ ...names, variants: [], wordLike: [], sourceOnly: [], adjectives: [], country: id, roles: [] }];
  });
}

/** What the table of everyday names says goes first; the ICU name stays as a further spelling. */
export function withIcuName(entry: GazetteerEntry, icu: GazetteerEntry | undefined): GazetteerEntry {
  if (icu === undefined) return entry;
  const known = [entry.name, ...entry.variants, ...entry.wordLike];
  const variants = known.includes(icu.name) ? entry.variants : [...entry.variants, icu.name];
  return { ...entry, variants, ...(icu.nameEn !== undefined && { nameEn: icu.nameEn }) };
}
