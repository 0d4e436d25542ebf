/** Why an operator acts: asked of every act on stories and names, and kept with it. */
import type { DeskOutcome } from '../desk_acts.js';
import { type Desk, FormFault, textOf } from './desk.js';
import { Field } from './field.js';

const NOTE_MAX = 300;

/** When and why an act is done. Throws a `FormFault` when the reason is missing or too long. */
export function occasion({ site, form }: Desk): { readonly at: string; readonly note: string } {
  const note = textOf(form, 'note');
  if (note === '')
    throw new FormFault('note', 'دلیل خالی است؛ در چند واژه بنویسید چرا، تا دیگران هم بدانند.');
  if (note.length > NOTE_MAX) throw new FormFault('note', 'دلیل بلندتر از ۳۰۰ نویسه است؛ کوتاهش کنید.');
  return { at: site.clock(), note };
}

/** Where the act was done. Throws a `FormFault` at a field when the program refused it. */
export function donePlace(outcome: DeskOutcome, field: string): string {
  if (outcome.kind === 'done') return outcome.place;
  throw new FormFault(field, 'برنامه این کار را نپذیرفت؛ علت به انگلیسی در بالا آمده است.', outcome.why);
}

/** The field of the reason; `id` where a page has several. */
export function ReasonField({ desk, id }: { readonly desk: Desk; readonly id: string }) {
  return (
    <Field
      desk={desk}
      id={id}
      name="note"
      label="چرا"
      required
      max={NOTE_MAX}
      hint="تنها در فهرست کارها دیده می‌شود."
    />
  );
}
