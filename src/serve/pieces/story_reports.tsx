/** All reports of a story in time order, copies folded below what they were taken from. Nothing is left out. */

import type { StoryLine } from '../../store/site_stories.js';
import type { StoryReport } from '../../store/site_story.js';
import { articleHref, historyHref, sharedTextHref } from '../addresses.js';
import { say } from '../language.js';
import { NOUNS } from '../nouns.js';
import type { ShownOrigin, ShownRest } from '../story_origins.js';
import { areOneDay, clockOf, groupByDay, momentOf, weekdayOf } from '../story_times.js';
import { counted, headlineOf, number, shown } from '../words.js';
import { OutletName } from './article_line.js';
import { copyWords, directionWords, reasonWords } from './copy_words.js';
import { Mixed } from './foreign.js';
import { Name } from './name.js';
import { SectionHead } from './section_head.js';

interface ReportsProps {
  readonly story: StoryLine;
  readonly reports: readonly StoryReport[];
  readonly origins: readonly ShownOrigin[];
}

export function StoryReports({ story, reports, origins }: ReportsProps) {
  const { heads, copies } = foldCopies(reports, origins);
  const days = groupByDay(heads);
  return (
    <section class="sec sec--read" id="reports" aria-labelledby="s-re">
      <SectionHead
        id="s-re"
        title={say('گزارش‌ها', 'Reports')}
        note={say(
          'از نخستین تا تازه‌ترین؛ رونوشت‌ها زیر اصل خود',
          'from the first to the latest; copies below their originals',
        )}
        why="reports"
      />
      <div>
        {days.map(({ day, items }) => (
          <>
            <h3 class="rep-day">{weekdayOf(day)}</h3>
            <ol>
              {items.map((report) => (
                <li class="rep" id={`r${report.articleId}`}>
                  <time datetime={report.at}>{clockOf(report) || say('بی ساعت', 'no time given')}</time>
                  <div>
                    <ReportHead report={report} origins={origins} />
                    <Copies story={story} source={report} copies={copies.get(report.articleId) ?? []} />
                    <Reasons report={report} />
                  </div>
                </li>
              ))}
            </ol>
          </>
        ))}
      </div>
    </section>
  );
}

function ReportHead({
  report,
  origins,
}: {
  readonly report: StoryReport;
  readonly origins: readonly ShownOrigin[];
}) {
  const origin = origins.find(({ root }) => root.articleId === report.articleId);
  const alike = alikeOf(report, origins);
  const edits = report.versions.length - 1;
  const credits = report.hops.filter(({ relation }) => relation !== 'publisher');
  return (
    <>
      <p class="out">
        <b>
          <OutletName line={report} />
        </b>
        {origin === undefined ? null : (
          <span class="tag">
            {say(`منبع مستقل ${number(origin.number)}`, `independent origin ${number(origin.number)}`)}
          </span>
        )}
        {credits.slice(0, SHOWN_CREDITS).map((hop) => (
          <span>
            {hop.relation === 'interview_with'
              ? say('گفت‌وگو با', 'interview with')
              : hop.anonymous
                ? say('به گفتهٔ', 'according to')
                : say('به نقل از', 'quoting')}{' '}
            <Name of={hop.name} />{' '}
            {hop.relation === 'cited' && hop.outletId === null ? null : (
              <HopState state={hop.state ?? 'claimed'} />
            )}
          </span>
        ))}
        {alike === undefined ? null : (
          <span>
            {say('متن مشترک با', 'text in common with')} <Mixed text={shown(alike)} />
            {say('؛ روشن نیست کدام از دیگری گرفته است', '; it is unclear who took from whom')}
          </span>
        )}
        {edits > 0 ? <a href={historyHref(report.articleId)}>{counted(edits, NOUNS.edit)}</a> : null}
        {report.isDated ? null : (
          <span>
            {say('زمان انتشار ننوشته است؛ ساعت گردآوری', 'states no time of publication; time of collection')}
          </span>
        )}
        {report.actId === null ? null : (
          <span class="tag">{say('به تصمیم گردانندهٔ پایگاه', 'by decision of the operator')}</span>
        )}
      </p>
      <a class="ttl" href={articleHref(report.articleId)}>
        <Mixed text={headlineOf(report)} />
      </a>
    </>
  );
}

/** The outlet with which a report shares words that nobody knows who took from whom. */
function alikeOf({ articleId }: StoryReport, origins: readonly ShownOrigin[]): string | undefined {
  for (const { rests, reports } of origins) {
    const rest = rests.get(articleId);
    if (rest?.tie === 'alike') return reports.find((other) => other.articleId === rest.on)?.outletName;
  }
  return undefined;
}

const SHOWN_CREDITS = 4;

const STATE_TAGS = {
  found: null,
  claimed: null,
  missing: { fa: 'یافت نشد', en: 'not found' },
  circular: { fa: 'حلقه', en: 'ring' },
} as const;

/** What became of the name that a report credits, where there is something to tell. */
function HopState({ state }: { readonly state: keyof typeof STATE_TAGS }) {
  const words = STATE_TAGS[state];
  return words === null ? null : <span class="tag tag--dash">{say(words)}</span>;
}

interface FoldedCopy {
  readonly report: StoryReport;
  readonly shared: ShownRest['shared'];
}

interface CopiesProps {
  readonly story: StoryLine;
  /** What they were taken from. */
  readonly source: StoryReport;
  readonly copies: readonly FoldedCopy[];
}

function Copies({ story, source, copies }: CopiesProps) {
  if (copies.length === 0) return null;
  const isOneDay = areOneDay([source, ...copies.map(({ report }) => report)]);
  return (
    <details class="fold" data-why="copies">
      <summary>
        {counted(copies.length, NOUNS.copy)}
        {say('؛ چرا؟', '; why?')}
      </summary>
      <ul>
        {copies.map(({ report, shared }) => (
          <li id={`r${report.articleId}`}>
            <b>
              <OutletName line={report} />
            </b>
            <a class="link" href={articleHref(report.articleId)}>
              {momentOf(report, isOneDay)}
            </a>
            {shared === undefined ? null : (
              <>
                <span>{copyWords(shared)}</span>
                <span class="soft">{directionWords(shared)}</span>
                {shared.sharedCount > 0 ? (
                  <a class="link" href={sharedTextHref(story.storyId, shared.keptAt)}>
                    {say('متن مشترک', 'Text in common')}
                    <span class="vh">
                      {' '}
                      {say('با', 'with')} <Name of={report.outletName} />
                    </span>
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
    <details class="why" data-why="report">
      <summary>
        {say('چرا؟', 'Why?')}
        <span class="vh"> {say('این گزارش در این خبر است', 'is this report in this story')}</span>
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
  /** By the number of the report from which they come in the end. */
  readonly copies: ReadonlyMap<number, readonly FoldedCopy[]>;
}

/** Copies of copies stand below the first that is none. */
function foldCopies(reports: readonly StoryReport[], origins: readonly ShownOrigin[]): Folded {
  const rests = new Map(origins.flatMap((origin) => [...origin.rests]));
  const copies = new Map<number, FoldedCopy[]>();
  for (const report of reports) {
    const rest = rests.get(report.articleId);
    if (rest?.tie !== 'copy') continue;
    let head = rest.on;
    for (let above = rests.get(head); above?.tie === 'copy'; above = rests.get(head)) head = above.on;
    copies.set(head, [...(copies.get(head) ?? []), { report, shared: rest.shared }]);
  }
  return { heads: reports.filter(({ articleId }) => rests.get(articleId)?.tie !== 'copy'), copies };
}
