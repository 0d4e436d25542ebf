import { pictureOf } from '../pictures/pictures_of_page.js';
import { shown } from '../words.js';
import { Mixed } from './foreign.js';

/** The picture at the head of a page, with its caption; nothing where there is none. */
export function HeadPicture({ articleId }: { readonly articleId: number }) {
  const picture = pictureOf(articleId, 'wide');
  if (picture === undefined) return null;
  const { href, width, height, caption } = picture;
  return (
    <figure class="pic">
      <img
        src={href}
        width={width}
        height={height}
        alt={caption === undefined ? '' : shown(caption)}
        decoding="async"
      />
      {caption === undefined ? null : (
        <figcaption>
          <Mixed text={shown(caption)} />
        </figcaption>
      )}
    </figure>
  );
}

/** The small picture beside a line. The headline beside it says what it is about. */
export function LinePicture({ articleId }: { readonly articleId: number }) {
  const picture = pictureOf(articleId, 'small');
  if (picture === undefined) return null;
  const { href, width, height } = picture;
  return (
    <img class="sl-pic" src={href} width={width} height={height} alt="" loading="lazy" decoding="async" />
  );
}
