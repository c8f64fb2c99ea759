import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readCommandLine, refuse } from '../../test/read-command-line.ts'
import { publish } from './publish.ts'
import type { Baseline, Eval, EvalResult } from './result.ts'
import { sideBySide } from './side-by-side.ts'

const folder = new URL('./', import.meta.url)
const known = readdirSync(folder, { withFileTypes: true })
  .filter((each) => each.isDirectory() && existsSync(new URL(`${each.name}/score.ts`, folder)))
  .map(({ name }) => name)
  .sort()
/** Those that take many minutes, run when they are named. */
const long = new Set(['extraction-folds'])

const HELP = `Usage: npm run eval -- [NAME…] [options]
Scores the stations on labeled sets and compares with the pinned floors. Without a name: all but ${[...long].join(', ')},
which takes many minutes.

  --data FILE          scores on that set, against no floor
  --json               what comes out, for programs
  --update             raises the floors to what was measured
  --allow-regression   with --update: lowers them, too
  --publish            writes the figures into src/operations/stories/scores.json, which the Audit page shows
  --here               all in this process, one after the other

Names: ${known.join(', ')}`

const { values, positionals } = readCommandLine(HELP, {
  data: { type: 'string' },
  json: { type: 'boolean' },
  update: { type: 'boolean' },
  'allow-regression': { type: 'boolean' },
  publish: { type: 'boolean' },
  here: { type: 'boolean' },
})

const names = positionals.length > 0 ? positionals : known.filter((name) => !long.has(name))
const unknown = names.filter((name) => !known.includes(name))
if (unknown.length > 0) refuse(`There is no eval ${unknown.join(', ')}.`, HELP)

const isAlone = names.length === 1 || values.here || values.update || values.publish || values.data !== undefined
if (!isAlone) process.exit((await sideBySide(names, fileURLToPath(import.meta.url), values.json ?? false)) ? 0 : 1)

const measured = new Map<string, readonly EvalResult[]>()
const results: (EvalResult & { readonly misses: readonly string[] })[] = []
for (const name of names) {
  const station = (await import(new URL(`${name}/score.ts`, folder).href)) as Eval
  const started = process.cpuUsage()
  const scored = await station.run(values.data === undefined ? {} : { data: values.data })
  const { user, system } = process.cpuUsage(started)
  const all: readonly EvalResult[] = Array.isArray(scored) ? scored : [scored]
  measured.set(name, all)
  for (const result of all) {
    const misses = values.data === undefined ? compare(name, result) : []
    results.push({ ...result, misses })
    if (!values.json) print(result, misses, (user + system) / 1e6)
  }
}
if (values.publish && values.data === undefined) {
  const left = publish(measured, new Date().toISOString().slice(0, 10))
  if (left.length > 0) console.error(`Not published, since a pinned set is not on this machine: ${left.join(', ')}`)
}
if (values.json) console.log(JSON.stringify(results.length === 1 ? results[0] : results, null, 2))
process.exitCode = results.some(({ misses }) => misses.length > 0) ? 1 : 0

/** Compares with the floors; with --update raises them, and lowers one only when told so. */
function compare(name: string, result: EvalResult): string[] {
  const file = new URL(`${name}/baseline.json`, folder)
  if (!existsSync(file)) return []
  const all = [JSON.parse(readFileSync(file, 'utf8')) as Baseline | readonly Baseline[]].flat() as Baseline[]
  const baseline = all.find(({ set }) => set === result.set)
  const floors = baseline?.floors ?? (result.isOwnSet ? all[0]?.ownFloors : undefined)
  if (!floors) return []
  const misses = Object.entries(floors).flatMap(([figure, floor]) => {
    const value = result.figures[figure]
    return value !== undefined && value >= floor
      ? []
      : [`${figure} ${value?.toFixed(4) ?? 'missing'} is below its floor ${floor}`]
  })
  if (values.update && baseline && (misses.length === 0 || values['allow-regression'])) {
    const raised = Object.fromEntries(
      Object.keys(floors).map((figure) => [figure, Math.floor((result.figures[figure] ?? 0) * 1000 - 2) / 1000]),
    )
    const next = all.map((each) => (each === baseline ? { ...each, floors: raised } : each))
    writeFileSync(file, `${JSON.stringify(next.length === 1 ? next[0] : next, null, 2)}\n`)
  }
  return misses
}

function print(result: EvalResult, misses: readonly string[], cpuSeconds: number) {
  const figures = Object.entries(result.figures).map(
    ([figure, value]) => `${figure}=${Number.isInteger(value) ? value : value.toFixed(4)}`,
  )
  console.log(
    `${misses.length > 0 ? '✗' : '✓'} ${result.name} on ${result.set} (${result.records} records, ${cpuSeconds.toFixed(1)} CPU-s): ${figures.join(' ')}`,
  )
  for (const note of result.notes) console.log(`    ${note}`)
  for (const miss of misses) console.log(`    FLOOR: ${miss}`)
}
