import type { LanguagePack } from '../pack.ts'

export const french: LanguagePack = { code: 'fr' }
