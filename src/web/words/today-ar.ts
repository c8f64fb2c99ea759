import { plural } from './counts-ar.ts'
import type * as en from './today-en.ts'

export const today: typeof en.today = {
  storiesFrom: (storyCount, articleCount, sourceCount) => `${storyCount} من ${articleCount}، ${sourceCount}`,
  previousDay: 'اليوم السابق',
  nextDay: 'اليوم التالي',
  section: 'القسم',
  everyLanguage: 'كل اللغات',
  seenAll: (storyCount) => `رأيت كل قصص هذا اليوم: ${storyCount}.`,
  oneSourceOnly: 'من مصدر واحد',
  oneSourceNote: 'تقرير واحد لم يؤكده غيره.',
  quietlyEdited: 'عُدّل بعد النشر',
  noStories: 'لا قصص في هذا اليوم',
  noStoriesNote: 'تظهر القصص هنا حالما تُقرأ المقالات. انظر يومًا آخر أو أضف مصادر.',
  noneUnderFilter: 'لا قصص بهذا الترشيح',
  showEverything: 'أظهر الكل',
  badges: {
    new: 'جديد',
    developing: 'مستمر',
    changed: 'تغيّر',
    'one source only': 'مصدر واحد',
    differs: 'روايات مختلفة',
  },
}

export const day: typeof en.day = {
  days: 'الأيام',
  dayCount: (date, stories) => `${date}: ${stories}`,
  goTo: 'اذهب إلى يوم',
  go: 'اذهب',
  choices: 'ما الذي يُعرض',
  period: 'الفترة',
  periods: { day: 'اليوم كله', visit: 'منذ زيارتك', week: 'سبعة أيام' },
  lastHours: (count) =>
    plural(count, { one: 'الساعة الأخيرة', two: 'آخر ساعتين', few: 'ساعات أخيرة', many: 'ساعة أخيرة' }),
  order: 'الترتيب',
  byWeight: 'حسب الأهمية',
  bySection: 'حسب القسم',
  noSection: 'بلا قسم',
  all: 'الكل',
  moreChoices: 'اللغة والمصدر',
  numberNote: 'العدد بجانب القصة: تقاريرها المستقلة من بين كل مقالاتها.',
  everySource: 'كل المصادر',
  chosen: 'المختار',
  removeThis: (choice) => `أزل: ${choice}`,
  without: (choice, stories) => `من دون «${choice}»: ${stories}`,
  newSince: 'الجديد منذ زيارتك',
  isNew: 'جديد منذ زيارتك',
  knownSince: 'كان هنا عند زيارتك',
  pages: 'الصفحات',
  range: (from, to, total) => `القصص ${from} إلى ${to} من ${total}`,
  rangeLink: (from, to) => `القصص ${from} إلى ${to}`,
  allStories: (count) =>
    plural(count, { one: 'القصة الوحيدة', two: 'القصتان كلتاهما', few: 'قصص، كلها', many: 'قصة، كلها' }),
  seenChosenAll: (stories) => `لقد اطلعت على كل المختار هنا: ${stories}.`,
  backToDay: 'اليوم كله',
  nearest: 'أقرب الأيام التي فيها أخبار:',
  youFollow: 'ما تتابعه',
  changedStories: (count) =>
    plural(count, {
      one: 'واحدة جديدة أو تغيرت',
      two: 'اثنتان جديدتان أو تغيرتا',
      few: 'جديدة أو تغيرت',
      many: 'جديدة أو تغيرت',
    }),
  nothingNew: 'لا جديد منذ زيارتك',
  nothingNewNote: 'لم تتغير أي قصة منذ ذلك الحين.',
}

export const brief: typeof en.brief = {
  title: 'موجز اليوم',
  titleOf: (date) => `موجز ${date}`,
  until: 'حتى',
  facts: (stories, minutes) => `${stories}، ${minutes}`,
  minutes: (count) =>
    plural(count, {
      one: 'نحو دقيقة واحدة من القراءة',
      two: 'نحو دقيقتين من القراءة',
      few: 'دقائق من القراءة تقريبًا',
      many: 'دقيقة من القراءة تقريبًا',
    }),
  lead: 'كل جملة وردت بنصها في مقال وتفتحه عندها. لا شيء هنا من كتابتنا، وللموجز نهاية.',
  followed: 'أنت تتابعها',
  isNew: 'جديدة منذ الموجز السابق',
  unchanged: 'لا جديد منذ الموجز السابق',
  sinceBefore: 'منذ الموجز السابق:',
  changes: {
    reports: (count) =>
      plural(count, { one: 'تقرير جديد', two: 'تقريران جديدان', few: 'تقارير جديدة', many: 'تقريرًا جديدًا' }),
    quote: (count) =>
      plural(count, { one: 'اقتباس جديد', two: 'اقتباسان جديدان', few: 'اقتباسات جديدة', many: 'اقتباسًا جديدًا' }),
    figure: (count) => plural(count, { one: 'رقم تغيّر', two: 'رقمان تغيّرا', few: 'أرقام تغيّرت', many: 'رقمًا تغيّر' }),
    commitment: (count) =>
      plural(count, { one: 'تعهد جديد', two: 'تعهدان جديدان', few: 'تعهدات جديدة', many: 'تعهدًا جديدًا' }),
    'commitment-state': (count) =>
      plural(count, { one: 'تعهد تغيّر', two: 'تعهدان تغيّرا', few: 'تعهدات تغيّرت', many: 'تعهدًا تغيّر' }),
    difference: (count) =>
      plural(count, { one: 'اختلاف جديد', two: 'اختلافان جديدان', few: 'اختلافات جديدة', many: 'اختلافًا جديدًا' }),
    amendment: (count) => plural(count, { one: 'تصحيح واحد', two: 'تصحيحان', few: 'تصحيحات', many: 'تصحيحًا' }),
  },
  withheld: 'لا نملك أيًّا من مقالاتها كاملًا، لذلك لا يُروى عنها شيء هنا.',
  differ: 'الروايات مختلفة',
  reportedBy: (reports, outlets) => `${reports}: ${outlets}`,
  thatsAll: 'هذا كل شيء.',
  others: (stories, day) => `${stories} إجمالًا في ${day}:`,
  othersLink: 'اليوم كله',
  asText: 'نصًّا مجردًا',
  asFeed: 'خلاصةً، مدخل لكل يوم',
  dayBefore: 'الموجز السابق',
  dayAfter: 'الموجز التالي',
  nothing: 'لا شيء يُروى',
  nothingNote: 'لم تكن أي قصة في الأخبار في هذه الفترة.',
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
