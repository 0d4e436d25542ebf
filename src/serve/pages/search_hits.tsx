/** What a search found: scopes, order, the hits themselves, the way to the next ones. */
import { SEARCH_SCOPES, type SearchScope } from '../../model/search_scope.js';
import { RANKED_WINDOW } from '../../store/search_index.js';
import { articleHref } from '../addresses.js';
import { say, type Words } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { NOUNS } from '../nouns.js';
import { CategoryLink, SourceWords } from '../pieces/article_line.js';
import { Follow } from '../pieces/follow.js';
import { ContactHits, StatementHits } from '../pieces/ledger_hits.js';
import { Snippet } from '../pieces/snippet.js';
import { StoryLineView } from '../pieces/story_line.js';
import { LineTime } from '../pieces/times.js';
import { WhySo } from '../pieces/why_so.js';
import { counted, number } from '../words.js';
import { HITS_PER_PAGE, type SearchView, searchHref } from './search_shape.js';

export function HitList({ frame, view }: { readonly frame: Frame; readonly view: SearchView }) {
  const hasHits = [view.hits, view.stories, view.statements, view.contacts].some(({ length }) => length > 0);
  return (
    <section class="hits" aria-label={say('یافته‌ها', 'Results')}>
      <Scopes view={view} />
      <div class="result-bar">
        <p class="small">
          <b>{countWords(view)}</b>
        </p>
        {hasHits ? <WhySo of={view.order} /> : null}
        {hasHits ? (
          <nav class="row small" aria-label={say('ترتیب', 'Order')}>
            <Order view={view} order="best" name={say('مرتبط‌ترین', 'best')} />
            <Order view={view} order="newest" name={say('تازه‌ترین', 'newest')} />
          </nav>
        ) : null}
      </div>
      {hasHits ? null : <NothingHere />}
      {view.isCapped && view.order === 'best' ? (
        <p class="note-box">
          {say(
            `مرتبط‌ترین‌ها از میان ${number(RANKED_WINDOW)} یافتهٔ تازه‌تر برگزیده شده است.`,
            `The best of the newest ${number(RANKED_WINDOW)} hits.`,
          )}
        </p>
      ) : null}
      {view.facets.length === 0 ? null : (
        <a class="link small to-facets" href="#facets">
          {say('کم کردن یافته‌ها: ', 'Narrow: ')}
          {view.facets.map(({ label }) => say(label).toLowerCase()).join(say('، ', ', '))}
        </a>
      )}
      <ol>
        {view.hits.map((hit) => (
          <li class="hit">
            <p class="meta">
              <CategoryLink line={hit.line} />
              <LineTime line={hit.line} now={frame.now} />
            </p>
            <h2>
              <a href={articleHref(hit.line.id)}>
                <Snippet pieces={hit.headline} />
              </a>
            </h2>
            <p class="snip">
              <Snippet pieces={hit.snippet} />
            </p>
            <SourceWords line={hit.line} />
          </li>
        ))}
      </ol>
      {view.stories.map((story) => (
        <StoryLineView story={story} now={frame.now} level={2} />
      ))}
      <StatementHits hits={view.statements} now={frame.now} />
      <ContactHits hits={view.contacts} />
      <SearchPages view={view} />
      <Follow
        of="/search"
        query={`?q=${encodeURIComponent(view.query)}${view.scope === 'reports' ? '' : `&scope=${view.scope}`}`}
        words={say('دنبال کردن این جستجو:', 'Follow this search:')}
      />
    </section>
  );
}

/** Something was found, but not of the kind that is looked for. */
function NothingHere() {
  return (
    <p class="note-box">
      {say(
        'در این بخش چیزی پیدا نشد؛ شمار یافته‌های بخش‌های دیگر را بالا می‌بینید.',
        'Nothing was found here; above you see how much was found elsewhere.',
      )}
    </p>
  );
}

function Scopes({ view }: { readonly view: SearchView }) {
  return (
    <nav class="scopes" aria-label={say('در کجا', 'Where')}>
      {SEARCH_SCOPES.map((scope) => (
        <a href={searchHref(view, { scope })} aria-current={scope === view.scope ? 'page' : undefined}>
          {say(SCOPE_WORDS[scope])}{' '}
          <span class="n">
            {number(view.counts[scope])}
            {view.counts[scope] === RANKED_WINDOW ? '+' : ''}
          </span>
        </a>
      ))}
    </nav>
  );
}

export const SCOPE_WORDS: Readonly<Record<SearchScope, Words>> = {
  reports: { fa: 'گزارش‌ها', en: 'Reports' },
  stories: { fa: 'خبرها', en: 'Stories' },
  statements: { fa: 'گفته‌ها', en: 'Statements' },
  contacts: { fa: 'تماس‌ها', en: 'Contacts' },
};

const SCOPE_NOUNS = {
  reports: NOUNS.report,
  stories: NOUNS.story,
  statements: NOUNS.statement,
  contacts: NOUNS.contact,
} as const;

/** How many hits stand on this page. */
export function shownHits({ hits, stories, statements, contacts }: SearchView): number {
  return hits.length + stories.length + statements.length + contacts.length;
}

function countWords(view: SearchView): string {
  if (view.isPartial) {
    return say(
      'خبری همهٔ این واژه‌ها را ندارد؛ این‌ها بیشترشان را دارند:',
      'No report has all of these words; these have most of them:',
    );
  }
  const count = counted(view.count, SCOPE_NOUNS[view.scope]);
  return view.isCapped ? say(`بیش از ${count}`, `more than ${count}`) : count;
}

function Order(props: {
  readonly view: SearchView;
  readonly order: SearchView['order'];
  readonly name: string;
}) {
  const { view, order, name } = props;
  if (view.order === order) return <b aria-current="true">{name}</b>;
  return (
    <a class="link" href={searchHref(view, { order })}>
      {name}
    </a>
  );
}

function SearchPages({ view }: { readonly view: SearchView }) {
  const { pageNumber, hasNext } = view;
  if (pageNumber === 1 && !hasNext) return null;
  const first = (pageNumber - 1) * HITS_PER_PAGE + 1;
  const last = first + shownHits(view) - 1;
  return (
    <nav class="pager" aria-label={say('صفحه‌ها', 'Pages')}>
      {pageNumber > 1 ? (
        <a class="btn btn--s" href={searchHref(view, { pageNumber: pageNumber - 1 })}>
          {say('→ صفحهٔ پیش', '← previous page')}
        </a>
      ) : null}
      {hasNext ? (
        <a class="btn btn--s" href={searchHref(view, { pageNumber: pageNumber + 1 })} rel="next">
          {say('صفحهٔ بعد ←', 'next page →')}
        </a>
      ) : null}
      <span class="soft">
        {say(`${number(first)} تا ${number(last)}`, `${number(first)} to ${number(last)}`)}
      </span>
    </nav>
  );
}
