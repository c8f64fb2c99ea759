import { maxLength } from '../../core/text/max-length.ts'
import type { correctWords } from '../../operations/articles/correct-words.ts'
import type { QuoteToCheck } from '../../operations/articles/label-views.ts'
import type { InputOf } from '../../operations/operation.ts'
import { markedText } from '../articles/parts/marked-text.ts'
import type { Reader } from '../reader.ts'
import { backField, buttonClass, buttonForm, hidden } from './forms.ts'
import { foreign, type Html, html, joined, languageAttributes } from './html.ts'
import { articlePath } from './links.ts'
import { shortWhen } from './time.ts'

/** Id of a quotation's form, for links to it. */
export function labelAnchor(
  { start, end }: { readonly start: number; readonly end: number },
  documentId: string,
): string {
  return `q-${documentId.replace(/[^\p{L}\p{N}_-]+/gu, '-')}-${start}-${end}`
}

/** One quotation in its sentences, the speaker found, and a form that corrects the speaker. */
export function labelItem(quote: QuoteToCheck, reader: Reader): Html {
  const id = labelAnchor(quote.span, quote.documentId)
  const path = articlePath(quote.articleId, { ...quote.span })
  const { context } = quote
  const text = markedText(context.text, { start: 0, end: context.text.length }, [
    { start: context.start, end: context.end, rank: 0, wrap: (content) => html`<mark>${content}</mark>` },
  ])
  return html`<li class="label" id="${id}" data-item>
<h3 id="${id}-h"><a href="${path}" data-open dir="auto">${quote.title}</a></h3>
<p class="small"><b>${foreign(quote.sourceName)}</b> · ${shortWhen(quote.publishedAt, reader)}</p>
<blockquote class="context"${languageAttributes(quote.language)}>${text}</blockquote>
${found(quote, reader)}
${form(quote, `${id}-h`, reader)}
</li>
`
}

/** The speaker, and how we know: from the rules, or from a person's correction. */
function found({ isQuote, speaker, pattern, confidence, correction }: QuoteToCheck, reader: Reader): Html {
  const words = reader.words.labels
  const who = !isQuote ? words.notAQuote : speaker ? foreign(speaker.name) : words.nobody
  const isMeasured = speaker !== undefined && pattern !== undefined && pattern !== 'label'
  const how = joined(
    [
      correction && reader.words.labels.corrected,
      !correction && isMeasured && reader.words.patterns[pattern],
      !correction && isMeasured && words.sure(reader.words.percent(confidence ?? 0)),
    ],
    ' · ',
  )
  return html`<div class="note">${!correction && `${words.thought}${reader.words.colon}`}<b>${who}</b>${how.length > 0 && html` · ${how}`}
${correction && undoForm(correction.id, correction.selector.exact, reader)}</div>`
}

function form({ articleId, documentId, span, names, speaker }: QuoteToCheck, labelledBy: string, reader: Reader): Html {
  const words = reader.words.labels
  const option = (name: string) =>
    html`<option value="${name}"${name === speaker?.name && html` selected`}>${name}</option>`
  return html`<form method="post" action="/labels">${hidden('article', articleId)}${hidden('revision', documentId)}${hidden('start', String(span.start))}${hidden('end', String(span.end))}${backField(reader)}
<div class="line" role="group" aria-labelledby="${labelledBy}">
<label>${reader.words.find.saidBy} <select name="name"><option value="">${words.choose}</option>${[...new Set(names.map(({ name }) => name))].map(option)}</select></label>
<input name="other" maxlength="200" autocomplete="off" aria-label="${words.otherName}" placeholder="${words.otherName}">
<button class="${buttonClass('solid')}" name="verdict" value="speaker">${words.confirm}</button>
<div class="line">
<button class="${buttonClass()}" name="verdict" value="nobody">${words.nobody}</button>
<button class="${buttonClass()}" name="verdict" value="not-a-quote">${words.notAQuote}</button>
</div></div></form>`
}

/** For words without a form of their own: unmarked statements, and names. */
export function wordsForm(articleId: string, reader: Reader): Html {
  const { labels: words, mine } = reader.words
  const meanings: readonly (readonly [InputOf<typeof correctWords>['verdict'], string])[] = [
    ['speaker', reader.words.find.saidBy],
    ['nobody', words.nobody],
    ['not-a-quote', words.notAQuote],
    ['person', mine.kinds.person],
    ['organization', mine.kinds.organization],
    ['place', mine.kinds.place],
    ['no-name', words.noName],
  ]
  return html`<form method="post" action="/labels/words" class="of-words">${hidden('article', articleId)}${backField(reader)}
<label>${reader.words.formAgain.fields.words} <input name="words" required maxlength="${maxLength.correctedWords}" autocomplete="off" dir="auto"></label>
<label>${words.within} <input name="within" maxlength="${maxLength.correctedWords}" autocomplete="off" dir="auto"></label>
<div class="line"><label>${words.meaning} <select name="verdict">${meanings.map(([value, label]) => html`<option value="${value}">${label}</option>`)}</select></label>
<input name="name" maxlength="200" autocomplete="off" aria-label="${reader.words.formAgain.fields.name}" placeholder="${reader.words.formAgain.fields.name}">
<button class="${buttonClass()}">${reader.words.save}</button></div>
</form>`
}

/** A button that undoes a correction; its accessible name says which. */
export function undoForm(id: string, exact: string, reader: Reader): Html {
  const label = reader.words.undo
  const name = `${label}: ${exact.slice(0, 80).toWellFormed()}`
  return buttonForm(reader, {
    action: '/labels/undo',
    fields: { correction: id },
    label,
    variant: 'quiet',
    button: html` aria-label="${name}"`,
  })
}
