import assert from 'node:assert/strict'
import { test } from 'node:test'
import { featureNames } from '../../../src/extract/blocks/block-features.ts'
import { blockLogOdds, unpackModel } from '../../../src/extract/blocks/block-model.ts'
import { type Boosted, boost, type Examples, randomFrom, type Tree } from './boost.ts'
import { packModel } from './pack-model.ts'

const options = {
  trees: 30,
  leaves: 6,
  rate: 0.2,
  rowShare: 0.8,
  columnShare: 1,
  l2: 1,
  leastWeight: 0.1,
  bins: 16,
  seed: 3,
}

/** One where the first two columns are on different sides of a half: no single column tells. */
function crossed(width: number, count = 400): Examples {
  const random = randomFrom(7)
  const rows = Float32Array.from({ length: width * count }, () => random())
  const labels = Float32Array.from({ length: count }, (_, row) =>
    Number(rows[row * width]! > 0.5 !== rows[row * width + 1]! > 0.5),
  )
  return { width, rows, labels, weights: new Float32Array(count).fill(1) }
}

function oddsIn({ base, trees }: Boosted, { rows, width }: Examples, row: number): number {
  const leafOf = (tree: Tree): number =>
    'column' in tree ? leafOf(rows[row * width + tree.column]! <= tree.cut ? tree.left : tree.right) : tree.value
  return trees.reduce((sum, tree) => sum + leafOf(tree), base)
}

test('trees learn what no single column tells', () => {
  const examples = crossed(4)
  const model = boost(examples, options)
  const right = examples.labels.filter((label, row) => oddsIn(model, examples, row) > 0 === (label === 1)).length
  assert.ok(right >= 380, `${right} of 400`)
})

test('the same seed gives the same trees, another seed others', () => {
  const examples = crossed(4)
  assert.deepEqual(boost(examples, options).trees, boost(examples, options).trees)
  assert.notDeepEqual(boost(examples, options).trees, boost(examples, { ...options, seed: 4 }).trees)
})

test('a packed model says what its trees say', () => {
  const examples = crossed(featureNames.length, 120)
  const first = boost(examples, { ...options, trees: 8 })
  const second = boost(examples, { ...options, trees: 8, seed: 9 })
  const model = unpackModel(
    packModel(
      [
        { model: first, share: 0.25 },
        { model: second, share: 0.75 },
      ],
      0.5,
    ),
  )
  for (let row = 0; row < 120; row++) {
    const expected = oddsIn(first, examples, row) * 0.25 + oddsIn(second, examples, row) * 0.75
    assert.ok(Math.abs(blockLogOdds(model, examples.rows, row * examples.width) - expected) < 0.02)
  }
})

test('a model that asks for what is not measured is refused', () => {
  const model = { features: ['moonlight'], cuts: [[1]], base: 0, threshold: 0.5, trees: [] }
  assert.throws(() => unpackModel(model), /moonlight/)
})
