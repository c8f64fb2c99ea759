import { type Bench, peakMemoryMb, type Row } from './measure.ts'
import { runChild } from './run-child.ts'

/** Articles in the store; the last 30,000 of them in the window. */
const STORED = [30_000, 300_000]
const IN_WINDOW = 30_000

type Ingested = { readonly whole: Row['figures']; readonly stations: Row['figures'] }

/** Articles from their pages to their stories, on one thread and SQLite, as the store grows: in all, and what each station takes. */
export const bench: Bench = async ({ sizes = STORED }) => {
  const rows: Row[] = []
  for (const stored of sizes) {
    const { whole, stations } = await runChild<Ingested>('./ingest-child.ts', [stored, IN_WINDOW])
    rows.push({ what: `${stored} stored`, figures: whole })
    rows.push({ what: `${stored} stored: CPU ms per article by station`, figures: stations })
  }
  return {
    name: 'ingest-articles',
    load: `real pages and those of the demo, half of their longer words exchanged, one in ten a copy; ${IN_WINDOW} articles in the window, SQLite`,
    rows,
    peakMemoryMb: peakMemoryMb(),
    notes: [
      'articlesPerCpuSecond: page to layers, copies, story and one transaction; fetching is not in it, nor saving the entry (store.feeds.savePolls).',
      'withTelling: and the dossier of every story that was touched, once.',
      'extract holds tree (with guard), blocks, facts and mainText (Readability on our tree). decide: which story, whose text. threads: what comes back from a thread, copied.',
    ],
  }
}
