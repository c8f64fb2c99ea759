import type { Span } from '../core/span.ts'
import type { SentenceText } from './story-text.ts'

/**
 * A reporter's own words that say accounts differ. `conflict`: somebody contradicts himself or others; `rejection`: somebody
 * rejects what was just told. The span is of the cue, in the sentence.
 */
export type Signal = { readonly kind: 'conflict' | 'rejection'; readonly span: Span }

const conflict = new RegExp(
  [
    '\\b(?:conflicting|contradictory|contrasting|opposing|mixed|differing|divergent) (?:views?|accounts?|statements?|claims?|signals?|versions?|messages?|reports?|positions?|remarks|explanations?)\\b',
    '\\b(?:contradict(?:s|ed)|appear(?:s|ed) to contradict|backtrack(?:s|ed)|walk(?:s|ed) back|revers(?:es|ed) (?:course|his|her|their|its|himself|herself|itself|themselves)|(?:made|performed) (?:a|an) (?:about-face|u-turn)|flip-flopp(?:s|ed)|changed (?:his|her|their|its) (?:mind|position|tune|stance|story))\\b',
    '\\b(?:is|are|was|were|stands?|stood|appear(?:s|ed)|seem(?:s|ed)) (?:to be )?(?:at odds with|in (?:stark |sharp |direct )?contrast (?:to|with))',
    '\\b(?:ran|runs?) counter to\\b',
  ].join('|'),
  'i',
)

const thing =
  '(?:claims?|notions?|ideas?|suggestions?|allegations?|accusations?|assertions?|reports?|accounts?|charges?|characteri[sz]ations?|statements?|versions?|remarks?|contentions?|narratives?|arguments?|criticisms?|theor(?:y|ies)|proposals?|descriptions?)'
const rejectionVerb =
  '(?:rejects?|rejected|denies|deny|denied|dismiss(?:es|ed)?|refutes?|refuted|rebuffs?|rebuffed|disputes?|disputed|contradicts?|contradicted|rebuts?|rebutted|rubbish(?:es|ed)|pushed back (?:on|against)|hit back at|took issue with|called into question)'
const rejection = new RegExp(
  `\\b${rejectionVerb} (?:this|that|these|those|the|such|all|both|any such) (?:[a-z-]+ ){0,2}?${thing}\\b`,
  'i',
)

/** Words before the cue that take the assertion away: negated, asked, possible, ordered, told of as a plan. */
const unasserted =
  /(?:\b(?:not|never|neither|nor|to|may|might|could|would|will|should|can|must|if|whether|without|cannot|been|be|being|refus\w+|declin\w+|fail\w+)|n['’]t)(?: (?:\w+ly|also|publicly))?$/i

/** The signal in a reporter's sentence, if there is one that is asserted there and outside quotation marks. */
export function signalIn(sentence: SentenceText, quoted: readonly Span[]): Signal | undefined {
  return found(sentence, conflict, 'conflict', quoted) ?? found(sentence, rejection, 'rejection', quoted)
}

function found(
  sentence: SentenceText,
  pattern: RegExp,
  kind: Signal['kind'],
  quoted: readonly Span[],
): Signal | undefined {
  const match = pattern.exec(sentence.text)
  if (!match || /[?؟]\s*["'”’]?$/.test(sentence.text)) return undefined
  const span = { start: match.index, end: match.index + match[0].length }
  const start = sentence.span.start + span.start
  if (quoted.some((each) => start >= each.start && start < each.end)) return undefined
  const before = sentence.text.slice(0, match.index).trimEnd()
  // `conflicting views` is a noun: only a verb can be negated or merely possible.
  const isNoun = /^(?:conflicting|contradictory|contrasting|opposing|mixed|differing|divergent)/i.test(match[0])
  if (
    isNoun
      ? /\b(?:no|without|any|avoid\w*|denied)$/i.test(before)
      : unasserted.test(before) && !/^appear/i.test(match[0])
  )
    return undefined
  return { kind, span }
}
