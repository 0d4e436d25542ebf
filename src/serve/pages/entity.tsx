/** The page of a person, an organisation or a place: what it says, what is said of it, whom it meets. */
import { type CountedEntity, ENTITY_COUNTED } from '../../store/site_entities.js';
import { dyadHref, entityHref } from '../addresses.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { TYPE_WORDS } from '../ledger_words.js';
import { AsOfForm } from '../pieces/as_of_form.js';
import { ContactLines } from '../pieces/contact_lines.js';
import { Contradictions } from '../pieces/contradictions.js';
import { ExportLinks } from '../pieces/exports.js';
import { Mixed } from '../pieces/foreign.js';
import { Said } from '../pieces/said.js';
import { Empty } from '../pieces/states.js';
import type { EntityView } from '../views/ledger_views.js';
import { number, numberUpTo, relativeTime, shown } from '../words.js';

interface EntityPageProps {
  readonly frame: Frame;
  readonly view: EntityView;
  readonly asOf: string | undefined;
}

/** Contacts on the page; all of them are in the export. */
const MOST_CONTACTS = 30;

export function EntityPage({ frame, view, asOf }: EntityPageProps) {
  const { entity, by, about, contacts } = view;
  const name = shown(entity.name);
  const href = entityHref(entity.id);
  const now = asOf ?? frame.now;
  const isEmpty = by.length + about.length + contacts.length === 0;
  return (
    <Page
      frame={frame}
      title={name}
      current="entities"
      feedsOf={href}
      unlisted={!view.isFirst || asOf !== undefined}
    >
      <div class="wrap page">
        <header>
          <p class="crumb">
            <a href="/entities">نام‌ها</a>
            <span>{TYPE_WORDS[entity.type]}</span>
            {entity.side === null || entity.side === entity.id || entity.sideName === null ? null : (
              <a href={entityHref(entity.side)}>سوی {shown(entity.sideName)}</a>
            )}
          </p>
          <h1>
            <Mixed text={name} />
          </h1>
          <p class="soft small">
            {numberUpTo(entity.articleCount, ENTITY_COUNTED)} مطلب ·{' '}
            {numberUpTo(entity.statementCount, ENTITY_COUNTED)} گفته · {number(contacts.length)} تماس
            {entity.roles.length === 0 ? null : (
              <>
                {' '}
                · در متن‌ها: <Mixed text={entity.roles.map(shown).join('، ')} />
              </>
            )}
            {entity.merged.length === 0
              ? null
              : ` · همان: ${entity.merged.map((each) => shown(each.name)).join('، ')}`}
          </p>
          <Counterparts view={view} />
          <AsOfForm action={href} asOf={asOf} now={frame.now} />
        </header>
        {isEmpty ? (
          <Empty title="هنوز گفته یا تماسی از این نام گرد نیامده است">
            <p>همین که گزارشی از او چیزی نقل کند یا از تماسش بگوید، با سندش اینجا می‌آید.</p>
          </Empty>
        ) : null}
        {by.length === 0 ? null : (
          <section class="sec sec--read" aria-labelledby="s-by">
            <h2 class="sec-h" id="s-by">
              گفته‌های <Mixed text={name} /> <small>هر گفته یک بار؛ رونوشت‌ها شمرده نمی‌شوند</small>
            </h2>
            <div>
              <Said statements={by} now={now} />
              <Older href={href} next={view.next} />
            </div>
          </section>
        )}
        <Contradictions contradictions={view.contradictions} now={now} />
        {contacts.length === 0 ? null : (
          <section class="sec sec--read" aria-labelledby="s-co">
            <h2 class="sec-h" id="s-co">
              تماس‌ها <small>آنچه تازه‌تر دانسته شد، بالاتر</small>
            </h2>
            <ContactLines contacts={contacts.slice(0, MOST_CONTACTS)} />
          </section>
        )}
        {about.length === 0 ? null : (
          <section class="sec sec--read" aria-labelledby="s-ab">
            <h2 class="sec-h" id="s-ab">
              دربارهٔ <Mixed text={name} />
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
    <nav class="pager" aria-label="صفحه‌ها">
      <a class="btn btn--s" href={`${href}?after=${encodeURIComponent(after)}`} rel="next">
        قدیمی‌تر ←
      </a>
    </nav>
  );
}

/** The ways to the ledgers with other sides. */
function Counterparts({ view: { entity, counterparts } }: { readonly view: EntityView }) {
  if (counterparts.length === 0) return null;
  return (
    <p class="small">
      دفتر تماس‌ها:{' '}
      {counterparts.map(({ id, name, contacts }, at) => (
        <>
          {at === 0 ? '' : ' · '}
          <a class="link" href={dyadHref(entity.id, id)}>
            {shown(entity.name)} ⇄ {shown(name)}
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
    <Page frame={frame} title="نام‌ها" current="entities" unlisted={words !== ''}>
      <div class="wrap page">
        <div class="topic-h">
          <h1>نام‌ها</h1>
          <span class="count">کسان، سازمان‌ها و جاها</span>
        </div>
        <search>
          <form class="find" action="/entities">
            <label class="vh" for="ent">
              نام
            </label>
            <input
              class="inp"
              id="ent"
              name="q"
              type="search"
              value={words}
              placeholder="بخشی از نام…"
              maxlength={80}
            />
            <button class="btn" type="submit">
              بگرد
            </button>
          </form>
        </search>
        {entities.length === 0 ? (
          <Empty title={words === '' ? 'هنوز نامی نیست' : 'نامی با این حروف نیست'}>
            <p>هر که در گزارشی نام برده شود، با گفته‌ها و تماس‌هایش اینجا می‌آید.</p>
          </Empty>
        ) : (
          <ul class="tops-grid">
            {entities.map((entity) => (
              <li>
                <h2 class="name">
                  <a href={entityHref(entity.id)}>
                    <Mixed text={shown(entity.name)} />
                  </a>
                </h2>
                <span class="since">
                  {TYPE_WORDS[entity.type]}
                  {entity.sideName === null || entity.side === entity.id
                    ? ''
                    : ` · ${shown(entity.sideName)}`}{' '}
                  · {number(entity.articleCount)} مطلب · {relativeTime(entity.newestAt, frame.now)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Page>
  );
}
