import type { ReadingLevel } from '../core/summary.ts'
import { packOf } from '../languages/all.ts'
import { wordCount } from './summaries/brief-story.ts'

/** Words a minute of silent reading, as in a brief. */
const wordsAMinute = 230
/** The grade of a shorter text means nothing. */
const leastWords = 60
const leastSentences = 3
/** A word with more letters is long (Björnsson). */
const longWord = 6

/**
 * How difficult sentences are. English gets a Flesch–Kincaid grade (Kincaid et al., 1975: 0.39 words per sentence + 11.8 syllables per word
 * − 15.59, syllables counted by rule), French its LIX (Björnsson, 1968: words per sentence + percent of words over six letters). Other
 * languages, including Arabic, get none, because no formula was made for them.
 */
export function readingLevel(sentences: readonly string[], language: string): ReadingLevel {
  const words = Math.round(sentences.reduce((sum, text) => sum + wordCount(text), 0))
  const count = Math.max(1, sentences.length)
  const level = {
    words,
    minutes: Math.max(1, Math.round(words / wordsAMinute)),
    wordsPerSentence: Math.round(words / count),
  }
  if (words < leastWords || count < leastSentences) return level
  const grade = gradeOf(sentences, language)
  return grade ? { ...level, grade } : level
}

function gradeOf(sentences: readonly string[], language: string): ReadingLevel['grade'] {
  const words = sentences.flatMap((text) => text.match(/\p{L}[\p{L}\p{M}'’]*|\p{N}[\p{N}.,]*/gu) ?? [])
  const perSentence = words.length / sentences.length
  const scale = packOf(language)?.readingScale
  if (scale === 'flesch-kincaid') {
    const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
    const value = 0.39 * perSentence + 11.8 * (syllables / words.length) - 15.59
    return { scale, value: Math.max(0, Math.round(value)) }
  }
  if (scale === 'lix') {
    const long = words.filter((word) => (word.match(/\p{L}/gu) ?? []).length > longWord).length
    return { scale, value: Math.round(perSentence + (100 * long) / words.length) }
  }
  return undefined
}

/** Syllables of an English word by rule: runs of vowels, without a silent e at the end; at least one. */
export function syllablesOf(word: string): number {
  const bare = word.toLowerCase().replace(/[^a-z]/g, '')
  const said = bare.replace(/(?:[^laeiouyscgxzh]es|[^aeiouytd]ed|[^laeiouy]e)$/, '')
  return Math.max(1, said.match(/[aeiouy]+/g)?.length ?? 0)
}
