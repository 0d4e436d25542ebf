import type { Report } from '../model/story.js';

/** Words of bookmakers and shops, each of which news may use once. */
const OFFERS =
  /شرط\s?[\u200c]?بندی|پیش\s?[\u200c]?بینی رایگان|بونوس|فری\s?[\u200c]?بت|ضرایب|ووچر|واریزی?|برداشت (?:سریع|آنی)|بدون فیلتر|فیلترشکن|کازینو|کد تخفیف|ثبت[\u200c\s]?نام رایگان|همین حالا (?:خرید|ثبت|عضو)|سفارش (?:آنلاین|دهید)|ارسال رایگان|پشتیبانی ۲۴|پشتیبانی 24|هزار\s?تومان (?:جایزه|موجودی|هدیه)|جایزه بگیرید|عضو (?:شوید|شو|سایت|بشی)|خرید اقساطی|مشاوره رایگان|تماس بگیرید|لینک (?:ورود|ثبت|خرید)/gu;
/** So many different ones are an offer. */
const OFFERS_OF_ADVERT = 3;

/** Whether a report offers something for money by its own words: bets, goods, courses. */
export function isAdvert({ text }: Pick<Report, 'text'>): boolean {
  return new Set(text.match(OFFERS)).size >= OFFERS_OF_ADVERT;
}
