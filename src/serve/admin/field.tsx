/** Fields of the desk's forms: label, hint, and the fault where it is. */
import type { Child } from 'hono/jsx';
import { say } from '../language.js';
import { Quoting } from '../pieces/foreign.js';
import type { Desk } from './desk.js';
import { textOf } from './desk.js';

interface FieldProps {
  readonly desk: Desk;
  /** Name in the form, and id on the page unless `id` is given. */
  readonly name: string;
  /** Where a page has several fields of one name. */
  readonly id?: string;
  readonly label: string;
  readonly hint?: Child;
  readonly value?: string | undefined;
  readonly type?: string;
  readonly required?: boolean;
  readonly max?: number;
  /** Latin letters: addresses and ids. */
  readonly ltr?: boolean;
  /** Several lines; `tall` for the words of a whole page. */
  readonly rows?: 'few' | 'tall';
  readonly list?: string;
  /** Offers names of the ledger while somebody types: several by their names, or the id of one. */
  readonly pick?: 'names' | 'id';
}

/** A field of one line, or of several; what was sent stays in it when it was refused. */
export function Field(props: FieldProps) {
  const { desk, name, label, hint } = props;
  const id = props.id ?? name;
  const isWrong = desk.fault?.field === name;
  const described = [isWrong ? `${id}-e` : '', hint === undefined ? '' : `${id}-h`].filter(Boolean).join(' ');
  const value = desk.fault === undefined ? props.value : textOf(desk.form, name);
  const shared = {
    class: props.rows === 'tall' ? 'inp inp--tall' : 'inp',
    id,
    name,
    required: props.required,
    maxlength: props.max,
    // Operators write Persian on English pages too.
    dir: props.ltr ? 'ltr' : say(undefined, 'auto'),
    'aria-invalid': isWrong ? ('true' as const) : undefined,
    'aria-describedby': described === '' ? undefined : described,
  };
  return (
    <div class="field">
      <label for={id}>
        <Quoting text={label} />
      </label>
      {props.rows ? (
        <textarea {...shared}>{value ?? ''}</textarea>
      ) : (
        <div class="picks">
          <input
            {...shared}
            type={props.type ?? 'text'}
            value={value}
            list={props.list}
            data-pick={props.pick}
          />
        </div>
      )}
      {isWrong ? (
        <p class="err" id={`${id}-e`}>
          <Quoting text={desk.fault === undefined ? '' : say(desk.fault.words)} />
        </p>
      ) : null}
      <Hint id={id} hint={hint} />
    </div>
  );
}

interface ChoiceProps {
  readonly desk: Desk;
  readonly name: string;
  readonly id?: string;
  readonly label: string;
  readonly hint?: Child;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
}

/** A list to choose one from. */
export function Choice({ desk, name, id = name, label, hint, value, options }: ChoiceProps) {
  const chosen = desk.fault === undefined ? value : textOf(desk.form, name) || value;
  return (
    <div class="field">
      <label for={id}>
        <Quoting text={label} />
      </label>
      <select class="inp" id={id} name={name} aria-describedby={hint === undefined ? undefined : `${id}-h`}>
        {options.map(([each, text]) => (
          <option value={each} selected={each === chosen}>
            {text}
          </option>
        ))}
      </select>
      <Hint id={id} hint={hint} />
    </div>
  );
}

function Hint({ id, hint }: { readonly id: string; readonly hint: Child | undefined }) {
  if (hint === undefined) return null;
  return (
    <p class="hint" id={`${id}-h`}>
      {typeof hint === 'string' ? <Quoting text={hint} /> : hint}
    </p>
  );
}
