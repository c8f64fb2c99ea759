import type { DeskState } from '../../../core/desk.ts'
import type { DeskEventView, DeskPersonView } from '../../../operations/desk/desk-views.ts'
import { type Html, html, languageAttributes } from '../../layout/html.ts'
import { deskPath } from '../../layout/links.ts'
import { plainLine } from '../../layout/plain-line.ts'
import { formatter, shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

const dueOptions = { weekday: 'short', day: 'numeric', month: 'short' } as const

/** A due day for a line: `Tue, Aug 19`. */
export function dueDay(day: string, reader: Reader): string {
  return formatter(reader, dueOptions, 'UTC').format(Date.parse(`${day}T00:00:00Z`))
}

/** A person's name within a sentence of ours: whatever its direction, it reorders nothing but itself. */
export function personName({ name }: DeskPersonView): string {
  return `\u2068${plainLine(name)}\u2069`
}

/** Lines of the log; with the stories' titles where they are of several. */
export function logList(
  log: readonly DeskEventView[],
  { hasTitles }: { readonly hasTitles: boolean },
  reader: Reader,
): Html {
  if (log.length === 0) return html`<p>${reader.words.desk.noLog}</p>`
  return html`<ul class="own-list">${log.map(
    (event) =>
      html`<li><p class="small">${whatHappened(event, reader)} · ${shortWhen(event.at, reader)}</p>${hasTitles && html`<p${languageAttributes(event.language)}>${event.act === 'removed' ? event.title : html`<a href="${deskPath(event.storyId)}">${event.title}</a>`}</p>`}</li>
`,
  )}</ul>`
}

function whatHappened({ act, actor, assignee, value }: DeskEventView, reader: Reader): string {
  const { acts, states } = reader.words.desk
  const name = personName(actor)
  switch (act) {
    case 'put':
    case 'noted':
    case 'removed':
      return acts[act](name)
    case 'assigned':
      return assignee ? acts.assigned(name, personName(assignee)) : acts.free(name)
    case 'state':
      return acts.state(name, states[value as DeskState])
    case 'due':
      return value === undefined ? acts.notDue(name) : acts.due(name, dueDay(value, reader))
  }
}
