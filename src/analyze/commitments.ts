import type { Mention, Sentence, TimeExpression } from '../core/annotation.ts'
import type { StatedCommitment } from '../core/commitment.ts'
import { defined } from '../core/defined.ts'
import type { Document } from '../core/document.ts'
import type { Quote } from '../core/quote.ts'
import { defineAnalyzer } from './analyzer.ts'
import { parseDocument } from './grammar/parse.ts'
import { isQuestion, type StatementScene, scenesOf, spanIn } from './grammar/statement-scenes.ts'
import { layerVersions } from './layer-versions.ts'
import { pledgesIn } from './promises/pledges.ts'
import { isDoubtful } from './promises/promise-doubts.ts'
import type { Draft } from './promises/promise-draft.ts'
import { clauseEnd, conditionIn, contentFrom, deadlineIn } from './promises/promise-terms.ts'
import { willIn } from './promises/wills.ts'

/**
 * Commitments: a speaker's `I/we will`, a party that `pledged/agreed/offered/plans to`, or one of whom it is said that it `will`
 * or `would` do something, with condition and due time. The verb must be one a party decides on (`send`, `meet`, not `win`,
 * `be`); hopes, guesses and questions are none. English only; other languages have no commitments yet.
 */
export const commitments = defineAnalyzer({
  assigns: 'commitments',
  requires: ['sentences', 'mentions', 'times', 'quotes'],
  version: layerVersions.commitments,
  run: (doc, layers) => commitmentsOf(doc, layers),
})

/** A sentence of more characters than this isn't a plain statement. */
const longestSentence = 500

function commitmentsOf(
  doc: Document,
  layers: {
    readonly sentences: readonly Sentence[]
    readonly mentions: readonly Mention[]
    readonly times: readonly TimeExpression[]
    readonly quotes: readonly Quote[]
  },
): StatedCommitment[] {
  const scenes = scenesOf(doc, layers.sentences, layers)
  if (scenes.length === 0) return []
  const parsed = parseDocument(doc, layers.sentences)
  return scenes.flatMap((scene, at) => {
    const sentence = parsed.sentences[at]
    if (!sentence || !mayPromise(scene)) return []
    const spoken = withoutTopics(scene)
    const pledges = pledgesIn(spoken, sentence)
    const will = pledges.length > 0 ? undefined : willIn(spoken)
    const stated = (will ? [will] : pledges).filter(
      (draft) => !isOnlySpokenOf(scene, draft) && !isDoubtful(spoken, sentence, draft),
    )
    return stated.map((draft) => withTerms(spoken, draft)).sort((a, b) => a.span.start - b.span.start)
  })
}

/** The scene without words that only name what was spoken of: nobody says them. */
function withoutTopics(scene: StatementScene): StatementScene {
  return scene.quotes.some((quote) => quote.isTopic)
    ? { ...scene, quotes: scene.quotes.filter((quote) => !quote.isTopic) }
    : scene
}

/** `did not say that it will …`, `criticized a promise to …`: nobody binds himself there. */
function isOnlySpokenOf(scene: StatementScene, { cue }: Draft): boolean {
  const { start } = spanIn(scene, cue.start, cue.end)
  return scene.quotes.some(({ isTopic, span }) => isTopic && span.start <= start && start < span.end)
}

function mayPromise(scene: StatementScene): boolean {
  const { text, blockKind } = scene
  const isText = blockKind === 'paragraph' || blockKind === 'list-item' || blockKind === 'quote'
  return isText && text !== '' && text.length <= longestSentence && !isQuestion(scene)
}

/** Who reports it; not `after Ann Lee threatened it, the council agreed to …`, where nobody does. */
function reporterIn({ text, span }: StatementScene, by: Draft['reportedBy']): Draft['reportedBy'] {
  const before = by && text.slice(0, Math.max(0, by.span.start - span.start))
  return before !== undefined &&
    /\b(?:after|when|as|because|since|before|once|if) (?:the |an? )?(?:[\p{L}.]+ )?$/iu.test(before)
    ? undefined
    : by
}

function withTerms(scene: StatementScene, { kind, agents, cue, at, reportedBy }: Draft): StatedCommitment {
  const condition = conditionIn(scene, at)
  const deadline = deadlineIn(scene, at, clauseEnd(scene, at))
  const isNegated = /n['’]t(?!\p{L})|\b(?:not|never)\b/u.test(scene.text.slice(cue.start, at))
  const content = contentFrom(scene, at, { condition, deadline: deadline?.span })
  const cueSpan = spanIn(scene, cue.start, cue.end)
  const first = agents[0].span.start >= scene.span.start ? agents[0].span.start : cueSpan.start
  return {
    span: { start: Math.min(first, cueSpan.start), end: content.end },
    kind,
    agents,
    cue: cueSpan,
    content,
    ...defined({ isNegated: isNegated || undefined, condition, deadline, reportedBy: reporterIn(scene, reportedBy) }),
    sentence: scene.index,
  }
}
