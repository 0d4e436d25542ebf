import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readDocument } from '../src/analyse/document.js';
import { findMentions } from '../src/analyse/mentions.js';
import { findStatements } from '../src/analyse/statement_find.js';
import { cut } from '../src/model/span.js';
import { PACKAGE_ROOT } from '../src/package_root.js';
import { parseGazetteer } from '../src/sources/gazetteer.js';

/** The first statement of a text as the page prints it. */
function firstStatement(text: string): string {
  const { value: names } = parseGazetteer([]);
  assert.ok(names);
  const document = readDocument({ text });
  const [first] = findStatements(document, findMentions(document, names));
  if (first === undefined) return '-';
  return `${first.speaker?.name ?? '-'} | ${first.act}/${first.stance} | ${cut(text, first.content)}`;
}

test('every example in docs/analyse-statements.md is true', () => {
  const page = readFileSync(join(PACKAGE_ROOT, 'docs', 'analyse-statements.md'), 'utf8');
  const blocks = [...page.matchAll(/^```statement\n([\s\S]*?)^```/gm)].map(([, lines = '']) => lines);
  const examples = blocks.flatMap((lines) => lines.trim().split('\n'));
  assert.ok(examples.length > 20);
  for (const example of examples) {
    const [text = '', expected] = example.split(' => ');
    assert.equal(firstStatement(text), expected, text);
  }
});
