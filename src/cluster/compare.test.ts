import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asId, type DocumentId, type StoryId } from '../core/ids.ts'
import { compare, neighborsAmong, type WeighedRow } from './compare.ts'
import { featuresOf } from './vectorize.ts'
import { countDocuments, weigherOf } from './weigh-rows.ts'

const dayMs = 86_400_000
const words =
  'bridge crack pier ferry mayor harbour storm tree power valley vote governor count rival court judge jury fire roof crew'.split(
    ' ',
  )

/** Texts of twelve words each, an hour apart, of which many share some. */
function itemsOf(count: number): WeighedRow[] {
  const rows = Array.from({ length: count }, (_, i) => {
    const text = Array.from(
      { length: 12 },
      (_, k) => `${words[(i * (k + 1) + k * k) % words.length]}${(i * k) % 3}`,
    ).join(' ')
    const at = new Date(Date.UTC(2026, 0, 5) + (i * dayMs) / 24).toISOString()
    const language = 'en'
    return {
      documentId: asId<DocumentId>(`d${i}`),
      storyId: asId<StoryId>(`s${i}`),
      at,
      language,
      ...featuresOf({ title: '', text, language }),
    }
  })
  const weigh = weigherOf(rows.length, countDocuments(rows), 'en')
  return rows.map((row) => ({ row, storyId: row.storyId, atMs: Date.parse(row.at), vector: weigh(row) }))
}

const items = itemsOf(120)
const look = neighborsAmong(items, 2 * dayMs)
const linksWith = (chosen: readonly WeighedRow[], mostPairs: number) => compare(items, chosen, look, mostPairs).links
const countOf = (links: ReturnType<typeof linksWith>) => links.reduce((sum, { others }) => sum + others.length, 0)

describe('compare', () => {
  it('finds the same pairs whether each is looked up once or from both sides', () => {
    const links = linksWith(items, 1e6)
    assert.ok(countOf(links) > 1000)
    assert.deepEqual(links, linksWith([...items], 1e6))
  })
  it('leaves out the faintest pairs when there are too many, from both sides', () => {
    const all = linksWith(items, 1e6)
    const most = Math.floor(countOf(all) * 0.95)
    const fewer = linksWith(items, most)
    assert.equal(fewer.length, items.length)
    assert.ok(countOf(fewer) <= most && countOf(fewer) > 0)
    const kept = fewer.flatMap(({ others, scores }, i) =>
      Array.from(others, (other, k) => `${i} ${other} ${scores[k]}`),
    )
    const found = all.flatMap(({ others, scores }, i) => Array.from(others, (other, k) => `${i} ${other} ${scores[k]}`))
    assert.ok(new Set(kept).isSubsetOf(new Set(found)))
    for (const [i, { others }] of fewer.entries())
      for (const other of others) assert.ok(fewer[other]?.others.includes(i))
    const left = new Set(found).difference(new Set(kept))
    assert.ok(left.size > 0)
    for (const pair of left) assert.ok(Number(pair.split(' ')[2]) < 0.12, pair)
  })
})
