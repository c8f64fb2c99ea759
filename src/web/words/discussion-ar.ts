import { formsIn, numbersIn } from '../../core/number-forms.ts'
import type { Words } from './en.ts'

const grouped = numbersIn('ar-u-nu-latn')
const rules = formsIn('ar')

/** Counts comments in the forms of Arabic; those for one and two stand without the number. */
function comments(count: number): string {
  const number = grouped.format(count)
  switch (rules.select(count)) {
    case 'one':
      return 'تعليق واحد'
    case 'two':
      return 'تعليقان'
    case 'few':
      return `${number} تعليقات`
    case 'zero':
    case 'many':
    case 'other':
      return `${number} تعليقًا`
  }
}

/** The words of the discussion. */
export const discussion: Words['discussion'] = {
  title: 'النقاش',
  link: (count) => (count === 0 ? 'ناقش' : comments(count)),
  count: comments,
  thread: 'سلسلة',
  write: 'اكتب تعليقًا',
  change: 'عدّل التعليق',
  changeNote: 'يمكن تعديل التعليق خلال خمس عشرة دقيقة، ويُذكر أنه عُدّل.',
  yourComment: 'تعليقك',
  help: 'نص عادي أو قليل من Markdown: ‏*تشديد* وقوائم وروابط. السطور التي تبدأ بعلامة «أكبر من» تقتبس المقال ويُتحقق منها؛ و@الاسم ينبه شخصًا هنا.',
  send: 'أرسل',
  answer: 'ردّ',
  answerTo: (name) => `ردّ على ${name}`,
  more: 'المزيد',
  moreOf: (name) => `المزيد عن تعليق ${name}`,
  you: 'أنت',
  owner: 'المالك',
  gone: 'شخص غادر',
  edited: 'عُدّل',
  empty: 'لا تعليقات بعد',
  emptyNote: 'لم يقل أحد شيئًا هنا. أفضل تعليق أول يقتبس الكلمات التي يتناولها.',
  older: 'الأقدم',
  moreReplies: 'ردود أخرى',
  allReplies: (count) => `كل الردود (${grouped.format(count)})`,
  wholeDiscussion: 'كل التعليقات على هذا المقال',
  onSentence: 'كل ما قيل عن هذه الجملة',
  commentOnWords: 'علّق على هذه الكلمات',
  changedSince: 'لم يعد المقال يقول هذا.',
  ofStory: 'نقاش القصة',
  ofArticles: 'مقالات تُناقَش',
  inArticle: 'موجود في المقال',
  notInArticle: 'غير موجود في المقال',
  fromComment: 'من التعليق المردود عليه',
  heldOwn: 'ينتظر مشرفًا، ولا يراه سواك',
  states: {
    shown: 'ظاهر',
    held: 'ينتظر مشرفًا',
    hidden: 'أخفاه مشرف',
    removed: 'أزاله مشرف',
    deleted: 'حذفه كاتبه',
  },
  holdReasons: {
    'first-comment': 'يُراجَع أول تعليق لكل قارئ',
    'many-links': 'روابط كثيرة',
    'links-of-new-reader': 'روابط من شخص جديد هنا',
    repeat: 'يشبه تعليقًا سابقًا للقارئ نفسه',
    shouting: 'معظمه بحروف كبيرة',
    'spam-shape': 'له شكل الإعلان',
    reported: 'أبلغ عنه عدة قراء',
  },
  mayNot: {
    guest: 'سجّل الدخول لتكتب.',
    locked: 'لم تعد الكتابة ممكنة هنا.',
    blocked: 'قرر مشرف أنه لا يمكنك كتابة تعليقات هنا. القراءة كما كانت.',
  },
  refusals: {
    empty: 'لا شيء فيه.',
    'too-long': 'في التعليق 10,000 حرف على الأكثر.',
    'too-many-links': 'في التعليق 20 رابطًا على الأكثر.',
    'too-fast': 'هذا كثير في وقت قصير. انتظر بضع دقائق ثم أرسله ثانية.',
    locked: 'لم تعد الكتابة ممكنة هنا.',
    blocked: 'قرر مشرف أنه لا يمكنك كتابة تعليقات هنا.',
    'too-late': 'انتهت الدقائق الخمس عشرة التي يمكن التعديل فيها.',
  },
  said: {
    held: 'حُفظ تعليقك وهو ينتظر مشرفًا. حتى ذلك الحين لا يراه سواك.',
    reported: 'شكرًا: سينظر المشرفون فيه.',
    appealed: 'سينظر مشرف فيه من جديد.',
  },
  thisComment: 'هذا التعليق',
  delete: 'احذف',
  deleteNote: 'احذف هذا التعليق: يزول نصه نهائيًا',
  report: 'أبلغ',
  reportNote: 'ما المشكلة فيه؟',
  reportReasons: {
    spam: 'إعلان أو رسائل مزعجة',
    insult: 'يشتم أو يهدد',
    false: 'يختلق ما يقوله المقال',
    'off-topic': 'مكانه ليس هنا',
    other: 'شيء آخر',
  },
  inWords: 'بكلماتك',
  appeal: 'اعترض',
  appealNote: 'لماذا ينبغي أن يظهر؟ يمكنك قول ذلك مرة واحدة.',
  appealed: 'اعتراض:',
  decided: 'ما تقرر',
  mentions: 'ذُكرتَ هنا',
  noMentions: 'لم يذكرك أحد.',
  ownComments: 'تعليقاتك',
  noOwn: 'لم تكتب شيئًا.',
  queue: 'في انتظار مشرف',
  queueEmpty: 'لا شيء ينتظر',
  moreWaiting: 'أخرى تنتظر',
  waitsSince: 'ينتظر منذ',
  why: 'السبب (يمكن لكل قارئ قراءته)',
  decisions: { approve: 'أظهر', hide: 'أخفِ', remove: 'أزل' },
  lock: 'أغلق النقاش',
  lockThread: 'أغلق السلسلة',
  unlock: 'افتح من جديد',
  locked: 'مغلق: لم تعد الكتابة ممكنة هنا.',
  block: 'امنع كاتبه من الكتابة',
  unblock: 'اسمح لكاتبه بالكتابة من جديد',
  log: 'سجل الإشراف',
  logNote: 'من قرر ماذا بشأن التعليقات ولماذا. النصوص ليست فيه.',
  logEmpty: 'لم يتقرر شيء بعد',
  logKinds: {
    hold: 'حُجز',
    approve: 'أُظهر',
    hide: 'أُخفي',
    remove: 'أُزيل',
    lock: 'أُغلق',
    unlock: 'فُتح من جديد',
    block: 'مُنع قارئ من الكتابة',
    unblock: 'سُمح لقارئ بالكتابة من جديد',
  },
  byRules: 'القواعد',
  byModel: 'بواسطة نموذج',
  theComment: 'التعليق',
  isOn: 'هذا الخادم يناقش.',
  isOff: 'هذا الخادم لا يناقش: لا روابط ولا صفحات، ولا يُكتب شيء.',
  waiting: (count) => `في انتظار مشرف: ${comments(count)}`,
  switchNote: 'النقاش',
  switches: { auto: 'عندما يكون هناك أكثر من حساب', on: 'دائمًا', off: 'أبدًا' },
}
