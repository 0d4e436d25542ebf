import type { Entity, Mention } from '../model/entity.js';
import { cut } from '../model/span.js';
import type { Speaker } from '../model/statement.js';
import { keyOf } from '../persian/keys.js';
import { MEMORY_WORDS } from './memory_words.js';
import type { Segment } from './speaker_region.js';
import type { SpeakerPhrase } from './speaker_view.js';
import { KIN } from './speaker_words.js';
import { spanOf, type WordBlock } from './statement_words.js';

/** Somebody who has spoken in the article. */
interface Known {
  name: string;
  keys: readonly string[];
  entity?: string;
  readonly kind: 'person' | 'org' | 'unnamed';
  role?: ReadonlySet<string>;
  /** The paragraph in which only somebody else's speech told what he says. */
  nestedIn?: object;
  /** Known by office alone so far. */
  isNameless?: boolean;
}

/** What a phrase is resolved with. */
export interface Resolving {
  readonly view: WordBlock;
  readonly entityOf: (mention: Mention) => Entity | undefined;
  /** «افزود», «ادامه داد»: the same one goes on. */
  readonly continues: boolean;
  /** Speaks inside the speech of another: is not who «وی» means after it. */
  readonly isNested: boolean;
  /** Inside direct speech: «او» is anybody but who speaks. */
  readonly isInsideOwn: boolean;
  /** Named by a formula in passing. */
  readonly passing: boolean;
}

/**
 * Who is speaking in an article. Pronouns and «این مقام» mean the current speaker; it survives paragraphs and what
 * stands between them, and ends with the part of a page that tells of something else.
 */
export class SpeakerMemory {
  #known: Known[] = [];
  #current: Known | undefined;
  #currentOrg: Known | undefined;

  /** Makes a speaker of a phrase and remembers him. */
  resolve(phrase: SpeakerPhrase, resolving: Resolving): Speaker {
    const known = this.#find(phrase, resolving);
    this.#remember(known, resolving);
    const { view } = resolving;
    const span = spanOf(view, phrase.name.from, phrase.name.to);
    const role = phrase.role === undefined ? undefined : spanOf(view, phrase.role.from, phrase.role.to);
    return {
      name: known?.name ?? text(view, phrase.name),
      ...(known?.entity !== undefined && { entity: known.entity }),
      ...(span && { span }),
      via: phrase.via,
      ...(role && { role }),
    };
  }

  /** The current speaker, where the sentence names none; «معتقدند» of nobody named is not the one, or the body, that spoke last. */
  implicit(plural: boolean): Speaker | undefined {
    const current = this.#current;
    if (current === undefined || (plural && current.kind !== 'unnamed')) return undefined;
    return {
      name: current.name,
      ...(current.entity !== undefined && { entity: current.entity }),
      via: 'implicit',
    };
  }

  /** Somebody named as a subject before anybody spoke, whom a first «وی» means. */
  suggest(mention: Mention, entity: Entity | undefined, letters: string): void {
    if (this.#current !== undefined) return;
    const name = entity?.name ?? letters;
    const known: Known = {
      name,
      keys: keyOf(name).split(' '),
      kind: 'person',
      ...(mention.entity !== undefined && { entity: mention.entity }),
    };
    this.#known.push(known);
    this.#current = known;
  }

  #remember(known: Known | undefined, { isNested, passing, view }: Resolving): void {
    if (known === undefined) return;
    if (!this.#known.includes(known)) {
      this.#known.push(known);
      if (isNested) known.nestedIn = view.block;
    }
    if (!isNested) delete known.nestedIn;
    if (isNested || (passing && this.#current !== undefined && known.kind !== 'person')) return;
    this.#current = known;
    if (known.kind === 'org') this.#currentOrg = known;
  }

  #find(phrase: SpeakerPhrase, resolving: Resolving): Known | undefined {
    if (phrase.via === 'pronoun')
      return this.#meant(resolving) ?? this.#meantOutside(resolving, resolving.view.keys[phrase.from] ?? '');
    if (phrase.pointing) return this.#pointedAt(phrase, resolving);
    const { view, entityOf } = resolving;
    const entity = phrase.mention === undefined ? undefined : entityOf(phrase.mention);
    const keys = view.keys.slice(phrase.name.from, phrase.name.to);
    if (phrase.via === 'role') return this.#holder(phrase, entity, resolving);
    const kind = phrase.via === 'name' ? 'person' : phrase.via === 'org' ? 'org' : 'unnamed';
    const same = this.#sameAs({ keys, kind, entity: entity?.id });
    const known = same ??
      this.#nameless(phrase) ?? {
        name: '',
        keys,
        kind,
      };
    if (known !== same)
      Object.assign(known, {
        name: entity?.name ?? text(view, phrase.name),
        keys,
        isNameless: false,
        ...(entity && { entity: entity.id }),
      });
    if (phrase.role !== undefined) known.role = contentWords(view, phrase.role);
    return known;
  }

  /** Whoever spoke under this name; unnamed sources are the same only in the same words. */
  #sameAs({
    keys,
    kind,
    entity,
  }: Pick<Known, 'keys' | 'kind'> & { entity: string | undefined }): Known | undefined {
    const isSame = (known: readonly string[]): boolean =>
      kind === 'unnamed' ? known.join(' ') === keys.join(' ') : isSameName(known, keys);
    return this.#known.find(
      (each) => (entity !== undefined && each.entity === entity) || (each.kind === kind && isSame(each.keys)),
    );
  }

  /** «او» is one person, where one spoke: not «قانون‌گذاران» who spoke after him. */
  #meantOutside({ isInsideOwn }: Resolving, pronoun: string): Known | undefined {
    if (isInsideOwn) return undefined;
    const last = this.#lastPerson() ?? this.#current;
    const isMany = last?.kind === 'unnamed' && /(?:ان|ها|های)$/.test(last.keys[0] ?? '');
    const isOne = pronoun === 'او' || pronoun === 'وی';
    return (isMany && isOne ? this.#known.findLast(({ kind }) => kind === 'person') : undefined) ?? last;
  }

  /** «معاون وزیر … خبر داد. محمود عباسی گفت: …»: a name without a title after an office without a name. */
  #nameless(phrase: SpeakerPhrase): Known | undefined {
    const current = this.#current;
    const isPlain = phrase.via === 'name' && phrase.role === undefined;
    return isPlain && current?.isNameless === true ? current : undefined;
  }

  /** Who holds an office: the entity that the mention names, else who was introduced with these words. */
  #holder(phrase: SpeakerPhrase, entity: Entity | undefined, resolving: Resolving): Known {
    const { view, continues, isNested } = resolving;
    const words = contentWords(view, phrase);
    const byEntity = entity === undefined ? undefined : this.#known.find((each) => each.entity === entity.id);
    const byRole = this.#known.find(({ role }) => role !== undefined && isWithin(words, role));
    const current = this.#current;
    const isUnknown = entity === undefined || entity.id.startsWith('role.');
    const goesOn =
      (continues || (!isNested && this.#isUnlisted(current))) &&
      !/^(?:نیز|هم)$/.test(view.keys[phrase.to] ?? '') &&
      view.words[phrase.from - 1]?.sentence !== view.words[phrase.from]?.sentence &&
      isUnknown &&
      !KIN.has(view.keys[phrase.from] ?? '') &&
      current?.kind === 'person' &&
      (current.role === undefined || this.#isAlone(current));
    const same = byEntity ?? byRole ?? (goesOn ? current : undefined);
    if (same !== undefined) {
      same.role ??= words;
      return same;
    }
    return {
      name: entity !== undefined && !entity.id.startsWith('role.') ? entity.name : text(view, phrase.name),
      keys: view.keys.slice(phrase.name.from, phrase.name.to),
      kind: 'person',
      role: words,
      isNameless: entity === undefined || entity.id.startsWith('role.'),
      ...(entity !== undefined && { entity: entity.id }),
    };
  }

  /** «ایشان» inside somebody's speech is another person whom that speech named. */
  #meant({ isNested, view: { block } }: Resolving): Known | undefined {
    if (!isNested) return undefined;
    return [...this.#known]
      .reverse()
      .find((each) => each.kind === 'person' && each !== this.#current && each.nestedIn === block);
  }

  /** Whether a person is known from this article alone: the gazetteer does not tell his office. */
  #isUnlisted(known: Known | undefined): boolean {
    return known?.role === undefined && known?.entity?.startsWith('person.') === true;
  }

  /** Whether nobody else with a name has spoken so far. */
  #isAlone(current: Known): boolean {
    return (
      current.isNameless !== true &&
      this.#known.every((each) => each === current || each.kind !== 'person' || each.nestedIn !== undefined)
    );
  }

  #pointedAt(phrase: SpeakerPhrase, { view }: Resolving): Known | undefined {
    if (phrase.via === 'org')
      return this.#sameKind(phrase, view) ?? this.#currentOrg ?? this.#authorOf(phrase, view);
    if (phrase.via === 'unnamed') {
      const unnamed = [...this.#known].reverse().find(({ kind }) => kind === 'unnamed');
      return unnamed ?? { name: text(view, phrase), keys: [], kind: 'unnamed' };
    }
    return this.#lastPerson() ?? this.#current;
  }

  /** «این بیانیه» of a person is his; «این مؤسسه» is no person. */
  #authorOf({ from, to }: SpeakerPhrase, { keys }: WordBlock): Known | undefined {
    const isText = keys.slice(from, to).some(MEMORY_WORDS.texts.has);
    return isText || this.#current?.kind !== 'person' ? this.#current : undefined;
  }

  /** «این خبرگزاری»: the last medium; «این کمیته»: the last body of that kind. */
  #sameKind({ from, to }: SpeakerPhrase, { keys }: WordBlock): Known | undefined {
    const nouns = keys.slice(from + 1, to);
    const isMedium = nouns.some(MEMORY_WORDS.media.has);
    return [...this.#known]
      .reverse()
      .find(
        (each) =>
          each.kind === 'org' &&
          (nouns.some((noun) => each.keys.includes(noun)) ||
            (isMedium && each.entity?.startsWith('outlet.') === true)),
      );
  }

  #lastPerson(): Known | undefined {
    if (this.#current !== undefined && this.#current.kind !== 'org') return this.#current;
    return [...this.#known].reverse().find(({ kind }) => kind === 'person');
  }
}

function text(view: WordBlock, { from, to }: Segment): string {
  const span = spanOf(view, from, to);
  return span === undefined
    ? ''
    : cut(view.text, span)
        .replace(/[«»"“”]/g, '')
        .replace(/\s+/g, ' ');
}

function contentWords(view: WordBlock, { from, to }: Segment): ReadonlySet<string> {
  return new Set(
    view.keys
      .slice(from, to)
      .filter((key) => !MEMORY_WORDS.weak.has(key))
      .map((key) => (key === 'سخنگوی' ? 'سخنگو' : key)),
  );
}

function isWithin(words: ReadonlySet<string>, role: ReadonlySet<string>): boolean {
  if (words.size === 0) return false;
  for (const word of words) if (!role.has(word)) return false;
  return true;
}

/** A surname is its owner, the first of two as well («شهیدی» for «محمدعلی شهیدی محلاتی»); two full names are the same when one holds the other. */
function isSameName(known: readonly string[], found: readonly string[]): boolean {
  if (known.length === 0 || found.length === 0) return false;
  const longer = known.length >= found.length ? known : found;
  const shorter = known.length >= found.length ? found : known;
  const isMiddle = shorter.length === 1 && longer.length >= 3 && longer.at(-2) === shorter[0];
  return (
    isMiddle ||
    longer.join(' ').endsWith(shorter.join(' ')) ||
    (shorter.length > 1 && longer.join('').endsWith(shorter.join(''))) ||
    (shorter.length > 1 && shorter.every((key) => longer.includes(key)))
  );
}
