import type { Attack } from './attack-strings.ts'
import type { Entrance } from './entrances.ts'
import { textOf } from './time-attacks.ts'

/** Every attack is tried at these parts of the largest field; two tell how its time grows. */
const SHORT_PARTS = [1 / 64, 1 / 16] as const
/** So many attacks, those that would take longest by how they grew, are tried with a field of the largest size. */
const MOST_WHOLE = 10
/** Clocks of processors do not tell less from nothing, in milliseconds. */
const LEAST_MS = 0.5

export type Worst = { readonly ms: number; readonly attack?: Attack }

/**
 * The longest an entrance took with a field of the largest size, in milliseconds of CPU, and by which attack. A whole field of each of
 * a thousand attacks would take hours: each is tried in two short ones, and the worst of them whole.
 */
export async function worstAt({ take, most }: Entrance, attacks: readonly Attack[]): Promise<Worst> {
  const short: { readonly attack: Attack; readonly whole: number }[] = []
  const timed = (attack: Attack, length: number) => {
    // What fails at the end must be in the field.
    const text = textOf(attack, length - attack.before.length - attack.after.length)
    return msOf(() => take(text))
  }
  for (const attack of attacks) {
    const [first, second] = [await timed(attack, most * SHORT_PARTS[0]), await timed(attack, most * SHORT_PARTS[1])]
    short.push({ attack, whole: grownTo(first, second) })
  }
  let worst: Worst = { ms: 0 }
  for (const { attack } of short.toSorted((a, b) => b.whole - a.whole).slice(0, MOST_WHOLE)) {
    let ms = await timed(attack, most)
    // The first run may have been the compiler's or the garbage collector's time.
    if (ms > worst.ms) ms = Math.min(ms, await timed(attack, most))
    if (ms > worst.ms) worst = { ms, attack }
  }
  return worst
}

/** What a whole field would take, from what the two short ones took: their power law continues. */
export function grownTo(first: number, second: number): number {
  const [from, to] = SHORT_PARTS
  const degree = Math.log(Math.max(second, LEAST_MS) / Math.max(first, LEAST_MS)) / Math.log(to / from)
  return Math.max(second, LEAST_MS) * (1 / to) ** Math.max(degree, 0)
}

async function msOf(work: () => unknown): Promise<number> {
  const started = process.threadCpuUsage()
  await work()
  const { user, system } = process.threadCpuUsage(started)
  return (user + system) / 1000
}
