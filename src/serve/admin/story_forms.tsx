/** What can be done to a story at the desk: its reports elsewhere, merging, its thread; each with a reason. */
import type { StoryReport } from '../../store/site_story.js';
import { articleHref, threadHref } from '../addresses.js';
import { say } from '../language.js';
import { NOUNS } from '../nouns.js';
import { Mixed } from '../pieces/foreign.js';
import { Name } from '../pieces/name.js';
import { Ago } from '../pieces/times.js';
import { counted, headlineOf, number } from '../words.js';
import { ReasonField } from './act_reason.js';
import { Csrf } from './csrf_field.js';
import { type Desk, numbersOf } from './desk.js';
import { Field } from './field.js';
import { DeskForm, Facts, Section } from './form_pieces.js';

interface FormProps {
  readonly storyId: number;
  readonly desk: Desk;
}

/** One list of reports with two buttons: into a story of their own, or one of them into another story. */
export function Reports({
  storyId,
  reports,
  desk,
}: FormProps & { readonly reports: readonly StoryReport[] }) {
  const chosen = new Set(numbersOf(desk.form, 'report'));
  const action = `/admin/stories/${storyId}`;
  return (
    <Section
      id="sp"
      title={say('گزارش‌ها', 'Reports')}
      note={say('رونوشت‌های بعدیِ آنچه جدا شود با آن می‌روند', 'later copies follow what you split off')}
    >
      <form class="form form--wide" method="post" action={`${action}/split`}>
        <Csrf csrf={desk.csrf} />
        <fieldset class="desk-choices">
          <legend class="lbl">
            {say('کدام گزارش‌ها خبر دیگری می‌گویند', 'Which reports belong to another story')}
          </legend>
          {reports.map((report) => (
            <label class="chk">
              <input
                type="checkbox"
                name="report"
                value={String(report.articleId)}
                checked={chosen.has(report.articleId)}
              />
              <ReportWords report={report} desk={desk} />
            </label>
          ))}
        </fieldset>
        <ReasonField desk={desk} id="split-note" />
        <Field
          desk={desk}
          name="to"
          label={otherStory()}
          ltr
          max={300}
          hint={say(
            'تنها برای بردن یک گزارش به خبری که هست.',
            'Only for moving one report into an existing story.',
          )}
        />
        <div class="row">
          {reports.length < 2 ? null : (
            <button class="btn btn--danger" type="submit">
              {say('جدا کن', 'Split off')}
            </button>
          )}
          <button class="btn btn--danger" type="submit" formaction={`${action}/move`}>
            {say('به خبر دیگر ببر', 'Move to the other story')}
          </button>
        </div>
      </form>
    </Section>
  );
}

export function Merge({ storyId, desk }: FormProps) {
  return (
    <Section
      id="mg"
      title={say('یکی کردن', 'Merge')}
      note={say(
        'همهٔ گزارش‌های این خبر، و آنچه بعد بیاید، به خبر دیگر می‌رود',
        'all reports of this story, and those to come, go to the other',
      )}
    >
      <DeskForm
        desk={desk}
        action={`/admin/stories/${storyId}/merge`}
        text={say('یکی کن', 'Merge')}
        look="danger"
      >
        <Field desk={desk} name="into" label={otherStory()} required ltr max={300} />
        <ReasonField desk={desk} id="merge-note" />
      </DeskForm>
    </Section>
  );
}

/** The thread that a story is in. */
interface OwnThread {
  readonly id: number;
  readonly name: string;
  readonly storyCount: number;
}

/** Into the thread of another story, and out of its own. */
export function Thread({ storyId, thread, desk }: FormProps & { readonly thread: OwnThread | undefined }) {
  const action = `/admin/stories/${storyId}`;
  return (
    <Section
      id="th"
      title={say('رشته', 'Thread')}
      note={say('خبرهای یک جریان، هر یک برای خود', 'stories of one running theme, each by itself')}
    >
      <div>
        {thread === undefined ? (
          <p class="soft">{say('این خبر در رشته‌ای نیست.', 'This story is in no thread.')}</p>
        ) : (
          <Leave action={`${action}/leave`} thread={thread} desk={desk} />
        )}
        <DeskForm
          desk={desk}
          action={`${action}/join`}
          text={
            thread === undefined
              ? say('در رشته بگذار', 'Put into the thread')
              : say('به آن رشته ببر', 'Move to that thread')
          }
          apart
        >
          <Field
            desk={desk}
            name="with"
            label={say('شماره یا نشانی یکی از خبرهای رشته', 'Number or address of a story of the thread')}
            required
            ltr
            max={300}
            hint={say(
              'اگر آن خبر در رشته‌ای نباشد، این دو با هم رشته‌ای می‌سازند.',
              'If that story is in none, the two make a thread.',
            )}
          />
          <ReasonField desk={desk} id="join-note" />
        </DeskForm>
      </div>
    </Section>
  );
}

function Leave({
  action,
  thread,
  desk,
}: {
  readonly action: string;
  readonly thread: OwnThread;
  readonly desk: Desk;
}) {
  const link = (
    <a class="link" href={threadHref(thread.id)}>
      <Mixed text={thread.name} />
    </a>
  );
  const size = (
    <a class="link" href={`/admin/stories?thread=${thread.id}`}>
      {counted(thread.storyCount, NOUNS.story)}
    </a>
  );
  return (
    <>
      <p>
        {say(
          <>
            در رشتهٔ {link} است، با {size}.
          </>,
          <>
            It is in the thread {link}, one of {size}.
          </>,
        )}
      </p>
      <DeskForm desk={desk} action={action} text={say('از رشته بیرون ببر', 'Take out of the thread')} apart>
        <ReasonField desk={desk} id="leave-note" />
      </DeskForm>
    </>
  );
}

function otherStory(): string {
  return say('شماره یا نشانی خبر دیگر', 'Number or address of the other story');
}

function ReportWords({ report, desk }: { readonly report: StoryReport; readonly desk: Desk }) {
  const { articleId, title, lede, opening, outletName, at, copy } = report;
  return (
    <span>
      <Mixed text={headlineOf({ title, lede, opening })} />{' '}
      <span class="soft small">
        <Facts
          of={[
            <Name of={outletName} />,
            <Ago iso={at} now={desk.frame.now} />,
            copy === undefined
              ? undefined
              : say(`رونوشت گزارش ${number(copy.otherId)}`, `copy of report ${number(copy.otherId)}`),
            <a class="link" href={articleHref(articleId)}>
              {say(`گزارش ${number(articleId)}`, `report ${number(articleId)}`)}
            </a>,
          ]}
        />
      </span>
    </span>
  );
}
