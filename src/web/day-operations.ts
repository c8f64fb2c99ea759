import type { TodayPeriod, TodayView } from '../operations/today-views.ts'

/** What the pages of a day ask for. */
export type DayOperations = {
  today(input: {
    readonly day?: string
    readonly period?: TodayPeriod
    readonly language?: string
    readonly section?: string
    readonly source?: string
    readonly isBySection?: boolean
    readonly muted?: 'show'
    readonly page?: number
  }): Promise<TodayView | undefined>
}
