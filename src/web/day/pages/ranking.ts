import { type Lift, rankingFactors } from '../../../core/ranking.ts'
import type { RankingView } from '../../../operations/day/ranking.ts'
import { buttonForm, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, languageAttributes, languageName, type Piece } from '../../layout/html.ts'
import { storyPath } from '../../layout/links.ts'
import { isolated } from '../../layout/plain-line.ts'
import { section, sectionName } from '../../layout/section.ts'
import { settingsPageOf } from '../../layout/settings-frame.ts'
import type { Reader } from '../../reader.ts'
import { sharesOf } from '../parts/today-list.ts'

/** How the reader ranks the news: every factor with its slider, and its effect on the first stories of today. */
export function rankingPage(view: RankingView, reader: Reader, result?: 'saved' | 'reset'): string {
  const words = reader.words.ownBrief.ranking
  const notice = view.isTried ? words.tried : result && reader.words.settings.saved
  const body = html`${notice !== undefined && html`<p class="notice done" role="status">${notice}</p>`}
<form method="post" action="/settings/ranking" class="weighing" id="weighing">
${rankingFactors.map((name) => slider(`slider-${name}`, name, words.factors[name], view.sliders[name], [0, 200], reader))}
${view.lifts.length > 0 && html`<details class="open-form"><summary>${words.liftsTitle}</summary>${view.lifts.map((lift, index) => liftField(lift, index, reader))}</details>`}
<p><label><input type="checkbox" name="suggests" value="on"${view.sliders.suggests && html` checked`}> ${words.suggests}</label></p>
<p class="acts"><button class="btn main">${reader.words.save}</button><button class="btn" formmethod="get">${reader.words.pageFeeds.look}</button></p>
</form>
${buttonForm(reader, { action: '/settings/ranking/reset', label: words.reset, variant: 'quiet' })}
${view.sliders.suggests && view.suggestions.length > 0 && section('suggestions', words.suggests, suggestions(view, reader))}
${chosen(view.lifts, reader)}
${view.first.length > 0 && section('first', words.firstTitle, first(view, reader))}`
  const parent = { path: '/settings/advanced', name: reader.words.settings.pages.advanced }
  return settingsPageOf(reader, { in: 'advanced', title: words.title, parent, body })
}

function slider(
  id: string,
  name: string,
  label: Piece,
  value: number,
  [least, most]: readonly [number, number],
  reader: Reader,
): Html {
  return html`<div class="st"><label for="${id}">${label}</label><span><input type="range" id="${id}" name="${name}" min="${least}" max="${most}" step="10" value="${value}"><output>${reader.words.ownBrief.ranking.percent(value)}</output></span></div>
`
}

function liftField(lift: Lift, index: number, reader: Reader): Html {
  const words = reader.words.ownBrief.ranking
  const label = html`${nameOf(lift, reader)} <span class="small">${words.liftKinds[lift.kind]}</span>`
  return slider(`lift-${index}`, `lift:${lift.kind}:${lift.target}`, label, lift.weight, [-100, 100], reader)
}

function nameOf({ kind, label }: Pick<Lift, 'kind' | 'label'>, reader: Reader): Html {
  if (kind === 'language') return html`<bdi>${languageName(label, reader.words.locale)}</bdi>`
  return foreign(kind === 'section' ? sectionName(label, reader.words) : label)
}

/** Why each of the first stories has its rank, before and after. */
function first({ first: stories }: RankingView, reader: Reader): Html {
  const words = reader.words.ownBrief.ranking
  return html`<ol class="rel">${stories.map(
    ({ id, title, language, place, standingPlace, parts }) =>
      html`<li><a href="${storyPath(id)}"${languageAttributes(language)}>${title}</a>
<p class="small">${words.places(standingPlace, place)}. ${sharesOf(parts, reader)}</p></li>`,
  )}</ol>`
}

function suggestions({ suggestions: all }: RankingView, reader: Reader): Html {
  const words = reader.words.ownBrief.ranking
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
        html`<li>${nameOf(lift, reader)}: ${words.percent(lift.weight)} ${answer(lift, 'remove', reader.words.ways.remove, reader)}</li>`,
    )}</ul>`,
  )
}

function answer({ kind, target }: Pick<Lift, 'kind' | 'target'>, given: string, label: string, reader: Reader): Html {
  return html`<form method="post" action="/settings/ranking/lift" class="inline">${hidden('kind', kind)}${hidden('target', target)}${hidden('answer', given)}
<button class="btn quiet">${label}<span class="sr"> ${nameOf({ kind, label: target }, reader)}</span></button></form>`
}
