import { cueWords, neutralCues } from './closed-words.ts'
import type { Unit } from './read-passage.ts'
import { keyOf } from './word-forms.ts'

const cueKeys: ReadonlySet<string> = new Set([...cueWords].map(keyOf))
const neutralKeys: ReadonlySet<string> = new Set([...neutralCues].map(keyOf))

/** A word that reports what somebody says: `said`, `alleged`, `according`. */
export function isCue({ key }: Pick<Unit, 'key'>): boolean {
  return cueKeys.has(key)
}

/** A report that takes no side: one of these may stand for another. */
export function isNeutralCue({ key }: Pick<Unit, 'key'>): boolean {
  return neutralKeys.has(key)
}
