import { z } from 'zod';

// The shape of the registry's data files: what an operator may write. Strict, so that a misspelt key is an
// error with its path instead of a rule that silently never applies.

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id has lower-case ASCII letters, digits and hyphens');
const instantDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written YYYY-MM-DD');
const family = z.enum(['iransamaneh', 'nastooh', 'asam', 'studiokhabar', 'wordpress']);
/** Host, with a first path segment where one host carries several outlets: `bbc.com/persian`. */
const domain = z.string().regex(/^[a-z0-9.-]+\.[a-z]+(:\d+)?(\/[a-z0-9_-]+)?$/, 'a domain has no scheme');
const selectors = z.array(z.string().min(1)).default([]);

const outlet = z.strictObject({
  id,
  name: z.string().min(1),
  nameEn: z.string().optional(),
  aliases: z.array(z.string().min(1)).default([]),
  domains: z.array(domain).default([]),
  kind: z.enum(['agency', 'newspaper', 'site', 'broadcaster', 'channel', 'aggregator']).optional(),
  family: id.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  cms: family.optional(),
  fullTextAllowed: z.boolean().optional(),
  /** Who states a field, by the field's name. */
  basis: z.record(z.string(), z.string().min(1)).optional(),
  egress: id.optional(),
});

const source = z.strictObject({
  id,
  outletId: id,
  kind: z.enum(['feed', 'sitemap', 'listing', 'front_page', 'channel']),
  url: z.url(),
  category: z.string().optional(),
  /** Why the address is believed to be right, where nobody has seen it answer. */
  basis: z.enum(['cms', 'domain', 'stated']).optional(),
  unverified: z.boolean().optional(),
  links: z.array(z.string().regex(/^\//, 'a pattern of links begins with a slash')).min(1).optional(),
  resting: z.boolean().optional(),
  egress: id.optional(),
  folders: z.array(z.string().min(1)).optional(),
  attributes: z.record(z.string(), z.string()).optional(),
});

const pageSelectors = z.strictObject({
  /** Container of the article's text; the first that matches wins. */
  body: selectors,
  title: selectors,
  lede: selectors,
  kicker: selectors,
  date: selectors,
  tags: selectors,
  category: selectors,
  author: selectors,
  /** Holds the publisher's number alone, without a label. */
  code: selectors,
  comments: selectors,
  /** Parts inside the body that are not the publisher's text. */
  remove: selectors,
});

const cmsProfile = z.strictObject({
  family,
  /** Selectors that betray the family; one decisive match, or two of the others, detect it. */
  decisiveTraces: selectors,
  traces: selectors,
  select: pageSelectors,
});

const pageRule = z.strictObject({
  outletId: id,
  /** Days of publication for which the rule holds, both inclusive; absent means without limit. */
  from: instantDay.optional(),
  until: instantDay.optional(),
  select: pageSelectors,
});

export const registryFile = z.strictObject({
  outlets: z.array(outlet).default([]),
  sources: z.array(source).default([]),
  cms: z.array(cmsProfile).default([]),
  pageRules: z.array(pageRule).default([]),
});

export type RegistryFile = z.infer<typeof registryFile>;
export type PageSelectors = Readonly<z.infer<typeof pageSelectors>>;
export type CmsProfile = Readonly<z.infer<typeof cmsProfile>>;
export type PageRule = Readonly<z.infer<typeof pageRule>>;
