import { inEveryLanguage, packs } from '../languages/all.ts'
import { foldWord } from './ask-words.ts'

const folded = (lists: readonly string[]): ReadonlySet<string> => new Set(lists.join(' ').split(/\s+/).map(foldWord))

/** Words that say nothing of what is asked, of all languages that have such a list, folded. */
export const smallWords = folded(inEveryLanguage(({ stopWords }) => stopWords?.questions))

const own = new Map(packs.map(({ code, stopWords }) => [code, folded([stopWords?.ownQuestions ?? ''])] as const))

/** True for a word that says nothing of what is asked in a question of this language. */
export function isSmall(word: string, language: string): boolean {
  return smallWords.has(word) || own.get(language)?.has(word) === true
}

/** Pronouns that lean on something said before. */
export const backPronouns = folded(inEveryLanguage(({ pronouns }) => pronouns))
