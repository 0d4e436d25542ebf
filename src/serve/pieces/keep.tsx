import { say } from '../language.js';

interface KeepProps {
  readonly list: 'saved' | 'follows';
  /** Path of the page. */
  readonly href: string;
}

/** Keeps a page in the reader's own browser; only where scripts run, since nothing else could. */
export function Keep({ list, href }: KeepProps) {
  return (
    <button class="btn btn--s js" type="button" data-keep={list} data-href={href} aria-pressed="false">
      {list === 'saved' ? say('نگه‌دار', 'Save') : say('دنبال کن', 'Follow')}
    </button>
  );
}
