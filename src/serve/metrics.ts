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

/** Gauges over the database; returns what sets them. */
function createGauges(registry: Registry): (measures: Measures) => void {
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge({ name: `sanad_${name}`, help, labelNames, registers: [registry] });
  const articles = gauge('articles', 'Articles');
  const versions = gauge('article_versions', 'Versions of articles');
  const pages = gauge('fetched_pages', 'Stored answers');
  const bytes = gauge('stored_bytes', 'Bytes of stored answers on the disk');
  const conditions = gauge('sources', 'Enabled sources by condition', ['condition']);
  const failures = gauge('source_failures', 'Failures in a row', ['source']);
  const items = gauge('source_items', 'Different items that a source has shown', ['source']);
  const success = gauge('source_last_success_seconds', 'Unix time of the last answer', ['source']);
  const fresh = gauge('source_last_new_seconds', 'Unix time of the last new item', ['source']);
  const frontier = gauge('frontier_pages', 'Addresses by state', ['state']);
  const issues = gauge('open_issues', 'Open issues', ['code', 'severity']);
  const delay = gauge('publish_to_seen_seconds', 'From publication to first sight, last day', ['quantile']);
  const delayed = gauge('publish_to_seen_articles', 'Articles behind sanad_publish_to_seen_seconds');
  return (measures) => {
    articles.set(measures.articles);
    versions.set(measures.versions);
    pages.set(measures.pages);
    bytes.set(measures.storedBytes);
    for (const each of [conditions, failures, items, success, fresh, frontier, issues, delay]) each.reset();
    for (const source of measures.sources) {
      conditions.inc({ condition: source.condition });
      failures.set({ source: source.id }, source.failures);
      items.set({ source: source.id }, source.items);
      if (source.lastSuccess !== null) success.set({ source: source.id }, source.lastSuccess);
      if (source.lastNew !== null) fresh.set({ source: source.id }, source.lastNew);
    }
    for (const { state, count } of measures.frontier) frontier.set({ state }, count);
    for (const { code, severity, count } of measures.issues) issues.set({ code, severity }, count);
    if (measures.delay.p50 !== null) delay.set({ quantile: '0.5' }, measures.delay.p50);
    if (measures.delay.p95 !== null) delay.set({ quantile: '0.95' }, measures.delay.p95);
    delayed.set(measures.delay.count);
  };
}
