import { numberGiven, readCommandLine, refuse } from '../../test/read-command-line.ts'
import { benches } from './all.ts'
import { boardBenches, boardText, measureBoard, standings } from './board/board.ts'
import { circumstances, keep } from './board/history.ts'
import { type Bench, type BenchOptions, type BenchResult, printTable } from './measure.ts'

const HELP = `Usage: npm run bench -- [NAME…] [options]
       npm run bench -- board [NAME…] [--last] [--json]
Measures what things cost. Without a name: all, one after the other. The board runs those that the targets name and shows how each
target stands; with --last it shows what was kept, without measuring.

  --feeds N          how many feeds (1000)
  --entries N        entries of each feed (30)
  --farm ADDRESS     a feed farm that runs already, by its control address; else feeds of its own are served
  --database URL     postgres://… to measure on PostgreSQL; else SQLite
  --sizes N,N        documents in the window, for those that grow it
  --short            a few of everything: shows in seconds that each still runs; its figures mean nothing
  --json             what comes out, for programs
  --keep             adds what comes out to lab/bench/history.jsonl

Names: ${Object.keys(benches).join(', ')}`

const { values, positionals } = readCommandLine(HELP, {
  json: { type: 'boolean' },
  short: { type: 'boolean' },
  farm: { type: 'string' },
  feeds: { type: 'string' },
  entries: { type: 'string' },
  database: { type: 'string' },
  sizes: { type: 'string' },
  keep: { type: 'boolean' },
  last: { type: 'boolean' },
})

if (positionals[0] === 'board') {
  if (!values.last) await measureBoard(positionals.length > 1 ? positionals.slice(1) : boardBenches, console.error)
  console.log(values.json ? JSON.stringify(standings(), null, 2) : boardText(standings()))
  process.exit()
}
const names = positionals.length > 0 ? positionals : Object.keys(benches)
const unknown = names.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0) refuse(`There is no bench ${unknown.join(', ')}.`, HELP)
if (values.short && values.keep) refuse('What a short run measures is not worth keeping: --short or --keep.', HELP)
// Before a bench is loaded: its sizes are read then.
if (values.short) process.env.BENCH_SHORT = '1'
const options: BenchOptions = {
  feeds: numberGiven('feeds', values.feeds, HELP) ?? (values.short ? 10 : 1000),
  entries: numberGiven('entries', values.entries, HELP) ?? (values.short ? 5 : 30),
  farm: values.farm,
  database: values.database,
  ...(values.sizes !== undefined && {
    sizes: values.sizes.split(',').map((size) => numberGiven('sizes', size, HELP) ?? 0),
  }),
}

const results: BenchResult[] = []
for (const name of names) {
  const before = circumstances()
  const { bench } = await (benches[name] as () => Promise<{ bench: Bench }>)()
  const result = await bench(options)
  if (values.keep) keep({ ...result, ...before })
  results.push(result)
  if (!values.json) printTable(result)
}
if (values.json) console.log(JSON.stringify(results.length === 1 ? results[0] : results, null, 2))
