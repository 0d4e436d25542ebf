/** `nuran.localhost:8791` for `nuran.example`: names that browsers lead to this machine by themselves. */
import type { PressOutlet } from '../world.js';
import { SCHEME } from './addresses.js';
import type { Answer } from './answer.js';
import { hostOf } from './outlet_site.js';

export interface LocalNames {
  /** `WWW.Nuran.example:80` and `nuran.localhost:8791` are `nuran.example`. */
  mainName(named: string): string;
  /** The same page under a local name; the address itself when the press has no such host. */
  browserUrl(url: string, port: number): string;
  /** For a visitor who came by a local name, leads links to other hosts there too; canonical ones stay. */
  seenAs(named: string): (answer: Answer) => Answer;
}

export function localNames(outlets: readonly PressOutlet[]): LocalNames {
  const localOf = new Map(outlets.map((outlet) => [hostOf(outlet), `${outlet.id}.localhost`]));
  const mainOf = new Map([...localOf].map(([main, local]) => [local, main]));
  const browserUrl = (url: string, port: number): string => {
    const { host, pathname, search } = new URL(url);
    const local = localOf.get(host);
    return local === undefined ? url : `${SCHEME}://${local}:${port}${pathname}${search}`;
  };
  return {
    mainName(named) {
      const bare = named.toLowerCase().replace(/:\d+$/, '');
      const main = bare.replace(/^www\./, '');
      return mainOf.get(main) ?? main;
    },
    browserUrl,
    seenAs(named) {
      const [, port] = /\.localhost:(\d+)$/.exec(named) ?? [];
      if (port === undefined) return (answer) => answer;
      return (answer) => withLocalLinks(answer, (url) => browserUrl(url, Number(port)));
    },
  };
}

function withLocalLinks(answer: Answer, local: (url: string) => string): Answer {
  if (answer.kind !== 'markup' || answer.contentType !== 'text/html') return answer;
  const text = answer.text.replace(
    /(<a [^>]*?href=")(http:\/\/[a-z0-9-]+\.example[^"]*)(")/g,
    (_, before: string, url: string, after: string) => before + local(url) + after,
  );
  return { ...answer, text };
}
