import type { TextPart } from '../src/model/analysis.js';
import type { Span } from '../src/model/span.js';
import { loadWorldGazetteer } from '../src/pipeline/load_gazetteer.js';
import { loadPressTruth, loadPressWorld, PRESS_FOLDER } from '../src/press/load_world.js';
import type { PressArticle } from '../src/press/world.js';
import { articleText } from '../src/press/world_text.js';
import { type GoldArticle, must } from './contact_gold.js';

const MINUTE_MS = 60_000;

/** Bodies of the sample press in whose truth every contact is listed. */
export function pressArticles(): GoldArticle[] {
  const world = loadPressWorld();
  const truth = loadPressTruth();
  const gazetteer = must(loadWorldGazetteer([], PRESS_FOLDER).value, 'the gazetteer of the press is broken');
  const names = new Map(gazetteer.entries.map((entry) => [entry.name, [entry.name, ...entry.variants]]));
  return truth.contactsComplete.flatMap((id) => {
    const article = world.articles.find((each) => each.id === id);
    if (article === undefined) return [];
    const text = articleText(article);
    const at = Date.parse(world.setting.epoch) + article.published * MINUTE_MS;
    return [
      {
        id,
        input: {
          text,
          parts: pressParts(article, text),
          published: new Date(at).toISOString(),
          outlet: article.outlet,
        },
        contacts: truth.contacts.flatMap((contact) =>
          contact.reports
            .filter((report) => report.article === id && report.version === 1)
            .map((report) => ({
              id: `${contact.id}@${id}`,
              actors: contact.actors.map((name) => ({ names: names.get(name) ?? [name], spans: [] })),
              kinds: [contact.kind],
              statuses: [report.status, ...report.statusAlso],
              optional: contact.optional || report.optional,
              evidence: spanOfWords(text, report.evidence),
            })),
        ),
        traps: truth.noContacts
          .filter((trap) => trap.article === id)
          .flatMap((trap) => spanOfWords(text, trap.surface).map((span) => ({ ...span, kind: trap.why }))),
        boxes: [],
        gazetteer,
        ignoresHeadlines: true,
      },
    ];
  });
}

/** Headline and lede as such, the rest as body; truth tells of bodies. */
function pressParts(article: PressArticle, text: string): TextPart[] {
  const { kicker, headline, lede } = article;
  const heads: readonly (readonly [TextPart['role'], string | undefined])[] = [
    ['headline', kicker],
    ['headline', headline],
    ['lede', lede],
  ];
  const parts: TextPart[] = [];
  let start = 0;
  for (const [role, words] of heads) {
    if (words === undefined) continue;
    parts.push({ role, start, end: start + words.length });
    start += words.length + 1;
  }
  return start < text.length ? [...parts, { role: 'body', start, end: text.length }] : parts;
}

function spanOfWords(text: string, words: string): Span[] {
  const start = text.indexOf(words);
  return start < 0 ? [] : [{ start, end: start + words.length }];
}
