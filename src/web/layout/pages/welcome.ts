import type { TodayView } from '../../../operations/day/today-views.ts'
import type { AddView } from '../../../operations/views.ts'
import { opmlForm, packChoice, urlForm } from '../../feeds/parts/add-forms.ts'
import type { Reader } from '../../reader.ts'
import { drawn } from '../drawings.ts'
import { html } from '../html.ts'
import { layout } from '../layout.ts'
import { section } from '../section.ts'
import { steps } from './start.ts'

/** True while there is nothing to show and no feed. */
export function isFirstRun(view: Pick<TodayView, 'feedCount' | 'dayCount' | 'previousDay'>): boolean {
  return view.feedCount === 0 && view.dayCount === 0 && view.previousDay === undefined
}

/** The first page of a new reader: what this is, and all it takes to start. `port`: where this server listens. */
export function welcomePage(view: AddView, reader: Reader, port = 7180): string {
  const { words } = reader
  const { firstRun } = words
  const demoPort = port + 1
  const body = html`<div class="first">
${steps(0, reader)}
<h1>${words.welcome}</h1>
<p class="lead">${words.welcomeLead}</p>
<div class="why">${drawn('independence', firstRun.drawing)}
<ul>${firstRun.promises.map((line) => html`<li>${line}</li>`)}</ul></div>
${section('packs', firstRun.choose, packChoice(view.packs, reader, { button: firstRun.begin, isChosen: true }))}
${section('own', firstRun.or, html`<div class="own-ways"><div><h3>${words.addByUrl}</h3>${urlForm('', reader)}</div><div><h3>${words.importTitle}</h3>${opmlForm(reader)}</div></div>`)}
<section class="demo" aria-labelledby="demo-h"><h2 id="demo-h">${firstRun.onlyLooking}</h2>
<p class="note">${firstRun.demo} <code dir="ltr">TWOSOURCE_PORT=${demoPort} npm run demo</code> ${firstRun.demoThen} <code dir="ltr">http://127.0.0.1:${demoPort}/</code></p></section>
</div>
`
  return layout(reader, { title: 'Twosource', place: 'today', body })
}
