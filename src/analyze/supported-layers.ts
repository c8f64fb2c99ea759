import { packOrEnglish } from '../languages/all.ts'
import type { LanguagePack } from '../languages/pack.ts'

/** What the analysis can read in a text, beside its words. */
export type Reading = 'sentences' | 'quotations' | 'speakers' | 'dates' | 'indirect-speech' | 'promises' | 'figures'

/** What is read in a language, and what is not: the second is said wherever findings are shown. */
export type SupportedLayers = { readonly read: readonly Reading[]; readonly notRead: readonly Reading[] }

/** The part of a pack that each reading needs; what needs none is read in any language. */
const needed: { readonly [Name in Reading]: keyof LanguagePack | undefined } = {
  sentences: undefined,
  quotations: undefined,
  speakers: 'quotations',
  dates: 'times',
  'indirect-speech': 'hasGrammar',
  promises: 'hasGrammar',
  figures: 'hasGrammar',
}

/**
 * What the analysis reads in a language (BCP 47) and what it leaves alone, by the parts that its pack has; see docs/guide/languages.md for
 * figures.
 */
export function supportedLayers(language: string): SupportedLayers {
  const pack = packOrEnglish(language)
  const isRead = (reading: Reading) => {
    const part = needed[reading]
    return part === undefined || pack?.[part] !== undefined
  }
  const readings = Object.keys(needed) as Reading[]
  return { read: readings.filter(isRead), notRead: readings.filter((reading) => !isRead(reading)) }
}
