import { primaryLanguage } from '../core/text/primary-language.ts'
import { arabic } from './ar/pack.ts'
import { german } from './de/pack.ts'
import { english } from './en/pack.ts'
import { spanish } from './es/pack.ts'
import { french } from './fr/pack.ts'
import { italian } from './it/pack.ts'
import { otherPacks } from './other-languages.ts'
import type { LanguagePack } from './pack.ts'

/** Every language with a folder of its own. A new one is a folder and a line here. */
export const packs: readonly LanguagePack[] = [english, french, german, spanish, arabic, italian]

const everyPack = [...packs, ...otherPacks]
const byCode = new Map(everyPack.map((pack) => [pack.code, pack]))

/** What is known of a language (BCP 47, `fr-CA` is French); undefined when nothing is. */
export function packOf(language: string): LanguagePack | undefined {
  return byCode.get(primaryLanguage(language))
}

/** The same, and English for a text whose language could not be determined (`und` or empty). */
export function packOrEnglish(language: string): LanguagePack | undefined {
  const code = primaryLanguage(language)
  return code === '' || code === 'und' ? english : byCode.get(code)
}

/** A part of the packs of all languages, for text whose language may be another than its article's: those that have it. */
export function inEveryLanguage<Part>(partOf: (pack: LanguagePack) => Part | undefined): readonly Part[] {
  return everyPack.map(partOf).filter((part) => part !== undefined)
}
