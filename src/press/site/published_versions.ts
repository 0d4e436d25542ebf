/** The press's own list of what it has shown, to hold a collector against. */
import { articleVersions } from '../world_text.js';
import { type OutletSite, urlOf } from './outlet_site.js';

export interface PublishedVersion {
  readonly article: string;
  readonly outlet: string;
  /** 1 for the publication, 2 for the first edit. */
  readonly version: number;
  /** Minute of the press. */
  readonly at: number;
  readonly url: string;
}

/** Every version out at a minute, in order of time. */
export function publishedVersions(
  { all }: { all(): readonly OutletSite[] },
  minute: number,
): readonly PublishedVersion[] {
  return all()
    .flatMap(versionsOf)
    .filter((version) => version.at <= minute)
    .sort((a, b) => a.at - b.at || (a.article < b.article ? -1 : 1));
}

function versionsOf(site: OutletSite): readonly PublishedVersion[] {
  return site.articles.flatMap((article) =>
    articleVersions(article).map((_, index) => ({
      article: article.id,
      outlet: site.outlet.id,
      version: index + 1,
      at: index === 0 ? article.published : (article.edits[index - 1]?.at ?? article.published),
      url: urlOf(site, article.id),
    })),
  );
}
