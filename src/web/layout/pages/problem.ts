import { type Rescue, restoreCommand } from '../../../operations/admin/rescue.ts'
import type { StoreTrouble } from '../../../operations/busy.ts'
import type { Reader } from '../../reader.ts'
import { foreign, type Html, html } from '../html.ts'
import { layout } from '../layout.ts'
import { when } from '../time.ts'

export type Problem =
  | 'not-found'
  | 'refused'
  | 'other-reader'
  | 'bad-request'
  | 'too-large'
  | 'too-large-file'
  | 'busy'
  | 'unconfirmed'
  | StoreTrouble
  | 'broken'

/**
 * What went wrong, in words, and a link onward. `reference` finds the line in the log; `rescue` is what the owner can do about a damaged
 * database.
 */
export function problemPage(problem: Problem, reader: Reader, reference?: string, rescue?: Rescue): string {
  const { words } = reader
  const [title, note] = {
    'not-found': [words.notFound, words.notFoundNote],
    refused: [words.refused, words.refusedNote],
    'other-reader': [words.refused, words.otherReaderNote],
    'bad-request': [words.badRequest, words.badRequestNote],
    'too-large': [words.tooLarge, words.tooLargeNote],
    'too-large-file': [words.tooLarge, words.marksFile.tooLarge],
    busy: [words.busyNow, words.busyNowNote],
    unconfirmed: [words.unconfirmed, words.unconfirmedNote],
    'disk-full': [words.room['disk-full'].title, words.room['disk-full'].refused],
    damaged: [words.room.damaged.title, words.room.damaged.refused],
    'file-gone': [words.room['file-gone'].title, words.room['file-gone'].refused],
    broken: [words.broken, words.brokenNote],
  }[problem] as [string, string]
  const body = html`<div class="empty">
<h1>${title}</h1>
<p>${note}</p>${problem === 'too-large-file' && html`<p>${words.marksFile.command} <code dir="ltr">npm start import FILE</code></p>`}${problem === 'damaged' && rescueOf(reader, rescue)}${reference && html`<p class="small">${words.inLog} <code dir="ltr">${reference}</code></p>`}
<p class="acts"><a class="btn main" href="/">${words.backToToday}</a></p>
</div>
`
  return layout(reader, { title, body })
}

/** What is damaged and how to restore the newest intact backup, for the owner; other readers learn who can. */
function rescueOf(reader: Reader, rescue: Rescue | undefined): Html {
  const { words, isOwner } = reader
  const { rescue: said } = words.room
  if (!isOwner || !rescue) return html`<p>${said.ask} <code dir="ltr">npm start doctor</code></p>`
  const { damaged, remake, backup } = rescue
  const command = (text: string) => html`<pre class="command" dir="ltr">${text}</pre>`
  return html`<p class="small">${said.damaged}${words.colon}${foreign(damaged)}</p>
${remake && html`<p>${said.remake}</p>${command(remake.join(' &&\n'))}`}
${backup ? html`<p>${said.newest} ${when(backup.at, reader)}. ${said.restore}</p>${command(restoreCommand(backup))}` : html`<p>${said.none}</p>`}
`
}
