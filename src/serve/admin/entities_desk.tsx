/** Entities at the desk: find one, merge it into another, split it, give it another name; all with a reason. */
import type { Hono } from 'hono';
import { toAsciiDigits } from '../../persian/digits.js';
import { type EntityDetail, findEntities, loadEntity, loadEntityLine } from '../../store/site_entities.js';
import { entityHref } from '../addresses.js';
import type { EntityActs } from '../desk_acts.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { say } from '../language.js';
import { NOUNS } from '../nouns.js';
import { Mixed } from '../pieces/foreign.js';
import type { SiteContext } from '../site_context.js';
import { counted, shown } from '../words.js';
import { loadAllActs } from './act_lines.js';
import { ActLines } from './act_list.js';
import { donePlace, occasion } from './act_reason.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, textOf } from './desk.js';
import { DeskSearch } from './desk_search.js';
import { deskHref, Merge, NAME_MAX, Rename, Split } from './entity_forms.js';
import { FIELD_NOUNS, requiredText } from './form_faults.js';
import { Facts, Latin, Quoted, Section } from './form_pieces.js';
import { givenId } from './given_id.js';

const LISTED = 60;
const ACTS_SHOWN = 20;

export function addEntitiesDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/entities', page: entitiesPage });
  addDeskPage(app, site, { path: '/admin/entities/:id', page: entityPage });
  addDeskAct(app, site, { path: '/admin/entities/:id/rename', page: entityPage, act: rename });
  addDeskAct(app, site, { path: '/admin/entities/:id/merge', page: entityPage, act: merge });
  addDeskAct(app, site, { path: '/admin/entities/:id/split', page: entityPage, act: split });
}

function actsOf({ acts }: SiteContext): EntityActs {
  if (acts !== undefined) return acts.entities;
  throw new FormFault('id', {
    fa: 'این پایگاه تنها نشان می‌دهد؛ نام‌ها را از پایانه با «npx sanad entities» تغییر دهید.',
    en: 'This site only shows; change names from the terminal with “npx sanad entities”.',
  });
}

async function rename(desk: Desk): Promise<string> {
  const name = requiredText(desk.form, {
    name: 'name',
    noun: FIELD_NOUNS.name,
    max: NAME_MAX,
    empty: {
      fa: 'نام خالی است؛ نامی را که خوانندگان ببینند بنویسید.',
      en: 'The name is empty; write the one that readers see.',
    },
  });
  const outcome = await actsOf(desk.site).rename({ entityId: idOf(desk), name, ...occasion(desk) });
  return `${deskHref(donePlace(outcome, 'name'))}?done=renamed`;
}

async function merge(desk: Desk): Promise<string> {
  const entityId = idOf(desk);
  const given = textOf(desk.form, 'into');
  const intoId = givenId(given, 'entity');
  if (intoId === entityId) {
    throw new FormFault('into', {
      fa: 'این همان نام است؛ شناسهٔ نام دیگری را بنویسید.',
      en: 'This is the same name; write the id of another.',
    });
  }
  const target = await loadEntityLine(desk.site.store, intoId);
  if (target === undefined) {
    throw new FormFault('into', {
      fa: `نامی با شناسهٔ «${intoId}» نیست؛ آن را از نشانی صفحه‌اش پس از /entity/ بردارید.`,
      en: `There is no name with the id “${intoId}”; take it from the address of its page, after /entity/.`,
    });
  }
  if (target.mergedInto !== null) {
    throw new FormFault('into', {
      fa: `«${intoId}» خود با «${target.mergedInto}» یکی شده است؛ همان را بنویسید.`,
      en: `“${intoId}” itself was merged into “${target.mergedInto}”; write that one.`,
    });
  }
  const outcome = await actsOf(desk.site).merge({ entityId, intoId, ...occasion(desk) });
  return `${deskHref(donePlace(outcome, 'into'))}?done=merged`;
}

async function split(desk: Desk): Promise<string> {
  const name = requiredText(desk.form, {
    name: 'other',
    noun: FIELD_NOUNS.name,
    max: NAME_MAX,
    empty: {
      fa: 'نام آن دیگری خالی است؛ بنویسید در این گزارش‌ها چه کسی است.',
      en: 'The other’s name is empty; write who is meant in these reports.',
    },
  });
  const articles = textOf(desk.form, 'articles');
  const articleIds = (toAsciiDigits(articles).match(/\b[1-9]\d{0,14}\b/g) ?? []).map(Number);
  if (articleIds.length === 0) {
    throw new FormFault('articles', {
      fa: 'شمارهٔ گزارشی نیامده است؛ شماره‌ها را از نشانی گزارش‌ها، با فاصله از هم، بنویسید.',
      en: 'There is no number of a report; write the numbers in the addresses of reports, with blanks between them.',
    });
  }
  const outcome = await actsOf(desk.site).split({
    entityId: idOf(desk),
    name,
    articleIds,
    ...occasion(desk),
  });
  return `${deskHref(donePlace(outcome, 'articles'))}?done=split`;
}

function idOf({ context }: Pick<Desk, 'context'>): string {
  return context.req.param('id') ?? '';
}

async function entitiesPage(desk: Desk): Promise<DeskView> {
  const { store } = desk.site;
  const words = (desk.context.req.query('q') ?? '').trim().slice(0, 80);
  const [entities, acts] = await Promise.all([
    findEntities(store, { limit: LISTED, ...(words === '' ? {} : { words }) }),
    loadAllActs(store, { limit: ACTS_SHOWN, kinds: ['entity'] }),
  ]);
  return {
    title: say('نام‌ها', 'Names'),
    place: 'entities',
    body: (
      <>
        <DeskSearch
          action="/admin/entities"
          label={say('بخشی از نام، یا شناسه', 'Part of a name, or an id')}
          words={words}
        />
        {entities.length === 0 ? (
          <p class="soft desk-empty">
            {say('نامی با این نویسه‌ها در خبرها نیامده است.', 'No name like this appears in the reports.')}
          </p>
        ) : (
          <ul class="rel">
            {entities.map(({ id, name, articleCount }) => (
              <li>
                <a href={deskHref(id)}>
                  <Mixed text={shown(name)} />
                </a>
                <span class="note">
                  <Facts of={[<Latin>{id}</Latin>, inReports(articleCount)]} />
                </span>
              </li>
            ))}
          </ul>
        )}
        <Section id="did" title={say('کارهای پیشین بر نام‌ها', 'Earlier changes to names')}>
          <ActLines acts={acts} desk={desk} />
        </Section>
      </>
    ),
  };
}

async function entityPage(desk: Desk): Promise<DeskView> {
  const entity = await loadEntity(desk.site.store, idOf(desk));
  if (entity === undefined) throw new Fault(NOT_FOUND);
  return {
    title: shown(entity.name),
    heading: <Mixed text={shown(entity.name)} />,
    place: 'entities',
    body: (
      <>
        <EntityFacts entity={entity} />
        {entity.mergedInto !== null ? null : (
          <>
            <Rename entity={entity} desk={desk} />
            <Merge entity={entity} desk={desk} />
            <Split entity={entity} desk={desk} />
          </>
        )}
      </>
    ),
  };
}

function inReports(count: number): string {
  return say(`در ${counted(count, NOUNS.report)}`, `in ${counted(count, NOUNS.report)}`);
}

function EntityFacts({ entity }: { readonly entity: EntityDetail }) {
  const { id, name, machineName, mergedInto, merged, articleCount, statementCount } = entity;
  return (
    <p class="soft small">
      <Facts
        of={[
          <Latin>{id}</Latin>,
          inReports(articleCount),
          counted(statementCount, NOUNS.statement),
          name === machineName ? undefined : (
            <>
              {say('برنامه آن را', 'the program calls it')} <Quoted text={machineName} />
              {say(' می‌خواند', '')}
            </>
          ),
          merged.length === 0 ? undefined : (
            <>
              {say('با این‌ها یکی شده است:', 'these were merged into it:')}{' '}
              <Mixed text={merged.map((each) => each.name).join('، ')} />
            </>
          ),
          mergedInto === null ? (
            <a class="link" href={entityHref(id)}>
              {say('صفحهٔ آن', 'its page')}
            </a>
          ) : (
            <a class="link" href={deskHref(mergedInto)}>
              {say('با نامی دیگر یکی شده است', 'was merged into another name')}
            </a>
          ),
        ]}
      />
    </p>
  );
}
