/** The frame of every page of the desk: where one is, what waits where, what the last act did. */
import type { Waiting } from '../../store/site_desk.js';
import { say, type Words } from '../language.js';
import { Page } from '../layout/page.js';
import { Quoting } from '../pieces/foreign.js';
import { number } from '../words.js';
import type { ActLine } from './act_lines.js';
import { Undo } from './act_list.js';
import { Csrf } from './csrf_field.js';
import type { Desk, DeskView, FormFault } from './desk.js';
import { NOTICES } from './notices.js';

const PLACES = {
  desk: { fa: 'میز', en: 'Desk' },
  comments: { fa: 'دیدگاه‌ها', en: 'Comments' },
  quarantine: { fa: 'قرنطینه', en: 'Quarantine' },
  sources: { fa: 'منبع‌ها', en: 'Sources' },
  stories: { fa: 'خبرها', en: 'Stories' },
  entities: { fa: 'نام‌ها', en: 'Names' },
  topics: { fa: 'موضوع‌ها', en: 'Topics' },
  dossiers: { fa: 'پرونده‌ها', en: 'Dossiers' },
  alerts: { fa: 'خبررسانی', en: 'Alerts' },
  pages: { fa: 'صفحه‌ها', en: 'Pages' },
  hidden: { fa: 'پنهان‌شده‌ها', en: 'Hidden' },
  keys: { fa: 'کلیدها', en: 'Keys' },
  settings: { fa: 'تنظیم‌ها', en: 'Settings' },
  acts: { fa: 'کارها', en: 'Activity' },
} as const satisfies Readonly<Record<string, Words>>;

export type DeskPlace = keyof typeof PLACES;

interface DeskFrameProps {
  readonly desk: Desk;
  readonly waiting: Waiting;
  readonly view: DeskView;
  /** Code of what the last act did. */
  readonly done: string | undefined;
  /** That act, where it can be undone. */
  readonly act: ActLine | undefined;
}

export function DeskFrame({ desk, waiting, view, done, act }: DeskFrameProps) {
  const { frame, csrf, fault } = desk;
  return (
    <Page frame={frame} title={view.title} unlisted>
      <div class="wrap page desk">
        <div class="desk-bar">
          <Places current={view.place} waiting={waiting} />
          <form method="post" action="/admin/logout">
            <Csrf csrf={csrf} />
            <button class="btn btn--s" type="submit">
              {say('خروج', 'Sign out')}
            </button>
          </form>
        </div>
        <div class="topic-h">
          <h1>{view.heading ?? <Quoting text={view.title} />}</h1>
          {view.count === undefined ? null : <span class="count">{view.count}</span>}
        </div>
        <Notice done={done} act={act} desk={desk} />
        {fault === undefined ? null : <Refusal fault={fault} />}
        {view.body}
      </div>
    </Page>
  );
}

function Places({ current, waiting }: { readonly current: DeskPlace; readonly waiting: Waiting }) {
  return (
    <nav class="desk-nav" aria-label={say('میز گرداننده', 'Operator’s desk')}>
      <ul>
        {Object.entries(PLACES).map(([place, name]) => (
          <li>
            <a
              href={place === 'desk' ? '/admin' : `/admin/${place}`}
              aria-current={place === current ? 'true' : undefined}
            >
              {say(name)}
              <Waits count={waiting[place as keyof Waiting]} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
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

function Notice({ done, act, desk }: Pick<DeskFrameProps, 'done' | 'act' | 'desk'>) {
  const notice = NOTICES[done ?? ''];
  if (notice === undefined) return null;
  return (
    <div class="note-box desk-note desk-done" role="status">
      <p>
        {say(notice)}{' '}
        <a class="link" href="/admin/acts">
          {say('همهٔ کارها', 'All activity')}
        </a>
      </p>
      {act === undefined ? null : <Undo act={act} desk={desk} />}
    </div>
  );
}

function Refusal({ fault }: { readonly fault: FormFault }) {
  return (
    <div class="error desk-note" role="alert">
      <p>
        <b>{say('انجام نشد و چیزی تغییر نکرد.', 'Not done; nothing changed.')}</b>{' '}
        <Quoting text={say(fault.words)} />
      </p>
      {fault.detail === undefined ? null : (
        <p class="small" lang="en" dir="ltr">
          {fault.detail}
        </p>
      )}
    </div>
  );
}
