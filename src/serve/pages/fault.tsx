import { say, type Words } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Mixed } from '../pieces/foreign.js';

/** An error page: what happened, what is safe, what to do. */
export interface FaultView {
  readonly status: 400 | 403 | 404 | 410 | 413 | 429 | 500 | 503;
  readonly title: Words;
  readonly happened: Words;
  readonly safe?: Words;
  /** What the operator wrote about it, in his own words. */
  readonly note?: string;
  readonly todo: Words;
  /** A way on. */
  readonly links?: readonly { readonly href: string; readonly text: Words }[];
}

const FRONT_PAGE = { href: '/', text: { fa: 'صفحهٔ نخست', en: 'Front page' } };

export function FaultPage({ frame, view }: { readonly frame: Frame; readonly view: FaultView }) {
  const links = view.links ?? [FRONT_PAGE];
  return (
    <Page frame={frame} title={say(view.title)} unlisted>
      <div class="wrap page read">
        <h1>{say(view.title)}</h1>
        <div class="error">
          <p>{say(view.happened)}</p>
          {view.note === undefined ? null : (
            <p>
              {say('یادداشت:', 'Note:')} <Mixed text={view.note} />
            </p>
          )}
          {view.safe === undefined ? null : <p>{say(view.safe)}</p>}
          <p>{say(view.todo)}</p>
        </div>
        <p class="acts">
          {links.map(({ href, text }) => (
            <a class="btn" href={href}>
              {say(text)}
            </a>
          ))}
        </p>
      </div>
    </Page>
  );
}
