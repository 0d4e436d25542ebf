/** All reports of a story in time order, copies folded below what they were taken from. Nothing is left out. */
import type { StoryLine } from '../../store/site_stories.js';
import type { StoryReport } from '../../store/site_story.js';
import { articleHref, sharedTextHref } from '../addresses.js';
import { headlineOf, number, relativeTime, shown } from '../words.js';
import { OutletName } from './article_line.js';
import { copyWords, directionWords, reasonWords } from './copy_words.js';
import { Mixed } from './foreign.js';

interface ReportsProps {
  readonly story: StoryLine;
  readonly reports: readonly StoryReport[];
  readonly now: string;
}

export function StoryReports({ story, reports, now }: ReportsProps) {
  const { heads, copies } = foldCopies(reports);
  return (
    <section class="sec sec--read" id="reports" aria-labelledby="s-re">
      <h2 class="sec-h" id="s-re">
        گزارش‌ها <small>از نخستین تا تازه‌ترین؛ رونوشت‌ها زیر اصل خود</small>
      </h2>
      <ol>
        {heads.map((report) => (
          <li class="rep" id={`r${report.articleId}`}>
            <time datetime={report.at}>{relativeTime(report.at, now)}</time>
            <div>
              <ReportHead report={report} story={story} />
              <Copies story={story} copies={copies.get(report.articleId) ?? []} now={now} />
              <Reasons report={report} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ReportHead({ report, story }: { readonly report: StoryReport; readonly story: StoryLine }) {
  const originNumber = story.origins.findIndex(({ first }) => first === report.articleId) + 1;
  const edits = report.versions.length - 1;
  const credits = report.hops.filter(({ relation }) => relation !== 'publisher');
  return (
    <>
      <p class="out">
        <b>
          <OutletName line={report} />
        </b>
        {originNumber > 0 ? <span class="tag">منبع مستقل {number(originNumber)}</span> : null}
        {credits.slice(0, SHOWN_CREDITS).map((hop) => (
          <span>
            {hop.relation === 'interview_with' ? 'گفت‌وگو با' : hop.anonymous ? 'به گفتهٔ' : 'به نقل از'}{' '}
            <Mixed text={shown(hop.name)} /> {STATE_TAGS[hop.state ?? 'claimed']}
          </span>
        ))}
        {edits > 0 ? <a href={articleHref(report.articleId)}>{number(edits)} ویرایش</a> : null}
        {report.isDated ? null : <span>زمان انتشار ننوشته است</span>}
        {report.actId === null ? null : <span class="tag">به تصمیم گردانندهٔ پایگاه</span>}
      </p>
      <a class="ttl" href={articleHref(report.articleId)}>
        <Mixed text={headlineOf(report)} />
      </a>
    </>
  );
}

const SHOWN_CREDITS = 4;

const STATE_TAGS = {
  found: null,
  claimed: null,
  missing: <span class="tag tag--dash">یافت نشد</span>,
  circular: <span class="tag tag--dash">حلقه</span>,
} as const;

interface CopiesProps {
  readonly story: StoryLine;
  readonly copies: readonly StoryReport[];
  readonly now: string;
}

function Copies({ story, copies, now }: CopiesProps) {
  if (copies.length === 0) return null;
  return (
    <details class="fold">
      <summary>{number(copies.length)} رونوشت؛ چرا؟</summary>
      <ul>
        {copies.map((report) => (
          <li id={`r${report.articleId}`}>
            <b>
              <OutletName line={report} />
            </b>
            <a class="link" href={articleHref(report.articleId)}>
              {relativeTime(report.at, now)}
            </a>
            {report.copy === undefined ? null : (
              <>
                <span>{copyWords(report.copy)}</span>
                <span class="soft">{directionWords(report.copy)}</span>
                {report.copy.sharedCount > 0 ? (
                  <a class="link" href={sharedTextHref(story.storyId, report.articleId)}>
                    متن مشترک<span class="vh"> با {shown(report.outletName)}</span>
                  </a>
                ) : null}
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Why the report stands in this story. */
function Reasons({ report }: { readonly report: StoryReport }) {
  const words = reasonWords(report.reasons);
  if (words.length === 0) return null;
  return (
    <details class="why">
      <summary>
        چرا؟<span class="vh"> این گزارش در این خبر است</span>
      </summary>
      <ul>
        {words.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </details>
  );
}

interface Folded {
  readonly heads: readonly StoryReport[];
  /** Below the report at whose end the copies stand, by its number. */
  readonly copies: ReadonlyMap<number, readonly StoryReport[]>;
}

/** Copies of copies stand below the first that is none. */
function foldCopies(reports: readonly StoryReport[]): Folded {
  const sources = new Map<number, number>();
  const known = new Set(reports.map(({ articleId }) => articleId));
  for (const { articleId, copy } of reports) {
    if (!copy || !known.has(copy.otherId)) continue;
    const [taker, source] =
      copy.direction === 'to_other' ? [copy.otherId, articleId] : [articleId, copy.otherId];
    if (headOf(source, sources) !== taker) sources.set(taker, source);
  }
  const copies = new Map<number, StoryReport[]>();
  for (const report of reports) {
    if (!sources.has(report.articleId)) continue;
    const head = headOf(report.articleId, sources);
    copies.set(head, [...(copies.get(head) ?? []), report]);
  }
  return { heads: reports.filter(({ articleId }) => !sources.has(articleId)), copies };
}

function headOf(articleId: number, sources: ReadonlyMap<number, number>): number {
  let at = articleId;
  for (let above = sources.get(at); above !== undefined; above = sources.get(at)) at = above;
  return at;
}
