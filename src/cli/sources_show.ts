import type { Config } from '../config.js';
import { loadSourceHealth, type SourceHealth } from '../store/source_health.js';
import { loadSourceStatuses, type SourceStatus } from '../store/source_state.js';
import { unknownSource } from './source_acts.js';
import { duration, stateInWords, withSources } from './sources.js';
import type { Surroundings } from './surroundings.js';

export interface SourcesShowArguments {
  readonly id: string;
  readonly json: boolean;
}

/** Prints what is known of one source: state, rhythm, items against expectation, delay. */
export async function sourcesShow(
  { id, json }: SourcesShowArguments,
  config: Config,
  surroundings: Surroundings,
): Promise<void> {
  await withSources(config, surroundings, async (store) => {
    const status = (await loadSourceStatuses(store)).find(({ sourceId }) => sourceId === id);
    if (status === undefined) throw unknownSource(id, 'show');
    const health = (await loadSourceHealth(store, { now: surroundings.clock(), sourceId: id })).get(id);
    if (json) console.log(JSON.stringify({ ...status, health }, undefined, 2));
    else console.log(formatSource(status, health));
  });
}

/** One line for each fact; facts that are not known yet say so. */
function formatSource(status: SourceStatus, health: SourceHealth | undefined): string {
  const { expectedPerDay, medianDelayS, seenLastDay = 0 } = health ?? {};
  const usual = expectedPerDay === undefined ? 'not known yet' : `${expectedPerDay.toFixed(1)} a day`;
  const lines: readonly (readonly [string, string])[] = [
    ['source', `${status.sourceId} (${status.kind} of ${status.outletName})`],
    ['address', status.url],
    ['way', status.egress === undefined ? 'direct' : `through the proxy "${status.egress}"`],
    ['state', `${stateInWords(status)}, since ${status.conditionSince}`],
    ['last asked', status.lastAttemptAt ?? 'never'],
    ['last success', status.lastSuccessAt ?? 'never'],
    ['last new item', status.lastNewAt ?? 'never'],
    ['next', status.enabled ? `${status.nextAt}, then every ${duration(status.intervalMs)}` : 'never'],
    ['items', `${status.itemCount} in all, ${seenLastDay} in the last 24 h, expected: ${usual}`],
    ['delay', medianDelayS === undefined ? 'not known yet' : `${duration(medianDelayS * 1000)} (median)`],
  ];
  return lines.map(([name, value]) => `${name.padEnd(14)} ${value}`).join('\n');
}
