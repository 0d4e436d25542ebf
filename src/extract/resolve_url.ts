/** Makes an address absolute; undefined for what leads to no page (`#`, `javascript:`, `mailto:`, broken). */
export function resolveUrl(href: string | undefined, base: string | undefined): string | undefined {
  const trimmed = href?.trim();
  if (!trimmed || trimmed.length > 4096 || trimmed.startsWith('#')) return undefined;
  const url = parseUrl(trimmed, base);
  if (!url) return /^[/.\w%?-]/.test(trimmed) && !/^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : undefined;
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

function parseUrl(href: string, base?: string): URL | undefined {
  try {
    return new URL(href, base);
  } catch {
    return undefined;
  }
}
