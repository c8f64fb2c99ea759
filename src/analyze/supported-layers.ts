import { primaryLanguage } from '../core/text/primary-language.ts'
/** What the analysis can read in a text, beside its words. */
export type Reading = 'sentences' | 'quotations' | 'speakers' | 'dates' | 'indirect-speech' | 'promises' | 'figures'

/** What is read in a language, and what is not: the second is said wherever findings are shown. */
export type SupportedLayers = { readonly read: readonly Reading[]; readonly notRead: readonly Reading[] }

const ALL: SupportedLayers = {
  read: ['sentences', 'quotations', 'speakers', 'dates', 'indirect-speech', 'promises', 'figures'],
  notRead: [],
}
const REPORTS: SupportedLayers = {
  read: ['sentences', 'quotations', 'speakers', 'dates'],
  notRead: ['indirect-speech', 'promises', 'figures'],
}
const MARKS: SupportedLayers = {
  read: ['sentences', 'quotations'],
  notRead: ['speakers', 'dates', 'indirect-speech', 'promises', 'figures'],
}

const BY_LANGUAGE: { readonly [language: string]: SupportedLayers } = {
  en: ALL,
  // A language that could not be told is taken for English.
  und: ALL,
  de: REPORTS,
  fr: REPORTS,
  es: REPORTS,
  ar: REPORTS,
}

/** What the analysis reads in a language (BCP 47) and what it leaves alone; see docs/guide/languages.md for figures. */
export function supportedLayers(language: string): SupportedLayers {
  return BY_LANGUAGE[primaryLanguage(language) || 'und'] ?? MARKS
}
