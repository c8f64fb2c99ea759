import type { Occasion } from '../../../core/destination.ts'
import type { DestinationForm } from '../../../operations/notify/destination-views.ts'
import { type Html, html, listed } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'

/** The fields of a service's settings. Secrets are typed hidden, and the browser does not fill them in. */
export function settingFields(fields: DestinationForm['fields'], reader: Reader): Html {
  const { sending: words } = reader.words
  return html`${fields.map(({ name, isSecret, isOptional, standard }) => {
    const type = isSecret ? 'password' : name === 'address' ? 'url' : 'text'
    return html`<div class="field"><label>${words.fields[name]}${isOptional && html` <span class="small">${words.optional}</span>`} <input type="${type}" name="set-${name}"${standard !== undefined && html` value="${standard}"`}${!isOptional && html` required`} maxlength="2000" dir="ltr" autocomplete="${isSecret ? 'new-password' : 'off'}" spellcheck="false"${name === 'address' && html` placeholder="https://"`}></label></div>
`
  })}`
}

/** What can be sent there automatically, as checkboxes. */
export function occasionFields(offered: readonly Occasion[], chosen: readonly Occasion[], reader: Reader): Html {
  const { sending: words } = reader.words
  return html`<fieldset><legend>${words.occasionsTitle}</legend>${offered.map(
    (occasion) =>
      html`<p><label class="check"><input type="checkbox" name="occasion" value="${occasion}"${chosen.includes(occasion) && html` checked`}> ${words.occasions[occasion]}</label></p>`,
  )}</fieldset>
`
}

/** What is sent there automatically, in one line. */
export function occasionLine(chosen: readonly Occasion[], reader: Reader): Html {
  const { sending: words } = reader.words
  if (chosen.length === 0) return html`${words.byHand}`
  return html`${listed(
    chosen.map((occasion) => words.occasions[occasion]),
    reader,
  )}`
}
