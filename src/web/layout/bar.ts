import { type Html, html } from './html.ts'

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
