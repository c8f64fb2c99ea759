import type { ApiWords } from './api-en.ts'
import { number } from './counts-ar.ts'

export const apiAr: ApiWords = {
  title: 'واجهة للبرامج',
  lead: 'كل ما في هذه الصفحات يمكن لبرنامج يحمل رمزًا أن يطلبه أيضًا، والجواب بصيغة JSON.',
  openApiNote: 'الواجهة كاملة للآلات: كل مسار، وما يأخذه، وما يجيب به.',
  tokens: 'رموز للبرامج',
  tokensNote: 'كل رمز يسمح بالقراءة، أو بالتعليم أيضًا، أو بكل ما يسمح به دورك.',
  limits: (count) => `يمكن لبرنامج أن يسأل ${number(count)} مرة في الدقيقة.`,
  inEnglish: 'معاني المسارات والحقول مكتوبة بالإنجليزية.',
  needs: 'يسمح الرمز بـ',
  noToken: 'لا حاجة إلى رمز',
  answers: 'الجواب',
  nothing: 'لا شيء (204)',
  required: 'مطلوب',
  places: { path: 'في المسار', query: 'في الاستعلام', body: 'في متن JSON' },
  problems: 'ما قد يتعثر',
  problemsNote: 'كل رفض هو وثيقة مشكلة (RFC 9457)، ونوعها يقود إلى أحد هذه الأسطر.',
  link: 'كيف تستعمل البرامج الرمز',
  areas: {
    day: 'اليوم والموجز',
    stories: 'القصص',
    articles: 'المقالات',
    search: 'البحث والأسئلة والأشخاص',
    feeds: 'الخلاصات والمدخلات',
    marks: 'العلامات',
    discussion: 'النقاش',
    alerts: 'التنبيهات',
    sending: 'الإرسال إلى الخارج',
    settings: 'الإعدادات',
    house: 'الخادم',
  },
}
