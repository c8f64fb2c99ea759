import { plural, sentences } from './counts-ar.ts'
import type { SummaryWords } from './summaries-en.ts'

const minutes = { one: 'دقيقة واحدة', two: 'دقيقتان', few: 'دقائق', many: 'دقيقة' }
const wordForms = { one: 'كلمة واحدة', two: 'كلمتان', few: 'كلمات', many: 'كلمة' }

export const summariesAr: SummaryWords = {
  titles: { short: 'باختصار', medium: 'بإيجاز', long: 'بالتفصيل' },
  lengths: { short: 'مختصر', medium: 'موجز', long: 'مفصّل' },
  length: 'الطول',
  parts: { happened: 'ما حدث', said: 'من قال ماذا', figures: 'الأرقام', next: 'ما سيأتي' },
  chosen: 'مختار لا مكتوب: كل جملة موجودة في مقال كلمةً بكلمة.',
  writtenBy: (model) => `كتبه ${model}. قورنت كل جملة بالجمل التي تحيل إليها.`,
  whose: 'لمن الكلمات:',
  choices: { chosen: 'كلمات المقالات', written: 'كلمات نموذج' },
  checked: (kept, dropped) =>
    dropped === 0
      ? `اجتازت الفحص كلها: ${plural(kept, sentences)}.`
      : `اجتاز الفحص: ${plural(kept, sentences)}، وحُذف: ${plural(dropped, sentences)}.`,
  tooLittle: (kept, dropped) =>
    `كتب نموذج نصًّا أيضًا، لكن ما اجتاز الفحص منه قليل (${kept} من أصل ${kept + dropped}): تبقى الجمل المختارة.`,
  background: 'الخلفية',
  backgroundNote: 'القصص السابقة في الموضوع نفسه، من الأقدم إلى الأحدث، ومع كل منها جملة من جملها.',
  noBackground: 'لا تُعرف هنا قصة سابقة في هذا الموضوع.',
  nothing: 'لا يوجد لهذه القصة مقال محفوظ كاملًا، فلا شيء يُلخَّص.',
  words: (count) => plural(count, wordForms),
  minutes: (count) => plural(count, minutes),
  aSentence: (count) => `${plural(count, wordForms)} في الجملة`,
  grade: {
    'flesch-kincaid': (value) => `مستوى فليش–كينكيد ${value}`,
    lix: (value) => `مؤشر ليكس ${value}`,
  },
  gradeNote: {
    'flesch-kincaid': 'سنوات الدراسة اللازمة لقراءته بحسب طول الجمل والكلمات، محسوبة بقاعدة.',
    lix: 'عدد الكلمات في الجملة ونسبة الكلمات الطويلة: أقل من 30 سهل، وأكثر من 50 صعب.',
  },
  reading: 'سهولة القراءة:',
}
