import type { Contact } from '../model/contact.js';
import { parseGazetteer } from '../sources/gazetteer.js';
import { type FrameMemory, readFrame } from './contact_frames.js';
import { readLines } from './contact_line.js';
import { ruleOf } from './contact_modality.js';
import { knownNames } from './contact_names.js';
import { readPartyLine } from './contact_party.js';
import { triggersOf } from './contact_telling.js';
import { findContacts } from './contacts.js';
import { readDocument } from './document.js';
import { findMentions } from './mentions.js';
import { findStatements } from './statement_find.js';

// A small gazetteer for tests of contacts.

const OFFICES = `
president | رئیس‌جمهور | رؤسای جمهور
foreign-minister | وزیر خارجه، وزیر امور خارجه | وزرای خارجه
spokesperson | سخنگوی، سخنگو |
counterpart | همتای، همتا | همتایان`;

function country(id: string, name: string, adjective: string) {
  return { id: `country.${id}`, type: 'place', kind: 'country', name, adjectives: [adjective] };
}

function person(id: string, of: string, role: string, name: string, surname: string) {
  const roles = [{ role, of: `country.${of}` }];
  return { id: `per.${id}`, type: 'person', name, variants: [surname], country: `country.${of}`, roles };
}

export const { value: world, issues } = parseGazetteer([
  { name: 'offices', table: 'offices', text: OFFICES },
  {
    name: 'world',
    table: 'gazetteer',
    json: {
      home: 'country.ir',
      entities: [
        country('ru', 'روسیه', 'روس'),
        country('tr', 'ترکیه', 'ترک'),
        country('us', 'آمریکا', 'آمریکایی'),
        country('ir', 'ایران', 'ایرانی'),
        country('sy', 'سوریه', 'سوری'),
        country('om', 'عمان', 'عمانی'),
        country('qa', 'قطر', 'قطری'),
        country('ch', 'سوئیس', 'سوئیسی'),
        person('lavrov', 'ru', 'foreign-minister', 'سرگئی لاوروف', 'لاوروف'),
        person('fidan', 'tr', 'foreign-minister', 'هاکان فیدان', 'فیدان'),
        person('putin', 'ru', 'president', 'ولادیمیر پوتین', 'پوتین'),
        person('erdogan', 'tr', 'president', 'رجب طیب اردوغان', 'اردوغان'),
        person('peskov', 'ru', 'spokesperson', 'دیمیتری پسکوف', 'پسکوف'),
        { id: 'place.ankara', type: 'place', kind: 'capital', name: 'آنکارا', country: 'country.tr' },
        { id: 'place.moscow', type: 'place', kind: 'capital', name: 'مسکو', country: 'country.ru' },
        { id: 'org.taliban', type: 'organisation', name: 'طالبان' },
      ],
    },
  },
]);

function readingOf(text: string) {
  if (world === undefined || issues.length > 0)
    throw new Error(issues.map(({ message }) => message).join('; '));
  const document = readDocument({ text, published: '2024-05-12T18:00:00+03:30' });
  const mentions = findMentions(document, world);
  return { document, gazetteer: world, mentions, statements: findStatements(document, mentions) };
}

/** The contacts that a text of 12 May 2024 tells of, in a world of eight countries. */
export function contactsIn(text: string): readonly Contact[] {
  return findContacts(readingOf(text));
}

const NOTHING_BEFORE: FrameMemory = { subject: [], pair: [] };

/** The rules by which the truth of whatever may be a contact in a text is judged, in its order. */
export function modalityRulesIn(text: string): readonly string[] {
  const reading = readingOf(text);
  const known = knownNames(reading);
  return readLines(reading.document, reading.mentions.mentions).flatMap((line) => {
    const at = readPartyLine(line, known);
    return triggersOf(line).flatMap((found) => {
      const frame = readFrame(at, found, { floor: 0, speakers: [], memory: NOTHING_BEFORE });
      return ruleOf(line, found, frame, 0)?.id ?? [];
    });
  });
}

/** Contacts as «A + B kind status». */
export function shown(text: string): readonly string[] {
  return contactsIn(text).map(
    ({ actors, kind, status }) => `${actors.map(({ name }) => name).join(' + ')} ${kind} ${status}`,
  );
}
