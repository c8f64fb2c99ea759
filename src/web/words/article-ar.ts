import type * as en from './article-en.ts'
import { plural } from './counts-ar.ts'

export const article: typeof en.article = {
  by: 'بقلم',
  updated: 'حُدّث',
  readOriginal: 'اقرأ عند الجهة',
  openLink: 'افتح الرابط',
  unconfirmedLink: (feed: string, site: string) =>
    `هذا النص من خلاصة على ${feed}. وهو يحيل إلى ${site}، حيث تعذّرت علينا قراءة هذا المقال.`,
  kinds: {
    article: 'مقال',
    live: 'تغطية مباشرة',
    video: 'صفحة فيديو',
    audio: 'صفحة صوت',
    gallery: 'معرض صور',
    newsletter: 'نشرة أخبار',
    correction: 'تصحيح',
    roundup: 'نشرة أخبار',
    index: 'صفحة فهرس',
    opinion: 'رأي',
    'press-release': 'بيان صحفي',
  },
  completeness: {
    complete: 'النص كامل',
    'feed-only': 'نص الخلاصة فقط',
    paywalled: 'خلف اشتراك',
    blurb: 'ملخص فقط',
    'lead-missing': 'البداية ناقصة',
    failed: 'تعذرت قراءة النص',
  },
  notCurrent: 'هذا نص سابق للمقال.',
  seeCurrent: 'انظر النص الحالي',
  topics: 'المواضيع',
  topicBySection: 'قسم الوسيلة الإعلامية',
  partOfStory: 'جزء من قصة',
  alsoStandsIn: 'يرد أيضًا في',
  wireNote: 'المقاطع المسطّرة واردة حرفيًا في مقال آخر:',
  shareOfThis: (share) => `${share} من هذا النص`,
  isOriginal: 'كان الأول',
  isCopy: 'نُسخ من هنا',
  readings: {
    sentences: 'الجمل',
    quotations: 'الاقتباسات',
    speakers: 'القائلون',
    dates: 'التواريخ',
    'indirect-speech': 'الكلام غير المباشر',
    promises: 'التعهدات',
    figures: 'الأرقام',
  },
  notRead: (language, readings) => `لا يُقرأ في ${language}: ${readings.join('، ')}.`,
  revisions: 'النسخ',
  current: 'الحالية',
  changes: 'ما الذي تغيّر',
  titleWas: 'كان العنوان',
  takenOut: 'حُذف',
  newInText: 'المقاطع الجديدة معلّمة في النص.',
  leftOut: 'ما تُرك من النص',
  feedText: 'نص الخلاصة',
  cited: 'موضع الإحالة',
}

export const articlePage: typeof en.articlePage = {
  minutes: (count) => `تُقرأ في ${plural(count, { one: 'دقيقة واحدة', two: 'دقيقتين', few: 'دقائق', many: 'دقيقة' })}`,
  whatIsHeld: 'كم لدينا من المقال، ولماذا ليس كله',
  ofStory: 'مقالات أخرى من القصة',
  previous: 'قبل هذا',
  next: 'بعد هذا',
  changed: {
    before: 'من قبل',
    after: 'الآن',
    none: 'لا شيء',
    more: (count) =>
      `${plural(count, { one: 'تغيير آخر', two: 'تغييران آخران', few: 'تغييرات أخرى', many: 'تغييرًا آخر' })} معلَّمة في النص.`,
  },
  stillSays: 'ما زال أحدث نص يحوي هذه الكلمات.',
  saysNoLonger: 'لم يعد أحدث نص يحوي هذه الكلمات.',
}

export const citation: typeof en.citation = {
  citation: 'إحالة',
  citationHolds: 'هذه الكلمات واردة في النص حرفًا بحرف.',
  citationFails: 'لم تعد هذه الكلمات واردة في هذا الموضع من النص.',
  revision: (index, count) => `النسخة ${index} من ${count}`,
  openInArticle: 'افتح في المقال',
  close: 'إغلاق',
  loading: 'يُفتح…',
}

export const stated: typeof en.stated = {
  title: 'ما يقوله المقال',
  promises: 'وعود',
  denials: 'نفي',
  figures: 'أرقام',
  to: 'موجَّه إلى',
  saidBy: 'بحسب',
  about: 'عن',
}
