import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'

/** Takes in what was taken away as `/marks.json`, here or on another server; the page that comes says how much of what it was. */
export function marksFile(reader: Reader): Html {
  const { mine, importing, marksFile: words } = reader.words
  return html`<form method="post" action="/marks" enctype="multipart/form-data" class="line"><label>${mine.bringMarks} <input type="file" name="file" accept=".json,application/json" required aria-describedby="marks-larger"></label> <button class="btn ghost">${mine.bringMarksNow}</button></form>
<p class="small" id="marks-larger">${words.larger} <a href="/settings/import">${importing.title}</a>${reader.isOwner && html`<br>${words.command} <code dir="ltr">npm start import marks.json</code>`}</p>
`
}
