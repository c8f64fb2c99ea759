import { packOf } from '../../languages/all.ts'
import { english } from '../../languages/en/pack.ts'
import type { SentenceWords } from '../../languages/pack.ts'

/** What the splitter knows of a language, as sets; the fields are those of `SentenceWords`. */
export type SentenceHabits = {
  readonly titles: ReadonlySet<string>
  readonly inner: ReadonlySet<string>
  readonly final: ReadonlySet<string>
  readonly beforeNumber: ReadonlySet<string>
  readonly starters: ReadonlySet<string>
  readonly hasOrdinals: boolean
  readonly beforeOrdinal: ReadonlySet<string>
  readonly hasSemicolonQuestions: boolean
  readonly isEnglish: boolean
}

const words = (text = ''): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''))

const ENGLISH = english.sentences as SentenceWords

/** Titles that most languages share in writing. */
const INTERNATIONAL = 'dr prof mr mrs ing'

function habitsFrom(lists: SentenceWords, isEnglish: boolean): SentenceHabits {
  return {
    titles: words(`${INTERNATIONAL} ${lists.titles ?? ''}`),
    inner: words(lists.inner),
    final: words(lists.final),
    beforeNumber: words(lists.beforeNumber),
    starters: words(lists.starters),
    hasOrdinals: lists.hasOrdinals ?? false,
    beforeOrdinal: words(lists.beforeOrdinal),
    hasSemicolonQuestions: lists.hasSemicolonQuestions ?? false,
    isEnglish,
  }
}

const made = new Map<SentenceWords, SentenceHabits>()

/** Habits of a BCP 47 language; of English when the language could not be determined or nothing is known of it. */
export function sentenceHabits(language: string): SentenceHabits {
  const lists = packOf(language)?.sentences ?? ENGLISH
  const known = made.get(lists)
  if (known) return known
  const habits = habitsFrom(lists, lists === ENGLISH)
  made.set(lists, habits)
  return habits
}

/** What may follow `p.m.` within the sentence though it has a capital: days, months, zones. */
export const afterClock: ReadonlySet<string> = words(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October
  November December GMT BST UTC ET EST EDT CT CST PT PST IST CET Eastern Central Pacific Mountain Greenwich Moscow Kyiv London
  Beijing Tokyo Paris local`)
