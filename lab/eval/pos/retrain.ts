import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { englishTagger } from '../../../src/analyze/grammar/english-tagger.ts'
import { loadTagger, type Tagger } from '../../../src/analyze/grammar/tagger.ts'
import { findSet } from '../read-set.ts'
import { packWeights } from './pack.ts'
import { readTagged } from './score.ts'
import { accuracy, readConllu, type TaggedSentence, trainTagger } from './train.ts'
import { wikinewsSentences } from './wikinews.ts'

const HELP = `Usage: node lab/eval/pos/retrain.ts --out MODEL.bin [--start MODEL.bin | --scratch] [--data FILE.conllu] [--step N] [--epochs N]
Trains the tagger and writes its model. With a treebank (--data) on that alone. Without, on the GUM Wikinews articles as
the tagger to start from tags them, with what is sure corrected, and three times on our own corrected sentences; it goes
on from that tagger unless told --scratch. Prints accuracy on lab/eval/pos/own.jsonl, which is never trained on.
`

/** Times that the sentences corrected by hand are shown for each time of the others. */
const WEIGHT_OF_CORRECTED = 3

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** The silver sentences of the Wikinews set, when it is on this machine, and our own. */
function sentencesFor(tagger: Tagger): TaggedSentence[] {
  const set = findSet('entities/gum-wikinews.jsonl.zst')
  if (!set) throw new Error('The set entities/gum-wikinews is not on this machine. Give a treebank with --data')
  const corrected = readTagged(here('./corrected.jsonl'))
  return [...wikinewsSentences(set, tagger), ...Array.from({ length: WEIGHT_OF_CORRECTED }, () => corrected).flat()]
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      start: { type: 'string' },
      scratch: { type: 'boolean' },
      data: { type: 'string' },
      step: { type: 'string', default: '1' },
      epochs: { type: 'string', default: '2' },
    },
  })
  if (!values.out) {
    process.stderr.write(HELP)
    process.exit(2)
  }
  const before = values.start ? loadTagger(readFileSync(values.start)) : englishTagger()
  const sentences = values.data ? readConllu(readFileSync(values.data, 'utf8')) : sentencesFor(before)
  const goesOn = !values.scratch && !values.data
  const options = { step: Number(values.step), epochs: Number(values.epochs) }
  const after = trainTagger(sentences, goesOn ? { ...options, start: before } : options)
  const packed = packWeights({ labels: after.labels, bits: after.bits }, after.weights)
  writeFileSync(values.out, packed)
  const own = readTagged(here('./own.jsonl'))
  const percent = (tagger: Tagger) => (accuracy(tagger, own) * 100).toFixed(2)
  process.stdout.write(
    `${sentences.length} sentences; ${packed.length} bytes; own.jsonl ${percent(before)} → ${percent(after)} % of words right\n`,
  )
}
