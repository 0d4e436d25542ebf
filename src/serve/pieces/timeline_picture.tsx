/** The picture of a dyad: two lanes, contacts as links between them, statements as ticks on the speaker's lane. */
import { isEnglish, say } from '../language.js';
import { contactName, daysWords, STATUS_WORDS, stateOf } from '../ledger_words.js';
import {
  mirrored,
  PICTURE,
  type PlacedContact,
  type PlacedTick,
  type TimelineLayout,
} from '../timeline_layout.js';
import { cutAtWord, dayInBothCalendars, number } from '../words.js';
import { Mixed } from './foreign.js';
import { ShapeAt, State } from './state.js';

interface PictureProps {
  readonly layout: TimelineLayout;
  readonly names: readonly [a: string, b: string];
  readonly title: string;
}

/** More contacts than this have no words beside their shapes: they would lie on each other. */
const MOST_LABELS = 14;

export function TimelinePicture({ layout: fromRight, names, title }: PictureProps) {
  const layout = isEnglish() ? mirrored(fromRight) : fromRight;
  const { width, height, right, left, laneA, laneB } = PICTURE;
  const withLabels = layout.contacts.length <= MOST_LABELS;
  return (
    <figure class="tl">
      {/* biome-ignore lint/a11y/useSemanticElements: no HTML element groups the links of a picture */}
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-labelledby="tt" aria-describedby="td">
        <title id="tt">{title}</title>
        <desc id="td">
          {say(
            'از راست به چپ. خط‌های ایستاده تماس‌اند و تیک‌های کوچک گفته‌ها؛ همه در جدول زیر آمده است.',
            'From left to right. Upright lines are contacts, small ticks are statements; all of them stand in the table below.',
          )}
        </desc>
        <defs>
          <pattern
            id="hatch"
            width="9"
            height="9"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path class="hatchl" d="M0 0v9" />
          </pattern>
        </defs>
        {layout.days.map(({ day, x }) => (
          <Day day={day} x={x} />
        ))}
        {layout.gaps.map(({ from, to }) => (
          <rect
            class="gapfill"
            x={Math.min(from, to)}
            y={laneA}
            width={Math.abs(from - to)}
            height={laneB - laneA}
          />
        ))}
        {[laneA, laneB].map((y, at) => (
          <>
            <path
              class="lane"
              d={isEnglish() ? `M${width - right} ${y}H${width - left}` : `M${right} ${y}H${left}`}
            />
            <text
              class="side"
              x={say(width, 0)}
              y={y + 6}
              lang={/[A-Za-z]/.test(names[at] ?? '') ? 'en' : 'fa'}
            >
              {names[at]}
            </text>
          </>
        ))}
        {layout.nowX === undefined ? null : (
          <>
            <path class="now" d={`M${layout.nowX} 34V386`} />
            <text class="n" x={layout.nowX} y={30}>
              {say('اکنون', 'Now')}
            </text>
          </>
        )}
        {layout.ticks.map((tick) => (
          <Tick tick={tick} />
        ))}
        {layout.contacts.map((placed) => (
          <Link placed={placed} withLabel={withLabels} />
        ))}
      </svg>
    </figure>
  );
}

function Day({ day, x }: { readonly day: string; readonly x: number }) {
  const [jalali = '', gregorian = ''] = dayInBothCalendars(day).split(' · ');
  return (
    <>
      <path class="grid" d={`M${x} 30V390`} />
      <text class="m" text-anchor="middle" x={x} y={20}>
        {jalali.replace(/ [^ ]*$/, '')}
      </text>
      <text class="g" text-anchor="middle" x={x} y={414}>
        {gregorian.replace(/ [^ ]*$/, '')}
      </text>
    </>
  );
}

const TICK_STEP = 15;

function Tick({ tick }: { readonly tick: PlacedTick }) {
  const isA = tick.lane === 'a';
  const lane = isA ? PICTURE.laneA : PICTURE.laneB;
  const y = lane + (isA ? -1 : 1) * (20 + tick.depth * TICK_STEP);
  return (
    <g class={`st-${tick.shape}`}>
      <title>{tick.title}</title>
      {tick.depth === 0 ? <path class="tick" d={`M${tick.x} ${lane}v${isA ? -13 : 13}`} /> : null}
      <ShapeAt name={tick.shape} x={tick.x} y={y} size={12} />
    </g>
  );
}

function Link({ placed, withLabel }: { readonly placed: PlacedContact; readonly withLabel: boolean }) {
  const { x, y, shape, span, line } = placed;
  const { laneA, laneB } = PICTURE;
  const days = daysWords(line.entry.days)?.main ?? '';
  const name = contactName(line.entry);
  // Labels stand behind their lines in the order of reading, except where the picture ends.
  const isAtEnd = isEnglish() ? x > PICTURE.width - 200 : x < 200;
  const side = isAtEnd === isEnglish() ? -17 : 17;
  return (
    <a href={`#c-${line.id}`} class={`st-${shape}`}>
      <title>{`${number(placed.number)}. ${name}: ${say(stateOf(line.entry).word)}${say('، ', ', ')}${days}`}</title>
      {span === 0 ? null : (
        <rect class="span" x={x - span / 2} y={laneA} width={span} height={laneB - laneA} />
      )}
      <path class={placed.isFirm ? 'linkl' : 'linkl claimed'} d={`M${x} ${laneA}V${laneB}`} />
      <circle class="halo" cx={x} cy={y} r="15" />
      <ShapeAt name={shape} x={x} y={y} size={21} />
      <text class="n" x={x} y={y - 17}>
        {number(placed.number)}
      </text>
      {withLabel ? (
        <text class={isAtEnd ? 'k r' : 'k'} x={x + side} y={y + 5}>
          {cutAtWord(name, 26)}
        </text>
      ) : null}
    </a>
  );
}

/** The same as a list, for narrow screens and for readers of letters. */
export function TimelineList({ layout, names }: Omit<PictureProps, 'title'>) {
  return (
    <div class="vl">
      <div class="vl-sides" aria-hidden="true">
        <span>
          <Mixed text={names[0]} />
        </span>
        <span>
          <Mixed text={names[1]} />
        </span>
      </div>
      <ol>
        {layout.contacts.map(({ line, shape, number: at, isFirm }) => (
          <li class={`c st-${shape}${isFirm ? '' : ' claimed'}`}>
            <State state={stateOf(line.entry)} />
            <b>
              {number(at)}. {contactName(line.entry)}
            </b>
            <span class="soft">{daysWords(line.entry.days)?.main}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** What the shapes mean. */
export function StateLegend() {
  const states = [
    'confirmed',
    'denied',
    'not_ruled_out',
    'disputed',
    'claimed',
    'speculated',
    'conditional',
    'expected',
  ];
  return (
    <p class="legend">
      {states.map((status) => (
        <State state={STATUS_WORDS[status as keyof typeof STATUS_WORDS]} mini />
      ))}
    </p>
  );
}
