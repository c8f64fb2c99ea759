import type { LanguagePack } from '../pack.ts'
import { names } from './names.ts'
import { quotations } from './quotations.ts'

export const arabic: LanguagePack = { code: 'ar', direction: 'rtl', quotations, names }
