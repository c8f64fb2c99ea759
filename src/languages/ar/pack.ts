import type { LanguagePack } from '../pack.ts'
import { arabicNames } from './names.ts'
import { arabicQuotations } from './quotations.ts'
import { arabicTimes } from './times.ts'

export const arabic: LanguagePack = {
  code: 'ar',
  direction: 'rtl',
  times: arabicTimes,
  quotations: arabicQuotations,
  names: arabicNames,
  sentences: { titles: 'د أ م ا أ.د أ.م ود بد لد وأ', inner: 'ص ج هـ ق.م ت', final: 'إلخ الخ', starters: '' },
}
