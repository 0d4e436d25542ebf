/** Pieces that the families share but name differently: each takes its class names. */
import type {
  ArticleView,
  BoxView,
  FrameView,
  LinkView,
  ListView,
  PictureView,
  TeaserView,
} from '../page_view.js';
import type { NotePageProps } from './family_pages.js';

interface Named {
  readonly class: string;
}

export function Links({ links, class: name }: Named & { readonly links: readonly LinkView[] }) {
  return (
    <ul class={name}>
      {links.map(({ href, text }) => (
        <li>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
}

/** Headlines only, one after another. */
export function Ticker({ teasers, class: name }: Named & { readonly teasers: readonly TeaserView[] }) {
  if (teasers.length === 0) return null;
  return <Links links={teasers} class={name} />;
}

export function Figure({ picture, class: name }: Named & { readonly picture: PictureView }) {
  return (
    <figure class={name}>
      <img src={picture.src} alt={picture.describes} width="960" height="540" />
      {picture.caption !== undefined && <figcaption>{picture.caption}</figcaption>}
    </figure>
  );
}

/** Numbered list of one box. */
export function RankBox({ box, class: name }: Named & { readonly box: BoxView }) {
  if (box.teasers.length === 0) return null;
  return (
    <section class={`${name} ${name}-${box.kind.replace('_', '-')}`}>
      <header>
        <h4>{box.title}</h4>
      </header>
      <ol>
        {box.teasers.map((teaser) => (
          <li>
            <a href={teaser.href}>{teaser.text}</a>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Pager({ list, class: name }: Named & { readonly list: ListView }) {
  if (list.pages.length < 2) return null;
  return (
    <nav class={name}>
      {list.pages.map(({ href, text, current }) => (current ? <b>{text}</b> : <a href={href}>{text}</a>))}
    </nav>
  );
}

/** «ارسال به دوستان» and its kin; the addresses lead to other hosts and are not followed by anyone polite. */
export function ShareLine({ article, class: name }: Named & { readonly article: ArticleView }) {
  return (
    <div class={name}>
      <span>{SHARE_LABEL}</span> <a href="/share/telegram">تلگرام</a> <a href="/share/eitaa">ایتا</a>{' '}
      <a href="/share/mail">ارسال به دوستان</a> <span>لینک کوتاه:</span>{' '}
      <input type="text" readonly value={article.shortUrl} aria-label="لینک کوتاه" />
    </div>
  );
}

/** Readers' words and the form beneath them; the form leads nowhere. */
export function Comments({ article, class: name }: Named & { readonly article: ArticleView }) {
  return (
    <section class={name} id="comments">
      {article.comments.length > 0 && <h4>نظر خوانندگان</h4>}
      <ol class={`${name}-list`}>
        {article.comments.map((comment) => (
          <li class={`${name}-one`}>
            <span class={`${name}-author`}>{comment.author}</span>{' '}
            <span class={`${name}-date`}>{comment.when}</span>
            <p>{comment.text}</p>
          </li>
        ))}
      </ol>
      <form method="post" action="/comments" class={`${name}-form`}>
        <h4>ارسال نظر</h4>
        <label>
          نام: <input name="name" />
        </label>
        <label>
          نظر شما: <textarea name="text" rows={4} />
        </label>
        <button type="submit">ارسال</button>
      </form>
    </section>
  );
}

export function FooterLines({ frame, class: name }: Named & { readonly frame: FrameView }) {
  return (
    <footer class={name}>
      <p>
        {frame.footerLinks.map(({ href, text }, index) => (
          <>
            {index > 0 && ' | '}
            <a href={href}>{text}</a>
          </>
        ))}
      </p>
      {frame.footerLines.map((line) => (
        <p>{line}</p>
      ))}
    </footer>
  );
}

export function FollowLine({ frame, class: name }: Named & { readonly frame: FrameView }) {
  return (
    <div class={name}>
      {FOLLOW_LABEL}{' '}
      {frame.channels.map((channel, index) => (
        <>
          {index > 0 && '، '}
          <a href={`/channels/${index + 1}`}>کانال {channel}</a>
        </>
      ))}
    </div>
  );
}

const SHARE_LABEL = 'اشتراک\u200cگذاری:';
const FOLLOW_LABEL = 'ما را در شبکه\u200cهای اجتماعی دنبال کنید:';

interface NoteTextProps {
  readonly note: NotePageProps;
  /** Class of the list of links. */
  readonly links: string;
}

/** The paragraphs of a page such as "about", then its links. */
export function NoteText({ note, links }: NoteTextProps) {
  return (
    <>
      {note.paragraphs.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <Links class={links} links={note.links ?? []} />
    </>
  );
}
