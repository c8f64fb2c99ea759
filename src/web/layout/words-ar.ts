import { formsIn, numbersIn } from './number-forms.ts'
import type * as en from './words-en.ts'
import type { AccessWords, FormAgainWords, LivePostWords, SectionNames } from './words-en.ts'

export const accessAr: AccessWords = {
  locked: 'للمشتركين',
  metered: 'قراءة مجانية محدودة',
  meaning: 'كما تقول صفحة المصدر. أما مقدار ما لدينا من النص فمذكور بجانبه.',
}

export const locale = 'ar-u-hc-h23-nu-latn'
export const grouped = numbersIn(locale)
export const rules = formsIn('ar')
export const number = (count: number) => grouped.format(count)

/** Arabic counts in six forms; those for one and two omit the number. */
export function plural(count: number, forms: { one: string; two: string; few: string; many: string }): string {
  switch (rules.select(count)) {
    case 'one':
      return forms.one
    case 'two':
      return forms.two
    case 'few':
      return `${number(count)} ${forms.few}`
    case 'many':
      return `${number(count)} ${forms.many}`
    case 'zero':
    case 'other':
      // After 0, 100, 1,000 and the like the noun is in the genitive: 100 مقال, but 99 مقالًا.
      return `${number(count)} ${forms.many.replace(/ًا(?= |$)/g, '')}`
  }
}

/** Forms that other subjects count with too. */
export const articles = { one: 'مقال واحد', two: 'مقالان', few: 'مقالات', many: 'مقالًا' }
export const reports = { one: 'تقرير مستقل واحد', two: 'تقريران مستقلان', few: 'تقارير مستقلة', many: 'تقريرًا مستقلًا' }
export const copies = { one: 'نسخة واحدة', two: 'نسختان', few: 'نسخ', many: 'نسخة' }
export const quotes = { one: 'اقتباس واحد', two: 'اقتباسان', few: 'اقتباسات', many: 'اقتباسًا' }
export const differences = { one: 'اختلاف واحد', two: 'اختلافان', few: 'اختلافات', many: 'اختلافًا' }
export const stories = { one: 'قصة واحدة', two: 'قصتان', few: 'قصص', many: 'قصة' }
export const sentences = { one: 'جملة واحدة', two: 'جملتان', few: 'جمل', many: 'جملة' }
export const lastDays = { one: 'يوم واحد', two: 'يومين', few: 'أيام', many: 'يومًا' }

const outletForms = { one: 'جهة واحدة', two: 'جهتان', few: 'جهات', many: 'جهة' }
const wordings = { one: 'صياغة واحدة', two: 'صياغتان', few: 'صياغات', many: 'صياغة' }
const sources = { one: 'مصدر واحد', two: 'مصدران', few: 'مصادر', many: 'مصدرًا' }
const feeds = { one: 'خلاصة واحدة', two: 'خلاصتان', few: 'خلاصات', many: 'خلاصة' }

export const counts: typeof en.counts = {
  colon: ': ',
  articles: (count) => plural(count, articles),
  reports: (count) => plural(count, reports),
  copies: (count) => plural(count, copies),
  quotes: (count) => plural(count, quotes),
  differences: (count) => plural(count, differences),
  outletsCount: (count) => plural(count, outletForms),
  wordings: (count) => plural(count, wordings),
  stories: (count) => plural(count, stories),
  sourcesCount: (count) => plural(count, sources),
  feedsCount: (count) => plural(count, feeds),
  independentOf: (reportCount, total) => `${plural(reportCount, reports)} من ${plural(total, articles)}`,
  more: (count) => `و${number(count)} غيرها`,
}

export const explanations: typeof en.explanations = [
  {
    id: 'independence',
    title: 'التقارير المستقلة',
    caption: 'ثمانية مقالات عن حدث واحد: خمسة تنشر تقريرًا، واثنان ينشران آخر، وواحد منفرد. ثلاثة تقارير مستقلة.',
    paragraphs: [
      'المقالات التي تتشارك جملًا حرفيًا مجموعة واحدة تُحسب مرة واحدة مهما كثر ناشروها. قصة فيها 27 مقالًا و4 تقارير مستقلة كُتبت أربع مرات ونُسخت 23 مرة. الاشتراك في اقتباس ليس نسخًا، ووسائل المالك الواحد لا تُحسب مستقلة بعضها عن بعض.',
      'نعرف من نشر أولًا من سطر الإسناد إلى وكالة، وإلا فمن أقدم وقت رأيناه، وإن لم يتبين ذكرنا ذلك. «النص الأصلي» هو نسبة كلمات المقال التي لا ترد في مقال أقدم من القصة. والمقالات التي تروي الوقائع نفسها بالترتيب نفسه بكلمات أخرى نشير إليها وتبقى محسوبة.',
    ],
  },
  {
    id: 'today',
    title: 'ترتيب القصص',
    paragraphs: [
      'تأتي أولًا القصص التي لها تقريران مستقلان أو أكثر، ثم بحسب عددها وحداثتها وسرعة نموها. ويبيّن «سبب هذا الترتيب» كيف نالت القصة مكانها.',
      '«جديد» في الساعات الست الأولى، و«مستمر» بعدها ما دامت المقالات تصل. «مصدر واحد فقط» أي لم يذكرها غيره، و«روايات مختلفة» أي تتعارض أقوال فيها.',
    ],
  },
  {
    id: 'citations',
    title: 'الإحالات',
    caption: 'عبارة في الصفحة تقود إلى الجملة التي جاءت منها، معلَّمة في فقرتها.',
    paragraphs: [
      'كل عبارة تقود إلى الجملة التي جاءت منها. نقارن كل إحالة حرفًا بحرف بالنص المحفوظ، ونحذف ما لا يطابق ونذكر عدده. وعندما يتغير مقال نحتفظ بنسخته السابقة.',
    ],
  },
  {
    id: 'differences',
    title: 'اختلاف الروايات',
    caption: 'روايتان جنبًا إلى جنب، لكل منهما مصدرها. ولا حكم بينهما.',
    paragraphs: [
      'لا نضع قولين جنبًا إلى جنب إلا حيث تقول جملة صحفي إنهما مختلفان، أو حيث يُذكر الرقم نفسه بقيمتين للوقت نفسه. ولا نقول من المصيب. والرقم الذي يكبر ساعة بعد ساعة تحديث لا اختلاف.',
    ],
  },
  {
    id: 'confidence',
    title: 'من القائل',
    caption: 'فوق الخط نسمّي القائل؛ ودونه نقول «على الأرجح».',
    paragraphs: [
      'تظهر الاقتباسات كما وردت في المقال تمامًا. ونعرف القائل بنمط، كاسم بعد الكلام أو ضمير، اختُبر على مقالات موسومة. دون 60٪ نقول «على الأرجح»، وإن لم يُسمَّ أحد بقي الاقتباس بلا قائل.',
    ],
  },
  {
    id: 'dates',
    title: 'التواريخ',
    paragraphs: ['التاريخ المستنتج من كلمات مثل «يوم الجمعة» يظهر بجانب تلك الكلمات.'],
  },
  {
    id: 'completeness',
    title: 'نص كامل أو أقل',
    caption: 'كامل، أو مقطوع بحاجز دفع، أو ملخص فقط، أو ناقص البداية: كل منها موسوم.',
    paragraphs: [
      '«النص الكامل» يعني أننا وجدنا المقال كله، في صفحته أو في خلاصته. وإلا فهناك وسم بما ينقص، وتذكر صفحة المقال السبب. لا نلخص نصًا ناقصًا كأنه كامل، ولا نقول عن ناشره إنه أغفل شيئًا.',
    ],
  },
  {
    id: 'privacy',
    title: 'الخصوصية',
    caption: 'يطلب هذا الخادم من وسائل الإعلام خلاصاتها وصفحاتها. ولا يخرج شيء عنك.',
    paragraphs: ['لا يخاطب متصفحك إلا هذا الخادم، وتمر الصور عبره أيضًا. وما تقرأه يبقى هنا.'],
  },
]

export const formAgainAr: FormAgainWords = {
  title: 'هناك شيء ناقص',
  wrongTitle: 'هناك شيء غير صحيح',
  lead: 'لم يتغير شيء. ما كتبته ما زال هنا.',
  unclear: 'أحد هذه الحقول لا يمكن استعماله كما هو.',
  empty: 'هذا الحقل مطلوب.',
  unchosen: 'اختر واحدًا في الصفحة السابقة.',
  notTicked: 'ضع علامة هنا للمتابعة.',
  noFile: 'اختر ملفًا.',
  fileAgain: 'اختر الملف من جديد.',
  unusable: 'لا يمكن استعمال هذا كما هو.',
  tooLong: (most) => `${number(most)} حرفًا على الأكثر.`,
  again: 'أرسل من جديد',
  back: 'رجوع',
  fields: {
    address: 'العنوان',
    title: 'العنوان الرئيسي',
    name: 'الاسم',
    newName: 'الاسم الجديد',
    folder: 'المجلد (اختياري)',
    tags: 'وسوم تفصل بينها فواصل',
    search: 'البحث',
    words: 'الكلمات',
    note: 'ملاحظة',
    text: 'النص',
    reason: 'السبب',
    choice: 'الاختيار',
    file: 'الملف',
    sure: 'أنا متأكد',
    perHour: 'في الساعة',
    from: 'من',
    until: 'إلى',
    items: 'محدد المقال',
  },
}

export const everyPage: typeof en.everyPage = {
  skip: 'إلى المحتوى',
  mainNavigation: 'التنقل الرئيسي',
  sources: 'المصادر',
  add: 'إضافة',
  about: 'كيف يعمل Twosource',
  search: 'بحث',
  searchLabel: 'ابحث في الأخبار والاقتباسات والأشخاص',
  theme: 'المظهر',
  themes: { auto: 'مثل النظام', light: 'فاتح', dark: 'داكن' },
  language: 'اللغة',
  save: 'حفظ',
  timesIn: (zone) => `الأوقات بتوقيت ${zone}.`,
  noTracking: 'بلا تتبّع، ولا يُحمَّل شيء من مواقع أخرى.',
  justNow: 'الآن',
  timeUnknown: 'الوقت غير معروف',
  opensElsewhere: 'الأصل',
}

export const frame: typeof en.frame = {
  places: {
    today: 'اليوم',
    feeds: 'الخلاصات',
    following: 'المتابَعات',
    library: 'المكتبة',
    brief: 'موجز اليوم',
    ask: 'اسأل',
    check: 'تحقّق من نص',
    people: 'الأشخاص',
    sources: 'المصادر',
    desk: 'مكتب التحرير',
    discussion: 'النقاش',
    add: 'إضافة خلاصات',
    settings: 'الإعدادات',
    account: 'الحساب',
    server: 'الخادم',
  },
  saved: 'المحفوظات',
  notes: 'الملاحظات',
  history: 'السجل',
  more: 'المزيد',
  keyGroups: { move: 'التنقل', item: 'مع عنصر', page: 'في الصفحة', go: 'اذهب إلى' },
  keys: {
    j: 'العنصر التالي',
    k: 'العنصر السابق',
    n: 'القسم التالي',
    p: 'القسم السابق',
    o: 'افتحه',
    v: 'افتح الأصل',
    m: 'مقروء أو غير مقروء',
    s: 'ميّزه أو احفظه',
    A: 'تحديد ما سبقه كمقروء',
    B: 'تحديد ما يليه كمقروء',
    f: 'تابِع',
    u: 'تراجع عمّا جرى للتو',
    l: 'استمع، أو أوقف مؤقتًا',
    ',': 'أثناء الاستماع: الجملة السابقة',
    '.': 'أثناء الاستماع: الجملة التالية',
    '/': 'بحث',
    z: 'وضع القراءة',
    '?': 'هذه القائمة',
  },
  keysNote: 'في إحالة مفتوحة بجانب النص، ينقلك j وk إلى الإحالة التالية أو السابقة في الصفحة.',
  newStories: (count) =>
    plural(count, { one: 'قصة جديدة واحدة', two: 'قصتان جديدتان', few: 'قصص جديدة', many: 'قصة جديدة' }),
  storyChanged: 'تغيّرت هذه القصة',
  show: 'اعرض',
  previousCitation: 'الإحالة السابقة',
  nextCitation: 'الإحالة التالية',
  paragraphBefore: 'الفقرة السابقة',
  paragraphAfter: 'الفقرة التالية',
  listen: 'استمع',
  pause: 'إيقاف مؤقت',
  goOn: 'متابعة',
  stop: 'إيقاف',
  speed: 'السرعة',
  compare: 'قارن الصياغات',
}

export const keyboard: typeof en.keyboard = {
  keys: 'اختصارات لوحة المفاتيح',
  keysOn: 'استعمل اختصارات المفتاح الواحد',
}

export const app: typeof en.app = {
  showPicture: 'عرض الصورة',
  pictureLoading: 'جارٍ تحميل الصورة…',
  pictureFailed: 'تعذّر تحميل الصورة.',
  pictureNote: 'تأتي الصور من الوسيلة الإعلامية عبر هذا الخادم، ولا تصل إلى جهازك مباشرة أبدًا.',
  alwaysShow: 'عرض الصور دائمًا',
  share: 'مشاركة',
  copyLink: 'نسخ الرابط',
  linkCopied: 'نُسخ الرابط.',
  linkNotCopied: 'تعذّر نسخ الرابط. خذه من شريط العنوان.',
  printed: 'طُبع في',
  addresses: 'العناوين',
  offlineSince: 'تعذّر الوصول إلى الخادم. هذه النسخة من',
  tryAgain: 'إعادة المحاولة',
  offline: 'القراءة دون اتصال',
  offlineLead: 'ما فتحته أو حفظته وأعلى صفحة اليوم: حتى 200 صفحة، تُزال أقدمها أولًا.',
  notKept: 'أنت غير متصل، وهذه الصفحة غير محفوظة على هذا الجهاز.',
  notSent: 'تعذّر الوصول إلى الخادم، ولا يمكن تأجيل هذا الطلب. لم يتغيّر شيء: عُد إلى الوراء وأرسله حين تتصل.',
  copiesKept: 'الصفحات المحفوظة',
  copiesSize: 'المساحة المستعملة',
  changesWaiting: 'تغييرات بانتظار الإرسال',
  changesRefused: 'تغييرات لم يقبلها الخادم',
  sendNow: 'إرسال الآن',
  forgetRefused: 'تجاهلها',
  keepNow: 'حفظ أعلى صفحة اليوم الآن',
  clearCopies: 'إزالة الكل',
  copiesCleared: 'أُزيلت كل النسخ.',
  keptPages: 'محفوظة على هذا الجهاز',
  noCopies: 'لا شيء محفوظ على هذا الجهاز بعد.',
  needsHttps: 'تحتاج النسخ دون اتصال إلى https أو localhost.',
  needsScript: 'تحتاج النسخ دون اتصال إلى JavaScript.',
  install: 'تثبيت التطبيق',
  installHint: 'ابحث عن «تثبيت» أو «إضافة إلى الشاشة الرئيسية» في قائمة المتصفح.',
  description: 'كل خبر مرة واحدة، مع كل مصادره.',
  shared: 'صفحة مشارَكة',
  sharedNothing: 'لم يُشارَك أي عنوان ويب.',
  sharedUnknown: 'لم يُقرأ هنا بعد أي مقال بهذا العنوان.',
  readPage: 'قراءة هذه الصفحة',
  readPageNote: 'تُجلب مرة واحدة، وتُقرأ كمقال من خلاصة، وتُحفظ.',
  addItsFeed: 'إضافة خلاصتها',
  readFailed: 'تعذّرت قراءة الصفحة',
}

export const problems: typeof en.problems = {
  notFound: 'الصفحة غير موجودة',
  notFoundNote: 'ربما حُذفت أو أن الرابط ناقص.',
  refused: 'رُفض الطلب',
  refusedNote: 'جاء هذا الطلب من موقع آخر، فلم يتغير شيء.',
  otherReaderNote: 'سجّل الدخول الآن شخص آخر، فلم يتغير شيء.',
  badRequest: 'هناك شيء ناقص',
  badRequestNote: 'جزء من الطلب ناقص أو غير صالح. ارجع وحاول ثانية.',
  tooLarge: 'أكبر من اللازم',
  tooLargeNote: 'ما أُرسل أكبر مما تقبله هذه الصفحة.',
  broken: 'حدث خطأ ما',
  brokenNote: 'الخطأ منا، ولم تفقد شيئًا.',
  busyNow: 'مشغول الآن',
  busyNowNote: 'لم تجب قاعدة البيانات في الوقت المناسب. لم يتغير شيء؛ حاول بعد لحظة.',
  unconfirmed: 'لم يتأكد الحفظ',
  unconfirmedNote: 'انقطع الاتصال أثناء الحفظ. تحقق من وجود تعديلك قبل أن تعيد المحاولة.',
  inLog: 'المرجع:',
  backToToday: 'إلى اليوم',
}

export const livePostsAr: LivePostWords = {
  title: 'مشاركات التغطية',
  order: 'بالترتيب الوارد في صفحة الوسيلة الإعلامية. والوقت الذي لا منطقة زمنية له مكتوب كما ورد فيها.',
  link: 'رابط هذه المشاركة',
}

export const sectionNamesAr: SectionNames = {
  World: 'العالم',
  Politics: 'السياسة',
  Business: 'الاقتصاد',
  Science: 'العلوم',
  Health: 'الصحة',
  Sport: 'الرياضة',
  Culture: 'الثقافة',
  Technology: 'التكنولوجيا',
  Local: 'محليات',
  Climate: 'المناخ',
}
