/** A story in a list: category and time, the headline of the report that speaks for it, what it rests on. */

import type { ContactLine } from '../../store/site_contacts.js';
import type { StoryLine } from '../../store/site_stories.js';
import { contactHref, storyHref } from '../addresses.js';
import { contactName, stateOf } from '../ledger_words.js';
import { headlineOf, ledeOf } from '../words.js';
import { CategoryLink } from './article_line.js';
import { Mixed } from './foreign.js';
import { Origins } from './origins.js';
import { LinePicture } from './picture.js';
import { State } from './state.js';
import { Ago } from './times.js';
import { Why } from './why.js';

interface StoryLineProps {
  readonly story: StoryLine;
  readonly now: string;
  /** Without the lede, for long lists. */
  readonly short?: boolean;
  /** Level of the headline, 2 or 3; default 3. */
  readonly level?: 2 | 3;
  /** In lists by importance: the newest report of all, against which ages are told. */
  readonly newestAt?: string;
  /** The contact of which its reports tell. */
  readonly contact?: ContactLine | undefined;
}

export function StoryLineView({ story, now, short = false, level = 3, newestAt, contact }: StoryLineProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const lede = short ? undefined : ledeOf(story.headline);
  return (
    <article class={short ? 'sl sl--short' : 'sl'}>
      <StoryMeta story={story} now={now} hasPicture />
      <ContactState contact={contact} />
      <Heading class="sl-head">
        <a href={storyHref(story.storyId)}>
          <Mixed text={headlineOf(story.headline)} />
        </a>
      </Heading>
      {lede === undefined ? null : (
        <p class="sl-lede">
          <Mixed text={lede} />
        </p>
      )}
      <div class="based">
        <Origins story={story} />
        {newestAt === undefined ? null : <Why story={story} newestAt={newestAt} />}
      </div>
    </article>
  );
}

/** «◑ محل اختلاف: دیدار سران»: how it stands with what the story tells of. */
export function ContactState({ contact }: { readonly contact: ContactLine | undefined }) {
  if (contact === undefined) return null;
  return (
    <a class="sl-state" href={contactHref(contact.id)}>
      <State state={stateOf(contact.entry)} mini /> <span class="soft">{contactName(contact.entry)}</span>
    </a>
  );
}

interface StoryMetaProps {
  readonly story: StoryLine;
  readonly now: string;
  /** With the picture of the report that speaks for it. */
  readonly hasPicture?: boolean;
}

export function StoryMeta({ story, now, hasPicture = false }: StoryMetaProps) {
  return (
    <p class="sl-meta">
      <CategoryLink line={{ section: story.section, category: story.headline.category }} />
      <Ago iso={story.lastAt} now={now} />
      {hasPicture ? <LinePicture articleId={story.headline.id} /> : null}
    </p>
  );
}
