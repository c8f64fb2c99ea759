import type { Bench, Row } from './measure.ts'
import { peakMemoryMb, sized } from './measure.ts'
import { runChild } from './run-child.ts'

const SIZES = sized([10_000, 30_000, 40_000, 100_000, 300_000], [100])
/** Documents in the window, and how many of them are new since the last repair. */
const REPAIRS: readonly (readonly [number, number])[] = sized(
  [
    [10_000, 10_000],
    [10_000, 500],
    [30_000, 500],
    [100_000, 500],
    [100_000, 100_000],
  ],
  [[100, 10]],
)

/** Deciding stories as the window grows: decisions per CPU second, memory, and repairs. Each in a process of its own. */
export const bench: Bench = async ({ sizes = SIZES }) => {
  const rows: Row[] = []
  const largest = Math.max(...sizes)
  for (const size of sizes)
    rows.push({ what: `window of ${size}, ${size / 4} a day`, figures: await runChild('./window-child.ts', [size]) })
  for (const [size, touched] of REPAIRS)
    if (size <= largest)
      rows.push({
        what: `repair of ${size}, ${touched} new`,
        figures: await runChild('./repair-child.ts', [size, touched]),
      })
  return {
    name: 'clusters',
    load: 'invented news: events told by 1 to 60 outlets in three days, a third background; window of four days',
    rows,
    peakMemoryMb: peakMemoryMb(),
    notes: [
      'perCpuSecond: which story, with the reason, and taken into the window; vectors apart, since a thread makes them.',
      'rssGrowthMb: resident memory over the same process with an empty window, garbage collected; heldMb: heap and arrays.',
    ],
  }
}
