import type { Child } from 'hono/jsx';

/** Nothing here yet: what will appear, and how to make it appear. */
export function Empty({ title, children }: { readonly title: string; readonly children?: Child }) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** A command to be typed. */
export function Command({ children }: { readonly children?: Child }) {
  return (
    <code lang="en" dir="ltr">
      {children}
    </code>
  );
}
