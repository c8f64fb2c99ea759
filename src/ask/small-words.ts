import { inEveryLanguage } from '../languages/all.ts'
import { foldWord } from './ask-words.ts'

const folded = (lists: readonly string[]): ReadonlySet<string> => new Set(lists.join(' ').split(/\s+/).map(foldWord))

/** Words that say nothing of what is asked, of all languages that have such a list, folded. */
export const smallWords = folded(inEveryLanguage(({ stopWords }) => stopWords?.questions))

/** Pronouns that lean on something said before. */
export const backPronouns = folded(inEveryLanguage(({ pronouns }) => pronouns))
