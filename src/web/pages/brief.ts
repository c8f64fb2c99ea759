import type { BriefView } from '../../operations/brief-views.ts'
import { briefStoryPart } from '../parts/brief-story.ts'
import { type Html, html } from '../parts/html.ts'
import { layout } from '../parts/layout.ts'
import { longDay, when } from '../parts/time.ts'
import type { Reader } from '../reader.ts'

/** A brief of a day: at most twelve stories in cited sentences, and an end. */
export function briefPage(view: BriefView, reader: Reader): string {
  const { words } = reader
  const title = view.isToday ? words.brief.title : words.brief.titleOf(longDay(view.day, reader))
  const body = html`<div class="single daily">
<header class="day"><div class="dayline"><h1>${title}</h1>${ways(view, reader)}</div>
<p class="facts">${view.isToday && html`<b>${longDay(view.day, reader)}</b>`}${
    view.stories.length > 0 &&
    html`<span>${words.brief.facts(words.stories(view.stories.length), words.brief.minutes(view.minutes))}</span>`
  }${view.isToday && html`<span>${words.brief.until} ${when(view.until, reader)}</span>`}</p>
</header>
${view.stories.length === 0 ? nothing(view, reader) : told(view, reader)}
</div>
`
  return layout(reader, { title, place: 'brief', body })
}

function told(view: BriefView, reader: Reader): Html {
  const { words } = reader
  return html`<p class="note">${words.brief.lead}</p>
${view.stories.map((story) => briefStoryPart(story, reader))}
<p class="end">${words.brief.thatsAll}</p>
<p class="after small">${words.brief.others(words.stories(view.storyCount), longDay(view.day, reader))} <a href="/days/${view.day}">${words.brief.othersLink}</a> · <a href="${briefPath(view)}.txt">${words.brief.asText}</a> · <a href="/brief.atom">${words.brief.asFeed}</a>${reader.identity?.role !== 'guest' && html` · <a href="/settings/links/new?day=${view.day}">${words.sharing.link}</a>`}</p>`
}

function ways({ previousDay, nextDay }: BriefView, { words }: Reader): Html {
  const [back, on] = words.direction === 'rtl' ? ['→', '←'] : ['←', '→']
  if (!previousDay && !nextDay) return html``
  return html`<nav class="days" aria-label="${words.brief.dayBefore}, ${words.brief.dayAfter}">
${previousDay && html`<a href="/brief/${previousDay}" rel="prev">${back} ${words.brief.dayBefore}</a>`}
${nextDay && html`<a href="/brief/${nextDay}" rel="next">${words.brief.dayAfter} ${on}</a>`}
</nav>`
}

function nothing(view: BriefView, reader: Reader): Html {
  const { words } = reader
  return html`<div class="empty"><h2>${words.brief.nothing}</h2>
<p>${words.brief.nothingNote}</p>
${view.previousDay && html`<p><a class="btn ghost" href="/brief/${view.previousDay}">${words.brief.titleOf(longDay(view.previousDay, reader))}</a></p>`}
${view.feedCount === 0 && html`<p><a class="btn" href="/add">${words.welcomeStart}</a></p>`}
</div>`
}

/** Address of a brief. */
export function briefPath({ isToday, day }: Pick<BriefView, 'isToday' | 'day'>): string {
  return isToday ? '/brief' : `/brief/${day}`
}
