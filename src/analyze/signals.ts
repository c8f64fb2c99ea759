import type { Mention, Sentence, Signal } from '../core/annotation.ts'
import type { Document } from '../core/document.ts'
import type { Quote } from '../core/quote.ts'
import { overlaps } from '../core/span.ts'
import { defineAnalyzer } from './analyzer.ts'
import { isInOwnWords, isUnasserted } from './asserted.ts'
import { parseDocument } from './grammar/parse.ts'
import { isQuestion, type StatementScene, scenesOf, spanIn } from './grammar/statement-scenes.ts'
import { layerVersions } from './layer-versions.ts'
import { denialsIn } from './quotes/denials.ts'
import { rejectionIn } from './quotes/rejections.ts'

/**
 * Where a reporter says that accounts conflict, that somebody rejects what was told, or denies a thing. Only what is asserted
 * in the reporter's own words counts. English only; other languages have no signals yet.
 */
export const signals = defineAnalyzer({
  assigns: 'signals',
  requires: ['sentences', 'mentions', 'quotes'],
  version: layerVersions.signals,
  run: (doc, { sentences, mentions, quotes }) => signalsOf(doc, sentences, mentions, quotes),
})

function signalsOf(
  doc: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  quotes: readonly Quote[],
): Signal[] {
  const scenes = scenesOf(doc, sentences, { mentions, quotes })
  if (scenes.length === 0) return []
  const parsed = parseDocument(doc, sentences)
  return scenes.flatMap((scene, at) => {
    const sentence = parsed.sentences[at]
    if (scene.text === '' || !sentence || isQuestion(scene)) return []
    const conflict = conflictIn(scene)
    const rejection = rejectionIn(scene, sentence)
    const denials = denialsIn(scene, sentence).filter((each) => !rejection || !overlaps(each.span, rejection.span))
    const all = [...(conflict ? [conflict] : []), ...(rejection ? [rejection] : []), ...denials]
    return all.sort((a, b) => a.span.start - b.span.start)
  })
}

const conflictNoun =
  '\\b(?:conflicting|contradictory|contrasting|opposing|mixed|differing|divergent) (?:views?|accounts?|statements?|claims?|signals?|versions?|messages?|reports?|positions?|remarks|explanations?)\\b'
const conflict = new RegExp(
  [
    conflictNoun,
    '\\b(?:contradict(?:s|ed)|appear(?:s|ed) to contradict|backtrack(?:s|ed)|walk(?:s|ed) back|revers(?:es|ed) (?:course|his|her|their|its|himself|herself|itself|themselves)|(?:made|performed) (?:a|an) (?:about-face|u-turn)|flip-flopp(?:s|ed)|changed (?:his|her|their|its) (?:mind|position|tune|stance|story))\\b',
    '\\b(?:is|are|was|were|stands?|stood|appear(?:s|ed)|seem(?:s|ed)) (?:to be )?(?:at odds with|in (?:stark |sharp |direct )?contrast (?:to|with))',
    '\\b(?:ran|runs?) counter to\\b',
  ].join('|'),
  'i',
)

/** Sentences without one of these tell of no conflict: cheaper to ask than the whole pattern. */
const conflictTrigger =
  /conflicting|contradict|contrast|opposing|mixed|differing|divergent|backtrack|walk|revers|about-face|u-turn|flip-flop|changed|at odds|counter to/i

function conflictIn(scene: StatementScene): Signal | undefined {
  if (!conflictTrigger.test(scene.text)) return undefined
  const match = conflict.exec(scene.text)
  if (!match) return undefined
  const span = spanIn(scene, match.index, match.index + match[0].length)
  if (isInOwnWords(scene, span.start)) return undefined
  const before = scene.text.slice(0, match.index).trimEnd()
  // `conflicting views` is a noun: only a verb can be negated or merely possible.
  const isNoun = /^(?:conflicting|contradictory|contrasting|opposing|mixed|differing|divergent)/i.test(match[0])
  const isTaken = isNoun ? /\b(?:no|without|any|avoid\w*|denied)$/i.test(before) : isUnasserted(before)
  if (isTaken && !/^appear/i.test(match[0])) return undefined
  return { span, kind: 'conflict', sentence: scene.index }
}
