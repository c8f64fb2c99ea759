import type { MeaningWords } from './meaning-en.ts'

export const meaningAr: MeaningWords = {
  closeBy: 'قريبة في المعنى بحسب النموذج',
  alsoClose: 'قريبة في المعنى أيضًا',
  note: 'قد لا تكون فيها أي كلمة من البحث. هكذا يرى النموذج',
}
