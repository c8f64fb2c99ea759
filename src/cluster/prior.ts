import { commonFeatures } from './frequent-words.ts'

/**
 * What is taken to have been read before the first document. Without it, the words that the first few documents share
 * would count for nothing, since every one of so few has them. It weighs as much as this many documents and fades as
 * real ones come.
 */
export const priorDocuments = 400
/** The share of documents a common word is taken to stand in. */
const commonShare = 0.12

/** The document frequency of a feature before the first document, for a language (BCP 47). */
export function priorFrequency(language: string): (feature: number) => number {
  const common = commonFeatures(language)
  return (feature) => (common.has(feature) ? commonShare * priorDocuments : 0)
}
