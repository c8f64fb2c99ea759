import {
  type ComparedItem,
  type ComparedListName,
  type ComparedOutlet,
  type OutletsCompared,
  outletCalled,
} from '../../../operations/feeds/compared-views.ts'
import { withoutLastComma } from '../../layout/citation-link.ts'
import { pageLinks } from '../../layout/cut-pages.ts'
import { foreign, type Html, html, joined, languageAttributes, type Piece } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath, citationPath, comparePath, outletsPath, sourcePath, storyPath } from '../../layout/links.ts'
import { outletMark } from '../../layout/outlet-mark.ts'
import { isolated } from '../../layout/plain-line.ts'
import { shortWhen } from '../../layout/time.ts'
import { entityLink } from '../../people/parts/entity-link.ts'
import type { Reader } from '../../reader.ts'
import { pairPlot } from '../parts/pair-plot.ts'
import { minutesApart } from '../parts/source-table.ts'

type Compared = OutletsCompared & { readonly kind: 'compared' }
type Letter = 'a' | 'b'
type ListLink = (list: ComparedListName, label: Piece, speaker?: string) => Html

/** With fewer stories in common, the page says how little its figures are. */
const enough = 10

/** What the form was sent with: chosen again where it is refused. */
export type PairChoice = { readonly a?: string | undefined; readonly b?: string | undefined }

/** Two outlets side by side: a form to choose them, a drawing, a table whose numbers open what they count. Or one such list. */
export function compareOutletsPage(view: OutletsCompared, choice: PairChoice, reader: Reader): string {
  const { compare: w } = reader.words.outlets
  const isList = view.kind === 'compared' && view.list !== undefined
  const body = isList
    ? listBody(view, reader)
    : html`<div class="crumb"><a class="kick" href="/sources">${reader.words.sources}</a></div>
<header class="pagehead"><h1>${w.title}</h1><p class="lede">${w.lead}</p></header>
${view.kind === 'refused' && html`<p class="notice warn" role="alert">${w.refused[view.why]}</p>`}${form(view, choice, reader)}
${view.kind === 'compared' && figures(view, reader)}`
  const names = view.kind === 'compared' ? view.outlets.map(({ name }) => name).join(', ') : undefined
  return layout(reader, {
    title: names === undefined ? w.title : `${w.title}${reader.words.colon}${names}`,
    place: 'sources',
    body: html`<div class="pairs">${body}</div>\n`,
  })
}

function form({ choices, from, to }: OutletsCompared, choice: PairChoice, reader: Reader): Html {
  const { compare: w } = reader.words.outlets
  if (choices.length === 0)
    return html`<div class="empty" role="status"><p>${w.noChoices}</p></div><form action="${outletsPath({})}" class="choices-of-two">${dates()}</form>`
  const idOf = (given: string | undefined) => given && outletCalled(given, choices)?.id
  const chosenA = idOf(choice.a) ?? choices[0]?.id
  const chosen = { a: chosenA, b: idOf(choice.b) ?? choices.find(({ id }) => id !== chosenA)?.id }
  const select = (letter: Letter, label: string) =>
    html`<label>${label} <select name="${letter}">${choices.map(
      ({ id, name }) =>
        html`<option value="${id}"${id === chosen[letter] && html` selected`} dir="auto">${name}</option>`,
    )}</select></label>`
  return html`<form action="${outletsPath({})}" class="choices-of-two">
${select('a', w.first)}
${select('b', w.second)}
${dates()}</form>`

  function dates(): Html {
    const date = (name: 'from' | 'to', value: string) =>
      html`<label>${w[name]} <input class="in" type="date" name="${name}" value="${value}"></label>`
    return html`${date('from', from)}
${date('to', to)}
<button class="btn main">${w.show}</button>`
  }
}

function linkTo({ outlets: [a, b], from, to }: Compared): ListLink {
  return (list, label, speaker) =>
    html`<a href="${outletsPath({ a: a.id, b: b.id, from, to, list, speaker })}">${label}</a>`
}

function figures(view: Compared, reader: Reader): Html {
  const { words } = reader
  const { compare: w } = words.outlets
  const { bothCount, readCount } = view
  const link = linkTo(view)
  const stories = words.stories(bothCount)
  return html`${
    bothCount === 0
      ? html`<div class="empty" role="status"><p>${w.noneInCommon}</p></div>`
      : html`<p>${link('both', w.bothStories(stories))}</p>${bothCount < enough && html`<p class="note">${w.few(stories)}</p>`}${readCount < bothCount && html`<p class="note">${w.cut(words.stories(readCount))}</p>`}`
  }
${pairPlot(view, reader)}
${table(view, link, reader)}`
}

function table(view: Compared, link: ListLink, reader: Reader): Html {
  const { compare: w } = reader.words.outlets
  const { outlets, bothCount, firstUnknownCount, hasWords } = view
  const cells: readonly [keyof typeof w.figures, (outlet: ComparedOutlet, letter: Letter) => Piece, Piece?][] = [
    ['only', (outlet, letter) => onlyCell(outlet, letter)],
    [
      'first',
      firstCell,
      firstUnknownCount > 0 &&
        link(
          'first-unknown',
          html`${w.figures['first-unknown'].name}${reader.words.colon}${reader.words.number(firstUnknownCount)}`,
        ),
    ],
    ['own', ownCell],
    ['left-out', leftOutCell],
    ['corrections', correctionsCell],
    ['said', saidCell],
    ['words', wordsCell],
  ]
  const ofStories: readonly string[] = ['first', 'own', 'left-out', 'said', 'words']
  return html`<table class="pairtable"><caption class="sr">${w.title}</caption><thead><tr>${outlets.map(
    (outlet) =>
      html`<th scope="col"><a href="${sourcePath(outlet.id)}">${outletMark(outlet, reader)}${foreign(outlet.name)}</a></th>`,
  )}</tr></thead>
${cells
  .filter(([name]) => bothCount > 0 || !ofStories.includes(name))
  .map(
    ([name, cell, more]) =>
      html`<tbody><tr><th scope="rowgroup" colspan="2"><b>${w.figures[name].name}</b> <small>${w.figures[name].means} ${more}</small></th></tr>
<tr>${outlets.map((outlet, side) => html`<td>${cell(outlet, side === 0 ? 'a' : 'b')}</td>`)}</tr></tbody>
`,
  )}</table>`

  function count(list: ComparedListName, value: number, beside?: Piece): Html {
    const shown = reader.words.number(value)
    return html`<b class="num">${value === 0 ? shown : link(list, shown)}</b>${beside && html` <small>${beside}</small>`}`
  }

  function onlyCell({ onlyCount, alsoElsewhereCount }: ComparedOutlet, letter: Letter): Html {
    return count(`only-${letter}`, onlyCount, alsoElsewhereCount > 0 && w.elsewhere(alsoElsewhereCount))
  }

  function firstCell({ firstCount, medianMinutes }: ComparedOutlet, letter: Letter): Html {
    const ahead = medianMinutes !== undefined && w.medianAhead(minutesApart(medianMinutes, reader))
    return count(`first-${letter}`, firstCount, ahead)
  }

  function ownCell({ ownShare, articleCount, undecidedCount }: ComparedOutlet, letter: Letter): Html {
    const articles = w.ofArticles(reader.words.articles(articleCount - undecidedCount), undecidedCount)
    const share = ownShare === undefined ? '–' : reader.words.percent(ownShare)
    return html`<b class="num">${link(`own-${letter}`, share)}</b> <small>${articles}</small>`
  }

  function leftOutCell({ leftOutCount, pointCount }: ComparedOutlet, letter: Letter): Html {
    return pointCount === 0 ? html`–` : count(`left-out-${letter}`, leftOutCount, w.ofPoints(pointCount))
  }

  function correctionsCell({ correctedCount, medianDays }: ComparedOutlet, letter: Letter): Html {
    return count(`corrections-${letter}`, correctedCount, medianDays !== undefined && w.medianAfter(medianDays))
  }

  function saidCell({ speakers }: ComparedOutlet, letter: Letter): Html {
    if (speakers.length === 0) return html`–`
    return html`<ul>${speakers.map(
      ({ speaker, quoteCount }) =>
        html`<li>${entityLink(speaker)} <small>${link(`said-${letter}`, reader.words.quotes(quoteCount), speaker.id)}</small></li>`,
    )}</ul>`
  }

  function wordsCell({ words }: ComparedOutlet): Html {
    if (!hasWords) return html`${w.noCommonLanguage}`
    if (words.length === 0) return html`${w.noWords}`
    return html`<ul>${words.map(
      ({ word, count: own, otherCount, citation, language }) =>
        html`<li><a href="${citationPath(citation)}"${languageAttributes(language)}>${word}</a> <small>${w.times(own, otherCount)}</small></li>`,
    )}</ul>`
  }
}

function listBody(view: Compared, reader: Reader): Html {
  const { compare: w } = reader.words.outlets
  const { outlets, from, to } = view
  const { kind, speaker, items, page, pageCount, count } = view.list!
  const [a, b] = outlets.map(({ id }) => id)
  const letter = /-([ab])$/.exec(kind)?.[1]
  const figure = kind.replace(/-[ab]$/, '') as keyof typeof w.figures
  const { name: heading, means } = w.figures[figure]
  const title = figure === 'said' && speaker ? w.quotesOf(isolated(speaker.name)) : heading
  const outlet = letter && outlets[letter === 'a' ? 0 : 1]
  const path = (number: number) =>
    outletsPath({ a, b, from, to, list: kind, speaker: speaker?.id, page: number > 1 ? number : undefined })
  const names = outlet
    ? foreign(outlet.name)
    : joined(
        outlets.map((each) => foreign(each.name)),
        ', ',
      )
  return html`<div class="crumb"><a class="kick" href="${outletsPath({ a, b, from, to })}">${w.title}</a></div>
<header class="pagehead"><h1>${title} <span class="n">${reader.words.number(count)}</span></h1><p class="lede">${joined([names, means], ' · ')}</p></header>
${items.length === 0 ? html`<div class="empty" role="status"><p>${w.nothing}</p></div>` : html`<ul class="rel">${items.map((item) => itemRow(item, figure, reader))}</ul>`}
${pageLinks({ items, page, pageCount }, path, reader)}`
}

/** A citation, an article or a story, with what else is known of it. */
function itemRow({ story, article, citation, ...item }: ComparedItem, figure: string, reader: Reader): Html {
  const { compare: w } = reader.words.outlets
  const storyLink = story && html`<a href="${storyPath(story.id)}" dir="auto">${story.title}</a>`
  const articleLink = article && html`<a href="${articlePath(article.id)}" dir="auto">${article.title}</a>`
  const cited =
    citation &&
    html`<a href="${citationPath(citation)}"${languageAttributes(item.language)}>${withoutLastComma(citation.exact)}</a>`
  const main = cited ?? articleLink ?? storyLink
  const [first, second] = item.articles ?? []
  const beside = joined(
    [
      item.outlet && foreign(item.outlet),
      main !== articleLink && articleLink,
      article && shortWhen(article.at, reader),
      figure === 'own' && (item.ownShare === undefined ? w.undecided : w.ownShare(reader.words.percent(item.ownShare))),
      item.minutes !== undefined && w.ahead(minutesApart(item.minutes, reader)),
      item.days !== undefined && w.after(item.days),
      main !== storyLink && figure !== 'own' && storyLink,
      story && first && second && html`<a href="${comparePath(story.id, { a: first, b: second })}">${w.sideBySide}</a>`,
    ],
    ' · ',
  )
  return html`<li>${main} <small>${beside}</small></li>
`
}
