import type { Party, TimeExpression } from '../../core/annotation.ts'
import { cite } from '../../core/citation.ts'
import type { StatedCommitment } from '../../core/commitment.ts'
import { defined } from '../../core/defined.ts'
import { textOf } from '../../core/document.ts'
import { nth } from '../../core/nth.ts'
import { overlaps } from '../../core/span.ts'
import type { Commitment } from '../../core/story.ts'
import type { EntityMap } from '../people/merge-entities.ts'
import { areEquivalent } from '../points/group-equivalents.ts'
import { isSelfContained } from '../stand-alone.ts'
import { isRunningText, isSummarizable, type MemberText, type SentenceText } from '../story-text.ts'
import { changesOf, type Pledge } from './commitment-changes.ts'
import { isSameAct, type PromisedAct, readAct } from './promised-act.ts'

const maxCommitments = 15
/** A longer sentence is a list, not a promise. */
const longestSentence = 70

/** A commitment of one document with its sentence. */
type Promised = {
  readonly sentence: SentenceText
  readonly text: MemberText
  readonly stated: StatedCommitment
  readonly by: string
  readonly act: PromisedAct | undefined
}

/**
 * The commitments of a story, each once: who promises, with the sentence, its condition and due time if given, every article that has it,
 * and what later articles say became of it. Only complete news articles are read; commitments of somebody who is only a pronoun there are
 * left out.
 */
export function findCommitments(texts: readonly MemberText[], entities: EntityMap): Commitment[] {
  const groups: Promised[][] = []
  for (const each of texts.flatMap((text) => promisesIn(text, entities))) {
    const known = groups.find((group) => group.some((other) => isSamePromise(each, other)))
    if (known) known.push(each)
    else if (groups.length < maxCommitments) groups.push([each])
  }
  return groups.map((group) => commitmentOf(group, texts, entities))
}

function promisesIn(text: MemberText, entities: EntityMap): Promised[] {
  if (text.commitments.length === 0 || !isSummarizable(text.input.article)) return []
  const sentences = new Map(text.sentences.map((sentence) => [sentence.index, sentence]))
  return text.commitments.flatMap((stated): Promised[] => {
    const sentence = sentences.get(stated.sentence)
    if (!sentence || !isRunningText(sentence) || sentence.words.length > longestSentence) return []
    const names = stated.agents.map((agent) => nameOf(agent, text, entities))
    if (names.some((name, at) => /^(?:it|they|he|she|we|i)$/i.test(name) || isGarbled(name, stated.agents[at])))
      return []
    return [{ sentence, text, stated, by: joined(names), act: readAct(textOf(text.input.document, stated.content)) }]
  })
}

/** `Anna Moss Anna MossMore`: a name run together with a link of the page. */
function isGarbled(name: string, agent: Party | undefined): boolean {
  const isRunTogether = agent?.entity?.kind === 'person' && /\p{Ll}{3}\p{Lu}\p{Ll}{3,}$/u.test(name)
  if (
    /^\p{Lu}{3,}(?: \p{Lu}{3,}){2,}$|^\p{Lu}\S+ (?:Speaker|Senator|President|Secretary|Governor|Leader|Chairman) /u.test(
      name,
    )
  )
    return true
  return isRunTogether || /(?<!\p{L})(?<word>\p{Lu}\p{L}+) (?:\p{L}+ )?\k<word>|\p{Ll} \p{Lu}{4,}$/u.test(name)
}

/** The name of a party in the whole story, otherwise the article's words for it. */
function nameOf({ span, entity }: Party, text: MemberText, entities: EntityMap): string {
  return entity ? entities.of(entity).name : textOf(text.input.document, span)
}

function joined(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '')
}

function isSamePromise(a: Promised, b: Promised): boolean {
  if (a.by !== b.by || (a.stated.isNegated ?? false) !== (b.stated.isNegated ?? false)) return false
  if (areEquivalent(a.sentence, b.sentence)) return true
  return a.act !== undefined && b.act !== undefined && isSameAct(a.act, b.act)
}

function commitmentOf(group: readonly Promised[], texts: readonly MemberText[], entities: EntityMap): Commitment {
  const best = group.find(({ sentence, text }) => isSelfContained(sentence, text)) ?? group[0]
  if (!best) throw new Error('A commitment needs a sentence: do not pass empty groups')
  const { document } = best.text.input
  const others = group.filter((each) => each.text.member !== best.text.member)
  const main = cite(document, best.sentence.span)
  const { condition, deadline, reportedBy } = best.stated
  const reporter = reportedBy?.entity && nameOf(reportedBy, best.text, entities)
  const dueDate = dueDateOf(best.stated, best.text)
  const changes = best.act ? changesOf(pledgeOf(group, best, best.act, dueDate, entities), texts, entities) : []
  return {
    by: best.by,
    ...defined({ reportedBy: reporter && reporter !== best.by ? reporter : undefined }),
    statement: {
      text: main.exact,
      citations: [main, ...others.map(({ text, sentence }) => cite(text.input.document, sentence.span))],
    },
    ...defined({
      condition: condition && cite(document, condition),
      due: deadline && cite(document, deadline.span),
      dueDate,
      changes: changes.length > 0 ? changes : undefined,
    }),
  }
}

function pledgeOf(
  group: readonly Promised[],
  { stated, text }: Promised,
  act: PromisedAct,
  dueDate: string | undefined,
  entities: EntityMap,
): Pledge {
  const times = group.map((each) => each.text.input.document.publishedAt).sort((a, b) => Date.parse(a) - Date.parse(b))
  return {
    agents: stated.agents.map((agent) => ({
      name: nameOf(agent, text, entities),
      ...defined({ entity: agent.entity && entities.of(agent.entity) }),
    })),
    act,
    isNegated: stated.isNegated ?? false,
    at: nth(times, 0),
    ...defined({ dueDate }),
  }
}

/** TIMEX3 value of a commitment's due time if it is a date. */
function dueDateOf({ deadline }: StatedCommitment, text: MemberText): string | undefined {
  if (!deadline) return undefined
  if (deadline.value !== undefined) return /^\d{4}/.test(deadline.value) ? deadline.value : undefined
  const time = text.times.find(({ span, kind }) => kind === 'date' && overlaps(span, deadline.span))
  return time && aheadOf(time, text)
}

/**
 * The value of a time expression. Within a due time, the next one: `by 24 March` in a November article is next year, which resolving dates
 * alone does not know.
 */
export function dueValue(time: TimeExpression, text: MemberText): string {
  const isDue = text.commitments.some(({ deadline }) => deadline !== undefined && overlaps(deadline.span, time.span))
  return isDue ? (aheadOf(time, text) ?? time.value) : time.value
}

function aheadOf({ value, span }: TimeExpression, { input }: MemberText): string | undefined {
  const { document } = input
  const [day, year] = /^(\d{4})-\d{2}-\d{2}/.exec(value) ?? []
  if (day === undefined) return undefined
  if (day >= document.publishedAt.slice(0, 10)) return value
  const words = textOf(document, span)
  // Only a day and month without year recurs; weekdays were resolved when the promise was read.
  if (/\d{4}/.test(words) || !/\p{L}{3,}/u.test(words) || !/\d/.test(words)) return undefined
  return `${Number(year) + 1}${value.slice(4)}`
}
