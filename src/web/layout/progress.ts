import type { ProgressView } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { bar, percent } from './badges.ts'
import { type Html, html } from './html.ts'

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
<dd><span data-count>${count}</span> <a href="/admin#failures" class="bad" data-failed${!hasFailed && html` hidden`}>${failed}</a></dd>${bar(Number.parseFloat(share) / 100)}
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
