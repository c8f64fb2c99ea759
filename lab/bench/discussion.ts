import { brotliCompressSync } from 'node:zlib'
import { openWeb } from '../../src/app/serve/open-web.ts'
import type { ReaderIdentity } from '../../src/core/reader-identity.ts'
import { instanceOwner } from '../../src/core/reader-identity.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { withContext } from './bench-context.ts'
import { type Bench, peakMemoryMb, percentile, round, sized } from './measure.ts'

const COMMENTS = sized(10_000, 50)
const READERS = sized(200, 5)
const RUNS = sized(30, 2)

/** A story with ten thousand comments in threads of ten: what its first page weighs, and how long the server takes. */
export const bench: Bench = async ({ database }) =>
  withContext({ database, fetchesPages: false }, async ({ operations, pipeline }) => {
    const { store } = operations
    const line = { title: 'Harbor bridge closed', outlet: 'Courier', url: 'https://courier.example/1' }
    const text = 'Engineers closed the harbor bridge on Monday. The mayor said it will be mended by spring.'
    const bytes = new TextEncoder().encode(JSON.stringify({ ...line, publishedAt: '2026-03-12T06:30:00Z', text }))
    await importFile.run(operations, { bytes, name: 'a.jsonl' })
    await pipeline.runOnce()
    const storyId = (await store.articles.findByUrl(line.url))!.storyId!
    const startedAt = Date.parse('2026-03-12T08:00:00Z')
    const readers: ReaderIdentity[] = []
    for (let index = 0; index < READERS; index++) {
      const reader = { id: `reader-${index}`, name: `Reader ${index}`, role: 'reader' as const }
      await store.accounts.add({ ...reader, createdAt: new Date(startedAt).toISOString() })
      readers.push(reader)
    }
    let root = ''
    for (let index = 0; index < COMMENTS; index++) {
      const id = crypto.randomUUID()
      const isFirst = index % 10 === 0
      await store.comments.add(
        {
          id,
          readerId: readers[index % READERS]!.id,
          on: { kind: 'story', id: storyId },
          ...(!isFirst && { parentId: root }),
          body: `Remark **${index}**: the pier was looked at in ${1990 + (index % 30)}, and again a year later; see https://courier.example/${index}.`,
          quotes: [],
          at: new Date(startedAt + index * 1000).toISOString(),
          holdReasons: [],
          mentions: [],
        },
        { since: new Date(startedAt + index * 1000).toISOString(), most: 100 },
      )
      if (isFirst) root = id
    }
    const web = openWeb(operations, { version: '0', identify: async () => instanceOwner })
    const times: number[] = []
    let page = ''
    for (let run = 0; run < RUNS; run++) {
      const from = performance.now()
      const answer = await web.request(`/stories/${storyId}/discussion`)
      page = await answer.text()
      times.push(performance.now() - from)
    }
    const style = await Promise.all(
      [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(async ([, path]) =>
        (await web.request(path!)).text(),
      ),
    )
    const kilobytes = (parts: readonly string[]) =>
      round(parts.reduce((sum, part) => sum + brotliCompressSync(part).length, 0) / 1024)
    return {
      name: 'discussion',
      load: `${COMMENTS} comments on one story in ${COMMENTS / 10} threads, ${store.dialect}; ${RUNS} requests`,
      rows: [
        {
          what: 'first page',
          figures: {
            medianMs: round(percentile(times, 0.5)),
            worstMs: round(Math.max(...times)),
            pageKilobytes: kilobytes([page]),
            withAssetsKilobytes: kilobytes([page, ...style]),
          },
        },
        { what: 'most we allow ourselves', figures: { medianMs: 50, withAssetsKilobytes: 35 } },
      ],
      peakMemoryMb: peakMemoryMb(),
      notes: ['Sizes are after brotli, in units of 1,024 bytes; assets are the sheets and the script of the page.'],
    }
  })
