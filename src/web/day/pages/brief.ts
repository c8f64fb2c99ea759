import type { RecordingState } from '../../../core/feed/recording.ts'
import { mayActAs } from '../../../core/reader-identity.ts'
import type { BriefView } from '../../../operations/day/brief-views.ts'
import { readAloud } from '../../articles/parts/read-aloud.ts'
import { recordingPart } from '../../articles/parts/recording.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { layout } from '../../layout/layout.ts'
import { storyPath } from '../../layout/links.ts'
import { menu } from '../../layout/menu.ts'
import { hiddenLine } from '../../layout/plain-line.ts'
import { brief as briefTime, longDay, unbrokenDay } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { briefStoryPart, shortBriefStory } from '../parts/brief-story.ts'

/** What of the page is read aloud: headlines, sentences, and statements. */
const spoken = '.bs h2, .bs .txt > bdi, .bs blockquote, .bs .by.side > span'

/** So many stories have pictures, two or three sentences and a statement; the others one sentence. */
const inFull = 5

/** The file extension of a recording, and the state of this brief's; absent when no voice is configured. */
type BriefSound = { readonly voice?: string | undefined; readonly listening?: RecordingState | undefined }

/** A brief of a day: at most twelve stories in cited sentences, and an end. */
export function briefPage(view: BriefView, reader: Reader, sound: BriefSound = {}): string {
  const { words } = reader
  const day = longDay(view.day, reader)
  const title = view.isToday ? words.brief.title : words.brief.titleOf(day)
  const hasStories = view.stories.length > 0
  const facts = [
    hasStories && words.stories(view.stories.length),
    hasStories && words.brief.minutes(view.minutes),
    view.isToday && words.brief.asOf(briefTime(view.until, reader)),
  ]
  const body = html`<div class="prog" aria-hidden="true"><i></i></div><div class="briefing"><header><p class="kick">${words.brief.title}</p><h1>${unbrokenDay(view.day, reader)}</h1><p class="small">${joined(facts, ' · ')}</p>
<div class="acts">${hasStories && readAloud(`${spoken}, .bs .by > bdi`, reader, true)}${actions(view, reader, sound)}</div>${hasStories && recordingPart(sound.listening, { path: `${briefPath(view)}/audio`, of: spoken }, reader)}</header>
${hasStories ? view.stories.map((story, index) => (index < inFull ? briefStoryPart : shortBriefStory)(story, reader, index)) : nothing(view, reader)}
${also(view, reader)}${hasStories && end(view, reader)}</div>
`
  return layout(reader, { title, place: 'brief', feed: { kind: 'brief', target: '' }, body })
}

function actions(view: BriefView, reader: Reader, { voice }: BriefSound): Html {
  const { words } = reader
  const path = briefPath(view)
  const isShort = view.unchangedCount > 0
  const isReader = reader.identity !== undefined && mayActAs(reader.identity.role, 'reader')
  const content = html`<a href="${path}?new=${isShort ? '0' : '1'}">${icon('clock')}${isShort ? words.showEverything : words.ownBrief.onlyNew}</a>${
    view.stories.length > 0 &&
    html`<a href="${path}.epub">${icon('book')}${words.ownBrief.asBook}</a><a href="${path}.txt">${icon('note')}${words.brief.asText}</a>${voice !== undefined && html`<a href="${path}.${voice}">${icon('listen')}${words.ownBrief.asSound}</a>`}`
  }<a href="/brief.atom">${icon('feeds')}${words.brief.asFeed}</a>${
    reader.identity?.role !== 'guest' &&
    html`<a href="/settings/links/new?day=${view.day}">${icon('share')}${words.sharing.link}</a>`
  }${isReader && html`<hr><a href="/settings/ranking">${icon('gear')}${words.ownBrief.ranking.title}</a>`}`
  return html`${isReader && html`<a class="btn" href="/settings/brief">${icon('mail')}${words.ownBrief.settings}</a>`}${menu(content, { name: words.frame.more, isAtEnd: true })}`
}

/** The next stories, as headlines. */
function also(view: BriefView, reader: Reader): Html {
  const { words } = reader
  if (view.also.length === 0) return html``
  return html`<section class="also"><h2 class="hd">${words.brief.also}</h2>${view.also.map(
    ({ id, title, language, reportCount, outlets }) =>
      html`<a href="${storyPath(id)}"><span${languageAttributes(language)}><bdi>${title}</bdi></span> <span class="small">${reportCount > 1 ? words.day.independent(reportCount) : outlets[0] && foreign(outlets[0])}</span></a>`,
  )}</section>`
}

/** The end, what was left out and why, and where to continue. */
function end(view: BriefView, reader: Reader): Html {
  const { words } = reader
  const { unchangedCount, otherLanguageCount, previousDay, day, isToday } = view
  return html`<div class="fin"><b>${words.brief.thatsAll}</b><p>${words.brief.quoted}</p>
${leftOut(unchangedCount, words.ownBrief.unchangedOut, reader)}${leftOut(otherLanguageCount, words.ownBrief.languagesOut, reader)}${hiddenLine(view.hidden, reader)}<p class="acts">${
    previousDay && html`<a class="btn" href="/brief/${previousDay}" rel="prev">${icon('prev')}${words.brief.before}</a>`
  }<a class="btn" href="${isToday ? '/' : `/days/${day}`}">${words.day.allNews}</a></p></div>`
}

function leftOut(count: number, say: (stories: string) => string, { words }: Reader): Html | undefined {
  return count > 0 ? html`<p class="small">${say(words.stories(count))}</p>` : undefined
}

function nothing(view: BriefView, reader: Reader): Html {
  const { words } = reader
  return html`<div class="empty"><h2>${words.brief.nothing}</h2>
${leftOut(view.unchangedCount, words.ownBrief.unchangedOut, reader)}${leftOut(view.otherLanguageCount, words.ownBrief.languagesOut, reader)}${hiddenLine(view.hidden, reader)}
<p class="acts">${view.previousDay && html`<a class="btn" href="/brief/${view.previousDay}">${words.brief.titleOf(longDay(view.previousDay, reader))}</a>`}
${view.feedCount === 0 && html`<a class="btn main" href="/add">${words.welcomeStart}</a>`}</p></div>`
}

function briefPath({ isToday, day }: Pick<BriefView, 'isToday' | 'day'>): string {
  return isToday ? '/brief' : `/brief/${day}`
}
