import type { Credit, ExtractedPage } from '../model/extracted_page.js';
import { parseInstant } from '../persian/dates.js';
import { identifyLanguage } from '../persian/language.js';
import type { OutletNames } from '../persian/outlet_names.js';
import { squeezed } from '../persian/squeeze.js';
import { assembleText } from './assemble.js';
import type { PageText } from './block.js';
import type { Draft } from './draft.js';
import type { ExtractInput } from './extract_input.js';
import { findCounts } from './page_counts.js';
import { resolveUrl } from './resolve_url.js';
import { withFirstLine } from './text_lines.js';
import type { TopicPage } from './topic_page.js';

/** Puts a headline that came beside the page above it, unless the page begins with it. */
export function withGivenTitle(lines: PageText, title: string | undefined): PageText {
  if (title === undefined || title.trim() === '') return lines;
  const key = squeezed(title);
  const printed = lines.blocks.slice(0, GIVEN_TITLE_LINES).some((block) => squeezed(block.text) === key);
  return printed ? lines : withFirstLine(lines, title);
}

/** Lines at the top of a capture among which its own headline stands. */
const GIVEN_TITLE_LINES = 6;

/** The fields that captures and pages have in common. */
export function commonFields(
  draft: Draft,
  input: ExtractInput,
  { outlet, names }: { outlet?: ExtractedPage['outlet']; names: OutletNames },
) {
  const language = languageOf(draft);
  return {
    text: draft.page.text,
    ...(input.url ? { url: input.url } : {}),
    ...assembleText(draft),
    ...publishedField(draft, input),
    ...(draft.modified ? { modified: draft.modified } : {}),
    ...(draft.newsCode ? { newsCode: draft.newsCode } : {}),
    ...(language ? { language } : {}),
    category: draft.category,
    tags: draft.tags,
    authors: draft.authors,
    credits: draft.credits.filter((credit) => !isOwnName(credit, outlet, names)),
    images: [],
    comments: [],
    ...findCounts(draft),
    links: draft.page.links.flatMap(({ url, text }) => {
      const absolute = resolveUrl(url, input.url);
      return absolute ? [{ url: absolute, text }] : [];
    }),
    issues: draft.issues,
  };
}

/** The topic page as the result shows it. */
export function topicField(topic: TopicPage | undefined): Pick<ExtractedPage, 'topic'> {
  if (!topic) return {};
  const { name, count, items } = topic;
  return {
    topic: { items, ...(name === undefined ? {} : { name }), ...(count === undefined ? {} : { count }) },
  };
}

/** What the input itself says about its outlet. */
export function inputClues(input: ExtractInput): { url?: string; given?: string } {
  return { ...(input.url ? { url: input.url } : {}), ...(input.outlet ? { given: input.outlet } : {}) };
}

/** The page's own date, else the one that came beside it. */
function publishedField(draft: Draft, { published }: ExtractInput): Pick<ExtractedPage, 'published'> {
  if (draft.published) return { published: draft.published };
  const given = published === undefined ? undefined : parseInstant(published);
  return given && published !== undefined
    ? { published: { ...given, surface: published, basis: 'input' } }
    : {};
}

/** «به گزارش راهبرد معاصر» on its own page says who publishes, not whom it took the news from. */
function isOwnName(credit: Credit, outlet: ExtractedPage['outlet'], names: OutletNames): boolean {
  if (!outlet || credit.evidence.rule !== 'credit/by-report-of') return false;
  return (
    credit.name === outlet.name || (outlet.id !== undefined && names.named(credit.name)?.id === outlet.id)
  );
}

/** Language of the letters that were kept. */
export function languageOf(draft: Draft): string | undefined {
  const kept = draft.page.blocks.filter((block) =>
    ['body', 'lede', 'title'].includes(draft.marks[block.index]?.role ?? ''),
  );
  return identifyLanguage(
    kept
      .map((block) => block.text)
      .join('\n')
      .slice(0, LANGUAGE_CHARS),
  );
}

/** Letters after which the answer no longer changes. */
const LANGUAGE_CHARS = 4000;
