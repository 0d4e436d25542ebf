import type { AnalyseInput, TextPart } from '../model/analysis.js';
import type { ExtractedPage } from '../model/extracted_page.js';

/** What the analysis reads of a page: headline, lede, body and teasers; never what was dropped. */
export function analyseInputOf(page: ExtractedPage): AnalyseInput {
  const parts: TextPart[] = [
    ...(page.title ? [{ ...page.title, role: 'headline' as const }] : []),
    ...(page.lede ? [{ ...page.lede, role: 'lede' as const }] : []),
    ...page.body.map(({ span }) => ({ ...span, role: 'body' as const })),
    ...(page.topic?.items ?? []).map(({ span }) => ({ ...span, role: 'teaser' as const })),
  ];
  return {
    text: page.text,
    parts: parts.sort((a, b) => a.start - b.start),
    ...(page.published && { published: page.published.iso }),
    ...(page.outlet && { outlet: page.outlet.name }),
  };
}
