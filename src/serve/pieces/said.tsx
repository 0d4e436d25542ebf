/** Statements in lists: under their speakers, each with its words, its outlet and the way to its sentence. */

import type { StatementLine } from '../../store/site_statements.js';
import { entityHref, outletHref, statementHref } from '../addresses.js';
import { say } from '../language.js';
import { ACT_WORDS, STANCE_WORDS } from '../ledger_words.js';
import { counted, cutAtWord, number, shown } from '../words.js';
import { Mixed } from './foreign.js';
import { Name } from './name.js';
import { SectionHead } from './section_head.js';
import { State } from './state.js';
import { TimeOrSight } from './times.js';

/** Reports beside the one that is named. */
export const OTHER_REPORTS = { fa: 'گزارش دیگر', one: 'other report', many: 'other reports' } as const;

/** Letters of a statement in a list; the whole of it stands on its own page. */
const LIST_LETTERS = 420;

/** Statements under their speakers, in the order in which each speaker first comes. */
export function SaidBySpeaker({
  statements,
  now,
}: {
  readonly statements: readonly StatementLine[];
  readonly now: string;
}) {
  return (
    <>
      {bySpeaker(statements).map((own) => (
        <section class="speaker">
          <SpeakerHead line={own[0]} />
          <Said statements={own} now={now} />
        </section>
      ))}
    </>
  );
}

/** A page's section of statements under their speakers; nothing where there are none. */
export function StatementsSection({
  statements,
  now,
}: {
  readonly statements: readonly StatementLine[];
  readonly now: string;
}) {
  if (statements.length === 0) return null;
  return (
    <section class="sec sec--read" aria-labelledby="s-st">
      <SectionHead
        id="s-st"
        title={say('گفته‌ها', 'Statements')}
        note={say('هر گفته یک بار؛ رونوشت‌ها شمرده نمی‌شوند', 'each statement once; copies do not count')}
        why="said"
      />
      <div>
        <SaidBySpeaker statements={statements} now={now} />
      </div>
    </section>
  );
}

function bySpeaker(statements: readonly StatementLine[]): StatementLine[][] {
  const groups = new Map<string, StatementLine[]>();
  for (const line of statements) {
    const speaker = line.speakers[0];
    const key = speaker?.entityId ?? (speaker === undefined ? '' : `${line.articleId} ${speaker.name}`);
    const known = groups.get(key);
    if (known) known.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()];
}

function SpeakerHead({ line }: { readonly line: StatementLine | undefined }) {
  const speaker = line?.speakers[0];
  return (
    <div class="speaker-head">
      <h3>
        {speaker === undefined ? (
          say('گوینده روشن نیست', 'Speaker unclear')
        ) : (
          <SpeakerName speaker={speaker} />
        )}
      </h3>
      {line?.role == null ? null : (
        <span class="role">
          <Mixed text={shown(line.role)} />
        </span>
      )}
      {speaker !== undefined && speaker.entityId === null ? (
        <span class="role">{say('نامش نیامده است', 'not named')}</span>
      ) : null}
    </div>
  );
}

export function SpeakerName({ speaker }: { readonly speaker: StatementLine['speakers'][number] }) {
  const name = <Name of={speaker.name} />;
  return speaker.entityId === null ? name : <a href={entityHref(speaker.entityId)}>{name}</a>;
}

/** Statements as a list. */
export function Said({
  statements,
  now,
  withSpeaker = false,
}: {
  readonly statements: readonly StatementLine[];
  readonly now: string;
  readonly withSpeaker?: boolean;
}) {
  return (
    <ul class="said">
      {statements.map((line) => (
        <SaidLine line={line} now={now} withSpeaker={withSpeaker} />
      ))}
    </ul>
  );
}

function SaidLine({
  line,
  now,
  withSpeaker,
}: {
  readonly line: StatementLine;
  readonly now: string;
  readonly withSpeaker: boolean;
}) {
  const words = cutAtWord(shown(line.content), LIST_LETTERS);
  const others = line.speakers.slice(1);
  return (
    <li data-statement={line.id}>
      <State state={STANCE_WORDS[line.stance]} />
      <p class="q">
        <Mixed text={line.form === 'direct' ? `«${words}»` : words} />
      </p>
      <div class="by">
        {withSpeaker && line.speakers[0] !== undefined ? (
          <b>
            <SpeakerName speaker={line.speakers[0]} />
          </b>
        ) : null}
        <span>{say(ACT_WORDS[line.act])}</span>
        {others.length === 0 ? null : (
          <span>
            {say('و نیز', 'and also')}{' '}
            {others.map((speaker, at) => (
              <>
                {at === 0 ? '' : say('، ', ', ')}
                <SpeakerName speaker={speaker} />
              </>
            ))}
          </span>
        )}
        <OutletOf line={line} />
        <TimeOrSight printed={line.saidAt} seen={line.knownAt} now={now} />
        {line.copies === 0 ? null : (
          <span>
            {say(
              `در ${number(line.copies)} گزارش دیگر نیز`,
              `also in ${counted(line.copies, OTHER_REPORTS)}`,
            )}
          </span>
        )}
        {line.currentVersion > line.lastVersion ? (
          <span>{say('از متن برداشته شده است', 'since removed from the text')}</span>
        ) : null}
        <a class="link" href={statementHref(line.id)}>
          {say('جمله در متن', 'Sentence in the text')}
        </a>
        <WhyStance line={line} />
      </div>
    </li>
  );
}

/** The words and the rule on which act and position rest. */
function WhyStance({ line: { verb, rule } }: { readonly line: StatementLine }) {
  return (
    <details class="why why--so" data-why="stance">
      <summary>
        {say('چرا؟', 'Why?')}
        <span class="vh"> {say('این موضع', 'this position')}</span>
      </summary>
      <p>
        {verb === null ? null : (
          <>
            {say('فعل در متن:', 'verb in the text:')} «<Mixed text={shown(verb)} />» ·{' '}
          </>
        )}
        {say('قاعده:', 'rule:')} <Mixed text={rule} />
      </p>
    </details>
  );
}

export function OutletOf({
  line,
}: {
  readonly line: { readonly outletId: string | null; readonly outletName: string | null };
}) {
  if (line.outletName === null) return null;
  if (line.outletId === null)
    return (
      <span>
        <Name of={line.outletName} />
      </span>
    );
  return (
    <a href={outletHref(line.outletId)}>
      <Name of={line.outletName} />
    </a>
  );
}
