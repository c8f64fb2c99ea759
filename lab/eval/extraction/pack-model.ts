import { featureNames } from '../../../src/extract/blocks/block-features.ts'
import type { PackedModel } from '../../../src/extract/blocks/block-model.ts'
import type { Boosted, Tree } from './boost.ts'

/** A model and its share in what several say together. */
export type Weighed = { readonly model: Boosted; readonly share: number }

/** Several models as one that says the mean of what they say, by their shares, in the form that is kept. */
export function packModel(models: readonly Weighed[], threshold: number): PackedModel {
  const trees = models.flatMap(({ model }) => model.trees)
  const cutsByColumn = new Map<number, Set<number>>()
  for (const tree of trees) addCuts(tree, cutsByColumn)
  const columns = [...cutsByColumn.keys()].sort((a, b) => a - b)
  const cuts = columns.map((column) => [...cutsByColumn.get(column)!].sort((a, b) => a - b))
  const encode = (tree: Tree, share: number): string => {
    if (!('column' in tree)) {
      const value = Math.round(tree.value * 1_000 * share)
      return ((value >= 0 ? value * 2 : -value * 2 - 1) * 2).toString(36)
    }
    const feature = columns.indexOf(tree.column)
    const code = (feature * 64 + cuts[feature]!.indexOf(tree.cut)) * 2 + 1
    return `${code.toString(36)} ${encode(tree.left, share)} ${encode(tree.right, share)}`
  }
  const base = models.reduce((sum, { model, share }) => sum + model.base * share, 0)
  return {
    features: columns.map((column) => featureNames[column]!),
    cuts,
    base: Number(base.toFixed(4)),
    threshold,
    trees: models.flatMap(({ model, share }) => model.trees.map((tree) => encode(tree, share))),
  }
}

function addCuts(tree: Tree, cuts: Map<number, Set<number>>): void {
  if (!('column' in tree)) return
  const set = cuts.get(tree.column) ?? new Set()
  cuts.set(tree.column, set.add(tree.cut))
  addCuts(tree.left, cuts)
  addCuts(tree.right, cuts)
}
