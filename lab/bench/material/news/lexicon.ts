import { fileURLToPath } from 'node:url'
import { englishTagger } from '../../../../src/analyze/grammar/english-tagger.ts'
import { tagWords } from '../../../../src/analyze/grammar/tagger.ts'
import { loadEdition } from '../../../../src/app/demo/edition.ts'
import { readRecords } from '../../../eval/read-set.ts'

/** Words of our own texts by what they do in a sentence, the most frequent first. */
export type Lexicon = {
  /** `bridge`. */
  readonly nouns: readonly string[]
  /** `bridges`. */
  readonly plurals: readonly string[]
  /** `closed`: after a subject and after `was`, so regular ones only. */
  readonly verbs: readonly string[]
  readonly adjectives: readonly string[]
  readonly adverbs: readonly string[]
}

export type WordKind = keyof Lexicon

/** Sets of ours that have whole sentences. */
const SETS = [
  'quotes/own-double',
  'quotes/own-single',
  'quotes/own-titles',
  'commitments/own',
  'corrections/own',
  'topics/own',
  'statements/own',
]
const SHORTEST = 4
/** A word of a text that ends in these is seldom what the tagger takes it for. */
const PLURAL = /[^sui]s$/
/** Beyond the words that we have, rarer ones are made of them: a language has tens of thousands, which a text of each uses a few of. */
const PREFIXES = [
  '',
  'inter',
  'over',
  'sub',
  'counter',
  'micro',
  'semi',
  'trans',
  'hydro',
  'agri',
  'eco',
  'electro',
  'geo',
  'neo',
  'poly',
  'super',
]

let made: Lexicon | undefined

/** The words, read from the demo edition and from sets of ours on first use. */
export function lexicon(): Lexicon {
  made ??= readLexicon()
  return made
}

/** How many words of a kind there are, made ones included. */
export function wordCount(kind: WordKind): number {
  return lexicon()[kind].length * (kind === 'adverbs' ? 1 : PREFIXES.length)
}

/** The word of a rank, the most frequent first. */
export function wordAt(kind: WordKind, rank: number): string {
  const words = lexicon()[kind]
  return (PREFIXES[Math.floor(rank / words.length)] ?? '') + (words[rank % words.length] as string)
}

function readLexicon(): Lexicon {
  const tagger = englishTagger()
  const counts = new Map<WordKind, Map<string, number>>()
  for (const sentence of ownTexts().flatMap((text) => text.split(/(?<=[.!?’”])\s+|\n/))) {
    const words = sentence.match(/[\p{L}’]+|\d[\d.,]*|\p{P}/gu) ?? []
    for (const [index, tag] of tagWords(tagger, words).entries()) {
      const word = words[index] as string
      const kind = /^[a-z]+$/.test(word) && word.length >= SHORTEST ? kindOf(word, tag) : undefined
      if (kind === undefined) continue
      const known = counts.get(kind) ?? new Map<string, number>()
      counts.set(kind, known.set(word, (known.get(word) ?? 0) + 1))
    }
  }
  const ranked = (kind: WordKind) =>
    [...(counts.get(kind) ?? [])].toSorted(([, a], [, b]) => b - a).map(([word]) => word)
  return {
    nouns: ranked('nouns'),
    plurals: ranked('plurals'),
    verbs: ranked('verbs'),
    adjectives: ranked('adjectives'),
    adverbs: ranked('adverbs'),
  }
}

function kindOf(word: string, tag: string): WordKind | undefined {
  if (tag === 'NOUN') return PLURAL.test(word) ? 'plurals' : 'nouns'
  if (tag === 'VERB') return word.endsWith('ed') ? 'verbs' : undefined
  if (tag === 'ADJ') return 'adjectives'
  return tag === 'ADV' && word.endsWith('ly') ? 'adverbs' : undefined
}

type Own = {
  readonly text?: string
  readonly language?: string
  readonly lang?: string
  readonly articles?: readonly { readonly text: string }[]
}

function ownTexts(): readonly string[] {
  const edition = loadEdition(new Date(0)).articles.flatMap(({ outlet, revisions }) =>
    outlet.language === 'en' ? revisions.map(({ text }) => text) : [],
  )
  const sets = SETS.flatMap((name) =>
    readRecords<Own>(fileURLToPath(new URL(`../../../eval/${name}.jsonl`, import.meta.url)))
      .filter(({ language, lang }) => (language ?? lang ?? 'en') === 'en')
      .flatMap(({ text = '', articles = [] }) => [text, ...articles.map((article) => article.text)]),
  )
  return [...edition, ...sets]
}
