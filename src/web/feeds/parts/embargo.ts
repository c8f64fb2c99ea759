import { localTime } from '../../../core/time/zone.ts'
import { backField, hidden } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { absolute } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

/** The moment of an embargo, in the reader's time zone. */
export function embargoField(id: string, note: string, { words: { embargo }, timeZone }: Reader, until?: string): Html {
  const value = until && html` value="${localTime(until, timeZone)}"`
  return html`<label for="${id}">${embargo.label}</label>
<input id="${id}" type="datetime-local" name="embargo"${value} aria-describedby="${id}-note">
<p class="note" id="${id}-note">${note}</p>`
}

/** Sets the embargo of a newsletter or of imported texts, or ends it. */
export function embargoForm(feedId: string, isMail: boolean, until: string | undefined, reader: Reader): Html | false {
  const { words } = reader
  if (!isMail && until === undefined) return false
  const { letters, note, imported } = words.embargo
  return html`<form method="post" action="/feeds/embargo" class="stack">${hidden('feed', feedId)}${backField(reader)}
${embargoField('embargo', isMail ? letters : `${note} ${imported}`, reader, until)}
<p class="actions"><button class="btn">${words.save}</button>${
    until !== undefined && html` <button class="btn" name="end" value="1">${words.embargo.end}</button>`
  }</p>
</form>`
}

/** What is under embargo says so wherever it is read. */
export function embargoNotice(until: string, reader: Reader): Html {
  const { embargo } = reader.words
  return html`<p class="notice"><b>${embargo.until(absolute(until, reader))}.</b> ${embargo.note}</p>`
}
