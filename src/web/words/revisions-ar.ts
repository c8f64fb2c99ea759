import { formsIn, numbersIn } from '../../core/number-forms.ts'
import type { RevisionWords } from './revisions-en.ts'

const grouped = numbersIn('ar-u-nu-latn')
const rules = formsIn('ar')
const of = (one: string, two: string, few: string, many: string) => (count: number) => {
  const form = rules.select(count)
  if (form === 'one') return one
  if (form === 'two') return two
  return `${grouped.format(count)} ${form === 'few' ? few : many}`
}

export const revisionsAr: RevisionWords = {
  title: 'ما الذي تغيّر',
  older: 'النص الأقدم',
  newer: 'النص الأحدث',
  show: 'اعرض',
  current: 'النص الحالي',
  views: { inline: 'في نص واحد', sides: 'جنبًا إلى جنب' },
  asView: 'طريقة العرض',
  note: 'يُحفظ النصان حرفًا حرفًا كما وردا. ما حُذف مشطوب، وما أُضيف تحته خط.',
  jump: 'التغييرات',
  counts: {
    added: of('أُضيفت جملة', 'أُضيفت جملتان', 'جمل أُضيفت', 'جملة أُضيفت'),
    removed: of('حُذفت جملة', 'حُذفت جملتان', 'جمل حُذفت', 'جملة حُذفت'),
    changed: of('تغيّرت جملة', 'تغيّرت جملتان', 'جمل تغيّرت', 'جملة تغيّرت'),
    moved: of('نُقلت جملة', 'نُقلت جملتان', 'جمل نُقلت', 'جملة نُقلت'),
    typographic: of('جملة تغيّر رسمها فقط', 'جملتان تغيّر رسمهما فقط', 'جمل تغيّر رسمها فقط', 'جملة تغيّر رسمها فقط'),
    figures: of('تغيّر رقم', 'تغيّر رقمان', 'أرقام تغيّرت', 'رقمًا تغيّر'),
    quotes: of('تغيّر اقتباس', 'تغيّر اقتباسان', 'اقتباسات تغيّرت', 'اقتباسًا تغيّر'),
  },
  headline: 'تغيّر العنوان',
  nothing: 'يقول النصان الشيء نفسه.',
  unchanged: of('جملة لم تتغيّر', 'جملتان لم تتغيّرا', 'جمل لم تتغيّر', 'جملة لم تتغيّر'),
  kinds: { added: 'أُضيف', removed: 'حُذف', changed: 'تغيّر', moved: 'نُقل', typographic: 'تغيّر رسمه' },
  lacks: 'ليس في هذا النص',
  gone: 'حُذف:',
  put: 'أُضيف:',
  weighty: {
    figure: 'رقم',
    'quote-changed': 'تغيّر اقتباس',
    'quote-gone': 'حُذف اقتباس',
    'quote-new': 'اقتباس جديد',
  },
  causes: {
    held: 'أمكن الحصول على قدر أكثر أو أقل من المقال مما سبق، فليس كل اختلاف تغييرًا من الناشر.',
    reader: 'صار هذا الخادم يقرأ الصفحات على نحو آخر، فليس كل اختلاف تغييرًا من الناشر.',
  },
  changedAfter: 'تغيّر بعد النشر',
  see: 'انظر ما تغيّر',
  looks: {
    changed: 'أُعيد النظر في الصفحة وقد تغيّرت:',
    unchanged: 'أُعيد النظر في الصفحة ولم تتغيّر:',
    less: 'أُعيد النظر في الصفحة ولم يُتح منها إلا الأقل، فبقي هذا النص:',
    'other-page': 'أُعيد النظر في العنوان وفيه نص آخر، فبقي هذا النص:',
    missing: 'أُعيد النظر في العنوان ولم تعد فيه صفحة، فبقي هذا النص:',
    gone: 'أزال الناشر الصفحة نهائيًا، كما يقول خادمه، فبقي هذا النص:',
    refused: 'لم يُعَد النظر في الصفحة، كما يطلب موقعها:',
    failed: 'أُعيد النظر في الصفحة وتعذّر الحصول عليها:',
  },
  notices: 'ما يقوله الناشر عن هذا المقال',
  changedSince: 'تغيّر منذ ذلك الحين:',
  goneSince: 'تغيّر بعد ذلك',
  corrected: 'مُصحَّح',
  withdrawn: 'مسحوب',
  absent: 'لم يعد في عنوانه',
}
