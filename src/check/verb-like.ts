import { isCue } from './cues.ts'
import type { Unit } from './read-passage.ts'
import { isIrregularPast } from './word-forms.ts'

/** A verb recognized by its form: an auxiliary, a verb of saying, an ending in -ed, an irregular past. English. */
export function isVerbLike(unit: Unit): boolean {
  const { text, key, role, isName } = unit
  if (isName) return false
  const lower = text.toLowerCase()
  if (/^(?:may|might|could|would|should|must|will|shall|can)$/.test(lower) || isCue(unit)) return true
  if (/^(?:is|was|be|been|has|have|had|do|does|did)$/.test(key) || /ed$/.test(lower)) return true
  return role === 'content' && isIrregularPast(lower)
}
