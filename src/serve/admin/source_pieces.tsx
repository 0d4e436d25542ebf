/** A source at the desk, piece by piece: how it fares, what it brought, when it is asked next, on and off. */
import type { SourceHealth } from '../../store/source_health.js';
import type { SourceStatus } from '../../store/source_state.js';
import type { Noun } from '../language.js';
import { say } from '../language.js';
import { NOUNS } from '../nouns.js';
import { conditionWord } from '../pages/sources.js';
import { Mixed } from '../pieces/foreign.js';
import { counted, dayInBothCalendars, number } from '../words.js';
import type { Desk } from './desk.js';
import { DESK_NOUNS } from './desk_nouns.js';
import { ActButton, Latin } from './form_pieces.js';

interface Unit {
  readonly noun: Noun;
  /** Before «دیگر»: «۱۲ دقیقهٔ دیگر». */
  readonly before: string;
  readonly ms: number;
  /** Whether halves and tenths of it are told. */
  readonly inTenths: boolean;
}

const UNITS: readonly Unit[] = [
  { noun: NOUNS.day, before: 'روز', ms: 86_400_000, inTenths: true },
  { noun: NOUNS.hour, before: 'ساعت', ms: 3_600_000, inTenths: true },
  { noun: DESK_NOUNS.minute, before: 'دقیقهٔ', ms: 60_000, inTenths: false },
];
const SECOND: Unit = { noun: DESK_NOUNS.second, before: 'ثانیهٔ', ms: 1000, inTenths: false };

/** From one and a half of a unit on, a time is told in it: 80 seconds, 2 minutes, 1.5 hours. */
const LEAST = 1.5;

/** «۴۰ ثانیه», «۱۲ دقیقه», «۳٫۵ ساعت» */
export function timeSpan(ms: number): string {
  const [count, unit] = measured(ms);
  return counted(count, unit.noun);
}

function measured(ms: number): [count: number, unit: Unit] {
  const unit = UNITS.find((each) => ms >= each.ms * LEAST) ?? SECOND;
  const count = ms / unit.ms;
  return [unit.inTenths ? Math.round(count * 10) / 10 : Math.round(count), unit];
}

/** «۱۲ دقیقهٔ دیگر», with the instant in both calendars in its title. */
export function Until({ iso, now }: { readonly iso: string; readonly now: string }) {
  const ms = Date.parse(iso) - Date.parse(now);
  if (ms < 1000) return say('همین حالا', 'now');
  const [count, unit] = measured(ms);
  return (
    <time datetime={iso} title={dayInBothCalendars(iso)}>
      {say(`${number(count)} ${unit.before} دیگر`, `in ${counted(count, unit.noun)}`)}
    </time>
  );
}

/** «۴۰ ثانیه»; «نامعلوم» where no list states a time. */
export function delayWords(seconds: number | undefined): string {
  return seconds === undefined ? say('نامعلوم', 'unknown') : timeSpan(seconds * 1000);
}

/** Whether an operator should look at a source. */
export function needsLook({ enabled, condition }: SourceStatus): boolean {
  return enabled && condition.code !== 'well' && condition.code !== 'new';
}

/** How a source fares, what the program says of it in English, and the way on which it is asked unless directly. */
export function Fares({ source }: { readonly source: SourceStatus }) {
  const { condition, enabled, egress } = source;
  return (
    <>
      <Mixed text={conditionWord(source)} />{' '}
      {condition.detail === undefined || !enabled ? null : (
        <span class="sub">
          <Latin>{condition.detail}</Latin>
        </span>
      )}
      {egress === undefined ? null : (
        <span class="sub">
          {say('از راه', 'by way of')} <Latin>{egress}</Latin>
        </span>
      )}
    </>
  );
}

/** When it is asked next, and whether it is asked less often because it failed. */
export function NextAsking({ source, now }: { readonly source: SourceStatus; readonly now: string }) {
  const { enabled, nextAt, failures, intervalMs } = source;
  if (!enabled) return say('پرسیده نمی‌شود', 'not checked');
  const times = number(failures);
  return (
    <>
      <Until iso={nextAt} now={now} />{' '}
      <span class="sub">
        {failures > 0
          ? say(
              `پس از ${times} ناکامی پیاپی`,
              failures === 1 ? 'after a failure' : `after ${times} failures in a row`,
            )
          : say(`هر ${timeSpan(intervalMs)}`, `every ${timeSpan(intervalMs)}`)}
      </span>
    </>
  );
}

/** «۲۲ به‌جای ۲۴ در روز عادی» */
export function Seen({ health }: { readonly health: SourceHealth | undefined }) {
  const { seenLastDay = 0, expectedPerDay } = health ?? {};
  if (expectedPerDay === undefined) return number(seenLastDay);
  const usual = number(Math.round(expectedPerDay * 10) / 10);
  return (
    <>
      {number(seenLastDay)}
      <span class="sub"> {say(`به‌جای ${usual} در روز عادی`, `instead of ${usual} on a usual day`)}</span>
    </>
  );
}

/** The button that turns a source off or on; `back`: where it stands. */
export function Switch({
  source: { sourceId, enabled },
  desk,
  back = 'list',
}: {
  readonly source: SourceStatus;
  readonly desk: Desk;
  readonly back?: 'list' | 'one';
}) {
  return (
    <ActButton
      desk={desk}
      action="/admin/sources/switch"
      name="source"
      value={`${enabled ? 'disable' : 'enable'} ${sourceId}`}
      text={enabled ? say('خاموش کن', 'Switch off') : say('روشن کن', 'Switch on')}
      about={<Latin>{sourceId}</Latin>}
      hidden={{ back }}
    />
  );
}
