import { say } from '../language.js';
import { SECRECY_WORDS, type ShapeName, type StateWord } from '../ledger_words.js';

/** The shapes of look: filled, crossed, half, dotted, diamond, dot, hollow, two halves, lock. */
function Drawing({ name }: { readonly name: ShapeName }) {
  if (name === 'affirm') return <circle cx="8" cy="8" r="7" fill="currentColor" />;
  if (name === 'cond') {
    return (
      <path
        d="M8 1.3L14.7 8 8 14.7 1.3 8z"
        fill="none"
        stroke="currentColor"
        stroke-width="1.7"
        stroke-linejoin="round"
      />
    );
  }
  if (name === 'lock') {
    return (
      <>
        <rect x="2.5" y="7" width="11" height="7.5" rx="1.3" fill="currentColor" />
        <path d="M5 7V4.9a3 3 0 0 1 6 0V7" fill="none" stroke="currentColor" stroke-width="1.7" />
      </>
    );
  }
  if (name === 'disp') {
    return (
      <>
        <path class="ico-g" d="M9.2 1.6a6.5 6.5 0 0 1 0 12.8z" fill="currentColor" />
        <path
          class="ico-r"
          d="M6.4 2.3a5.8 5.8 0 0 0 0 11.4z"
          fill="none"
          stroke="currentColor"
          stroke-width="1.6"
        />
      </>
    );
  }
  return <Ring name={name} />;
}

function Ring({ name }: { readonly name: ShapeName }) {
  const dots = name === 'poss' ? { 'stroke-dasharray': '1.9 2.93' } : {};
  return (
    <>
      <circle cx="8" cy="8" r="6.15" fill="none" stroke="currentColor" stroke-width="1.7" {...dots} />
      {name === 'deny' ? (
        <path d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6" fill="none" stroke="currentColor" stroke-width="1.7" />
      ) : null}
      {name === 'open' ? <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" /> : null}
      {name === 'next' ? <circle cx="8" cy="8" r="2.3" fill="currentColor" /> : null}
    </>
  );
}

/** A shape by itself; its word must stand beside it or in a title. */
function Shape({ name }: { readonly name: ShapeName }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <Drawing name={name} />
    </svg>
  );
}

/** A shape inside a picture, its middle at a point. */
export function ShapeAt({
  name,
  x,
  y,
  size,
}: {
  readonly name: ShapeName;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}) {
  return (
    <g
      class={`st-${name} shp`}
      transform={`translate(${round(x - size / 2)} ${round(y - size / 2)}) scale(${round(size / 16)})`}
    >
      <Drawing name={name} />
    </g>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

interface StateProps {
  readonly state: StateWord;
  /** Said in place of the state's own word. */
  readonly word?: string;
  readonly mini?: boolean;
}

/** Shape, colour and word of a state. */
export function State({ state, word, mini = false }: StateProps) {
  return (
    <span class={`st st-${state.shape}${mini ? ' st--mini' : ''}`}>
      <Shape name={state.shape} />
      {word ?? say(state.word)}
    </span>
  );
}

/** A lock and its word for what was secret or not announced; nothing for the rest. */
export function SecrecyMark({ secrecy }: { readonly secrecy: keyof typeof SECRECY_WORDS }) {
  if (secrecy !== 'secret' && secrecy !== 'unannounced') return null;
  return <State state={{ shape: 'lock', word: SECRECY_WORDS[secrecy] }} />;
}
