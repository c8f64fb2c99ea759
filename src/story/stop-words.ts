import { inEveryLanguage } from '../languages/all.ts'

/** Words too common to tell two sentences apart, of all languages that have such a list, lower case. */
export const stopWords: ReadonlySet<string> = new Set(
  inEveryLanguage(({ stopWords }) => stopWords?.sentences?.split(/\s+/)).flat(),
)
