/** What a search looks for. */
export const SEARCH_SCOPES = ['reports', 'stories', 'statements', 'contacts'] as const;
export type SearchScope = (typeof SEARCH_SCOPES)[number];
