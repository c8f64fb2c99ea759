import { type Form, text, texts } from '../../form.ts'
import type { FormField } from '../../form-fields.ts'
import type { Reader } from '../../reader.ts'
import { hidden } from '../forms.ts'
import { type Html, html } from '../html.ts'
import { layout } from '../layout.ts'

/** A form that could not be processed, as it was sent, with what is wrong at each field, to be sent again. */
export function returnedFormPage(
  given: { readonly path: string; readonly form: Form; readonly fields: readonly FormField[]; readonly back: string },
  reader: Reader,
): string {
  const { path, form, fields, back } = given
  const { formAgain: words } = reader.words
  const wrong = new Map<string, string>()
  for (const field of fields) {
    const why = wrongWith(field, form, reader)
    if (why !== undefined) wrong.set(field.name, why)
  }
  const isMissing = wrong.size > 0 && fields.every((field) => !wrong.has(field.name) || lacks(field, form))
  const title = isMissing ? words.title : words.wrongTitle
  const [only, ...others] = fields
  if (wrong.size === 0 && only && others.length === 0) wrong.set(only.name, words.unusable)
  const parts = fields.map((field) => fieldPart(field, form, wrong.get(field.name), reader))
  const home = html`<a class="btn" href="${back}">${words.back}</a>`
  // A choice from a list on the previous page is made there again.
  const again = fields.some(({ kind }) => kind === 'choice')
    ? html`${parts}<p class="actions">${home}</p>`
    : html`<form method="post" action="${path}"${fields.some(({ kind }) => kind === 'file') && html` enctype="multipart/form-data"`}>${carried(form, fields)}${parts}
<p class="actions"><button class="btn main">${words.again}</button> ${home}</p></form>`
  const body = html`<div class="single"><header class="pagehead"><h1>${title}</h1></header>
<p class="notice warn" role="alert">${words.lead}${wrong.size === 0 && ` ${words.unclear}`}</p>
${again}</div>
`
  return layout(reader, { title, body })
}

/** The form's hidden fields. */
function carried(form: Form, fields: readonly FormField[]): readonly Html[] {
  const names = [...form.keys()].filter((name) => !fields.some((field) => field.name === name))
  return names.flatMap((name) => texts(form, name).map((value) => hidden(name, value)))
}

/** True when a field is empty, or nothing was chosen in it. */
function lacks({ name }: FormField, form: Form): boolean {
  const [first] = form.get(name) ?? []
  return typeof first === 'object' ? first.size === 0 : (first ?? '').trim() === ''
}

/** What the value alone shows to be wrong with a field. */
function wrongWith(field: FormField, form: Form, { words: { formAgain: words } }: Reader): string | undefined {
  const { name, kind, isNeeded, most } = field
  const isLacking = lacks(field, form)
  if (kind === 'file') return isLacking ? words.noFile : words.fileAgain
  if ((text(form, name)?.trim() ?? '').length > most) return words.tooLong(most)
  if (!isLacking || !isNeeded) return undefined
  return { line: words.empty, text: words.empty, tick: words.notTicked, choice: words.unchosen }[kind]
}

function fieldPart(
  { name, label, kind, isNeeded, most }: FormField,
  form: Form,
  wrong: string | undefined,
  reader: Reader,
) {
  const { fields } = reader.words.formAgain
  const id = `again-${name}`
  const note = wrong !== undefined && html`<p class="note" id="${id}-wrong"><b>${wrong}</b></p>`
  if (kind === 'choice') return html`<div class="field"><p><b>${fields[label]}</b></p>${note}</div>`
  const rules = html` id="${id}" name="${name}"${isNeeded && html` required`}${wrong !== undefined && html` aria-invalid="true" aria-describedby="${id}-wrong"`}`
  if (kind === 'tick')
    return html`<div class="field"><label for="${id}"><input type="checkbox" value="1"${rules}> ${fields[label]}</label>${note}</div>`
  return html`<div class="field"><label for="${id}">${fields[label]}</label>
${inputOf(kind, text(form, name) ?? '', html`${rules}${most > 0 && html` maxlength="${most}"`}`)}${note}</div>`
}

function inputOf(kind: 'line' | 'text' | 'file', value: string, rules: Html): Html {
  switch (kind) {
    case 'line':
      return html`<input value="${value}" dir="auto"${rules}>`
    case 'text':
      return html`<textarea rows="6" dir="auto"${rules}>${value}</textarea>`
    case 'file':
      return html`<input type="file"${rules}>`
  }
}
