import type { Direction } from '../core/syndication.ts'
import { isDayOnly, isTimeUnknown } from '../core/time/day-only.ts'

export type Provenance = {
  /** ISO 8601. */
  readonly publishedAt: string
  /** Agency in the credit line. */
  readonly credit?: string
  /** The source the feed names for the entry. */
  readonly origin?: string
  /** The outlet that published it. */
  readonly sourceName?: string
}

export type Decision = { readonly isCopyOfOther: boolean; readonly direction: Direction }

const agencies = new Set(
  'pa ap afp reuters dpa ansa efe tass upi aap xinhua kyodo bloomberg anp apa belga sda'.split(' '),
)

/** One key for all names of an agency or outlet: `PA Media`, `the PA news agency` and `Press Association` become `pa`. */
function keyOf(name: string | undefined): string {
  return (name ?? '')
    .toLowerCase()
    .replace(/\bpress association\b/g, 'pa')
    .replace(/\bassociated press\b/g, 'ap')
    .replace(/\bagence france[ -]presse\b/g, 'afp')
    .replace(/\b(?:the|thomson|news|agency|wire|newswire|media)\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** `CPA` for `Corran Press Agency`. Empty for fewer than three words, since two letters are too ambiguous. */
function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length < 3 ? '' : words.map((word) => word[0]).join('')
}

/** Whether two names mean one agency or outlet, written out or as initials. */
function isSameName(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false
  const keyA = keyOf(a)
  return keyA !== '' && (keyA === keyOf(b) || isInitials(a, b) || isInitials(b, a))
}

function isInitials(short: string, long: string): boolean {
  // Only capitals are initials: a paper called `Apt` isn't the `Alder Press Trust`.
  return /^\p{Lu}{3,6}$/u.test(short.trim()) && short.trim() === initialsOf(long).toUpperCase()
}

/** Negative when `a` is earlier. Zero when undecidable: within a minute of each other, known only to the day, or unknown. */
function compareTimes(a: string, b: string): number {
  if (isTimeUnknown(a) || isTimeUnknown(b)) return 0
  const difference = Date.parse(a) - Date.parse(b)
  if (Number.isNaN(difference) || Math.abs(difference) <= 60_000) return 0
  if ((isDayOnly(a) || isDayOnly(b)) && Math.abs(difference) < 86_400_000) return 0
  return difference
}

/** The source a text credits: nobody (rank 0), an agency or another outlet (1), or its own outlet (2). */
type CreditedSource = { readonly name?: string; readonly sourceName?: string; readonly rank: 0 | 1 | 2 }

function creditedSourceOf({ credit, origin, sourceName }: Provenance): CreditedSource {
  const source = sourceName === undefined ? {} : { sourceName }
  if (sourceName !== undefined && agencies.has(keyOf(sourceName))) return { name: sourceName, ...source, rank: 2 }
  const name = [credit, origin].find((candidate) => keyOf(candidate) !== '')
  if (name === undefined) return { ...source, rank: 0 }
  return { name, ...source, rank: isSameName(name, sourceName) ? 2 : 1 }
}

/**
 * Decides which of two texts is the copy. Credit line and RSS origin count first: the agency's own text is the original; a text that names
 * the other's outlet copied it; of two texts of which one names an agency, that one has the agency's own words. Then the earlier time
 * counts. Otherwise it stays undecided, and `isLikelyCopy` says which to show as the copy.
 */
export function decideDirection(here: Provenance, there: Provenance, isLikelyCopy: boolean): Decision {
  const time = compareTimes(here.publishedAt, there.publishedAt)
  const byTime: Decision = {
    isCopyOfOther: time === 0 ? isLikelyCopy : time > 0,
    direction: { kind: time === 0 ? 'undecided' : 'time' },
  }
  const a = creditedSourceOf(here)
  const b = creditedSourceOf(there)
  if (a.rank === 1 && isSameName(a.name, b.sourceName))
    return { isCopyOfOther: true, direction: { kind: 'credit', agency: a.name as string } }
  if (b.rank === 1 && isSameName(b.name, a.sourceName))
    return { isCopyOfOther: false, direction: { kind: 'credit', agency: b.name as string } }
  // Two credits that disagree decide nothing. Two that agree name the original, and time decides which copy came first.
  if (a.rank > 0 && b.rank > 0) {
    if (!isSameName(a.name, b.name)) return byTime
    return { isCopyOfOther: byTime.isCopyOfOther, direction: { kind: 'credit', agency: a.name as string } }
  }
  if (a.rank > 0) return { isCopyOfOther: false, direction: { kind: 'credit', agency: a.name as string } }
  if (b.rank > 0) return { isCopyOfOther: true, direction: { kind: 'credit', agency: b.name as string } }
  return byTime
}
