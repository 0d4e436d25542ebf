/** Who brought a contact about, each with the words that say so in their articles. */
import { cut } from '../../model/span.js';
import type { RoleName } from '../../store/site_contacts.js';
import type { TellingDetail } from '../../store/site_tellings.js';
import { articleHref, entityHref } from '../addresses.js';
import { say } from '../language.js';
import { PART_WORDS } from '../ledger_words.js';
import { type ContactView, paragraphAround } from '../views/ledger_views.js';
import { shown } from '../words.js';
import { Mixed } from './foreign.js';
import { MarkedText } from './marked_text.js';
import { OutletOf } from './said.js';

/** Nothing where nobody is told to have had such a part. */
export function ContactRoles({ view: { line, tellings } }: { readonly view: ContactView }) {
  const texts = new Map(tellings.map((telling) => [`${telling.articleId}.${telling.version}`, telling]));
  const roles = line.roles.filter(({ places }) => places.some(({ article }) => texts.has(article)));
  if (roles.length === 0) return null;
  return (
    <section class="sec sec--read" id="roles" aria-labelledby="s-ro">
      <h2 class="sec-h" id="s-ro">
        {say('ابتکار، میانجی و میزبان', 'Initiative, mediator and host')}
      </h2>
      <ul class="said">
        {roles.map((role) => (
          <Role role={role} texts={texts} />
        ))}
      </ul>
    </section>
  );
}

function Role({
  role,
  texts,
}: {
  readonly role: RoleName;
  readonly texts: ReadonlyMap<string, TellingDetail>;
}) {
  const place = role.places.find(({ article }) => texts.has(article));
  const telling = place && texts.get(place.article);
  if (!place || !telling) return null;
  const { start, end } = paragraphAround(telling.text, place.span.start, place.span.end);
  const name = <Mixed text={shown(role.name)} />;
  return (
    <li>
      <b>
        {say(PART_WORDS[role.part])}{' '}
        {role.entityId === null ? name : <a href={entityHref(role.entityId)}>{name}</a>}
      </b>
      <p class="q">
        <MarkedText
          text={cut(telling.text, { start, end })}
          offset={start}
          marks={[{ kind: 'evidence', ...place.span }]}
        />
      </p>
      <p class="by">
        <OutletOf line={telling} />
        <a class="link" href={articleHref(telling.articleId)}>
          {say('جمله در متن', 'Sentence in the text')}
        </a>
      </p>
    </li>
  );
}
