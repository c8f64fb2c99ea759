import type { Entity } from '../../core/annotation.ts'
import type { Citation } from '../../core/citation.ts'
import type { ArticleId, SourceId, StoryId } from '../../core/ids.ts'
import type { Pair } from '../../story/outlets/pair-facts.ts'

/** What can be listed. `first-unknown`: neither was first, or it isn't known who was. */
export const comparedLists = [
  'both',
  'first-unknown',
  ...(['only', 'first', 'own', 'left-out', 'corrections', 'said'] as const).flatMap(
    (figure) => [`${figure}-a`, `${figure}-b`] as const,
  ),
] as const
export type ComparedListName = (typeof comparedLists)[number]

export type NamedOutlet = { readonly id: SourceId; readonly name: string }

/** Something a figure counts. What is absent doesn't apply to that list. */
export type ComparedItem = {
  readonly story?: { readonly id: StoryId; readonly title: string }
  readonly article?: { readonly id: ArticleId; readonly title: string; readonly at: string }
  /** Words of an article, and the outlet they are of. */
  readonly citation?: Citation
  readonly outlet?: string
  /** Of the words: BCP 47. */
  readonly language?: string
  /** The first article of each, to be read side by side. */
  readonly articles?: Pair<ArticleId>
  /** How many minutes it was ahead. */
  readonly minutes?: number
  /** Share of the words that are its own; absent if undecided. */
  readonly ownShare?: number
  /** Days from publication to the note. */
  readonly days?: number
}

/** A page of the items that a figure counts; pages count from 1. */
export type ComparedList = {
  readonly kind: ComparedListName
  /** Whose quotations. */
  readonly speaker?: Entity
  readonly items: readonly ComparedItem[]
  readonly count: number
  readonly page: number
  readonly pageCount: number
}

/** A word that one outlet uses notably more often, in how many of the stories, and a sentence that has it. */
export type FavoredWordView = {
  readonly word: string
  readonly count: number
  readonly otherCount: number
  readonly storyCount: number
  readonly citation: Citation
  /** BCP 47. */
  readonly language: string
}

/** The figures of one of the two; all but `onlyCount` and `corrections` are of the stories that both reported. */
export type ComparedOutlet = NamedOutlet & {
  /** Stories that the other didn't report, and how many of them further outlets did. */
  readonly onlyCount: number
  readonly alsoElsewhereCount: number
  readonly firstCount: number
  /** How far ahead it was when it was first. */
  readonly medianMinutes?: number
  /** Mean share of its words that no earlier report or agency has; absent if it is undecided for every article. */
  readonly ownShare?: number
  readonly articleCount: number
  readonly undecidedCount: number
  /** Main points that at least two other outlets have and it doesn't, of how many where that is known. */
  readonly leftOutCount: number
  readonly pointCount: number
  /** Articles that it corrected, clarified or withdrew, and how many days later. */
  readonly correctedCount: number
  readonly medianDays?: number
  /** Whom it quotes most. */
  readonly speakers: readonly { readonly speaker: Entity; readonly quoteCount: number }[]
  readonly words: readonly FavoredWordView[]
}

/** Days are those of UTC, both included. */
type Chosen = {
  readonly from: string
  readonly to: string
  /** Outlets to choose from: those with most articles in this period. */
  readonly choices: readonly NamedOutlet[]
}

export type OutletsCompared =
  | (Chosen & {
      readonly kind: 'compared'
      readonly outlets: Pair<ComparedOutlet>
      /** Stories that both reported. */
      readonly bothCount: number
      /** How many of them were read for the other figures: the latest. */
      readonly readCount: number
      readonly firstUnknownCount: number
      /** False if the outlets don't write in one language: then no words are compared. */
      readonly hasWords: boolean
      readonly list?: ComparedList
    })
  | (Chosen & { readonly kind: 'choose' })
  | (Chosen & {
      readonly kind: 'refused'
      readonly why: 'same' | 'no-such-source' | 'reversed' | 'too-long'
      readonly detail: string
    })

/** The outlet with this id, or of this name. */
export function outletCalled(given: string, choices: readonly NamedOutlet[]): NamedOutlet | undefined {
  const name = given.trim().toLowerCase()
  return choices.find(({ id }) => id === given.trim()) ?? choices.find((outlet) => outlet.name.toLowerCase() === name)
}
