import type { Entity } from '../../core/annotation.ts'
import type { CommitmentKind } from '../../core/commitment.ts'
import type { Quote } from '../../core/quote.ts'
import { contains, overlaps } from '../../core/span.ts'
import { type StatementScene, spanIn } from '../grammar/statement-scenes.ts'
import { bodyNoun, endsInBody } from '../grammar/subject-phrase.ts'
import { type Agents, partiesEndingAt, quoteAt, reporterOf, speakerAt } from './promise-agents.ts'
import type { Draft } from './promise-draft.ts'
import { isDecidable, isGuess, isObject, isSpeculation, uncontrollablePhrase } from './promise-guards.ts'

/** Sentences without one of these tell of nobody's will. */
const trigger = /will|would|shall|['’](?:ll|d)|going to|intend|plan|won['’]t|could|(?:ready|prepared|willing) to/

/** What somebody says he will do, or is told to be going to do: the first such thing of a sentence. */
export function willIn(scene: StatementScene): Draft | undefined {
  if (!trigger.test(scene.text)) return undefined
  return (
    ownWill(scene) ??
    reportedWill(scene) ??
    willOfNamed(scene, 0) ??
    willOfDescribed(scene) ??
    willOfUnknown(scene) ??
    offerOfMeans(scene)
  )
}

const firstPersonPattern =
  /\b(?:I|[Ww]e)(?<will> will| shall|['’]ll| won['’]t| am (?:not )?going to| are (?:not )?going to|['’]re (?:not )?going to|['’]m (?:not )?going to| intend to)(?: not)?(?: (?:also|now|always|never|continue to|immediately|then|certainly|definitely|be))* (?=[\p{L}-]+)/gu

/** `We will send …` in the words of a known speaker. */
function ownWill(scene: StatementScene): Draft | undefined {
  const { text } = scene
  for (const match of text.matchAll(firstPersonPattern)) {
    if (isGuess(text.slice(0, match.index))) continue
    const speaker = speakerAt(scene, match.index)
    const at = match.index + match[0].length
    if (!speaker || !isDecidable(text.slice(at))) continue
    const start = match.index + (/^we/i.test(match[0]) ? 2 : 1)
    const agents: Agents = [{ span: spanIn(scene, match.index, start), entity: speaker.entity }]
    return { kind: 'promise', agents, cue: wordsAt(text, start, match.groups?.will), at }
  }
  return undefined
}

function wordsAt(text: string, from: number, words: string | undefined): Draft['cue'] {
  const start = from + (text[from] === ' ' ? 1 : 0)
  return { start, end: from + (words ?? '').length }
}

const ownContent =
  /^(?<lead>["'“‘]?(?:(?:(?:on|late|last|earlier|this) )?[\p{L}\d]{3,12}(?:day|week|month|year) )?(?:that )?)(?<who>he|she|they|it|we)(?<will> would| will| won['’]t| wouldn['’]t|['’]ll|['’]d| (?:is|are|was|were) (?:not )?going to| (?:planned|intended|plans?|intends?) to| (?:is|are|was|were) (?:ready|prepared|willing) to)(?: not)?(?: (?:also|now|never|continue to|immediately|then))* ["'“‘]?/u

/**
 * With a lower share of correct speakers, no promise is read from reported speech. Lower than the floor of quotations, since the words name the
 * one who will do it again (`he`), and that is looked at, too.
 */
const ownWillFloor = 0.4

/** `Moscow said it would 'accept' …`, `she would step down`: said by the one who will do it. */
function reportedWill(scene: StatementScene): Draft | undefined {
  const { text, span } = scene
  for (const quote of scene.quotes) {
    if (quote.kind === 'direct' || quote.confidence < ownWillFloor) continue
    if (!contains(span, quote.span) || isGuessCue(quote, scene)) continue
    const source = quote.source && text.slice(0, Math.max(0, quote.source.start - span.start))
    if (source !== undefined && /\b(?:believes?|thinks?|hopes?|fears?|suspects?|doubts?)\b[^,]*$/i.test(source))
      continue
    const from = quote.span.start - span.start
    const content = text.slice(from, quote.span.end - span.start)
    const own = ownContent.exec(content)
    const { lead = '', who = '', will } = own?.groups ?? {}
    if (!own || !isDecidable(content.slice(own[0].length)) || !canBe(who, quote, scene)) continue
    const start = from + lead.length
    if (isOfAnother(who, from + lead.length, quote, scene) || isSpeculation(text.slice(0, start))) continue
    const agent = spanIn(scene, start, start + who.length)
    const agents: Agents = [quote.speaker ? { span: agent, entity: quote.speaker } : { span: quote.source ?? agent }]
    return { kind: 'promise', agents, cue: wordsAt(text, start + who.length, will), at: from + own[0].length }
  }
  return undefined
}

/** `The mayor announced she would leave`: where another person was named before `she`, or `she` is known to be another. */
function isOfAnother(
  who: string,
  at: number,
  { speaker, source }: Quote,
  { text, span, mentions }: StatementScene,
): boolean {
  if (!/^(?:he|she)$/.test(who) || !speaker) return false
  if (
    /\b(?:speculation|idea|prospect|possibility|suggestions?|rumou?rs?|reports?|claims?)(?: that)? $/i.test(
      text.slice(0, at),
    )
  )
    return true
  return mentions.some(({ span: { start }, kind, entity, form }) => {
    if (entity.id === speaker.id || (form !== 'pronoun' && kind !== 'person')) return false
    const isBetween = start >= (source?.end ?? span.start) && start < span.start + at
    return form === 'pronoun' ? start === span.start + at : isBetween
  })
}

/** False where the pronoun cannot stand for the speaker: `it` for a person, `he` for a committee. */
function canBe(pronoun: string, { speaker, source, cue }: Quote, { doc }: StatementScene): boolean {
  const words = source ? doc.text.slice(source.start, source.end) : ''
  // `The Liberals derided the plans, saying they would …`: the things, not the party.
  const said = cue ? doc.text.slice(cue.start, cue.end) : ''
  if (/^(?:it|they)$/.test(pronoun) && /ing$|^report/.test(said)) return false
  if (pronoun === 'it' && /\p{Ll}s$/u.test(words) && !/ /.test(words)) return false
  if (speaker) return fits(pronoun, speaker)
  if (source && pronoun === 'they') return /s$/.test(doc.text.slice(source.start, source.end))
  return source !== undefined && pronoun === 'it' && isOneBody(doc.text.slice(source.start, source.end))
}

/** `The company` or a name, not `officials`. */
function isOneBody(words: string): boolean {
  return (endsInBody(words) && !/s$/i.test(words)) || /^\p{Lu}[\p{L}&’'-]*(?: \p{Lu}[\p{L}&’'-]*)+$/u.test(words)
}

function fits(pronoun: string, speaker: Entity): boolean {
  return speaker.kind === 'person' ? pronoun !== 'it' && pronoun !== 'they' : pronoun !== 'he' && pronoun !== 'she'
}

/** `suggested she would`, `hinted he will`: less than a promise. */
function isGuessCue({ cue }: Quote, { doc }: StatementScene): boolean {
  const word = cue ? doc.text.slice(cue.start, cue.end) : ''
  return /suggest|hint|impl[iy]|not(?:ed|ing|es)|predict|believ|think|thought|fear|hop(?:e|ing)|expect|jok|speculat|doubt|warn/i.test(
    word,
  )
}

const willAfterParty =
  /^(?<will> will| would| won['’]t| wouldn['’]t| (?:is|are) (?:not )?going to)(?: not)?(?: (?:also|now|never|continue to|immediately|then|soon|jointly|be))* ["'“‘]?(?=[\p{L}-]+)/u

const consent =
  /^["'“‘]?(?:accept|attend|cease|contribute|cooperate|do more|halt|host|join|meet|negotiate|offer|participate|provide|release|return|send|sign|supply|withdraw|work)\b/

/** A named party right before `will`, from a place of the sentence on; `would` only in what somebody reports of it. */
export function willOfNamed(scene: StatementScene, from: number): Draft | undefined {
  const { text, span } = scene
  for (const mention of scene.mentions) {
    if (mention.form === 'pronoun') continue
    const start = mention.span.start - span.start
    const end = mention.span.end - span.start
    if (start < from) continue
    const will = willAfterParty.exec(text.slice(end))
    const at = end + (will?.[0].length ?? 0)
    if (!will || !isDecidable(text.slice(at)) || isGuess(text.slice(0, start))) continue
    const quote = scene.quotes.find((each) => overlaps(each.span, mention.span))
    if (!quote && /would/.test(will[0]) && from === 0) continue
    if (isObject(text.slice(0, start))) continue
    const agents = partiesEndingAt(scene, mention)
    // What one says another will do is most often a prediction or a reproach: kept for states and bodies that consent.
    const isOther = quote !== undefined && quote.speaker?.id !== mention.entity.id
    if (from === 0 && isOther && (mention.kind === 'person' || !consent.test(text.slice(at)))) continue
    if (from === 0 && !quote && !isAnnounced(scene, at)) continue
    const kind: CommitmentKind = quote && !isOther ? 'promise' : 'plan'
    return { kind, agents, cue: wordsAt(text, end, will.groups?.will), at, ...reporterOf(quote, agents) }
  }
  return undefined
}

/** What a party sets a day for or makes known; `will seek`, `will fight` in a reporter's own voice are forecasts. */
const announcedDeed =
  /^(?:accept|address|announce|appear|appoint|attend|build|cancel|change its|close|consider|consult|contribute|declare|deliver|donate|fund|give|hire|hold|host|impose|negotiate|introduce|issue|join|launch|meet|name|nominate|now return|offer|open|pay|provide|publish|rebuild|refund|reimburse|release|repair|resign|return|send|sign|speak|step down|step in|strike|supply|take questions|travel|unveil|visit|vote|walk out|withdraw)\b/
const forecast = /^(?:advance|continue|do|fight|keep|protect|push|pursue|remove|seek|try|use|want|work)\b/

function isAnnounced({ text, times, span }: StatementScene, at: number): boolean {
  const rest = text.slice(at)
  if (announcedDeed.test(rest)) return true
  return !forecast.test(rest) && times.some((time) => time.kind !== 'duration' && time.span.start >= span.start + at)
}

const will =
  /(?<will> will| would| could| won['’]t| wouldn['’]t| (?:is|are) (?:not )?going to)(?: not)?(?: (?:also|now|never|immediately|then|soon))* (?=\p{L})/gu
/** The body that is right before `will`. */
const described = new RegExp(
  `(?<![\\p{L}’'-])(?<det>the|its|their|his|her|our) (?:[\\p{L}’'-]+ ){0,2}?(?:${bodyNoun.source}|members|workers|staff|drivers|troops|forces)$`,
  'iu',
)
const bodyDeed =
  /^(?:accept|attend|build|cancel|close|contribute|deliver|fund|halt|hire|host|impose|join|meet|offer|open|pay|provide|publish|rebuild|reimburse|refund|release|repair|return|send|sign|supply|walk out|strike|withdraw)\b/

/** `The health ministry will send …`, `her country could provide …`: bodies without a name, in what they themselves decide. */
function willOfDescribed(scene: StatementScene): Draft | undefined {
  const { text } = scene
  for (const match of text.matchAll(will)) {
    const at = match.index + match[0].length
    if (!isDecidable(text.slice(at)) && !bodyDeed.test(text.slice(at))) continue
    const near = Math.max(0, match.index - 80)
    const body = described.exec(text.slice(near, match.index))
    if (!body) continue
    const start = near + body.index
    const before = text.slice(0, start)
    const quote = quoteAt(scene, start)
    const word = match.groups?.will
    if (isGuess(before) || isObject(before) || (quote && !bodyDeed.test(text.slice(at)))) continue
    if (/would|could/.test(word ?? '') && (!quote || isGuessCue(quote, scene))) continue
    if (!quote && !bodyDeed.test(text.slice(at)) && !isAnnounced(scene, at)) continue
    if (word === ' could' && /^the$/i.test(body.groups?.det ?? '')) continue
    const agents: Agents = [{ span: spanIn(scene, start, match.index) }]
    const cue = wordsAt(text, match.index, word)
    return { kind: word === ' could' ? 'offer' : 'plan', agents, cue, at, ...reporterOf(quote, agents) }
  }
  return undefined
}

const unknown =
  /^(?<who>\p{Lu}\p{L}{2,}(?: \p{Lu}\p{L}+){0,3})(?<will> will(?: not)?| won['’]t| is (?:not )?going to)(?: (?:also|now|soon))? (?=[\p{L}-]+)/u
const plural =
  /^(?:\p{L}+(?<!s)s|People|Police|There|This|That|These|Those|They|She|You|What|Nobody|Everyone|Nothing|Whoever|Who)$/u

/** `Sudland will send …`: a name that no list has, as the subject a sentence opens with. */
function willOfUnknown(scene: StatementScene): Draft | undefined {
  const found = unknown.exec(scene.text)
  const { who = '', will: word = '' } = found?.groups ?? {}
  const at = found?.[0].length ?? 0
  const rest = scene.text.slice(at)
  if (at === 0 || plural.test(who) || !bodyDeed.test(rest) || uncontrollablePhrase.test(rest)) return undefined
  const agents: Agents = [{ span: spanIn(scene, 0, who.length) }]
  return {
    kind: 'plan',
    agents,
    cue: wordsAt(scene.text, who.length, word),
    at,
    ...reporterOf(quoteAt(scene, 0), agents),
  }
}

const means =
  /(?<![\p{L}’'-])(?<who>(?:\p{Lu}\p{L}+(?:an|sh|ch|ese|i)|[Oo]ur|[Hh]is country[’']s|[Hh]er country[’']s) (?:\p{Ll}+ )?(?:jets?|planes|aircraft|troops|forces|soldiers|ships|warships|engineers|experts|observers|monitors|peacekeepers|money|aid|weapons|missiles|teams|doctors|firms))(?<will> could)(?: also)? (?=(?:help|defend|protect|provide|support|train|patrol|guard|join|supply)\b)/gu

/** `American jets could help defend …`: what a power says its own means could do. */
function offerOfMeans(scene: StatementScene): Draft | undefined {
  const { text } = scene
  if (!text.includes(' could ')) return undefined
  for (const match of text.matchAll(means)) {
    const { who = '', will } = match.groups ?? {}
    const quote = quoteAt(scene, match.index)
    if (!quote?.speaker || isGuess(text.slice(0, match.index))) continue
    const agents: Agents = [{ span: spanIn(scene, match.index, match.index + who.length) }]
    const cue = wordsAt(text, match.index + who.length, will)
    return { kind: 'offer', agents, cue, at: match.index + match[0].length, ...reporterOf(quote, agents) }
  }
  return undefined
}
