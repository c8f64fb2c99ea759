import type { Mention, Party } from '../../core/annotation.ts'
import { defined } from '../../core/defined.ts'
import { attributionFloor, type Quote } from '../../core/quote.ts'
import { contains } from '../../core/span.ts'
import type { ParsedSentence } from '../grammar/parse.ts'
import { type StatementScene, spanIn } from '../grammar/statement-scenes.ts'
import { endsInBody, openingSubject, subjectPhrase } from '../grammar/subject-phrase.ts'
import { subjectParty } from '../parties.ts'
import { isObject } from './promise-guards.ts'

/** Those who promise, together. */
export type Agents = readonly [Party, ...Party[]]

/** Words that may be between a subject and its verb. */
const auxiliary =
  /^(?:has|have|had|is|are|was|were|also|already|previously|today|yesterday|on|\w+day|jointly|both|then|later|last|this|week|month|all)$/i

const ownSubject =
  /\b(?:I|we)(?:['’](?:ve|re|m))?(?: (?:have|had|am|are|also|both|already|now|today|jointly|\p{L}+ly))*\s*$/iu

/** Who makes the promise whose verb is at `index` of the sentence: named, speaking, or a body that is described. */
export function agentsOf(scene: StatementScene, sentence: ParsedSentence, index: number): Agents | undefined {
  const named = agentsBefore(scene, index)
  if (named) return named
  const subject = subjectParty(scene.doc.text, sentence, scene.span.start + index, scene.mentions)
  const words = subject && scene.doc.text.slice(subject.span.start, subject.span.end)
  // `Our people are ready to move`: only `I` and `we` are the speaker.
  const isOwn = words === undefined ? ownSubject.test(scene.text.slice(0, index)) : /^(?:I|we)$/i.test(words)
  const speaking = isOwn ? speakerAt(scene, index) : undefined
  if (speaking) return [{ span: subject?.span ?? speaking.span, entity: speaking.entity }]
  const described = describedAgent(scene, index)
  if (described) return [described]
  if (!subject || words === undefined || subject.entity) return undefined
  // `members who had backed X vowed …`: X is the object of the clause before, here also where nobody is known by the name.
  if (/\bwho\b[^,]*$/i.test(scene.text.slice(0, Math.max(0, subject.span.start - scene.span.start)))) return undefined
  // `a handful of members who …`: nobody who could be held to it.
  if (/^\s+who\b/i.test(scene.doc.text.slice(subject.span.end, subject.span.end + 8))) return undefined
  const head = sentence.tokens.find((token) => token.end === subject.span.end)
  return head?.pos === 'PROPN' ||
    head === sentence.tokens[0] ||
    endsInBody(words) ||
    /^(?:it|they|he|she)$/i.test(words)
    ? [subject]
    : undefined
}

/** The party named right before a pledging verb, if it is the verb's subject. */
function agentsBefore(scene: StatementScene, index: number): Agents | undefined {
  const { text, span, mentions } = scene
  const nearest = mentions.filter((each) => each.span.end <= span.start + index).at(-1)
  if (!nearest) return undefined
  const between = text.slice(nearest.span.end - span.start, index).trim()
  const before = text.slice(0, nearest.span.start - span.start)
  const isSubject = between.length < 40 && between.split(/[\s,]+/).every((word) => word === '' || auxiliary.test(word))
  // `members who had backed X vowed …`: X is the object of the clause before.
  if (!isSubject || isObject(before) || /\b(?:who|which|that)\b[^,]*$/i.test(before)) return undefined
  return nearest.form === 'pronoun' ? [partyOf(nearest)] : partiesEndingAt(scene, nearest)
}

function partyOf({ span, entity }: Mention): Party {
  return { span, entity }
}

/** A named party with those it is joined to by `and`. */
export function partiesEndingAt({ text, span, mentions }: StatementScene, last: Mention): Agents {
  const parties: [Party, ...Party[]] = [partyOf(last)]
  for (const mention of mentions.toReversed()) {
    const first = parties[0].span
    if (mention.span.end > first.start) continue
    const between = text.slice(mention.span.end - span.start, first.start - span.start)
    if (!/^(?:,? and |, |\s*&\s*)(?:the )?$/i.test(between)) break
    // `Anna Moss, the chief executive`: one and the same.
    if (parties.some(({ entity }) => entity?.id === mention.entity.id)) parties[0] = partyOf(mention)
    else parties.unshift(partyOf(mention))
  }
  return parties
}

/** The party that the sentence opens with and nobody is named by (`The government`); `It` is the one the sentence before is about. */
function describedAgent(scene: StatementScene, index: number): Party | undefined {
  const { text, doc, previous } = scene
  const lead = /^(?:But|And|So|Yet|Still,|Meanwhile,|However,) /.exec(text)?.[0].length ?? 0
  const before = text.slice(lead, index)
  if (!/^(?:It|They)(?: (?:has|have|had|also|now|already))*\s*$/.test(before)) {
    const phrase = subjectPhrase(before, doc.text)
    return phrase === undefined ? undefined : { span: spanIn(scene, lead, lead + phrase.length) }
  }
  if (!previous || previous.block !== scene.block) return undefined
  const subject = openingSubject(previous.text, doc.text)
  if (subject === undefined) return undefined
  const span = spanIn(previous, 0, subject.length)
  return previous.mentions.some((each) => each.kind === 'person' && contains(span, each.span)) ? undefined : { span }
}

/** The quotation that holds a place of the sentence; of two, the one between marks. */
export function quoteAt({ quotes, span }: StatementScene, index: number): Quote | undefined {
  const at = span.start + index
  const around = quotes.filter((quote) => quote.span.start <= at && at < quote.span.end)
  return around.find((quote) => quote.kind !== 'indirect') ?? around[0]
}

/** Who speaks the words at a place of the sentence, when they are between marks. */
export function speakerAt(scene: StatementScene, index: number): Required<Party> | undefined {
  const quote = quoteAt(scene, index)
  if (!quote?.speaker || quote.confidence < attributionFloor || quote.kind === 'indirect') return undefined
  return { span: quote.source ?? quote.span, entity: quote.speaker }
}

/** Who says it of a party, when it is not the party itself. */
export function reporterOf(quote: Quote | undefined, agents: Agents): { readonly reportedBy?: Party } {
  if (!quote) return {}
  const { source, speaker, span } = quote
  if (!source && !speaker) return {}
  const isSelf = agents.some(
    (agent) =>
      (speaker !== undefined && agent.entity?.id === speaker.id) ||
      (source !== undefined && agent.span.start === source.start),
  )
  return isSelf ? {} : { reportedBy: { span: source ?? span, ...defined({ entity: speaker }) } }
}
