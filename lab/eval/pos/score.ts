import { fileURLToPath } from 'node:url'
import { englishTagger } from '../../../src/analyze/grammar/english-tagger.ts'
import { tagWords } from '../../../src/analyze/grammar/tagger.ts'
import { readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { accuracy, type TaggedSentence } from './train.ts'

/** A sentence as the set has it: words and tags apart by spaces. */
export type TaggedLine = { id: string; text: string; words: string; tags: string }

const OWN = fileURLToPath(new URL('./own.jsonl', import.meta.url))
/** Runs over the set, for a time that can be read. */
const RUNS = 50

/** Share of words given the right universal tag by the shipped tagger; of verbs, and of names, as well. */
export async function run(options: EvalOptions): Promise<EvalResult> {
  const path = options.data ?? OWN
  const sentences = readTagged(path)
  const tagger = englishTagger()
  const shareOf = (tag: string) => {
    const words = sentences
      .flatMap((each) => pairs(each, tagWords(tagger, each.words)))
      .filter(({ key }) => key === tag)
    return words.filter(({ key, ours }) => key === ours).length / words.length
  }
  const all = sentences.reduce((sum, { words }) => sum + words.length, 0)
  return {
    name: 'pos',
    set: path.split('/').at(-1) ?? path,
    records: sentences.length,
    figures: {
      accuracy: accuracy(tagger, sentences),
      verb: shareOf('VERB'),
      noun: shareOf('NOUN'),
      propn: shareOf('PROPN'),
    },
    notes: [
      'Our own news sentences, tagged by the first weights and then corrected by hand; nothing was trained on them.',
      `${all} words, ${wordsASecond(sentences)} a CPU-second.`,
    ],
    isOwnSet: path === OWN,
  }
}

export function readTagged(path: string): TaggedSentence[] {
  return readRecords<TaggedLine>(path).map(({ words, tags }) => ({
    words: words.split(' '),
    tags: tags.split(' ') as TaggedSentence['tags'],
  }))
}

function pairs({ tags }: TaggedSentence, ours: readonly string[]): { key: string; ours: string }[] {
  return tags.map((key, i) => ({ key, ours: ours[i] as string }))
}

function wordsASecond(sentences: readonly TaggedSentence[]): number {
  const tagger = englishTagger()
  const started = process.cpuUsage()
  let count = 0
  for (let i = 0; i < RUNS; i++) for (const { words } of sentences) count += tagWords(tagger, words).length
  const { user, system } = process.cpuUsage(started)
  return Math.round((count / (user + system)) * 1e3) * 1000
}
