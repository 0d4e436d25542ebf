import { SECTIONS } from '../../model/section.js';
import { categoryHref } from '../addresses.js';
import { tehranDay, weekdayInBothCalendars } from '../words.js';
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
          <span>سند</span>
        </a>
        <div class="say">
          {front ? <p class="motto">{motto}</p> : null}
          <Today now={frame.now} />
        </div>
        {frame.sample ? <span class="sample">نمونه · همهٔ نام‌ها ساختگی است</span> : null}
        <div class="tools">
          {current === 'search' ? null : <Find />}
          <button class="btn btn--quiet" type="button" data-switch>
            شب
          </button>
        </div>
      </div>
      <nav class="cats" aria-label="دسته‌ها">
        <ul class="wrap">
          <li>
            <a href="/" aria-current={current === 'home' ? 'page' : undefined}>
              مهم‌ترین
            </a>
          </li>
          {SECTIONS.map(({ slug, name }) => (
            <li>
              <a href={categoryHref(slug)} aria-current={current === slug ? 'true' : undefined}>
                {name}
              </a>
            </li>
          ))}
          <li class="apart">
            <a href="/dyads" aria-current={current === 'dyads' ? 'true' : undefined}>
              دوسویه‌ها
            </a>
          </li>
          <li>
            <a href="/entities" aria-current={current === 'entities' ? 'true' : undefined}>
              نام‌ها
            </a>
          </li>
          <li>
            <a href="/dossiers" aria-current={current === 'dossiers' ? 'true' : undefined}>
              پرونده‌ها
            </a>
          </li>
          <li>
            <a href="/topics" aria-current={current === 'topics' ? 'true' : undefined}>
              موضوع‌ها
            </a>
          </li>
          <li>
            <a href="/outlets" aria-current={current === 'outlets' ? 'true' : undefined}>
              رسانه‌ها
            </a>
          </li>
        </ul>
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
  const [jalali = '', gregorian = ''] = weekdayInBothCalendars(day).split(' · ');
  return (
    <p class="today">
      <time datetime={day}>{jalali}</time> <time datetime={day}>{gregorian}</time>
    </p>
  );
}

/** The search field; narrow screens have a link to the search page instead. */
function Find() {
  return (
    <>
      <search aria-label="جست‌وجو در سند">
        <form class="find" action="/search">
          <label class="vh" for="q">
            جست‌وجو
          </label>
          <input class="inp" id="q" name="q" type="search" placeholder="خبر، نام، موضوع…" maxlength={200} />
          <button class="btn" type="submit">
            بگرد
          </button>
        </form>
      </search>
      <a class="btn find-link" href="/search">
        جست‌وجو
      </a>
    </>
  );
}
