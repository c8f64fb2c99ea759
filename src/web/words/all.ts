import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { en, type Words } from './en.ts'

/** Interface languages in the order they are offered, each under its own name. To add one, write its words and add two lines here. */
export const ownNames = { en: 'English', de: 'Deutsch', es: 'Español', fr: 'Français', ar: 'العربية' } as const

export type InterfaceLanguage = keyof typeof ownNames

const files = {
  de: new URL('./de.ts', import.meta.url),
  es: new URL('./es.ts', import.meta.url),
  fr: new URL('./fr.ts', import.meta.url),
  ar: new URL('./ar.ts', import.meta.url),
} as const satisfies Record<Exclude<InterfaceLanguage, 'en'>, URL>

/** The words of the languages that were asked for so far. */
export const catalogues: Partial<Record<InterfaceLanguage, Words>> = { en }

/** The words of a language. All but the English ones are loaded when they are first asked for. */
export function wordsIn(language: InterfaceLanguage): Words {
  return (catalogues[language] ??= language === 'en' ? en : load(language))
}

function load(language: keyof typeof files): Words {
  const loaded = createRequire(import.meta.url)(fileURLToPath(files[language])) as Record<typeof language, Words>
  return loaded[language]
}
