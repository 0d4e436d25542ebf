import render from 'dom-serializer';
import type { Element } from 'domhandler';
import { getAttributeValue } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { fatal, type StageResult } from '../model/issue.js';
import { decodeHtml } from './decode_html.js';
import { parseFeedDate } from './feed_date.js';
import type { FeedDate } from './feed_document.js';
import { textOfHtml } from './feed_text.js';
import { selectBelow } from './select.js';

/** One post of a public channel, as the web preview (`t.me/s/<channel>`) shows it. */
export interface ChannelPost {
  /** `<channel>/<number>`: the channel's own name for the post. */
  readonly id: string;
  readonly url: string;
  readonly text: string;
  readonly published?: FeedDate | undefined;
  /** Name of the channel or person that the post was forwarded from. */
  readonly forwardedFrom?: string | undefined;
  /** Views as the post prints them: `12.3K` is 12300. */
  readonly views?: number | undefined;
}

/** Deepest nesting of a preview that is read; real ones stay below 25. */
const MAX_TAGS = 100_000;

/**
 * Reads the posts of a channel's web preview, oldest first. Posts without words (pictures alone, "not
 * supported") are left out; so are the words that a post quotes from the one it answers.
 */
export function parseChannel(
  bytes: Uint8Array,
  contentType: string | undefined,
  url: string,
): StageResult<readonly ChannelPost[]> {
  const { html } = decodeHtml(bytes, contentType);
  if ((html.match(/</g)?.length ?? 0) > MAX_TAGS) return notAChannel(url, 'it has too many elements');
  const document = parseDocument(html);
  const messages = selectBelow('.tgme_widget_message[data-post]', document);
  if (
    messages.length === 0 &&
    selectBelow('.tgme_channel_info, .tgme_channel_history', document).length === 0
  ) {
    return notAChannel(url, 'it is no preview of a channel');
  }
  return { value: messages.flatMap((message) => readPost(message, url) ?? []), issues: [] };
}

function notAChannel(url: string, why: string): StageResult<never> {
  const message = `Cannot read the channel "${url}": ${why}`;
  return { value: undefined, issues: [fatal('channel.not_a_channel', message)] };
}

function readPost(message: Element, channelUrl: string): ChannelPost | undefined {
  const id = getAttributeValue(message, 'data-post') ?? '';
  const words = selectBelow('.tgme_widget_message_text', message).find((part) => !isQuoted(part));
  const text = words === undefined ? '' : textOfHtml(render(words.children));
  const link = selectBelow('a.tgme_widget_message_date', message)[0];
  const href = (link && getAttributeValue(link, 'href')) || `/${id}`;
  if (id === '' || text === '' || !URL.canParse(href, channelUrl)) return undefined;
  const time = selectBelow('.tgme_widget_message_date time', message)[0];
  const surface = time && getAttributeValue(time, 'datetime');
  const from = selectBelow('.tgme_widget_message_forwarded_from_name', message)[0];
  return {
    id,
    url: new URL(href, channelUrl).href,
    text,
    published: surface ? parseFeedDate(surface) : undefined,
    forwardedFrom: from ? textOfHtml(render(from.children)) || undefined : undefined,
    views: parseViews(message),
  };
}

/** `947`, `12.3K`, `1.2M`; houses print Persian digits and a comma too. */
function parseViews(message: Element): number | undefined {
  const shown = selectBelow('.tgme_widget_message_views', message)[0];
  const match =
    shown && /^([\d.,\u066b\u066c]+)\s*([KM])?$/i.exec(asciiDigits(textOfHtml(render(shown.children))));
  if (!match) return undefined;
  const value = Number(
    match[1]?.replaceAll(match[2] ? /[,\u066b]/g : /[.,\u066b\u066c]/g, match[2] ? '.' : ''),
  );
  const factor = { K: 1000, M: 1_000_000 }[match[2]?.toUpperCase() ?? ''] ?? 1;
  return Number.isFinite(value) ? Math.round(value * factor) : undefined;
}

function asciiDigits(text: string): string {
  return text.trim().replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

/** Words inside the box of the post that is answered. */
function isQuoted(part: Element): boolean {
  for (let at = part.parent; at !== null && at.type === 'tag'; at = at.parent) {
    if (at.attribs.class?.includes('tgme_widget_message_reply')) return true;
  }
  return false;
}
