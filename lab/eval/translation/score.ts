import { fileURLToPath } from 'node:url'
import { identifyLanguage } from '../../../src/analyze/language.ts'
import { checkTranslation } from '../../../src/check/check-translation.ts'
import { readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { mutate, mutations, type Pair } from './mutate.ts'

const sets = ['own', 'held'] as const

/**
 * How many right translations pass the check, and how many wrong ones made of them are found, by what is wrong. The pairs are our own,
 * written by one hand: `own` with misses read and rules mended, `held` written after and scored without a rule changed for it.
 */
export async function run(options: EvalOptions): Promise<readonly EvalResult[]> {
  if (options.data !== undefined) return [score(options.data, options.data, false)]
  return sets.map((set) => score(set, fileURLToPath(new URL(`${set}.jsonl`, import.meta.url)), true))
}

function score(set: string, path: string, isOwnSet: boolean): EvalResult {
  const pairs = readRecords<Pair>(path)
  const flawOf = (pair: Pair, translated: string) =>
    checkTranslation({ ...pair, translated, identify: identifyLanguage })
  const lost = pairs.flatMap((pair) => {
    const flaw = flawOf(pair, pair.translated)
    return flaw ? [`${pair.id}: ${flaw}: ${pair.translated}`] : []
  })
  const notes: string[] = []
  let [made, found] = [0, 0]
  for (const mutation of mutations) {
    const wrong = pairs.flatMap((pair, index) => {
      const translated = mutate(pair, mutation, pairs[(index + 1) % pairs.length]!)
      return translated === undefined ? [] : [{ pair, translated }]
    })
    const missed = wrong.filter(({ pair, translated }) => flawOf(pair, translated) === undefined)
    made += wrong.length
    found += wrong.length - missed.length
    notes.push(`${mutation}: ${wrong.length - missed.length} of ${wrong.length} found`)
    for (const { pair, translated } of missed.slice(0, 3))
      notes.push(`  passes: ${pair.id}: ${translated.slice(0, 110)}`)
  }
  return {
    name: 'translation',
    set,
    records: pairs.length,
    figures: { kept: 1 - lost.length / pairs.length, found: found / made, mutants: made },
    notes: [...notes, ...lost.map((line) => `right, not kept: ${line}`)],
    isOwnSet,
  }
}
