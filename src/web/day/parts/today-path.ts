import type { TodayView } from '../../../operations/day/today-views.ts'
import { queryOf } from '../../layout/links.ts'

/** The choices in the URL of Today; absent means everything. */
export type TodayChoice = {
  readonly period?: string | undefined
  readonly section?: string | undefined
  readonly language?: string | undefined
  readonly source?: string | undefined
  readonly view?: 'sections' | undefined
  /** Shows muted stories this time. */
  readonly muted?: 'show' | undefined
  readonly page?: number | undefined
}

/** The choices of a view as in its URL, without the page, since every other choice begins at the first. */
function choiceOf(view: TodayView): TodayChoice {
  return {
    period: view.period === 'day' ? undefined : view.period,
    section: view.section,
    language: view.language,
    source: view.source?.id,
    view: view.isBySection ? 'sections' : undefined,
    muted: view.hidden?.isShown ? 'show' : undefined,
  }
}

/** URL of the day shown, at the requested path (`/` or `/days/…`), with some choices changed. */
export function todayPath(view: TodayView, path: string, changes: TodayChoice = {}): string {
  const base = path.split('?')[0] ?? '/'
  return `${base}${queryOf({ ...choiceOf(view), ...changes })}`
}
