/** The words of the fixed pages, which the operator writes in a simple markup. */
import type { Context, Hono } from 'hono';
import { savePageText } from '../../store/desk_commands.js';
import { loadPageText } from '../../store/site_settings.js';
import { Fault, NOT_FOUND } from '../faults.js';
import { FIXED_PAGES, type FixedPage, findFixedPage } from '../fixed_pages.js';
import { Markup } from '../markup.js';
import type { SiteContext } from '../site_context.js';
import { number } from '../words.js';
import { Csrf } from './csrf_field.js';
import { addDeskAct, addDeskPage, type Desk, type DeskView, FormFault, sendDesk, textOf } from './desk.js';
import { Field } from './field.js';

const TEXT_MAX = 20_000;

export function addTextDesk(app: Hono, site: SiteContext): void {
  addDeskPage(app, site, { path: '/admin/pages', page: pagesPage });
  addDeskPage(app, site, { path: '/admin/text/:slug', page: textPage });
  addDeskAct(app, site, {
    path: '/admin/text/:slug',
    page: textPage,
    act: async (desk) => {
      const { slug } = pageOf(desk.context);
      const text = textOf(desk.form, 'text').replaceAll('\r\n', '\n');
      if (text === '') throw new FormFault('text', 'متن خالی است؛ دست‌کم یک سطر بنویسید.');
      if (text.length > TEXT_MAX) {
        throw new FormFault('text', `متن بلندتر از ${number(TEXT_MAX)} نویسه است؛ کوتاهش کنید.`);
      }
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

function pagesPage(): DeskView {
  return {
    title: 'صفحه‌ها',
    place: 'pages',
    body: (
      <ul class="rel rel--one">
        {FIXED_PAGES.map(({ slug, name }) => (
          <li>
            <a href={`/admin/text/${slug}`}>{name}</a>
            <span class="note">
              <a class="link" href={`/${slug}`}>
                دیدن صفحه
              </a>
            </span>
          </li>
        ))}
      </ul>
    ),
  };
}

/** The form, and below it the page as it is or as it would be. */
async function textPage(desk: Desk): Promise<DeskView> {
  const page = pageOf(desk.context);
  const sent = textOf(desk.form, 'text');
  const text = sent === '' ? ((await loadPageText(desk.site.store, page.slug))?.text ?? page.text) : sent;
  return {
    title: `ویرایش: ${page.name}`,
    place: 'pages',
    body: (
      <>
        <form class="form form--wide" method="post" action={`/admin/text/${page.slug}`}>
          <Csrf csrf={desk.csrf} />
          <Field
            desk={desk}
            name="text"
            label="متن"
            value={text}
            required
            max={TEXT_MAX}
            rows
            hint={
              <>
                سطر خالی بند را جدا می‌کند. <bdi dir="ltr">##</bdi> در آغاز سطر تیتر است و{' '}
                <bdi dir="ltr">-</bdi> سطر فهرست. <bdi dir="ltr">**</bdi>پررنگ<bdi dir="ltr">**</bdi> و
                [نوشته](نشانی) هم کار می‌کند. تا {number(TEXT_MAX)} نویسه.
              </>
            }
          />
          <div class="row">
            <button class="btn" name="act" value="preview" type="submit">
              پیش‌نمایش
            </button>
            <button class="btn btn--main" name="act" value="save" type="submit">
              ذخیره
            </button>
          </div>
        </form>
        <section class="sec" aria-labelledby="pv">
          <h2 class="sec-h" id="pv">
            {sent === '' ? 'اکنون چنین دیده می‌شود' : 'پیش‌نمایش، هنوز ذخیره نشده'}
          </h2>
          <div class="prose fixed">
            <Markup text={text} />
          </div>
        </section>
      </>
    ),
  };
}
