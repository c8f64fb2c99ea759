import { foreign, type Html, html, joined, type Piece } from '../../layout/html.ts'
import { longDay } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { type AskAddress, longestQuestion } from './ask-address.ts'

/** The scope of a question, everything when story and entity are absent, and the folders it can be narrowed to. */
export type AskedOf = {
  readonly story?: { readonly id: string; readonly title: string }
  readonly entity?: { readonly id: string; readonly name: string }
  readonly folders?: readonly string[]
}

/** The question and its scope: an unticked part is dropped from the scope. */
export function askEverythingForm(address: AskAddress, of: AskedOf, reader: Reader): Html {
  const { asking } = reader.words
  const { story, entity } = of
  const hasPeriod = address.from !== undefined || address.until !== undefined
  return html`<form action="/ask" role="search" aria-label="${asking.lead}">
<div class="ask"><input class="in" name="q" value="${address.question}" dir="auto" aria-label="${asking.lead}" placeholder="${asking.lead}" maxlength="${longestQuestion}" data-ask><button class="btn main">${asking.ask}</button></div>
<div class="ask-where" role="group" aria-label="${asking.where}">${story && html`<label><input type="checkbox" name="story" value="${story.id}" checked> ${asking.onlyStory}</label>`}${entity && html`<label><input type="checkbox" name="entity" value="${entity.id}" checked> ${asking.onlyEntity} ${foreign(entity.name)}</label>`}${folderChoice(address, of, reader)}
<details${hasPeriod && html` open`}><summary>${asking.period}</summary><p class="line"><label>${asking.fromDay} <input type="date" name="from" value="${address.from ?? ''}"></label> <label>${reader.words.arranging.to} <input type="date" name="until" value="${address.until ?? ''}"></label></p></details></div>
</form>`
}

function folderChoice({ folder }: AskAddress, { folders = [] }: AskedOf, { words }: Reader): Html | undefined {
  const all = folder === undefined || folders.includes(folder) ? folders : [folder, ...folders]
  if (all.length === 0) return undefined
  return html`<label>${words.river.folder} <select name="folder" dir="auto"><option value="">${words.asking.everywhere}</option>${all.map((name) => html`<option${name === folder && html` selected`}>${name}</option>`)}</select></label>`
}

/** The same folded under a question that was asked, with its scope visible; open when the scope should be changed. */
export function foldedForm(address: AskAddress, of: AskedOf, isOpen: boolean, reader: Reader): Html {
  const { asking } = reader.words
  return html`<details class="ask-change"${isOpen && html` open`}><summary>${asking.where}${reader.words.colon}${scopeLine(address, of, reader)}<span class="change"> · <u>${asking.change}</u></span></summary>
${askEverythingForm(address, of, reader)}</details>`
}

/** `Only in this story · between 1 March and 3 March`, or that it was everything. */
function scopeLine({ folder, from, until }: AskAddress, { story, entity }: AskedOf, reader: Reader): readonly Piece[] {
  const { asking } = reader.words
  const parts = [
    story && asking.onlyStory,
    entity && html`${asking.onlyEntity} ${foreign(entity.name)}`,
    folder && foreign(folder),
    from && until
      ? from === until
        ? longDay(from, reader)
        : `${longDay(from, reader)} – ${longDay(until, reader)}`
      : from
        ? asking.sinceDayOf(longDay(from, reader))
        : until && asking.untilDayOf(longDay(until, reader)),
  ]
  const line = joined(parts, ' · ')
  return line.length > 0 ? line : [asking.everywhere]
}
