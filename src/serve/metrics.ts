/** The figures of this process and of the database in Prometheus' format. */
import type { MiddlewareHandler } from 'hono';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Store } from '../store/database.js';
import { loadMeasures, type Measures } from '../store/site_measures.js';

export interface Metrics {
  /** Counts requests and their time; addresses are no labels, for there are too many of them. */
  readonly count: MiddlewareHandler;
  /** Everything as it stands now. */
  render(store: Store, now: string): Promise<{ readonly type: string; readonly text: string }>;
}

const SECONDS = [0.002, 0.005, 0.01, 0.02, 0.04, 0.1, 0.3, 1, 3];

/** Makes the figures of one site; a process that has several sites keeps them apart. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'sanad_' });
  const requests = new Counter({
    name: 'sanad_http_requests_total',
    help: 'Requests by method and status',
    labelNames: ['method', 'status'] as const,
    registers,
  });
  const seconds = new Histogram({
    name: 'sanad_http_request_seconds',
    help: 'Seconds until the answer begins',
    buckets: SECONDS,
    registers,
  });
  const setMeasures = createGauges(registry);
  return {
    count: async (context, next) => {
      const started = performance.now();
      await next();
      seconds.observe((performance.now() - started) / 1000);
      requests.inc({ method: context.req.method, status: String(context.res.status) });
    },
    async render(store, now) {
      setMeasures(await loadMeasures(store, now));
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

type SetMeasures = (measures: Measures) => void;

/** A gauge of this site: with no labels, or with one value for each of them. */
function makeGauge<Label extends string>(
  registry: Registry,
  { name, help, labels = [] }: { name: string; help: string; labels?: readonly Label[] },
): Gauge<Label> {
  return new Gauge({ name: `sanad_${name}`, help, labelNames: labels, registers: [registry] });
}

/** Gauges over the database; returns what sets them. */
function createGauges(registry: Registry): SetMeasures {
  const setters = [createTotals, createSourceGauges, createQueueGauges].map((create) => create(registry));
  return (measures) => {
    for (const set of setters) set(measures);
  };
}

function createTotals(registry: Registry): SetMeasures {
  const articles = makeGauge(registry, { name: 'articles', help: 'Articles' });
  const versions = makeGauge(registry, { name: 'article_versions', help: 'Versions of articles' });
  const pages = makeGauge(registry, { name: 'fetched_pages', help: 'Stored answers' });
  const bytes = makeGauge(registry, { name: 'stored_bytes', help: 'Bytes of stored answers on the disk' });
  const raw = makeGauge(registry, { name: 'raw_bytes', help: 'Packed bytes of raw answers that are kept' });
  const dropped = makeGauge(registry, {
    name: 'raw_dropped_answers',
    help: 'Answers whose bytes were dropped to save room',
  });
  return (measures) => {
    raw.set(measures.raw.bytes);
    dropped.set(measures.raw.dropped);
    articles.set(measures.articles);
    versions.set(measures.versions);
    pages.set(measures.pages);
    bytes.set(measures.storedBytes);
  };
}

function createSourceGauges(registry: Registry): SetMeasures {
  const labels = ['source'] as const;
  const conditions = makeGauge(registry, {
    name: 'sources',
    help: 'Enabled sources by condition',
    labels: ['condition'],
  });
  const failures = makeGauge(registry, { name: 'source_failures', help: 'Failures in a row', labels });
  const items = makeGauge(registry, { name: 'source_items', help: 'Different items shown so far', labels });
  const success = makeGauge(registry, {
    name: 'source_last_success_seconds',
    help: 'Unix time of the last answer',
    labels,
  });
  const fresh = makeGauge(registry, {
    name: 'source_last_new_seconds',
    help: 'Unix time of the last new item',
    labels,
  });
  const silent = makeGauge(registry, {
    name: 'source_silent',
    help: '1 while a source answers but lists nothing, or nothing new far longer than usual',
    labels,
  });
  return ({ sources }) => {
    for (const each of [conditions, failures, items, success, fresh, silent]) each.reset();
    for (const { id: source, condition, failures: failed, items: shown, lastSuccess, lastNew } of sources) {
      conditions.inc({ condition });
      failures.set({ source }, failed);
      items.set({ source }, shown);
      silent.set({ source }, condition === 'silent' ? 1 : 0);
      if (lastSuccess !== null) success.set({ source }, lastSuccess);
      if (lastNew !== null) fresh.set({ source }, lastNew);
    }
  };
}

function createQueueGauges(registry: Registry): SetMeasures {
  const frontier = makeGauge(registry, {
    name: 'frontier_pages',
    help: 'Addresses by state',
    labels: ['state'],
  });
  const issues = makeGauge(registry, {
    name: 'open_issues',
    help: 'Open issues',
    labels: ['code', 'severity'],
  });
  const delay = makeGauge(registry, {
    name: 'publish_to_seen_seconds',
    help: 'From publication to first sight, last day',
    labels: ['quantile'],
  });
  const delayed = makeGauge(registry, {
    name: 'publish_to_seen_articles',
    help: 'Articles behind sanad_publish_to_seen_seconds',
  });
  return (measures) => {
    for (const each of [frontier, issues, delay]) each.reset();
    for (const { state, count } of measures.frontier) frontier.set({ state }, count);
    for (const { code, severity, count } of measures.issues) issues.set({ code, severity }, count);
    if (measures.delay.p50 !== null) delay.set({ quantile: '0.5' }, measures.delay.p50);
    if (measures.delay.p95 !== null) delay.set({ quantile: '0.95' }, measures.delay.p95);
    delayed.set(measures.delay.count);
  };
}
