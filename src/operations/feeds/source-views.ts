import type { FeedId } from '../../core/ids.ts'
import type { OutletReport, OutletSpeed, PollMark } from '../../store/feeds/outlets.ts'
import type { SourceView } from '../views.ts'

export type { PollMark } from '../../store/feeds/outlets.ts'

/** How an outlet stands in the stories with at least two independent reports; `medianBehind` is in minutes. */
export type SourceSpeed = Pick<OutletSpeed, 'storyCount' | 'firstCount'> & { readonly medianBehind?: number }

/** An outlet as a row of the table of all. */
export type SourceRowView = SourceView & {
  readonly speed: SourceSpeed
  /** Base language, `en`; absent where nothing says it. */
  readonly language?: string
}

/** An outlet with all that is counted of it since a time. */
export type SourcePageView = SourceView & {
  readonly isFollowed: boolean
  readonly isMuted?: boolean
  readonly report: Omit<OutletReport, 'polls' | 'speed'> & {
    /** ISO 8601, and so many days ago. */
    readonly since: string
    readonly days: number
    readonly speed: Omit<OutletSpeed, 'sourceId'>
    readonly polls: Readonly<Record<FeedId, readonly PollMark[]>>
  }
}
