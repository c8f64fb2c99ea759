import type { Direction } from '../core/syndication.ts'

/** What is known of where a text comes from. */
export type Provenance = {
  /** ISO 8601. */
  readonly publishedAt: string
  /** Agency in the credit line. */
  readonly credit?: string
  /** Who the feed says the entry came from. */
  readonly origin?: string
  /** The outlet that published it. */
  readonly sourceName?: string
}

export type Decision = { readonly isCopyOfOther: boolean; readonly direction: Direction }

const agencies = new Set(
  'pa ap afp reuters dpa ansa efe tass upi aap xinhua kyodo bloomberg anp apa belga sda'.split(' '),
)

/** One key for the names of one agency or outlet: `PA Media`, `the PA news agency` and `Press Association` are `pa`. */
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

/** A time of exactly midnight is most often a date without a time. */
function isDateOnly(at: string): boolean {
  return !at.includes('T') || /T00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?$/.test(at)
}

/** Negative: `a` is earlier. Zero: not told apart, within a minute of each other or known only to the day. */
function compareTimes(a: string, b: string): number {
  const difference = Date.parse(a) - Date.parse(b)
  if (Number.isNaN(difference) || Math.abs(difference) <= 60_000) return 0
  if ((isDateOnly(a) || isDateOnly(b)) && Math.abs(difference) < 86_400_000) return 0
  return difference
}

/** Whose words a text says it carries: an outlet of its own, an agency it names, or nobody it tells of. */
type Standing = { readonly name?: string; readonly key: string; readonly sourceKey: string; readonly rank: 0 | 1 | 2 }

function standingOf(text: Provenance): Standing {
  const sourceKey = keyOf(text.sourceName)
  if (text.sourceName !== undefined && agencies.has(sourceKey))
    return { name: text.sourceName, key: sourceKey, sourceKey, rank: 2 }
  const name = [text.credit, text.origin].find((candidate) => keyOf(candidate) !== '')
  if (name === undefined) return { key: '', sourceKey, rank: 0 }
  const key = keyOf(name)
  return { name, key, sourceKey, rank: key === sourceKey ? 2 : 1 }
}

/**
 * Which of two texts is the copy. The credit line and RSS origin decide first: the agency's own text is the original;
 * a text that names the other's outlet copied it; of two texts one of which names an agency, that one carries the
 * agency's own words. Then the earlier time. Else it stays undecided, and `isLikelyCopy` says which to show as the copy.
 */
export function decideDirection(here: Provenance, there: Provenance, isLikelyCopy: boolean): Decision {
  const time = compareTimes(here.publishedAt, there.publishedAt)
  const byTime: Decision = {
    isCopyOfOther: time === 0 ? isLikelyCopy : time > 0,
    direction: { kind: time === 0 ? 'undecided' : 'time' },
  }
  const a = standingOf(here)
  const b = standingOf(there)
  if (a.rank === 1 && a.key === b.sourceKey)
    return { isCopyOfOther: true, direction: { kind: 'credit', agency: a.name as string } }
  if (b.rank === 1 && b.key === a.sourceKey)
    return { isCopyOfOther: false, direction: { kind: 'credit', agency: b.name as string } }
  // Two credits that disagree tell us nothing; two that agree tell who had it first, and time which copy came first.
  if (a.rank > 0 && b.rank > 0) {
    if (a.key !== b.key) return byTime
    return { isCopyOfOther: byTime.isCopyOfOther, direction: { kind: 'credit', agency: a.name as string } }
  }
  if (a.rank > 0) return { isCopyOfOther: false, direction: { kind: 'credit', agency: a.name as string } }
  if (b.rank > 0) return { isCopyOfOther: true, direction: { kind: 'credit', agency: b.name as string } }
  return byTime
}
