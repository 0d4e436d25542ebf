/** The bar that tells of stories which opened while a page is read; `assets/habits.js` fills it. */

/** `newestStoryId`: the story that had opened last when the page was made. */
export function LiveNews({ newestStoryId }: { readonly newestStoryId: number }) {
  return (
    <p class="live" role="status">
      <button class="btn btn--main" type="button" data-act="fresh" data-live={newestStoryId} hidden />
    </p>
  );
}
