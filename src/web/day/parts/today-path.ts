import type { TodayView } from '../../../operations/day/today-views.ts'
import { queryOf } from '../../layout/links.ts'

/** What the address of Today says; absent is the whole of it. */
export type TodayChoice = {
  readonly period?: string | undefined
  readonly section?: string | undefined
  readonly language?: string | undefined
  readonly source?: string | undefined
  readonly view?: 'sections' | undefined
  /** Shows for once what mutes hide. */
  readonly muted?: 'show' | undefined
  readonly page?: number | undefined
}

/** What a view shows, as its address says it; the page is left out, since every other choice begins at the first. */
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

/** Address of the day shown, at the path it was asked under (`/` or `/days/…`), with one choice made otherwise. */
export function todayPath(view: TodayView, path: string, changes: TodayChoice = {}): string {
  const base = path.split('?')[0] ?? '/'
  return `${base}${queryOf({ ...choiceOf(view), ...changes })}`
}
