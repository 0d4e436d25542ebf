/** What a source listed, and what became of it: its pages in numbers, why some could not be fetched, the newest. */
import type { SourceDetail, SourceItem } from '../../store/source_detail.js';
import { articleHref, readableAddress, safeHref } from '../addresses.js';
import { say } from '../language.js';
import { conditionWord } from '../pages/sources.js';
import { Mixed } from '../pieces/foreign.js';
import { Ago } from '../pieces/times.js';
import { number, shown } from '../words.js';
import { Facts, Latin, Section } from './form_pieces.js';
import { timeSpan } from './source_pieces.js';

/** What became of the pages that it listed. */
export function Pages({ detail: { pages, pageFaults, items } }: { readonly detail: SourceDetail }) {
  const parts = [
    say(`${number(pages.read)} خوانده`, `${number(pages.read)} read`),
    say(`${number(pages.waiting)} در نوبت گرفتن`, `${number(pages.waiting)} to be fetched`),
    say(`${number(pages.pending)} در نوبت خواندن`, `${number(pages.pending)} to be read`),
    say(`${number(pages.givenUp)} رهاشده`, `${number(pages.givenUp)} given up`),
  ];
  return (
    <Section id="pages" title={say('صفحه‌هایش', 'Pages')} note={<Facts of={parts} />}>
      {pageFaults.length === 0 ? (
        <p class="soft">
          {pages.read + pages.waiting + pages.pending > 0
            ? say('همه به‌درستی گرفته شد.', 'All fetched without trouble.')
            : items.length > 0
              ? say(
                  'هر چه نشان داد، منبع دیگری پیش از آن نشان داده بود.',
                  'Whatever it listed another source had listed before.',
                )
              : say('هنوز صفحه‌ای نشان نداده است.', 'It has listed no page yet.')}
        </p>
      ) : (
        <ul class="rel rel--one">
          {pageFaults.map(({ code, count, detail }) => (
            <li>
              <Mixed text={conditionWord({ enabled: true, condition: { code } })} />
              <span class="note">
                <Facts
                  of={[
                    say(`${number(count)} صفحه`, count === 1 ? '1 page' : `${number(count)} pages`),
                    detail === null ? undefined : <Latin>{detail}</Latin>,
                  ]}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The newest of what it listed, with what came of each. */
export function Items({ detail: { items }, now }: { readonly detail: SourceDetail; readonly now: string }) {
  return (
    <Section id="items" title={say('تازه‌ترین چیزهایی که نشان داد', 'Latest items listed')}>
      {items.length === 0 ? (
        <p class="soft">{say('هنوز چیزی نشان نداده است.', 'It has listed nothing yet.')}</p>
      ) : (
        <ul class="rel rel--one">
          {items.map((item) => (
            <li>
              <ItemName item={item} />
              <span class="note">
                <Facts of={[<Ago iso={item.seenAt} now={now} />, lagWords(item)]} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The article that came of it, or the address that is still to be read. */
function ItemName({ item: { url, articleId, title } }: { readonly item: SourceItem }) {
  if (articleId !== null) {
    return (
      <a href={articleHref(articleId)}>
        {title === null ? number(articleId) : <Mixed text={shown(title)} />}
      </a>
    );
  }
  if (url === null) return say('بی صفحه‌ای از آن خود', 'without a page of its own');
  return (
    <a href={safeHref(url)} rel="noreferrer" translate="no" dir="ltr">
      {readableAddress(url)}
    </a>
  );
}

/** «۶ دقیقه پس از انتشار»; nothing of what was published before the list, or states no time. */
function lagWords({ seenAt, publishedAt }: SourceItem): string | undefined {
  if (publishedAt === null) return undefined;
  const ms = Date.parse(seenAt) - Date.parse(publishedAt);
  if (ms < 0) return undefined;
  return say(`${timeSpan(ms)} پس از انتشار`, `${timeSpan(ms)} after publication`);
}
