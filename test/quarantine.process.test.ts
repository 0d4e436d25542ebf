import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runSanad, temporaryFolder } from './sanad_process.js';

test('quarantine lists what could not be read, shows it and reads it again', async () => {
  const settings = { SANAD_DATA: temporaryFolder('quarantine') };
  assert.match((await runSanad(['quarantine', 'list'], settings)).output, /Nothing is in quarantine/);
  const empty = '<html><head><title></title></head><body>   </body></html>';
  await runSanad(['add', '-'], settings, empty);
  const { output } = await runSanad(['quarantine', 'list'], settings);
  const [, id, code] = /^(\d+) {2}\S+ {2}fatal {2}(\S+) /m.exec(output) ?? [];
  assert.ok(id && code, output);
  assert.match((await runSanad(['quarantine', 'show', id], settings)).output, /^open$[\s\S]*57 bytes, html/m);
  assert.equal((await runSanad(['quarantine', 'show', '--raw', id], settings)).output, empty);
  const replayed = await runSanad(['quarantine', 'replay', '--code', code], settings);
  assert.match(replayed.output, /stays: [\s\S]*1 page read again: 0 out of quarantine, 1 stays/);
  const none = await runSanad(['quarantine', 'replay', '--code', 'no.such'], settings);
  assert.match(none.output, /0 pages read again/);
  const missing = await runSanad(['quarantine', 'show', '999'], settings);
  assert.deepEqual([missing.code, missing.output], [1, 'Cannot show issue 999: there is none\n']);
});
