import { inEveryLanguage } from '../../languages/all.ts'
import type { Word } from '../words.ts'

/** Words of somebody as a text has them; `key` in lower case with a space around each. */
export type Spoken = {
  readonly key: string
  readonly words: readonly Word[]
  readonly wording: { readonly citation: { readonly exact: string } }
}

const anyOf = (part: 'turnsBefore' | 'turnsAfter' | 'idleDenials' | 'answers' | 'but' | 'speakerPronouns') =>
  inEveryLanguage(({ statements }) => statements?.[part]).join('|')

const TURNS_BEFORE = new RegExp(`(?<!\\p{L})(?:${anyOf('turnsBefore')})(?!\\p{L})`, 'iu')
const IDLE = new RegExp(`(?<!\\p{L})(?:${anyOf('idleDenials')})(?!\\p{L})`, 'giu')
const ANSWERED = new RegExp(`^[\\s“"«‘']*(?:${anyOf('answers')})\\s*[,،.!–—]\\s*`, 'iu')
const NEW_CLAUSE = new RegExp(`[.;:!?؟؛…–—]|[,،]?\\s(?:${anyOf('but')})\\s`, 'giu')
const TURNS_AFTER = new RegExp(`^[\\s”’"»,،]*(?:${anyOf('turnsAfter')})(?!\\p{L})`, 'iu')
/** The words of somebody else within the speech: `He told me, ‘sink it.’` */
const NESTED = /[“"«„‘]\s*$/u
const OWN = new RegExp(`(?<!\\p{L})(?:${anyOf('speakerPronouns')})(?!\\p{L})[^.!?]{0,40}[“"«„‘]\\s*$`, 'iu')

/** The same words may stand in a speech so often. */
const MOST = 4

/**
 * Whether a wording is a part of another that says something else when it stands alone: `the bridge is safe` of `I did not say the bridge is
 * safe`. Wherever the part stands in the whole, it must be so.
 */
export function isCutAgainst(part: Spoken, whole: Spoken): boolean {
  if (part.key === whole.key || part.words.length === 0) return false
  const { exact } = whole.wording.citation
  let found = 0
  for (let at = whole.key.indexOf(part.key); at >= 0 && found < MOST; at = whole.key.indexOf(part.key, at + 1)) {
    found++
    const first = whole.key.slice(0, at).split(' ').length - 1
    const [from, to] = [whole.words[first], whole.words[first + part.words.length - 1]]
    if (!from || !to || !isTurnedIn(exact.slice(0, from.span.start), exact.slice(to.span.end))) return false
  }
  return found > 0
}

function isTurnedIn(before: string, after: string): boolean {
  const clause = before.split(NEW_CLAUSE).at(-1)?.replace(ANSWERED, '').replace(IDLE, '') ?? ''
  if (NESTED.test(before)) return !OWN.test(before)
  return TURNS_BEFORE.test(clause) || TURNS_AFTER.test(after)
}
