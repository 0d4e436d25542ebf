import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerLine, optionalTextField, type PipeRecord, textField } from './pipe_answer.js';

/** A stage that tells the length of its text, to try the frame with. */
function measure(record: PipeRecord): object {
  return { length: textField(record, 'text').length, url: optionalTextField(record, 'url') ?? null };
}

const cases: readonly [string, string | undefined, object][] = [
  ['a record', '{"id":"a","text":"خبر"}', { id: 'a', length: 3, url: null }],
  ['a number as id', '{"id":7,"text":""}', { id: 7, length: 0, url: null }],
  ['null as absent', '{"id":1,"text":"x","url":null}', { id: 1, length: 1, url: null }],
  ['no id', '{"text":"x"}', { id: null, length: 1, url: null }],
];
for (const [name, text, expected] of cases) {
  test(`answerLine() answers ${name}`, async () => {
    assert.deepEqual(JSON.parse(await answerLine(measure, { number: 1, text })), expected);
  });
}

const bad: readonly [string, string | undefined, object][] = [
  ['a missing field', '{"id":"a"}', { id: 'a', error: { code: 'missing_field' } }],
  ['a field of another type', '{"id":"a","text":5}', { id: 'a', error: { code: 'bad_field' } }],
  ['a line that is no JSON', '{"id":', { id: null, line: 3, error: { code: 'bad_json' } }],
  ['an empty line', '', { id: null, line: 3, error: { code: 'bad_json' } }],
  ['a list', '[1]', { id: null, line: 3, error: { code: 'not_an_object' } }],
  ['an overlong line', undefined, { id: null, line: 3, error: { code: 'line_too_long' } }],
];
for (const [name, text, expected] of bad) {
  test(`answerLine() answers ${name} with an error`, async () => {
    const answer = JSON.parse(await answerLine(measure, { number: 3, text })) as {
      error: { message?: string };
    };
    assert.match(answer.error.message ?? '', /^Cannot /);
    delete answer.error.message;
    assert.deepEqual(answer, expected);
  });
}

test('answerLine() never throws and always answers with one line', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.object().map((value) => JSON.stringify(value)),
      ),
      async (text) => {
        const answer = await answerLine(measure, { number: 1, text });
        assert.doesNotMatch(answer, /\n/);
        assert.ok(JSON.parse(answer));
      },
    ),
  );
});
