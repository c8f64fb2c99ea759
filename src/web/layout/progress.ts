import type { TodayView } from '../../operations/day/today-views.ts'
import type { ProgressView, StoryView } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { bar, percent } from './badges.ts'
import { type Html, html } from './html.ts'
import { queryOf, storyPath } from './links.ts'

/** The block as texts and lengths: what the event stream sends, and what the page shows. */
type ProgressTexts = {
  /** Feeds, articles, stories. */
  readonly rows: readonly {
    readonly count: string
    readonly failed: string
    readonly hasFailed: boolean
    readonly share: string
  }[]
  readonly state: string
  readonly stories: number
}

/** Progress of reading feeds, articles and stories; a live element updates it as events arrive. */
export function progressBlock(progress: ProgressView, reader: Reader): Html {
  const { words } = reader
  const texts = progressTexts(progress, reader)
  const labels = [words.feedsPolled, words.articlesRead, words.storiesMade]
  return html`<live-progress data-events="/progress/events" data-stories="${texts.stories}">
<div class="progress"><dl>${texts.rows.map(
    ({ count, failed, hasFailed, share }, index) => html`<div>
<dt>${labels[index]}</dt>
<dd><span data-count>${count}</span> <a href="/server/jobs" class="bad" data-failed${!hasFailed && html` hidden`}>${failed}</a></dd>${bar(Number.parseFloat(share) / 100)}
</div>`,
  )}</dl>
<p class="small" data-state>${texts.state}</p>
</div>
<p class="notice" data-new hidden><a href="${reader.path}">${words.newStories}</a></p></live-progress>
`
}

/** The figures of the block in the reader's language. */
export function progressTexts(progress: ProgressView, { words }: Reader): ProgressTexts {
  const { feeds, articles, stories } = progress
  return {
    rows: [
      row(feeds.polled, feeds.total, 0),
      row(articles.done, sum(articles), articles.failed),
      row(stories.done, sum(stories), stories.failed),
    ],
    state: progress.isBusy ? words.isBusy : words.isIdle,
    stories: stories.done,
  }

  function row(done: number, total: number, failed: number) {
    return {
      count: `${words.number(done)} / ${words.number(total)}`,
      failed: `${words.number(failed)} ${words.failed}`,
      hasFailed: failed > 0,
      share: percent(total === 0 ? 0 : done / total),
    }
  }
}

function sum(counts: ProgressView['articles']): number {
  return counts.waiting + counts.running + counts.failed + counts.done
}

/** On the newest day, with script: a line that announces new stories. */
export function liveDay(view: TodayView, reader: Reader): Html {
  const { day, language, section, source } = view
  return liveNews(`/news/events${queryOf({ day, language, section, source: source?.id })}`, reader.path, reader, false)
}

/**
 * The same on a story. The line's link marks what is newer than the story's newest article: news that arrives while somebody reads was
 * often published before this page was rendered.
 */
export function liveStory({ id, lastAt, changedAt }: StoryView, reader: Reader): Html {
  const events = `/news/events${queryOf({ story: id, changed: changedAt })}`
  return liveNews(events, `${storyPath(id)}${queryOf({ since: lastAt })}`, reader)
}

function liveNews(events: string, target: string, reader: Reader, hasLink = true): Html {
  const { words } = reader
  return html`<live-news data-events="${events}" data-target="${target}" data-show="${words.frame.show}">${hasLink && html`<a href="${reader.path}">${words.refresh}</a>`}<span class="news" role="status"></span></live-news>`
}
