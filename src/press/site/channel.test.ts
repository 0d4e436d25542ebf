import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selectAll, selectOne } from 'css-select';
import { type AnyNode, isTag } from 'domhandler';
import { getAttributeValue, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { oneHostPress } from './one_host_press.js';

const POSTS = Array.from({ length: 45 }, (_, number) => ({
  id: `alef-${number}`,
  published: number * 10,
  headline: `پست ${number}`,
  body: number === 44 ? ['خط دوم\nخط سوم'] : [],
  forwardedFrom: number === 44 ? 'alef' : undefined,
  linksTo: number === 44 ? 'alef-3' : undefined,
  edits: number === 44 ? [{ at: 445, silent: false, headline: 'پست ویراسته' }] : [],
}));
const channel = oneHostPress({ house: { path: '/alef/{code}' }, articles: POSTS });
const at = (path: string, minute = 450) => parseDocument(channel.page(path, minute).text);

test('the pages of a channel hold every post once, the oldest at their top', () => {
  const pages: string[][] = [];
  let path: string | undefined = '/s/alef';
  while (path !== undefined && pages.length < 9) {
    const tree = at(path);
    pages.push(selectAll('[data-post]', tree).map((post) => attribute(post, 'data-post')));
    const older = selectOne('.tme_messages_more', tree);
    path = older === null ? undefined : attribute(older, 'href');
  }
  const expected = channel.articles.map(({ id }) => `alef/${channel.site.addresses.get(id)?.code}`);
  assert.deepEqual(pages.reverse().flat(), expected);
  assert.deepEqual(
    pages.map((page) => page.length),
    [5, 20, 20],
  );
});

test('a post shows its lines, its source, its link, its time and that it was edited', () => {
  const post = selectAll('[data-post]', at('/s/alef')).at(-1) ?? assert.fail();
  const textOf = (place: string): string => textContent(selectOne(place, [post]) ?? assert.fail(place));
  const text = selectOne('.tgme_widget_message_text', [post]) ?? assert.fail();
  assert.equal(selectAll('br', [text]).length, 2);
  assert.equal(textContent(text), 'پست ویراستهخط دومخط سوم');
  assert.equal(textOf('.tgme_widget_message_forwarded_from_name'), 'الف');
  assert.equal(textOf('.link_preview_title'), 'پست 3');
  assert.match(textOf('.tgme_widget_message_meta'), /edited/);
  const time = selectOne('time', [post]) ?? assert.fail();
  assert.equal(attribute(time, 'datetime'), '2025-12-06T07:20:00+03:30');
});

test('the address of a post shows it as the last of its page', () => {
  const path = channel.site.addresses.get('alef-30')?.path ?? '';
  const posts = selectAll('[data-post]', at(path));
  assert.match(textContent(posts.at(-1) ?? assert.fail()), /پست 30/);
});

function attribute(element: AnyNode, name: string): string {
  return (isTag(element) ? getAttributeValue(element, name) : undefined) ?? assert.fail(name);
}
