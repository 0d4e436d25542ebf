/** The operator's desk under /admin: one file for each of its places. */
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Fault, TOO_LARGE } from '../faults.js';
import type { SiteContext } from '../site_context.js';
import { addActsDesk } from './acts.js';
import { addAlertsDesk } from './alerts_desk.js';
import { addCommentDesk } from './comments_desk.js';
import { addDeskPage } from './desk.js';
import { addDeskWays } from './desk_ways.js';
import { addDossiersDesk } from './dossiers_desk.js';
import { addEntitiesDesk } from './entities_desk.js';
import { addHidingDesk } from './hiding.js';
import { addKeysDesk } from './keys_desk.js';
import { addLoginRoutes } from './login.js';
import { overviewPage } from './overview.js';
import { addQuarantineDesk } from './quarantine.js';
import { addSettingsDesk } from './settings.js';
import { addSourceFormsDesk } from './source_add.js';
import { addSourceListsDesk } from './source_lists.js';
import { addSourcesDesk } from './sources_desk.js';
import { addStoriesDesk } from './stories_desk.js';
import { addTextDesk } from './text_page.js';
import { addTopicsDesk } from './topics_desk.js';

/** Bytes of the largest form: the words of a page, percent-encoded. */
const FORM_BYTES = 200_000;
/** Bytes of the largest file: a list of feeds. */
const FILE_BYTES = 3_000_000;

export function addAdminRoutes(app: Hono, site: SiteContext): void {
  const onError = (): never => {
    throw new Fault(TOO_LARGE);
  };
  const small = bodyLimit({ maxSize: FORM_BYTES, onError });
  const large = bodyLimit({ maxSize: FILE_BYTES, onError });
  app.use('/admin/*', (context, next) =>
    (context.req.path.startsWith('/admin/sources/import') ? large : small)(context, next),
  );
  addLoginRoutes(app, site);
  addDeskWays(app);
  addDeskPage(app, site, { path: '/admin', page: overviewPage });
  addCommentDesk(app, site);
  addQuarantineDesk(app, site);
  addSourcesDesk(app, site);
  addSourceFormsDesk(app, site);
  addSourceListsDesk(app, site);
  addStoriesDesk(app, site);
  addEntitiesDesk(app, site);
  addTopicsDesk(app, site);
  addDossiersDesk(app, site);
  addAlertsDesk(app, site);
  addHidingDesk(app, site);
  addTextDesk(app, site);
  addKeysDesk(app, site);
  addSettingsDesk(app, site);
  addActsDesk(app, site);
}
