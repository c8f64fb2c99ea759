import type { ChoiceResult, ChoiceView } from '../../../operations/stories/choice-views.ts'
import { foreign, html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { arrangePath, articlePath } from '../../layout/links.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { choiceProblem, choiceText, fromTo, undoForm } from '../parts/choice-line.ts'

/** After this long both stories have been built again. */
const freshMs = 60_000

/** A decision, to review and undo: shown after a form that changed a story. */
export function choicePage(
  { choice, articles, fromId }: ChoiceView,
  reader: Reader,
  problem?: Extract<ChoiceResult, { readonly kind: 'refused' }>,
): string {
  const words = reader.words.arranging
  const title = choice.undoneAt === undefined ? reader.words.river.done : words.events.undone
  const at = choice.undoneAt ?? choice.at
  const isFresh = Date.parse(reader.now) - Date.parse(at) < freshMs
  const body = html`<div class="single arrange">
<h1>${title}</h1>
${problem && choiceProblem(problem, reader)}<p role="status">${choiceText(choice, reader)}.${isFresh && ` ${words.doneNote}`}</p>
<p class="small">${when(at, reader)}</p>
<ul class="options">${articles.map(({ articleId, sourceName, title, language }) => html`<li><a href="${articlePath(articleId)}"><b>${foreign(sourceName)}</b>: ${foreign(title, language)}</a></li>\n`)}</ul>
<p>${fromTo(choice, reader)}</p>
<div class="actions">${choice.undoneAt === undefined && undoForm(choice, reader, reader.words.undo)} <a href="${arrangePath(fromId)}">${words.arrange}</a></div>
</div>
`
  return layout(reader, { title, body })
}
