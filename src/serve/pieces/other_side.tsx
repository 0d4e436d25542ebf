/** An open contact: its articles name one side; which contact it is held to be, and why. */
import type { LedgerContact } from '../../model/ledger.js';
import type { ContactLine } from '../../store/site_contacts.js';
import { contactHref } from '../addresses.js';
import type { Words } from '../language.js';
import { say } from '../language.js';
import { counted } from '../words.js';
import { Ago } from './times.js';

type Resolution = NonNullable<LedgerContact['resolutions']>[number];

/** Nothing where both sides are named. */
export function OtherSide({ line, now }: { readonly line: ContactLine; readonly now: string }) {
  const { entry, resolvedTo } = line;
  if (entry.isOpen !== true) return null;
  const steps = entry.resolutions ?? [];
  return (
    <section class="sec sec--read" id="other-side" aria-labelledby="s-ot">
      <h2 class="sec-h" id="s-ot">
        {say('طرف دیگر', 'The other side')}{' '}
        <small>
          {say(
            'گزارش آن را نام نبرده است؛ آنچه اینجاست از گزارش‌های دیگر است',
            'the report does not name it; what stands here comes from other reports',
          )}
        </small>
      </h2>
      <ol class="hist">
        {steps.length === 0 ? <li>{say(whyOf(undefined))}</li> : null}
        {steps.map((step) => (
          <li>
            <time datetime={step.known}>
              <Ago iso={step.known} now={now} />
            </time>
            <span>{say(whyOf(step))}</span>
          </li>
        ))}
      </ol>
      {resolvedTo === null ? null : (
        <p>
          <a class="link" href={contactHref(resolvedTo)}>
            {say('تماسی که همین دانسته می‌شود', 'The contact that it is held to be')}
          </a>
        </p>
      )}
    </section>
  );
}

/** Why an open contact is held to be another one, or none. */
function whyOf(step: Resolution | undefined): Words {
  if (step?.contact !== undefined) {
    return step.rule === 'open/day'
      ? {
          fa: 'تنها یک تماس با همین طرف، از همین گونه و در همین روز ثبت شده است؛ همان دانسته می‌شود.',
          en: 'Only one contact with this side, of this kind and on this day is on record: it is held to be that one.',
        }
      : {
          fa: 'تنها یک تماس با همین طرف و از همین گونه در همین روزها گزارش شده است؛ همان دانسته می‌شود.',
          en: 'Only one contact with this side and of this kind was reported in these days: it is held to be that one.',
        };
  }
  if (step !== undefined && step.rivals > 1) {
    const rivals = counted(step.rivals, RIVALS);
    return {
      fa: `${rivals} با آن می‌خواند؛ تا یکی نماند، طرف دیگر باز می‌ماند.`,
      en: `${rivals} fit; while there is more than one, the other side stays open.`,
    };
  }
  return {
    fa: 'هیچ تماس ثبت‌شده‌ای با آن نمی‌خواند؛ طرف دیگر نام برده نشده است.',
    en: 'No contact on record fits: the other side is not named.',
  };
}

const RIVALS = { fa: 'تماس', one: 'contact', many: 'contacts' };
