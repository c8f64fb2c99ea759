import { type Choice, closestTo, sameWords } from './decide-answer.ts'
import type { Verdict } from './judge-request.ts'
import type { Question } from './question.ts'
import type { Ranked } from './rank-sentences.ts'

/**
 * What is shown when a judge has chosen among candidates: its sentences in its order, with those of other articles that have the same
 * words; the closest when it finds no answer. Undefined when its reply is of no use, or finds none but was not given a sentence that we
 * are sure of.
 */
export function applyVerdict(
  question: Question,
  ranked: readonly Ranked[],
  candidates: readonly Ranked[],
  verdict: Verdict,
  own: Choice,
): Choice | undefined {
  switch (verdict.kind) {
    case 'chosen': {
      const kept = verdict.places.flatMap((place) => {
        const words = candidates[place] && sameWords(candidates[place])
        return ranked.filter((one) => sameWords(one) === words)
      })
      const [first, ...others] = kept
      return first && { kind: 'answered', kept: [first, ...others] }
    }
    case 'none': {
      const given = new Set(candidates.map(sameWords))
      const isAllGiven = own.kind !== 'answered' || own.kept.every((one) => given.has(sameWords(one)))
      return isAllGiven ? closestTo(question, ranked) : undefined
    }
    case 'unusable':
      return undefined
  }
}
