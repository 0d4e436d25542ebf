import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StatementLine } from '../../store/site_statements.js';
import { chooseVoices } from './home_voices.js';

interface Said {
  readonly by?: string;
  readonly stance?: StatementLine['stance'];
  readonly form?: StatementLine['form'];
  readonly content?: string;
  readonly nestedIn?: string;
}

function line(id: string, said: Said): StatementLine {
  const {
    by = 'کوهزاد',
    stance = 'affirm',
    form = 'indirect',
    content = 'مذاکره ادامه دارد',
    nestedIn,
  } = said;
  return {
    id,
    stance,
    form,
    content,
    nestedIn: nestedIn ?? null,
    speakers: by === '' ? [] : [{ name: by, entityId: null, side: null, via: 'name' }],
  } as unknown as StatementLine;
}

const TABLE: readonly { readonly name: string; readonly from: readonly Said[]; readonly ids: string }[] = [
  { name: 'one of each speaker', from: [{}, {}, { by: 'آرتین' }], ids: '0 2' },
  {
    name: 'another position before a second of the same',
    from: [{ by: 'الف' }, { by: 'ب' }, { by: 'پ', stance: 'deny' }, { by: 'ت', stance: 'not_ruled_out' }],
    ids: '0 2 3',
  },
  { name: 'quoted words first', from: [{ by: 'الف' }, { by: 'ب', form: 'direct' }], ids: '1 0' },
  {
    name: 'nobody unnamed, nothing long, nothing inside another, nothing without a position',
    from: [{ by: '' }, { content: 'واژه '.repeat(60) }, { nestedIn: 'x' }, { stance: 'unknown' }],
    ids: '',
  },
];

for (const { name, from, ids } of TABLE)
  test(`chooseVoices() takes ${name}`, () => {
    const chosen = chooseVoices(from.map((said, at) => line(String(at), said)));
    assert.equal(chosen.map(({ id }) => id).join(' '), ids);
  });
