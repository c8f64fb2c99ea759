import { packOf } from '../languages/all.ts'
import { featureOfWord, languageKey } from './vectorize.ts'

const none: ReadonlySet<number> = new Set()
const known = new Map<string, ReadonlySet<number>>()

/** The features of the common words of a language (BCP 47); empty for a language without a list. */
function commonFeatures(language: string): ReadonlySet<number> {
  const code = languageKey(language)
  const found = known.get(code)
  if (found) return found
  const words = packOf(code)?.newsWords
  if (words === undefined) return none
  const features = new Set(words.split(/\s+/).map(featureOfWord))
  known.set(code, features)
  return features
}

/**
 * How many documents count as read before the first one. Otherwise the words that the first few documents share would count for nothing,
 * because each of so few has them. Fades as real documents arrive.
 */
export const priorDocuments = 400
/** The share of documents assumed to contain a common word. */
const commonShare = 0.12

/** The document frequency of a feature before the first document, for a language (BCP 47). */
export function priorFrequency(language: string): (feature: number) => number {
  const common = commonFeatures(language)
  return (feature) => (common.has(feature) ? commonShare * priorDocuments : 0)
}
