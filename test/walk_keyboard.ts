/** For tests in a browser: a page gone through by Tab alone. */
import type { CDPSession, Page } from 'playwright-core';

/**
 * Inside the page, before the first Tab: what can be reached, in the order of the document, and a listener that looks at
 * each stop when the next Tab leaves it, since focus has scrolled and been painted by then.
 */
const PREPARE = `(() => {
  const REACHABLE = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  const nameOf = (element) => element.outerHTML.slice(0, 120);
  const isOfGroup = (element) => element.type === 'radio' && !element.checked &&
    document.querySelector('input[type=radio][name="' + element.name + '"]:checked, input[type=radio][name="' + element.name + '"]') !== element;
  window.reachable = [...document.querySelectorAll(REACHABLE)].filter((element) =>
    isShown(element) && !element.disabled && element.tabIndex >= 0 && element.type !== 'hidden' && !isOfGroup(element));
  window.stops = [];
  window.stopFaults = [];
  const isRinged = (element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  };
  const isHit = (element, x, y) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (element.contains(hit) || hit.contains(element) || (hit.closest('svg') ?? element) === element.closest('svg'));
  };
  // Its middle or, of a field that is higher than the rest of the screen, its upper part.
  const isCovered = (element) => {
    const [box] = element.getClientRects();
    return box === undefined || ![2, 8].some((part) => isHit(element, box.x + box.width / 2, box.y + box.height / part));
  };
  addEventListener('focusin', ({ target }) => window.stops.push(target), true);
  addEventListener('keydown', () => {
    const element = document.activeElement;
    if (element === null || element === document.body) return;
    const marked = [element, ...(element.labels ?? [])].findLast(isRinged);
    if (marked === undefined) window.stopFaults.push('shows no focus: ' + nameOf(element));
    else if (isCovered(marked)) window.stopFaults.push('is covered or off the screen: ' + nameOf(element));
  }, true);
  return window.reachable.length;
})()`;

/** Inside the page, after the last Tab. */
const JUDGE = `(() => {
  const nameOf = (element) => element.outerHTML.slice(0, 120);
  const { reachable, stops, stopFaults } = window;
  const seen = new Set(stops);
  const missed = reachable.filter((element) => !seen.has(element)).map((element) => 'is never reached: ' + nameOf(element));
  const first = stops[0]?.classList.contains('skip') ? [] : ['does not begin with the way past its head'];
  const order = [...seen].filter((element) => reachable.includes(element));
  const turned = order.filter((element, at) => at > 0 &&
    (order[at - 1].compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) === 0)
    .map((element) => 'comes before what it follows: ' + nameOf(element));
  const moved = [...document.body.querySelectorAll('*')].filter((element) => {
    const { order, flexDirection, display } = getComputedStyle(element);
    return order !== '0' || (/flex/.test(display) && flexDirection.endsWith('reverse'));
  }).map((element) => 'is shown elsewhere than it stands: ' + nameOf(element));
  return [...first, ...missed, ...turned, ...moved, ...new Set(stopFaults)];
})()`;

/** Presses beyond what can be reached: regions that scroll are stops of their own. */
const SPARE = 6;
const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 } as const;

/** Goes through the page that is open; says what is not reached, not seen, out of order or keeps the focus. */
export async function tabThrough(page: Page, session: CDPSession): Promise<readonly string[]> {
  const count = await page.evaluate<number>(PREPARE);
  // All at once: the browser takes them one after the other, and nobody waits for each.
  await Promise.all(
    Array.from({ length: count + SPARE }, async () => {
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...TAB });
    }),
  );
  return page.evaluate<string[]>(JUDGE);
}

/** Presses a key as a Persian layout sends it: its place and the letter that stands there. */
export async function pressPersian(
  session: CDPSession,
  {
    code,
    letter,
    shift = false,
  }: { readonly code: string; readonly letter: string; readonly shift?: boolean },
): Promise<void> {
  const key = { code, key: letter, modifiers: shift ? 8 : 0 };
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: letter, ...key });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}
