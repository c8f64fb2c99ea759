import type { ScoreParts } from '../../../core/ranking.ts'
import type { Reader } from '../../reader.ts'

/** The parts of a story's rank, in words: `Of its weight: Independent reports 64%, …`. The shares add up to 100%. */
export function sharesOf(parts: ScoreParts, { words }: Reader): string {
  const { shares, factors, pulls } = words.ownBrief.ranking
  const named = (Object.entries(parts) as [keyof ScoreParts, number][]).filter(([, part]) => Math.abs(part) > 1e-9)
  const all = named.reduce((sum, [, part]) => sum + Math.abs(part), 0)
  if (all === 0) return ''
  const told = named
    .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .map(([name, part]) => `${part < 0 ? pulls(factors[name]) : factors[name]} ${words.percent(Math.abs(part) / all)}`)
  return `${shares} ${told.join(words.direction === 'rtl' ? '، ' : ', ')}.`
}
