import { primaryLanguage } from '../../../core/text/primary-language.ts'
import type { EntityView } from '../../../operations/people/entity-views.ts'
import type { StoryView } from '../../../operations/views.ts'
import { plainLine } from '../../layout/plain-line.ts'
import { catalogues, type InterfaceLanguage } from '../../words/all.ts'
import type { AskingWords } from '../words-en.ts'

const mostExamples = 5
const ofEach = 2

/** Questions a story can answer, from its statements, commitments and figures; in the story's language. */
export function storyExamples({ dossier }: StoryView, words: AskingWords): readonly string[] {
  const language = languageToAsk(dossier.language)
  const asking = language === undefined ? words : catalogues[language].asking
  const speakers = dossier.ledger.map(({ speaker }) => plainLine(speaker.name))
  const units = dossier.figures.map(({ unit }) => unit).filter((unit) => /^\p{L}[\p{L} ]{2,40}$/u.test(unit))
  // `The authority` is not a name.
  const named = new Set((dossier.entities ?? []).map(({ entity }) => entity.name))
  const promisers = dossier.commitments.map(({ by }) => by).filter((by) => named.has(by))
  return [
    ...distinct(speakers).map(asking.whatSaidBy),
    ...distinct(units).map(asking.howManyOf),
    ...distinct(promisers).map(asking.whatPromisedBy),
  ].slice(0, mostExamples)
}

/** Questions about a person, an organization or a place, as far as it said or promised something. */
export function entityExamples({ entity, quoteCount, promised }: EntityView, asking: AskingWords): readonly string[] {
  return [
    ...(quoteCount > 0 ? [asking.whatSaidBy(plainLine(entity.name))] : []),
    ...(promised.length > 0 ? [asking.whatPromisedBy(plainLine(entity.name))] : []),
  ]
}

/** Questions about the people most in the news. */
export function newsExamples(names: readonly string[], asking: AskingWords): readonly string[] {
  return names.slice(0, 3).map((name) => asking.whatSaidBy(plainLine(name)))
}

/** The language for questions about a story: its own if the interface has it; undefined when the reader's must do. */
export function languageToAsk(language: string): InterfaceLanguage | undefined {
  const primary = primaryLanguage(language)
  return Object.hasOwn(catalogues, primary) ? (primary as InterfaceLanguage) : undefined
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].slice(0, ofEach)
}
