import { featureNames } from './block-features.ts'
import packed from './block-model.json' with { type: 'json' }

/** A model as it is kept in `block-model.json`, written by `eval/extraction/train.ts`. */
export type PackedModel = {
  /** The features it asks for. */
  readonly features: readonly string[]
  /** For each of them the values that splits compare with, in order. */
  readonly cuts: readonly (readonly number[])[]
  /** The log-odds of a block before any tree is asked. */
  readonly base: number
  /** A block of at least this probability belongs to the article. */
  readonly threshold: number
  /**
   * Each tree in preorder, its nodes as numbers to the base 36 with a space between. An odd number is a split: half of it is
   * the feature times 64 plus the cut. An even one is a leaf: half of it is a thousand times what the leaf adds, zigzag.
   */
  readonly trees: readonly string[]
}

/** Trees laid out flat: the left child of a split is the next node, a leaf has no column. */
export type BlockModel = {
  readonly base: number
  readonly threshold: number
  readonly columns: Int16Array
  /** The cut of a split, what a leaf adds. */
  readonly values: Float64Array
  readonly rights: Int32Array
  readonly roots: Int32Array
}

/** Unpacks a model. Throws when it asks for a feature that is not measured: it has to be trained again. */
export function unpackModel(model: PackedModel): BlockModel {
  const columnOf = model.features.map((name) => {
    const column = featureNames.indexOf(name)
    if (column < 0) throw new Error(`The block model asks for “${name}”, which is not measured. Train it again.`)
    return column
  })
  const columns: number[] = []
  const values: number[] = []
  const rights: number[] = []
  const roots: number[] = []
  const readNode = (codes: readonly number[], at: number): number => {
    const code = codes[at] ?? 0
    const half = Math.floor(code / 2)
    const node = columns.length
    if (code % 2 === 0) {
      columns.push(-1)
      values.push((half % 2 === 0 ? half / 2 : -(half + 1) / 2) / 1_000)
      rights.push(0)
      return at + 1
    }
    const feature = Math.floor(half / 64)
    columns.push(columnOf[feature] ?? 0)
    values.push(model.cuts[feature]?.[half % 64] ?? 0)
    rights.push(0)
    const next = readNode(codes, at + 1)
    rights[node] = columns.length
    return readNode(codes, next)
  }
  for (const tree of model.trees) {
    roots.push(columns.length)
    readNode(
      tree.split(' ').map((code) => Number.parseInt(code, 36)),
      0,
    )
  }
  return {
    base: model.base,
    threshold: model.threshold,
    columns: Int16Array.from(columns),
    values: Float64Array.from(values),
    rights: Int32Array.from(rights),
    roots: Int32Array.from(roots),
  }
}

/** The model that is shipped. */
export const blockModel: BlockModel = unpackModel(packed)

/** The log-odds that the block whose features begin at `start` belongs to the article. */
export function oddsOf(
  { base, columns, values, rights, roots }: BlockModel,
  rows: Float32Array,
  start: number,
): number {
  let score = base
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!
    for (let column = columns[node]!; column >= 0; column = columns[node]!)
      node = rows[start + column]! <= values[node]! ? node + 1 : rights[node]!
    score += values[node]!
  }
  return score
}
