/** A figure that we hold ourselves to, and the best peer's, measured on one machine with the same feeds (docs/notes/peers.md). */
export type Target = {
  readonly what: string
  readonly unit: string
  /** The bench, the beginning of its row, and the figure in it. */
  readonly bench: string
  readonly row: string
  readonly figure: string
  readonly peer?: { readonly name: string; readonly value: number }
} & ({ readonly most: number } | { readonly least: number })

const peer = (name: string, value: number) => ({ peer: { name, value } })

export const targets: readonly Target[] = [
  {
    what: 'First refresh of 1,000 feeds, 30,000 entries',
    unit: 'CPU s',
    bench: 'refresh',
    row: 'first refresh',
    figure: 'cpuSeconds',
    most: 16,
    ...peer('yarr', 32.3),
  },
  {
    what: 'Nothing changed in 1,000 feeds',
    unit: 'CPU s',
    bench: 'refresh',
    row: 'nothing changed, again',
    figure: 'cpuSeconds',
    most: 0.5,
    ...peer('yarr', 0.59),
  },
  {
    what: 'One new entry in each',
    unit: 'CPU s',
    bench: 'refresh',
    row: 'one new entry in each feed',
    figure: 'cpuSeconds',
    most: 4,
    ...peer('yarr', 13.7),
  },
  {
    what: 'Disk for 30,000 entries',
    unit: 'MB',
    bench: 'refresh',
    row: 'disk',
    figure: 'megabytes',
    most: 250,
    ...peer('Newsboat', 158),
  },
  {
    what: 'Memory, all in',
    unit: 'MB',
    bench: 'refresh',
    row: 'peak memory',
    figure: '',
    most: 200,
    ...peer('yarr', 105),
  },
]
