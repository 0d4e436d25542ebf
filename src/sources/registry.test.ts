import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRegistry } from './registry.js';

const BASE = {
  name: 'base.json',
  json: {
    outlets: [
      { id: 'sepehr', name: 'سپهر خبر', aliases: ['سپهر'], domains: ['sepehr.example'], cms: 'nastooh' },
      { id: 'sepehr-fa', name: 'سپهر فارسی', domains: ['sepehr.example/fa'] },
    ],
    pageRules: [
      { outletId: 'sepehr', until: '2023-01-31', select: { body: ['.old'] } },
      { outletId: 'sepehr', from: '2023-02-01', select: { body: ['.new'] } },
    ],
  },
};

test('outletByUrl() finds hosts, subdomains, ports and first path segments', () => {
  const registry = parseRegistry([
    BASE,
    {
      name: 'press.json',
      json: { outlets: [{ id: 'press', name: 'مطبوعات', domains: ['127.0.0.1.nip.example:8091'] }] },
    },
  ]).value;
  const cases: readonly (readonly [url: string, id: string | undefined])[] = [
    ['https://www.sepehr.example/news/1', 'sepehr'],
    ['http://m.sepehr.example', 'sepehr'],
    ['https://sepehr.example/fa/news/1', 'sepehr-fa'],
    ['SEPEHR.example', 'sepehr'],
    ['http://127.0.0.1.nip.example:8091/x', 'press'],
    ['https://notsepehr.example/', undefined],
    ['', undefined],
    ['javascript:alert(1)', undefined],
  ];
  for (const [url, id] of cases) assert.equal(registry?.outletByUrl(url)?.id, id, url);
});

test('egressOf() takes the proxy of the source, else of its outlet, else of the address', () => {
  const sources = [
    { id: 'plain', outletId: 'sepehr', kind: 'feed', url: 'https://sepehr.example/rss' },
    { id: 'near', outletId: 'sepehr', kind: 'feed', url: 'https://sepehr.example/near', egress: 'direct' },
    { id: 'far', outletId: 'sepehr', kind: 'feed', url: 'https://sepehr.example/far', egress: 'abroad' },
  ];
  const outlets = [{ id: 'sepehr', egress: 'iran' }];
  const registry = parseRegistry([
    BASE,
    { name: 'own.json', json: { outlets: [{ ...BASE.json.outlets[0], ...outlets[0] }], sources } },
  ]).value;
  const cases: readonly (readonly [sourceId: string | undefined, url: string, egress: string | undefined])[] =
    [
      ['plain', 'https://cdn.example/1', 'iran'],
      ['near', 'https://sepehr.example/near', undefined],
      ['far', 'https://sepehr.example/far', 'abroad'],
      [undefined, 'https://www.sepehr.example/news/1', 'iran'],
      [undefined, 'https://elsewhere.example/', undefined],
    ];
  for (const [sourceId, url, egress] of cases)
    assert.equal(registry?.egressOf({ sourceId, url }), egress, url);
});

test('parseRegistry() lets a later file change only the fields that it names', () => {
  const change = {
    name: 'operator.json',
    json: { outlets: [{ id: 'sepehr', name: 'سپهر نو', fullTextAllowed: true }] },
  };
  const outlet = parseRegistry([BASE, change]).value?.outletById('sepehr');
  assert.deepEqual(
    [outlet?.name, outlet?.fullTextAllowed, outlet?.aliases, outlet?.cms],
    ['سپهر نو', true, ['سپهر'], 'nastooh'],
  );
});

test('parseRegistry() names file and place of a fault and returns no registry', () => {
  const { value, issues } = parseRegistry([
    BASE,
    {
      name: 'bad.json',
      json: { outlets: [{ id: 'X', nam: 'ایکس' }], pageRules: [{ outletId: 'nobody', select: {} }] },
    },
  ]);
  assert.equal(value, undefined);
  assert.ok(issues.some(({ message }) => message.includes('bad.json') && message.includes('outlets.0.id')));
});

test('pageRulesOf() honours the days of a rule; without a day only unlimited rules hold', () => {
  const registry = parseRegistry([BASE]).value;
  assert.deepEqual(
    registry?.pageRulesOf('sepehr', '2023-01-31').map(({ select }) => select.body),
    [['.old']],
  );
  assert.deepEqual(
    registry?.pageRulesOf('sepehr', '2024-01-01').map(({ select }) => select.body),
    [['.new']],
  );
  assert.deepEqual(registry?.pageRulesOf('sepehr', undefined), []);
});
