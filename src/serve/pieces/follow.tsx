import { say } from '../language.js';
import { Keep } from './keep.js';
/** How to follow a list: the addresses of its feeds, for any feed reader. */
export function Follow({ of }: { readonly of: string }) {
  return (
    <p class="follow">
      <Keep list="follows" href={of} />
      <span class="soft">{say('دنبال‌کردن با خوراک‌خوان:', 'Follow in a feed reader:')}</span>
      <a class="link" href={`${of}/feed.xml`}>
        <bdi lang="en">RSS</bdi>
      </a>
      <a class="link" href={`${of}/atom.xml`}>
        <bdi lang="en">Atom</bdi>
      </a>
      <a class="link" href={`${of}/feed.json`}>
        <bdi lang="en">JSON</bdi>
      </a>
    </p>
  );
}
