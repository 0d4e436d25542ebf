/** Checks that the truth file of the sample press speaks of what the press published, in its own letters. */
import type { PressArticle, PressWorld } from './world.js';
import { sharedBodyWords, VERBATIM_SHARE } from './world_check.js';
import { articleText, articleVersions } from './world_text.js';
import type { PressTruth, TruthContact, TruthStatement } from './world_truth.js';

type Articles = ReadonlyMap<string, PressArticle>;

/** One English line per fault of the truth file; no line, no fault. */
export function findTruthFaults(world: PressWorld, truth: PressTruth): readonly string[] {
  const articles = new Map(world.articles.map((article) => [article.id, article] as const));
  return [
    ...referenceFaults(articles, truth),
    ...publishedFaults(world, truth),
    ...storyFaults(world, truth),
    ...truth.copies.flatMap((copy) => copyFaults(articles, world, copy)),
    ...copyListFaults(world, truth),
    ...truth.statements.flatMap((statement) => statementFaults(articles, truth, statement)),
    ...truth.contacts.flatMap((contact) => contactFaults(articles, truth, contact)),
    ...chainFaults(articles, truth),
    ...originFaults(world, truth),
    ...editFaults(articles, truth),
    ...truth.noContacts
      .filter((trap) => !textOf(articles, trap.article, 1).includes(trap.surface))
      .map((trap) => `trap of ${trap.article}: "${trap.surface}" is not in its text`),
  ];
}

function referenceFaults(articles: Articles, truth: PressTruth): readonly string[] {
  const named = [
    ...truth.stories.flatMap((story) => story.articles),
    ...truth.copies.flatMap((copy) => [copy.copy, copy.original]),
    ...truth.commonSources.flatMap((common) => common.articles),
    ...truth.chains.flatMap((chain) => [chain.article, ...chain.hops.flatMap((hop) => hop.article ?? [])]),
    ...truth.origins.flatMap((origin) =>
      origin.roots.flatMap((root) => [...root.articles, root.first ?? root.articles[0] ?? '']),
    ),
    ...truth.statementsComplete,
    ...truth.contactsComplete,
    ...truth.statements.map((statement) => statement.article),
    ...truth.contacts.flatMap((contact) => contact.reports.map((report) => report.article)),
    ...truth.noContacts.map((trap) => trap.article),
    ...truth.edits.map((edit) => edit.article),
    ...truth.templates.flatMap((template) => template.articles),
    ...truth.lookAlikes.flatMap((pair) => [pair.a, pair.b]),
  ];
  return [...new Set(named)].filter((id) => !articles.has(id)).map((id) => `no article "${id}"`);
}

function publishedFaults(world: PressWorld, truth: PressTruth): readonly string[] {
  const expected = world.articles.flatMap((article) => [
    `${article.id} 1 ${article.published}`,
    ...article.edits.map((edit, index) => `${article.id} ${index + 2} ${edit.at}`),
  ]);
  const listed = truth.published.map((line) => `${line.article} ${line.version} ${line.at}`);
  const inOrder = truth.published.every((line, index) => line.at >= (truth.published[index - 1]?.at ?? 0));
  return [
    ...difference(expected, listed).map((line) => `published lacks "${line}"`),
    ...difference(listed, expected).map((line) => `published has "${line}", which never was`),
    ...(inOrder ? [] : ['published is not in order of time']),
  ];
}

function storyFaults(world: PressWorld, truth: PressTruth): readonly string[] {
  const members = truth.stories.flatMap((story) => story.articles);
  const storyOf = storyByArticle(truth);
  const threads = new Set(truth.threads.map((thread) => thread.id));
  return [
    ...world.articles
      .filter((article) => members.filter((id) => id === article.id).length !== 1)
      .map((article) => `${article.id} does not stand in exactly one story`),
    ...truth.stories
      .filter((story) => story.thread !== undefined && !threads.has(story.thread))
      .map((story) => `story ${story.id}: no thread "${story.thread}"`),
    ...truth.copies
      .filter((copy) => storyOf.get(copy.copy) !== storyOf.get(copy.original))
      .map((copy) => `copy ${copy.copy} stands in another story than ${copy.original}`),
    ...truth.lookAlikes
      .filter((pair) => storyOf.get(pair.a) === storyOf.get(pair.b))
      .map((pair) => `look-alikes ${pair.a} and ${pair.b} stand in one story`),
    ...truth.templates
      .filter(
        (template) => new Set(template.articles.map((id) => storyOf.get(id))).size < template.articles.length,
      )
      .map((template) => `two issues of template ${template.id} stand in one story`),
  ];
}

function copyFaults(
  articles: Articles,
  world: PressWorld,
  { copy, original, degree, direction }: PressTruth['copies'][number],
): readonly string[] {
  const taken = articles.get(copy);
  const source = articles.get(original);
  if (taken === undefined || source === undefined) return [];
  const faults: string[] = [];
  if (world.madeFrom.get(copy) !== original) faults.push(`copy ${copy} was not made from ${original}`);
  if (direction === 'from_other' && taken.published <= source.published) {
    faults.push(`copy ${copy} is not later than ${original}`);
  }
  const share = Math.max(...articleVersions(source).map((version) => sharedBodyWords(taken, version)));
  if (degree === 'verbatim' && share < VERBATIM_SHARE)
    faults.push(`verbatim ${copy} shares only ${share.toFixed(2)}`);
  if (degree === 'rewritten' && share > 0.6) faults.push(`rewritten ${copy} shares ${share.toFixed(2)}`);
  return faults;
}

function copyListFaults(world: PressWorld, truth: PressTruth): readonly string[] {
  const listed = truth.copies.map((copy) => copy.copy);
  return difference([...world.madeFrom.keys()], listed).map((id) => `copy ${id} is missing from copies`);
}

function statementFaults(
  articles: Articles,
  truth: PressTruth,
  statement: TruthStatement,
): readonly string[] {
  const { id, evidence, verb, content, nestedIn, contact } = statement;
  const faults: string[] = [];
  if (!textOf(articles, statement.article, statement.version).includes(evidence)) {
    faults.push(`statement ${id}: its evidence is not in ${statement.article}`);
  }
  for (const piece of [verb, content]) {
    if (piece !== undefined && !evidence.includes(piece))
      faults.push(`statement ${id}: "${piece}" is not in its evidence`);
  }
  const outer = truth.statements.find((one) => one.id === nestedIn);
  if (nestedIn !== undefined && outer?.article !== statement.article)
    faults.push(`statement ${id}: no outer "${nestedIn}"`);
  if (contact !== undefined && !truth.contacts.some((one) => one.id === contact)) {
    faults.push(`statement ${id}: no contact "${contact}"`);
  }
  return faults;
}

function contactFaults(articles: Articles, truth: PressTruth, contact: TruthContact): readonly string[] {
  const { id, reports, when } = contact;
  const spoken = truth.statements
    .filter((statement) => statement.contact === id)
    .map((statement) => statement.id);
  return [
    ...reports
      .filter((report) => !textOf(articles, report.article, report.version).includes(report.evidence))
      .map((report) => `contact ${id}: its evidence is not in ${report.article}`),
    ...difference(spoken, contact.statements).map((one) => `contact ${id} does not list statement ${one}`),
    ...difference(contact.statements, spoken).map(
      (one) => `contact ${id} lists "${one}", which is not about it`,
    ),
    ...(when !== null && when.to < when.from ? [`contact ${id} ends before it begins`] : []),
  ];
}

function chainFaults(articles: Articles, truth: PressTruth): readonly string[] {
  return truth.chains.flatMap(({ article, hops }) => {
    const found = articles.get(article);
    const text = `${textOf(articles, article, 1)}\n${found?.credits.join('\n') ?? ''}`;
    const unseen = hops.filter((hop) => hop.surface !== undefined && !text.includes(hop.surface));
    const early = hops.filter(
      (hop) => (articles.get(hop.article ?? '')?.published ?? 0) > (found?.published ?? 0),
    );
    return [
      ...unseen.map((hop) => `chain of ${article}: "${hop.surface}" is not in its text`),
      ...early
        .filter((hop) => hop.state === 'found')
        .map((hop) => `chain of ${article} leads to later ${hop.article}`),
      ...hops
        .filter((hop) => (hop.state === 'found') !== (hop.article !== undefined) && hop.state !== 'circular')
        .map((hop) => `chain of ${article}: hop "${hop.name}" is ${hop.state}, its article says otherwise`),
    ];
  });
}

function originFaults(world: PressWorld, truth: PressTruth): readonly string[] {
  const outletOf = new Map(world.articles.map((article) => [article.id, article.outlet] as const));
  const familyOf = new Map(world.outlets.map((outlet) => [outlet.id, outlet.family ?? outlet.id] as const));
  return truth.origins.flatMap((origin) => {
    const members = truth.stories.find((story) => story.id === origin.story)?.articles ?? [];
    const outlets = new Set(members.map((id) => outletOf.get(id) ?? id));
    const families = new Set([...outlets].map((outlet) => familyOf.get(outlet) ?? outlet));
    const rooted = origin.roots.flatMap((root) => root.articles);
    const right =
      origin.count === origin.roots.length &&
      origin.outlets === outlets.size &&
      origin.families === families.size &&
      origin.count <= families.size &&
      difference(members, rooted).length === 0 &&
      rooted.length === members.length;
    return right ? [] : [`origins of ${origin.story} do not add up`];
  });
}

function editFaults(articles: Articles, truth: PressTruth): readonly string[] {
  return truth.edits.flatMap(({ article, version, at, changes }) => {
    const made = articles.get(article)?.edits[version - 2];
    const whole = (number: number) => textOf(articles, article, number);
    return [
      ...(made?.at === at ? [] : [`edit ${version} of ${article} was not made at ${at}`]),
      ...changes
        .filter(({ from, to }) => !whole(version - 1).includes(from) || !whole(version).includes(to))
        .map(({ from }) => `edit ${version} of ${article} does not change "${from}"`),
    ];
  });
}

function storyByArticle(truth: PressTruth): ReadonlyMap<string, string> {
  return new Map(truth.stories.flatMap((story) => story.articles.map((id) => [id, story.id] as const)));
}

/** Letters of one version, credits' marks left out; empty for an unknown article, so that the fault shows. */
function textOf(articles: Articles, id: string, version: number): string {
  const article = articles.get(id);
  const found = article === undefined ? undefined : articleVersions(article)[version - 1];
  return found === undefined ? '' : articleText(found);
}

function difference(wanted: readonly string[], given: readonly string[]): readonly string[] {
  const have = new Set(given);
  return wanted.filter((one) => !have.has(one));
}
