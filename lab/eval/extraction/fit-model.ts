import { type BlockModel, type PackedModel, unpackModel } from '../../../src/extract/blocks/block-model.ts'
import { type Binned, type Boosted, type BoostOptions, binColumns, boost, type Examples } from './boost.ts'
import { packModel, type Weighed } from './pack-model.ts'
import { joinExamples, type PageExamples } from './read-examples.ts'

const options: Omit<BoostOptions, 'seed'> = {
  trees: 110,
  leaves: 12,
  rate: 0.09,
  rowShare: 0.7,
  columnShare: 0.3,
  l2: 3,
  leastWeight: 0.3,
  bins: 32,
}
const carefulOptions: typeof options = { ...options, trees: 100, leaves: 10, leastWeight: 0.5 }
/** How many models of each kind are averaged, and the share of those that saw only what was labeled with care. */
const bag = 2
const carefulShare = 0.3
/** A block of at least this probability is kept. */
const threshold = 0.4

/**
 * Fits boosted trees to the blocks of all pages, and others to those labeled with care alone, and lets both speak: the first know
 * more of the web, the second which lines belong to a text. The same pages and seed give the same model.
 */
export function fitModel(pages: readonly PageExamples[], seed: number): PackedModel {
  const careful = pages.map(({ isCareful }) => isCareful)
  const all = joinExamples(pages)
  const binned = binColumns(all, options.bins)
  const wide = fitBag(all, binned, options, seed)
  if (careful.every((each) => each) || !careful.includes(true)) return packModel(shared(wide, 1), threshold)
  const isCareful = Uint8Array.from(
    pages.flatMap((page) => Array<number>(page.labels.length).fill(Number(page.isCareful))),
  )
  const some = joinExamples(pages.filter((page) => page.isCareful))
  const part = {
    count: some.labels.length,
    columns: binned.columns.map(({ cuts, bins }) => ({ cuts, bins: bins.filter((_, row) => isCareful[row] === 1) })),
  }
  const narrow = fitBag(some, part, carefulOptions, seed + 50)
  return packModel([...shared(wide, 1 - carefulShare), ...shared(narrow, carefulShare)], threshold)
}

/** One bag member on its own: enough to see that training works. */
export function fitSmallModel(pages: readonly PageExamples[], seed: number): PackedModel {
  const model = boost(joinExamples(pages), { ...carefulOptions, trees: 80, columnShare: 0.2, seed })
  return packModel([{ model, share: 1 }], threshold)
}

function fitBag(examples: Examples, binned: Binned, chosen: typeof options, seed: number): Boosted[] {
  return Array.from({ length: bag }, (_, member) => boost(examples, { ...chosen, seed: seed * 100 + member }, binned))
}

function shared(models: readonly Boosted[], share: number): Weighed[] {
  return models.map((model) => ({ model, share: share / models.length }))
}

/** As {@link fitModel}, ready to be asked. */
export function fitted(pages: readonly PageExamples[], seed: number): BlockModel {
  return unpackModel(fitModel(pages, seed))
}
