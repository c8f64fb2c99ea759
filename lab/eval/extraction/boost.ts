/** Rows of numbers with a label each, 0 or 1, and what each weighs. */
export type Examples = {
  readonly width: number
  /** Row after row. */
  readonly rows: Float32Array
  readonly labels: Float32Array
  readonly weights: Float32Array
}

export type BoostOptions = {
  readonly trees: number
  readonly leaves: number
  readonly rate: number
  /** Share of the rows and of the columns that each tree sees. */
  readonly rowShare: number
  readonly columnShare: number
  readonly l2: number
  /** Least sum of second derivatives on either side of a split. */
  readonly leastWeight: number
  readonly bins: number
  readonly seed: number
  /** Columns that may be used; all when absent. */
  readonly columns?: readonly number[]
}

/** A split with what is at most `cut` to the left, or a leaf with what it adds. */
export type Tree =
  | { readonly column: number; readonly cut: number; readonly left: Tree; readonly right: Tree }
  | { readonly value: number }

/** The sum of `base` and of one leaf of each tree is the log-odds of the label 1. */
export type Boosted = { readonly base: number; readonly trees: readonly Tree[]; readonly gains: Float64Array }

/** A column cut into bins: the cuts between them, and the bin of each row. */
type Column = { readonly cuts: readonly number[]; readonly bins: Uint8Array }
export type Binned = { readonly columns: readonly Column[]; readonly count: number }

/** Cuts every column into at most `bins` parts of equal size. */
export function binColumns({ rows, width, labels }: Examples, bins: number): Binned {
  const count = labels.length
  const columns = Array.from({ length: width }, (_, column): Column => {
    const values = new Float32Array(count)
    for (let row = 0; row < count; row++) values[row] = rows[row * width + column]!
    const cuts = cutsOf(Float32Array.from(values).sort(), bins)
    const binOf = new Uint8Array(count)
    for (let row = 0; row < count; row++) binOf[row] = findBin(cuts, values[row]!)
    return { cuts, bins: binOf }
  })
  return { columns, count }
}

function cutsOf(sorted: Float32Array, bins: number): number[] {
  const distinct: number[] = []
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) distinct.push(sorted[i]!)
  const cuts = new Set<number>()
  if (distinct.length <= bins)
    for (let i = 1; i < distinct.length; i++) cuts.add(shortened((distinct[i]! + distinct[i - 1]!) / 2))
  else for (let part = 1; part < bins; part++) cuts.add(shortened(sorted[Math.floor((part * sorted.length) / bins)]!))
  return [...cuts]
}

/** Three digits are enough for a cut, and are what is kept of it. */
function shortened(value: number): number {
  return Number(value.toPrecision(3))
}

function findBin(cuts: readonly number[], value: number): number {
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value > cuts[middle]!) low = middle + 1
    else high = middle
  }
  return low
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Leaf = {
  readonly rows: Int32Array
  readonly gradient: number
  readonly weight: number
  readonly sums: Float64Array
  readonly best: Split | undefined
  split?: { readonly left: Leaf; readonly right: Leaf }
}
type Split = { readonly gain: number; readonly column: number; readonly bin: number }

/**
 * Gradient boosting with the logistic loss: each tree is fitted to what the ones before got wrong (J. Friedman, Greedy
 * function approximation, Annals of Statistics 29, 2001). Trees grow leaf by leaf, at the split that gains most, found in
 * histograms of bins, where a sibling's histogram is the parent's less its brother's (G. Ke et al., LightGBM, NIPS 2017).
 * The same examples and seed give the same trees.
 */
export function boost(examples: Examples, options: BoostOptions, binned = binColumns(examples, options.bins)): Boosted {
  const { labels, weights } = examples
  const count = labels.length
  const random = randomFrom(options.seed)
  const base = startOf(labels, weights)
  const scores = new Float64Array(count).fill(base)
  const gradients = new Float64Array(count)
  const curves = new Float64Array(count)
  const gains = new Float64Array(examples.width)
  const usable = options.columns ?? binned.columns.map((_, column) => column)
  const trees: Tree[] = []
  for (let round = 0; round < options.trees; round++) {
    for (let row = 0; row < count; row++) {
      const p = 1 / (1 + Math.exp(-scores[row]!))
      gradients[row] = weights[row]! * (labels[row]! - p)
      curves[row] = weights[row]! * Math.max(p * (1 - p), 1e-6)
    }
    const columns = usable.filter((column) => random() < options.columnShare && binned.columns[column]!.cuts.length > 0)
    const chosen = Int32Array.from(Array(count).keys()).filter(() => random() < options.rowShare)
    const root = growTree(chosen, { binned, columns, gradients, curves, options })
    const tree = treeOf(root, binned, options, gains)
    trees.push(tree)
    for (let row = 0; row < count; row++) scores[row]! += valueAt(tree, examples, row)
  }
  return { base, trees, gains }
}

function startOf(labels: Float32Array, weights: Float32Array): number {
  let positive = 0
  let all = 0
  labels.forEach((label, row) => {
    positive += label * weights[row]!
    all += weights[row]!
  })
  return Math.log(positive / (all - positive))
}

type Round = {
  readonly binned: Binned
  readonly columns: readonly number[]
  readonly gradients: Float64Array
  readonly curves: Float64Array
  readonly options: BoostOptions
}

function growTree(rows: Int32Array, round: Round): Leaf {
  const root = leafOf(rows, sumBins(rows, round), round)
  const leaves = [root]
  while (leaves.length < round.options.leaves) {
    let at = -1
    leaves.forEach((leaf, index) => {
      if (leaf.best !== undefined && (at < 0 || leaf.best.gain > leaves[at]!.best!.gain)) at = index
    })
    const leaf = leaves[at]
    if (leaf?.best === undefined) break
    const { column, bin } = leaf.best
    const { bins } = round.binned.columns[column]!
    const leftRows = leaf.rows.filter((row) => bins[row]! <= bin)
    const rightRows = leaf.rows.filter((row) => bins[row]! > bin)
    const isLeftSmall = leftRows.length < rightRows.length
    const small = sumBins(isLeftSmall ? leftRows : rightRows, round)
    const large = leaf.sums.map((sum, i) => sum - small[i]!)
    const left = leafOf(leftRows, isLeftSmall ? small : large, round)
    const right = leafOf(rightRows, isLeftSmall ? large : small, round)
    leaf.split = { left, right }
    leaves.splice(at, 1, left, right)
  }
  return root
}

/** For every column a histogram of gradients and second derivatives, `bins` pairs each. */
function sumBins(rows: Int32Array, { binned, columns, gradients, curves, options }: Round): Float64Array {
  const stride = options.bins * 2
  const sums = new Float64Array(columns.length * stride)
  // Read one after the other below, once for every column.
  const ownGradients = Float64Array.from(rows, (row) => gradients[row]!)
  const ownCurves = Float64Array.from(rows, (row) => curves[row]!)
  columns.forEach((column, position) => {
    const { bins } = binned.columns[column]!
    const start = position * stride
    for (let i = 0; i < rows.length; i++) {
      const at = start + bins[rows[i]!]! * 2
      sums[at] = sums[at]! + ownGradients[i]!
      sums[at + 1] = sums[at + 1]! + ownCurves[i]!
    }
  })
  return sums
}

function leafOf(rows: Int32Array, sums: Float64Array, round: Round): Leaf {
  let gradient = 0
  let weight = 0
  for (const row of rows) {
    gradient += round.gradients[row]!
    weight += round.curves[row]!
  }
  return { rows, gradient, weight, sums, best: bestSplit(sums, gradient, weight, round) }
}

function bestSplit(sums: Float64Array, gradient: number, weight: number, round: Round): Split | undefined {
  const { l2, leastWeight, bins } = round.options
  const whole = gradient ** 2 / (weight + l2)
  let best: Split | undefined
  round.columns.forEach((column, position) => {
    const cuts = round.binned.columns[column]!.cuts.length
    const start = position * bins * 2
    let leftGradient = 0
    let leftWeight = 0
    for (let bin = 0; bin < cuts; bin++) {
      leftGradient += sums[start + bin * 2]!
      leftWeight += sums[start + bin * 2 + 1]!
      const rightWeight = weight - leftWeight
      if (leftWeight < leastWeight || rightWeight < leastWeight) continue
      const gain = leftGradient ** 2 / (leftWeight + l2) + (gradient - leftGradient) ** 2 / (rightWeight + l2) - whole
      if (gain > (best?.gain ?? 1e-4)) best = { gain, column, bin }
    }
  })
  return best
}

function treeOf(leaf: Leaf, binned: Binned, options: BoostOptions, gains: Float64Array): Tree {
  if (leaf.split === undefined || leaf.best === undefined)
    return { value: (options.rate * leaf.gradient) / (leaf.weight + options.l2) }
  const { column, bin, gain } = leaf.best
  gains[column]! += gain
  return {
    column,
    cut: binned.columns[column]!.cuts[bin]!,
    left: treeOf(leaf.split.left, binned, options, gains),
    right: treeOf(leaf.split.right, binned, options, gains),
  }
}

function valueAt(tree: Tree, { rows, width }: Examples, row: number): number {
  let at = tree
  while ('column' in at) at = rows[row * width + at.column]! <= at.cut ? at.left : at.right
  return at.value
}

/** The probability of the label 1, by the mean of several models. */
export function probabilityAt(models: readonly Boosted[], examples: Examples, row: number): number {
  let sum = 0
  for (const { base, trees } of models) {
    let score = base
    for (const tree of trees) score += valueAt(tree, examples, row)
    sum += 1 / (1 + Math.exp(-score))
  }
  return sum / models.length
}
