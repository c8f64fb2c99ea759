import type { Course, Happening } from './sample.ts'

const WIDTH = 760
const LEFT = 56
const RIGHT = 12
const TOP = 58
const PANEL = 150
const GAP = 46
const MEGABYTE = 2 ** 20
const inks = ['var(--one)', 'var(--two)', 'var(--three)']
const STYLE = `
:root { --ink: #1c1c1a; --soft: #6a6862; --line: #d9d6cf; --one: #0b5c8a; --two: #a8540a; --three: #5b3f9e; --bad: #b3261e }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece9e2; --soft: #a5a29a; --line: #45433e; --one: #7cc0ea; --two: #f0a860; --three: #bda7f5; --bad: #ff8f86 }
}
text { font: 12px system-ui, sans-serif; fill: var(--ink) }
.soft { fill: var(--soft) }
.grid { stroke: var(--line) }
.row { fill: none; stroke-width: 1.5 }`

type Point = readonly [atSeconds: number, value: number]
type Row = { readonly name: string; readonly pieces: readonly (readonly Point[])[] }

/** Draws the course of a soak as an SVG: memory of each process, then what waits, with what happened above them. */
export function drawCourse(course: Course): string {
  const { samples, happenings, minutes, store } = course
  const seconds = Math.max(1, samples.at(-1)?.atSeconds ?? 1)
  const x = (at: number) => round(LEFT + ((WIDTH - LEFT - RIGHT) * at) / seconds)
  const names = Object.keys(samples[0]?.processes ?? {})
  const memory = names.map((name): Row => ({ name, pieces: livesOf(course, name) }))
  const waits = (name: string, value: (queue: NonNullable<(typeof samples)[number]['queue']>) => number): Row => ({
    name,
    pieces: [samples.flatMap(({ atSeconds, queue }) => (queue ? [[atSeconds, value(queue)] as const] : []))],
  })
  const queue = [
    waits('jobs that are due or under way', ({ waiting, running }) => waiting + running),
    waits('jobs that failed for good', ({ failed }) => failed),
  ]
  const second = TOP + PANEL + GAP
  const height = second + PANEL + 34
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Memory and queue of a soak of ${minutes} minutes on ${store}">
<style>${STYLE}</style>
${happenings.map((happening) => markOf(happening, x, height)).join('\n')}
${panel('Memory (RSS), MB', memory, TOP, x)}
${panel('Queue', queue, second, x)}
${ticksOf(seconds, x, height)}
<text x="${LEFT}" y="14" class="soft">▼ kill -9   ◆ PostgreSQL restarted   ○ a clock is wrong for 15 s</text>
</svg>
`
}

/** The memory of a process, a piece for each of its lives. */
function livesOf({ samples }: Course, name: string): readonly (readonly Point[])[] {
  const lives = Map.groupBy(samples, ({ processes }) => processes[name]?.life ?? 0)
  return [...lives.values()].map((life) =>
    life.flatMap(({ atSeconds, processes }) => {
      const rss = processes[name]?.rss ?? 0
      return rss === 0 ? [] : [[atSeconds, rss / MEGABYTE] as const]
    }),
  )
}

function markOf({ kind, atSeconds, what }: Happening, x: (at: number) => number, height: number): string {
  const at = x(atSeconds)
  const sign = kind === 'kill' ? '▼' : kind === 'restart' ? '◆' : '○'
  const line =
    kind === 'restart' ? `<path d="M${at} ${TOP}V${height - 34}" stroke="var(--line)" stroke-dasharray="2 3"/>` : ''
  return `${line}<text x="${at}" y="34" text-anchor="middle" style="font-size:9px;fill:var(${kind === 'jump' ? '--soft' : '--bad'})"><title>${what}</title>${sign}</text>`
}

function panel(title: string, rows: readonly Row[], top: number, x: (at: number) => number): string {
  const values = rows.flatMap(({ pieces }) => pieces.flat().map(([, value]) => value))
  const most = roundUp(Math.max(1, ...values))
  const y = (value: number) => round(top + PANEL - (PANEL * value) / most)
  const grid = [0, 0.5, 1].map(
    (share) =>
      `<path class="grid" d="M${LEFT} ${y(most * share)}H${WIDTH - RIGHT}"/><text x="${LEFT - 6}" y="${y(most * share) + 4}" text-anchor="end" class="soft">${most * share}</text>`,
  )
  const lines = rows.map(({ pieces }, index) => {
    const path = pieces
      .filter((piece) => piece.length > 0)
      .map((piece) => `M${piece.map(([at, value]) => `${x(at)} ${y(value)}`).join('L')}`)
      .join('')
    return `<path class="row" stroke="${inks[index % inks.length]}" d="${path}"/>`
  })
  let keyAt = WIDTH - RIGHT
  const keys = rows
    .map(({ name }, index) => {
      const key = `<text x="${keyAt}" y="${top - 4}" text-anchor="end" style="fill:${inks[index % inks.length]}">${name}</text>`
      keyAt -= name.length * 6.5 + 18
      return key
    })
    .toReversed()
  return [`<text x="${LEFT}" y="${top - 4}">${title}</text>`, ...grid, ...lines, ...keys].join('\n')
}

function ticksOf(seconds: number, x: (at: number) => number, height: number): string {
  const minutes = seconds / 60
  const step = minutes > 20 ? 10 : minutes > 2 ? 1 : 0.5
  return Array.from({ length: Math.floor(minutes / step) + 1 }, (_, index) => index * step)
    .map(
      (minute) =>
        `<text x="${x(minute * 60)}" y="${height - 14}" text-anchor="middle" class="soft">${minute}${minute === 0 ? ' min' : ''}</text>`,
    )
    .join('')
}

/** The next round number: 1, 2 or 5 with zeros. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10) * power
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
