import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { storable, toJson } from './storable.js';

test('storable() replaces what a text column cannot hold, unit for unit', () => {
  const cases: readonly (readonly [unknown, unknown])[] = [
    ['سلام', 'سلام'],
    ['a\0b', 'a\ufffdb'],
    ['\ud83d\ude00', '\ud83d\ude00'],
    ['x\ud83dy', 'x\ufffdy'],
    [
      ['\0', 'می\u200cرود'],
      ['\ufffd', 'می\u200cرود'],
    ],
    [7, 7],
    [undefined, undefined],
  ];
  for (const [value, expected] of cases) assert.deepEqual(storable(value), expected);
});

test('storable() keeps every length, so that spans still fit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(0xffff), (text, unit) => {
      const damaged = text + String.fromCharCode(unit) + text;
      const stored = storable(damaged);
      assert.ok(typeof stored === 'string');
      assert.equal(stored.length, damaged.length);
      assert.doesNotThrow(() => encodeURIComponent(stored));
    }),
  );
});

test('toJson() writes no escape that jsonb refuses and no absent field', () => {
  assert.equal(toJson({ a: '\0\ud800', b: undefined, c: ['می'] }), '{"a":"\ufffd\ufffd","c":["می"]}');
});
