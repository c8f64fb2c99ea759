import { startServer, whyNoServer } from '../../test/integration/postgres-server.ts'
import { type Bench, peakMemoryMb, type Row, sized } from './measure.ts'
import { runChild } from './run-child.ts'

/** Articles in the store; the last 30,000 of them in the window. */
const STORED = sized([1_000, 30_000, 300_000], [50])
const IN_WINDOW = sized(30_000, 100)

type Ingested = { readonly whole: Row['figures']; readonly stations: Row['figures'] }

/** So many go through on each database, after some hundred to warm up. */
const ARTICLES = sized(400, 2)
/** Filling a server takes longer, and what is looked for by index costs the same soon: more only where its address is given. */
const ON_SERVER = sized([3_000, 30_000], [50])
const MOST_ON_SERVER = 30_000
/** Why nothing is measured on a server of its own. */
const noServer = sized(whyNoServer, 'A short run is of SQLite alone.')

/**
 * Articles from their pages to their stories, on one thread, as the store grows: in all, and what each station takes. On SQLite, then on
 * PostgreSQL, whose own CPU is counted beside.
 */
export const bench: Bench = async ({ sizes, database }) => {
  const rows: Row[] = []
  const add = async (where: string, stored: number, server: readonly string[]) => {
    const given = [stored, IN_WINDOW, ARTICLES, ...server]
    const { whole, stations } = await runChild<Ingested>('./ingest-child.ts', given)
    rows.push({ what: `${where}${stored} stored`, figures: whole })
    rows.push({ what: `${where}${stored} stored: CPU ms per article by station`, figures: stations })
    // Filling a large store takes most of an hour: what is known is told, should it be stopped at the next.
    console.error(`${where}${stored} stored: ${JSON.stringify(whole)}`)
  }
  if (database === undefined) for (const stored of sizes ?? STORED) await add('', stored, [])
  if (database !== undefined)
    for (const stored of (sizes ?? ON_SERVER).slice(0, 1)) await add('PostgreSQL, ', stored, [database])
  else if (!noServer)
    for (const stored of (sizes ?? ON_SERVER).filter((size) => size <= MOST_ON_SERVER))
      await add('PostgreSQL, ', stored, [await startServer()])
  return {
    name: 'ingest-articles',
    load: `invented news of many outlets on real pages and those of the demo; ${IN_WINDOW} articles in the window`,
    rows,
    peakMemoryMb: peakMemoryMb(),
    notes: [
      ...(database === undefined && noServer ? [noServer] : []),
      'serverSettleMs: CPU of all processes of the PostgreSQL server while an article is decided and saved; serverInAllMs: with its entry and its story told.',
      'articlesPerCpuSecond: page to layers, copies, story and one transaction; fetching is not in it, nor saving the entry (store.feeds.savePolls).',
      'firstPerCpuSecond: the same of the 600 articles before those that are counted, the first of the process, whose code is compiled meanwhile.',
      'withTelling: and the dossier of every story that was touched, once.',
      'extract holds tree (with guard), blocks, facts and mainText (Readability on our tree). decide: which story, whose text. threads: what comes back from a thread, copied.',
    ],
  }
}
