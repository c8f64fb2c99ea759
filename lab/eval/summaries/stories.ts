import type { Figure, Member } from '../../../src/core/story.ts'
import { nameSpeakers } from '../../../src/story/build-dossier.ts'
import { chooseHeadline, languageOf } from '../../../src/story/choose-headline.ts'
import { countReports } from '../../../src/story/count-reports.ts'
import { trackFigures } from '../../../src/story/differences/track-figures.ts'
import { wordChoices } from '../../../src/story/differences/word-choices.ts'
import { type MemberText, readMembers } from '../../../src/story/story-text.ts'
import { type ArticleRecord, membersOf, storiesOf } from '../citations/story-documents.ts'
import { shuffled } from '../judged.ts'

/** The stories reported; the rest of the set was learned and tuned on. */
const reported = 600

/** An article with the summary that an editor wrote of its story. */
export type SummedUpRecord = ArticleRecord & { readonly summary: { readonly text: string } }

/** A story made ready for summing up, and the editor's summary of it. */
export type SummedUpStory = {
  readonly texts: readonly MemberText[]
  readonly members: readonly Member[]
  readonly language: string
  readonly headline: string
  readonly figures: readonly Figure[]
  readonly reference: string
}

/** The stories with two articles or more in the order of the SHA-256 of their id: the first six hundred are reported, the others tuned on. */
export function splitStories(records: readonly SummedUpRecord[]): {
  readonly reported: readonly (readonly SummedUpRecord[])[]
  readonly tuned: readonly (readonly SummedUpRecord[])[]
} {
  const stories = storiesOf(records).filter((articles) => articles.length >= 2) as SummedUpRecord[][]
  const inOrder = shuffled(stories, ([first]) => first?.story ?? '')
  return { reported: inOrder.slice(0, reported), tuned: inOrder.slice(reported) }
}

export function readStory(records: readonly SummedUpRecord[]): SummedUpStory {
  const texts = nameSpeakers(readMembers(membersOf(records)))
  const { members } = countReports(texts)
  const language = languageOf(texts)
  return {
    texts,
    members,
    language,
    headline: chooseHeadline(texts, members, language, wordChoices(texts, members, language)).title,
    figures: trackFigures(texts),
    reference: records[0]?.summary.text ?? '',
  }
}
