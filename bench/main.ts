import { parseArgs } from 'node:util'
import { boardBenches, boardText, measureBoard, standings } from './board/board.ts'
import { circumstances, keep } from './board/history.ts'
import { type Bench, printTable } from './measure.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    farm: { type: 'string' },
    feeds: { type: 'string' },
    entries: { type: 'string' },
    database: { type: 'string' },
    sizes: { type: 'string' },
    /** Adds what comes out to bench/history.jsonl. */
    keep: { type: 'boolean' },
    /** With `board`: what was kept last, without measuring. */
    last: { type: 'boolean' },
  },
})

const benches: Readonly<Record<string, () => Promise<{ bench: Bench }>>> = {
  refresh: () => import('./refresh.ts'),
  'parse-feeds': () => import('./parse-feeds.ts'),
  pages: () => import('./pages.ts'),
  pipeline: () => import('./pipeline.ts'),
  'quotes-growth': () => import('./quotes-growth.ts'),
  clusters: () => import('./clusters.ts'),
  lanes: () => import('./lanes.ts'),
  'window-start': () => import('./window-start.ts'),
  smoothness: () => import('./smoothness.ts'),
  'first-view': () => import('./first-view.ts'),
  river: () => import('./river.ts'),
  reading: () => import('./reading.ts'),
  peers: () => import('./peers.ts'),
  million: () => import('./million.ts'),
  start: () => import('./start.ts'),
  memory: () => import('./memory.ts'),
  'large-story': () => import('./large-story.ts'),
  discussion: () => import('./discussion.ts'),
  clients: () => import('./clients.ts'),
  meaning: () => import('./meaning.ts'),
  ask: () => import('./ask.ts'),
  checker: () => import('./checker.ts'),
  audit: () => import('./audit.ts'),
  fever: () => import('./fever.ts'),
  imports: () => import('./imports.ts'),
  opml: () => import('./opml.ts'),
  extract: () => import('./extract.ts'),
  'ingest-articles': () => import('./ingest-articles.ts'),
  growth: () => import('./growth.ts'),
  partitions: () => import('./partitions.ts'),
  limits: () => import('./limits.ts'),
  costs: () => import('./costs.ts'),
  capacity: () => import('./capacity.ts'),
  'database-ways': () => import('./database-ways.ts'),
}

if (positionals[0] === 'board') {
  if (!values.last) await measureBoard(positionals.length > 1 ? positionals.slice(1) : boardBenches, console.error)
  console.log(values.json ? JSON.stringify(standings(), null, 2) : boardText(standings()))
  process.exit()
}
const names = positionals.length > 0 ? positionals : Object.keys(benches)
const unknown = names.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}

for (const name of names) {
  const before = circumstances()
  const { bench } = await (benches[name] as () => Promise<{ bench: Bench }>)()
  const result = await bench({
    feeds: Number(values.feeds ?? 1000),
    entries: Number(values.entries ?? 30),
    farm: values.farm,
    database: values.database,
    ...(values.sizes === undefined ? {} : { sizes: values.sizes.split(',').map(Number) }),
  })
  if (values.keep) keep({ ...result, ...before })
  if (values.json) console.log(JSON.stringify(result, null, 2))
  else printTable(result)
}
