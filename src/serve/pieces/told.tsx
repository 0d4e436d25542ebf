/** What articles tell, on their own pages and on the pages of their stories. */

import type { ContactLine } from '../../store/site_contacts.js';
import type { StatementLine } from '../../store/site_statements.js';
import { say } from '../language.js';
import { NOUNS } from '../nouns.js';
import type { Against } from '../views/against_view.js';
import { counted } from '../words.js';
import { AgainstSection } from './against.js';
import { ContactLines } from './contact_lines.js';
import { SaidBySpeaker } from './said.js';
import { SectionHead } from './section_head.js';

export interface Told {
  readonly statements: readonly StatementLine[];
  readonly contacts: readonly ContactLine[];
  readonly against: Against;
}

/** «چه کسی چه گفت» and the contacts of a story's articles, copies folded. */
export function StoryTold({ told, now }: { readonly told: Told; readonly now: string }) {
  return (
    <>
      {told.statements.length === 0 ? null : (
        <section class="sec sec--read" id="said" aria-labelledby="s-st">
          <SectionHead
            id="s-st"
            title={say('چه کسی چه گفت', 'Who said what')}
            note={say('هر گفته یک بار؛ رونوشت‌ها شمرده نمی‌شوند', 'each statement once; copies do not count')}
            why="said"
          />
          <div>
            <SaidBySpeaker statements={told.statements} now={now} />
          </div>
        </section>
      )}
      <AgainstSection against={told.against} now={now} />
      {told.contacts.length === 0 ? null : (
        <section class="sec sec--read" id="contacts" aria-labelledby="s-co">
          <SectionHead id="s-co" title={say('تماس‌ها', 'Contacts')} why="contacts" />
          <div>
            <ContactLines contacts={told.contacts} />
          </div>
        </section>
      )}
    </>
  );
}

/** What an article tells, folded; and the way to see it marked in the text. */
export function ArticleTold({
  told,
  now,
  href,
  isMarked,
}: {
  readonly told: Told;
  readonly now: string;
  readonly href: string;
  readonly isMarked: boolean;
}) {
  const { statements, contacts } = told;
  if (statements.length + contacts.length === 0) return null;
  return (
    <section class="hist-sec" aria-labelledby="tld">
      <h2 class="h" id="tld">
        {say('چه کسی چه گفت', 'Who said what')}{' '}
        <span class="soft">
          {counted(statements.length, NOUNS.statement)} · {counted(contacts.length, NOUNS.contact)}
        </span>
      </h2>
      <p class="small">
        <a class="link" href={isMarked ? href : `${href}?statements=1`}>
          {isMarked
            ? say('متن بی‌نشان', 'Text without marks')
            : say('گفته‌ها را در متن نشان بده', 'Mark the statements in the text')}
        </a>
      </p>
      {contacts.length === 0 ? null : <ContactLines contacts={contacts} />}
      {statements.length === 0 ? null : (
        <details class="fold" open={isMarked}>
          <summary>{say('گفته‌های این متن', 'Statements in this text')}</summary>
          <SaidBySpeaker statements={statements} now={now} />
        </details>
      )}
    </section>
  );
}
