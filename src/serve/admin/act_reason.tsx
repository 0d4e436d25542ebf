/** Why an operator acts: asked of every act on stories and names, and kept with it. */
import type { DeskOutcome } from '../desk_acts.js';
import { say } from '../language.js';
import { type Desk, FormFault } from './desk.js';
import { Field } from './field.js';
import { FIELD_NOUNS, requiredText } from './form_faults.js';

const NOTE_MAX = 300;

/** When and why an act is done. Throws a `FormFault` when the reason is missing or too long. */
export function occasion({ site, form }: Desk): { readonly at: string; readonly note: string } {
  const note = requiredText(form, {
    name: 'note',
    noun: FIELD_NOUNS.reason,
    max: NOTE_MAX,
    empty: {
      fa: 'دلیل خالی است؛ در چند واژه بنویسید چرا، تا دیگران هم بدانند.',
      en: 'The reason is empty; write why in a few words, so that others know too.',
    },
  });
  return { at: site.clock(), note };
}

/** Where the act was done. Throws a `FormFault` at a field when the program refused it. */
export function donePlace(outcome: DeskOutcome, field: string): string {
  if (outcome.kind === 'done') return outcome.place;
  throw new FormFault(
    field,
    {
      fa: 'برنامه این کار را نپذیرفت؛ علت به انگلیسی در بالا آمده است.',
      en: 'The program refused this; the cause stands above.',
    },
    outcome.why,
  );
}

/** The field of the reason; `id` where a page has several. */
export function ReasonField({ desk, id }: { readonly desk: Desk; readonly id: string }) {
  return (
    <Field
      desk={desk}
      id={id}
      name="note"
      label={say('چرا', 'Why')}
      required
      max={NOTE_MAX}
      hint={say('لازم است؛ تنها در فهرست کارها دیده می‌شود.', 'Needed; only shown in the activity list.')}
    />
  );
}
