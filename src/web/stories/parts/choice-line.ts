import type { StoryChoice } from '../../../core/story-choice.ts'
import type { ChoiceResult } from '../../../operations/stories/choice-views.ts'
import { buttonForm } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { choicePath, storyPath } from '../../layout/links.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

/** One decision in force, with a button that undoes it. */
export function choiceLine(choice: StoryChoice, reader: Reader): Html {
  return html`<p><a href="${choicePath(choice.id)}">${choiceText(choice, reader)}</a> <small>${shortWhen(choice.at, reader)}</small></p>
<p class="small">${fromTo(choice, reader)}</p>
${undoForm(choice, reader, reader.words.undo)}`
}

/** `3 articles split off`. */
export function choiceText({ kind, articleIds }: StoryChoice, reader: Reader): string {
  return reader.words.arranging.kinds[kind](reader.words.articles(articleIds.length))
}

export function fromTo({ from, to, fromTitle, toTitle }: StoryChoice, reader: Reader): Html {
  const words = reader.words.arranging
  return html`${reader.words.formAgain.fields.from}${reader.words.colon}<a href="${storyPath(from)}">${foreign(fromTitle)}</a> · ${words.to}${reader.words.colon}<a href="${storyPath(to)}">${foreign(toTitle)}</a>`
}

/** A button that undoes a decision; its accessible name says which. */
export function undoForm(choice: StoryChoice, reader: Reader, label: string): Html {
  return buttonForm(reader, {
    action: '/choices/undo',
    fields: { choice: choice.id },
    label,
    variant: 'ghost',
    button: html` aria-label="${`${label}: ${choiceText(choice, reader)}, ${choice.toTitle.slice(0, 80).toWellFormed()}`}"`,
  })
}

/** Why something was not done, and what could be done instead. */
export function choiceProblem(
  { why, later }: Extract<ChoiceResult, { readonly kind: 'refused' }>,
  reader: Reader,
): Html {
  const words = reader.words.arranging
  return html`<p class="notice warn" role="alert"><b>${words.notDone}</b>${reader.words.colon}${words.problems[why]}${later && html` <a href="${choicePath(later.id)}">${words.laterOne}</a>`}</p>`
}
