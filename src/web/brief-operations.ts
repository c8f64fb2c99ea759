import type { BriefChoice } from '../core/brief-choice.ts'
import type { FeedFormat, OwnFeed } from '../core/own-feed.ts'
import type { Lift, Sliders } from '../core/ranking.ts'
import type { ReaderIdentity } from '../core/reader-identity.ts'
import type { Recording } from '../core/recording.ts'
import type { BriefForm, ToldBrief, WrittenFile } from '../core/told-brief.ts'
import type { BriefView } from '../operations/brief-views.ts'
import type { BriefSettingsView } from '../operations/my-brief.ts'
import type { RankingView } from '../operations/ranking.ts'

type Answer<View> = Promise<View | undefined>
type TriedLift = Pick<Lift, 'kind' | 'target' | 'weight'>

/** What the brief and its settings ask for, and how the reader weighs the news. */
export type BriefOperations = {
  brief(input: { readonly day?: string; readonly muted?: 'show'; readonly isOnlyNew?: boolean }): Answer<BriefView>
  briefSettings(): Promise<BriefSettingsView>
  setBrief(choice: BriefChoice): Answer<BriefChoice>
  makeBriefAddress(): Promise<{ readonly token: string }>
  removeBriefAddress(): Promise<unknown>
  /** Whose brief a secret address shows. */
  briefReader(input: { readonly token: string }): Answer<ReaderIdentity>
  mailEnd(input: { readonly token: string }): Answer<true>
  endBriefMail(input: { readonly token: string }): Answer<true>

  // ── written down ──
  writeBrief(form: BriefForm, brief: ToldBrief): Promise<WrittenFile>
  briefContent(brief: ToldBrief): string
  writeFeed(format: FeedFormat, feed: OwnFeed): { readonly body: string; readonly contentType: string }
  /** The end of the name of a recording; absent where no voice is set up. */
  readonly voice?: string
  /** Undefined: it could not be read aloud. */
  recordBrief(brief: ToldBrief): Answer<Recording>

  // ── weighing ──
  ranking(input: { readonly tried?: Sliders; readonly triedLifts?: readonly TriedLift[] }): Answer<RankingView>
  setRanking(input: { readonly sliders: Sliders; readonly lifts: readonly TriedLift[] }): Answer<true>
  resetRanking(): Promise<unknown>
  answerLift(input: {
    readonly kind: string
    readonly target: string
    readonly answer: 'accept' | 'decline' | 'remove'
  }): Answer<true>
}
