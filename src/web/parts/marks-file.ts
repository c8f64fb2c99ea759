import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'

/** Takes in what was taken away as `/marks.json`, here or on another server, and leads to what is followed then. */
export function marksFile(reader: Reader): Html {
  const { mine } = reader.words
  return html`<form method="post" action="/marks" enctype="multipart/form-data" class="line"><label>${mine.bringMarks} <input type="file" name="file" accept=".json,application/json" required></label> <button class="btn ghost">${mine.bringMarksNow}</button></form>
`
}
