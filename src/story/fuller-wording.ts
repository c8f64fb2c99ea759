import type { Citation } from '../core/citation.ts'
import { isCutAgainst } from './cut-against.ts'
import type { Said } from './group-utterances.ts'
import { isTurned } from './turned.ts'
import { containment } from './words.ts'

/** Of a speaker with more utterances than this nothing is compared. */
const most = 200
/** Nearly all content words of a wording that leaves words out. */
const nearlyAll = 0.85

/**
 * For each utterance of one speaker the wording of another article that has more of it and says something else: what an outlet printed was cut
 * out of a denial, or a denial was left out of it.
 */
export function fullerWordings(groups: readonly (readonly Said[])[]): ReadonlyMap<readonly Said[], Citation> {
  const found = new Map<readonly Said[], Citation>()
  if (groups.length > most) return found
  for (const group of groups)
    for (const other of groups) {
      if (other === group || found.has(group)) continue
      const whole = other.find((long) => group.every((short) => isCutFrom(short, long)))
      if (whole) found.set(group, whole.wording.citation)
    }
  return found
}

function isCutFrom(short: Said, long: Said): boolean {
  if (short.member === long.member || long.words.length <= short.words.length || short.quote.kind === 'indirect')
    return false
  if (isCutAgainst(short, long)) return true
  return (
    LEAVES_OUT.test(short.wording.citation.exact) &&
    short.stems.size >= 2 &&
    containment(short.stems, long.stems) >= nearlyAll &&
    isTurned(short.words, long.words)
  )
}

const LEAVES_OUT = /\p{L}[\s[(]*(?:…|\.\.\.)[\s\])]*[\p{L}[]/u
