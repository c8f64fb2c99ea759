import { formsIn } from '../../core/number-forms.ts'
import type { SummaryWords } from './summaries-en.ts'

const rules = formsIn('ar')

/** Arabic counts in six forms; those for one and two stand without the number. */
function counted(count: number, one: string, two: string, few: string, many: string): string {
  const rule = rules.select(count)
  if (rule === 'one') return one
  if (rule === 'two') return two
  return `${count} ${rule === 'few' ? few : many}`
}

const sentences = (count: number) => counted(count, 'جملة واحدة', 'جملتان', 'جمل', 'جملة')
const words = (count: number) => counted(count, 'كلمة واحدة', 'كلمتان', 'كلمات', 'كلمة')

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
      ? `اجتازت الفحص كلها: ${sentences(kept)}.`
      : `اجتاز الفحص: ${sentences(kept)}، وحُذف: ${sentences(dropped)}.`,
  tooLittle: (kept, dropped) =>
    `كتب نموذج نصًّا أيضًا، لكن ما اجتاز الفحص منه قليل (${kept} من أصل ${kept + dropped}): تبقى الجمل المختارة.`,
  background: 'الخلفية',
  backgroundNote: 'القصص السابقة في الموضوع نفسه، من الأقدم إلى الأحدث، ومع كل منها جملة من جملها.',
  noBackground: 'لا تُعرف هنا قصة سابقة في هذا الموضوع.',
  nothing: 'لا يوجد لهذه القصة مقال محفوظ كاملًا، فلا شيء يُلخَّص.',
  words,
  minutes: (count) => counted(count, 'دقيقة واحدة', 'دقيقتان', 'دقائق', 'دقيقة'),
  aSentence: (count) => `${words(count)} في الجملة`,
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
