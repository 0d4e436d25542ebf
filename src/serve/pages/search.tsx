import { SEARCH_SCOPES, type SearchScope } from '../../model/search_scope.js';
import { RANKED_WINDOW } from '../../store/search_index.js';
import type { ArticleLine } from '../../store/site_lines.js';
import type { StoryLine } from '../../store/site_stories.js';
import { articleHref } from '../addresses.js';
import { say, type Words } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { NOUNS } from '../nouns.js';
import { CategoryLink, SourceWords } from '../pieces/article_line.js';
import { Follow } from '../pieces/follow.js';
import { Mixed } from '../pieces/foreign.js';
import { ContactHits, StatementHits } from '../pieces/ledger_hits.js';
import { SearchHelp } from '../pieces/search_help.js';
import { Snippet } from '../pieces/snippet.js';
import { StoryLineView } from '../pieces/story_line.js';
import { LineTime } from '../pieces/times.js';
import { WhySo } from '../pieces/why_so.js';
import type { SnippetPiece } from '../snippet.js';
import type { ContactHit, FacetView, StatementHit } from '../views/ledger_hits.js';
import { counted, number } from '../words.js';

export interface SearchView {
  readonly scope: SearchScope;
  /** As typed. */
  readonly query: string;
  readonly order: 'best' | 'newest';
  /** With the scope `reports`. */
  readonly hits: readonly SearchHitView[];
  /** With the scope `stories`. */
  readonly stories: readonly StoryLine[];
  /** With the scope `statements`. */
  readonly statements: readonly StatementHit[];
  /** With the scope `contacts`. */
  readonly contacts: readonly ContactHit[];
  /** What each scope would find, up to its cap. */
  readonly counts: Readonly<Record<SearchScope, number>>;
  /** Up to the cap. */
  readonly count: number;
  readonly isCapped: boolean;
  /** 1-based. */
  readonly pageNumber: number;
  readonly hasNext: boolean;
  /** The hits lack some of the words: none has all. */
  readonly isPartial: boolean;
  /** Fields of the query that cannot be used, in sentences. */
  readonly problems: readonly Words[];
  /** The query without a slip of typing. */
  readonly suggestion?: string | undefined;
  readonly facets: readonly FacetView[];
}

export interface SearchHitView {
  readonly line: ArticleLine;
  readonly headline: readonly SnippetPiece[];
  readonly snippet: readonly SnippetPiece[];
}

/** Hits on one page. */
export const HITS_PER_PAGE = 20;

/** The search page; without a view, only the field and its help. */
export function SearchPage({
  frame,
  view,
}: {
  readonly frame: Frame;
  readonly view: SearchView | undefined;
}) {
  const query = view?.query.trim() ?? '';
  return (
    <Page
      frame={frame}
      title={query === '' ? say('جست‌وجو', 'Search') : say(`جست‌وجو: ${query}`, `Search: ${query}`)}
      current="search"
      unlisted
    >
      <div class="wrap page">
        <h1 class="vh">{say('جست‌وجو', 'Search')}</h1>
        <search aria-label={say('پرسش', 'Query')}>
          <form class="find find--big" action="/search">
            <label class="vh" for="qq">
              {say('عبارت جست‌وجو', 'Words to search for')}
            </label>
            <input
              class="inp"
              id="qq"
              name="q"
              type="search"
              value={query}
              maxlength={200}
              placeholder={say('نام، واژه یا «عبارت»', 'name, word or "phrase"')}
            />
            <button class="btn btn--main" type="submit">
              {say('بگرد', 'Search')}
            </button>
          </form>
        </search>
        <SearchHelp isOpen={view === undefined} />
        {view === undefined ? null : <Advice view={view} />}
        {view === undefined || view.problems.length > 0 ? null : Object.values(view.counts).every(
            (count) => count === 0,
          ) && shownHits(view) === 0 ? (
          <NoHits query={query} />
        ) : (
          <Hits frame={frame} view={view} />
        )}
      </div>
    </Page>
  );
}

/** What is wrong with the query, or what it may have meant. */
function Advice({ view }: { readonly view: SearchView }) {
  return (
    <>
      {view.problems.map((problem) => (
        <p class="note-box" role="alert">
          {say(problem)}
        </p>
      ))}
      {view.suggestion === undefined ? null : (
        <p class="note-box">
          {say('منظورتان «', 'Did you mean “')}
          <a class="link" href={hrefOf(view, { query: view.suggestion })}>
            <bdi>{view.suggestion}</bdi>
          </a>
          {say('» بود؟', '”?')}
        </p>
      )}
    </>
  );
}

/** Beside the hits on wide screens, behind them on narrow ones. */
function Facets({ view }: { readonly view: SearchView }) {
  return (
    <aside class="facets" id="facets" aria-label={say('کم کردن یافته‌ها', 'Narrow the results')}>
      {view.facets.map(({ label, lines }) => (
        <section class="facet">
          <h2 class="lbl">{say(label)}</h2>
          <ul>
            {lines.map(({ name, count, fields }) => (
              <li>
                <a class="link" href={hrefOf(view, { query: `${view.query} ${fields}` })} rel="nofollow">
                  {typeof name === 'string' ? <Mixed text={name} /> : say(name)}
                </a>{' '}
                <span class="n">{number(count)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {view.isCapped ? (
        <p class="soft small">
          {say(
            `شمارش در میان ${number(RANKED_WINDOW)} یافتهٔ تازه‌تر.`,
            `Counted among the newest ${number(RANKED_WINDOW)} hits.`,
          )}
        </p>
      ) : null}
    </aside>
  );
}

function NoHits({ query }: { readonly query: string }) {
  return (
    <div class="empty hits-empty">
      <h2>
        {say('برای «', 'Nothing was found for “')}
        <bdi>
          <Mixed text={query} />
        </bdi>
        {say('» خبری پیدا نشد', '”')}
      </h2>
      <p>
        {say(
          'واژهٔ کمتری بنویسید، گیومه را بردارید یا واژه‌ای نزدیک به آن را بیازمایید. املای واژه‌ها مهم نیست: فاصله، نیم‌فاصله و «ی» و «ک» عربی یکسان خوانده می‌شود.',
          'Try fewer words, leave out the quotes, or use another word. Spelling does not matter: spaces, half-spaces and Arabic letters are read alike.',
        )}
      </p>
    </div>
  );
}

function Hits({ frame, view }: { readonly frame: Frame; readonly view: SearchView }) {
  return (
    <div class={view.facets.length === 0 ? undefined : 'with-rail with-rail--facets'}>
      {view.facets.length === 0 ? null : <Facets view={view} />}
      <HitList frame={frame} view={view} />
    </div>
  );
}

function HitList({ frame, view }: { readonly frame: Frame; readonly view: SearchView }) {
  return (
    <section class="hits" aria-label={say('یافته‌ها', 'Results')}>
      <Scopes view={view} />
      <div class="result-bar">
        <p class="small">
          <b>{countWords(view)}</b>
        </p>
        <nav class="row small" aria-label={say('ترتیب', 'Order')}>
          <Order view={view} order="best" name={say('مرتبط‌ترین', 'best')} />
          <Order view={view} order="newest" name={say('تازه‌ترین', 'newest')} />
        </nav>
      </div>
      <WhySo of={view.order} />
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

function Scopes({ view }: { readonly view: SearchView }) {
  return (
    <nav class="row" aria-label={say('در کجا', 'Where')}>
      {SEARCH_SCOPES.map((scope) => (
        <a
          class="link"
          href={hrefOf(view, { scope })}
          aria-current={scope === view.scope ? 'page' : undefined}
        >
          {say(SCOPE_WORDS[scope])} ({number(view.counts[scope])}
          {view.counts[scope] === RANKED_WINDOW ? '+' : ''})
        </a>
      ))}
    </nav>
  );
}

const SCOPE_WORDS: Readonly<Record<SearchScope, Words>> = {
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

function shownHits({ hits, stories, statements, contacts }: SearchView): number {
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
    <a class="link" href={hrefOf(view, { order })}>
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
        <a class="btn btn--s" href={hrefOf(view, { pageNumber: pageNumber - 1 })}>
          {say('→ صفحهٔ پیش', '← previous page')}
        </a>
      ) : null}
      {hasNext ? (
        <a class="btn btn--s" href={hrefOf(view, { pageNumber: pageNumber + 1 })} rel="next">
          {say('صفحهٔ بعد ←', 'next page →')}
        </a>
      ) : null}
      <span class="soft">
        {say(`${number(first)} تا ${number(last)}`, `${number(first)} to ${number(last)}`)}
      </span>
    </nav>
  );
}

/** The same search with something else. */
function hrefOf(
  view: SearchView,
  change: Partial<Pick<SearchView, 'query' | 'order' | 'pageNumber' | 'scope'>>,
): string {
  const { query, order, pageNumber, scope } = { ...view, pageNumber: 1, ...change };
  const parameters = new URLSearchParams({ q: query });
  if (scope !== 'reports') parameters.set('scope', scope);
  if (order === 'newest') parameters.set('order', 'newest');
  if (pageNumber > 1) parameters.set('page', String(pageNumber));
  return `/search?${parameters}`;
}
