import { numbersIn } from '../../core/number-forms.ts'
import type { FormAgainWords } from './form-again-en.ts'

const grouped = numbersIn('ar-u-nu-latn')

export const formAgainAr: FormAgainWords = {
  title: 'هناك شيء ناقص',
  wrongTitle: 'هناك شيء غير صحيح',
  lead: 'لم يتغير شيء. وما كتبته باقٍ هنا.',
  unclear: 'أحد هذه الحقول لا يمكن استعماله كما هو.',
  empty: 'لم يُكتب شيء هنا.',
  unchosen: 'يجب اختيار واحد. ارجع لتختار.',
  notTicked: 'يجب وضع علامة هنا.',
  noFile: 'اختر ملفًا.',
  fileAgain: 'يجب اختيار الملف من جديد.',
  unusable: 'لا يمكن استعمال هذا كما هو.',
  tooLong: (most) => `${grouped.format(most)} حرفًا على الأكثر.`,
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
    perHour: 'في الساعة على الأكثر',
    from: 'من',
    until: 'إلى',
    items: 'ما هو المدخل في الصفحة',
  },
}
