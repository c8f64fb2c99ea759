import type { OpmlPreview } from '../../operations/opml-views.ts'
import type { Reader } from '../reader.ts'
import { type Html, html, joined } from './html.ts'
import { foreign } from './language.ts'
import { section } from './section.ts'

const namesShown = 12

/** What a file of subscriptions holds, folder by folder, to be taken in or left out. The file itself comes along in the form. */
export function opmlPreview(file: Extract<OpmlPreview, { kind: 'preview' }>, text: string, reader: Reader): Html {
  const { words } = reader
  const { firstRun } = words
  const count = file.folders.reduce((sum, { feeds }) => sum + feeds.length, 0)
  return section(
    'preview',
    firstRun.inside(words.feedsCount(count)),
    html`<form method="post" action="/opml">
<p class="note" role="status">${firstRun.insideNote}</p>
<textarea name="file" hidden aria-label="${words.opmlFile}">${text}</textarea>
<input type="hidden" name="isChosen" value="1">
<ul class="packs">${file.folders.map(({ name, feeds }) => {
      const here = feeds.filter(({ isHere }) => isHere).length
      const rest = feeds.length - namesShown
      return html`<li><label><input type="checkbox" name="folder" value="${name}" checked><span><b>${foreign(name || words.noFolder)}</b> <span class="small">${words.feedsCount(feeds.length)}${here > 0 && html` · ${words.number(here)} ${firstRun.isHere}`}</span>
<span class="small outlets">${joined(
        feeds.slice(0, namesShown).map(({ title }) => foreign(title)),
        ', ',
      )}${rest > 0 && `, ${words.more(rest)}`}</span></span></label></li>
`
    })}</ul>
${
  file.skipped.length > 0 &&
  html`<details><summary>${firstRun.skipped(file.skipped.length)}</summary><ul class="plain">${file.skipped.map((line) => html`<li>${foreign(line)}</li>`)}</ul></details>`
}<p><button class="btn">${firstRun.takeIn}</button></p>
</form>`,
  )
}
