import { findChain } from '../analyse/chain.js';
import { readDocument } from '../analyse/document.js';
import type { AttributionHop } from '../model/attribution.js';
import type { Report } from '../model/story.js';
import type { Registry } from '../sources/registry.js';

/** The chain of sources of a report whose text has not been analysed: what grouping needs beside the words. */
export function chainOf(report: Omit<Report, 'chain'>, registry: Registry): readonly AttributionHop[] {
  const { text, title, outlet, published, forwardedFrom } = report;
  const document = readDocument({
    text,
    outlet,
    ...(title !== undefined && { title }),
    ...(published !== undefined && { published }),
  });
  return findChain(document, { registry, ...(forwardedFrom !== undefined && { forwardedFrom }) });
}
