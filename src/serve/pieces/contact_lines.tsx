/** Contacts in lists. */

import type { Child } from 'hono/jsx';
import { heardVoices } from '../../model/ledger.js';
import type { ContactLine, PartyName } from '../../store/site_contacts.js';
import { contactHref, entityHref } from '../addresses.js';
import type { Words } from '../language.js';
import { say } from '../language.js';
import {
  articleCount,
  contactName,
  daysWords,
  OPEN_SIDE,
  PART_WORDS,
  SECRECY_WORDS,
  STANCE_WORDS,
  stateOf,
} from '../ledger_words.js';
import { NOUNS } from '../nouns.js';
import { counted, number } from '../words.js';
import { Name } from './name.js';
import { SecrecyMark, State } from './state.js';
import { WhyStatus } from './why_status.js';

/** «بهمن آرتین ⇄ تیمور والین»; who brought it about behind them: «· میانجی: لاژور». */
export function Parties({
  line: { actors, roles, entry },
  withRoles,
}: {
  readonly line: ContactLine;
  readonly withRoles?: boolean;
}) {
  const open = entry.isOpen ? [<span class="soft">{say(OPEN_SIDE)}</span>] : [];
  return (
    <span class="who">
      {join(
        [...actors.map((actor) => <Party actor={actor} />), ...open],
        <>
          {' '}
          <span class="arrows" role="img" aria-label={say('و', 'and')}>
            ⇄
          </span>{' '}
        </>,
      )}
      {(withRoles ? roles : []).map((role) => (
        <>
          {' '}
          · <span class="soft">{say(PART_WORDS[role.part])}:</span> <Party actor={role} />
        </>
      ))}
    </span>
  );
}

function join(parts: readonly Child[], between: Child): Child[] {
  return parts.flatMap((part, at) => (at === 0 ? [part] : [between, part]));
}

function Party({ actor }: { readonly actor: PartyName }) {
  const name = <Name of={actor.name} />;
  return actor.entityId === null ? name : <a href={entityHref(actor.entityId)}>{name}</a>;
}

/** Contacts one below the other, each with its state and the way to its evidence. */
export function ContactLines({ contacts }: { readonly contacts: readonly ContactLine[] }) {
  return (
    <div>
      {contacts.map((line) => (
        <article class="contact" data-contact={line.id}>
          <span class="sts">
            <State state={stateOf(line.entry)} />
            <SecrecyMark secrecy={line.entry.secrecy} />
          </span>
          <h3>
            <a href={contactHref(line.id)}>{contactName(line.entry)}</a>
          </h3>
          <p>
            <Parties line={line} withRoles /> ·{' '}
            <span class="nb">{daysWords(line.entry.days)?.main ?? say('روزش روشن نیست', 'day unclear')}</span>
            {line.entry.place === undefined ? null : (
              <>
                {' '}
                · <Name of={line.entry.place} />
              </>
            )}{' '}
            · {evidenceWords(line)} ·{' '}
            <a class="link" href={contactHref(line.id)}>
              {say('سندها', 'Evidence')}
            </a>
          </p>
          <WhyStatus line={line} />
        </article>
      ))}
    </div>
  );
}

/** «۳ گفته در ۲ گزارش» */
export function evidenceWords(line: ContactLine): string {
  const voices = counted(heardVoices(line.entry).length, NOUNS.statement);
  return `${voices} ${say('در', 'in')} ${counted(articleCount(line), NOUNS.report)}`;
}

const BETWEEN = { fa: 'میان', en: 'Between' };
const PLACE = { fa: 'جا', en: 'Place' };
const MADE_KNOWN = { fa: 'اعلام', en: 'Announced' };

const HEADS: readonly Words[] = [
  { fa: 'زمان', en: 'Time' },
  { fa: 'تماس', en: 'Contact' },
  BETWEEN,
  PLACE,
  MADE_KNOWN,
  { fa: 'وضعیت', en: 'Status' },
  { fa: 'گفته‌ها', en: 'Statements' },
  { fa: 'سند', en: 'Evidence' },
];

/** The ledger as a table, numbered as the timeline is. */
export function LedgerTable({
  contacts,
  caption,
  numbers,
  today,
}: {
  readonly contacts: readonly ContactLine[];
  readonly caption: string;
  readonly numbers: ReadonlyMap<string, number>;
  /** `2025-12-15` */
  readonly today: string;
}) {
  return (
    <table class="tbl tbl--stack">
      <caption class="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="vh">{say('شماره', 'Number')}</span>
          </th>
          {HEADS.map((head) => (
            <th scope="col">{say(head)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {contacts.map((line) => (
          <LedgerRow line={line} at={numbers.get(line.id) ?? 0} today={today} />
        ))}
      </tbody>
    </table>
  );
}

function LedgerRow({
  line,
  at,
  today,
}: {
  readonly line: ContactLine;
  readonly at: number;
  readonly today: string;
}) {
  const { entry } = line;
  const days = daysWords(entry.days);
  const isFuture = (entry.days[0] ?? '') > today;
  return (
    <tr id={`c-${line.id}`} class={isFuture ? 'future' : undefined} data-contact={line.id}>
      <td class="n">{number(at)}</td>
      <td class="when">
        {days === undefined ? (
          <span class="soft">{say('بی‌تاریخ', 'undated')}</span>
        ) : (
          <>
            <span class="nb">{days.main}</span> <span class="sub nb">{days.other}</span>
          </>
        )}
      </td>
      <th scope="row" class="what">
        <a href={contactHref(line.id)}>{contactName(entry)}</a>
      </th>
      <td data-l={say(BETWEEN)}>
        <Parties line={line} withRoles />
      </td>
      <td data-l={say(PLACE)} class={entry.place === undefined ? 'nil' : undefined}>
        {entry.place === undefined ? <span class="soft">—</span> : <Name of={entry.place} />}
      </td>
      <td data-l={say(MADE_KNOWN)} class="ann">
        {entry.secrecy === 'announced' || entry.secrecy === 'unknown' ? (
          <span class={entry.secrecy === 'unknown' ? 'soft' : undefined}>
            {say(SECRECY_WORDS[entry.secrecy])}
          </span>
        ) : (
          <SecrecyMark secrecy={entry.secrecy} />
        )}
      </td>
      <td class="stat">
        <State state={stateOf(entry)} />
        <WhyStatus line={line} />
      </td>
      <td class="says">
        <Stances line={line} />
      </td>
      <td class="ev">
        <a class="link nb" href={contactHref(line.id)}>
          {counted(articleCount(line), NOUNS.report)}
        </a>
      </td>
    </tr>
  );
}

/** How many voices say what. */
function Stances({ line }: { readonly line: ContactLine }) {
  const counts = new Map<keyof typeof STANCE_WORDS, number>();
  for (const { stance } of heardVoices(line.entry)) counts.set(stance, (counts.get(stance) ?? 0) + 1);
  return (
    <span class="row">
      {[...counts].map(([stance, count]) => (
        <State
          state={STANCE_WORDS[stance]}
          word={`${say(STANCE_WORDS[stance].word)}: ${number(count)}`}
          mini
        />
      ))}
    </span>
  );
}
