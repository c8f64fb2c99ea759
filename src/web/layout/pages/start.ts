import type { StoryCard } from '../../../operations/day/today-views.ts'
import type { ProgressView } from '../../../operations/views.ts'
import type { Reader } from '../../reader.ts'
import { foreign, type Html, html } from '../html.ts'
import { layout } from '../layout.ts'
import { storyPath } from '../links.ts'
import { progressBlock } from '../progress.ts'
import { section } from '../section.ts'

const storiesShown = 12

type StartView = {
  readonly progress: ProgressView
  readonly stories: readonly StoryCard[]
  /** Articles there are to read, counted once nothing is in progress and there is no story. */
  readonly unreadCount?: number
}

type State = 'none' | 'busy' | 'ready' | 'waiting' | 'nothing'

function stateOf({ progress, unreadCount = 0 }: StartView): State {
  if (progress.feeds.total === 0) return 'none'
  if (progress.isBusy) return 'busy'
  if (progress.stories.done > 0) return 'ready'
  return unreadCount > 0 ? 'waiting' : 'nothing'
}

const stepOf: Readonly<Record<State, number>> = { none: 0, busy: 1, nothing: 1, waiting: 2, ready: 2 }

/** Progress of the first sources: feeds read, stories as they appear, and an end. */
export function startPage(view: StartView, reader: Reader): string {
  const { words } = reader
  const { firstRun } = words
  const state = stateOf(view)
  const articles = words.articles(view.unreadCount ?? 0)
  const link = (path: string, label: string, isMain = false) =>
    html`<a class="btn${isMain && html` main`}" href="${path}">${label}</a>`
  const heads: Readonly<Record<State, Html>> = {
    none: html`<h1>${words.noSources}</h1><p class="acts">${link('/', firstRun.choose, true)}</p>`,
    busy: html`<h1>${firstRun.reading}</h1><p class="note">${firstRun.readingNote}</p>`,
    ready: html`<h1>${firstRun.ready(words.stories(view.progress.stories.done))}</h1><p class="note">${firstRun.readyNote}</p>
<p class="acts">${link('/today', firstRun.open, true)}${link('/feeds', firstRun.openFeeds)}</p>`,
    waiting: html`<h1>${words.noStories}</h1><p class="note">${firstRun.waitingNote(articles)}</p>
<p class="acts">${link('/feeds', firstRun.openFeeds, true)}${link('/start', words.listImport.reload)}</p>`,
    nothing: html`<h1>${firstRun.nothing}</h1><p class="note">${firstRun.nothingNote}</p>
<p class="acts">${link('/feeds/all', firstRun.seeFeeds, true)}${link('/start', words.listImport.reload)}</p>`,
  }
  const body = html`<div class="first">${steps(stepOf[state], reader)}
${/* With nothing yet, work may be between two steps: the page checks again. */ ''}<await-work id="start" data-every="2000"${(state === 'busy' || state === 'nothing') && html` data-busy`}>
<div role="status">${heads[state]}</div>
${state === 'busy' && html`${progressBlock(view.progress, reader)}<p class="look-again">${link('/start', words.listImport.reload)}</p>`}
${(state === 'busy' || state === 'ready') && section('first-stories', firstRun.first, stories(view, reader))}
</await-work></div>
`
  return layout(reader, {
    title: state === 'ready' ? firstRun.ready(words.stories(view.progress.stories.done)) : firstRun.reading,
    body,
  })
}

function stories({ stories }: StartView, reader: Reader): Html {
  const { words } = reader
  if (stories.length === 0) return html`<p class="note">${words.firstRun.noneYet}</p>`
  return html`<ol class="after">${stories
    .slice(0, storiesShown)
    .map(
      (card) =>
        html`<li><a href="${storyPath(card.id)}">${foreign(card.title, card.language)}<small>${words.independentOf(card.reportCount, card.articleCount)}</small></a></li>`,
    )}</ol>`
}

/** The current step on the way to the first stories. */
export function steps(current: number, reader: Reader): Html {
  const { firstRun } = reader.words
  return html`<ol class="steps" aria-label="${firstRun.stepsLabel}">${firstRun.steps.map(
    (name, index) =>
      html`<li${index === current && html` aria-current="step"`}${index < current && html` class="past"`}><span>${reader.words.number(index + 1)}</span> ${name}</li>`,
  )}</ol>`
}
