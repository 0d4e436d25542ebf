/** Beside the list of a topic: who speaks in its articles, and who is named in them. */
import type { NameCount } from '../../store/topic_names.js';
import { entityHref } from '../addresses.js';
import { type Noun, say } from '../language.js';
import { NOUNS } from '../nouns.js';
import { counted } from '../words.js';
import { Name } from './name.js';
import { WhySo } from './why_so.js';

export interface TopicNames {
  readonly speakers: readonly NameCount[];
  readonly named: readonly NameCount[];
}

export function TopicRail({ names: { speakers, named } }: { readonly names: TopicNames }) {
  if (speakers.length + named.length === 0) return null;
  return (
    <div class="rail">
      <Names id="tsp" title={say('چه کسانی می‌گویند', 'Who speaks')} noun={NOUNS.statement} of={speakers} />
      <Names
        id="tnm"
        title={say('نام‌های این مطلب‌ها', 'Names in these articles')}
        noun={NOUNS.article}
        of={named}
      />
    </div>
  );
}

interface NamesProps {
  readonly id: string;
  readonly title: string;
  readonly noun: Noun;
  readonly of: readonly NameCount[];
}

function Names({ id, title, noun, of }: NamesProps) {
  if (of.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 class="h" id={id}>
        {title}
      </h2>
      <WhySo of="names" />
      <ul class="rel rel--one">
        {of.map(({ id: entity, name, count }) => (
          <li>
            <a href={entityHref(entity)}>
              <Name of={name} />
            </a>
            <span class="note">{counted(count, noun)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
