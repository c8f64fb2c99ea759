import { exportOpml } from '../../src/operations/feeds/export-opml.ts'
import { finishImport, importOpml } from '../../src/operations/feeds/import-opml.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { withContext } from './bench-context.ts'
import { watched } from './loop-delay.ts'
import { type Bench, peakMemoryMb, type Row, round, sized } from './measure.ts'

const outlines = sized(100_000, 1_500)
const folders = sized(250, 10)

/** A list of a hundred thousand feeds taken in as a job does it, again, and given out: what it costs and how long others wait for their turn. */
export const bench: Bench = async ({ database }) =>
  withContext({ database, fetchesPages: false }, async ({ operations }) => {
    const bombs = await refusedBombs(operations)
    const text = longList()
    const before = Math.round(process.memoryUsage.rss() / 2 ** 20)
    const take = async () => {
      const taken = await importOpml.run(operations, { text, name: 'all.opml' })
      if (taken.kind !== 'queued')
        throw new Error(`A list of ${outlines} feeds was not queued: ${JSON.stringify(taken)}`)
      return finishImport(operations, taken.importId, () => {})
    }
    const first = await watched(take)
    const rows = [
      ...bombs,
      { what: 'import', figures: { added: first.result?.added ?? 0, ...first.figures } },
      await repeat('the same list again', take),
      await repeat('export', () => exportOpml.run(operations, {})),
      await repeat('export again', () => exportOpml.run(operations, {})),
    ]
    return {
      name: 'opml',
      load: `${outlines} outlines in ${folders} folders, ${round(text.length / 1e6)} MB, ${operations.store.dialect}`,
      rows,
      peakMemoryMb: peakMemoryMb(),
      notes: [`${before} MB before the first import. Delays are those of the event loop, in milliseconds.`],
    }
  })

/** Files made to fill memory: what each takes beyond its own text, and how long it holds others up. */
async function refusedBombs(operations: OperationContext) {
  const list = (body: string, before = '') => `<?xml version="1.0"?>${before}<opml><body>${body}</body></opml>`
  const laughs = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join(
    '',
  )
  const bombs: readonly (readonly [string, () => string])[] = [
    ['billion laughs', () => list('<outline text="&l9;"/>', `<!DOCTYPE o [<!ENTITY l0 "ha">${laughs}]>`)],
    ['20,000 deep', () => list('<outline text="f">'.repeat(20_000) + '</outline>'.repeat(20_000))],
    ['a value of 5 MB', () => list(`<outline text="${'a'.repeat(5_000_000)}"/>`)],
    ['1,000,000 outlines', () => list('<outline text="a"/>'.repeat(1_000_000))],
    ['199,999 outlines without a feed', () => list('<outline text="a"/>'.repeat(199_999))],
  ]
  const rows: Row[] = []
  for (const [what, make] of bombs) {
    const text = make()
    const before = process.memoryUsage.rss()
    const { result, figures } = await watched(() => importOpml.run(operations, { text }))
    if (result.kind !== 'refused') throw new Error(`${what} was taken in`)
    const grownMb = Math.round((process.memoryUsage.rss() - before) / 2 ** 20)
    rows.push({ what: `refused: ${what}`, figures: { grownMb, ...figures } })
  }
  return rows
}

async function repeat(what: string, work: () => Promise<unknown>) {
  return { what, figures: (await watched(work)).figures }
}

function longList(): string {
  const lines: string[] = []
  for (let folder = 0; folder < folders; folder++) {
    lines.push(`<outline text="Folder ${folder}" title="Folder ${folder}">`)
    for (let feed = folder; feed < outlines; feed += folders) {
      const site = `https://site-${feed % 9973}.example/`
      lines.push(
        `<outline type="rss" text="Feed ${feed}" title="Feed ${feed}" xmlUrl="${site}feeds/${feed}.xml" htmlUrl="${site}" description="What is new &amp; where, number ${feed}" frss:priority="main"/>`,
      )
    }
    lines.push('</outline>')
  }
  return `<?xml version="1.0"?><opml version="2.0" xmlns:frss="https://freshrss.org/opml"><head><title>All</title></head><body>${lines.join('\n')}</body></opml>`
}
