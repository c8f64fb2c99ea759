import type { AskedQuestion } from '../core/answer.ts'

/** A word of a question that carries meaning. */
export type QuestionTerm = {
  /** Folded. */
  readonly text: string
  readonly stem: string
  /** Forms under which it is looked for in an index that keeps words as written. */
  readonly forms: readonly string[]
  /** Stems that may stand for it, each with what it is worth beside the word itself, below 1. */
  readonly kin: ReadonlyMap<string, number>
  readonly kind: 'name' | 'number' | 'word'
  /** It names the answer and not what is told of it: `which city`, `how many people`. */
  readonly isAskedFor: boolean
  /** It is a verb of the question: what is told to have happened. */
  readonly isVerb?: boolean
  /** No article has it, as far as was counted: it may be a slip of the pen. */
  readonly isNowhere?: boolean
  /** How much it counts beside the others before its rarity is known: 1, less for what comes from the question before. */
  readonly weight: number
}

/** Folded words: of the name, or of the role by which somebody is asked for (`the mayor`, `Lee's lawyer`). */
export type SpeakerAsked = { readonly name: readonly string[]; readonly role: readonly string[] }

/** A question as the station works with it. */
export type Question = {
  readonly asked: AskedQuestion
  /** BCP 47: one of the languages whose packs have questions. */
  readonly language: string
  readonly terms: readonly QuestionTerm[]
  /** The folded words of each name in it. */
  readonly names: readonly (readonly string[])[]
  /** Whose words are asked for. */
  readonly speaker?: SpeakerAsked
  /** False for keywords. */
  readonly isAsking: boolean
}
