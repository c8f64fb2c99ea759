import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { loadTagger, tagWords } from '../../../src/analyze/grammar/tagger.ts'
import { packWeights } from './pack.ts'
import { accuracy, readConllu, trainTagger } from './train.ts'

const TREEBANK = `# sent_id = 1
1\tThe\tthe\tDET
2-3\tdoesn't\t_\t_
2\tdog\tdog\tNOUN
3\tbarked\tbark\tVERB
4\t.\t.\tPUNCT

# sent_id = 2
1\tA\ta\tDET
2\tcat\tcat\tNOUN
3\tslept\tsleep\tVERB
4\t.\t.\tPUNCT
`

describe('readConllu', () => {
  it('reads words and tags and leaves ranges out', () => {
    const [first, second] = readConllu(TREEBANK)
    assert.deepEqual(first, { words: ['The', 'dog', 'barked', '.'], tags: ['DET', 'NOUN', 'VERB', 'PUNCT'] })
    assert.equal(second?.words.length, 4)
  })
})

describe('trainTagger', () => {
  it('learns what it is shown, the same way each time', () => {
    const treebank = readConllu(TREEBANK)
    const tagger = trainTagger(treebank, { bits: 10 })
    assert.equal(accuracy(tagger, treebank), 1)
    assert.deepEqual(trainTagger(treebank, { bits: 10 }).weights, tagger.weights)
  })

  it('goes on from another tagger, and leaves it as it was', () => {
    const start = trainTagger(readConllu(TREEBANK), { bits: 10 })
    const before = start.weights.slice()
    const barks = { words: ['dog', 'barks'], tags: ['NOUN', 'VERB'] as const }
    const tagger = trainTagger([barks], { start, step: 50, epochs: 10 })
    assert.deepEqual(tagWords(tagger, barks.words), barks.tags)
    assert.ok(accuracy(tagger, readConllu(TREEBANK)) > 0.8)
    assert.deepEqual(start.weights, before)
  })

  it('packs into what loadTagger reads', () => {
    const tagger = trainTagger(readConllu(TREEBANK), { bits: 10 })
    const packed = packWeights({ labels: tagger.labels, bits: tagger.bits }, tagger.weights)
    const again = loadTagger(packed)
    assert.deepEqual(again.weights, tagger.weights)
    assert.deepEqual(tagWords(again, ['A', 'dog', 'slept', '.']), ['DET', 'NOUN', 'VERB', 'PUNCT'])
    const lineEnd = packed.indexOf(10)
    assert.equal(JSON.parse(new TextDecoder().decode(packed.subarray(0, lineEnd))).bytes, packed.length - lineEnd - 1)
  })
})
