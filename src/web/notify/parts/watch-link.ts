import type { FollowKind } from '../../../core/marks.ts'
import { mayMark } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { queryOf } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/** A link to where a subject is watched; nothing for guests, who may not. */
export function watchLink(
  subject: { readonly kind: FollowKind; readonly target: string; readonly label: string },
  reader: Reader,
  mark?: Html,
): Html | false {
  const { kind, target, label } = subject
  return (
    mayMark(reader) &&
    html`<a href="/settings/alerts/watches/new${queryOf({ kind, target, label })}">${mark}${reader.words.alerts.watch.start}</a>`
  )
}
