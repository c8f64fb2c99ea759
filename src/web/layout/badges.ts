import type { StoryCard } from '../../operations/day/today-views.ts'
import type { Reader } from '../reader.ts'
import { type Html, html, type Piece } from './html.ts'

const chipOf: Readonly<Partial<Record<StoryCard['badges'][number], string>>> = {
  new: 'chip dev',
  developing: 'chip dev',
  changed: 'chip',
  differs: 'chip dif',
}

/** The chips of a story in a list; that it has one source only, its counts say. */
export function storyChips(list: StoryCard['badges'], { words }: Reader): readonly Piece[] {
  return list.map((badge) => chipOf[badge] && html`<span class="${chipOf[badge]}">${words.badges[badge]}</span>`)
}

/** Before the headline of a story that changed since the last visit: a dot, and its meaning in words. */
export function newMark({ place }: StoryCard, { words }: Reader): Html {
  if (!place?.isNew) return html``
  return html`<span class="dot" title="${words.day.isNew}"><span class="sr">${words.day.isNew}${words.colon}</span></span>`
}

/** A share from 0 to 1 as a thin bar. It repeats a number beside it, so screen readers skip it. */
export function bar(share: number): Html {
  return html`<svg class="bar" width="100%" height="4" aria-hidden="true" focusable="false">
<rect class="track" width="100%" height="4"/>
<rect class="own" width="${percent(share)}" height="4"/></svg>`
}

/** `37.5%` for SVG lengths, clamped to the drawing. */
export function percent(share: number): string {
  const clamped = Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0))
  return `${Math.round(clamped * 10_000) / 100}%`
}
