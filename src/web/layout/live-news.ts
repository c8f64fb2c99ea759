import type { TodayView } from '../../operations/day/today-views.ts'
import type { StoryView } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { queryOf, storyPath } from './links.ts'

/** On the newest day: a link to reload, and with script a line that announces new stories. */
export function liveDay(view: TodayView, reader: Reader): Html {
  const { day, language, section, source } = view
  return liveNews(`/news/events${queryOf({ day, language, section, source: source?.id })}`, reader.path, reader)
}

/**
 * The same on a story. The line's link marks what is newer than the story's newest article: news that arrives while somebody reads was
 * often published before this page was rendered.
 */
export function liveStory({ id, lastAt, changedAt }: StoryView, reader: Reader): Html {
  const events = `/news/events${queryOf({ story: id, changed: changedAt })}`
  return liveNews(events, `${storyPath(id)}${queryOf({ since: lastAt })}`, reader)
}

function liveNews(events: string, target: string, reader: Reader): Html {
  const { words } = reader
  return html`<live-news data-events="${events}" data-target="${target}" data-show="${words.frame.show}"><a href="${reader.path}">${words.refresh}</a><span class="news" role="status"></span></live-news>`
}
