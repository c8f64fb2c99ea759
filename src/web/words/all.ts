import { ar } from './ar.ts'
import { de } from './de.ts'
import { en, type Words } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'

/** Interface languages in the order they are offered. To add one, add an object of the shape of `en` and a line here. */
export const catalogues = { en, de, es, fr, ar } as const satisfies Readonly<Record<string, Words>>

export type InterfaceLanguage = keyof typeof catalogues
