import { raw } from 'hono/html';
import type { ArticleDetail, ArticleVersion } from '../../store/site_article.js';
import type { ArticleLine } from '../../store/site_lines.js';
import type { StoryLine } from '../../store/site_stories.js';
import { articleHref, historyHref, outletHref, safeHref, storyHref } from '../addresses.js';
import { changeWords } from '../change_words.js';
import type { ShownBlock, ShownText } from '../excerpt.js';
import { say } from '../language.js';
import { breadcrumbs, newsArticle, type Thing } from '../layout/about_page.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { NOUNS } from '../nouns.js';
import { Credits, DateLine, From } from '../pieces/article_about.js';
import { Comments, type Discussion } from '../pieces/comments.js';
import { Mixed, publisherText } from '../pieces/foreign.js';
import { Name } from '../pieces/name.js';
import { Counts, OriginStrip } from '../pieces/origins.js';
import { Outside, type OutsideLine } from '../pieces/outside.js';
import { HeadPicture } from '../pieces/picture.js';
import { Share } from '../pieces/share.js';
import { ArticleTold, type Told } from '../pieces/told.js';
import { BlockWithStatements } from '../pieces/told_block.js';
import { counted, cutAtWord, number, relativeTime, shown } from '../words.js';

export interface ArticleView {
  readonly article: ArticleDetail;
  readonly headline: string;
  readonly shownText: ShownText;
  /** The story that it is a report of. */
  readonly story: StoryLine | undefined;
  readonly related: readonly OutsideLine[];
  readonly alsoRead: readonly ArticleLine[];
  readonly told: Told;
}

interface ArticlePageProps {
  readonly frame: Frame;
  readonly view: ArticleView;
  readonly discussion: Discussion;
  /** Statements are marked in the text. */
  readonly isMarked?: boolean;
}

/** The report itself, which rests on its publisher's page, and the way to it. */
function thingsOf(frame: Frame, { article, headline }: ArticleView): readonly Thing[] {
  const { publishedIso, modifiedAt, language, outletId, outletName } = article;
  const source = safeHref(article.canonicalUrl) ?? safeHref(article.url);
  const outlet =
    outletId === null || outletName === null ? [] : [{ name: shown(outletName), href: outletHref(outletId) }];
  return [
    newsArticle(frame, {
      ...{ headline, publishedIso, language, outlet: outletName },
      href: articleHref(article.id),
      modifiedIso: modifiedAt,
      basedOn: source === undefined ? [] : [source],
    }),
    breadcrumbs(frame, [...outlet, { name: headline, href: articleHref(article.id) }]),
  ];
}

export function ArticlePage({ frame, view, discussion, isMarked = false }: ArticlePageProps) {
  const { article, headline } = view;
  const lede = article.lede === null || article.title === null ? undefined : shown(article.lede);
  const outlet = article.outletName === null ? undefined : shown(article.outletName);
  const marked = isMarked ? view.told.statements : [];
  return (
    <Page
      frame={frame}
      title={outlet === undefined ? headline : `${headline} – ${outlet}`}
      description={cutAtWord(lede ?? view.shownText.blocks[0]?.text ?? headline, 200)}
      current={article.section ?? undefined}
      things={thingsOf(frame, view)}
      unlisted={isMarked}
    >
      <div class="wrap">
        <div class="art">
          <article>
            <From article={article} story={view.story} />
            <div {...direction(article.language)}>
              {article.kicker === null ? null : (
                <p class="kicker">
                  <Mixed text={shown(article.kicker)} />
                </p>
              )}
              <h1>
                <BlockWithStatements text={headline} statements={marked} />
              </h1>
              {lede === undefined ? null : (
                <p class="lede">
                  <BlockWithStatements text={lede} statements={marked} />
                </p>
              )}
            </div>
            <DateLine article={article} now={frame.now} />
            <HeadPicture articleId={article.id} />
            <div class="prose" {...direction(article.language)}>
              {view.shownText.html === undefined || isMarked
                ? view.shownText.blocks.map((block) => <Block block={block} statements={marked} />)
                : raw(view.shownText.html)}
            </div>
            <Continue text={view.shownText} outlet={outlet} />
            <Credits article={article} />
          </article>
          <div>
            {view.story === undefined ? null : <StoryOf story={view.story} />}
            <ArticleTold
              told={view.told}
              now={frame.now}
              href={articleHref(article.id)}
              isMarked={isMarked}
            />
            <Share url={`${frame.baseUrl}${frame.path}`} title={headline} />
            <Versions article={article} now={frame.now} />
            <Outside
              id="rl"
              title={say('خبرهای مرتبط', 'Related reports')}
              lines={view.related}
              now={frame.now}
            />
            <Outside
              id="also"
              title={say('همچنین بخوانید', 'Read also')}
              lines={view.alsoRead.map((line) => ({ line }))}
              now={frame.now}
            />
            <Comments discussion={discussion} now={frame.now} />
          </div>
        </div>
      </div>
    </Page>
  );
}

/** The way to the story: what else is known of it, and from whom. */
function StoryOf({ story }: { readonly story: StoryLine }) {
  return (
    <section class="story-of" aria-labelledby="so">
      <h2 class="h" id="so">
        {say('این خبر نزد همه', 'This story everywhere')}{' '}
        <a href={storyHref(story.storyId)}>{say('صفحهٔ خبر', 'Story page')}</a>
      </h2>
      <p>
        <a href={storyHref(story.storyId)}>
          <OriginStrip origins={story.origins} /> <Counts story={story} />
        </a>
      </p>
      <p class="soft small">
        {story.reportCount === 1
          ? say('هنوز رسانهٔ دیگری این خبر را ننوشته است.', 'No other outlet has this story yet.')
          : say(
              'چه کسی نخست نوشت، چه کسی از چه کسی گرفت، و کدام گزارش‌ها رونوشت‌اند.',
              'Who wrote it first, who took from whom, and which reports are copies.',
            )}
      </p>
    </section>
  );
}

function Block({
  block,
  statements,
}: {
  readonly block: ShownBlock;
  readonly statements: Told['statements'];
}) {
  const inner = <BlockWithStatements text={block.text} statements={statements} />;
  if (block.role === 'subhead') return <h2>{inner}</h2>;
  if (block.role === 'quote') {
    return (
      <blockquote>
        <p>{inner}</p>
      </blockquote>
    );
  }
  if (block.role === 'list_item') return <p class="li">{inner}</p>;
  if (block.role === 'caption') return <p class="soft small">{inner}</p>;
  return <p>{inner}</p>;
}

function Continue({ text, outlet }: { readonly text: ShownText; readonly outlet: string | undefined }) {
  if (text.href === undefined) return null;
  const where = outlet === undefined ? say('رسانهٔ ناشر', 'the publisher') : <Name of={outlet} />;
  return (
    <p class="acts">
      <a class={text.isExcerpt ? 'btn btn--main' : 'btn'} href={text.href} rel="noopener noreferrer">
        {text.isExcerpt ? say('ادامه در', 'Continue at') : say('این خبر در', 'This report at')} {where}{' '}
        {say('←', '→')}
      </a>
    </p>
  );
}

function Versions({ article, now }: { readonly article: ArticleDetail; readonly now: string }) {
  const { versions } = article;
  if (versions.length < 2) return null;
  return (
    <section class="hist-sec" aria-labelledby="hs">
      <h2 class="h" id="hs">
        {say('ویرایش‌ها', 'Edits')} <span class="soft">{counted(versions.length, NOUNS.version)}</span>
      </h2>
      <ol class="hist">
        {versions.map((version, at) => {
          const earlier = versions[at + 1];
          const changed = earlier !== undefined && earlier.title !== version.title;
          return (
            <li>
              <time datetime={version.seenAt}>{relativeTime(version.seenAt, now)}</time>
              <span>
                <a class="link" href={historyHref(article.id, versions.length - at)}>
                  {say('نسخهٔ', 'Version')} {number(versions.length - at)}
                </a>
                {at === 0 ? say(' (همین متن)', ' (this text)') : ''}: {versionWords(version, earlier)}
                {version.title === null || (!changed && at > 0) ? null : (
                  <>
                    {' '}
                    «<Mixed text={shown(version.title)} />»
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function versionWords({ kinds }: ArticleVersion, earlier: ArticleVersion | undefined): string {
  return earlier === undefined
    ? say('نخستین نسخه‌ای که دیده شد.', 'The first version seen.')
    : `${changeWords(kinds ?? [])}.`;
}

const RTL_LANGUAGES = new Set(['fa', 'prs', 'ar', 'ur', 'ckb', 'ps', 'he', 'azb']);

/** `lang` and `dir` of texts that are not in the language of the page. */
function direction(language: string | null): { lang?: string; dir?: 'rtl' | 'ltr' } {
  if (language === null || language === 'fa') return publisherText();
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language)) return {};
  return { lang: language, dir: RTL_LANGUAGES.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr' };
}
