/** All that stands against each other: contacts in dispute, positions that changed, claims and their denials. */
import { say } from '../language.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { ClaimPairs } from '../pieces/claim_pairs.js';
import { Contradictions } from '../pieces/contradictions.js';
import { Empty } from '../pieces/states.js';
import type { ContradictionsView } from '../views/contradictions_view.js';

export function ContradictionsPage({
  frame,
  view,
}: {
  readonly frame: Frame;
  readonly view: ContradictionsView;
}) {
  const title = say('روبه‌روی هم', 'Against each other');
  return (
    <Page frame={frame} title={title} current="contradictions" feedsOf="/contradictions">
      <div class="wrap page">
        <h1>{title}</h1>
        <p class="soft small">
          {say(
            'جایی که دو گوینده دربارهٔ یک تماس یا یک ادعا خلاف هم می‌گویند، یا گوینده‌ای موضعش را عوض کرده است؛ هر کدام با سندش.',
            'Where two speakers say the opposite of one contact or claim, or one changed position; each with its evidence.',
          )}
        </p>
        {view.claims.length + view.contacts.length === 0 ? (
          <Empty title={say('هنوز گفته‌ای روبه‌روی گفتهٔ دیگر نیست', 'Nothing stands against each other yet')}>
            <p>
              {say(
                'همین که کسی گفتهٔ دیگری را تکذیب کند یا موضعش را عوض کند، هر دو گفته اینجا کنار هم می‌آیند.',
                'As soon as somebody denies what another said, or changes position, both stand here side by side.',
              )}
            </p>
          </Empty>
        ) : null}
        <ClaimPairs pairs={view.claims} now={frame.now} />
        <Contradictions contradictions={view.contacts} now={frame.now} />
      </div>
    </Page>
  );
}
