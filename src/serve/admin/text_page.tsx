import type { FixedPage } from '../fixed_pages.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { Markup } from '../markup.js';
import { number } from '../words.js';
import { Csrf } from './csrf_field.js';

export const PAGE_TEXT_MAX = 20_000;

interface TextProps {
  readonly frame: Frame;
  readonly page: FixedPage;
  readonly text: string;
  readonly csrf: string;
  readonly isPreview: boolean;
}

/** Edits the words of a fixed page; the preview is the page itself, below the form. */
export function TextPage({ frame, page, text, csrf, isPreview }: TextProps) {
  return (
    <Page frame={frame} title={`ویرایش: ${page.name}`} unlisted>
      <div class="wrap page">
        <p class="crumb">
          <a href="/admin">میز گرداننده</a>
        </p>
        <h1>ویرایش: {page.name}</h1>
        <form class="form form--wide" method="post" action={`/admin/text/${page.slug}`}>
          <Csrf csrf={csrf} />
          <div class="field">
            <label for="tx">متن</label>
            <textarea
              class="inp inp--tall"
              id="tx"
              name="text"
              required
              maxlength={PAGE_TEXT_MAX}
              aria-describedby="txh"
            >
              {text}
            </textarea>
            <p class="hint" id="txh">
              سطر خالی بند را جدا می‌کند. <bdi dir="ltr">##</bdi> در آغاز سطر تیتر است و <bdi dir="ltr">-</bdi>{' '}
              سطر فهرست. <bdi dir="ltr">**</bdi>پررنگ<bdi dir="ltr">**</bdi> و [نوشته](نشانی) هم کار می‌کند. تا{' '}
              {number(PAGE_TEXT_MAX)} نویسه.
            </p>
          </div>
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
            {isPreview ? 'پیش‌نمایش، هنوز ذخیره نشده' : 'اکنون چنین دیده می‌شود'}
          </h2>
          <div class="prose fixed">
            <Markup text={text} />
          </div>
        </section>
      </div>
    </Page>
  );
}
