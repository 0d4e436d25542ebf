/** The frames that the desk's forms repeat: a section with its heading, a form with its button, a button by itself. */
import type { Child } from 'hono/jsx';
import { say } from '../language.js';
import { Mixed } from '../pieces/foreign.js';
import { Csrf } from './csrf_field.js';
import type { Desk } from './desk.js';

interface SectionProps {
  /** Of the heading. */
  readonly id: string;
  readonly title: string;
  /** Small, beside the title. */
  readonly note?: Child;
  readonly children?: Child;
}

/** A part of a page under a heading of its own. */
export function Section({ id, title, note, children }: SectionProps) {
  return (
    <section class="sec" aria-labelledby={id}>
      <h2 class="sec-h" id={id}>
        {title}
        {note === undefined ? null : (
          <>
            {' '}
            <small>{note}</small>
          </>
        )}
      </h2>
      {children}
    </section>
  );
}

/** How a button looks: plain, what the page is for, or what takes something away. */
type ButtonLook = 'plain' | 'main' | 'danger';

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  plain: 'btn',
  main: 'btn btn--main',
  danger: 'btn btn--danger',
};

interface DeskFormProps {
  readonly desk: Desk;
  readonly action: string;
  readonly text: string;
  readonly look?: ButtonLook;
  /** Without a section around it the form keeps its distance itself. */
  readonly apart?: boolean;
  readonly children?: Child;
}

/** Fields and the button that sends them. */
export function DeskForm({ desk, action, text, look = 'plain', apart = false, children }: DeskFormProps) {
  return (
    <form class={apart ? 'form desk-form' : 'form'} method="post" action={action}>
      <Csrf csrf={desk.csrf} />
      {children}
      <div class="row">
        <button class={LOOKS[look]} type="submit">
          {text}
        </button>
      </div>
    </form>
  );
}

interface ActButtonProps {
  readonly desk: Desk;
  readonly action: string;
  readonly name: string;
  readonly value: string;
  readonly text: Child;
  /** What it is about, for those who hear the page: the source, the key. */
  readonly about?: Child;
  /** Sent with it. */
  readonly hidden?: Readonly<Record<string, string>>;
}

/** One small button that does one thing to what it stands beside. */
export function ActButton({ desk, action, name, value, text, about, hidden = {} }: ActButtonProps) {
  return (
    <form method="post" action={action}>
      <Csrf csrf={desk.csrf} />
      {Object.entries(hidden).map(([each, sent]) => (
        <input type="hidden" name={each} value={sent} />
      ))}
      <button class="btn btn--s" name={name} value={value} type="submit">
        {text}
        {about === undefined ? null : <span class="vh"> {about}</span>}
      </button>
    </form>
  );
}

/** An id, an address, a code, a message of the program: from left to right, and not to be translated. */
export function Latin({ children }: { readonly children?: Child }) {
  return (
    <bdi lang="en" dir="ltr" translate="no">
      {children}
    </bdi>
  );
}

/** «الف · ب»: facts in one line; those that are absent leave no trace. */
export function Facts({ of }: { readonly of: readonly (Child | undefined)[] }) {
  const known = of.filter((fact) => fact !== undefined);
  return (
    <>
      {known.map((fact, at) => (
        <>
          {at === 0 ? null : ' · '}
          {fact}
        </>
      ))}
    </>
  );
}

/** What others wrote, in the quotation marks of the page's language. */
export function Quoted({ text }: { readonly text: string }) {
  return (
    <>
      {say('«', '“')}
      <Mixed text={text} />
      {say('»', '”')}
    </>
  );
}
