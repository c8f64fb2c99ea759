import { inEveryLanguage, packs } from '../languages/all.ts'
import { foldWord } from './ask-words.ts'

const folded = (lists: readonly string[]): ReadonlySet<string> => new Set(lists.join(' ').split(/\s+/).map(foldWord))

const smallWords = new Map(packs.map(({ code, stopWords }) => [code, folded([stopWords?.questions ?? ''])] as const))

/** True for a word that says nothing of what is asked in a question of this language: German `die`, Spanish `el`. */
export function isSmall(word: string, language: string): boolean {
  return smallWords.get(language)?.has(word) === true
}

/** Pronouns that lean on something said before. */
export const backPronouns = folded(inEveryLanguage(({ pronouns }) => pronouns))
