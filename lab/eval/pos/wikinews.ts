import { type PartOfSpeech, type Tagger, tagWords } from '../../../src/analyze/grammar/tagger.ts'
import { splitSentences } from '../../../src/analyze/sentences.ts'
import { type RawToken, tokenize } from '../../../src/analyze/tokens.ts'
import { readRecords } from '../read-set.ts'
import type { TaggedSentence } from './train.ts'

type Mention = { start: number; end: number; text: string; type: string; wiki: string | null }
type Article = { text: string; entities: Mention[] }

/**
 * Sentences of the GUM Wikinews articles (CC-BY) for self-training: tags of a tagger, corrected by what is sure: the marked
 * names of the set, figures, and words that have one tag. A sentence that leaves a doubt (an `X`) is left out.
 */
export function wikinewsSentences(path: string, tagger: Tagger): TaggedSentence[] {
  return readRecords<Article>(path).flatMap(({ text, entities }) => {
    const names = entities.filter(isName)
    let at = 0
    return text.split('\n').flatMap((line) => {
      const base = at
      at += line.length + 1
      return splitSentences(line).flatMap(({ start, end }) => {
        const tokens = tokenize(line.slice(start, end), base + start)
        const tagged = corrected(tokens, names, base + start, tagger)
        return tagged.tags.includes('X') || tokens.length < 4 ? [] : [tagged]
      })
    })
  })
}

/** A marked person, place or body all of whose words begin with a capital, known by more than its first mention. */
function isName({ text, type, wiki }: Mention): boolean {
  if (!/^(?:person|organization|place)$/.test(type)) return false
  return (wiki !== null || type === 'person') && /^\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)*$/u.test(text)
}

/** Words that have one tag in news, whatever stands around them. */
const SOLE_TAG: ReadonlyMap<string, PartOfSpeech> = new Map(
  (
    [
      ['DET', 'the a an'],
      ['PRON', 'he she they we it him them who'],
      ['CCONJ', 'and or'],
      ['ADP', 'of from into at with'],
      ['AUX', 'been would could should'],
      ['VERB', 'said says'],
      ['NOUN', 'people police officials'],
      ['PROPN', 'monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr'],
    ] as const
  ).flatMap(([tag, all]) => all.split(' ').map((word): [string, PartOfSpeech] => [word, tag])),
)

function corrected(
  tokens: readonly RawToken[],
  names: readonly Mention[],
  start: number,
  tagger: Tagger,
): TaggedSentence {
  const words = tokens.map(({ text }) => text.replace(/^[“”]$/, '"').replace(/^[‘’]$/, "'"))
  const tags = tagWords(tagger, words).map((tag, i) => {
    const token = tokens[i] as RawToken
    if (/^[$£€¥]?\d[\d.,:]*(?:%|bn|m|k|tn)?$/.test(token.text)) return 'NUM'
    const isInName = names.some((name) => token.start >= name.start && token.end <= name.end)
    if (isInName && token.start > start && /^(?:NOUN|VERB|ADV|X|INTJ)$/.test(tag)) return 'PROPN'
    return SOLE_TAG.get(token.text.toLowerCase()) ?? tag
  })
  return { words, tags }
}
