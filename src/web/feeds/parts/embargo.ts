import { localTime } from '../../../core/time/zone.ts'
import { backField, hidden } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { absolute } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

/** The moment of an embargo, in the reader's time zone; `local` as such a field gives it. */
export function embargoField(
  id: string,
  note: string | undefined,
  { words: { embargo } }: Reader,
  local?: string,
): Html {
  const value = local && html` value="${local}"`
  return html`<label for="${id}">${embargo.label}</label>
<input id="${id}" type="datetime-local" name="embargo"${value}${note !== undefined && html` aria-describedby="${id}-note"`}>${
    note !== undefined &&
    html`
<p class="note" id="${id}-note">${note}</p>`
  }`
}

/** Sets the embargo of a newsletter or of imported texts, or ends it, and says what that means. */
export function embargoForm(feedId: string, isMail: boolean, until: string | undefined, reader: Reader): Html | false {
  if (!isMail && until === undefined) return false
  const { letters, note, imported } = reader.words.embargo
  return formWith(isMail ? letters : `${note} ${imported}`, feedId, until, reader)
}

function formWith(note: string | undefined, feedId: string, until: string | undefined, reader: Reader): Html {
  const { words } = reader
  const local = until && localTime(until, reader.timeZone)
  return html`<form method="post" action="/feeds/embargo" class="stack">${hidden('feed', feedId)}${backField(reader)}
${embargoField('embargo', note, reader, local)}
<p class="actions"><button class="btn">${words.save}</button>${
    until !== undefined && html` <button class="btn" name="end" value="1">${words.embargo.end}</button>`
  }</p>
</form>`
}

/** What is under embargo says so wherever it is read, and how to change or end that. */
export function embargoNotice(
  feed: { readonly id: string; readonly isMail: boolean },
  until: string,
  reader: Reader,
): Html {
  const { embargo } = reader.words
  return html`<div class="notice"><p><b>${embargo.until(absolute(until, reader))}.</b> ${embargo.note}</p>
<details class="open-form"><summary>${embargo.change}</summary>${formWith(feed.isMail ? undefined : embargo.imported, feed.id, until, reader)}</details></div>`
}
