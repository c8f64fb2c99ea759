export type Meter = {
  readonly kind: 'counter' | 'gauge' | 'histogram'
  readonly help: string
  readonly labels?: readonly string[]
  /** Upper bounds of a histogram, ascending. */
  readonly buckets?: readonly number[]
}

/** A gauge's present value, with its label values in order. */
export type Reading<Name extends string> = readonly [name: Name, labels: readonly string[], value: number]

export type Meters<Name extends string = string> = {
  count(name: Name, labels?: readonly string[], by?: number): void
  observe(name: Name, labels: readonly string[], value: number): void
  /** Writes all counters and these readings in Prometheus text format (0.0.4). Readings that aren't numbers are left out. */
  write(readings?: readonly Reading<Name>[]): string
}

type Row = { readonly labels: readonly string[]; value: number; readonly counts: number[] }

/** More label combinations of one metric are a mistake; the rest is counted under `other`. */
const maxRows = 500

/** In-memory counters for the metrics in the list. Throws for other names. */
export function createMeters<Name extends string>(list: Readonly<Record<Name, Meter>>): Meters<Name> {
  const counted = new Map<Name, Map<string, Row>>()

  const rowOf = (name: Name, labels: readonly string[]): Row => {
    const meter = list[name]
    if (!meter) throw new Error(`There is no meter ${name}.`)
    const rows = counted.get(name) ?? new Map<string, Row>()
    counted.set(name, rows)
    const known = rows.get(labels.join('\n'))
    if (known) return known
    const isFull = rows.size >= maxRows && labels.some((label) => label !== 'other')
    if (isFull)
      return rowOf(
        name,
        labels.map(() => 'other'),
      )
    const row = { labels, value: 0, counts: (meter.buckets ?? []).map(() => 0) }
    rows.set(labels.join('\n'), row)
    return row
  }

  return {
    count(name, labels = [], by = 1) {
      rowOf(name, labels).value += by
    },
    observe(name, labels, value) {
      const row = rowOf(name, labels)
      row.value += value
      const { buckets = [] } = list[name]
      // Each bucket stores only its own count; `write` adds them up. Values above the last bound are in none.
      const at = buckets.findIndex((bound) => value <= bound)
      const place = at < 0 ? buckets.length : at
      row.counts[place] = (row.counts[place] ?? 0) + 1
    },
    write(readings = []) {
      const byName = Map.groupBy(readings, ([name]) => name)
      return (Object.entries(list) as [Name, Meter][])
        .map(([name, meter]) => {
          const read = (byName.get(name) ?? []).map(([, labels, value]) => ({ labels, value, counts: [] }))
          const rows = [...(counted.get(name)?.values() ?? []), ...read].filter(({ value }) => Number.isFinite(value))
          return rows.length === 0 ? '' : head(name, meter) + rows.map((row) => lines(name, meter, row)).join('')
        })
        .join('')
    },
  }
}

function head(name: string, { kind, help }: Meter): string {
  return `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}\n# TYPE ${name} ${kind}\n`
}

function lines(
  name: string,
  { kind, labels = [], buckets = [] }: Meter,
  { labels: values, value, counts }: Row,
): string {
  const pairs = labels.map((label, at) => `${label}="${escaped(values[at] ?? '')}"`)
  const line = (suffix: string, more: readonly string[], figure: number) => {
    const all = [...pairs, ...more]
    return `${name}${suffix}${all.length > 0 ? `{${all.join(',')}}` : ''} ${figure}\n`
  }
  if (kind !== 'histogram') return line('', [], value)
  let sum = 0
  const upTo = buckets.map((bound, at) => line('_bucket', [`le="${bound}"`], (sum += counts[at] ?? 0)))
  sum += counts[buckets.length] ?? 0
  return [...upTo, line('_bucket', ['le="+Inf"'], sum), line('_sum', [], value), line('_count', [], sum)].join('')
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
