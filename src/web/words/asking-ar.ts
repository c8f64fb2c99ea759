import { formsIn, numbersIn } from '../../core/number-forms.ts'
import type { AskingWords } from './asking-en.ts'

const grouped = numbersIn('ar-u-nu-latn')
const rules = formsIn('ar')

/** Counts in the forms of Arabic; those for one and two stand without the number. */
function counted(count: number, one: string, two: string, few: string, many: string): string {
  const number = grouped.format(count)
  switch (rules.select(count)) {
    case 'one':
      return one
    case 'two':
      return two
    case 'few':
      return `${number} ${few}`
    case 'zero':
    case 'many':
    case 'other':
      return `${number} ${many}`
  }
}

const sentences = (count: number) => counted(count, 'جملة واحدة', 'جملتان', 'جمل', 'جملة')

export const askingAr: AskingWords = {
  title: 'اسأل',
  lead: 'اطرح سؤالًا',
  note: 'الإجابات جمل من المقالات حرفيًا، ولكل منها موضعها. وحين لا تكفي يُقال ذلك.',
  ask: 'اسأل',
  key: 'طرح سؤال',
  ofStory: 'اسأل هذه القصة',
  ofDay: 'اسأل عن هذا اليوم',
  aboutOf: (name) => `اسأل عن ${name}`,
  where: 'أين يُبحث',
  onlyStory: 'في هذه القصة فقط',
  onlyEntity: 'فقط عن',
  period: 'في فترة فقط',
  fromDay: 'من',
  untilDay: 'إلى',
  everywhere: 'في كل المقالات',
  change: 'غيّر السؤال أو هذا',
  answer: 'الإجابة',
  declined: 'لم يُعثر على إجابة',
  why: {
    nothing: 'لا شيء مما جرى البحث فيه يتصل بهذا السؤال.',
    thin: 'ما عُثر عليه لا يحمل من السؤال ما يكفي ليكون إجابة.',
    'no-question': 'ليس في هذا ما يمكن البحث عنه. سمِّ شخصًا أو شيئًا.',
  },
  understood: 'جرى البحث عن',
  sorts: {
    who: 'شخص أو منظمة',
    what: 'ما حدث',
    when: 'وقت',
    where: 'مكان',
    'how-many': 'عدد',
    why: 'سبب',
    how: 'كيفية',
    'yes-no': 'هل الأمر كذلك',
    said: 'ما قيل',
    'who-said': 'من قاله',
  },
  withWordsOf: (terms) => `بالكلمات ${terms}`,
  saidByOf: (name) => `قاله ${name}`,
  betweenDays: (from, until) => `بين ${from} و${until}`,
  sinceDayOf: (from) => `منذ ${from}`,
  beforeDayOf: (until) => `قبل ${until}`,
  untilDayOf: (until) => `حتى ${until}`,
  afterQuestionOf: (question) => `تتمةً للسؤال «${question}»`,
  searched: 'جرى البحث في',
  sentences,
  publishedIn: (period) => `نُشرت ${period}`,
  missing: 'لا يوجد فيها',
  isCut: 'المطابقات أكثر مما قُرئ؛ والسؤال الأضيق يجد أكثر.',
  nearest: 'أقرب المقاطع',
  nearestNote: 'هذه ليست إجابة، بل أقرب ما وُجد إلى السؤال.',
  said: 'القائل',
  sure: (share) => `صحيح في ${Math.round(share * 100)}% من الحالات المختبرة`,
  alsoIn: 'أيضًا في',
  passages: (count) => counted(count, 'مقطع واحد', 'مقطعان', 'مقاطع', 'مقطعًا'),
  conflicts: 'مقاطع مختلفة',
  conflictsNote: 'كلاهما كما نُشر. ولا يُحكم هنا أيهما الصحيح.',
  other: 'مقالات أخرى',
  askOn: 'تابع السؤال',
  askOnLabel: 'سؤالك التالي',
  askOnNote: 'يمكن أن يستند إلى هذا السؤال: «ومتى؟»، «ماذا قالت؟»',
  next: 'يمكن أن يُسأل بعد ذلك',
  when: 'متى؟',
  howMany: 'كم؟',
  whoElse: 'من غيره تحدث عن ذلك؟',
  whatSaidBy: (name) => `ماذا قال ${name}؟`,
  howManyOf: (unit) => `كم عدد ${unit}؟`,
  whatPromisedBy: (name) => `ماذا سيفعل ${name}؟`,
  thread: 'سُئل قبل هذا',
  anew: 'اسأل عن شيء آخر',
  searchInstead: 'ابحث عن هذه الكلمات بدلًا من ذلك',
  askInstead: 'اطرح هذا سؤالًا',
  wider: 'اسأل كل المقالات بدلًا من ذلك',
  examples: 'أسئلة للبدء',
  written: 'كتبه نموذج لغوي',
  writtenNote: 'فُحصت كل جملة على المقاطع التي تسميها، وحُذف ما لم يثبت. والمقاطع في الأسفل.',
  byModelOf: (name) => `من ${name}`,
  write: 'دع النموذج يكتب إجابة من هذه المقاطع',
  writing: 'ما زال النموذج يكتب',
  writingNote: 'لا يُعرض منه شيء قبل فحصه. المقاطع في الأسفل هي الإجابة في هذه الأثناء؛ عد بعد لحظة.',
  characters: (count) => `${counted(count, 'حرف واحد', 'حرفان', 'أحرف', 'حرفًا')} حتى الآن، لم تُفحص بعد`,
  cancel: 'أوقف الكتابة',
  again: 'حاول مرة أخرى',
  failures: {
    off: 'النموذج متوقف.',
    'over-budget': 'نفدت ميزانية اليوم للنموذج.',
    timeout: 'لم يجب النموذج في الوقت المحدد.',
    cancelled: 'أُوقفت الكتابة.',
    'too-long': 'كتب النموذج أكثر مما يُسمح به، فحُذف كله.',
    failed: 'تعذر سؤال النموذج.',
    unreadable: 'تعذرت قراءة ما كتبه النموذج فحُذف.',
    'refused-by-pages': 'الصفحات التي تجيب تطلب ألا يُعطى نصها لأي نموذج.',
    busy: 'النموذج مشغول بأسئلة أخرى. حاول بعد دقيقة.',
  },
  dropped: (dropped, all) => `حُذف ${grouped.format(dropped)} من ${sentences(all)} (${grouped.format(all)})، بسبب:`,
  noneDropped: 'لم تُحذف أي جملة.',
  checks: {
    citation: 'كلمات أو مقاطع غير موجودة',
    form: 'شكلها: عنوان أو ترميز أو أمر',
    quotation: 'اقتباس غير موجود',
    number: 'عدد',
    unit: 'وحدة قياس',
    date: 'تاريخ',
    name: 'اسم',
    negation: 'نفي زائد أو ناقص',
    modality: 'خطة أو ظن رُوي كأنه حقيقة',
    speaker: 'القائل',
    support: 'كلمات لا تحملها المقاطع',
    relation: 'وقائع جُمعت وليست مجموعة هناك',
  },
  tooLittle: 'كتب النموذج إجابة، لكن ما ثبت منها قليل. تبقى المقاطع وحدها.',
  passageNumber: (number) => `المقطع ${grouped.format(number)}`,
}
