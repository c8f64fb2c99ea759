import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { randomNumbers } from '../../bench/material/random-numbers.ts'
import { scoreClustering } from '../clustering/b-cubed.ts'
import {
  byDate,
  type Clustered,
  type ClusteringRecord,
  clusterInOrder,
  datedOnly,
  vectorsOf,
} from '../clustering/cluster-set.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { type Arrival, arrivals, arrive } from './arrivals.ts'

const own = fileURLToPath(new URL('../clustering/own.jsonl', import.meta.url))
/** Real news with dates: the set whose clustering is gated on, and one that no threshold of time was chosen on. */
const sets = ['clustering/allsides-2021-dev.jsonl.zst', 'clustering/allsides-train.jsonl.zst']
const DRAWS = 5

/**
 * How much of a story depends on the order in which its articles arrive: the same news in the order of their dates and in others, held
 * against each other by B-cubed F1 (1: the same stories), as decided one by one and after a repair; and each against the editors' stories.
 */
export async function run({ data }: EvalOptions): Promise<readonly EvalResult[]> {
  const found = data === undefined ? sets.flatMap((set) => findSet(set) ?? []) : [data]
  return (found.length > 0 ? found : [own]).map(score)
}

function score(path: string): EvalResult {
  const records = datedOnly(readRecords<ClusteringRecord>(path))
  const gold = records.map(({ story }) => story)
  const dated = byDate(records)
  const vectors = vectorsOf(records)
  const inOrder = (order: readonly number[]) => clusterInOrder(records, order, vectors)
  const reference = inOrder(dated)
  const ofReference = { online: reference.online, repaired: reference.repaired(true) }
  const figures: Record<string, number> = {
    datedGoldB3F1: scoreClustering(gold, ofReference.repaired).b3F1,
  }
  for (const arrival of arrivals) Object.assign(figures, compare(inOrder, gold, dated, ofReference, arrival))
  return {
    name: 'story-order',
    set: basename(path),
    records: records.length,
    figures,
    notes: [
      ...arrivals.map(({ name, about }) => `${name}: ${about}`),
      `each drawn ${DRAWS} times; means, …Least the least of them; B3F1 against the stories of date order after a repair, OnlineB3F1 before one, GoldB3F1 against the editors`,
    ],
    isOwnSet: path === own,
  }
}

function compare(
  inOrder: (order: readonly number[]) => Clustered,
  gold: readonly string[],
  dated: readonly number[],
  reference: { readonly online: readonly string[]; readonly repaired: readonly string[] },
  arrival: Arrival,
): Readonly<Record<string, number>> {
  const draws = Array.from({ length: DRAWS }, (_, draw) => {
    const { online, repaired } = inOrder(arrive(dated, arrival, randomNumbers(draw + 1)))
    const after = repaired(true)
    return {
      online: scoreClustering(reference.online, online).b3F1,
      after: scoreClustering(reference.repaired, after).b3F1,
      gold: scoreClustering(gold, after).b3F1,
    }
  })
  const mean = (figure: (draw: (typeof draws)[number]) => number) =>
    draws.reduce((sum, draw) => sum + figure(draw), 0) / DRAWS
  return {
    [`${arrival.name}OnlineB3F1`]: mean(({ online }) => online),
    [`${arrival.name}B3F1`]: mean(({ after }) => after),
    [`${arrival.name}Least`]: Math.min(...draws.map(({ after }) => after)),
    [`${arrival.name}GoldB3F1`]: mean((draw) => draw.gold),
  }
}
