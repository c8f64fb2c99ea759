import { featureNames } from './block-features.ts'
import packed from './block-model.json' with { type: 'json' }

/** A model as stored in `block-model.json`, written by `lab/eval/extraction/train.ts`. */
export type PackedModel = {
  readonly features: readonly string[]
  /** For each feature the values that splits compare with, in order. */
  readonly cuts: readonly (readonly number[])[]
  /** The log odds of a block before any tree. */
  readonly base: number
  /** A block with at least this probability belongs to the article. */
  readonly threshold: number
  /**
   * Each tree in preorder, its nodes as base-36 numbers separated by spaces. An odd number is a split: half of it is the feature times 64
   * plus the cut. An even one is a leaf: half of it is a thousand times the leaf's value, in zigzag encoding.
   */
  readonly trees: readonly string[]
}

/** Flattened trees, with the numbers of one node side by side in memory: the left child of a split is the next node, a leaf has no column. */
export type BlockModel = {
  readonly base: number
  readonly threshold: number
  /** Three numbers per node: its column, its cut (read through `cuts`, which shares the memory), and its right child or its leaf. */
  readonly nodes: Int32Array
  readonly cuts: Float32Array
  readonly leaves: Float64Array
  /** Index in `nodes` of each tree's root. */
  readonly roots: Int32Array
}

const nodeSize = 3

/** Unpacks a model. Throws when it uses a feature that is no longer measured: it must be trained again. */
export function unpackModel(model: PackedModel): BlockModel {
  const columnOf = model.features.map((name) => {
    const column = featureNames.indexOf(name)
    if (column < 0) throw new Error(`The block model asks for “${name}”, which is not measured. Train it again.`)
    return column
  })
  const nodes: number[] = []
  const cuts: number[] = []
  const leaves: number[] = []
  const roots: number[] = []
  const readNode = (codes: readonly number[], at: number): number => {
    const code = codes[at] ?? 0
    const half = Math.floor(code / 2)
    if (code % 2 === 0) {
      nodes.push(-1, 0, leaves.length)
      leaves.push((half % 2 === 0 ? half / 2 : -(half + 1) / 2) / 1_000)
      return at + 1
    }
    const node = nodes.length
    const feature = Math.floor(half / 64)
    nodes.push(columnOf[feature] ?? 0, 0, 0)
    cuts[node + 1] = single(model.cuts[feature]?.[half % 64] ?? 0)
    const next = readNode(codes, at + 1)
    nodes[node + 2] = nodes.length
    return readNode(codes, next)
  }
  for (const tree of model.trees) {
    roots.push(nodes.length)
    readNode(
      tree.split(' ').map((code) => Number.parseInt(code, 36)),
      0,
    )
  }
  const flat = Int32Array.from(nodes)
  const cutsOfNodes = new Float32Array(flat.buffer)
  cuts.forEach((cut, at) => {
    cutsOfNodes[at] = cut
  })
  return {
    base: model.base,
    threshold: model.threshold,
    nodes: flat,
    cuts: cutsOfNodes,
    leaves: Float64Array.from(leaves),
    roots: Int32Array.from(roots),
  }
}

/** The greatest single-precision number that is not above a cut. Features have that precision, so each stays on the same side. */
function single(cut: number): number {
  const near = new Float32Array([cut])
  if (near[0]! <= cut) return near[0]!
  const bits = new Int32Array(near.buffer)
  // The next number below has bits one less for a positive number, and one more for a negative one.
  bits[0] = bits[0]! + (near[0]! > 0 ? -1 : 1)
  return near[0]!
}

export const blockModel: BlockModel = unpackModel(packed)

/** The log odds that the block whose features begin at `start` belongs to the article. */
export function blockLogOdds(
  { base, nodes, cuts, leaves, roots }: BlockModel,
  rows: Float32Array,
  start: number,
): number {
  let score = base
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!
    for (let column = nodes[node]!; column >= 0; column = nodes[node]!)
      node = rows[start + column]! <= cuts[node + 1]! ? node + nodeSize : nodes[node + 2]!
    score += leaves[nodes[node + 2]!]!
  }
  return score
}
