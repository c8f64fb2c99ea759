import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'

/** The current step on the way to the first stories. */
export function steps(current: number, reader: Reader): Html {
  const { firstRun } = reader.words
  return html`<ol class="steps" aria-label="${firstRun.stepsLabel}">${firstRun.steps.map(
    (name, index) =>
      html`<li${index === current && html` aria-current="step"`}${index < current && html` class="past"`}><span>${reader.words.number(index + 1)}</span> ${name}</li>`,
  )}</ol>`
}
