import type { SearchScope } from '../../model/search_scope.js';
import { RANKED_WINDOW } from '../../store/search_index.js';
import { say } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Mixed } from '../pieces/foreign.js';
import { SearchHelp } from '../pieces/search_help.js';
import { number } from '../words.js';
import { HitList, SCOPE_WORDS, shownHits } from './search_hits.js';
import { type SearchView, searchHref } from './search_shape.js';

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
    <Page frame={frame} title={titleOf(query, view?.scope)} current="search" unlisted>
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
              placeholder={say('نام، واژه یا «عبارت»', 'word or "phrase"')}
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

/** «جست‌وجو در گفته‌ها: سد»; of reports, which are looked for first, without their name. */
function titleOf(query: string, scope: SearchScope = 'reports'): string {
  if (query === '') return say('جست‌وجو', 'Search');
  if (scope === 'reports') return say(`جست‌وجو: ${query}`, `Search: ${query}`);
  const { fa, en } = SCOPE_WORDS[scope];
  return say(`جست‌وجو در ${fa}: ${query}`, `Search ${en.toLowerCase()}: ${query}`);
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
          <a class="link" href={searchHref(view, { query: view.suggestion })}>
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
                <a class="link" href={searchHref(view, { query: `${view.query} ${fields}` })} rel="nofollow">
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
          'واژه‌های کمتری بنویسید، گیومه را بردارید یا واژه‌ای نزدیک به آن را بیازمایید. املای واژه‌ها مهم نیست: فاصله، نیم‌فاصله و «ی» و «ک» عربی یکسان خوانده می‌شود.',
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
