import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut } from '../model/span.js';
import { parseGazetteer } from '../sources/gazetteer.js';
import { readDocument } from './document.js';
import { LABEL_WORDS } from './label_words.js';
import { LEADING_WORDS } from './leading_words.js';
import { MEMORY_WORDS } from './memory_words.js';
import { findMentions } from './mentions.js';
import { NAME_WORDS } from './name_words.js';
import { OBJECT_WORDS } from './object_words.js';
import { PHRASE_WORDS } from './phrase_words.js';
import { PLACE_WORDS } from './place_words.js';
import { PREDICATE_WORDS } from './predicate_words.js';
import { ROLE_WORDS } from './role_words.js';
import { SPEAKER_WORDS } from './speaker_words.js';
import { findStatements } from './statement_find.js';
import { SUBJECT_WORDS } from './subject_words.js';
import type { WordRule } from './word_rules.js';

/** An invented world: two countries, a minister, an organisation and a medium. */
const WORLD = {
  home: 'کاجستان',
  entities: [
    { id: 'geo.kajestan', type: 'place', kind: 'country', name: 'کاجستان', adjectives: ['کاجی'] },
    { id: 'geo.moria', type: 'place', kind: 'country', name: 'موریا', adjectives: ['موریایی'] },
    { id: 'geo.sarvab', type: 'place', kind: 'capital', name: 'سروآب', country: 'کاجستان' },
    {
      id: 'per.orlan',
      type: 'person',
      name: 'یوری اورلان',
      variants: ['اورلان'],
      country: 'موریا',
      roles: [{ role: 'foreign-minister', of: 'موریا' }],
    },
    { id: 'org.sarv', type: 'organisation', name: 'سازمان سرو', country: 'کاجستان' },
    { id: 'outlet.avand', type: 'organisation', kind: 'outlet', name: 'آوند', variants: ['آوند'] },
  ],
};

const OFFICES = `
foreign-minister | وزیر خارجه | وزرای خارجه
spokesperson | سخنگو | سخنگویان
counterpart | همتا | همتایان`;

const { value: gazetteer } = parseGazetteer([
  { name: 'offices', table: 'offices', text: OFFICES },
  { name: 'institutions', table: 'institutions', text: 'mfa | وزارت خارجه' },
  { name: 'world', table: 'gazetteer', json: WORLD },
]);

function read(text: string) {
  assert.ok(gazetteer);
  const document = readDocument({ text, published: '2024-05-12T14:30:00Z' });
  const mentions = findMentions(document, gazetteer);
  return { mentions: mentions.mentions, statements: findStatements(document, mentions) };
}

/** Who speaks and how he is named: `کاوه رنجبر (name) → خبرنگاران`; «–» is nobody. */
function speakersIn(text: string): readonly string[] {
  return read(text).statements.map(({ speaker, coSpeakers, addressee }) => {
    const all = [speaker, ...coSpeakers].map((each) => (each ? `${each.name} (${each.via})` : '–'));
    return all.join(' + ') + (addressee ? ` → ${addressee.name}` : '');
  });
}

/** What is said by whom: `وزیر نیرو: سدها پر است`. */
function contentsIn(text: string): readonly string[] {
  return read(text).statements.map(
    ({ speaker, content }) => `${speaker?.name ?? '–'}: ${cut(text, content)}`,
  );
}

/** Who is named or meant: `موریا (name geo.moria)`. */
function namesIn(text: string): readonly string[] {
  return read(text).mentions.map(
    ({ span, via, entity }) => `${cut(text, span)} (${[via, entity].join(' ').trim()})`,
  );
}

const SPEAKERS = [SPEAKER_WORDS, PHRASE_WORDS, LEADING_WORDS, MEMORY_WORDS, SUBJECT_WORDS, LABEL_WORDS];
const CONTENTS = [OBJECT_WORDS, PREDICATE_WORDS];
const NAMES = [NAME_WORDS, PLACE_WORDS, ROLE_WORDS];

checkRules(SPEAKERS, speakersIn);
checkRules(CONTENTS, contentsIn);
checkRules(NAMES, namesIn);

/** Each example is read as its row says, and a list without which its example reads the same is none. */
function checkRules(
  tables: readonly Readonly<Record<string, WordRule>>[],
  readIn: (text: string) => readonly string[],
): void {
  for (const rule of tables.flatMap((table) => Object.values(table))) {
    const [[text, ...expected], [other, ...otherwise]] = [rule.yes, rule.no];
    test(`${rule.id} reads «${text}» so, but not «${other}»`, () => {
      assert.deepEqual(readIn(text), expected);
      assert.deepEqual(readIn(other), otherwise);
    });
    test(`${rule.id} is what its example needs`, () => {
      assert.notDeepEqual(
        withoutWords(rule, () => readIn(text)),
        expected,
      );
    });
  }
}

function withoutWords<Result>({ words }: WordRule, work: () => Result): Result {
  const list = words as Set<string>;
  const kept = [...list];
  list.clear();
  try {
    return work();
  } finally {
    for (const word of kept) list.add(word);
  }
}

test('rules of words have an id of their own', () => {
  const ids = [SPEAKERS, CONTENTS, NAMES].flat().flatMap((table) => Object.values(table).map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length);
});
