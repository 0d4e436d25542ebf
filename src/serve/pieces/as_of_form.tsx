import { writeMoment } from '../as_of.js';
import { say } from '../language.js';
import { fullTime } from '../words.js';

interface AsOfProps {
  /** Path of the page. */
  readonly action: string;
  readonly asOf: string | undefined;
  readonly now: string;
}

/** Asks for the page as it would have been at a past moment, and says so when it is. */
export function AsOfForm({ action, asOf, now }: AsOfProps) {
  return (
    <form class="asof" action={action} method="get">
      <label for="asof">
        <b>{say('آن‌گونه که تا آن زمان می‌دانستیم:', 'As known at:')}</b>
      </label>
      <input
        class="inp"
        id="asof"
        name="asOf"
        value={writeMoment(asOf ?? now)}
        size={17}
        maxlength={40}
        aria-describedby="asofh"
      />
      <button class="btn btn--s" type="submit">
        {say('نشان بده', 'Show')}
      </button>
      <span class={asOf === undefined ? 'soft hint' : 'soft'} id="asofh">
        {asOf === undefined
          ? say(
              'هجری یا میلادی؛ صفحه همان‌گونه می‌شود که در آن لحظه بود.',
              'Gregorian or Jalali; the page becomes what it was at that moment.',
            )
          : say(
              `این صفحه همان است که تا ${fullTime(asOf, null)} می‌دانستیم.`,
              `This page is what we knew by ${fullTime(asOf, null)}.`,
            )}
      </span>
      {asOf === undefined ? null : (
        <a class="link push" href={action}>
          {say('آنچه اکنون می‌دانیم', 'What we know now')}
        </a>
      )}
    </form>
  );
}
