import { maxLength } from '../../../core/text/max-length.ts'
import type { PackedFile } from '../../../operations/packed-file.ts'
import type { CheckedFigure, CheckedStatement, TextCheck } from '../../../operations/search/text-check-views.ts'
import { statementResults } from '../../../operations/search/text-check-views.ts'
import { blockNumber } from '../../layout/citation-link.ts'
import { copyRow } from '../../layout/copy-row.ts'
import { foreign, type Html, html, joined, languageAttributes, listed } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { citationPath } from '../../layout/links.ts'
import { plainLine } from '../../layout/plain-line.ts'
import { section } from '../../layout/section.ts'
import { dayIn, longDay } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { differences, givenWords, passageWords } from '../parts/checked-words.ts'

/** What a text has, and what articles here have of it; without a result the form alone. */
export function checkPage(
  { text, view, isTooLong }: { readonly text: string; readonly view?: TextCheck; readonly isTooLong?: true },
  reader: Reader,
): string {
  const { checking, frame } = reader.words
  const body = html`<div class="single asking checking"><header class="pagehead"><h1>${frame.places.check}</h1>${!view && html`<p>${checking.note}</p>`}</header>
${view ? resultPart(view, reader) : ''}${view && view.statements.length > 0 && packForm(text, reader)}${form(text, view !== undefined, isTooLong === true, reader)}</div>
`
  return layout(reader, { title: frame.places.check, place: 'check', body })
}

function form(text: string, isAgain: boolean, isTooLong: boolean, { words }: Reader): Html {
  const { checking } = words
  return html`<form method="post" action="/check" class="check-form">${isTooLong && html`<p class="notice warn" role="alert">${checking.tooLong(maxLength.checkedText)}</p>`}<label for="text">${isAgain ? checking.edit : checking.textLabel}</label>
<textarea class="in" id="text" name="text" rows="${isAgain ? 6 : 12}" maxlength="${maxLength.checkedText}" aria-describedby="text-limit" required dir="auto">${text}</textarea>
<p class="actions"><button class="btn main">${checking.check}</button> <span class="note" id="text-limit">${checking.limit(maxLength.checkedText)}</span></p></form>`
}

function packForm(checked: string, { words }: Reader): Html {
  return html`<form method="post" action="/check/pack" class="actions"><input type="hidden" name="text" value="${checked}"><button class="btn">${words.storyPage.pack.title}</button></form>
`
}

/** Downloads the evidence pack of a checked text, with its fingerprint; `isNew`: the reader asked for an earlier one. */
export function checkPackPage(pack: Omit<PackedFile, 'body'>, text: string, isNew: boolean, reader: Reader): string {
  const { fingerprint, byteCount, fileName } = pack
  const { admin, checking, frame, storyPage } = reader.words
  const words = storyPage.pack
  const body = html`<div class="single checking"><header class="pagehead"><h1>${words.title}</h1><p>${checking.packLead}</p></header>
${isNew && html`<p class="notice" role="status">${checking.packChanged}</p>`}
<form method="post" action="/check/pack.zip" class="actions"><input type="hidden" name="text" value="${text}"><input type="hidden" name="fingerprint" value="${fingerprint}"><button class="btn main">${words.download(admin.bytes(byteCount))}</button></form>
${copyRow(words.fingerprint, fingerprint, reader)}${copyRow(words.check, `twosource verify ${fileName} --fingerprint ${fingerprint}`, reader)}<p class="note">${words.note} ${words.limits}</p>
<p class="actions"><a class="btn" href="/check">${checking.again}</a></p></div>
`
  return layout(reader, { title: `${words.title}${reader.words.colon}${frame.places.check}`, place: 'check', body })
}

function resultPart(view: TextCheck, reader: Reader): Html {
  const { checking } = reader.words
  const shown = statementResults.filter((result) => countOf(view, result) > 0)
  const counts = shown.map(
    (result) => html`${checking.results[result]}${reader.words.colon}${reader.words.number(countOf(view, result))}`,
  )
  const found = [
    view.quotations > 0 && checking.quotations(view.quotations),
    view.reported > 0 && checking.reported(view.reported),
  ].filter((part) => part !== false)
  return section(
    'result',
    checking.result,
    view.statements.length === 0
      ? html`<p role="status" class="refusal">${checking.nothing}</p>`
      : html`<p role="status">${found.length > 0 && html`${listed(found, reader)} · `}${joined(counts, ' · ')}</p>
${view.isCut && html`<p class="notice warn">${checking.isCut}</p>`}<ol class="passages checked">${view.statements.map((statement, index) => statementPart(statement, index + 1, reader))}</ol>`,
  )
}

/** Sentences that nobody is said to have spoken are a count of their own. */
function countOf({ statements }: TextCheck, result: CheckedStatement['result']): number {
  return statements.filter((one) => one.kind !== 'sentence' && one.result === result).length
}

function statementPart(statement: CheckedStatement, number: number, reader: Reader): Html {
  const { checking } = reader.words
  const { kind, result, place, speaker, isOtherSpeaker } = statement
  const label = kind === 'sentence' && result === 'exact' ? checking.isSentence : checking.results[result]
  const isOther = result === 'other-speaker' || isOtherSpeaker === true
  return html`<li class="quote" id="statement-${number}"><span class="num">${reader.words.number(number)}</span><h3><span class="tag${result === 'exact' ? '' : ' warn'}">${label}</span>${isOtherSpeaker && html` <span class="tag warn">${checking.results['other-speaker']}</span>`}</h3>
<p dir="auto">${givenWords(statement)}</p>${isOther && speaker !== undefined && html`<p class="note">${checking.inYours(`\u2068${plainLine(speaker)}\u2069`)}</p>`}
${place ? placePart(statement, reader) : html`<p class="note">${checking.notFoundNote}</p>`}${figuresPart(statement.figures, reader)}</li>
`
}

/** The article's words between those around them, whose they are, where and since when. */
function placePart(statement: CheckedStatement, reader: Reader): Html {
  const { words } = reader
  const { checking } = words
  const { place, carriers, kind } = statement
  if (!place) return html``
  const { document, citation } = place
  const block = blockNumber(document, citation.span.start)
  const others = carriers?.outlets.filter((name) => name !== document.sourceName) ?? []
  const name = place.speaker && `\u2068${plainLine(place.speaker.name)}\u2069`
  return html`${differences(statement, reader)}<blockquote${languageAttributes(document.language)}>${passageWords(statement)}</blockquote>
<p class="note">${joined(
    [
      name !== undefined && html`${checking.saidHere(name)}${place.isProbable && ` (${words.probably})`}`,
      kind !== 'sentence' && place.isOwnWords && checking.ownWords,
      html`${checking.firstIn} <a class="cite" href="${citationPath(citation)}">${foreign(document.sourceName)}${block !== undefined && html` <bdi>¶${block}</bdi>`}</a>`,
      longDay(dayIn(document.publishedAt, reader), reader),
      carriers && html`${words.independentOf(carriers.reports, carriers.articles)}${carriers.isCut && '+'}`,
      others.length > 0 &&
        html`${words.asking.alsoIn} ${listed(
          others.slice(0, mostOutlets).map((one) => foreign(one)),
          reader,
        )}${others.length > mostOutlets && html` ${words.more(others.length - mostOutlets)}`}`,
    ],
    ' · ',
  )}</p>`
}

const mostOutlets = 4

function figuresPart(figures: readonly CheckedFigure[], reader: Reader): Html {
  const { checking } = reader.words
  if (figures.length === 0) return html``
  return html`<p class="note">${checking.figures}</p><ul class="small">${figures.map(
    ({ words, result, citation, document }) =>
      html`<li><b>${foreign(words)}</b>${reader.words.colon}${checking.figureResults[result]}${citation && document && html` <a class="cite" href="${citationPath(citation)}">${foreign(document.sourceName)}</a>${result === 'differs' && html` <q>${foreign(citation.exact)}</q>`}`}</li>`,
  )}</ul>`
}
