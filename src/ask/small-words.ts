import { packs } from '../languages/all.ts'
import { foldWord } from './ask-words.ts'

const folded = (lists: readonly (string | undefined)[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list?.split(/\s+/) ?? []).map(foldWord))

/** Words that say nothing of what is asked, of all languages that have such a list, folded. */
export const smallWords = folded(packs.map(({ stopWords }) => stopWords?.questions))

/** Pronouns that lean on something said before. */
export const leaning = folded(packs.map(({ pronouns }) => pronouns))
