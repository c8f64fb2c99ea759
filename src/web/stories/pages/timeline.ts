import type { StoryView } from '../../../operations/views.ts'
import { type Html, html } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'
import { promiseItem } from '../parts/story-accounts.ts'
import { changesSection, sinceChoice } from '../parts/story-changes.ts'
import { part, storyLayout } from '../parts/story-frame.ts'
import { languageSection, relatedSection, storylineSection } from '../parts/story-related.ts'
import { figureSection, timelineSection } from '../parts/story-time.ts'

/** What of a story has a date: events, figures, promises, and the stories before and after it. */
export function timelinePage(story: StoryView, reader: Reader): string {
  const { timeline, figures, commitments } = story.dossier
  const isEmpty = timeline.length + figures.length + commitments.length === 0
  const body = html`<div class="cols"><div>
${isEmpty && html`<p class="note">${reader.words.storyPage.noEvents}</p>`}${timelineSection(story, reader)}${figureSection(story, reader)}${promiseSection(story, reader)}</div>
<aside aria-label="${reader.words.storyPage.beside}">${storylineSection(story, reader)}${languageSection(story, reader)}${relatedSection(story, reader)}</aside></div>`
  return storyLayout(story, 'timeline', body, reader)
}

function promiseSection(story: StoryView, reader: Reader): Html {
  const { commitments } = story.dossier
  if (commitments.length === 0) return html``
  return part(
    'promises',
    reader.words.commitments,
    html`<ul class="prom">${commitments.map((each) => promiseItem(each, story, reader))}</ul>`,
  )
}

/** What changed in a story since a time. */
export function changesPage(story: StoryView, reader: Reader): string {
  const body = html`<div class="single">${sinceChoice(story, reader)}${changesSection(story, reader)}</div>`
  return storyLayout(story, 'changes', body, reader)
}
