import type { Reader } from '../reader.ts'
import { backField, hidden } from './forms.ts'
import { type Html, html } from './html.ts'
import { type IconName, icon } from './icon.ts'

/** A form of one round icon button that posts hidden fields and returns to this page. `name`: its accessible name. */
export function iconForm(
  reader: Reader,
  options: {
    readonly action: string
    readonly fields: Readonly<Record<string, string>>
    readonly icon: IconName
    readonly name: string
    /** What a pointer shows over it. */
    readonly title?: string
    /** Shown in the accent color, and as pressed: what the button does is on. */
    readonly isOn?: boolean
    readonly attributes?: Html
  },
): Html {
  const { action, fields, name, title, isOn, attributes } = options
  return html`<form method="post" action="${action}" class="inline"${attributes}>${Object.entries(fields).map(([field, value]) => hidden(field, value))}${backField(reader)}<button class="ic${isOn && html` on`}"${isOn !== undefined && html` aria-pressed="${String(isOn)}"`} aria-label="${name}"${title !== undefined && html` title="${title}"`}>${icon(options.icon)}</button></form>`
}
