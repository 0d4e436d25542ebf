/** What stands around the text of an article: its outlet, time and numbers above it, authors and address below. */
import { toPersianDigits } from '../../persian/digits.js';
import type { ArticleDetail } from '../../store/site_article.js';
import type { StoryLine } from '../../store/site_stories.js';
import { categoryHref, findSection, readableAddress, safeHref, searchHref, storyHref } from '../addresses.js';
import { say } from '../language.js';
import { NOUNS } from '../nouns.js';
import { chosenDigits, counted, fullTime, relativeTime, shown } from '../words.js';
import { OutletName, otherCredits } from './article_line.js';
import { Mixed } from './foreign.js';
import { Name, Names } from './name.js';

/** Who published, who republished, in which category. */
export function From({
  article,
  story,
}: {
  readonly article: ArticleDetail;
  /** The story that it is a report of. */
  readonly story: StoryLine | undefined;
}) {
  const section = findSection(article.section);
  const printed = article.category.map(shown).join('، ');
  return (
    <p class="from">
      <b>
        <OutletName line={article} />
      </b>
      {article.republisher === undefined ? null : (
        <span class="soft">
          {article.original?.name === undefined || article.original.name === article.outletName
            ? say('بازنشر در', 'republished by')
            : say('بازنشرِ نوشتهٔ', 'republishing')}{' '}
          <Name of={republishedName(article)} />
        </span>
      )}
      {section === undefined ? null : (
        <a class="link" href={categoryHref(section.slug)}>
          {say(section.name, section.nameEn)}
        </a>
      )}
      {printed === '' || printed === section?.name ? null : (
        <span class="soft">
          {section === undefined ? (
            <a class="link" href={categoryHref(article.category[0] ?? '')}>
              <Mixed text={printed} />
            </a>
          ) : (
            <>
              {say('در رسانه:', 'filed as')} <Mixed text={printed} />
            </>
          )}
        </span>
      )}
      {story === undefined || story.reportCount < 2 ? null : (
        <a class="link" href={storyHref(story.storyId)}>
          {say(
            `همهٔ ${counted(story.reportCount, NOUNS.report)} این خبر`,
            `All ${counted(story.reportCount, NOUNS.report)} of this story`,
          )}
        </a>
      )}
    </p>
  );
}

/** By whom the text is republished, or, where that is its own page, whose text it is. */
function republishedName({ republisher, original, outletName }: ArticleDetail): string {
  if (original?.name !== undefined && original.name !== outletName) return shown(original.name);
  return republisher?.name == null ? say('یک گردآورنده', 'an aggregator') : shown(republisher.name);
}

/** When it was published, in both calendars, and the numbers under which it is known. */
export function DateLine({ article, now }: { readonly article: ArticleDetail; readonly now: string }) {
  const { publishedIso } = article;
  return (
    <p class="dateline">
      {publishedIso === null ? (
        <span>
          {say('زمان انتشار در متن نیامده است؛ گردآوری:', 'The text does not say when; collected')}{' '}
          {fullTime(article.firstSeenAt, null)}
        </span>
      ) : (
        <time datetime={publishedIso} title={relativeTime(publishedIso, now)}>
          {fullTime(publishedIso, article.publishedPrecision)}
        </time>
      )}
      <span class="codes">
        {article.newsCode === null ? null : (
          <span>
            {say('کد خبر:', 'News code:')}{' '}
            <bdi>{say(chosenDigits(toPersianDigits(article.newsCode)), article.newsCode)}</bdi>
          </span>
        )}
        <span title={say('شمارهٔ همیشگی این صفحه', 'Permanent number of this page')}>
          {say('شمارهٔ سند:', 'Sanad number:')} <bdi>{chosenDigits(toPersianDigits(String(article.id)))}</bdi>
        </span>
      </span>
    </p>
  );
}

/** Author, sources, tags, address, and when we came by it. */
export function Credits({ article }: { readonly article: ArticleDetail }) {
  const credits = otherCredits(
    article.credits.map(({ name }) => name),
    article.outletName,
  );
  const href = safeHref(article.canonicalUrl) ?? safeHref(article.url);
  return (
    <div class="credits">
      {article.authors.length === 0 ? null : (
        <p>
          {say('نویسنده:', 'Author:')} <Mixed text={article.authors.map(shown).join('، ')} />
        </p>
      )}
      {credits.length === 0 ? null : (
        <p>
          {say('به نقل از:', 'Quoting:')} <Names of={credits} />
        </p>
      )}
      {article.tags.length === 0 ? null : (
        <p>
          {say('برچسب‌ها:', 'Tags:')}{' '}
          {article.tags.map((tag, at) => (
            <>
              {at === 0 ? '' : say('، ', ', ')}
              <a class="link" href={searchHref(`«${shown(tag)}»`)}>
                <Mixed text={shown(tag)} />
              </a>
            </>
          ))}
        </p>
      )}
      {href === undefined ? null : (
        <p>
          {say('نشانی اصلی:', 'Original address:')}{' '}
          <a class="link" href={href} rel="noopener noreferrer" dir="ltr" translate="no">
            {readableAddress(href)}
          </a>
        </p>
      )}
      <p>
        {say('این متن را برنامه به‌طور خودکار گرد آورده است (', 'A program collected this text (')}
        <time datetime={article.firstSeenAt}>{fullTime(article.firstSeenAt, null)}</time>
        {say(')؛ مسئولیت آن با رسانهٔ ناشر است.', '); the publisher answers for it.')}
      </p>
    </div>
  );
}
