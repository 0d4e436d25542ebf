/** The note that stands where something was hidden: asked for on every form that hides. */
import { say } from '../language.js';
import type { Desk, Form } from './desk.js';
import { Field } from './field.js';
import { FIELD_NOUNS, requiredText } from './form_faults.js';

const NOTE_MAX = 300;

/** The note of a form. Throws a `FormFault` when it is missing or too long. */
export function hidingNote(form: Form): string {
  return requiredText(form, {
    name: 'note',
    noun: FIELD_NOUNS.note,
    max: NOTE_MAX,
    empty: {
      fa: 'یادداشت خالی است؛ بنویسید چرا پنهان می‌شود، خوانندگان آن را می‌بینند.',
      en: 'The note is empty; write why it is hidden, readers see it.',
    },
  });
}

export function HidingNoteField({ desk }: { readonly desk: Desk }) {
  return (
    <Field
      desk={desk}
      name="note"
      label={say('یادداشت برای خوانندگان', 'Note for readers')}
      required
      max={NOTE_MAX}
    />
  );
}
