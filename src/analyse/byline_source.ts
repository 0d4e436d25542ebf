import type { OutletNames } from '../persian/outlet_names.js';
import type { SourceMention } from './chain_mentions.js';
import type { FoldedBlock } from './folded_block.js';
import { readSourceName } from './source_name.js';

/** One form in which the first line names its outlet. */
export interface BylineRule {
  readonly id: string;
  /** Matches up to where the name begins. */
  readonly pattern: RegExp;
  readonly behind: RegExp;
  readonly example: string;
  readonly counterexample: string;
}

export const BYLINE_RULES: readonly BylineRule[] = [
  {
    id: 'chain/byline-parenthesis',
    pattern: /^[^\p{L}]*\p{L}+(?:\s\p{L}+){0,2}\s*[-–ـ,،]?\s*[(]\s*/gu,
    behind: /^\s*[)]\s*[-–ـ:،.]/u,
    example: 'تهران (پانا) - کره شمالی گزارش‌ها را رد کرد.',
    counterexample: 'امام علی (ع) - نخستین امام شیعیان است.',
  },
  {
    id: 'chain/byline-dash',
    pattern: /(?:^|[-–ـ,،/]|\s{2})\s*/gu,
    behind: /^[»"”]?\s*(?:[؛;:–ـ]|-\s|\s-)/u,
    example: 'تهران - ایرنا - رئیس‌جمهور به نیویورک رفت.',
    counterexample: 'تهران - شیراز - اصفهان سه شهر این تور هستند.',
  },
];

/** The outlet of «تهران (پانا) -», «تهران - ایرنا -», «آفتاب‌نیوز :» at the head of the first line. */
export function findBylineSource(block: FoldedBlock, names: OutletNames): SourceMention | undefined {
  const head = block.letters.slice(0, HEAD_CHARS);
  for (const { id, pattern, behind } of BYLINE_RULES) {
    for (const match of head.matchAll(pattern)) {
      const name = readSourceName(block, match.index + match[0].length, names);
      if (!name?.outlet || name.start !== match.index + match[0].length) continue;
      if (!behind.test(block.letters.slice(name.end))) continue;
      const { outlet, kind, desk } = name;
      return { name: name.name, outlet, kind, desk, rule: id, span: block.spanOf(name.start, name.end) };
    }
  }
  return undefined;
}

/** A byline stands in the first letters: «آرتان - خبرگزاری نوران -». */
const HEAD_CHARS = 45;
