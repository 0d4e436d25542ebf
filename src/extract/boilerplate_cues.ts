import type { BoilerplateKind } from '../model/extracted_page.js';
import { squeezed } from '../persian/squeeze.js';

/**
 * How far a cue reaches. `line`: its own line. `box`: its line and the headlines below it, also in mid-body.
 * `tail`: the article is over where it stands; everything below belongs to the site.
 */
export type CueReach = 'line' | 'box' | 'tail';

/**
 * How a line must look. `whole`: nothing else but marks and digits. `start`: the line begins so. `label`: the
 * line begins so and a colon, dash or number follows, or nothing.
 */
export type CueMatch = 'whole' | 'start' | 'label';

/** One row of the cue tables: wording that Persian sites print around articles, never inside them. */
export interface BoilerplateCue {
  readonly phrase: string;
  readonly kind: BoilerplateKind;
  readonly reach: CueReach;
  readonly match: CueMatch;
}

/** A cue with its squeezed letters, ready to compare. */
export interface KeyedCue extends BoilerplateCue {
  readonly letters: string;
}

type Row = readonly [kind: BoilerplateKind, reach: CueReach, match: CueMatch, phrases: string];

// Wordings from the project's lexicon of Persian boilerplate, grouped by what they announce. Half-spaces and
// spaces do not matter: lines are compared by their squeezed letters.
const ROWS: readonly Row[] = [
  ['footer', 'tail', 'label', 'طراحی و تولید | طراحی و اجرا | طراحی و پیاده سازی | قدرت گرفته از'],
  [
    'related',
    'box',
    'start',
    'بیشتر بخوانید | بیشتر بخوانیم | بیشتر بدانید | همچنین بخوانید | این مطلب را هم بخوانید | این خبر را هم بخوانید',
  ],
  [
    'related',
    'box',
    'start',
    'حتما بخوانید | در ادامه بخوانید | در این رابطه بخوانید | در همین رابطه بخوانید | در این باره بخوانید | این مطالب را از دست ندهید',
  ],
  ['related', 'box', 'start', 'بیشتر ببینید | همچنین ببینید'],
  [
    'related',
    'box',
    'label',
    'مطلب مرتبط | پرونده مرتبط | در همین زمینه | در همین رابطه | در این رابطه | در همین باره',
  ],
  [
    'related',
    'box',
    'start',
    'خبر مرتبط | خبرهای مرتبط | اخبار مرتبط | مطالب مرتبط | مطالب پیشنهادی | اخبار پیشنهادی',
  ],
  [
    'related',
    'tail',
    'whole',
    'پیشنهاد ما | پیشنهاد ما به شما | از دست ندهید | وبگردی | از میان اخبار | سایر اخبار این روزنامه | سایر خبرها | سایر اخبار | دیگر خبرها',
  ],
  [
    'most_viewed',
    'tail',
    'whole',
    'پربازدیدها | پربازدیدترین ها | پربازدیدترین اخبار | پربازدید | پربیننده ترین ها | پربیننده ترین اخبار | پربیننده | پرطرفدارترین عناوین',
  ],
  [
    'most_viewed',
    'tail',
    'whole',
    'پربحث ترین ها | پربحث ترین عناوین | پربحث ها | محبوب ترین ها | محبوب ترین اخبار | برگزیده ها | خواندنی ها | داغ ترین ها | داغ ترین اخبار',
  ],
  [
    'latest',
    'tail',
    'whole',
    'آخرین اخبار | آخرین خبرها | آخرین عناوین | تازه ترین خبرها | تازه ترین اخبار | تازه ها | جدیدترین اخبار | جدیدترین خبرها | اخبار روز | تازه های خبر',
  ],
  [
    'latest',
    'tail',
    'start',
    'مهمترین اخبار | مهم ترین خبرهای | مهمترین عناوین | مشاهده مهمترین خبرها | آخرین اخبار مرتبط',
  ],
  [
    'tags',
    'line',
    'label',
    'برچسب ها | برچسب | کلیدواژه ها | کلیدواژه | کلمات کلیدی | هشتگ ها | موضوعات مرتبط',
  ],
  ['share', 'line', 'label', 'لینک کوتاه | کپی لینک | لینک خبر | آدرس کوتاه خبر | پیوند کوتاه | نشانی کوتاه'],
  [
    'share',
    'line',
    'whole',
    'کپی شد | اشتراک گذاری | اشتراک گذاری خبر | به اشتراک بگذارید | این خبر را به اشتراک بگذارید | ارسال به دوستان | ارسال برای دوستان | اشتراک گذاری در شبکه های اجتماعی | بازنشر',
  ],
  [
    'share',
    'line',
    'start',
    'ما را در شبکه های اجتماعی دنبال کنید | ما را در تلگرام دنبال کنید | ما را در اینستاگرام دنبال کنید | ما را دنبال کنید | به کانال تلگرام | برای عضویت در کانال',
  ],
  [
    'share',
    'line',
    'start',
    'با عضویت در کانال | با پیوستن به کانال | برای دریافت تازه ترین اخبار | برای دریافت آخرین اخبار | در کانال تلگرام ما | کانال تلگرام ما | اخبار ما را در | با ما در تلگرام | با کلیک روی لینک زیر به کانال | به ما بپیوندید | عضو کانال',
  ],
  [
    'share',
    'line',
    'whole',
    'تلگرام | واتساپ | توییتر | فیسبوک | اینستاگرام | ایتا | بله | روبیکا | سروش | آی گپ | لینکدین | در ایتا | در بله | در روبیکا | در سروش',
  ],
  [
    'comments',
    'tail',
    'whole',
    'ارسال نظر | نظر شما | نظر دهید | نظر بدهید | نظرات کاربران | نظرات مخاطبان | نظرات | دیدگاه ها | دیدگاه شما | دیدگاه کاربران | ثبت نظر | ارسال دیدگاه | افزودن دیدگاه',
  ],
  [
    'comments',
    'tail',
    'start',
    'دیدگاهتان را بنویسید | نظرات حاوی | نظرات ارسالی | نظر خود را بنویسید | نظر خود را ثبت کنید | نشانی ایمیل شما منتشر نخواهد شد | دیدگاه های ارسال شده',
  ],
  [
    'comments',
    'line',
    'label',
    'متن نظر | نام و نام خانوادگی | ایمیل | پست الکترونیک | تعداد کاراکترهای مجاز | تعداد نظرات | نظرات در صف انتشار',
  ],
  ['comments', 'line', 'whole', 'نام | پاسخ | پاسخ دادن | ارسال | انصراف | ارسال پاسخ'],
  [
    'meta_line',
    'line',
    'label',
    'کد خبر | کد مطلب | شناسه خبر | شناسه مطلب | شماره خبر | کد محتوا | کد نوشته',
  ],
  [
    'meta_line',
    'line',
    'label',
    'تاریخ انتشار | زمان انتشار | تاریخ به روزرسانی | تاریخ بروزرسانی | زمان به روزرسانی | آخرین به روزرسانی | آخرین ویرایش | به روزرسانی شده در | منتشر شده در | تاریخ خبر',
  ],
  [
    'meta_line',
    'line',
    'label',
    'تعداد بازدید | بازدید | تعداد نمایش | سرویس | گروه | دسته بندی | حوزه خبر | زمان مطالعه | مدت مطالعه | خبرنگار | نویسنده | دبیر خبر | عکاس',
  ],
  [
    'meta_line',
    'line',
    'whole',
    'نسخه چاپی | چاپ | ذخیره | ذخیره خبر | پرینت | اندازه متن | اندازه قلم | بزرگنمایی | پخش صوت خبر | گوش دادن به خبر | دانلود | کد ویدئو',
  ],
  ['source_credit', 'line', 'start', 'انتهای پیام | پایان پیام | انتهای خبر'],
  [
    'related',
    'line',
    'whole',
    'جزئیات بیشتر | ادامه مطلب | ادامه خبر | متن کامل | مشروح خبر | بیشتر | مشاهده بیشتر | نمایش بیشتر',
  ],
  [
    'advert',
    'line',
    'whole',
    'تبلیغات | آگهی | تبلیغ | رپورتاژ آگهی | تبلیغات متنی | محل تبلیغ شما | پیام بازرگانی',
  ],
  [
    'navigation',
    'line',
    'whole',
    'صفحه اصلی | صفحه نخست | خانه | درباره ما | تماس با ما | ارتباط با ما | آرشیو | پیوندها | جستجو | جستجوی پیشرفته | نقشه سایت | منو | ورود | عضویت | خبرنامه',
  ],
  [
    'navigation',
    'line',
    'start',
    'صفحه اصلی درباره ما | صفحه نخست درباره ما | درباره ما تماس با ما | صفحه اصلی آرشیو',
  ],
  [
    'footer',
    'tail',
    'start',
    'کلیه حقوق | تمامی حقوق | تمام حقوق | همه حقوق | حقوق مادی و معنوی | استفاده از مطالب با ذکر منبع | استفاده از مطالب | نقل مطالب با ذکر منبع',
  ],
  [
    'footer',
    'tail',
    'start',
    'کلیه خدمات ارائه شده | تمامی اخبار بطور خودکار | تمامی اخبار به صورت خودکار | تمامی کالاها و خدمات | بازنشر مطالب | کپی رایت',
  ],
  ['footer', 'tail', 'start', 'هرگونه کپی برداری | نشر مطالب با ذکر | انتشار مطالب با ذکر'],
];

// The same for pages in the languages of Europe: outlets abroad run the same boxes.
const WESTERN_ROWS: readonly Row[] = [
  [
    'related',
    'line',
    'label',
    'zusatzinformationen | quellenangaben | originalpublikation | ansprechpartner | ansprechpartnerin | ansprechpartner zum thema | ansprechpartnerin zum thema | pressekontakt | kontakt | contact | contacts | media contact | vous aimerez aussi | pressemitteilungen | top themen | top themen der redaktion | externer link | einzelnachweise | references',
  ],
  [
    'related',
    'box',
    'label',
    'read more | read also | also read | see also | related | related articles | related stories | related posts | related news | related content | related topics | related links | more on this topic | more on this story | more stories | more from | more news | you may also like | you might also like | you might also be interested in | recommended | recommended for you | recommended reading | further reading | editors picks | up next | dont miss | dont miss these | keep reading | continue reading | click here | learn more | trending | trending now | watch | watch now | watch also | in other news | read next',
  ],
  [
    'related',
    'box',
    'label',
    'lesen sie auch | lies auch | auch interessant | auch lesenswert | das könnte sie auch interessieren | das könnte dich auch interessieren | das könnte euch auch interessieren | das könnte sie interessieren | mehr zum thema | mehr dazu | mehr lesen | weiterlesen | zum weiterlesen | weiterführende links | weiterführender link | weitere informationen | weitere artikel | weitere themen | weitere beiträge | weitere infos | weitere meldungen | weitere nachrichten | ähnliche artikel | ähnliche beiträge | ähnliche themen | verwandte artikel | verwandte themen | empfohlene beiträge | empfehlungen der redaktion | passend dazu | schon gelesen | siehe auch | alle artikel | aktuelle artikel | aktuelle beiträge | aktuelle meldungen | mehr artikel | mehr themen | mehr infos | mehr informationen | lust auf mehr | externe links | links zum thema | zum thema | themen | thema | zurück zur übersicht | zur startseite | das thema könnte dich auch interessieren | vorschau auf den nächsten artikel | lesetipps | lesetipp | auch spannend | noch mehr',
  ],
  [
    'related',
    'box',
    'label',
    'à lire aussi | lire aussi | à lire | à voir aussi | en savoir plus | pour aller plus loin | sur le même sujet | articles liés | dans la même rubrique | voir aussi | lire la suite | lea también | lee también | leer más | también lee | te puede interesar | te podría interesar | le puede interesar | noticias relacionadas | artículos relacionados | más noticias | más información | ver más | vea también | puede leer | puedes leer | lea además | mira también | veja também | leia também | leia mais | saiba mais | leggi anche | leggi tutto | potrebbe interessarti | ti potrebbe interessare | articoli correlati | czytaj także | czytaj też | czytaj więcej | zobacz także | zobacz też | przeczytaj także | polecamy | lees ook | lees meer | läs mer | läs också | les også | læs også | čtěte také | přečtěte si | lue myös | contexto de la noticia | temas | temas relacionados',
  ],
  [
    'comments',
    'tail',
    'whole',
    'comments | leave a comment | leave a reply | post a comment | join the conversation | write a comment | add a comment | view comments | show comments | no comments | comments are closed | kommentare | kommentar | kommentar schreiben | kommentar hinterlassen | kommentar verfassen | schreibe einen kommentar | schreiben sie einen kommentar | diskussion | ihre meinung | keine kommentare | kommentare geschlossen | diskutieren sie mit | leserkommentare | commentaires | laisser un commentaire | vos réactions | réagir | deja un comentario | dejar un comentario | comentários | commenti | lascia un commento | komentarze | dodaj komentarz | reacties | kommentarer | antworten abbrechen',
  ],
  [
    'comments',
    'line',
    'start',
    'you must be logged in to | sie müssen sich anmelden um | bitte registrieren sie sich | we want to hear what you think | your email address will not be published | deine email adresse wird nicht | vous devez être connecté | debes iniciar sesión',
  ],
  [
    'share',
    'line',
    'label',
    'share | share this | share this article | share this story | share on | share via | tweet | print | email this | follow us | follow us on | teilen | artikel teilen | beitrag teilen | diesen artikel teilen | seite teilen | drucken | artikel drucken | seite drucken | merken | folgen sie uns | folge uns | empfehlen | weiterempfehlen | empfiehl dies deinen freunden | partager | imprimer | suivez nous | compartir | compartilhar | síguenos | siganos | imprimir | condividi | stampa | udostępnij | pdf | versenden | facebook | twitter | whatsapp | linkedin | pinterest | instagram | telegram | youtube | flipboard | email | permalink | trackback url | möchten sie den artikel teilen | wie bewerten sie diesen artikel | war der artikel nützlich | war dieser artikel hilfreich | hat ihnen der artikel gefallen | was this article helpful | was this page helpful',
  ],
  [
    'tags',
    'line',
    'label',
    'tags | tag | topics | filed under | categories | posted in | keywords | schlagworte | schlagwörter | stichworte | kategorien | kategorie | etiquetas | mots clés | tagi | labels | verschlagwortet mit',
  ],
  [
    'advert',
    'line',
    'whole',
    'advertisement | advertisements | sponsored | sponsored content | promoted | anzeige | anzeigen | werbung | publicité | publicidad | pubblicità | reklama | ad | story continues below advertisement | article continues below advertisement | article continues after advertisement | continue reading below',
  ],
  [
    'most_viewed',
    'tail',
    'whole',
    'most read | most popular | most viewed | popular posts | meistgelesen | meistgelesene artikel | die meistgelesenen artikel | beliebte artikel | les plus lus | lo más leído | más leídas | lo más visto | mais lidas | i più letti | najczęściej czytane | najpopularniejsze',
  ],
  [
    'latest',
    'tail',
    'whole',
    'latest news | latest stories | latest articles | recent posts | recent articles | neueste artikel | neueste beiträge | aktuelle nachrichten | letzte beiträge | derniers articles | dernières nouvelles | últimas noticias | ultime notizie | ostatnie wpisy',
  ],
  [
    'other',
    'line',
    'start',
    'sign up for | sign up to | subscribe to | get the latest news | get our | newsletter abonnieren | abonnieren sie | jetzt abonnieren | jetzt newsletter | melden sie sich | melde dich | hier geht es zum newsletter | inscrivez vous | abonnez vous | suscríbete | suscribirse | suscribase | iscriviti | zapisz się | to view the full story | already a subscriber | support our journalism | dieser artikel enthält affiliate | enthält affiliate links | anzeige enthält | für links auf dieser seite erhält | this article contains affiliate | we recommend the best products through | externer inhalt | externe inhalte | empfohlener externer inhalt | an dieser stelle finden sie | bitte aktivieren sie javascript | please enable javascript | this website uses cookies | wir verwenden cookies',
  ],
  [
    'footer',
    'line',
    'start',
    'all rights reserved | alle rechte vorbehalten | tous droits réservés | todos los derechos reservados | tutti i diritti riservati | alle angaben ohne gewähr | written permission must be obtained | copyright',
  ],
  [
    'meta_line',
    'line',
    'label',
    'by | von | autor | author | par | por | date | datum | published | published on | veröffentlicht | veröffentlicht am | veröffentlichung | aktualisiert | aktualisiert am | updated | last updated | last modified | letzte änderung | letzte aktualisierung | stand | reading time | lesezeit | lesedauer | minutes read | verfasst von | geschrieben von | posted by | written by | erstellt am',
  ],
  [
    'source_credit',
    'line',
    'label',
    'foto | fotos | photo | photos | bild | bilder | bildquelle | bildnachweis | beitragsbild | titelbild | photo credit | credit | image | image credit | image source | grafik | quelle | quellen | source | sources | fuente | crédit photo | kuva | źródło | fot | zdjęcie',
  ],
];

/** All cues, longest first, so that «آخرین اخبار مرتبط» is not taken for «آخرین اخبار». */
export const BOILERPLATE_CUES: readonly KeyedCue[] = [...ROWS, ...WESTERN_ROWS]
  .flatMap(([kind, reach, match, phrases]) =>
    phrases
      .split('|')
      .map((phrase) => ({ phrase: phrase.trim(), kind, reach, match, letters: squeezed(phrase) })),
  )
  .sort((a, b) => b.letters.length - a.letters.length);
