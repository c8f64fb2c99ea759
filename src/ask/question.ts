import type { AskedQuestion } from '../core/answer.ts'

export type QuestionTerm = {
  readonly text: string
  /** As written in the question. */
  readonly written: string
  readonly stem: string
  /** Forms to look up in an index that stores words as written. */
  readonly forms: readonly string[]
  /** Stems of synonyms, each with its weight below 1. */
  readonly synonyms: ReadonlyMap<string, number>
  readonly kind: 'name' | 'number' | 'word'
  /** The word names the kind of answer, not the event: `which city`, `how many people`. */
  readonly isAskedFor: boolean
  /** The word is a verb of the question: what happened. */
  readonly isVerb?: boolean
  /** No article seems to have this word, so it may be misspelled. */
  readonly isUnknown?: boolean
  /** Weight before rarity is known: 1, or less for a word carried over from the previous question. */
  readonly weight: number
}

/** Folded words of the speaker's name, or of a role (`the mayor`, `Lee's lawyer`). */
export type QuestionSpeaker = { readonly name: readonly string[]; readonly role: readonly string[] }

export type Question = {
  readonly asked: AskedQuestion
  /** BCP 47: one of the languages whose packs have questions. */
  readonly language: string
  readonly terms: readonly QuestionTerm[]
  /** The folded words of each name in the question. */
  readonly names: readonly (readonly string[])[]
  /** The speaker whose words are asked for. */
  readonly speaker?: QuestionSpeaker
  /** False for a list of keywords. */
  readonly isAsking: boolean
}
