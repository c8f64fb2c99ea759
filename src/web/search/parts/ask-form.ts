import { hidden } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import type { Reader } from '../../reader.ts'
import { longestQuestion } from './ask-address.ts'

/** A field to ask about a story, a person or a day on its own page; the answer is a separate page. `hint`: its placeholder. */
export function askForm(
  label: string,
  scope: Readonly<Record<string, string>>,
  { words }: Reader,
  hint: string | undefined,
): Html {
  return html`<form action="/ask" class="ask">${Object.entries(scope).map(([name, value]) => hidden(name, value))}<input class="in" name="q" aria-label="${label}" maxlength="${longestQuestion}"${hint && html` placeholder="${hint}"`} data-ask><button class="btn main" aria-label="${words.asking.ask}">${icon('send')}</button></form>`
}
