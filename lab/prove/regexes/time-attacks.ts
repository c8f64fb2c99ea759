import { type Attack, attacksOn } from './attack-strings.ts'

/** How an expression grows under the worst attack found: at so many characters it took so long, and at twice as many so many times as long. */
export type Growth = {
  readonly kind: 'exponential' | 'polynomial'
  readonly length: number
  readonly ms: number
  readonly degree: number
  readonly attack: Attack
}

/** Lengths at which it is tried; the first steps are small, since what doubles with each character is out of hand after a few. */
const SHORT = [16, 24, 32]
const LONG = [256, 1024, 4096]
const SLOW_MS = 8
/** After so many attacks that work, others would tell nothing new. */
const ENOUGH = 3

/** The worst growth of an expression; undefined where no attack takes longer than its length. */
export function worstGrowth(source: string, flags: string): Growth | undefined {
  const regex = new RegExp(source, flags.replace('g', ''))
  const attacks = attacksOn(source, flags)
  // Before any longer string is tried: one of those would never end.
  for (const attack of attacks) {
    const growth = growthUnder(regex, attack, SHORT)
    if (growth) return growth
  }
  const found: Growth[] = []
  for (const attack of attacks) {
    const growth = growthUnder(regex, attack, LONG)
    if (growth) found.push(growth)
    if (found.length >= ENOUGH) break
  }
  return found.toSorted((a, b) => a.length - b.length || b.ms - a.ms)[0]
}

function growthUnder(regex: RegExp, attack: Attack, lengths: readonly number[]): Growth | undefined {
  for (const length of lengths) {
    if (timed(regex, textOf(attack, length)) < SLOW_MS) continue
    // The first run may have been the compiler's or the garbage collector's time: the quickest of some counts.
    const ms = quickest(regex, textOf(attack, length))
    if (ms < SLOW_MS) continue
    if (lengths === SHORT) return { kind: 'exponential', length, ms, degree: length, attack }
    // Of twice as much, not of half: the clock of the processor does not tell less than some milliseconds.
    const degree = Math.log2(quickest(regex, textOf(attack, length * 2)) / ms)
    return degree > 1.5 ? { kind: 'polynomial', length, ms, degree, attack } : undefined
  }
  return undefined
}

/** An attack so many characters long, or a little more. */
export function textOf({ before, pump, after }: Attack, length: number): string {
  return before + pump.repeat(Math.max(1, Math.floor(length / pump.length))) + after
}

function quickest(regex: RegExp, text: string): number {
  return Math.min(...[0, 1, 2].map(() => timed(regex, text)))
}

function timed(regex: RegExp, text: string): number {
  const started = process.threadCpuUsage()
  regex.lastIndex = 0
  regex.test(text)
  const { user, system } = process.threadCpuUsage(started)
  return (user + system) / 1000
}
