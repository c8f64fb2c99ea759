import { primaryLanguage } from '../../core/text/primary-language.ts'
import { englishAbbreviations, type HabitLists } from './abbreviations.ts'
import { abbreviationsByLanguage } from './abbreviations-by-language.ts'

/** What the splitter knows of a language, as sets; the fields are those of `HabitLists`. */
export type SentenceHabits = {
  readonly titles: ReadonlySet<string>
  readonly inner: ReadonlySet<string>
  readonly final: ReadonlySet<string>
  readonly beforeNumber: ReadonlySet<string>
  readonly starters: ReadonlySet<string>
  readonly hasOrdinals: boolean
  readonly beforeOrdinal: ReadonlySet<string>
  /** Greek asks with `;`. */
  readonly hasSemicolonQuestions: boolean
  readonly isEnglish: boolean
}

const words = (text = ''): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''))

/** Titles that most languages share in writing. */
const INTERNATIONAL = 'dr prof mr mrs ing'

function habitsFrom(name: string, lists: HabitLists): SentenceHabits {
  return {
    titles: words(`${INTERNATIONAL} ${lists.titles ?? ''}`),
    inner: words(lists.inner),
    final: words(lists.final),
    beforeNumber: words(lists.beforeNumber),
    starters: words(lists.starters),
    hasOrdinals: lists.hasOrdinals ?? false,
    beforeOrdinal: words(lists.beforeOrdinal),
    hasSemicolonQuestions: name === 'el',
    isEnglish: name === 'en',
  }
}

const made = new Map<string, SentenceHabits>()

/** Habits of a BCP 47 language; of English when the language is not told or has no lists. */
export function sentenceHabits(language: string): SentenceHabits {
  const name = primaryLanguage(language)
  const lists = abbreviationsByLanguage.get(name)
  const key = lists ? name : 'en'
  const known = made.get(key)
  if (known) return known
  const habits = habitsFrom(key, lists ?? englishAbbreviations)
  made.set(key, habits)
  return habits
}

/** What may follow `p.m.` within the sentence though it has a capital: days, months, zones. */
export const afterClock: ReadonlySet<string> = words(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October
  November December GMT BST UTC ET EST EDT CT CST PT PST IST CET Eastern Central Pacific Mountain Greenwich Moscow Kyiv London
  Beijing Tokyo Paris local`)
