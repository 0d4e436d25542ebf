/** A page for developers: Persian text goes in, all that the language layer says of it comes out. */
import { type DateMention, findDates } from '../../persian/dates.js';
import { type NormalisedText, normalise } from '../../persian/normalise.js';
import type { Frame } from '../layout/frame.js';
import { Page } from '../layout/page.js';
import { number } from '../words.js';

/** UTF-16 units of a pasted text; the rest is cut off. */
export const LAB_MAX = 20_000;

export function LabPage({ frame, text }: { readonly frame: Frame; readonly text: string }) {
  return (
    <Page frame={frame} title="آزمایشگاه زبان" unlisted>
      <div class="wrap page" lang="fa" dir="rtl">
        <h1>آزمایشگاه زبان</h1>
        <form action="/lab" method="post">
          <label for="text">متن فارسی، تا {number(LAB_MAX)} نویسه</label>
          <textarea class="inp" id="text" name="text" maxlength={LAB_MAX} rows={6}>
            {text}
          </textarea>
          <p>
            <button class="btn btn--main" type="submit">
              نشان بده
            </button>
          </p>
        </form>
        {text.trim() === '' ? null : <Readings text={text} reference={frame.now} />}
      </div>
    </Page>
  );
}

function Readings({ text, reference }: { readonly text: string; readonly reference: string }) {
  const read = normalise(text);
  return (
    <>
      <section aria-labelledby="shown">
        <h2 class="h" id="shown">
          نمایش
        </h2>
        <p class="soft small">هر | نیم‌فاصله‌ای است که افزوده‌ایم.</p>
        <p class="prose">
          {displayPieces(text, read).map((piece) => (piece === ADDED ? <mark>|</mark> : piece))}
        </p>
      </section>
      <section aria-labelledby="sentences">
        <h2 class="h" id="sentences">
          جمله‌ها
        </h2>
        <ol class="prose">
          {read.sentences.map(({ start, end }) => (
            <li>{text.slice(start, end)}</li>
          ))}
        </ol>
      </section>
      <Dates text={text} dates={findDates(text, { reference })} />
      <Tokens text={text} read={read} />
    </>
  );
}

function Dates({ text, dates }: { readonly text: string; readonly dates: readonly DateMention[] }) {
  return (
    <section aria-labelledby="dates">
      <h2 class="h" id="dates">
        تاریخ‌ها
      </h2>
      {dates.length === 0 ? (
        <p class="soft">تاریخی در متن نیست.</p>
      ) : (
        <table class="tbl tbl--even">
          <thead>
            <tr>
              <th>در متن</th>
              <th>نوع</th>
              <th>مقدار</th>
            </tr>
          </thead>
          <tbody>
            {dates.map(({ start, end, kind, iso, interval }) => (
              <tr>
                <td>{text.slice(start, end)}</td>
                <td>
                  <bdi>{kind}</bdi>
                </td>
                <td>
                  <bdi>{iso ?? interval?.join(' / ') ?? '–'}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Tokens({ text, read }: { readonly text: string; readonly read: NormalisedText }) {
  return (
    <section aria-labelledby="tokens">
      <h2 class="h" id="tokens">
        واژه‌ها
      </h2>
      <table class="tbl tbl--even">
        <thead>
          <tr>
            <th>در متن</th>
            <th>کلید</th>
            <th>ریشه</th>
          </tr>
        </thead>
        <tbody>
          {read.tokens.map(({ start, end, key, stem }) => (
            <tr>
              <td>
                <bdi>{text.slice(start, end)}</bdi>
              </td>
              <td>
                <bdi>{key}</bdi>
              </td>
              <td>{stem === key ? <span class="soft">همان</span> : <bdi>{stem}</bdi>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const ADDED = Symbol('a half-space that the publisher did not set');

/** The display text, cut where a half-space was added. */
function displayPieces(text: string, { display, map }: NormalisedText): (string | typeof ADDED)[] {
  const pieces: (string | typeof ADDED)[] = [];
  let from = 0;
  for (let at = display.indexOf('\u200c'); at >= 0; at = display.indexOf('\u200c', at + 1)) {
    if (text.slice(map.starts[at], map.ends[at]).includes('\u200c')) continue;
    pieces.push(display.slice(from, at), ADDED);
    from = at + 1;
  }
  return [...pieces, display.slice(from)];
}
