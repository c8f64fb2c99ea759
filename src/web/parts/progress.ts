import type { ProgressView } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { bar } from './bar.ts'
import { type Html, html } from './html.ts'

/** How far the reading of feeds, articles and stories is; the live element replaces its inside as events arrive. */
export function progressBlock(progress: ProgressView, reader: Reader): Html {
  return html`<live-progress data-events="/progress/events" data-stories="${progress.stories.done}">
<div class="progress" data-live>${progressRows(progress, reader)}
</div>
<p class="notice" data-new hidden><a href="${reader.path}">${reader.words.newStories}</a></p></live-progress>
`
}

/** The inside of the block: also what the event stream sends. */
export function progressRows(progress: ProgressView, reader: Reader): Html {
  const { words } = reader
  const { feeds, articles, stories } = progress
  return html`<dl>${row(words.feedsPolled, feeds.polled, feeds.total, 0)}
${row(words.articlesRead, articles.done, sum(articles), articles.failed)}
${row(words.storiesMade, stories.done, sum(stories), stories.failed)}
</dl>
<p class="small">${progress.isBusy ? words.isBusy : words.isIdle}</p>`

  function row(label: string, done: number, total: number, failed: number): Html {
    const share = total === 0 ? 0 : done / total
    return html`<div>
<dt>${label}</dt>
<dd>${words.number(done)} / ${words.number(total)}
${failed > 0 && html` · <a href="/jobs" class="bad">${words.number(failed)} ${words.failed}</a>`}</dd>${bar(share)}
</div>`
  }
}

function sum(counts: ProgressView['articles']): number {
  return counts.waiting + counts.running + counts.failed + counts.done
}
