import type { Course } from './sample.ts'
import { type Slope, slopeOf } from './slope.ts'

/** How a process that lived grew. Memory in MB. */
export type Grown = {
  readonly name: string
  readonly memory: Slope
  /** What is held of heap and buffers after collections of garbage. */
  readonly held: Slope
  readonly files: Slope
}

const MEGABYTE = 2 ** 20

/** How each process grew that lived through the last two thirds of a soak. */
export function growthOf({ samples }: Course): readonly Grown[] {
  const end = samples.at(-1)?.atSeconds ?? 0
  const late = samples.filter(({ atSeconds }) => atSeconds >= end / 3)
  const names = Object.keys(late[0]?.processes ?? {})
  const lived = names.filter((name) => new Set(late.map(({ processes }) => processes[name]?.life)).size === 1)
  return lived.map((name) => {
    const of = (what: 'rss' | 'held' | 'files', unit: number) =>
      slopeOf(
        late.flatMap(({ atSeconds, processes }) => {
          const value = processes[name]?.[what] || 0
          return value === 0 ? [] : [{ atSeconds, value: value / unit }]
        }),
      )
    return { name, memory: of('rss', MEGABYTE), held: of('held', MEGABYTE), files: of('files', 1) }
  })
}
