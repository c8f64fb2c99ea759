import type { ListImportWords } from './list-import-en.ts'

export const listImportAr: ListImportWords = {
  title: 'قائمة اشتراكات',
  from: 'المصدر',
  feeds: 'الخلاصات المستوردة',
  states: { running: 'قيد الاستيراد', done: 'تم', cancelled: 'أُوقف' },
  counts: (added, existing) => `أُضيفت ${added}، وكانت ${existing} موجودة من قبل.`,
  note: 'يجري الاستيراد في الخلفية، حتى بعد إغلاق هذه الصفحة أو إعادة التشغيل.',
  pollNote: 'تُقرأ الخلاصات الأولى فورًا والبقية خلال ساعة، كي لا تُطلب كلها من خادم واحد دفعة واحدة.',
  reload: 'عرض التقدم الآن',
  cancel: 'إيقاف',
  cancelNote: 'ما استُورد يبقى.',
  lists: 'آخر القوائم المستوردة',
  addressTitle: 'قائمة في عنوان',
  addressLead: 'يُجلب ملف OPML من الويب مرة واحدة ويُستورد.',
  addressLabel: 'عنوان القائمة',
  pages: (page, pages) => `الصفحة ${page} من ${pages}`,
  previousPage: 'الصفحة السابقة',
  nextPage: 'الصفحة التالية',
  tooOften: ['طلبتَ ما يُسمح لقارئ واحد بطلبه في ساعة.', 'انتظر بضع دقائق ثم أعد المحاولة.'],
  quota: ['سيتجاوز هذا عدد الخلاصات المسموح به لقارئ واحد هنا.', 'احذف بعضها أو اسأل المالك.'],
  unreadable: ['الملف مكتوب بطريقة لا تُقرأ.', 'سبب ذلك مذكور أدناه.'],
}
