import type { OutlinedStory } from '../../store/stories/stories.ts'
import { plusDays } from './day-periods.ts'
import type { PlannedEvent } from './today-views.ts'

const daysAhead = 7
const mostEvents = 5
const ofOneStory = 2
/** A longer sentence would fill the column. */
const mostLetters = 240

/** A plan that its own sentence takes back: `A strike planned for Tuesday has been called off`. */
const calledOff =
  /\b(?:call(?:ed|s|ing)? off|cancel\w*|scrapp\w*|averted|postpon\w*|annul\p{L}*|report[ée]e?s? (?:à|au)|abgesagt|verschoben)|(?:أُ?لغ|تأج[يّ]?ل)/iu

/**
 * What stories say is planned for the seven days from `today` (`YYYY-MM-DD`) on, the soonest first; a story's sentence that is already
 * under its headline is not repeated. Of several sentences of a story on one day, the longest is taken.
 */
export function comingUp(stories: readonly OutlinedStory[], today: string): readonly PlannedEvent[] {
  const until = `${plusDays(today, daysAhead)}T`
  return stories
    .flatMap(({ id, title, language, outline: { plans, line } }) => {
      const near = plans.filter(({ date, citation: { exact } }) => {
        const isNear = date >= today && date < until
        return isNear && exact.length <= mostLetters && exact !== line?.citation.exact && !calledOff.test(exact)
      })
      const best = [...Map.groupBy(near, ({ date }) => date.slice(0, 10)).values()].flatMap((ofDay) => {
        // The longest says most of what it is about.
        const [longest] = ofDay.toSorted((a, b) => b.citation.exact.length - a.citation.exact.length)
        return longest ? [longest] : []
      })
      return best.slice(0, ofOneStory).map((plan) => ({ ...plan, story: { id, title, language } }))
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .slice(0, mostEvents)
}
