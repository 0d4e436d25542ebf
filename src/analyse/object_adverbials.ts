/** What stands between a subject and its object. */

import { isObjectHead } from './object_heads.js';
import { OBJECT_WORDS } from './object_words.js';
import { behindOwnSpeech } from './speaker_leading.js';
import { isTime } from './speaker_times.js';
import type { SpeakerView } from './speaker_view.js';
import { PREPOSITIONS } from './speaker_words.js';
import type { WordBlock } from './statement_words.js';

/** Index behind adverbs, times and adverbials that begin at a word. */
export function skipAdverbials({ view, mentions }: SpeakerView, from: number, to: number): number {
  let at = from;
  for (let step = 0; step < 6; step += 1) {
    const key = view.keys[at] ?? '';
    const fixed = behindFixed(view, at, to);
    if (fixed !== undefined) {
      at = fixed;
      continue;
    }
    if (OBJECT_WORDS.adverbs.has(key) || (isTime(view, at) && !mentions.has(at))) {
      at += 1;
      continue;
    }
    if (!PREPOSITIONS.has(key)) break;
    const named = mentions.get(at + 1);
    const next = named !== undefined && named.to < to ? named.to : adverbialEnd(view, at, to);
    if (next === undefined) break;
    at = next;
  }
  return at;
}

/** Behind «پیش از این», «در پایان سخنان خود». */
function behindFixed(view: WordBlock, at: number, to: number): number | undefined {
  if (
    /^(?:(?:پیش|پس|بعد|قبل) از (?:این|آن)|با (?:این|وجود) (?:حال|این))$/.test(
      view.keys.slice(at, at + 3).join(' '),
    )
  )
    return at + 3;
  const own = behindOwnSpeech(view.keys, { from: at, to });
  return own !== undefined && own < to ? own : undefined;
}

/** An adverbial between subject and object ends at its comma, behind «در یادداشتی», or before a head of objects. */
function adverbialEnd(view: WordBlock, from: number, to: number): number | undefined {
  for (let at = from + 2; at < to; at += 1) if (/[،,]/.test(view.words[at]?.gap ?? '')) return at;
  const isMedium =
    view.keys[from] === 'در' && OBJECT_WORDS.media.has(/^(.+)ی$/.exec(view.keys[from + 1] ?? '')?.[1]);
  if (isMedium && from + 2 < to) return from + 2;
  for (let at = from + 2; at < to; at += 1) if (isObjectHead(view, at)) return at;
  return undefined;
}
