import type { Entity } from '../model/entity.js';
import { cut } from '../model/span.js';
import type { Document } from './document.js';
import { type EntityIndex, type Holder, holdsOn } from './entity_lookup.js';
import type { OfficeOf, RolePhrase } from './mention_roles.js';
import type { Titles } from './mention_titles.js';
import type { NameFound } from './names_known.js';
import { type SentenceWords, spanOf } from './sentence_words.js';

/** Offices that belong to a seat of power: «رئیس پنتاگون» is the minister of defence. */
const SEAT_OFFICES: ReadonlyMap<string, string> = new Map([
  ['head@org.pentagon', 'defence-minister@country.us'],
  ['head@org.white-house', 'president@country.us'],
  ['head@org.kremlin', 'president@country.ru'],
  ['leader@org.kremlin', 'president@country.ru'],
  ['leader@country.ir', 'supreme-leader@country.ir'],
]);
/** Offices that say nothing without a country or organisation. */
const VAGUE = new Set(
  'head deputy manager member commander secretary expert director player coach assistant adviser spokesperson minister deputy-minister candidate ambassador charge consul mp governor mayor prosecutor judge permanent-representative special-envoy leader deputy-commander king emir sultan secretary-general director-general intelligence-chief senator queen friday-imam'.split(
    ' ',
  ),
);

/** Who stands before a title in its sentence, by his title or by his name. */
export interface OfficeBearer {
  readonly office?: string;
  readonly person?: string;
}

/** Says who is meant by an office in one document. */
export class RoleResolver {
  readonly #index: EntityIndex;
  readonly #text: string;
  readonly #day: string | undefined;
  /** `office@of` → whom the document itself names with it. */
  readonly #named = new Map<string, string>();
  readonly #people = new Set<string>();
  readonly #made = new Map<string, Entity>();

  constructor(index: EntityIndex, { text, published }: Document) {
    this.#index = index;
    this.#text = text;
    this.#day = published?.slice(0, 10);
  }

  /** Remembers who is named beside which title, and who is spoken of. */
  learn(names: readonly NameFound[], titles: Titles): void {
    for (const name of names) {
      if (name.type === 'person') this.#people.add(name.id);
    }
    for (const [role, name] of titles) {
      const key = role.office === 'counterpart' ? undefined : this.#keyOf(role);
      const named = key === undefined ? undefined : namedKey(key, role);
      if (named !== undefined && !this.#named.has(named)) this.#named.set(named, name.id);
    }
  }

  /**
   * The id of whom a title alone means; undefined where it could be anybody. `head` is who stands before it in the
   * sentence: «همتای چینی خود» holds that one's office.
   */
  resolve(role: RolePhrase, words: SentenceWords, head?: OfficeBearer): string | undefined {
    if (role.office !== 'counterpart') return this.#resolved(role, words);
    const office = head?.office ?? (head?.person === undefined ? undefined : this.#officeOf(head.person));
    return office === undefined || role.of.kind === 'none'
      ? undefined
      : this.#resolved({ ...role, office }, words);
  }

  #resolved(role: RolePhrase, words: SentenceWords): string | undefined {
    const key = this.#keyOf(role);
    if (key === undefined) return undefined;
    const named = this.#named.get(namedKey(key, role));
    return named ?? this.#holder(key, role) ?? this.#roleOnly(key, role, words);
  }

  /** The office that a known person holds on the day of the article. */
  #officeOf(person: string): string | undefined {
    const day = this.#day;
    const offices = this.#index.officesOf.get(person) ?? [];
    const held =
      day === undefined
        ? offices.filter(({ to }) => to === undefined)
        : offices.filter((each) => holdsOn(each, day));
    return held[0]?.key.split('@')[0];
  }

  /** Entities that no gazetteer has. */
  entities(): ReadonlyMap<string, Entity> {
    return this.#made;
  }

  #keyOf({ office, of, tenure }: RolePhrase): string | undefined {
    const id = this.#idOf(of);
    if (id === undefined) return VAGUE.has(office) ? undefined : this.#bareKey(office);
    const name = tenure === 'elect' ? `${office}-elect` : office;
    const key = `${name}@${id}`;
    return SEAT_OFFICES.get(key) ?? key;
  }

  /**
   * An office without a country is that of the reader's country where the document names who holds it, else of whoever the
   * document named with it: of two presidents in one article, the bare title means one's own.
   */
  #bareKey(office: string): string | undefined {
    const home = this.#index.home === undefined ? office : `${office}@${this.#index.home}`;
    const atHome = this.#holder(home, { tenure: 'now' });
    if (atHome !== undefined && this.#people.has(atHome)) return home;
    for (const key of this.#named.keys()) if (key.startsWith(`${office}@`)) return key;
    return home;
  }

  #idOf(of: OfficeOf): string | undefined {
    if (of.kind === 'entity') return of.id;
    return of.kind === 'home' ? this.#index.home : undefined;
  }

  #holder(key: string, { tenure }: Pick<RolePhrase, 'tenure'>): string | undefined {
    const holders = this.#index.holders.get(key) ?? [];
    const day = this.#day;
    const isThen = (each: Holder): boolean =>
      day !== undefined &&
      (tenure === 'before' ? each.to !== undefined && each.to <= day : holdsOn(each, day));
    const isHere = ({ entry, from, to }: Holder): boolean =>
      this.#people.has(entry.id) || (tenure === 'now' && from === undefined && to === undefined);
    const then = day === undefined ? holders : holders.filter(isThen);
    const ids = new Set(
      (day === undefined || tenure === 'before' ? then.filter(isHere) : then).map(({ entry }) => entry.id),
    );
    return ids.size === 1 ? [...ids][0] : undefined;
  }

  /** «کاردار سفارت آلمان»: the country of an institution that no gazetteer has, `org.embassy.de`. */
  #sideOfInstitution(id: string | undefined): string | undefined {
    const country = `country.${/^org\.[\w-]+\.([\w-]+)$/u.exec(id ?? '')?.[1]}`;
    return this.#index.byId.has(country) ? country : undefined;
  }

  /** Nobody is known to hold it: the office itself is kept, under the words of the article. */
  #roleOnly(key: string, role: RolePhrase, words: SentenceWords): string {
    const id = `role.${role.tenure === 'before' ? 'former-' : ''}${key.replace('@', '.')}`;
    if (this.#made.has(id)) return id;
    const of = this.#idOf(role.of);
    const entry = of === undefined ? undefined : this.#index.byId.get(of);
    const side = entry === undefined ? this.#sideOfInstitution(of) : this.#index.sideOf(entry);
    const name = cut(this.#text, spanOf(words, role));
    this.#made.set(id, { id, type: 'person', name, known: false, ...(side !== undefined && { side }) });
    return id;
  }
}

/** Former holders are kept apart from those of today. */
function namedKey(key: string, { tenure }: RolePhrase): string {
  return tenure === 'before' ? `former ${key}` : key;
}
