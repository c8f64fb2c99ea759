import type { BriefPoint, Figure, Member } from '../../core/story.ts'
import { sentenceToShow } from '../people/attribution.ts'
import { supportOf } from '../people/support.ts'
import { type Equivalents, groupEquivalents } from '../points/group-equivalents.ts'
import { repeats } from '../points/repeats.ts'
import { isRunningText, type MemberText, type SentenceText } from '../story-text.ts'
import { contentStems, sharedCount, wordsOf } from '../words.ts'
import { briefPoint, isBriefCandidate, isLoose, weighFigures } from './brief-candidate.ts'

const minPoints = 3
const maxPoints = 6
/** A point scoring below this part of the best one is left out. */
const minPartOfBest = 0.3

/** How many sentences are read at most, of all articles and of one. */
const maxSentences = 1200
const minDepth = 4
const maxDepth = 40
/** Weight of a sentence that refers back a little. */
const loosePart = 0.6

type Candidate = {
  readonly group: Equivalents
  readonly sentence: SentenceText
  readonly score: number
  readonly place: number
}

/** Context besides the texts. `figures` say which numbers are outdated. */
type BriefContext = {
  readonly headline: string
  readonly language: string
  readonly figures?: readonly Figure[]
}

/**
 * Three to six verbatim sentences that most reports support and that come early in them (support and position, the strongest of the plain
 * extractive baselines on multi-document news). The first citation of a point is the sentence itself; the others are the same or an
 * equivalent sentence elsewhere. What one outlet states and another attributes to somebody is shown with the attribution. Only complete
 * news articles are summarized; other kinds may support a point.
 */
export function briefPoints(
  texts: readonly MemberText[],
  members: readonly Member[],
  { headline, language, figures = [] }: BriefContext,
): BriefPoint[] {
  // News begins with what matters: in a large story only the beginnings are read, so that the cost stays even.
  const depth = Math.max(minDepth, Math.min(maxDepth, Math.round(maxSentences / Math.max(1, texts.length))))
  const sentences = texts.flatMap((text) => text.sentences.slice(0, depth).filter(isRunningText))
  const groups = groupEquivalents(sentences)
  const support = supportOf(groups, members)
  const weightOfFigure = weighFigures(figures, texts)
  const headlineStems = contentStems(wordsOf(headline))
  const candidates = groups.flatMap((group, index): Candidate[] => {
    const sentence = sentenceToShow(group, (each) => isBriefCandidate(each, texts, members, language))
    if (!sentence) return []
    const place = Math.min(...group.members.map((each) => each.index))
    const aboutHeadline = headlineStems.size === 0 ? 0 : sharedCount(sentence.stems, headlineStems) / headlineStems.size
    const score = (0.4 + support(index) + 0.5 * aboutHeadline) / (1 + 0.12 * place)
    const part = (isLoose(sentence, texts[sentence.member]) ? loosePart : 1) * weightOfFigure(sentence)
    return [{ group, sentence, score: score * part, place }]
  })
  const wanted = Math.max(minPoints, Math.min(maxPoints, Math.round(candidates.length / 6)))
  return choose(candidates, wanted).map((candidate) => briefPoint(candidate.sentence, candidate.group, texts, members))
}

function choose(candidates: readonly Candidate[], wanted: number): Candidate[] {
  const ranked = [...candidates].sort((a, b) => b.score - a.score || a.place - b.place)
  const floor = (ranked[0]?.score ?? 0) * minPartOfBest
  const chosen: Candidate[] = []
  for (const candidate of ranked) {
    if (chosen.length >= wanted || (candidate.score < floor && chosen.length >= minPoints)) break
    if (!chosen.some((each) => repeats(each.sentence, candidate.sentence))) chosen.push(candidate)
  }
  const [lead, ...rest] = chosen
  return lead ? [lead, ...rest.sort((a, b) => a.place - b.place)] : []
}
