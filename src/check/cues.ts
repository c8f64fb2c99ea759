import { cueWords, neutralCues } from './closed-words.ts'
import type { Unit } from './read-passage.ts'
import { isIrregularPast, keyOf } from './word-forms.ts'

const cueKeys: ReadonlySet<string> = new Set([...cueWords].map(keyOf))
const neutralKeys: ReadonlySet<string> = new Set([...neutralCues].map(keyOf))

/** A word that reports speech: `said`, `alleged`, `according`. */
export function isCue({ key }: Pick<Unit, 'key'>): boolean {
  return cueKeys.has(key)
}

/** Forms that are as often nouns as verbs. */
const nounLike =
  /^(?:report|reports|state|states|claim|claims|note|notes|estimate|estimates|post|posts|tweet|tweets|promise|promises|vow|vows|pledge|pledges|reply)$/i

/** Does a unit report speech in its context: `the police said`, not `in his report`? */
export function isSaying(units: readonly Unit[], at: number): boolean {
  const unit = units[at]
  if (!unit || unit.isName || !isCue(unit)) return false
  const before = units[at - 1]
  if (!nounLike.test(unit.text)) return true
  return /s$/i.test(unit.text) && before !== undefined && before.role === 'content' && !before.isPossessive
}

/** A reporting verb that takes no side; one of these may replace another. */
export function isNeutralCue({ key }: Pick<Unit, 'key'>): boolean {
  return neutralKeys.has(key)
}

/** A verb recognized by its form: an auxiliary, a verb of saying, an ending in -ed, an irregular past. English. */
export function isVerbLike(unit: Unit): boolean {
  const { text, key, role, isName } = unit
  if (isName) return false
  const lower = text.toLowerCase()
  if (/^(?:may|might|could|would|should|must|will|shall|can)$/.test(lower) || isCue(unit)) return true
  if (/^(?:is|was|be|been|has|have|had|do|does|did)$/.test(key) || /ed$/.test(lower)) return true
  return role === 'content' && isIrregularPast(lower)
}
