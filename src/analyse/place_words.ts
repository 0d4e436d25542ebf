import { wordRules } from './word_rules.js';

/** Words beside which a place, a medium or somebody is meant. */
export const PLACE_WORDS = wordRules('place', {
  leads: {
    words:
      'در از به راهی عازم وارد سوی مقصد شهر کشور مقابل ساکن اهل خاک مرز مرزهای شمال جنوب شرق غرب داخل خارج سراسر سرتاسر سفر بازدید پایتخت مردم حومه استان فرودگاه پرواز دانشگاه مقیم روانه ترک اطراف نزدیکی درون بیرون حریم آسمان خیابان',
    yes: ['سفیر پیشین در سروآب گفت: باران آمد.', 'سروآب (name geo.sarvab)'],
    no: ['دیروز سروآب گفت: باران آمد.', 'سروآب (org geo.sarvab)'],
  },
  actorLeads: {
    words: 'بین میان با علیه برای توسط دولت سوی',
    yes: ['باران میان موریا و کاجستان آمد.', 'موریا (org geo.moria)', 'کاجستان (org geo.kajestan)'],
    no: ['باران در موریا و کاجستان آمد.', 'موریا (name geo.moria)', 'کاجستان (name geo.kajestan)'],
  },
});
