/** The developers' page for trying the language layer; only where the operator asked for it. */
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { badRequest, Fault } from '../faults.js';
import { LAB_MAX, LabPage } from '../pages/lab.js';
import { frameOf, type SiteContext, sendPrivatePage } from '../site_context.js';

/** A letter takes at most nine bytes of a form, and the rest of the form a few. */
const MAX_BYTES = LAB_MAX * 9 + 1000;

export function addLabRoutes(app: Hono, site: SiteContext): void {
  if (site.config.lab !== true) return;
  const small = bodyLimit({
    maxSize: MAX_BYTES,
    onError: () => {
      throw new Fault(
        badRequest({
          fa: 'این متن برای آزمایشگاه زبان بلند است؛ بخشی از آن را بگذارید.',
          en: 'This text is too long for the language lab; paste a part of it.',
        }),
      );
    },
  });
  app.get('/lab', (context) => sendPrivatePage(context, <LabPage frame={frameOf(site, context)} text="" />));
  app.post('/lab', small, async (context) => {
    const { text } = await context.req.parseBody();
    const pasted = typeof text === 'string' ? text.slice(0, LAB_MAX) : '';
    return sendPrivatePage(context, <LabPage frame={frameOf(site, context)} text={pasted} />);
  });
}
