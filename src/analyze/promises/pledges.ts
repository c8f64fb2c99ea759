import type { CommitmentKind } from '../../core/commitment.ts'
import type { Span } from '../../core/span.ts'
import type { ParsedSentence } from '../grammar/parse.ts'
import type { StatementScene } from '../grammar/statement-scenes.ts'
import { agentsOf, quoteAt, reporterOf, speakerAt } from './promise-agents.ts'
import type { Draft } from './promise-draft.ts'
import { isDecidable, isSpeculation, isUndone } from './promise-guards.ts'
import { willOfNamed } from './wills.ts'

const when =
  '(?:(?:yesterday|today|again|jointly|publicly|in (?:\\d{4}|(?:January|February|March|April|May|June|July|August|September|October|November|December))|last (?:week|month|year)|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) )?'
/** What somebody gives, makes or has: a promise as a noun. */
const noun =
  '(?:gave|gives|given|made|makes|signed|renewed|repeated|reaffirmed|reiterated|issued) (?:an? |their |his |her |its |the )?(?:\\p{L}+ )?(?:undertaking|pledge|promise|commitment|assurances?|offer|vow|word)|(?:has|have|announced|unveiled|set out|drew up) (?:an? |new |its |their |his |her )?(?:(?!no |not |little |any |few )\\p{L}+ )?plans?'
/** What lies ahead of a party by its own choice: `is set to`, `are preparing to`, `has decided to`. */
const ahead =
  '(?:is|are) (?:now |all |already )?(?:set|due|scheduled|preparing|poised|ready|prepared|willing)(?= to )|(?<=\\b(?:has|have) (?:now |also |already )?)(?:decided|resolved)(?= (?:not )?to )'
/** `Ministers promise to`: the plain form after a plural; `the company’s plan` is none. */
const plain = '(?<=\\p{Ll}{2}s )(?:pledge|promise|vow|agree|plan|intend|offer|undertake)(?= (?:not )?to )'
const verb =
  'pledg(?:ed|es|ing)|promis(?:ed|es|ing)|vow(?:ed|s|ing)|agreed|agrees|committed|undert(?:ook|aken)|guaranteed|guarantees|offered|offers|swore|plans|intends|(?:is|are|was|were) planning|(?:is|are)(?= to )|(?<=\\b(?:I|[Ww]e) )(?:promise|pledge|vow|agree)|(?:signed|agreed|struck|reached) an? (?:\\p{L}+ )?(?:deal|agreement|accord|contract|pact)|(?:is|are|remains?) committed|committed (?:it|them|him|her)sel(?:f|ves)|consented|volunteered|(?:assured|assures|promised|promises|guaranteed|pledged)(?= (?:(?:the|its|his|her|their|all|local) )?\\p{Ll}+ (?:that|to) )'
/** `promised voters to`, `assured residents that`. */
const whom =
  '(?:(?<=(?:assured|assures|promised|promises|guaranteed|pledged) )(?:(?:the|its|his|her|their|all|local) )?(?!to |that |not |never )\\p{Ll}+ (?=(?:that|to) ))?'
const gift =
  '(?:(?:an?|new|more|extra|additional|further|up|to|at|least|another|full) )*(?:(?:US|A|C)?[$£€]\\d|support|help|aid|funding|assistance|troops|reinforcements|compensation)'
const pattern = new RegExp(
  `(?<![\\p{L}’'-])(?<verb>${verb}|${noun}|${ahead}|${plain}) ${whom}${when}(?<rest>(?:(?:not|never) )?to (?:(?:also|jointly|fully|immediately|eventually|never|not) )?(?=[\\p{L}-]+)|that (?=\\p{L})|(?=${gift}))`,
  'gu',
)
const trigger =
  /pledg|promis|vow|agree|commit|undert|guarant|offer|swore|plan|intend|assur|word|(?:is|are)(?: now| all| already)? (?:to|set|due|scheduled|prepar\w+|poised|ready|willing) |deal|accord|contract|pact|decided|resolved|consented|volunteered/

/** `The UK and France have pledged to commit forces`, `Putin agreed that Russia would accept …`, `The museum plans to open …`. */
export function pledgesIn(scene: StatementScene, sentence: ParsedSentence): Draft[] {
  const { text } = scene
  if (!trigger.test(text)) return []
  return [...text.matchAll(pattern)].flatMap((match) => {
    const before = text.slice(0, match.index)
    const cue = { start: match.index, end: match.index + (match.groups?.verb ?? '').length }
    if (isUndone(before) || isSpeculation(before)) return []
    const at = match.index + match[0].length
    const kind = kindOf(match.groups?.verb ?? '')
    if (/^that/i.test(match.groups?.rest ?? '')) return agreedOf(scene, sentence, { start: cue.start, end: at }, kind)
    const isGift = match.groups?.rest === ''
    if (isGift && !/^(?:pledg|promis|offer|commit)/i.test(match[0])) return []
    if (!isGift && !isDecidable(text.slice(at))) return []
    const agents = agentsOf(scene, sentence, cue.start)
    if (!agents || (kind === 'plan' && isNoun(sentence, scene.span.start + cue.start))) return []
    return [{ kind, agents, cue, at, ...reporterOf(quoteAt(scene, cue.start), agents) }]
  })
}

/** `the company's plans to …`, `the plans to … are`: a noun, where the tagger says so and another verb makes the sentence. */
function isNoun({ tokens }: ParsedSentence, place: number): boolean {
  const at = tokens.findIndex(({ start }) => start === place)
  if (tokens[at]?.pos !== 'NOUN') return false
  if (/^(?:['’]s?|their|its|his|her|the|any|no|of)$/.test(tokens[at - 1]?.lower ?? '')) return true
  return tokens.slice(at + 1).some(({ pos }, after) => {
    const before = tokens[at + after]
    return pos === 'AUX' || (pos === 'VERB' && before?.lower !== 'to')
  })
}

function kindOf(words: string): CommitmentKind {
  if (/(?:ready|prepared|willing|offer)$|^volunteer/i.test(words)) return 'offer'
  if (/^(?:agree|consent)|deal$|agreement$|accord$|contract$|pact$/i.test(words)) return 'agreement'
  if (/^offer/i.test(words)) return 'offer'
  return /plan|intend|decided|resolved|^(?:is|are)\b(?! committed)/i.test(words) ? 'plan' : 'promise'
}

/** `promised that they would publish`: the one who promises. */
const ownThat = /^(?:he|she|it|they) (?:would|will)(?: not)? (?=\p{L})/u

/** `Putin agreed that Russia would accept`: what the party after `that` will do, as the one before reports it. */
function agreedOf(
  scene: StatementScene,
  sentence: ParsedSentence,
  { start, end }: Span,
  kind: CommitmentKind,
): Draft[] {
  const own = ownThat.exec(scene.text.slice(end))
  if (own && isDecidable(scene.text.slice(end + own[0].length))) {
    const agents = agentsOf(scene, sentence, start)
    const cue = { start, end: end - ' that '.length }
    return agents ? [{ kind, agents, cue, at: end + own[0].length, ...reporterOf(quoteAt(scene, start), agents) }] : []
  }
  const inner = willOfNamed(scene, end)
  if (!inner || inner.agents[0].span.start - scene.span.start - start >= 60) return []
  const speaker = speakerAt(scene, start)
  const quote = quoteAt(scene, start)
  const by = reporterOf(speaker || quote?.kind === 'indirect' ? quote : undefined, inner.agents)
  // `vowing that Republicans would …`: another vowed it, and who is not known.
  if (/^(?:pledg|promis|vow)ing/.test(scene.text.slice(start)) && !by.reportedBy) return []
  return [{ kind, agents: inner.agents, cue: inner.cue, at: inner.at, ...by }]
}
