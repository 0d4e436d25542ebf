/** Right values for the parameters of every operation, of things that the sample press has. */
import { API_ROOT } from '../src/serve/api/document.js';
import type { ApiPress } from './api_press.js';

interface DyadPage {
  readonly items: readonly { readonly a: { readonly id: string }; readonly b: { readonly id: string } }[];
}

/** One value for each parameter of a path, of things that the press has. */
export async function pathValues(press: ApiPress, path: string): Promise<Readonly<Record<string, string>>> {
  const { store } = press;
  const one = async (sql: string): Promise<string> =>
    String((await store.row<{ v: unknown }>(`${sql} limit 1`))?.v ?? '');
  if (path.startsWith('/stories'))
    return {
      id: await one('select id as v from story where report_count > 1 order by report_count desc, id'),
    };
  if (path.startsWith('/articles')) {
    const id = await one('select article_id as v from copy_link order by jsonb_array_length(spans) desc');
    return { id, version: '1' };
  }
  if (path.startsWith('/entities'))
    return {
      id: await one(
        'select entity_id as v from statement_speaker where entity_id is not null group by 1 order by count(*) desc, 1',
      ),
    };
  if (path.startsWith('/statements'))
    return { id: await one('select target_id as v from statement where target_id is not null') };
  if (path.startsWith('/contacts'))
    return { id: await one(`select id as v from contact order by jsonb_array_length(entry->'voices') desc`) };
  if (path.startsWith('/dyads')) {
    const { items } = (await (await press.app.request(`${API_ROOT}/dyads`)).json()) as DyadPage;
    return { a: items[0]?.a.id ?? '', b: items[0]?.b.id ?? '' };
  }
  if (path.startsWith('/outlets'))
    return { id: await one('select outlet_id as v from article where outlet_id is not null') };
  if (path.startsWith('/sources'))
    return { id: await one('select source_id as v from source_state where listed') };
  if (path.startsWith('/threads'))
    return {
      id: await one('select thread_id as v from story group by 1 having count(*) > 1 and thread_id > 0'),
    };
  if (path.startsWith('/topics')) return { id: await one('select topic_id as v from topic_item') };
  if (path.startsWith('/webhooks')) return { id: String(press.webhookId) };
  if (path.startsWith('/fetched-pages')) return { id: await one('select page_id as v from page_result') };
  if (path.startsWith('/dossiers')) return { id: await one('select id as v from dossier') };
  return {};
}

/** A right value for every parameter of a query. */
export const QUERY_VALUES: Readonly<Record<string, string>> = {
  asOf: '2100-01-01',
  limit: '3',
  from: '۱۳۹۰/۰۱/۰۱',
  to: '2100-12-30',
  order: 'newest',
  version: '1',
};
