import { writeMoment } from '../as_of.js';
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
        <b>آن‌گونه که تا آن زمان می‌دانستیم:</b>
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
        نشان بده
      </button>
      <span class="soft" id="asofh">
        {asOf === undefined
          ? 'هجری یا میلادی؛ صفحه همان‌گونه می‌شود که در آن لحظه بود.'
          : `این صفحه همان است که تا ${fullTime(asOf, null)} می‌دانستیم.`}
      </span>
      {asOf === undefined ? null : (
        <a class="link push" href={action}>
          آنچه اکنون می‌دانیم
        </a>
      )}
    </form>
  );
}
