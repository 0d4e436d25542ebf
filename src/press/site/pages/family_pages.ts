/** What each CMS family of the press draws. */
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ArticleView, FrameView, HeadView, ListView } from '../page_view.js';

/** What stands around a page: header, menu, ticker, boxes, footer. */
export interface FrameProps {
  readonly frame: FrameView;
  readonly head: HeadView;
  readonly children?: Child;
}

export interface ArticlePageProps {
  readonly frame: FrameView;
  readonly head: HeadView;
  readonly article: ArticleView;
}

export interface ListPageProps {
  readonly frame: FrameView;
  readonly head: HeadView;
  readonly list: ListView;
}

/** A page of a few paragraphs: about, gone, not found. */
export interface NotePageProps {
  readonly frame: FrameView;
  readonly head: HeadView;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly links?: readonly { readonly href: string; readonly text: string }[];
}

export interface FamilyPages {
  article(props: ArticlePageProps): JSX.Element;
  list(props: ListPageProps): JSX.Element;
  note(props: NotePageProps): JSX.Element;
}
