import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startSanad, temporaryFolder } from './sanad_process.js';

const LIST = `<opml version="2.0"><body><outline text="رود و گذرگاه">
  <outline type="rss" text="نوران" xmlUrl="https://nuran.example/rss" FR:priority="2"/>
  <outline type="rss" text="نوران" xmlUrl="https://nuran.example/rss/sport" htmlUrl="https://nuran.example/"/>
  <outline type="rss" text="نقشهٔ سایت" xmlUrl="https://karaneh.example/sitemap.xml" sanadKind="sitemap"/>
  <outline type="rss" text="خطرناک" xmlUrl="file:///etc/passwd"/>
</outline></body></opml>`;

test('sources import, list, export and remove treat a list of feeds without loss', async () => {
  const data = temporaryFolder('sources');
  const sanad = async (...args: string[]): Promise<{ code: number | null; output: string }> => {
    const child = startSanad(['sources', ...args], { SANAD_DATA: data });
    const code = await child.ended();
    return { code, output: child.output() };
  };
  const file = join(data, 'list.opml');
  writeFileSync(file, LIST);

  const first = await sanad('import', file);
  assert.match(first.output, /left out "file:\/\/\/etc\/passwd": it is no http\(s\) address/);
  assert.match(first.output, /3 added to ".*added_sources\.json", 0 known already, 1 left out/);
  assert.match((await sanad('import', file)).output, /0 added, 3 known already, 1 left out/);

  const listed = JSON.parse((await sanad('list', '--json')).output) as { sourceId: string; kind: string }[];
  const mine = listed.filter(({ sourceId }) => /^(nuran|karaneh)-/.test(sourceId));
  assert.deepEqual(mine.map(({ sourceId, kind }) => [sourceId, kind]).sort(), [
    ['karaneh-sitemap', 'sitemap'],
    ['nuran-feed', 'feed'],
    ['nuran-feed-2', 'feed'],
  ]);

  const shown = (await sanad('show', 'nuran-feed')).output;
  assert.match(shown, /state +not asked yet/);
  assert.match(shown, /expected: not known yet/);
  assert.match((await sanad('show', 'nobody')).output, /Cannot show "nobody"/);

  const exported = (await sanad('export')).output;
  assert.match(exported, /<outline text="رود و گذرگاه"/);
  assert.match(exported, /FR:priority="2"/);
  assert.match(exported, /sanadKind="sitemap"/);

  assert.equal((await sanad('remove', 'nuran-feed-2')).code, 0);
  assert.doesNotMatch((await sanad('export')).output, /rss\/sport/);
  const builtIn = await sanad('remove', 'isna-feed');
  assert.equal(builtIn.code, 1);
  assert.match(builtIn.output, /Cannot remove "isna-feed"/);
  writeFileSync(file, '<html></html>');
  assert.match((await sanad('import', file)).output, /no OPML/);
});
