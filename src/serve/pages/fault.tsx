import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';

/** An error page: what happened, what is safe, what to do. */
export interface FaultView {
  readonly status: 400 | 403 | 404 | 410 | 413 | 429 | 500 | 503;
  readonly title: string;
  readonly happened: string;
  readonly safe?: string;
  readonly todo: string;
  /** A way on. */
  readonly links?: readonly { readonly href: string; readonly text: string }[];
}

export function FaultPage({ frame, view }: { readonly frame: Frame; readonly view: FaultView }) {
  const links = view.links ?? [{ href: '/', text: 'صفحهٔ نخست' }];
  return (
    <Page frame={frame} title={view.title} unlisted>
      <div class="wrap page read">
        <h1>{view.title}</h1>
        <div class="error">
          <p>{view.happened}</p>
          {view.safe === undefined ? null : <p>{view.safe}</p>}
          <p>{view.todo}</p>
        </div>
        <p class="acts">
          {links.map(({ href, text }) => (
            <a class="btn" href={href}>
              {text}
            </a>
          ))}
        </p>
      </div>
    </Page>
  );
}
