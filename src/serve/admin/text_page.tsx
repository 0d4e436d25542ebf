/** The words of the fixed pages, which the operator writes in a simple markup. */
import type { Context, Hono } from 'hono';
import { savePageText } from '../../store/desk_commands.js';
import { loadPageText, type PageText } from '../../store/site_settings.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { FIXED_PAGES, type FixedPage, findFixedPage } from '../fixed_pages.js';
import { say } from '../language.js';
import { Markup } from '../markup.js';
import { publisherText } from '../pieces/foreign.js';
import { Ago } from '../pieces/times.js';
import type { SiteContext } from '../site_context.js';
import { number } from '../words.js';
import { Csrf } from './csrf_field.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, sendDesk, textOf } from './desk.js';
import { Field } from './field.js';
import { FIELD_NOUNS, requiredText } from './form_faults.js';
import { Facts, Latin, Section } from './form_pieces.js';

const TEXT_MAX = 20_000;

export function addTextDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/pages', page: pagesPage });
  addDeskPage(app, site, { path: '/admin/text/:slug', page: textPage });
  addDeskAct(app, site, {
    path: '/admin/text/:slug',
    page: textPage,
    act: async (desk) => {
      const { slug } = pageOf(desk.context);
      const text = requiredText(desk.form, {
        name: 'text',
        noun: FIELD_NOUNS.text,
        max: TEXT_MAX,
        empty: {
          fa: 'متن خالی است؛ دست‌کم یک سطر بنویسید.',
          en: 'The text is empty; write one line at least.',
        },
      }).replaceAll('\r\n', '\n');
      if (textOf(desk.form, 'act') !== 'save')
        return sendDesk(desk, undefined, { page: textPage, status: 200 });
      await savePageText(site.store, { slug, text, at: site.clock() });
      return `/admin/text/${slug}?done=text`;
    },
  });
}

function pageOf(context: Context): FixedPage {
  const page = findFixedPage(context.req.param('slug') ?? '');
  if (page === undefined) throw new Fault(NOT_FOUND);
  return page;
}

async function pagesPage({ site, frame }: Desk): Promise<DeskView> {
  const written = await Promise.all(FIXED_PAGES.map(({ slug }) => loadPageText(site.store, slug)));
  return {
    title: say('صفحه‌ها', 'Pages'),
    place: 'pages',
    body: (
      <ul class="rel rel--one">
        {FIXED_PAGES.map(({ slug, name, nameEn }, at) => (
          <li>
            <a href={`/admin/text/${slug}`}>{say(name, nameEn)}</a>
            <span class="note">
              <Facts of={[<Written text={written[at]} now={frame.now} />, <SeePage slug={slug} />]} />
            </span>
          </li>
        ))}
      </ul>
    ),
  };
}

/** When an operator wrote it; else that it came with the program. */
function Written({ text, now }: { readonly text: PageText | undefined; readonly now: string }) {
  if (text === undefined) return say('متن همراه برنامه', 'the text that came with the program');
  return (
    <>
      {say('ویرایش', 'edited')} <Ago iso={text.editedAt} now={now} />
    </>
  );
}

function SeePage({ slug }: { readonly slug: string }) {
  return (
    <a class="link" href={`/${slug}`}>
      {say('دیدن صفحه', 'See the page')}
    </a>
  );
}

/** The form, and below it the page as it is or as it would be. */
async function textPage(desk: Desk): Promise<DeskView> {
  const page = pageOf(desk.context);
  const sent = textOf(desk.form, 'text');
  const text = sent === '' ? ((await loadPageText(desk.site.store, page.slug))?.text ?? page.text) : sent;
  return {
    title: say(`ویرایش: ${page.name}`, `Edit: ${page.nameEn}`),
    place: 'pages',
    body: (
      <>
        <form class="form form--wide" method="post" action={`/admin/text/${page.slug}`}>
          <Csrf csrf={desk.csrf} />
          <Field
            desk={desk}
            name="text"
            label={say('متن', 'Text')}
            value={text}
            required
            max={TEXT_MAX}
            rows="tall"
            hint={<MarkupHint />}
          />
          <div class="row">
            <button class="btn" name="act" value="preview" type="submit">
              {say('پیش‌نمایش', 'Preview')}
            </button>
            <button class="btn btn--main" name="act" value="save" type="submit">
              {say('ذخیره', 'Save')}
            </button>
          </div>
        </form>
        <Section
          id="pv"
          title={
            sent === ''
              ? say('اکنون چنین دیده می‌شود', 'This is how it looks now')
              : say('پیش‌نمایش، هنوز ذخیره نشده', 'Preview, not saved yet')
          }
        >
          <div class="prose fixed" {...(/[\u0600-\u06ff]/.test(text) ? publisherText() : {})}>
            <Markup text={text} />
          </div>
        </Section>
      </>
    ),
  };
}

function MarkupHint() {
  const heading = <Latin>##</Latin>;
  const item = <Latin>-</Latin>;
  const bold = <Latin>**</Latin>;
  return say(
    <>
      سطر خالی بند را جدا می‌کند. {heading} در آغاز سطر تیتر است و {item} سطر فهرست. {bold}پررنگ{bold} و
      [نوشته](نشانی) هم کار می‌کند. تا {number(TEXT_MAX)} نویسه. خوانندگان هر دو زبان همین متن را می‌بینند.
    </>,
    <>
      An empty line parts paragraphs. {heading} at the beginning of a line makes a heading, {item} an item of
      a list. {bold}bold{bold} and [words](address) work too. Up to {number(TEXT_MAX)} characters. Readers of
      both languages see this one text.
    </>,
  );
}
