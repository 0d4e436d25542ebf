import { join } from 'node:path';
import { findChain } from '../src/analyse/chain.js';
import { readDocument } from '../src/analyse/document.js';
import { type ResolvedHop, resolveChains } from '../src/group/chain_resolution.js';
import type { TextPart } from '../src/model/analysis.js';
import type { AttributionHop } from '../src/model/attribution.js';
import { squeezed } from '../src/persian/squeeze.js';
import { loadWorldRegistry } from '../src/pipeline/load_registry.js';
import { loadPressTruth, loadPressWorld, PRESS_FOLDER } from '../src/press/load_world.js';
import type { PressArticle, PressBlock } from '../src/press/world.js';
import type { PressTruth } from '../src/press/world_truth.js';
import type { Registry } from '../src/sources/registry.js';
import type { EvalScore, EvalTask } from './task.js';

// Chains of every article of the sample press, in its master spelling, without half-spaces, and with blanks for
// half-spaces: the share of articles whose chain is right hop by hop, and whose hops lead to the right articles.
// Hops marked optional, bodies that announce something, and an outlet's interview for its own page, which the press
// does not list, are neither rewarded nor punished.

export const task: EvalTask = { name: 'analyse_chains_press', run };

type TruthHop = PressTruth['chains'][number]['hops'][number];

async function run(): Promise<readonly EvalScore[]> {
  const registry = loadWorldRegistry(join(PRESS_FOLDER, 'outlets.json')).value;
  if (!registry) throw new Error('Cannot measure chains: the registry of the press is broken');
  return [
    ...spelt('', (text) => text, registry),
    ...spelt('_zwnj_stripped', (text) => text.replaceAll('\u200c', ''), registry).slice(0, 1),
    ...spelt('_zwnj_as_blank', (text) => text.replaceAll('\u200c', ' '), registry).slice(0, 1),
  ];
}

function spelt(suffix: string, spell: (text: string) => string, registry: Registry): readonly EvalScore[] {
  const truth = loadPressTruth();
  const articles = loadPressWorld().articles;
  const chains = new Map(articles.map((article) => [article.id, chainOf(article, spell, registry)]));
  const resolved = resolvedByStory(truth, articles, chains);
  const hops: string[] = [];
  const states: string[] = [];
  for (const { article, hops: wanted } of truth.chains) {
    const found = (resolved.get(article) ?? []).filter((hop) =>
      counts(hop, chains.get(article) ?? [], wanted),
    );
    const needed = wanted.filter(({ optional }) => !optional);
    const same = found.length === needed.length && found.every((hop, at) => isHop(hop, needed[at]));
    if (!same)
      hops.push(`${article}: ${found.map(written).join(', ')} for ${needed.map(written).join(', ')}`);
    const led = found.every(
      (hop, at) => hop.state === needed[at]?.state && hop.report === needed[at]?.article,
    );
    if (!led) states.push(`${article}: ${found.map((hop) => `${hop.state} ${hop.report}`).join(', ')}`);
  }
  const all = truth.chains.length;
  return [
    {
      name: `analyse.chains.press_exact${suffix}`,
      value: (all - hops.length) / all,
      note: `${all} articles; ${hops.join('; ')}`,
    },
    {
      name: `analyse.chains.press_resolved${suffix}`,
      value: (all - states.length) / all,
      note: states.join('; '),
    },
  ];
}

function chainOf(
  article: PressArticle,
  spell: (text: string) => string,
  registry: Registry,
): readonly AttributionHop[] {
  const lines = [
    ...(article.lede ? [{ role: 'lede' as const, text: article.lede }] : []),
    ...article.body.flatMap(linesOf).map((text) => ({ role: 'body' as const, text })),
  ].map(({ role, text }) => ({ role, text: spell(text) }));
  const parts: TextPart[] = [];
  let text = '';
  for (const line of lines) {
    parts.push({ role: line.role, start: text.length, end: text.length + line.text.length });
    text += `${line.text}\n`;
  }
  text += spell(article.credits.join('\n'));
  const { forwardedFrom, outlet } = article;
  return findChain(readDocument({ text, parts, outlet }), {
    registry,
    ...(forwardedFrom && { forwardedFrom }),
  });
}

function linesOf(block: PressBlock): readonly string[] {
  if (typeof block === 'string') return [block];
  if (block.role === 'list') return block.items;
  return block.role === 'table' ? [] : [block.text];
}

function resolvedByStory(
  truth: PressTruth,
  articles: readonly PressArticle[],
  chains: ReadonlyMap<string, readonly AttributionHop[]>,
): ReadonlyMap<string, readonly ResolvedHop[]> {
  const copies = new Map(truth.copies.map(({ copy, original }) => [copy, original]));
  const byId = new Map(articles.map((article) => [article.id, article]));
  const resolved = new Map<string, readonly ResolvedHop[]>();
  for (const story of truth.stories) {
    const reports = story.articles
      .flatMap((id) => byId.get(id) ?? [])
      .map(({ id, outlet, published }) => ({
        id,
        outlet,
        published: new Date(published * 60_000).toISOString(),
        chain: chains.get(id) ?? [],
      }));
    for (const [id, hops] of resolveChains(reports, copies)) resolved.set(id, hops);
  }
  return resolved;
}

/** Whether a hop that the truth does not ask for counts as a fault. */
function counts(hop: AttributionHop, chain: readonly AttributionHop[], wanted: readonly TruthHop[]): boolean {
  if (hop.evidence?.rule === 'chain/announced-by') return false;
  if (hop.relation === 'interview_with' && hop.outlet === chain[0]?.outlet) return false;
  return !wanted.some(
    (other) => other.optional && other.outlet === hop.outlet && other.relation === hop.relation,
  );
}

function isHop(found: AttributionHop, wanted: TruthHop | undefined): boolean {
  if (!wanted || found.relation !== wanted.relation || found.anonymous !== wanted.anonymous) return false;
  if (wanted.outlet !== undefined) return found.outlet === wanted.outlet;
  const name = squeezed(found.name);
  return [wanted.name, wanted.surface ?? '']
    .map(squeezed)
    .some((other) => other.includes(name) || name.includes(other));
}

function written({ relation, name }: { readonly relation: string; readonly name: string }): string {
  return `${relation} ${name}`;
}
