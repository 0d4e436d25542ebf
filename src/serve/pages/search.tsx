import { RANKED_WINDOW } from '../../store/search_index.js';
import type { ArticleLine } from '../../store/site_lines.js';
import { articleHref } from '../addresses.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { CategoryLink, SourceWords } from '../pieces/article_line.js';
import { Snippet } from '../pieces/snippet.js';
import { LineTime } from '../pieces/times.js';
import type { SnippetPiece } from '../snippet.js';
import { number } from '../words.js';

export interface SearchView {
  /** As typed. */
  readonly query: string;
  readonly order: 'best' | 'newest';
  readonly hits: readonly SearchHitView[];
  /** Up to the cap. */
  readonly count: number;
  readonly isCapped: boolean;
  /** 1-based. */
  readonly pageNumber: number;
  readonly hasNext: boolean;
  /** The hits lack some of the words: none has all. */
  readonly isPartial: boolean;
  /** Fields of the query that cannot be used, in sentences. */
  readonly problems: readonly string[];
  /** The query without a slip of typing. */
  readonly suggestion?: string | undefined;
  readonly facets: readonly FacetView[];
}

/** How hits spread over one property, with the fields that narrow the query to each value. */
export interface FacetView {
  readonly label: string;
  readonly lines: readonly FacetLine[];
}

export interface FacetLine {
  readonly name: string;
  readonly count: number;
  readonly fields: string;
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
    <Page frame={frame} title={query === '' ? 'جست‌وجو' : `جست‌وجو: ${query}`} current="search" unlisted>
      <div class="wrap page">
        <h1 class="vh">جست‌وجو</h1>
        <search aria-label="پرسش">
          <form class="find find--big" action="/search">
            <label class="vh" for="qq">
              عبارت جست‌وجو
            </label>
            <input
              class="inp"
              id="qq"
              name="q"
              type="search"
              value={query}
              maxlength={200}
              placeholder="نام، واژه یا «عبارت»"
            />
            <button class="btn btn--main" type="submit">
              بگرد
            </button>
          </form>
        </search>
        <Help isOpen={view === undefined} />
        {view === undefined ? null : <Advice view={view} />}
        {view === undefined || view.problems.length > 0 ? null : view.hits.length === 0 ? (
          <NoHits query={query} />
        ) : (
          <Hits frame={frame} view={view} />
        )}
      </div>
    </Page>
  );
}

function Help({ isOpen }: { readonly isOpen: boolean }) {
  return (
    <details class="help" open={isOpen}>
      <summary>راهنمای نوشتن پرسش</summary>
      <dl>
        <dt>گفتگو تلفنی</dt>
        <dd>
          خبرهایی که همهٔ واژه‌ها را دارند، با هر املایی: گفتگو، گفت‌وگو، گفت و گو؛ و با پسوندها: گفت‌وگوها،
          گفت‌وگویی
        </dd>
        <dt>«گفت‌وگوی تلفنی»</dt>
        <dd>همین واژه‌ها پشت سر هم</dd>
        <dt>تیم ملی -والیبال</dt>
        <dd>بدون این واژه</dd>
        <dt>سد رسانه:ایسنا دسته:جامعه</dt>
        <dd>تنها از این رسانه و در این دسته؛ نام چندواژه‌ای را در «گیومه» بنویسید</dd>
        <dt>سد از:۱۴۰۴/۰۱/۰۳ تا:2025-04-01</dt>
        <dd>از این روز تا پایان آن روز، به هر دو تقویم</dd>
      </dl>
      <p class="soft">نوارها، پربازدیدها و بخش‌های کناری صفحهٔ رسانه‌ها در جست‌وجو نمی‌آید؛ تنها متن خود خبر.</p>
    </details>
  );
}

/** What is wrong with the query, or what it may have meant. */
function Advice({ view }: { readonly view: SearchView }) {
  return (
    <>
      {view.problems.map((problem) => (
        <p class="note-box" role="alert">
          {problem}
        </p>
      ))}
      {view.suggestion === undefined ? null : (
        <p class="note-box">
          منظورتان «
          <a class="link" href={hrefOf(view.suggestion, view.order, 1)}>
            <bdi>{view.suggestion}</bdi>
          </a>
          » بود؟
        </p>
      )}
    </>
  );
}

function Facets({ view }: { readonly view: SearchView }) {
  if (view.facets.length === 0) return null;
  return (
    <details class="help">
      <summary>کم کردن یافته‌ها: رسانه، دسته، روز</summary>
      <dl>
        {view.facets.map(({ label, lines }) => (
          <>
            <dt>{label}</dt>
            <dd class="row">
              {lines.map(({ name, count, fields }) => (
                <a class="link" href={hrefOf(`${view.query} ${fields}`, view.order, 1)} rel="nofollow">
                  <bdi>{name}</bdi> ({number(count)})
                </a>
              ))}
            </dd>
          </>
        ))}
      </dl>
      {view.isCapped ? <p class="soft">شمارش در میان {number(RANKED_WINDOW)} خبر تازه‌تر.</p> : null}
    </details>
  );
}

function NoHits({ query }: { readonly query: string }) {
  return (
    <div class="empty hits-empty">
      <h2>
        برای «<bdi>{query}</bdi>» خبری پیدا نشد
      </h2>
      <p>
        واژهٔ کمتری بنویسید، گیومه را بردارید یا واژه‌ای نزدیک به آن را بیازمایید. املای واژه‌ها مهم نیست: فاصله،
        نیم‌فاصله و «ی» و «ک» عربی یکسان خوانده می‌شود.
      </p>
    </div>
  );
}

function Hits({ frame, view }: { readonly frame: Frame; readonly view: SearchView }) {
  return (
    <section class="hits" aria-label="یافته‌ها">
      <div class="result-bar">
        <p class="small">
          <b>{countWords(view)}</b>
        </p>
        <nav class="row small" aria-label="ترتیب">
          <Order view={view} order="best" name="مرتبط‌ترین" />
          <Order view={view} order="newest" name="تازه‌ترین" />
        </nav>
      </div>
      {view.isCapped && view.order === 'best' ? (
        <p class="note-box">مرتبط‌ترین‌ها از میان {number(RANKED_WINDOW)} خبر تازه‌تر برگزیده شده است.</p>
      ) : null}
      <Facets view={view} />
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
      <SearchPages view={view} />
    </section>
  );
}

function countWords(view: SearchView): string {
  if (view.isPartial) return 'خبری همهٔ این واژه‌ها را ندارد؛ این‌ها بیشترشان را دارند:';
  return view.isCapped ? `بیش از ${number(view.count)} خبر` : `${number(view.count)} خبر`;
}

function Order(props: {
  readonly view: SearchView;
  readonly order: SearchView['order'];
  readonly name: string;
}) {
  const { view, order, name } = props;
  if (view.order === order) return <b aria-current="true">{name}</b>;
  return (
    <a class="link" href={hrefOf(view.query, order, 1)}>
      {name}
    </a>
  );
}

function SearchPages({ view }: { readonly view: SearchView }) {
  const { pageNumber, hasNext, query, order } = view;
  if (pageNumber === 1 && !hasNext) return null;
  const first = (pageNumber - 1) * HITS_PER_PAGE + 1;
  return (
    <nav class="pager" aria-label="صفحه‌ها">
      {pageNumber > 1 ? (
        <a class="btn btn--s" href={hrefOf(query, order, pageNumber - 1)}>
          → صفحهٔ پیش
        </a>
      ) : null}
      {hasNext ? (
        <a class="btn btn--s" href={hrefOf(query, order, pageNumber + 1)} rel="next">
          صفحهٔ بعد ←
        </a>
      ) : null}
      <span class="soft">
        خبرهای {number(first)} تا {number(first + view.hits.length - 1)}
      </span>
    </nav>
  );
}

function hrefOf(query: string, order: SearchView['order'], pageNumber: number): string {
  const parameters = new URLSearchParams({ q: query });
  if (order === 'newest') parameters.set('order', 'newest');
  if (pageNumber > 1) parameters.set('page', String(pageNumber));
  return `/search?${parameters}`;
}
