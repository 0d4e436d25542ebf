import type {
  CollectionStore,
  CollectJob,
  Condition,
  PollJob,
  PollReport,
  PushedAnswer,
  VisitJob,
  VisitReport,
} from '../model/collection.js';
import type { FetchedPage, PageFormat } from '../model/fetched_page.js';
import type { SourceKind } from '../model/outlet.js';
import type { Registry } from '../sources/registry.js';
import { addressKey } from './address_key.js';
import type { Fetched, FetchOutcome, FetchRequest } from './fetch_outcome.js';
import { conditionOf, type HostVerdict, judgeHost, judgePage, pollPause } from './judge_outcome.js';
import { type Listing, readListing } from './list_items.js';
import { findLinkRules } from './listing_links.js';
import { type Dice, nextPoll, type PaceSettings, pollAfterNoChange, spread } from './schedule.js';
import { emptyPollsAfter, findSilence } from './silence.js';
import type { Ways } from './ways.js';

/** What doing a job needs. */
export interface JobTools {
  readonly ways: Ways;
  readonly registry: Registry;
  /** The present, ISO 8601. */
  readonly clock: () => string;
  readonly dice: Dice;
  readonly pace: PaceSettings;
  readonly knownPages: CollectionStore['knownPages'];
}

/** Every so many polls one is made without validators, because some hosts answer 304 whatever happened. */
export const FULL_POLL_EVERY = 6;

/** Looks into a source; what came of it is a report that the store takes in one piece. */
export async function doPoll(job: PollJob, tools: JobTools, signal: AbortSignal): Promise<PollReport> {
  if (job.push !== undefined) return readPush(job, job.push, tools);
  const isFull = job.conditionalPolls + 1 >= FULL_POLL_EVERY;
  const request: FetchRequest = {
    url: job.url,
    wants: job.sourceKind === 'feed' || job.sourceKind === 'sitemap' ? 'feed' : 'page',
    signal,
    ...(isFull ? {} : { validators: job.validators }),
  };
  const { outcome, host } = await ask(job, request, tools);
  const at = tools.clock();
  const nowMs = Date.parse(at);
  const base = {
    at,
    hostNextAt: later(nowMs, host.pauseMs),
    hostFailures: host.failures,
    movedTo: outcome.kind === 'fetched' ? outcome.movedTo : undefined,
  };
  if (outcome.kind === 'fetched') {
    const { registry } = tools;
    const links = await findLinkRules(job, tools);
    const context = { kind: job.sourceKind, outletId: job.outletId, registry, nowMs, at, links };
    return {
      ...base,
      ...readPoll(job, { answer: outcome, listing: readListing(outcome, context), nowMs }, tools),
    };
  }
  const known = {
    ...base,
    intervalMs: job.intervalMs,
    stretch: job.stretch,
    emptyPolls: job.emptyPolls,
    conditionalPolls: job.conditionalPolls,
    validators: job.validators,
    items: [],
  };
  if (outcome.kind === 'not_modified') return { ...known, ...readNoChange(job, nowMs, tools) };
  const failures = job.failures + 1;
  return {
    ...known,
    condition: conditionOf(outcome),
    nextAt: later(nowMs, pauseAfterFailure(job, { outcome, failures }, tools)),
    failures,
  };
}

/** Failures after which an address that nobody has ever seen answer is asked once a week only. */
const TRIES_OF_UNVERIFIED = 5;
const REST_MS = 7 * 24 * 60 * 60 * 1000;

/** An unverified address that has never listed anything is tried gently: it may be no source at all. */
function pauseAfterFailure(
  job: PollJob,
  { outcome, failures }: { readonly outcome: FetchOutcome; readonly failures: number },
  tools: JobTools,
): number {
  const pauseMs = pollPause(outcome, { ...tools, failures });
  const source = tools.registry.sourceById(job.sourceId);
  if (source?.unverified !== true || job.firstListedAt !== undefined) return pauseMs;
  const gentleMs = failures >= TRIES_OF_UNVERIFIED ? REST_MS : tools.pace.maxPollMs;
  return Math.max(pauseMs, gentleMs * spread(tools.dice, 0.1));
}

/** What changes when a source says that nothing has changed. */
function readNoChange(job: PollJob, nowMs: number, tools: JobTools) {
  const intervalMs = Math.round(pollAfterNoChange(job.intervalMs, paceOf(job.sourceKind, tools.pace)));
  return {
    condition: conditionOfList(job, undefined, nowMs),
    nextAt: later(nowMs, intervalMs * spread(tools.dice, 0.1)),
    intervalMs,
    failures: 0,
    emptyPolls: emptyPollsAfter(job, undefined),
    conditionalPolls: job.conditionalPolls + 1,
    front: job.sourceKind === 'front_page' ? ('unchanged' as const) : undefined,
  };
}

function conditionOfList(job: PollJob, listed: number | undefined, nowMs: number): Condition {
  const silence = findSilence(job, { listed, nowMs });
  return silence === undefined ? { code: 'well' } : { code: 'silent', detail: silence };
}

/** The report on what a hub pushed. It may be a part of the feed only, so it says nothing about rhythm or silence. */
function readPush(job: PollJob, push: PushedAnswer, tools: JobTools): PollReport {
  const at = tools.clock();
  const nowMs = Date.parse(at);
  const { body, contentType } = push;
  const type = contentType === undefined ? {} : { contentType };
  const answer: Fetched = { kind: 'fetched', url: job.url, body, validators: job.validators, ...type };
  const { registry } = tools;
  const listing = readListing(answer, { kind: 'feed', outletId: job.outletId, registry, nowMs, at });
  const { condition, page, items } = readPoll(job, { answer, listing, nowMs }, tools);
  const isRead = listing.fault === undefined;
  return {
    at,
    hostFailures: job.lease.hostFailures,
    condition: isRead ? { code: 'well' } : condition,
    // A source that told us something unreadable is asked for it.
    nextAt: isRead ? push.plannedAt : at,
    intervalMs: job.intervalMs,
    stretch: job.stretch,
    emptyPolls: job.emptyPolls,
    failures: job.failures,
    conditionalPolls: job.conditionalPolls,
    validators: isRead ? job.validators : {},
    page,
    items,
  };
}

interface PollAnswer {
  readonly answer: Extract<FetchOutcome, { kind: 'fetched' }>;
  readonly listing: Listing;
  readonly nowMs: number;
}

type PollReading = Omit<PollReport, 'at' | 'hostNextAt' | 'hostFailures' | 'movedTo'>;

/** The report on an answer with a body. An unreadable one keeps its raw bytes and counts as a failure. */
function readPoll(job: PollJob, { answer, listing, nowMs }: PollAnswer, tools: JobTools): PollReading {
  const { fault, items, publishedMs, front, hub } = listing;
  const page = pageOf(answer, { at: later(nowMs, 0), format: 'feed' });
  if (fault !== undefined) {
    const failures = job.failures + 1;
    return {
      condition: { code: 'unreadable', detail: fault.message },
      nextAt: later(nowMs, pauseAfterFailure(job, { outcome: answer, failures }, tools)),
      intervalMs: job.intervalMs,
      stretch: job.stretch,
      emptyPolls: job.emptyPolls,
      failures,
      conditionalPolls: 0,
      validators: {},
      page,
      items: [],
    };
  }
  const { hadNew, stretch: learned, intervalMs: previousMs } = job;
  const signs = { nowMs, publishedMs, hadNew, previousMs, stretch: learned };
  const { intervalMs, stretch } = nextPoll(signs, paceOf(job.sourceKind, tools.pace));
  return {
    condition: conditionOfList(job, items.length, nowMs),
    nextAt: later(nowMs, intervalMs * spread(tools.dice, 0.1)),
    intervalMs: Math.round(intervalMs),
    stretch,
    listed: items.length,
    emptyPolls: emptyPollsAfter(job, items.length),
    failures: 0,
    conditionalPolls: 0,
    validators: answer.validators,
    page,
    items,
    front,
    hub,
  };
}

/** What leads a front page is worth an hourly look, however seldom the page brings a new article. */
function paceOf(kind: SourceKind, pace: PaceSettings): PaceSettings {
  if (kind !== 'front_page') return pace;
  return { ...pace, maxPollMs: Math.max(pace.minPollMs, Math.min(pace.maxPollMs, pace.frontPageMs)) };
}

/** Fetches one page or sitemap; what came of it is a report that the store takes in one piece. */
export async function doVisit(job: VisitJob, tools: JobTools, signal: AbortSignal): Promise<VisitReport> {
  const isPage = job.target === 'page';
  const request: FetchRequest = {
    url: job.url,
    wants: isPage ? 'page' : 'feed',
    validators: job.validators,
    signal,
  };
  const { outcome, host } = await ask(job, request, tools);
  const at = tools.clock();
  const nowMs = Date.parse(at);
  const verdict = judgePage(outcome, { ...tools, attempts: job.attempts });
  const base = {
    at,
    condition: conditionOf(outcome),
    hostNextAt: later(nowMs, host.pauseMs),
    hostFailures: host.failures,
    attempts: verdict.kind === 'later' ? verdict.attempts : 0,
    validators: job.validators,
    items: [],
  };
  if (outcome.kind === 'fetched') {
    return { ...base, ...readVisit(job, outcome, { ...tools, at, nowMs }) };
  }
  if (verdict.kind === 'drop') return { ...base, dropped: job.visits === 0 };
  if (verdict.kind === 'later')
    return { ...base, nextAt: later(nowMs, Math.max(verdict.pauseMs, host.pauseMs)) };
  return { ...base, nextAt: nextVisit(job, { nowMs, tools }) };
}

function readVisit(
  job: VisitJob,
  answer: Extract<FetchOutcome, { kind: 'fetched' }>,
  tools: JobTools & { readonly at: string; readonly nowMs: number },
): Partial<VisitReport> {
  const { at, nowMs, registry } = tools;
  if (job.target === 'sitemap') {
    const outletId = registry.outletByUrl(job.url)?.id ?? '';
    const { items, fault } = readListing(answer, { kind: 'sitemap', outletId, registry, nowMs, at });
    const page = pageOf(answer, { at, format: 'feed' });
    if (fault === undefined) return { page, items };
    return { page, condition: { code: 'unreadable', detail: fault.message } };
  }
  const ended = addressKey(answer.url);
  return {
    page: { ...pageOf(answer, { at, format: 'html' }), url: answer.url },
    validators: answer.validators,
    aliasKey: ended === addressKey(job.url) ? undefined : ended,
    nextAt: nextVisit(job, { nowMs, tools }),
  };
}

/** Pages are looked at again while they are young, to notice edits that nobody announces. */
function nextVisit(
  job: VisitJob,
  { nowMs, tools }: { readonly nowMs: number; readonly tools: JobTools },
): string | undefined {
  const age = job.target === 'page' ? tools.pace.revisitAfterMs[job.visits] : undefined;
  return age === undefined ? undefined : later(nowMs, age * spread(tools.dice, 0.1));
}

/** Asks as robots.txt allows; a host that gives no robots.txt is not asked for anything else. */
async function ask(
  job: CollectJob,
  request: FetchRequest,
  tools: JobTools,
): Promise<{ readonly outcome: FetchOutcome; readonly host: HostVerdict }> {
  const { hostFailures } = job.lease;
  const { fetch, robots } = tools.ways(tools.registry.egressOf(job));
  const verdict = await robots.check(request.url, request.signal);
  if (verdict.kind === 'unknown') {
    return { outcome: verdict.outcome, host: judgeHost(verdict.outcome, { ...tools, hostFailures }) };
  }
  const mayFollow = (to: string): Promise<boolean> => robots.allows(to, request.signal);
  const outcome: FetchOutcome =
    verdict.kind === 'refused' ? { kind: 'refused_by_robots' } : await fetch({ ...request, mayFollow });
  const crawlDelayMs = verdict.kind === 'allowed' ? verdict.crawlDelayMs : undefined;
  return { outcome, host: judgeHost(outcome, { ...tools, hostFailures, crawlDelayMs }) };
}

function pageOf(
  answer: Extract<FetchOutcome, { kind: 'fetched' }>,
  { at, format }: { readonly at: string; readonly format: PageFormat },
): FetchedPage {
  return { url: answer.url, body: answer.body, format, contentType: answer.contentType, fetchedAt: at };
}

function later(nowMs: number, ms: number): string {
  return new Date(nowMs + ms).toISOString();
}
