import { say } from '../language.js';
import { NOUNS } from '../nouns.js';
import { counted } from '../words.js';
import { Keep } from './keep.js';

interface ShareProps {
  /** Whole address of the page. */
  readonly url: string;
  readonly title: string;
  /** Of a page that goes on and is talked about: it can be followed, and how many comments stand below. */
  readonly talk?: number;
}

/** Plain links: nothing is asked of anybody until a reader follows one. */
export function Share({ url, title, talk }: ShareProps) {
  const path = new URL(url).pathname;
  const address = encodeURIComponent(url);
  const words = encodeURIComponent(title);
  const targets = [
    { name: say('تلگرام', 'Telegram'), href: `https://t.me/share/url?url=${address}&text=${words}` },
    { name: say('واتس‌اپ', 'WhatsApp'), href: `https://wa.me/?text=${words}%20${address}` },
    { name: say('ایکس', 'X'), href: `https://x.com/intent/post?url=${address}&text=${words}` },
  ];
  return (
    <div class="share acts">
      <Keep list="saved" href={path} />
      {talk === undefined ? null : (
        <>
          <Keep list="follows" href={path} />
          <a class="btn btn--s" href="#comments">
            {talk === 0 ? say('دیدگاه بنویسید', 'Comment') : counted(talk, NOUNS.comment)}
          </a>
        </>
      )}
      <div class="share-to">
        <span class="soft small">{say('هم‌رسانی:', 'Share:')}</span>
        {targets.map(({ name, href }) => (
          <a class="btn btn--s btn--quiet" href={href} rel="noopener noreferrer">
            {name}
          </a>
        ))}
        <button
          class="btn btn--s btn--quiet"
          type="button"
          data-act="share"
          data-url={url}
          data-title={title}
          hidden
        >
          {say('با دستگاه', 'Device')}
        </button>
        <button class="btn btn--s btn--quiet js" type="button" data-copy={url}>
          {say('رونوشت نشانی', 'Copy address')}
          <span class="vh"> {say('این صفحه', 'of this page')}</span>
          <span data-said aria-live="polite" />
        </button>
      </div>
    </div>
  );
}
