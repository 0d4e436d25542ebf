import type { ReportedDyad } from '../../store/dyads.js';
import { say } from '../language.js';
import { NOUNS } from '../nouns.js';
import { counted } from '../words.js';
import { Ago } from './times.js';

/** «۸ تماس · تازه‌ترین گزارش: دیروز»; where that report states no time, when it was collected, and it says so. */
export function DyadNote({ dyad, now }: { readonly dyad: ReportedDyad; readonly now: string }) {
  return (
    <>
      {counted(dyad.contacts, NOUNS.contact)} ·{' '}
      {dyad.isDated ? say('تازه‌ترین گزارش:', 'latest report:') : say('گردآوری:', 'collected:')}{' '}
      <Ago iso={dyad.reportedAt ?? dyad.newestAt} now={now} />
    </>
  );
}
