import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskPlaceOf } from './desk_ways.js';

test('deskPlaceOf() leads from a page to where the desk acts upon it, and elsewhere to the desk', () => {
  const cases = [
    ['/story/12', '/admin/stories/12'],
    ['/thread/3', '/admin/stories?thread=3'],
    ['/article/7/history', '/admin/hidden?kind=article&id=7'],
    ['/entity/per.x~2', '/admin/entities/per.x~2'],
    ['/outlet/nuran', '/admin/hidden?kind=outlet&id=nuran'],
    ['/about', '/admin/text/about'],
    ['/topics', '/admin/topics'],
    ['https://elsewhere.example/story/1', '/admin'],
    ['', '/admin'],
  ] as const;
  for (const [from, to] of cases) assert.equal(deskPlaceOf(from), to);
});
