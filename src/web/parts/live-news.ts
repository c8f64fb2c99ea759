import type { TodayView } from '../../operations/today-views.ts'
import type { StoryView } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { queryOf, storyPath } from './links.ts'

/** On the newest day: a link to see it anew, and with script a line that says when there are new stories. */
export function liveDay(view: TodayView, reader: Reader): Html {
  const { day, language, section, source } = view
  return liveNews(`/news/events${queryOf({ day, language, section, source: source?.id })}`, reader.path, reader)
}

/** On a story: the same for what it tells; what is new since then is marked where the line leads. */
export function liveStory({ id, changedAt }: StoryView, reader: Reader): Html {
  const events = `/news/events${queryOf({ story: id, changed: changedAt })}`
  return liveNews(events, `${storyPath(id)}${queryOf({ since: changedAt })}`, reader)
}

function liveNews(events: string, target: string, reader: Reader): Html {
  const { words } = reader
  return html`<live-news data-events="${events}" data-target="${target}" data-show="${words.frame.show}"><a href="${reader.path}">${words.refresh}</a><span class="news" role="status"></span></live-news>`
}
