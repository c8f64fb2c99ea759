import { randomNumbers } from '../../bench/material/random-numbers.ts'

/** Something done to the processes at some second of a soak. */
export type Mishap =
  | { readonly kind: 'kill'; readonly atSeconds: number }
  | { readonly kind: 'restart'; readonly atSeconds: number; readonly mode: 'fast' | 'immediate' }
  | {
      readonly kind: 'jump'
      readonly atSeconds: number
      /** Which of the processes, from 0 to 1. */
      readonly who: number
      readonly aheadMs: number
    }

export type TimetableOptions = {
  readonly minutes: number
  readonly seed: number
  /** How long there are kills; the database is restarted and clocks jump to the end. */
  readonly killMinutes: number
  readonly hasServer: boolean
}

const MINUTE_MS = 60_000
/** Every so many minutes the database server is restarted. */
const RESTART_EVERY = 4
const JUMPS_MS = [10, -10, 60, -60, 24 * 60, -24 * 60].map((minutes) => minutes * MINUTE_MS)
/** How long a clock is wrong. */
export const JUMP_SECONDS = 15

/**
 * What happens when, the same for the same seed: in each minute a kill in its first half; every other minute the clock of one process is
 * wrong for a quarter of a minute; every fourth minute the database is restarted, `fast` and `immediate` by turns. A short soak has one
 * minute's mishaps in the time it has.
 */
export function timetable({ minutes, seed, killMinutes, hasServer }: TimetableOptions): readonly Mishap[] {
  const random = randomNumbers(seed)
  const length = Math.min(1, minutes) * 60
  const mishaps: Mishap[] = []
  for (let minute = 0; minute < Math.max(1, Math.floor(minutes)); minute += 1) {
    const within = (from: number, to: number) =>
      Math.round((minute * 60 + length * (from + random() * (to - from))) * 10) / 10
    if (minute < killMinutes) mishaps.push({ kind: 'kill', atSeconds: within(0.05, 0.35) })
    if (minute % 2 === 0) {
      const aheadMs = JUMPS_MS[Math.floor(random() * JUMPS_MS.length)] as number
      mishaps.push({ kind: 'jump', atSeconds: within(0.4, 0.6), who: random(), aheadMs })
    }
    if (hasServer && (minute % RESTART_EVERY === RESTART_EVERY - 1 || minutes <= 1)) {
      const mode = Math.floor(minute / RESTART_EVERY) % 2 === 0 ? 'fast' : 'immediate'
      mishaps.push({ kind: 'restart', atSeconds: within(0.7, 0.9), mode })
    }
  }
  return mishaps.toSorted((one, other) => one.atSeconds - other.atSeconds)
}
