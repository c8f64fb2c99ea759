import type { RecordingState } from '../../../core/feed/recording.ts'
import { mayActAs } from '../../../core/reader-identity.ts'
import type { BriefView } from '../../../operations/day/brief-views.ts'
import { readAloud } from '../../articles/parts/read-aloud.ts'
import { recordingPart } from '../../articles/parts/recording.ts'
import { type Html, html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { hiddenLine } from '../../layout/plain-line.ts'
import { longDay, when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { briefStoryPart } from '../parts/brief-story.ts'

/** What of the page is read aloud: headlines, sentences, and statements. */
const spoken = '.briefed h2, .briefed .told > li, .briefed .said, .briefed .clash .who, .briefed .clash .words'

/** The file extension of a recording, and the state of this brief's; absent when no voice is configured. */
type BriefSound = { readonly voice?: string | undefined; readonly listening?: RecordingState | undefined }

/** A brief of a day: at most twelve stories in cited sentences, and an end. */
export function briefPage(view: BriefView, reader: Reader, heard: BriefSound = {}): string {
  const { words } = reader
  const title = view.isToday ? words.brief.title : words.brief.titleOf(longDay(view.day, reader))
  const body = html`<div class="single daily">
<header class="day"><div class="dayline"><h1>${title}</h1>${ways(view, reader)}</div>
<p class="facts">${view.isToday && html`<b>${longDay(view.day, reader)}</b>`}${
    view.stories.length > 0 &&
    html`<span>${words.brief.facts(words.stories(view.stories.length), words.brief.minutes(view.minutes))}</span>`
  }${view.isToday && html`<span>${words.brief.until} ${when(view.until, reader)}</span>`}</p>
</header>
${view.stories.length === 0 ? nothing(view, reader) : briefStories(view, reader, heard)}
${left(view, reader)}</div>
`
  return layout(reader, { title, place: 'brief', feed: { kind: 'brief', target: '' }, body })
}

function briefStories(view: BriefView, reader: Reader, { voice, listening }: BriefSound): Html {
  const { words } = reader
  return html`<p class="note">${words.brief.lead}</p>
${readAloud(spoken, reader, true)}${recordingPart(listening, { path: `${briefPath(view)}/audio`, of: spoken }, reader)}
${view.stories.map((story) => briefStoryPart(story, reader))}
<p class="end">${words.brief.thatsAll}</p>
<p class="after small">${words.brief.others(words.stories(view.storyCount), longDay(view.day, reader))} <a href="/days/${view.day}">${words.brief.othersLink}</a> · <a href="${briefPath(view)}.txt">${words.brief.asText}</a> · <a href="${briefPath(view)}.epub">${words.ownBrief.asBook}</a> · ${sound(view, reader, voice)}<a href="/brief.atom">${words.brief.asFeed}</a>${reader.identity?.role !== 'guest' && html` · <a href="/settings/links/new?day=${view.day}">${words.sharing.link}</a>`}</p>
${voice === undefined && html`<p class="after small">${words.ownBrief.browserReads}</p>`}`
}

/** The recording if a voice is configured, else a note that the browser has a voice. */
function sound(view: BriefView, { words }: Reader, voice: string | undefined): Html {
  if (voice === undefined) return html``
  return html`<a href="${briefPath(view)}.${voice}">${words.ownBrief.asSound}</a> · `
}

/** What is left out and why, and where the reader changes that. */
function left(view: BriefView, reader: Reader): Html {
  const { words } = reader
  const { hidden, unchangedCount, otherLanguageCount } = view
  const isShort = unchangedCount > 0
  const isReader = reader.identity !== undefined && mayActAs(reader.identity.role, 'reader')
  return html`${hiddenLine(hidden, reader)}${
    otherLanguageCount > 0 &&
    html`<p class="note">${words.ownBrief.languagesOut(words.stories(otherLanguageCount))}</p>`
  }${isShort && html`<p class="note">${words.ownBrief.unchangedOut(words.stories(unchangedCount))}</p>`}
<p class="after small"><a href="${briefPath(view)}?new=${isShort ? '0' : '1'}">${isShort ? words.ownBrief.showAll : words.ownBrief.onlyNew}</a>${isReader && html` · <a href="/settings/brief">${words.ownBrief.settings}</a> · <a href="/settings/ranking">${words.ownBrief.ranking.title}</a>`}</p>
`
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

function briefPath({ isToday, day }: Pick<BriefView, 'isToday' | 'day'>): string {
  return isToday ? '/brief' : `/brief/${day}`
}
