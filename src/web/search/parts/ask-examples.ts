import { defined } from '../../../core/defined.ts'
import { primaryLanguage } from '../../../core/text/primary-language.ts'
import type { EntityView } from '../../../operations/people/entity-views.ts'
import type { StoryView } from '../../../operations/views.ts'
import { plainLine } from '../../layout/plain-line.ts'
import { type InterfaceLanguage, ownNames, wordsIn } from '../../words/all.ts'
import type { AskingWords } from '../words-en.ts'

const mostExamples = 5
const ofEach = 2

/** Questions a story can answer, from its statements, differences, commitments, figures and timeline; in the story's language. */
export function storyExamples({ dossier }: StoryView, words: AskingWords): readonly string[] {
  const language = languageToAsk(dossier.language)
  const asking = language === undefined ? words : wordsIn(language).asking
  const speakers = dossier.ledger.map(({ speaker }) => plainLine(speaker.name))
  return [
    ...distinct(speakers).map(asking.whatSaidBy),
    ...(dossier.differences.some(({ kind }) => kind !== 'reversal') ? [asking.whatDiffers] : []),
    ...(hasChanges(dossier) ? [asking.whatChanged] : []),
    ...promisers(dossier).map(asking.whatPromisedBy),
    ...units(dossier).map(asking.howManyOf),
    ...(dossier.timeline.length >= fewestEvents ? [asking.whatWhen] : []),
  ].slice(0, mostExamples)
}

/** Fewest events of a timeline worth asking for. */
const fewestEvents = 3

/** What a story counts has another number since. */
function hasChanges({ figures }: StoryView['dossier']): boolean {
  return figures.some(({ readings }) => readings.at(0)?.value !== readings.at(-1)?.value)
}

/** What the figures of a story count. */
function units({ figures }: StoryView['dossier']): readonly string[] {
  return distinct(figures.map(({ unit }) => unit).filter((unit) => /^\p{L}[\p{L} ]{2,40}$/u.test(unit)))
}

/** Who promised something; `the authority` is not a name. */
function promisers({ commitments, entities = [] }: StoryView['dossier']): readonly string[] {
  const named = new Set(entities.map(({ entity }) => entity.name))
  return distinct(commitments.map(({ by }) => by).filter((by) => named.has(by)))
}

/** Questions about a person, an organization or a place, as far as it said or promised something. */
export function entityExamples({ entity, quoteCount, promised }: EntityView, asking: AskingWords): readonly string[] {
  return [
    ...(quoteCount > 0 ? [asking.whatSaidBy(plainLine(entity.name))] : []),
    ...(promised.length > 0 ? [asking.whatPromisedBy(plainLine(entity.name))] : []),
  ]
}

/** A question, and the id of the story it is about if it makes no sense without it. */
export type NewsExample = { readonly question: string; readonly story?: string; readonly language?: InterfaceLanguage }

/** Questions of different forms about the news: what somebody said, who somebody is, what happened, how many, what is promised. */
export function newsExamples(
  names: readonly string[],
  stories: readonly StoryView[],
  asking: AskingWords,
): readonly NewsExample[] {
  const [speaker, other, third] = names.map(plainLine)
  const place = stories.flatMap(({ dossier }) => dossier.entities ?? []).find(({ entity }) => entity.kind === 'place')
    ?.entity.name
  return [
    ...(speaker ? [{ question: asking.whatSaidBy(speaker) }] : []),
    ...ofStory(({ dossier }, words) => units(dossier).map(words.howManyOf)),
    ...(place ? [{ question: asking.whatHappenedIn(plainLine(place)) }] : []),
    ...ofStory(({ dossier }, words) => promisers(dossier).map((name) => words.whatPromisedBy(plainLine(name)))),
    ...(other ? [{ question: asking.whoIsOf(other) }] : []),
    ...(third ? [{ question: asking.whatSaidBy(third) }] : []),
  ]

  /** The first question of a form that a story raises: it makes no sense without the story, and is in its language. */
  function ofStory(questions: (story: StoryView, words: AskingWords) => readonly string[]): readonly NewsExample[] {
    const found = stories.flatMap((story) => {
      const language = languageToAsk(story.dossier.language)
      const words = language === undefined ? asking : wordsIn(language).asking
      return questions(story, words).map((question) => ({ question, story: story.id, ...defined({ language }) }))
    })
    return found.slice(0, 1)
  }
}

/** The language for questions about a story: its own if the interface has it; undefined when the reader's must do. */
export function languageToAsk(language: string): InterfaceLanguage | undefined {
  const primary = primaryLanguage(language)
  return Object.hasOwn(ownNames, primary) ? (primary as InterfaceLanguage) : undefined
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].slice(0, ofEach)
}
