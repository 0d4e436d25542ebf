import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InstallationState } from '../store/installation.js';
import { judgeInstallation, judgeNode, judgeRawBytes, judgeSpace } from './doctor.js';

const NOW = '2026-03-01T12:00:00Z';
const SOUND: InstallationState = {
  serverVersion: '18.4',
  bytes: 20 * 1024 ** 2,
  clockAheadMs: 12,
  programs: ['sanad start'],
  articles: 1200,
  sources: { enabled: 30, sick: 2, never: 0 },
  lastAttemptAt: '2026-03-01T11:59:00Z',
  quarantine: [],
  unread: 0,
  hasPassword: true,
  rawBytes: 0,
};

test('judgeNode names the version that is needed', () => {
  const levels = ['20.19.0', '20.18.3', '18.20.0', '22.1.0'].map((version) => judgeNode(version).level);
  assert.deepEqual(levels, ['well', 'bad', 'bad', 'well']);
});

test('judgeSpace warns before the disk is full', () => {
  const levels = [5e9, 1e9, 1e8].map((free) => judgeSpace(free, '/data').level);
  assert.deepEqual(levels, ['well', 'look', 'bad']);
});

test('judgeRawBytes warns when the budget is near', () => {
  assert.deepEqual(judgeRawBytes(5e9, undefined), []);
  const levels = [1e9, 8.9e9, 9e9, 2e10].map((bytes) => judgeRawBytes(bytes, 1e10)[0]?.level);
  assert.deepEqual(levels, ['well', 'well', 'look', 'look']);
  assert.match(
    judgeRawBytes(2e10, 1e10)[0]?.sentence ?? '',
    /^Raw answers take 200 % of SANAD_RAW_BUDGET \(9\.3 GiB\)/,
  );
});

test('judgeInstallation says nothing against a sound installation', () => {
  assert.deepEqual(
    judgeInstallation(SOUND, NOW).filter(({ level }) => level !== 'well'),
    [],
  );
});

const TROUBLES: readonly [string, Partial<InstallationState>, 'look' | 'bad', RegExp][] = [
  ['a wrong clock', { clockAheadMs: -90_000 }, 'bad', /90 s behind/],
  ['nothing running', { programs: ['sanad add'] }, 'look', /Nothing collects/],
  ['only a site', { programs: ['sanad start process,serve'] }, 'look', /Nothing collects/],
  ['nobody reading', { programs: ['sanad start collect'] }, 'look', /SANAD_ROLES=process/],
  ['a silent collector', { lastAttemptAt: '2026-02-27T00:00:00Z' }, 'look', /asked no source since/],
  ['no source', { sources: { enabled: 0, sick: 0, never: 0 } }, 'look', /No source is enabled/],
  ['sick sources', { sources: { enabled: 30, sick: 16, never: 1 } }, 'look', /is there a network/],
  ['quarantine', { quarantine: [{ code: 'extract.crashed', count: 3 }] }, 'look', /3 inputs wait/],
  ['unread pages', { unread: 4 }, 'look', /4 stored pages/],
  ['no password', { hasPassword: false }, 'look', /password/],
];

test('judgeInstallation names each trouble in one sentence', () => {
  for (const [name, change, level, sentence] of TROUBLES) {
    const found = judgeInstallation({ ...SOUND, ...change }, NOW).filter((each) => each.level !== 'well');
    assert.deepEqual([name, found.map((each) => each.level)], [name, [level]]);
    assert.match(found[0]?.sentence ?? '', sentence);
  }
});
