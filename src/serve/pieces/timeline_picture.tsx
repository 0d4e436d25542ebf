/** The picture of a dyad: two lanes, contacts as links between them, statements as ticks on the speaker's lane. */
import type { ContactLine } from '../../store/site_contacts.js';
import type { StatementLine } from '../../store/site_statements.js';
import { isEnglish, say } from '../language.js';
import { contactName, daysWords, STANCE_WORDS, STATUS_WORDS, stateOf } from '../ledger_words.js';
import { NOUNS } from '../nouns.js';
import {
  type MarkedDay,
  mirrored,
  PICTURE,
  type PlacedContact,
  type PlacedTick,
  type Silence,
  type TimelineLayout,
} from '../timeline_layout.js';
import { counted, cutAtWord, dayInBothCalendars, number } from '../words.js';
import { Mixed } from './foreign.js';
import { ShapeAt, State } from './state.js';

interface PictureProps {
  readonly layout: TimelineLayout;
  readonly names: readonly [a: string, b: string];
  readonly title: string;
}

/** Letters of a side's name and of a label: what their room takes. */
const NAME_LETTERS = 16;
const LABEL_LETTERS = 26;

export function TimelinePicture({ layout: fromRight, names, title }: PictureProps) {
  const layout = isEnglish() ? mirrored(fromRight) : fromRight;
  const { height, laneA, laneB } = PICTURE;
  const { width } = layout;
  const start = say(width - PICTURE.names, PICTURE.names);
  const end = say(20, width - 20);
  return (
    <figure class={width > PICTURE.width ? 'tl tl--wide' : 'tl'}>
      {/* biome-ignore lint/a11y/useSemanticElements: no HTML element groups the links of a picture */}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        role="group"
        aria-labelledby="tt"
        aria-describedby="td"
      >
        <title id="tt">{title}</title>
        <desc id="td">
          {say(
            'از راست به چپ. خط‌های ایستاده تماس‌اند و تیک‌های کوچک گفته‌ها؛ سکوت‌های دراز فشرده شده‌اند. همه در جدول زیر آمده است.',
            'From left to right. Upright lines are contacts, small ticks are statements; long silences are narrowed. All of them stand in the table below.',
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
        {layout.days.map((marked) => (
          <Day marked={marked} />
        ))}
        {layout.gaps.map((gap) => (
          <Gap gap={gap} />
        ))}
        {[laneA, laneB].map((y, at) => (
          <>
            <path class="lane" d={`M${start} ${y}H${end}`} />
            <text
              class="side"
              x={say(width, 0)}
              y={y + 6}
              lang={/[A-Za-z]/.test(names[at] ?? '') ? 'en' : 'fa'}
            >
              {cutAtWord(names[at] ?? '', NAME_LETTERS)}
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
          <Line placed={placed} />
        ))}
        {layout.contacts.map((placed) => (
          <Link placed={placed} />
        ))}
      </svg>
    </figure>
  );
}

function Day({ marked: { day, x, width, hasDate } }: { readonly marked: MarkedDay }) {
  const [first = '', other = ''] = hasDate ? dayInBothCalendars(day).split(' · ') : [];
  return (
    <>
      <path class="grid" d={`M${x - width / 2} 36v-6h${width}v6M${x - width / 2} 390v6h${width}v-6`} />
      <text class="m" text-anchor="middle" x={x} y={20}>
        {first}
      </text>
      <text class="g" text-anchor="middle" x={x} y={414}>
        {other}
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

/** A silence says how long it is where it has the room. */
function Gap({ gap: { from, to, days } }: { readonly gap: Silence }) {
  const { laneA, laneB } = PICTURE;
  const width = Math.abs(from - to);
  const words = silenceWords(days);
  return (
    <g>
      <title>{words}</title>
      <rect class="gapfill" x={Math.min(from, to)} y={laneA} width={width} height={laneB - laneA} />
      {width < GAP_WORDS ? null : (
        <text class="g" text-anchor="middle" x={(from + to) / 2} y={laneB + 22}>
          {words}
        </text>
      )}
    </g>
  );
}

const GAP_WORDS = 120;
const YEAR_DAYS = 365.25;
const MONTH_DAYS = 30.44;

/** «۲ سال و ۳ ماه بی‌گزارش» */
export function silenceWords(days: number): string {
  const months = Math.floor(days / MONTH_DAYS);
  const years = Math.floor(days / YEAR_DAYS);
  const rest = Math.floor((days - years * YEAR_DAYS) / MONTH_DAYS);
  const parts =
    months < 2
      ? [counted(days, NOUNS.day)]
      : [years > 0 ? counted(years, NOUNS.year) : '', rest > 0 ? counted(rest, NOUNS.month) : ''];
  const length = parts.filter((part) => part !== '').join(say(' و ', ' and '));
  return say(`${length} بی‌گزارش`, `${length} without reports`);
}

/** The upright line of a contact, under all labels, and the days on which it can have been. */
function Line({ placed: { x, y, span, shape, isFirm } }: { readonly placed: PlacedContact }) {
  return (
    <g class={`st-${shape}`}>
      <path class={isFirm ? 'linkl' : 'linkl claimed'} d={`M${x} ${PICTURE.laneA}V${PICTURE.laneB}`} />
      {span === undefined ? null : <path class="span" d={`M${span[0]} ${y - 6}v12m0 -6H${span[1]}`} />}
    </g>
  );
}

function Link({ placed }: { readonly placed: PlacedContact }) {
  const { x, y, shape, line } = placed;
  const days = daysWords(line.entry.days)?.main ?? '';
  const name = contactName(line.entry);
  return (
    <a href={`#c-${line.id}`} class={`st-${shape}`}>
      <title>{`${number(placed.number)}. ${name}: ${say(stateOf(line.entry).word)}${say('، ', ', ')}${days}`}</title>
      <circle class="halo" cx={x} cy={y} r="15" />
      <ShapeAt name={shape} x={x} y={y} size={21} />
      <text class="n" x={x} y={y - 17}>
        {number(placed.number)}
      </text>
      <text class="k" x={x + say(-17, 17)} y={y + 5}>
        {cutAtWord(name, LABEL_LETTERS)}
      </text>
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
          <>
            <li class={`c st-${shape}${isFirm ? '' : ' claimed'}`}>
              <State state={stateOf(line.entry)} />
              <b>
                <a href={`#c-${line.id}`}>
                  {number(at)}. {contactName(line.entry)}
                </a>
              </b>
              <span class="soft">{daysWords(line.entry.days)?.main}</span>
            </li>
            {layout.gaps
              .filter(({ after }) => after === at)
              .map(({ days }) => (
                <li class="gap">
                  <span>{silenceWords(days)}</span>
                </li>
              ))}
          </>
        ))}
      </ol>
    </div>
  );
}

/** Contacts whose days nobody tells: beside the picture, not in it. */
export function UndatedTray({
  contacts,
  numbers,
}: {
  readonly contacts: readonly ContactLine[];
  readonly numbers: ReadonlyMap<string, number>;
}) {
  if (contacts.length === 0) return null;
  return (
    <div class="tray">
      <h3 class="name">
        {say('بی‌تاریخ', 'Undated')}{' '}
        <small class="soft">{say('متن‌ها نمی‌گویند چه روزی', 'the texts do not tell the day')}</small>
      </h3>
      <ul>
        {contacts.map((line) => (
          <li>
            <State state={stateOf(line.entry)} mini />{' '}
            <a href={`#c-${line.id}`}>
              {number(numbers.get(line.id) ?? 0)}. {contactName(line.entry)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the shapes mean that this ledger shows: states of its contacts, then what its ticks say in other shapes. */
export function StateLegend({
  contacts,
  statements,
}: {
  readonly contacts: readonly ContactLine[];
  readonly statements: readonly Pick<StatementLine, 'stance'>[];
}) {
  const found = new Set(contacts.map(({ entry }) => stateOf(entry)));
  const states = Object.values(STATUS_WORDS).filter((state) => found.has(state));
  const shapes = new Set(states.map(({ shape }) => shape));
  const said = new Set(statements.map(({ stance }) => STANCE_WORDS[stance]));
  return (
    <p class="legend">
      {[...states, ...[...said].filter(({ shape }) => !shapes.has(shape))].map((state) => (
        <State state={state} mini />
      ))}
    </p>
  );
}
