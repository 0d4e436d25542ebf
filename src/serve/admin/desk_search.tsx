import { say } from '../language.js';

/** The field with which an operator finds what is to be changed. */
export function DeskSearch({
  action,
  label,
  words,
  max = 80,
  keep = {},
}: {
  /** The page that answers. */
  readonly action: string;
  /** What may be written. */
  readonly label: string;
  /** What was asked for. */
  readonly words: string;
  readonly max?: number;
  /** What else the address asks, which a search keeps. */
  readonly keep?: Readonly<Record<string, string>>;
}) {
  return (
    <form class="find desk-form" action={action}>
      {Object.entries(keep).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label class="vh" for="desk-q">
        {label}
      </label>
      <input
        class="inp"
        id="desk-q"
        name="q"
        type="search"
        value={words}
        placeholder={label}
        maxlength={max}
      />
      <button class="btn" type="submit">
        {say('بیاب', 'Find')}
      </button>
    </form>
  );
}
