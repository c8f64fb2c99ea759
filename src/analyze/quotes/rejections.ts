import type { Entity, Mention, Party, Signal } from '../../core/annotation.ts'
import { defined } from '../../core/defined.ts'
import type { Span } from '../../core/span.ts'
import { isInOwnWords, isUnasserted } from '../asserted.ts'
import type { ParsedSentence } from '../grammar/parse.ts'
import { type StatementScene, spanIn } from '../grammar/statement-scenes.ts'
import { subjectParty } from '../parties.ts'

const thing =
  '(?:claims?|notions?|ideas?|suggestions?|allegations?|accusations?|assertions?|reports?|accounts?|charges?|characteri[sz]ations?|statements?|versions?|remarks?|contentions?|narratives?|arguments?|criticisms?|theor(?:y|ies)|proposals?|descriptions?)'
const verb =
  '(?:rejects?|rejected|denies|deny|denied|dismiss(?:es|ed)?|refutes?|refuted|rebuffs?|rebuffed|disputes?|disputed|contradicts?|contradicted|rebuts?|rebutted|rubbish(?:es|ed)|pushed back (?:on|against)|hit back at|took issue with|called into question)'
const rejection = new RegExp(
  `\\b${verb} (?:this|that|these|those|the|such|all|both|any such) (?:[a-z-]+ ){0,2}?${thing}\\b`,
  'i',
)
/** How far before the rejection, in sentences, what it rejects may be (honesty rule 3). */
const reach = 2
/** A claim is laid at somebody's door only when we are this sure of the speaker. */
const minConfidence = 0.7

/** `Holm rejected this notion`: who rejects, and the statement before it that is rejected, where both are clear. */
export function rejectionIn(scene: StatementScene, sentence: ParsedSentence): Signal | undefined {
  const match = rejection.exec(scene.text)
  if (!match) return undefined
  const cue = { start: match.index, end: match.index + match[0].length }
  const span = spanIn(scene, cue.start, cue.end)
  if (isInOwnWords(scene, span.start) || isUnasserted(scene.text.slice(0, cue.start).trimEnd())) return undefined
  const signal: Signal = { span, kind: 'rejection', sentence: scene.index }
  const own = ownClaim(scene, cue)
  const named = denierBefore(scene, cue)
  if (own || !named) {
    const denier = named?.party ?? subjectParty(scene.doc.text, sentence, span.start, scene.mentions)
    return { ...signal, ...defined({ denier }), denied: { span: own ?? objectOf(scene, cue) } }
  }
  const denied = claimBefore(scene, cue, named.entity) ?? { span: objectOf(scene, cue) }
  return { ...signal, denier: named.party, denied }
}

/** `the notion that …`, `all accusations against him`: what is rejected is said here, not in the sentence before. */
function ownClaim(scene: StatementScene, cue: Span): Span | undefined {
  const claim = /^ (?:that|of|against|by|from|made|leveled|levelled|about)\b[^.;:!?—–]*/i.exec(
    scene.text.slice(cue.end),
  )
  if (!claim) return undefined
  const lead = /^ that /i.exec(claim[0])?.[0].length
  const end = scene.span.start + cue.end + claim[0].trimEnd().length
  const start = lead ? scene.span.start + cue.end + lead : objectOf(scene, cue).start
  // `that` followed by nothing isn't a claim.
  return start < end ? { start, end } : undefined
}

/** `this notion` of `rejected this notion`. */
function objectOf(scene: StatementScene, cue: Span): Span {
  const at = scene.text.slice(cue.start, cue.end).search(/(?<= )(?:this|that|these|those|the|such|all|both|any such) /i)
  return spanIn(scene, cue.start + Math.max(0, at), cue.end)
}

/** The one who rejects: named right before the cue, in the main clause. `Moore’s campaign` is not Moore, but speaks for him. */
function denierBefore(
  { text, span, mentions }: StatementScene,
  cue: Span,
): { readonly entity: Entity; readonly party: Party } | undefined {
  const nearest = mentions.filter((each) => each.span.end <= span.start + cue.start).at(-1)
  // A pronoun's person is a guess: too little for a statement of ours.
  if (!nearest || nearest.form === 'pronoun') return undefined
  const start = nearest.span.start - span.start
  const between = text.slice(nearest.span.end - span.start, cue.start)
  const before = text.slice(0, start)
  // A subordinate clause (`after X denied …`), or a name that is not the subject (`aides to X disputed …`).
  if (/\b(?:after|when|as|before|since|until|because|although|though|while|that|who|which)\b[^,]*$/i.test(before))
    return undefined
  if (isObject(before)) return undefined
  const { entity } = nearest
  const office = /^[’']s? (?:[\p{L}-]+ ){1,3}$/u.exec(between)
  if (office) return { entity, party: { span: { start: nearest.span.start, end: span.start + cue.start - 1 } } }
  const isNextTo =
    /^,?(?: (?:has|have|had|also|later|flatly|firmly|strongly|again|then|repeatedly|\p{L}+ly))*\s*$/u.test(between)
  // `Holm, the director of the company, rejected`, `Holm (R-Sandvik) rejected`
  const isDescribed = between.length < 80 && /^(?:, [^.;:]*,|\s\([^)]*\)) (?:\p{L}+ly )?$/u.test(between)
  return isNextTo || isDescribed ? { entity, party: { span: nearest.span, entity } } : undefined
}

/** True for a name after these words that is the object of a preposition, or one of several. */
function isObject(before: string): boolean {
  return /\b(?:of|for|by|with|in|to|from|against|on|at|about|over|and)(?: the| other)?\s*$/i.test(before)
}

/** The last of the two sentences before that reports what somebody else said or claims. */
function claimBefore(scene: StatementScene, cue: Span, denier: Entity): Signal['denied'] {
  let before = scene.previous
  for (let back = 1; back <= reach && before; back++, before = before.previous) {
    if (before.blockKind === 'heading' || speaksOfKnownClaim(before, scene, cue)) return undefined
    if (!mayPointAt(before, scene, cue)) return undefined
    const { span } = before
    const quotes = before.quotes.filter((quote) => !quote.isTopic)
    const other = quotes.find(
      ({ speaker, confidence }) => speaker && confidence >= minConfidence && speaker.id !== denier.id,
    )
    if (other?.speaker) return { span, by: { span: other.source ?? other.span, entity: other.speaker } }
    // More from the one who rejects comes between claim and rejection.
    if (quotes.some(({ speaker }) => speaker?.id === denier.id)) continue
    const by = claimant(before, denier)
    if (by) return { span, by: { span: by.span, entity: by.entity } }
    if (back === 1 && claimCue.test(before.text)) return { span }
  }
  return undefined
}

/** `this notion` points at what was just said; `the allegations` may have been made anywhere, unless one was just made. */
function mayPointAt(before: StatementScene, scene: StatementScene, cue: Span): boolean {
  const isDemonstrative = /\b(?:this|that|these|those)\b/i.test(scene.text.slice(cue.start, cue.end))
  return isDemonstrative || accusation.test(before.text)
}

const accusation =
  /\b(?:accus(?:es?|ed|ing)|alleg(?:es?|ed|ing)|claim(?:s|ed)|charged|threaten(?:s|ed)|blam(?:es?|ed|ing))\b/i
const determiner = /^(?:this|that|these|those|the|such|all|both|any|on|against|at|with|into|back)$/i

/** `the allegations` of a sentence before that speaks of `the allegations` itself: the claim was made somewhere else. */
function speaksOfKnownClaim(before: StatementScene, scene: StatementScene, cue: Span): boolean {
  const words = scene.text.slice(cue.start, cue.end).split(' ').slice(1)
  const stems = words.filter((word) => !determiner.test(word)).map(stemOf)
  const known = new Set((before.text.match(/\p{L}+(?:-\p{L}+)*/gu) ?? []).map(stemOf))
  return stems.some((stem) => known.has(stem))
}

/** Singular and plural of a noun meet. */
function stemOf(word: string): string {
  return word.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '')
}

const claimCue =
  /\b(?:said|says|claim(?:s|ed)|alleg(?:es|ed)|accus(?:es|ed)|assert(?:s|ed)|suggest(?:s|ed)|argu(?:es|ed)|elaborated|insist(?:s|ed)|told|reported|wrote|tweeted|according to|described|charged|maintain(?:s|ed))\b/i

/** The subject, right before the cue, of a sentence that reports what somebody claims. */
function claimant({ text, span, mentions }: StatementScene, denier: Entity): Mention | undefined {
  const cue = claimCue.exec(text)
  if (!cue) return undefined
  const speaker = mentions.filter((each) => each.span.end <= span.start + cue.index && each.kind !== 'place').at(-1)
  if (!speaker || speaker.form === 'pronoun' || speaker.entity.id === denier.id) return undefined
  // `some in Holm’s circle alleged`: the name must be the subject, right before the cue.
  const between = text.slice(speaker.span.end - span.start, cue.index)
  if (!/^(?:,[^.;:]{0,60},)?(?: (?:has|have|had|also|later|then|again|\p{L}+ly))*\s*$/iu.test(between)) return undefined
  return isObject(text.slice(0, speaker.span.start - span.start)) ? undefined : speaker
}
