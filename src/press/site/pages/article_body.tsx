/** The text of an article in the markups that CMSs leave behind, with the related box in the middle of it. */
import type { Child } from 'hono/jsx';
import type { PressSite } from '../../behaviours.js';
import type { PressBlock } from '../../world.js';
import type { ArticleView, TeaserView } from '../page_view.js';

export interface ArticleBodyProps {
  readonly article: ArticleView;
  readonly markup: PressSite['bodyMarkup'];
  /** The box between two paragraphs, in the family's own words and markup. */
  readonly related: (teaser: TeaserView) => Child;
}

/** Paragraphs that stand before the inline box. */
const BEFORE_BOX = 2;

export function ArticleBody({ article, markup, related }: ArticleBodyProps) {
  const early = article.body.slice(0, BEFORE_BOX);
  const late = article.body.slice(BEFORE_BOX);
  const withBox = article.inlineRelated !== undefined && late.length > 0;
  const shown = { paragraphs: Paragraphs, divs: Divisions, breaks: Breaks }[markup];
  const Blocks = shown;
  return (
    <>
      <Blocks blocks={early} />
      {withBox && article.inlineRelated !== undefined && related(article.inlineRelated)}
      <Blocks blocks={late} />
      <Blocks blocks={article.closing} />
    </>
  );
}

interface BlocksProps {
  readonly blocks: readonly PressBlock[];
}

function Paragraphs({ blocks }: BlocksProps) {
  return (
    <>{blocks.map((block) => (typeof block === 'string' ? <p>{block}</p> : <RichBlock block={block} />))}</>
  );
}

function Divisions({ blocks }: BlocksProps) {
  return (
    <>
      {blocks.map((block) =>
        typeof block === 'string' ? (
          <div style="text-align: justify;" dir="rtl">
            {block}
          </div>
        ) : (
          <RichBlock block={block} />
        ),
      )}
    </>
  );
}

/** One run of text with line breaks, as pasted from a word processor. */
function Breaks({ blocks }: BlocksProps) {
  return (
    <>
      {blocks.map((block) =>
        typeof block === 'string' ? (
          <>
            {block}
            <br />
            <br />
          </>
        ) : (
          <RichBlock block={block} />
        ),
      )}
    </>
  );
}

function RichBlock({ block }: { readonly block: Exclude<PressBlock, string> }) {
  switch (block.role) {
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'subhead':
      return <h3>{block.text}</h3>;
    case 'quote':
      return (
        <blockquote>
          <p>{block.text}</p>
        </blockquote>
      );
    case 'caption':
      return <p class="caption">{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <table>
          {block.rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </table>
      );
  }
}
