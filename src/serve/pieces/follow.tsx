import { createContext, useContext } from 'hono/jsx';
import { parseSubject } from '../../model/alert.js';
import { say } from '../language.js';
import { Keep } from './keep.js';

interface FollowProps {
  readonly of: string;
  /** `?q=…` */
  readonly query?: string;
  /** What is said before the links. */
  readonly words?: string;
}

/** Whether alerts go by mail on this site. */
export const MailOffered = createContext(false);

/** How to follow a list: the addresses of its feeds, for any feed reader. */
export function Follow({ of, query = '', words }: FollowProps) {
  const canMail = useContext(MailOffered) && parseSubject(`${of}${query}`) !== undefined;
  return (
    <p class="follow">
      <Keep list="follows" href={`${of}${query}`} />
      <span class="soft">{words ?? say('خوراک:', 'Feeds:')}</span>
      <a class="link" href={`${of}/feed.xml${query}`}>
        <bdi lang="en">RSS</bdi>
      </a>
      <a class="link" href={`${of}/atom.xml${query}`}>
        <bdi lang="en">Atom</bdi>
      </a>
      <a class="link" href={`${of}/feed.json${query}`}>
        <bdi lang="en">JSON</bdi>
      </a>
      {canMail ? (
        <a class="link" href={`/alerts/new?of=${encodeURIComponent(`${of}${query}`)}`} rel="nofollow">
          {say('خبرم کن', 'Tell me by mail')}
        </a>
      ) : null}
    </p>
  );
}
