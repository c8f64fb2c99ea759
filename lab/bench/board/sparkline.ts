const bars = '▁▂▃▄▅▆▇█'

/** Values as a line of bars from the least to the most; the same height where they are all alike. */
export function sparkline(values: readonly number[]): string {
  const least = Math.min(...values)
  const span = Math.max(...values) - least
  return values.map((value) => bars[span === 0 ? 3 : Math.round(((value - least) / span) * 7)]).join('')
}
