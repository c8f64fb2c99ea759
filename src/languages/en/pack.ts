import type { LanguagePack } from '../pack.ts'
import { names } from './names.ts'
import { quotations } from './quotations.ts'

export const english: LanguagePack = { code: 'en', quotations, names }
