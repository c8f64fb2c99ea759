import type { StoryCard } from '../../../operations/day/today-views.ts'
import type { ProgressView } from '../../../operations/views.ts'
import type { Reader } from '../../reader.ts'
import { type Html, html, languageAttributes } from '../html.ts'
import { layout } from '../layout.ts'
import { storyPath } from '../links.ts'
import { progressBlock } from '../progress.ts'
import { section } from '../section.ts'
import { brief } from '../time.ts'

const storiesShown = 12

type StartView = {
  readonly progress: ProgressView
  readonly stories: readonly StoryCard[]
  /** When the next feed is due, once nothing is in progress. */
  readonly nextPollAt?: string
}

/** Progress of the first sources: feeds read, stories as they appear, and an end. */
export function startPage(view: StartView, reader: Reader): string {
  const { words } = reader
  const { firstRun } = words
  const { progress } = view
  const state =
    progress.feeds.total === 0 ? 'none' : progress.isBusy ? 'busy' : progress.stories.done > 0 ? 'ready' : 'nothing'
  const heads: Readonly<Record<typeof state, Html>> = {
    none: html`<h1>${firstRun.noFeeds}</h1><p><a class="btn" href="/">${firstRun.choose}</a></p>`,
    busy: html`<h1>${firstRun.reading}</h1><p class="note">${firstRun.readingNote}</p>`,
    ready: html`<h1>${firstRun.ready(words.stories(progress.stories.done))}</h1><p class="note">${firstRun.readyNote}</p>
<p class="line-of"><a class="btn" href="/today">${firstRun.open}</a> <a class="btn ghost" href="/feeds">${firstRun.openFeeds}</a></p>`,
    nothing: html`<h1>${firstRun.nothing}</h1><p class="note">${firstRun.nothingNote} ${view.nextPollAt && firstRun.nextLook(brief(view.nextPollAt, reader))}</p>
<p class="line-of"><a class="btn" href="/feeds/all">${firstRun.seeFeeds}</a> <a class="btn ghost" href="/start">${firstRun.lookAgain}</a></p>`,
  }
  const body = html`<div class="first">${steps(state === 'busy' || state === 'nothing' ? 1 : state === 'ready' ? 2 : 0, reader)}
${/* With nothing yet, work may be between two steps: the page checks again. */ ''}<await-work id="start" data-every="2000"${(state === 'busy' || state === 'nothing') && html` data-busy`}>
<div role="status">${heads[state]}</div>
${state === 'busy' && html`${progressBlock(progress, reader)}<p class="look-again"><a class="btn ghost" href="/start">${firstRun.lookAgain}</a></p>`}
${state !== 'none' && state !== 'nothing' && section('first-stories', firstRun.first, stories(view, reader))}
</await-work>
${state !== 'none' && section('good', firstRun.good, html`<ul class="plain"><li><a href="/settings#language">${firstRun.goodSettings}</a></li><li><a href="/about">${firstRun.goodAbout}</a></li><li>${firstRun.goodKeys}</li></ul>`)}
</div>
`
  return layout(reader, {
    title: state === 'ready' ? firstRun.ready(words.stories(progress.stories.done)) : firstRun.reading,
    body,
  })
}

function stories({ stories }: StartView, reader: Reader): Html {
  const { words } = reader
  if (stories.length === 0) return html`<p class="note">${words.firstRun.noneYet}</p>`
  return html`<ol class="rel">${stories
    .slice(0, storiesShown)
    .map(
      (card) =>
        html`<li><a href="${storyPath(card.id)}"${languageAttributes(card.language)}>${card.title}</a> <small>${words.independentOf(card.reportCount, card.articleCount)}</small></li>`,
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
