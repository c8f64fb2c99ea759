import type { AccessWords } from './access-en.ts'

export const accessAr: AccessWords = {
  locked: 'للمشتركين',
  metered: 'قراءة مجانية محدودة',
  meaning: 'كما تقول صفحة المصدر. أما مقدار ما لدينا من النص فمذكور بجانبه.',
}
