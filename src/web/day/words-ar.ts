import { number, plural } from '../layout/words-ar.ts'
import type { Words } from '../words/en.ts'
import type * as en from './words-en.ts'
import type { PaceWords } from './words-en.ts'

export const ownBrief: Words['ownBrief'] = {
  titleOfWeek: (date) => `الأسبوع حتى ${date}`,
  followedAs: (names) => `أنت تتابع: ${names}`,
  hid: (stories, by) => `مكتوم: ${stories} (${by}).`,
  unchangedOut: (stories) => `لا جديد في: ${stories}.`,
  languagesOut: (stories) => `بلغات أخرى: ${stories}.`,
  onlyNew: 'الجديد فقط',
  settings: 'إعدادات الموجز',
  asBook: 'تنزيل كتاب إلكتروني',
  asSound: 'تنزيل الصوت',
  labels: {
    original: 'لدى الناشر',
    said: 'اقتباس:',
    endOfQuote: 'انتهى الاقتباس',
    from: 'في',
    story: 'القصة كاملة',
  },
  choose: {
    stories: 'عدد القصص الأقصى',
    hour: 'الوقت',
    hourNote: (zone) => `بتوقيت ${zone}. إن كان الخادم متوقفًا، يصل موجزك متأخرًا مرة واحدة.`,
    days: 'الأيام',
    languagesNote: 'كلها إن لم تختر شيئًا.',
    onlyNew: 'القصص التي فيها جديد فقط',
    mail: 'أرسل موجزي بالبريد',
    weekly: 'وموجز أسبوعي كل أحد',
    lastSent: (time) => `آخر إرسال ${time}`,
    goesTo: 'يُرسل إلى',
    askOwner: 'اطلب من مالكه إعداده.',
  },
  feeds: {
    title: 'الموجز كخلاصة',
    lead: 'لقارئات الخلاصات والبودكاست. يقرؤه كل من لديه رابطه.',
    podcast: 'بودكاست',
  },
  mail: {
    why: (server) => `طلبتَ هذه الرسالة من ${server}.`,
    end: 'إلغاء الاشتراك',
  },
  end: {
    title: 'إيقاف الموجز بالبريد؟',
    done: 'لن يصلك الموجز بالبريد. يمكنك تفعيله من الإعدادات.',
    unknown: 'انتهت صلاحية الرابط. أوقف الرسائل من الإعدادات.',
  },
  ranking: {
    title: 'الترتيب',
    factors: {
      reports: 'تقارير مستقلة',
      newness: 'جديد ومتنامٍ',
      follows: 'ما تتابعه',
      sources: 'ناشرون تتابعهم',
      differs: 'روايات مختلفة أو متغيرة',
      lifts: 'ما رفعته أو خفضته',
    },
    percent: (value) => `${number(value)}%`,
    reset: 'استعادة الافتراضي',
    tried: 'معاينة فقط، لم يُحفظ شيء.',
    firstTitle: 'أول خمس قصص اليوم',
    places: (before, now) => (before === now ? `المرتبة ${now} دون تغيير` : `المرتبة ${now}، وكانت ${before}`),
    pulls: (name) => `${name} (يخفضها)`,
    liftsTitle: 'ما رُفع وما خُفض',
    liftKinds: { language: 'لغة', section: 'قسم', entity: 'اسم', source: 'ناشر' },
    suggests: 'اقترح تعديلات مما حفظته',
    suggestion: (count, name) => `عدد ما حفظته من القصص مع ${name}: ${number(count)}. هل ترفعه؟`,
    accept: 'ارفعه',
    decline: 'لا تسأل ثانية',
    link: 'تغيير الترتيب',
    shares: 'السبب:',
  },
  server: {
    title: 'خادم البريد',
    host: 'المضيف',
    port: 'المنفذ',
    security: 'التشفير',
    from: 'المرسِل',
    bad: 'راجع هذا الحقل:',
  },
}

export const paceAr: PaceWords = {
  usual: () => '',
  asked: (every) => `يطلب أن يُترك وشأنه مدة ${every}`,
  rhythm: (every, gap) => `نحو ${gap} بين مادتين، لذلك يُترك مدة ${every}`,
  quiet: (every) => `لا جديد فيه مؤخرًا، لذلك يُترك مدة ${every}`,
  'same-bytes': (every) => `يرسل كل شيء من جديد في كل مرة، لذلك يُترك مدة ${every}`,
  skipped: () => 'يطلب ألا يُقرأ قبل تلك الساعة',
  pushed: () => 'موزّعه يُعلمنا بالجديد',
  'host-paused': () => 'متوقف مؤقتًا: يطلب خادمه أن يُترك وشأنه حتى ذلك الحين',
  failing: () => 'بعد الإخفاق تتباعد المحاولات',
  missing: () => 'لا شيء في هذا العنوان منذ أيام: محاولة كل أسبوع',
  gone: () => 'يقول إنه أُزيل، ويجري التحقق من ذلك',
  'by-hand': () => 'طلب أحدهم قراءته',
  turn: () => 'خلاصات أخرى من خادمه تُقرأ قبله',
  'asked-now': () => 'يُقرأ الآن',
}

export const today: typeof en.today = {
  section: 'القسم',
  oneSourceOnly: 'من مصدر واحد',
  quietlyEdited: 'عُدّل بعد النشر',
  noStories: 'لا قصص بعد',
  noStoriesThen: 'لا قصص في هذا اليوم',
  noneUnderFilter: 'لا قصص مطابقة',
  showEverything: 'عرض الكل',
  badges: {
    new: 'جديد',
    developing: 'متواصل',
    changed: 'تغيّر',
    'one source only': 'مصدر واحد',
    differs: 'روايات متباينة',
  },
}

export const day: typeof en.day = {
  chooseDay: 'اختيار يوم',
  yesterday: 'أمس',
  allNews: 'كل الأخبار',
  period: 'الفترة',
  periods: { day: 'اليوم كله', visit: 'منذ زيارتك الأخيرة', week: '7 أيام' },
  lastHours: (count) =>
    plural(count, { one: 'الساعة الأخيرة', two: 'آخر ساعتين', few: 'ساعات أخيرة', many: 'ساعة أخيرة' }),
  order: 'الترتيب',
  byRank: 'أبرز القصص',
  bySection: 'حسب القسم',
  byTime: 'الأحدث',
  show: 'العرض',
  confirmed: 'مصدران فأكثر',
  muted: 'المكتومة',
  noSection: 'أخرى',
  independent: (count) => plural(count, { one: 'مستقل', two: 'مستقلان', few: 'مستقلة', many: 'مستقلًا' }),
  sameText: (count) =>
    `(${plural(count, {
      one: 'مقال بالنص نفسه',
      two: 'مقالان بالنص نفسه',
      few: 'مقالات بالنص نفسه',
      many: 'مقالًا بالنص نفسه',
    })})`,
  whyRank: 'سبب هذا الترتيب',
  read: 'مقروءة',
  isNew: 'جديد منذ زيارتك الأخيرة',
  pages: 'الصفحات',
  rangeLink: (from, to) => `القصص ${from} إلى ${to}`,
  thatsAll: (date) => `هذا كل شيء ليوم ${date}.`,
  total: (stories, read) => (read === undefined ? `${stories}.` : `${stories}، المقروء منها ${read}.`),
  unreadInFeeds: (count) => `${number(count)} غير مقروء في الخلاصات`,
  failing: (count) =>
    `تعذّر تحميل ${plural(count, { one: 'خلاصة واحدة', two: 'خلاصتين', few: 'خلاصات', many: 'خلاصة' })}.`,
  mostFail: (count, of, since) =>
    `تعذّر الوصول إلى ${number(count)} من خلاصاتك البالغ عددها ${number(of)}${since === undefined ? '' : ` منذ ${since}`}.`,
  seeWhy: 'عرض السبب',
  briefNote: 'اليوم في خمس دقائق',
  comingUp: 'مواعيد قادمة',
}

export const brief: typeof en.brief = {
  title: 'موجز اليوم',
  titleOf: (date) => `موجز ${date}`,
  asOf: (time) => `حتى ${time}`,
  minutes: (count) => plural(count, { one: 'دقيقة واحدة', two: 'دقيقتان', few: 'دقائق', many: 'دقيقة' }),
  changes: {
    reports: (count) =>
      plural(count, { one: 'تقرير جديد', two: 'تقريران جديدان', few: 'تقارير جديدة', many: 'تقريرًا جديدًا' }),
    quote: (count) =>
      plural(count, { one: 'اقتباس جديد', two: 'اقتباسان جديدان', few: 'اقتباسات جديدة', many: 'اقتباسًا جديدًا' }),
    figure: (count) => plural(count, { one: 'رقم تغيّر', two: 'رقمان تغيّرا', few: 'أرقام تغيّرت', many: 'رقمًا تغيّر' }),
    commitment: (count) =>
      plural(count, { one: 'وعد جديد', two: 'وعدان جديدان', few: 'وعود جديدة', many: 'وعدًا جديدًا' }),
    'commitment-state': (count) =>
      plural(count, { one: 'وعد تغيّر', two: 'وعدان تغيّرا', few: 'وعود تغيّرت', many: 'وعدًا تغيّر' }),
    difference: (count) =>
      plural(count, { one: 'تباين جديد', two: 'تباينان جديدان', few: 'تباينات جديدة', many: 'تباينًا جديدًا' }),
    amendment: (count) => plural(count, { one: 'تصحيح واحد', two: 'تصحيحان', few: 'تصحيحات', many: 'تصحيحًا' }),
  },
  withheld: 'لم نحصل على النص الكامل لأي مقال، لذلك لا ملخص هنا.',
  sourceOf: (outlet, more) => `المصدر: ${outlet}${more ? ` ${more}` : ''}`,
  also: 'أيضًا اليوم',
  thatsAll: 'هذا كل شيء.',
  quoted: 'كل جملة مقتبسة. المس مصدرها لتراها في مقالها.',
  before: 'الموجز السابق',
  asText: 'نص عادي',
  asFeed: 'الاشتراك بالخلاصة',
  nothing: 'لا قصص في هذه الفترة',
}

export const topicNames: typeof en.topicNames = {
  '01000000': 'فنون وثقافة وترفيه وإعلام',
  '16000000': 'نزاعات وحروب وسلام',
  '02000000': 'جريمة وقانون وعدالة',
  '03000000': 'كوارث وحوادث وطوارئ',
  '04000000': 'اقتصاد وأعمال ومال',
  '05000000': 'تعليم',
  '06000000': 'بيئة',
  '07000000': 'صحة',
  '08000000': 'اهتمامات إنسانية',
  '09000000': 'عمل',
  '10000000': 'نمط حياة وترفيه',
  '11000000': 'سياسة',
  '12000000': 'دين',
  '13000000': 'علوم وتكنولوجيا',
  '14000000': 'مجتمع',
  '15000000': 'رياضة',
  '17000000': 'طقس',
}
