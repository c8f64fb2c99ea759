import type { Letter } from '../../core/letter.ts'
import type { Reader } from '../reader.ts'
import { type Html, html, joined } from './html.ts'
import { foreign } from './language.ts'
import { hostOf, isWebUrl, outLink } from './links.ts'

/** How a list is left, and what came with a letter and is not here. Its links are followed by the reader, never by us. */
export function letterLine(letter: Letter, reader: Reader): Html {
  const { letters: words } = reader.words
  const { leaveUrl, leaveMail, leftOut = [] } = letter
  const mail = leaveMail?.replace(/^mailto:|\?.*$/gi, '')
  return html`${
    isWebUrl(leaveUrl)
      ? html`<p class="small">${outLink(leaveUrl, html`${words.leaveAt} ${foreign(hostOf(leaveUrl))}`)} (${words.leaveNote})</p>`
      : leaveMail &&
        html`<p class="small"><a href="${leaveMail}">${words.leaveByMail} ${foreign(mail ?? '')}</a> (${words.leaveNote})</p>`
  }${
    leftOut.length > 0 &&
    html`<p class="small">${words.leftOut(leftOut.length)} ${joined(
      leftOut.map(
        ({ name, lengthBytes }) =>
          html`${foreign(name || words.unnamedFile)} (${reader.words.admin.bytes(lengthBytes)})`,
      ),
      ' · ',
    )}</p>`
  }
`
}
