import { readFileSync, writeFileSync } from 'node:fs'
import { stemOf } from '../../../src/ask/ask-words.ts'
import { isSmall } from '../../../src/ask/small-words.ts'

// Writes src/ask/wordnet-synonyms.txt from the dictionary files of WordNet 3.1: node lab/eval/ask/compile-synonyms.ts FOLDER
const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Give the folder of index.sense, data.noun, data.verb, data.adj and data.adv')

/** A word is taken when the texts that WordNet tagged have it so often; a sense, when it is one of its first two or a fifth of it. */
const leastUses = 3
const mainShare = 0.2

type Use = { readonly uses: number; readonly rank: number }
type Synset = {
  readonly part: string
  readonly words: readonly string[]
  readonly derived: readonly { readonly from: number; readonly to: number; readonly synset: string }[]
}

const parts: Readonly<Record<string, string>> = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' }
const uses = new Map<string, Use>()
const totals = new Map<string, number>()
for (const line of linesOf('index.sense')) {
  const [key = '', offset, rank, count] = line.split(' ')
  const [word = '', rest = ''] = key.split('%')
  uses.set(`${word} ${parts[rest[0] ?? '']}${offset}`, { uses: Number(count), rank: Number(rank) })
  totals.set(word, (totals.get(word) ?? 0) + Number(count))
}

const synsets = new Map<string, Synset>()
for (const [name, part] of [
  ['noun', 'n'],
  ['verb', 'v'],
  ['adj', 'a'],
  ['adv', 'r'],
] as const)
  for (const line of linesOf(`data.${name}`))
    if (/^\d{8}/.test(line)) synsets.set(part + line.slice(0, 8), synsetOf(line, part))

const kin = new Map<string, Set<string>>()
for (const [id, { words, derived }] of synsets) {
  const main = words.filter((word) => isMain(word, id))
  for (const a of main) for (const b of main) add(a, b)
  for (const { from, to, synset } of derived) {
    const [a, b] = [words[from - 1], synsets.get(synset)?.words[to - 1]]
    if (a === undefined || b === undefined || !main.includes(a) || !isWord(b) || (totals.get(b) ?? 0) < 1) continue
    // Who does a thing is not the thing done: `director`, `directed`.
    if (isDoer(a) !== isDoer(b)) continue
    add(a, b)
    add(b, a)
  }
}
const table = [...kin]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([stem, others]) => `${stem}:${[...others].sort().join(' ')}\n`)
  .join('')
const header = JSON.stringify({ bytes: Buffer.byteLength(table) })
writeFileSync(new URL('../../../src/ask/wordnet-synonyms.txt', import.meta.url), `${header}\n${table}`)

function linesOf(name: string): readonly string[] {
  return readFileSync(`${folder}/${name}`, 'utf8').split('\n').filter(Boolean)
}

function synsetOf(line: string, part: string): Synset {
  const fields = (line.split(' | ')[0] ?? '').split(' ')
  const wordCount = Number.parseInt(fields[3] ?? '0', 16)
  const words = Array.from({ length: wordCount }, (_, at) =>
    (fields[4 + 2 * at] ?? '').toLowerCase().replace(/\(.*\)/, ''),
  )
  const first = 5 + 2 * wordCount
  const derived = Array.from({ length: Number(fields[first - 1]) }, (_, at) =>
    fields.slice(first + 4 * at, first + 4 * at + 4),
  )
    .filter(([sign]) => sign === '+')
    .map(([, offset = '', to = '', places = '']) => ({
      synset: (to === 's' ? 'a' : to) + offset,
      from: Number.parseInt(places.slice(0, 2), 16),
      to: Number.parseInt(places.slice(2), 16),
    }))
  return { part, words, derived }
}

function isMain(word: string, id: string): boolean {
  const use = uses.get(`${word} ${id}`)
  const total = totals.get(word) ?? 0
  return (
    isWord(word) &&
    total >= leastUses &&
    use !== undefined &&
    use.uses >= 1 &&
    (use.rank <= 2 || use.uses >= mainShare * total)
  )
}

function isWord(word: string): boolean {
  return /^[a-z]{3,}$/.test(word) && !isSmall(word, 'en')
}

function isDoer(word: string): boolean {
  return /(?:er|or|ist|ian|ee|ess)$/.test(word)
}

function add(a: string, b: string): void {
  const [stem, other] = [stemOf(a), stemOf(b)]
  if (stem === other) return
  const known = kin.get(stem)
  if (known) known.add(other)
  else kin.set(stem, new Set([other]))
}
