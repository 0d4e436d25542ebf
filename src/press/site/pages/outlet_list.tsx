/** The page at the bare address of the press: who publishes here, and how to look at them in a browser. */
import { SAMPLE_LINE } from './document.js';

export interface ListedOutlet {
  readonly name: string;
  readonly host: string;
  /** Address that a browser on this machine can open. */
  readonly href: string;
  readonly motto: string | undefined;
}

export function OutletList({ outlets }: { readonly outlets: readonly ListedOutlet[] }) {
  return (
    <html lang="fa" dir="rtl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>مطبوعات نمونه</title>
        <link rel="stylesheet" href="/static/base.css" />
        <link rel="icon" href="data:," />
      </head>
      <body class="press-index">
        <div class="sample-strip">{SAMPLE_LINE}</div>
        <main>
          <h1>مطبوعات نمونه</h1>
          <ul>
            {outlets.map(({ name, host, href, motto }) => (
              <li>
                <a href={href}>{name}</a> <small dir="ltr">{host}</small>
                {motto !== undefined && <p>{motto}</p>}
              </li>
            ))}
          </ul>
        </main>
      </body>
    </html>
  );
}
