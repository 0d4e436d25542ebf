/** For tests in a browser: what a page shows with and without scripts, and what is dead without them. */
import type { Page } from 'playwright-core';

/** Inside the page: the texts that a reader sees in its main part, those that only scripts make of use left out. */
const READ_TEXTS = `(() => {
  const texts = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.data.trim();
    if (text === '' || element.closest('noscript, script, .js, button')) continue;
    if (element.checkVisibility({ visibilityProperty: true })) texts.push(text);
  }
  return texts;
})()`;

export function readTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(READ_TEXTS);
}

/** Inside a page whose scripts did not run: what looks as if it did something and does not. */
const FIND_DEAD = `(() => {
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  const shown = (selector) => [...document.querySelectorAll(selector)].filter(isShown);
  const nameOf = (element) => element.outerHTML.slice(0, 120);
  return [
    ...shown('.js').map((element) => 'is of no use without scripts: ' + nameOf(element)),
    ...shown('button').filter((button) => button.form === null || button.type === 'button')
      .map((button) => 'does nothing without scripts: ' + nameOf(button)),
    ...shown('form').filter((form) => !shown('button').some((button) => button.form === form && button.type === 'submit'))
      .map((form) => 'cannot be sent: ' + nameOf(form)),
    ...shown('summary').filter((summary) => summary.parentElement.children.length < 2)
      .map((summary) => 'unfolds nothing: ' + nameOf(summary)),
  ];
})()`;

export function findDead(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(FIND_DEAD);
}

/** Inside the page: opens every fold by its summary, as a click does; what stays shut is told. */
const UNFOLD = `(() => {
  const shut = [];
  for (const summary of document.querySelectorAll('details:not([open]) > summary')) {
    if (!summary.checkVisibility({ visibilityProperty: true })) continue;
    summary.click();
    if (!summary.parentElement.open) shut.push('stays shut: ' + summary.outerHTML.slice(0, 120));
  }
  return shut;
})()`;

export function unfoldAll(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(UNFOLD);
}
