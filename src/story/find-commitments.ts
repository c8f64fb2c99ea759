import type { Entity, Mention } from '../core/annotation.ts'
import { type Citation, cite } from '../core/citation.ts'
import type { Quote } from '../core/quote.ts'
import { contains, overlaps } from '../core/span.ts'
import type { Commitment } from '../core/story.ts'
import { controllableVerbs, uncontrollablePhrase } from './controllable-verbs.ts'
import { areEquivalent } from './group-equivalents.ts'
import type { EntityMap } from './merge-entities.ts'
import { standsAlone } from './stand-alone.ts'
import { isRunningText, isSummarizable, type MemberText, type SentenceText } from './story-text.ts'
import { openingSubject, subjectPhrase } from './subject-phrase.ts'

const maxCommitments = 15

/** A promise in one sentence of one document. */
type Promised = {
  readonly sentence: SentenceText
  readonly text: MemberText
  readonly by: string
  readonly reportedBy?: string
  /** Where the promise begins, in the sentence. */
  readonly at: number
}
type Context = { readonly sentence: SentenceText; readonly text: MemberText; readonly entities: EntityMap }

/**
 * Commitments: a speaker's `I/we will`, a named party that `pledged/agreed/promised to`, or a party of whom it is said that it
 * `will` or `would` do something. The verb must be one a party decides on (`send`, `meet`, not `win`, `be`); hopes, guesses
 * and questions are not promises. Condition (`if …`) and due time are cited where the sentence gives them.
 */
export function findCommitments(texts: readonly MemberText[], entities: EntityMap): Commitment[] {
  const promised = texts.flatMap((text) => {
    if (!isSummarizable(text.input.article)) return []
    return text.sentences.flatMap((sentence) => promiseIn({ sentence, text, entities }))
  })
  const groups: Promised[][] = []
  for (const each of promised) {
    const known = groups.find((group) => group.some((other) => isSamePromise(each, other)))
    if (known) known.push(each)
    else groups.push([each])
  }
  return groups.map(commitmentOf).slice(0, maxCommitments)
}

function promiseIn(context: Context): Promised[] {
  const { sentence } = context
  if (!isRunningText(sentence) || /[?؟]\s*["'”’]?$/.test(sentence.text) || sentence.words.length > 70) return []
  const found = pledge(context) ?? ownWill(context) ?? reportedWill(context)
  return found ? [found] : []
}

const pledgePattern =
  /\b(?:pledg(?:ed|es)|promis(?:ed|es)|vow(?:ed|s)|agreed|agrees|committed|undertook|guaranteed|offered|swore) (?:(?:yesterday|today|again|jointly|publicly|on \w+day) )?(to (?:also |jointly |fully |immediately )?([\p{L}-]+)|that\b)/giu

/** `The UK and France have pledged to commit forces`, `Putin agreed that Russia would accept …`. */
function pledge(context: Context): Promised | undefined {
  const { sentence, text, entities } = context
  for (const match of sentence.text.matchAll(pledgePattern)) {
    const before = sentence.text.slice(0, match.index)
    if (isDenied(before) || isSpeculation(before)) continue
    if (match[1] === 'that') {
      const inner = willOfParty(context, match.index + match[0].length)
      if (inner && inner.at - match.index < 60) {
        const { reportedBy: _, ...promised } = inner
        const reporter = speakerAt(context, match.index)
        return { ...promised, ...(reporter && reporter !== inner.by ? { reportedBy: reporter } : {}) }
      }
      continue
    }
    const from = match.index + match[0].length - (match[2]?.length ?? 0)
    if (!isDecidable(sentence.text.slice(from))) continue
    const by =
      agentBefore(context, match.index) ?? speakerAt(context, match.index) ?? describedAgent(context, match.index)
    if (!by) continue
    const quote = quoteAt(text, sentence, match.index)
    const reporter = quote?.speaker ? entities.of(quote.speaker).name : undefined
    return { sentence, text, by, at: match.index, ...(reporter && reporter !== by ? { reportedBy: reporter } : {}) }
  }
  return undefined
}

const firstPersonPattern =
  /\b(?:I|[Ww]e)(?: will| shall|['’]ll| am going to| are going to|['’]re going to|['’]m going to| intend to)(?: not)?(?: (?:also|now|always|never|continue to|immediately|then|certainly|definitely|be))* (?=([\p{L}-]+))/gu

/** `We will send …` in the words of a known speaker. */
function ownWill(context: Context): Promised | undefined {
  const { sentence, text } = context
  for (const match of sentence.text.matchAll(firstPersonPattern)) {
    if (isGuess(sentence.text.slice(0, match.index))) continue
    const by = speakerAt(context, match.index)
    if (by && isDecidable(sentence.text.slice(match.index + match[0].length)))
      return { sentence, text, by, at: match.index }
  }
  return undefined
}

/** `Moscow will 'accept' …`, `he would step down`, said by somebody or told by the reporter. */
function reportedWill(context: Context): Promised | undefined {
  const { sentence, text, entities } = context
  for (const quote of text.quotes) {
    if (quote.kind === 'direct' || !quote.speaker || quote.confidence < 0.4) continue
    if (!contains(sentence.span, quote.span) || isGuessCue(quote, text)) continue
    const start = quote.span.start - sentence.span.start
    const content = sentence.text.slice(start, quote.span.end - sentence.span.start)
    const own =
      /^["'“‘]?(?:that )?(he|she|they|it|we) (?:would|will)(?: not)?(?: (?:also|now|never|continue to|immediately|then))* ["'“‘]?/.exec(
        content,
      )
    if (!own || !isDecidable(content.slice(own[0].length)) || !canBe(own[1], quote.speaker)) continue
    return { sentence, text, by: entities.of(quote.speaker).name, at: start }
  }
  return willOfParty(context, 0)
}

/** False where the pronoun cannot stand for the speaker: `it` for a person, `he` for a committee. */
function canBe(pronoun: string | undefined, speaker: Entity): boolean {
  return speaker.kind === 'person' ? pronoun !== 'it' : pronoun !== 'he' && pronoun !== 'she'
}

/** `suggested she would`, `hinted he will`: less than a promise. */
function isGuessCue({ cue }: Quote, { input }: MemberText): boolean {
  const word = cue ? input.document.text.slice(cue.start, cue.end) : ''
  return /suggest|hint|predict|believ|think|thought|fear|hop(?:e|ing)|expect|jok|speculat|doubt/i.test(word)
}

const willAfterParty =
  /^(?: will| would)(?: not)?(?: (?:also|now|never|continue to|immediately|then|soon|jointly|be))* ["'“‘]?(?=[\p{L}-]+)/u

/** A named party right before `will`; `would` only in what somebody reports of it. */
function willOfParty(context: Context, from: number): Promised | undefined {
  const { sentence, text, entities } = context
  for (const mention of text.mentions) {
    if (!contains(sentence.span, mention.span) || mention.form === 'pronoun') continue
    const start = mention.span.start - sentence.span.start
    const end = mention.span.end - sentence.span.start
    if (start < from) continue
    const will = willAfterParty.exec(sentence.text.slice(end))
    if (!will || !isDecidable(sentence.text.slice(end + will[0].length))) continue
    if (isGuess(sentence.text.slice(0, start))) continue
    const quote = text.quotes.find((each) => overlaps(each.span, mention.span))
    if (!quote && /would/.test(will[0]) && from === 0) continue
    if (isObject(sentence.text.slice(0, start))) continue
    const by = partyEndingAt(context, mention)
    const speaker = quote?.speaker ? entities.of(quote.speaker).name : undefined
    // What one says another will do is most often a prediction or a reproach: kept for states and bodies that consent.
    const rest = sentence.text.slice(end + will[0].length)
    if (from === 0 && quote && speaker !== by && (mention.kind === 'person' || !consent.test(rest))) continue
    return { sentence, text, by, at: start, ...(speaker && speaker !== by ? { reportedBy: speaker } : {}) }
  }
  return undefined
}

const consent =
  /^["'“‘]?(?:accept|attend|cease|contribute|cooperate|do more|halt|host|join|meet|negotiate|offer|participate|provide|release|return|send|sign|supply|withdraw|work)\b/

/** True when the name after these words is the object of a preposition: `the battle for control of the committee will …`. */
function isObject(before: string): boolean {
  return /\b(?:of|for|by|with|in|to|from|against|on|at|about|over)(?: the| its| their| his| her)?\s*$/i.test(before)
}

/** True when what follows is a verb of decision, also as `be sending` and `have a meeting`. */
function isDecidable(rest: string): boolean {
  const plain = rest.replace(/["'“”‘’]/g, '').toLowerCase()
  if (
    /^(?:have|hold) (?:an?|another|the|our|their|more|further) (?:[\p{L}-]+ ){0,2}(?:meetings?|talks?|calls?|trilats?|trilaterals?|bilaterals?|summits?|conferences?|hearings?|votes?|referendums?|elections?)/u.test(
      plain,
    )
  )
    return true
  if (uncontrollablePhrase.test(plain)) return false
  const started = /^(?:begin|start) ([\p{L}-]+ing)\b/u.exec(plain)?.[1]
  if (started) return isDecidable(started)
  const verb = /^[\p{L}-]+/u.exec(plain)?.[0] ?? ''
  if (verb.endsWith('ing') && !controllableVerbs.has(verb))
    return controllableVerbs.has(verb.slice(0, -3)) || controllableVerbs.has(`${verb.slice(0, -3)}e`)
  return controllableVerbs.has(verb)
}

/** A hope, guess, condition or question before the promise, in its clause. */
function isGuess(before: string): boolean {
  const clause = before.split(/[;:!?]/).at(-1) ?? ''
  return /\b(?:hopes?|hoped|hoping|hopefully|thinks?|thought|believes?|believed|expects?|expected|predict(?:s|ed)?|forecasts?|wonders?|doubts?|fears?|feared|wish(?:es|ed)?|whether|if|unless|unclear|likely|maybe|perhaps|suggest(?:s|ed|ing)?|speculat\w+|conclud\w+|appear(?:s|ed)?|seem(?:s|ed)?|not saying|denied|denies|promises|despite|sure|knows?|convinced|concerned|contend(?:s|ed)?|claim(?:s|ed)?|insinuat\w+|bets?|worr(?:y|ied|ies)|how|what|when|until|before|which|who)\b[^,]*$/i.test(
    clause,
  )
}

/** Told as a rumor: `many speculated that X offered to …`. */
function isSpeculation(before: string): boolean {
  return /\b(?:speculat\w+|rumou?r\w*|alleg\w+|whether|if|unless|perhaps|reportedly)\b[^,.;]*$/i.test(before)
}

function isDenied(before: string): boolean {
  return /(?:\b(?:not|never|neither|nor|refused to|would|could|should|might|may|if|whether|until|unless|had he|before)|n['’]t)(?: (?:have|has|had|yet|already|been|\w+ly))*\s*$/i.test(
    before,
  )
}

/** The party named right before a pledging verb, if it is the verb's subject. */
function agentBefore(context: Context, index: number): string | undefined {
  const { sentence, text, entities } = context
  const limit = sentence.span.start + index
  const nearest = text.mentions
    .filter((each) => each.span.start >= sentence.span.start && each.span.end <= limit)
    .at(-1)
  if (!nearest) return undefined
  const between = sentence.text.slice(nearest.span.end - sentence.span.start, index).trim()
  const before = sentence.text.slice(0, nearest.span.start - sentence.span.start)
  const isSubject = between.length < 40 && between.split(/[\s,]+/).every((word) => word === '' || auxiliary.test(word))
  // `members who had backed X vowed …`: X is the object of the clause before.
  if (!isSubject || isObject(before) || /\b(?:who|which|that)\b[^,]*$/i.test(before)) return undefined
  return nearest.form === 'pronoun' ? entities.of(nearest.entity).name : partyEndingAt(context, nearest)
}

/** The party that the sentence opens with and nobody is named by (`The government`); `It` is the one the sentence before is about. */
function describedAgent({ sentence, text }: Context, index: number): string | undefined {
  const document = text.input.document.text
  const before = sentence.text.slice(0, index)
  if (!/^(?:It|They)(?: (?:has|have|had|also|now|already))*\s*$/.test(before)) return subjectPhrase(before, document)
  const previous = text.sentences[text.sentences.indexOf(sentence) - 1]
  if (!previous || previous.block !== sentence.block) return undefined
  const subject = openingSubject(previous.text, document)
  const isPerson = text.mentions.some(
    ({ kind, span }) =>
      kind === 'person' && span.start < previous.span.start + (subject?.length ?? 0) && contains(previous.span, span),
  )
  return isPerson ? undefined : subject
}

/** Words that may stand between a subject and its verb. */
const auxiliary =
  /^(?:has|have|had|also|already|previously|today|yesterday|on|\w+day|jointly|both|then|later|last|this|week|month|all)$/i

/** The party's name; parties joined by `and` are named together. */
function partyEndingAt({ sentence, text, entities }: Context, last: Mention): string {
  const names = [entities.of(last.entity).name]
  let first = last
  for (const mention of text.mentions.toReversed()) {
    if (mention.span.end > first.span.start || mention.span.start < sentence.span.start) continue
    const between = sentence.text.slice(mention.span.end - sentence.span.start, first.span.start - sentence.span.start)
    if (!/^(?:,? and |, |\s*&\s*)(?:the )?$/i.test(between)) break
    names.unshift(entities.of(mention.entity).name)
    first = mention
  }
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '')
}

function quoteAt(text: MemberText, sentence: SentenceText, index: number): Quote | undefined {
  const at = sentence.span.start + index
  const around = text.quotes.filter((quote) => quote.span.start <= at && at < quote.span.end)
  return around.find((quote) => quote.kind !== 'indirect') ?? around[0]
}

function speakerAt({ sentence, text, entities }: Context, index: number): string | undefined {
  const quote = quoteAt(text, sentence, index)
  return quote?.speaker && quote.confidence >= 0.4 && quote.kind !== 'indirect'
    ? entities.of(quote.speaker).name
    : undefined
}

function isSamePromise(a: Promised, b: Promised): boolean {
  return a.by === b.by && areEquivalent(a.sentence, b.sentence)
}

function commitmentOf(group: readonly Promised[]): Commitment {
  const best = group.find(({ sentence, text }) => standsAlone(sentence, text)) ?? group[0]
  if (!best) throw new Error('A commitment needs a sentence: do not pass empty groups')
  const others = group.filter((each) => each.text.member !== best.text.member)
  const main = cite(best.text.input.document, best.sentence.span)
  const condition = conditionIn(best)
  const due = dueIn(best)
  return {
    by: best.by,
    ...(best.reportedBy ? { reportedBy: best.reportedBy } : {}),
    statement: {
      text: main.exact,
      citations: [main, ...others.map(({ text, sentence }) => cite(text.input.document, sentence.span))],
    },
    ...(condition ? { condition } : {}),
    ...(due ? { due } : {}),
  }
}

const conditionPattern =
  /(?<!\beven |\bas |\bfor |\bhad |\bhas |\bwas |\bwere |\bat )\b(?:(?:only )?if(?! you\b| not\b| ever\b)|once(?= (?:the|an?|he|she|it|they|we|all|both|this|that|\p{Lu}))|unless|provided(?: that)?|as long as|on (?:the )?condition that|only after)\b(?:[^,.;:—–]|(?<=\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|St|U\.S|U|U\.K))\.){6,}/iu

function conditionIn({ sentence, text }: Promised): Citation | undefined {
  const match = conditionPattern.exec(sentence.text)
  if (!match) return undefined
  const clause = match[0].replace(/[\s"'“”‘’)]+$/u, '')
  const start = sentence.span.start + match.index
  return cite(text.input.document, { start, end: start + clause.length })
}

/** A time that lies ahead of the article, or a span of time from now: `by Friday`, `within two weeks`. */
function dueIn({ sentence, text, at }: Promised): Citation | undefined {
  const { document } = text.input
  const today = document.publishedAt.slice(0, 10)
  const due = text.times.find((time) => {
    if (!contains(sentence.span, time.span) || time.span.start < sentence.span.start + at) return false
    if (text.quotes.some((quote) => quote.when && overlaps(quote.when, time.span))) return false
    const before = sentence.text.slice(0, time.span.start - sentence.span.start)
    if (/\b(?:said|says|told|announced|wrote|added|reported)(?: on| late| early)?\s*$/i.test(before)) return false
    if (time.kind === 'duration') return /\b(?:within|in|over)(?: the)?(?: next| coming)?\s*$/i.test(before)
    // In a promise `by 8 September` lies ahead, whichever year a reader of dates alone takes it for.
    if (/\b(?:by|before|until)\s*$/i.test(before) && !/\d{4}/.test(document.text.slice(time.span.start, time.span.end)))
      return true
    const day = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(time.value)?.[0]
    if (day === undefined || day < today.slice(0, day.length)) return false
    return day > today.slice(0, day.length) || /\b(?:by|at|before|until|around|later)\s*$/i.test(before)
  })
  if (!due) return undefined
  const lead = /\b(?:by|before|until|within)(?: the (?:next|coming))? $/i.exec(
    sentence.text.slice(0, due.span.start - sentence.span.start),
  )
  return cite(document, { start: due.span.start - (lead?.[0].length ?? 0), end: due.span.end })
}
