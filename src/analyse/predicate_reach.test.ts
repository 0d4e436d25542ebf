import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REPORTING_PREDICATES, type ReportingPredicate } from '../persian/reporting_predicates.js';
import { parseGazetteer } from '../sources/gazetteer.js';
import { readDocument } from './document.js';
import { isNeverReporting } from './frame_of.js';
import { findMentions } from './mentions.js';
import { findStatements } from './statement_find.js';

const { value: names } = parseGazetteer([]);

/** Sentences in which a predicate may report, by what stands beside it. */
function sentencesWith(phrase: string): readonly string[] {
  const who = 'وزیر نیرو';
  return [
    `${who} ${phrase} که سدها پر است.`,
    `${who} ${phrase}: سدها پر است.`,
    `${who} این خبر را ${phrase}.`,
    `${who} این طرح را شکست‌خورده ${phrase}.`,
    `${who} همسایه را به دروغ ${phrase}.`,
    ...['از', 'بر', 'به', 'با', 'نسبت به', 'درباره'].map((by) => `${who} ${by} کمبود آب ${phrase}.`),
    `${who} از مردم ${phrase} که صرفه‌جویی کنند.`,
    `${phrase} که سدها پر است.`,
  ];
}

function reports(phrase: string): boolean {
  return sentencesWith(phrase).some((text) => {
    const document = readDocument({ text });
    assert.ok(names);
    return findStatements(document, findMentions(document, names)).some(({ verb }) => verb !== undefined);
  });
}

test('every reporting predicate of the list reports in some sentence, but for those told apart', () => {
  const unreached = REPORTING_PREDICATES.filter(
    (entry: ReportingPredicate) => !isNeverReporting(entry) && !reports(entry.phrase),
  );
  assert.deepEqual(
    unreached.map(({ phrase }) => phrase),
    [],
  );
});

test('predicates that never report are those without a speaker or with other uses', () => {
  const never = REPORTING_PREDICATES.filter((entry) => isNeverReporting(entry)).map(({ phrase }) => phrase);
  assert.deepEqual(never, [
    'پوشش داد',
    'مکتوب کرد',
    'تاخت',
    'عنوان داد',
    'حاضر شد',
    'انتظار می\u200cرود',
    'قرار است',
    'چشم\u200cانتظار است',
    'احتمال می\u200cرود',
    'احتمال دارد',
    'گمان می\u200cرود',
    'شایعه شد',
    'سکوت کرد',
  ]);
});
