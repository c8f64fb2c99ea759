import type { Party } from '../../core/annotation.ts'
import { cite } from '../../core/citation.ts'
import type { StatedCommitment } from '../../core/commitment.ts'
import { defined } from '../../core/defined.ts'
import { textOf } from '../../core/document.ts'
import type { Commitment } from '../../core/story.ts'
import type { EntityMap } from '../people/merge-entities.ts'
import { areEquivalent } from '../points/group-equivalents.ts'
import { standsAlone } from '../stand-alone.ts'
import { isRunningText, isSummarizable, type MemberText, type SentenceText } from '../story-text.ts'
import { changesOf, type Pledge } from './commitment-changes.ts'
import { dueDateOf } from './due-dates.ts'
import { isSameAct, type PromisedAct, readAct } from './promised-act.ts'

const maxCommitments = 15
/** A longer sentence is a list, not a promise. */
const longestSentence = 70

/** A commitment of one document with the sentence it stands in. */
type Promised = {
  readonly sentence: SentenceText
  readonly text: MemberText
  readonly stated: StatedCommitment
  readonly by: string
  readonly act: PromisedAct | undefined
}

/**
 * The commitments of a story, each told once: who promises, in the sentence that says so, with condition and due time cited
 * where the sentence gives them, every article that has it, and what later articles say became of it. Only whole news articles are read; a commitment of somebody who
 * is only a pronoun there is left out.
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
    if (names.some((name) => /^(?:it|they|he|she|we|i)$/i.test(name))) return []
    return [{ sentence, text, stated, by: joined(names), act: readAct(textOf(text.input.document, stated.content)) }]
  })
}

/** The name of a party as the whole story knows it, else the words the article has for it. */
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
  const best = group.find(({ sentence, text }) => standsAlone(sentence, text)) ?? group[0]
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
    at: times[0] as string,
    ...defined({ dueDate }),
  }
}
