import { mayMark } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { queryOf } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/** A link to where data about somebody, or of an outlet, is downloaded; nothing for guests, who may not. */
export function tablesLink(
  of: { readonly person?: string; readonly source?: string; readonly name: string },
  reader: Reader,
): Html | false {
  return mayMark(reader) && html`<a href="/data${queryOf(of)}">${reader.words.dataOut.title}</a>`
}
