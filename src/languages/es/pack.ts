import type { LanguagePack } from '../pack.ts'

export const spanish: LanguagePack = { code: 'es' }
