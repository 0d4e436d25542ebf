/** The frame of every page of the desk: where one is, what waits where, what the last act did. */
import type { Waiting } from '../../store/site_desk.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { number } from '../words.js';
import { Csrf } from './csrf_field.js';
import type { DeskView, FormFault } from './desk.js';
import { NOTICES } from './notices.js';

export type DeskPlace =
  | 'desk'
  | 'comments'
  | 'quarantine'
  | 'sources'
  | 'stories'
  | 'entities'
  | 'topics'
  | 'dossiers'
  | 'alerts'
  | 'pages'
  | 'hidden'
  | 'keys'
  | 'settings'
  | 'acts';

const PLACES: readonly (readonly [place: DeskPlace, name: string])[] = [
  ['desk', 'میز'],
  ['comments', 'دیدگاه‌ها'],
  ['quarantine', 'قرنطینه'],
  ['sources', 'منبع‌ها'],
  ['stories', 'خبرها'],
  ['entities', 'نام‌ها'],
  ['topics', 'موضوع‌ها'],
  ['dossiers', 'پرونده‌ها'],
  ['alerts', 'خبررسانی'],
  ['pages', 'صفحه‌ها'],
  ['hidden', 'پنهان‌شده‌ها'],
  ['keys', 'کلیدها'],
  ['settings', 'تنظیم‌ها'],
  ['acts', 'کارها'],
];

interface DeskFrameProps {
  readonly frame: Frame;
  readonly csrf: string;
  readonly waiting: Waiting;
  readonly view: DeskView;
  /** Code of what the last act did. */
  readonly done: string | undefined;
  readonly fault: FormFault | undefined;
}

export function DeskFrame({ frame, csrf, waiting, view, done, fault }: DeskFrameProps) {
  const notice = NOTICES[done ?? ''];
  return (
    <Page frame={frame} title={view.title} unlisted>
      <div class="wrap page desk">
        <div class="desk-bar">
          <nav class="desk-nav" aria-label="میز گرداننده">
            <ul>
              {PLACES.map(([place, name]) => (
                <li>
                  <a
                    href={place === 'desk' ? '/admin' : `/admin/${place}`}
                    aria-current={place === view.place ? 'true' : undefined}
                  >
                    {name}
                    <Waits count={waiting[place as keyof Waiting]} />
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <form method="post" action="/admin/logout">
            <Csrf csrf={csrf} />
            <button class="btn btn--s" type="submit">
              بیرون رفتن
            </button>
          </form>
        </div>
        <div class="topic-h">
          <h1>{view.title}</h1>
          {view.count === undefined ? null : <span class="count">{view.count}</span>}
        </div>
        {notice === undefined ? null : (
          <p class="note-box desk-note" role="status">
            {notice}{' '}
            <a class="link" href="/admin/acts">
              کارها و واگرداندن
            </a>
          </p>
        )}
        {fault === undefined ? null : (
          <div class="error desk-note" role="alert">
            <p>
              <b>انجام نشد و چیزی تغییر نکرد.</b> {fault.message}
            </p>
            {fault.detail === undefined ? null : (
              <p class="small" lang="en" dir="ltr">
                {fault.detail}
              </p>
            )}
          </div>
        )}
        {view.body}
      </div>
    </Page>
  );
}

function Waits({ count }: { readonly count: number | undefined }) {
  if (count === undefined || count === 0) return null;
  return (
    <>
      {' '}
      <span class="n">{number(count)}</span>
    </>
  );
}
