/** An article in a list: category and time in the narrow column, headline, lede and source beside it. */

import type { ArticleLine } from '../../store/site_lines.js';
import { articleHref, categoryHref, findSection, outletHref } from '../addresses.js';
import { say } from '../language.js';
import { headlineOf, ledeOf, shown } from '../words.js';
import { Mixed } from './foreign.js';
import { Name, Names } from './name.js';
import { LinePicture } from './picture.js';
import { LineTime } from './times.js';

interface LineProps {
  readonly line: ArticleLine;
  readonly now: string;
  /** Level of the headline, 2 or 3; default 3. */
  readonly level?: 2 | 3;
  /** Without the lede, for long lists. */
  readonly short?: boolean;
}

export function ArticleLineView({ line, now, level = 3, short = false }: LineProps) {
  const lede = short ? undefined : ledeOf(line);
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article class={short ? 'sl sl--short' : 'sl'}>
      <p class="sl-meta">
        <CategoryLink line={line} />
        <LineTime line={line} now={now} />
        <LinePicture articleId={line.id} />
      </p>
      <Heading class="sl-head">
        <a href={articleHref(line.id)}>
          <Mixed text={headlineOf(line)} />
        </a>
      </Heading>
      {lede === undefined ? null : (
        <p class="sl-lede">
          <Mixed text={lede} />
        </p>
      )}
      <SourceWords line={line} />
    </article>
  );
}

/** Our own category, or the publisher's word where it fits none of ours. */
export function CategoryLink({ line }: { readonly line: Pick<ArticleLine, 'section' | 'category'> }) {
  const section = findSection(line.section);
  const printed = line.category[0];
  if (section !== undefined) {
    return (
      <a class="cat" href={categoryHref(section.slug)}>
        {say(section.name, section.nameEn)}
      </a>
    );
  }
  if (printed === undefined) return null;
  return (
    <a class="cat" href={categoryHref(printed)}>
      <Mixed text={shown(printed)} />
    </a>
  );
}

/** «خط میانه · به نقل از نوران»: who published, whom the text credits. */
export function SourceWords({
  line,
}: {
  readonly line: Pick<ArticleLine, 'outletId' | 'outletName' | 'credits'>;
}) {
  const credits = otherCredits(line.credits, line.outletName);
  return (
    <p class="sl-src">
      <OutletName line={line} />
      {credits.length === 0 ? null : (
        <span class="soft">
          {say('به نقل از', 'quoting')} <Names of={credits} />
        </span>
      )}
    </p>
  );
}

export function OutletName({ line }: { readonly line: Pick<ArticleLine, 'outletId' | 'outletName'> }) {
  if (line.outletName === null) return <span class="soft">{say('رسانهٔ ناشناخته', 'unknown outlet')}</span>;
  const name = <Name of={line.outletName} />;
  return line.outletId === null ? <b>{name}</b> : <a href={outletHref(line.outletId)}>{name}</a>;
}

/** Credited names without the publisher itself and without repetitions. */
export function otherCredits(credits: readonly string[], outletName: string | null): readonly string[] {
  const own = outletName === null ? undefined : shown(outletName);
  return [...new Set(credits)].filter((name) => shown(name) !== own);
}
