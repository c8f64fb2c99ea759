import type { LanguagePack } from '../pack.ts'

export const arabic: LanguagePack = { code: 'ar', direction: 'rtl' }
