import type { LanguagePack } from '../pack.ts'

export const german: LanguagePack = { code: 'de' }
