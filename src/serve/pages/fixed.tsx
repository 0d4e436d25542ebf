import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Markup } from '../markup.js';
import { dayInBothCalendars } from '../words.js';

export interface FixedView {
  readonly name: string;
  readonly text: string;
  /** When the operator wrote it; absent for the words that come with the program. */
  readonly editedAt?: string | undefined;
}

export function FixedPageView({ frame, view }: { readonly frame: Frame; readonly view: FixedView }) {
  return (
    <Page frame={frame} title={view.name}>
      <div class="wrap page read">
        <h1>{view.name}</h1>
        <div class="prose fixed">
          <Markup text={view.text} />
        </div>
        {view.editedAt === undefined ? null : (
          <p class="soft small">
            آخرین ویرایش: <time datetime={view.editedAt}>{dayInBothCalendars(view.editedAt)}</time>
          </p>
        )}
      </div>
    </Page>
  );
}
