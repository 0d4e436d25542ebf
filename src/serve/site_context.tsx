/** What every route of the site works with, and the ways in which it answers. */
import type { Context, MiddlewareHandler } from 'hono';
import type { Child } from 'hono/jsx';
import { DEFAULT_SETTINGS, loadSiteSettings } from '../store/site_settings.js';
import type { EventHub } from './api/event_hub.js';
import type { Assets } from './assets.js';
import type { Fault } from './faults.js';
import { TongueOfPage } from './language.js';
import type { Frame, SiteFace } from './layout/frame.js';
import { FaultPage } from './pages/fault.js';
import { type PagePictures, PicturesOfPage } from './pictures/pictures_of_page.js';
import { MailOffered } from './pieces/follow.js';
import { type EnglishNames, NamesOfPage } from './pieces/name.js';
import type { Recall } from './recall.js';
import { HTML, type Rendered, renderDocument, respond } from './respond.js';
import type { SiteDeps } from './site_deps.js';
import { tongueOf } from './tongue_choice.js';

export interface SiteContext extends SiteDeps {
  readonly assets: Assets;
  /** For what changes slowly and costs much to read. */
  readonly recall: Recall;
  /** What becomes new, while anybody listens. */
  readonly hub: EventHub;
}

/** The frame of the page that a request asks for. */
export function frameOf(site: SiteContext, context: Context): Frame {
  const { pathname, search } = new URL(context.req.url);
  return {
    now: site.clock(),
    assets: site.assets,
    baseUrl: baseUrlOf(site, context),
    path: pathname,
    address: context.req.method === 'GET' ? `${pathname}${search}` : '/',
    sample: site.config.sample === true,
    face: (context.get(FACE) as SiteFace | undefined) ?? {},
  };
}

/** Where a request finds the face of the site. */
const FACE = 'face';

/** Reads the site's face for whatever is rendered behind it; pages without a database have the program's own. */
export function readFace(site: SiteContext): MiddlewareHandler {
  return async (context, next) => {
    if (!context.req.path.startsWith('/assets/')) {
      const face = await site.recall('face', () => loadFace(site)).catch(() => undefined);
      context.set(FACE, face);
    }
    await next();
  };
}

const OFFERS_MAIL = 'offersMail';

/** Tells the pages whether alerts by mail are offered. */
export function offerMail({ config }: SiteContext): MiddlewareHandler {
  return async (context, next) => {
    context.set(OFFERS_MAIL, config.alerts?.smtpUrl !== undefined);
    await next();
  };
}

const ENGLISH_NAMES = 'englishNames';

/** Hands the pages the English names of whom they name. */
export function nameInEnglish({ englishNames = new Map() }: SiteContext): MiddlewareHandler {
  return async (context, next) => {
    context.set(ENGLISH_NAMES, englishNames);
    await next();
  };
}

async function loadFace({ store }: SiteContext): Promise<SiteFace> {
  const { siteName, contact } = await loadSiteSettings(store);
  return {
    ...(siteName !== DEFAULT_SETTINGS.siteName && { name: siteName }),
    ...(contact !== '' && { contact }),
  };
}

export function baseUrlOf(site: SiteContext, context: Context): string {
  return site.config.baseUrl ?? new URL(context.req.url).origin;
}

/** Answers with a page that everybody may see, and with the pictures that it may show. */
export async function sendPage(
  context: Context,
  page: Rendered | Promise<Rendered>,
  pictures?: PagePictures,
): Promise<Response> {
  return respond(context, { body: await render(context, page, pictures), type: HTML });
}

/** Answers with a page for one person: kept nowhere. */
export async function sendPrivatePage(
  context: Context,
  page: Rendered | Promise<Rendered>,
  status = 200,
): Promise<Response> {
  return respond(context, { body: await render(context, page), type: HTML, status, isPrivate: true });
}

/** Answers with an error page. */
export async function sendFault(site: SiteContext, context: Context, fault: Fault): Promise<Response> {
  const { view, retryAfterSeconds } = fault;
  return respond(context, {
    body: await render(context, <FaultPage frame={frameOf(site, context)} view={view} />),
    type: HTML,
    status: view.status,
    isPrivate: true,
    ...(retryAfterSeconds === undefined ? {} : { headers: { 'Retry-After': String(retryAfterSeconds) } }),
  });
}

/** The document of a page in the language that its reader chose. */
async function render(
  context: Context,
  page: Rendered | Promise<Rendered>,
  pictures: PagePictures = new Map(),
): Promise<string> {
  const ready = (await page) as Child;
  return renderDocument(
    <TongueOfPage.Provider value={tongueOf(context)}>
      <PicturesOfPage.Provider value={pictures}>
        <NamesOfPage.Provider value={(context.get(ENGLISH_NAMES) as EnglishNames | undefined) ?? new Map()}>
          <MailOffered.Provider value={context.get(OFFERS_MAIL) === true}>{ready}</MailOffered.Provider>
        </NamesOfPage.Provider>
      </PicturesOfPage.Provider>
    </TongueOfPage.Provider>,
  );
}

/** A number in an address; nothing when the letters are none, or none that the store can hold. */
export function parseNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}
