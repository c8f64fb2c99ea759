import { proposeRepairs } from '../../src/cluster/repair.ts'
import { featuresOf } from '../../src/cluster/vectorize.ts'
import type { WindowEntry } from '../../src/cluster/window-entry.ts'
import { asId, type DocumentId, type StoryId } from '../../src/core/ids.ts'
import { newsFarm } from './material/news/write.ts'
import { measure, peakMemoryMb } from './measure.ts'

/** `node lab/bench/repair-child.ts DOCUMENTS TOUCHED`: what one repair costs when the last so many are new since the last. */
const [size = 0, touchedCount = 0] = process.argv.slice(2).map(Number)
const rows: WindowEntry[] = []
for (const article of newsFarm({ perDay: size / 4, seed: 1 })) {
  if (rows.length >= size) break
  rows.push({
    documentId: asId<DocumentId>(article.id),
    storyId: asId<StoryId>(`given ${article.event}`),
    language: 'en',
    at: article.at,
    ...featuresOf(article),
  })
}
const touched = new Set(rows.slice(-touchedCount).map(({ documentId }) => documentId))
let minted = 0
const newId = () => asId<StoryId>(`new ${(minted += 1)}`)
const { cpuSeconds, wallSeconds, result } = await measure(async () => proposeRepairs(rows, { touched, newId }))
console.log(JSON.stringify({ cpuSeconds, wallSeconds, moves: result.length, peakMb: peakMemoryMb() }))
