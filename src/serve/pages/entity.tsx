/** The page of a person, an organisation or a place: what it says, what is said of it, whom it meets. */

import type { EntityType } from '../../model/entity.js';
import { keyOf } from '../../persian/keys.js';
import { type CountedEntity, ENTITY_COUNTED } from '../../store/site_entities.js';
import { dyadHref, entityHref } from '../addresses.js';
import { type Noun, nounFor, say } from '../language.js';
import { pageAbout } from '../layout/about_page.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { TYPE_WORDS } from '../ledger_words.js';
import { NOUNS } from '../nouns.js';
import { AgainstSection } from '../pieces/against.js';
import { AsOfForm } from '../pieces/as_of_form.js';
import { ContactLines } from '../pieces/contact_lines.js';
import { ExportLinks } from '../pieces/exports.js';
import { Mixed } from '../pieces/foreign.js';
import { Name, Names, nameWords } from '../pieces/name.js';
import { Said } from '../pieces/said.js';
import { SectionHead } from '../pieces/section_head.js';
import { Empty } from '../pieces/states.js';
import { WhySo } from '../pieces/why_so.js';
import { type EntityView, MOST_CONTACTS } from '../views/ledger_views.js';
import { number, numberUpTo, relativeTime, shown } from '../words.js';

const SCHEMA_TYPES: Readonly<Record<EntityType, string>> = {
  person: 'Person',
  organisation: 'Organization',
  place: 'Place',
};

interface EntityPageProps {
  readonly frame: Frame;
  readonly view: EntityView;
  readonly asOf: string | undefined;
}

export function EntityPage({ frame, view, asOf }: EntityPageProps) {
  const { entity, by, about, contacts } = view;
  const name = nameWords(entity.name);
  const href = entityHref(entity.id);
  const now = asOf ?? frame.now;
  const isEmpty = by.length + about.length + contacts.length === 0;
  return (
    <Page
      frame={frame}
      title={name}
      current="entities"
      feedsOf={href}
      things={[pageAbout(frame, { '@type': SCHEMA_TYPES[entity.type], name: shown(entity.name) })]}
      unlisted={!view.isFirst || asOf !== undefined}
    >
      <div class="wrap page">
        <header>
          <p class="crumb">
            <a href="/entities">{say('نام‌ها', 'Names')}</a>
            <span>{say(TYPE_WORDS[entity.type])}</span>
            {entity.side === null || entity.side === entity.id || entity.sideName === null ? null : (
              <a href={entityHref(entity.side)}>
                {say('سوی', 'on the side of')} <Name of={entity.sideName} />
              </a>
            )}
          </p>
          <h1>
            <Name of={entity.name} />
          </h1>
          <p class="soft small">
            {countedUpTo(entity.articleCount, NOUNS.article)} ·{' '}
            {countedUpTo(entity.statementCount, NOUNS.statement)} ·{' '}
            {numberUpTo(view.contactCount, MOST_CONTACTS)} {nounFor(view.contactCount, NOUNS.contact)}
            {entity.roles.length === 0 ? null : (
              <>
                {' '}
                · {say('در متن‌ها:', 'in the texts:')}{' '}
                <Mixed text={differing(entity.roles).map(shown).join('، ')} />
              </>
            )}
            {entity.merged.length === 0 ? null : (
              <>
                {' '}
                · {say('همان:', 'also:')} <Names of={entity.merged.map((each) => each.name)} />
              </>
            )}
          </p>
          <Counterparts view={view} />
          <AsOfForm action={href} asOf={asOf} now={frame.now} />
        </header>
        {isEmpty ? (
          <Empty
            title={say(
              'هنوز گفته یا تماسی از این نام گرد نیامده است',
              'Nothing said by or about this name has been collected yet',
            )}
          >
            <p>
              {say(
                'همین که گزارشی از او چیزی نقل کند یا از تماسش بگوید، با سندش اینجا می‌آید.',
                'As soon as a report quotes it or tells of its contacts, that stands here with its evidence.',
              )}
            </p>
          </Empty>
        ) : null}
        {by.length === 0 ? null : (
          <section class="sec sec--read" aria-labelledby="s-by">
            <SectionHead
              id="s-by"
              title={
                <>
                  {say('گفته‌های', 'Statements of')} <Name of={entity.name} />
                </>
              }
              note={say('هر گفته یک بار؛ رونوشت‌ها شمرده نمی‌شوند', 'each statement once; copies do not count')}
              why="said"
            />
            <div>
              <Said statements={by} now={now} />
              <Older href={href} next={view.next} />
            </div>
          </section>
        )}
        <AgainstSection against={view.against} now={now} />
        {contacts.length === 0 ? null : (
          <section class="sec sec--read" aria-labelledby="s-co">
            <SectionHead
              id="s-co"
              title={say('تماس‌ها', 'Contacts')}
              note={say('آنچه تازه‌تر دانسته شد، بالاتر', 'what was learned last comes first')}
              why="contacts"
            />
            <div>
              <ContactLines contacts={contacts} />
            </div>
          </section>
        )}
        {about.length === 0 ? null : (
          <section class="sec sec--read" aria-labelledby="s-ab">
            <h2 class="sec-h" id="s-ab">
              {say('دربارهٔ', 'About')} <Name of={entity.name} />
            </h2>
            <div>
              <Said statements={about} now={now} withSpeaker />
            </div>
          </section>
        )}
        <ExportLinks of={href} />
      </div>
    </Page>
  );
}

function Older({ href, next }: { readonly href: string; readonly next: EntityView['next'] }) {
  if (next === undefined) return null;
  const after = `${next.at}_${next.id}`;
  return (
    <nav class="pager" aria-label={say('صفحه‌ها', 'Pages')}>
      <a class="btn btn--s" href={`${href}?after=${encodeURIComponent(after)}`} rel="next">
        {say('قدیمی‌تر ←', 'Older →')}
      </a>
    </nav>
  );
}

/** The ways to the ledgers with other sides. */
function Counterparts({ view: { entity, counterparts } }: { readonly view: EntityView }) {
  if (counterparts.length === 0) return null;
  return (
    <p class="small">
      {say('دفتر تماس‌ها:', 'Ledgers of contacts:')}{' '}
      {counterparts.map(({ id, name, contacts }, at) => (
        <>
          {at === 0 ? '' : ' · '}
          <a class="link nb" href={dyadHref(entity.id, id)}>
            <Name of={entity.name} /> ⇄ <Name of={name} />
          </a>{' '}
          ({number(contacts)})
        </>
      ))}
    </p>
  );
}

export function EntitiesPage({
  frame,
  entities,
  words,
}: {
  readonly frame: Frame;
  readonly entities: readonly CountedEntity[];
  readonly words: string;
}) {
  return (
    <Page
      frame={frame}
      title={say('نام‌ها', 'Names')}
      current="entities"
      feedsOf="/entities"
      unlisted={words !== ''}
    >
      <div class="wrap page">
        <div class="topic-h">
          <h1>{say('نام‌ها', 'Names')}</h1>
          <span class="count">{say('کسان، سازمان‌ها و جاها', 'people, organisations and places')}</span>
        </div>
        <search>
          <form class="find" action="/entities">
            <label class="vh" for="ent">
              {say('نام', 'Name')}
            </label>
            <input
              class="inp"
              id="ent"
              name="q"
              type="search"
              value={words}
              placeholder={say('بخشی از نام…', 'Part of a name…')}
              maxlength={80}
            />
            <button class="btn" type="submit">
              {say('بگرد', 'Go')}
            </button>
          </form>
        </search>
        {entities.length === 0 ? (
          <Empty
            title={
              words === ''
                ? say('هنوز نامی نیست', 'No names yet')
                : say('نامی با این حروف نیست', 'No name has these letters')
            }
          >
            <p>
              {say(
                'هر که در گزارشی نام برده شود، با گفته‌ها و تماس‌هایش اینجا می‌آید.',
                'Whoever is named in a report stands here with statements and contacts.',
              )}
            </p>
          </Empty>
        ) : (
          <>
            <WhySo of="entities" named />
            <ul class="tops-grid tops-grid--names">
              {entities.map((entity) => (
                <li>
                  <h2 class="name">
                    <a href={entityHref(entity.id)}>
                      <Name of={entity.name} />
                    </a>
                  </h2>
                  <span class="since">
                    {say(TYPE_WORDS[entity.type])}
                    {entity.sideName === null || entity.side === entity.id ? null : (
                      <>
                        {' '}
                        · <Name of={entity.sideName} />
                      </>
                    )}{' '}
                    · {countedUpTo(entity.articleCount, NOUNS.article)}{' '}
                    <span class="when">
                      {say('گردآوری:', 'collected:')} {relativeTime(entity.newestAt, frame.now)}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Page>
  );
}

/** «بیش از ۱٬۰۰۰ مطلب»: entities are counted up to a bound. */
function countedUpTo(count: number, noun: Noun): string {
  return `${numberUpTo(count, ENTITY_COUNTED)} ${nounFor(count, noun)}`;
}

/** Offices as printed, each once however its half-spaces are typed. */
function differing(roles: readonly string[]): readonly string[] {
  const letters = roles.map((role) => keyOf(role).replaceAll(' ', ''));
  return roles.filter((_, at) => letters.indexOf(letters[at] ?? '') === at);
}
