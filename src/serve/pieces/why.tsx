import { formatNumber } from '../../persian/format_date.js';
import type { ScoredLine } from '../importance.js';
import { number } from '../words.js';

/** «چرا؟»: the figures whose sum is the order. */
export function Why({ scored }: { readonly scored: ScoredLine }) {
  const { outlets, line } = scored;
  return (
    <details class="why">
      <summary>
        چرا؟<span class="vh"> این خبر اینجاست</span>
      </summary>
      <dl>
        <dt>{outlets === 1 ? 'یک رسانه' : `${number(outlets)} رسانه با همین تیتر`}</dt>
        <dd>{points(scored.outletPoints)}</dd>
        <dt>{number(line.views)} بازدید در ۲۴ ساعت</dt>
        <dd>+ {points(scored.viewPoints)}</dd>
        <dt>{number(line.comments)} دیدگاه</dt>
        <dd>+ {points(scored.commentPoints)}</dd>
        <dt>{ageWords(scored.ageHours)}</dt>
        <dd>× {points(scored.freshness)}</dd>
        <dt class="sum">امتیاز</dt>
        <dd class="sum">{points(scored.score)}</dd>
      </dl>
    </details>
  );
}

/** «۱٫۴۰»: two places, so that the sum can be checked by eye. */
function points(value: number): string {
  const [whole = '0', rest = '00'] = value.toFixed(2).split('.');
  return `${formatNumber(Number(whole))}٫${[...rest].map((digit) => formatNumber(Number(digit))).join('')}`;
}

function ageWords(hours: number | undefined): string {
  if (hours === undefined) return 'زمان انتشار ننوشته است';
  if (hours < 1) return 'هم‌زمان با تازه‌ترین خبر';
  const days = Math.floor(hours / 24);
  const age = days < 2 ? `${number(Math.floor(hours))} ساعت` : `${number(days)} روز`;
  return `${age} پیش از تازه‌ترین خبر`;
}
