import type { FeedId } from '../../core/ids.ts'
import type { OutletReport, OutletSpeed, PollMark } from '../../store/feeds/outlets.ts'
import type { SourceView } from '../views.ts'

export type { PollMark } from '../../store/feeds/outlets.ts'

/** How fast an outlet is in stories with at least two independent reports; `medianBehind` is in minutes. */
export type SourceSpeed = Pick<OutletSpeed, 'storyCount' | 'firstCount'> & { readonly medianBehind?: number }

/** An outlet as a row of the table of all. */
export type SourceRowView = SourceView & {
  readonly speed: SourceSpeed
  /** Base language, such as `en`; absent when unknown. */
  readonly language?: string
}

/** An outlet with its statistics since a time. */
export type SourcePageView = SourceView & {
  readonly isFollowed: boolean
  readonly isMuted?: boolean
  readonly report: Omit<OutletReport, 'polls' | 'speed'> & {
    /** The start, ISO 8601, and how many days ago that is. */
    readonly since: string
    readonly days: number
    readonly speed: Omit<OutletSpeed, 'sourceId'>
    readonly polls: Readonly<Record<FeedId, readonly PollMark[]>>
  }
}
