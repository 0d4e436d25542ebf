import { SECTIONS } from '../../model/section.js';
import { categoryHref } from '../addresses.js';
import { isEnglish, say } from '../language.js';
import { withChoice } from '../tongue_choice.js';
import { fullDate, tehranDay } from '../words.js';
import type { Frame } from './frame.js';

interface MastheadProps {
  readonly frame: Frame;
  readonly current: string | undefined;
  readonly front: boolean;
  readonly motto: string;
}

export function Masthead({ frame, current, front, motto }: MastheadProps) {
  return (
    <header class={front ? 'mast mast--front' : 'mast'}>
      <div class="wrap mast-top">
        <a class="brand" href="/" aria-current={front ? 'page' : undefined}>
          <Mark />
          <span>{frame.face.name ?? say('سند', 'Sanad')}</span>
        </a>
        <div class="say">
          {front ? <p class="motto">{motto}</p> : null}
          <Today now={frame.now} />
        </div>
        {frame.sample ? (
          <span class="sample">{say('نمونه · همهٔ نام‌ها ساختگی است', 'Sample · all names are invented')}</span>
        ) : null}
        <div class="tools">
          {current === 'search' ? null : <Find />}
          <OtherLanguage address={frame.address} />
          <button class="btn btn--quiet" type="button" data-switch>
            {say('شب', 'Dark')}
          </button>
        </div>
      </div>
      <nav class="cats" aria-label={say('دسته‌ها', 'Sections')}>
        <div class="wrap">
          <ul>
            <li>
              <a href="/" aria-current={current === 'home' ? 'page' : undefined}>
                {say('مهم‌ترین', 'Top stories')}
              </a>
            </li>
            {SECTIONS.map(({ slug, name, nameEn }) => (
              <li>
                <a href={categoryHref(slug)} aria-current={current === slug ? 'true' : undefined}>
                  {say(name, nameEn)}
                </a>
              </li>
            ))}
          </ul>
          <ul>
            <li>
              <a href="/dyads" aria-current={current === 'dyads' ? 'true' : undefined}>
                {say('دوسویه‌ها', 'Dyads')}
              </a>
            </li>
            <li>
              <a href="/entities" aria-current={current === 'entities' ? 'true' : undefined}>
                {say('نام‌ها', 'Names')}
              </a>
            </li>
            <li>
              <a href="/dossiers" aria-current={current === 'dossiers' ? 'true' : undefined}>
                {say('پرونده‌ها', 'Dossiers')}
              </a>
            </li>
            <li>
              <a href="/topics" aria-current={current === 'topics' ? 'true' : undefined}>
                {say('موضوع‌ها', 'Topics')}
              </a>
            </li>
            <li>
              <a href="/outlets" aria-current={current === 'outlets' ? 'true' : undefined}>
                {say('رسانه‌ها', 'Outlets')}
              </a>
            </li>
          </ul>
        </div>
      </nav>
    </header>
  );
}

/** One block and three ticks: an origin and the copies that rest on it. */
function Mark() {
  return (
    <svg viewBox="0 0 30 22" aria-hidden="true">
      <rect x="17" width="13" height="22" rx="1" />
      <rect x="11" y="4" width="3" height="14" />
      <rect x="5.5" y="4" width="3" height="14" />
      <rect y="4" width="3" height="14" />
    </svg>
  );
}

function Today({ now }: { readonly now: string }) {
  const day = tehranDay(now);
  const [first = '', other = ''] = fullDate(day).split(' · ');
  return (
    <p class="today">
      <time datetime={day}>{first}</time> <time datetime={day}>{other}</time>
    </p>
  );
}

/** The same page in the other language; a plain link, so that it works without a script. */
function OtherLanguage({ address }: { readonly address: string }) {
  const other = isEnglish() ? 'fa' : 'en';
  return (
    <a class="btn btn--quiet" href={withChoice(address, 'lang', other)} hreflang={other} lang={other}>
      {say('English', 'فارسی')}
    </a>
  );
}

/** The search field; narrow screens have a link to the search page instead. */
function Find() {
  return (
    <>
      <search aria-label={say('جست‌وجو در سند', 'Search Sanad')}>
        <form class="find" action="/search">
          <label class="vh" for="q">
            {say('جست‌وجو', 'Search')}
          </label>
          <input
            class="inp"
            id="q"
            name="q"
            type="search"
            placeholder={say('خبر، نام، موضوع…', 'Story, name, topic…')}
            maxlength={200}
          />
          <button class="btn" type="submit">
            {say('بگرد', 'Go')}
          </button>
        </form>
      </search>
      <a class="btn find-link" href="/search">
        {say('جست‌وجو', 'Search')}
      </a>
    </>
  );
}
