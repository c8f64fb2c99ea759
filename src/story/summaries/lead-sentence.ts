import type { BriefPoint, Headline, Member } from '../../core/story.ts'
import { sentenceToShow } from '../people/attribution.ts'
import { areEquivalent } from '../points/group-equivalents.ts'
import { isRunningText, type MemberText, type SentenceText } from '../story-text.ts'
import { contentStems, sharedCount, wordsOf } from '../words.ts'
import { briefPoint, isBriefCandidate, isLoose } from './brief-candidate.ts'

/** News begins with what matters: so many sentences of the headline's own article are tried, and of each other one. */
const deepestOwn = 8
const deepestOther = 4
/** Fewer than in a brief: an opening may be short. */
const minWords = 5
/** Weight of a sentence that refers back a little. */
const loosePart = 0.5

/**
 * The sentence to read under a headline: from the article that gave the headline, near its beginning, understandable alone. If that article
 * has none, the sentence of another article that shares most words with the headline; undefined if none shares any. What another article
 * only attributes to somebody is shown with the attribution.
 */
export function leadSentence(
  texts: readonly MemberText[],
  members: readonly Member[],
  { headline, language }: { readonly headline: Headline; readonly language: string },
): BriefPoint | undefined {
  const stems = contentStems(wordsOf(headline.title))
  const title = plain(headline.title)
  const isFit = (sentence: SentenceText) =>
    plain(sentence.text) !== title && isBriefCandidate(sentence, texts, members, language, minWords)
  const own = texts.find(({ input }) => input.document.id === headline.documentId)
  const others = texts.filter((text) => text !== own)
  const best =
    (own && bestOf(own.sentences.slice(0, deepestOwn))) ??
    bestOf(others.flatMap(({ sentences }) => sentences.slice(0, deepestOther)))
  if (!best) return undefined
  const alike = texts.flatMap(({ sentences }) =>
    sentences
      .slice(0, deepestOwn)
      .filter((each) => each !== best && isRunningText(each) && (each.text === best.text || areEquivalent(best, each))),
  )
  const group = { leader: best, members: [best, ...alike] }
  return briefPoint(sentenceToShow(group, isFit) ?? best, group, texts, members)

  /** The one about the headline that comes early; the first sentence of the headline's own article may share no word with it. */
  function bestOf(sentences: readonly SentenceText[]): SentenceText | undefined {
    const scored = sentences.filter(isFit).flatMap((sentence) => {
      const shared = stems.size === 0 ? 0 : sharedCount(sentence.stems, stems) / stems.size
      const isOpening = sentence.member === own?.member && sentence.index === 0
      if (shared === 0 && !isOpening) return []
      const part = isLoose(sentence, texts[sentence.member]) ? loosePart : 1
      return [{ sentence, score: ((0.4 + shared) * part) / (1 + 0.3 * sentence.index) }]
    })
    return scored.sort((a, b) => b.score - a.score)[0]?.sentence
  }
}

/** The words alone: a first sentence that repeats the headline says nothing new. */
function plain(text: string): string {
  return wordsOf(text)
    .map(({ text: word }) => word)
    .join(' ')
}
