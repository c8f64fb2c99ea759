import { type Lift, rankingFactors } from '../../../core/ranking.ts'
import type { RankingView } from '../../../operations/day/ranking.ts'
import { buttonForm, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, languageAttributes, languageName } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { storyPath } from '../../layout/links.ts'
import { isolated } from '../../layout/plain-line.ts'
import { section, sectionName } from '../../layout/section.ts'
import type { Reader } from '../../reader.ts'
import { sharesOf } from '../parts/today-list.ts'

/** How the reader ranks the news: every factor with its slider, and its effect on the first stories of today. */
export function rankingPage(view: RankingView, reader: Reader, result?: 'saved' | 'reset'): string {
  const words = reader.words.ownBrief.ranking
  const notice = view.isTried ? words.tried : result && (result === 'saved' ? words.saved : words.resetDone)
  const body = html`<div class="single">
<h1>${words.title}</h1>
<p class="note">${words.lead}</p>
${notice !== undefined && html`<p class="notice done" role="status">${notice}</p>`}
<form method="post" action="/settings/ranking" class="choosers weighing" id="weighing">
${rankingFactors.map(
  (
    name,
  ) => html`<div class="field"><label for="slider-${name}">${words.factors[name]} <output>${words.percent(view.sliders[name])}</output></label>
<p class="note" id="note-${name}">${words.notes[name]}</p>
<input type="range" id="slider-${name}" name="${name}" min="0" max="200" step="10" value="${view.sliders[name]}" aria-describedby="note-${name}"></div>`,
)}
<h2>${words.liftsTitle}</h2>
<p class="note">${words.liftsNote}</p>
${view.lifts.map((lift, index) => liftField(lift, index, reader))}
<h2>${words.suggestTitle}</h2>
<p class="note">${words.suggestNote}</p>
<div class="options"><label><input type="checkbox" name="suggests" value="on"${view.sliders.suggests && html` checked`}> <span>${words.suggests}</span></label></div>
<p class="line-of"><button class="btn">${reader.words.save}</button> <button class="btn ghost" formmethod="get">${words.preview}</button></p>
</form>
${buttonForm(reader, { action: '/settings/ranking/reset', label: words.reset, variant: 'quiet' })}
${section('first', words.firstTitle, first(view, reader))}
${view.sliders.suggests && section('suggestions', words.suggestTitle, suggestions(view, reader))}
${chosen(view.lifts, reader)}</div>
`
  return layout(reader, { title: words.title, body })
}

function liftField(lift: Lift, index: number, reader: Reader): Html {
  const words = reader.words.ownBrief.ranking
  return html`<div class="field"><label for="lift-${index}">${nameOf(lift, reader)} <span class="small">${words.liftKinds[lift.kind]}${lift.weight === 0 && lift.why !== '' && ` · ${words.aside}`}</span> <output>${words.percent(lift.weight)}</output></label>
<input type="range" id="lift-${index}" name="lift:${lift.kind}:${lift.target}" min="-100" max="100" step="10" value="${lift.weight}"></div>`
}

function nameOf({ kind, label }: Pick<Lift, 'kind' | 'label'>, reader: Reader): Html {
  if (kind === 'language') return html`<bdi>${languageName(label, reader.words.locale)}</bdi>`
  return foreign(kind === 'section' ? sectionName(label, reader.words) : label)
}

/** Why each of the first stories has its rank, before and after. */
function first({ first: stories }: RankingView, reader: Reader): Html {
  const words = reader.words.ownBrief.ranking
  if (stories.length === 0) return html`<p class="small">${words.nothingToday}</p>`
  return html`<ol class="rel">${stories.map(
    ({ id, title, language, place, standingPlace, parts }) =>
      html`<li><a href="${storyPath(id)}"${languageAttributes(language)}>${title}</a>
<p class="small">${words.places(standingPlace, place)}. ${sharesOf(parts, reader)}</p></li>`,
  )}</ol>`
}

function suggestions({ suggestions: all }: RankingView, reader: Reader): Html {
  const words = reader.words.ownBrief.ranking
  if (all.length === 0) return html`<p class="small">${words.noSuggestions}</p>`
  return html`<ul class="plain">${all.map(
    (each) => html`<li>${words.suggestion(each.savedCount, isolated(each.label))}
${answer(each, 'accept', words.accept, reader)} ${answer(each, 'decline', words.decline, reader)}</li>`,
  )}</ul>`
}

/** What the reader raised, lowered or muted, each with a button to remove it. */
function chosen(lifts: readonly Lift[], reader: Reader): Html {
  const words = reader.words.ownBrief.ranking
  const own = lifts.filter(({ weight, why }) => weight !== 0 || why !== '')
  if (own.length === 0) return html``
  return section(
    'lifts',
    words.liftsTitle,
    html`<ul class="plain">${own.map(
      (lift) =>
        html`<li>${nameOf(lift, reader)}: ${lift.weight === 0 ? words.aside : words.percent(lift.weight)} ${answer(lift, 'remove', words.remove, reader)}</li>`,
    )}</ul>`,
  )
}

function answer({ kind, target }: Pick<Lift, 'kind' | 'target'>, given: string, label: string, reader: Reader): Html {
  return html`<form method="post" action="/settings/ranking/lift" class="inline">${hidden('kind', kind)}${hidden('target', target)}${hidden('answer', given)}
<button class="btn quiet">${label}<span class="sr"> ${nameOf({ kind, label: target }, reader)}</span></button></form>`
}
