import { hidden } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { section } from '../../layout/section.ts'
import type { Reader } from '../../reader.ts'
import { longestQuestion } from './ask-address.ts'

/** A field to ask a story, a person or a day from its own page; the answer is a page of its own. `hint` stands in it while it is empty. */
export function askForm(
  label: string,
  scope: Readonly<Record<string, string>>,
  { words }: Reader,
  hint: string | undefined,
): Html {
  return html`<form action="/ask" class="seek">${Object.entries(scope).map(([name, value]) => hidden(name, value))}<input name="q" aria-label="${label}" maxlength="${longestQuestion}"${hint && html` placeholder="${hint}"`} data-ask><button class="btn ghost">${words.asking.ask}</button></form>`
}

/** The same as a part of a page. */
export function askSection(
  label: string,
  scope: Readonly<Record<string, string>>,
  reader: Reader,
  hint?: string,
): Html {
  return section('ask', label, askForm(label, scope, reader, hint))
}
