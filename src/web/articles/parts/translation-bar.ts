import { primaryLanguage } from '../../../core/text/primary-language.ts'
import type { Translation, TranslatorFailure } from '../../../core/translation.ts'
import type { TranslationView } from '../../../operations/articles/translation/translation-views.ts'
import { mayMark } from '../../layout/forms.ts'
import { type Html, html, joined, languageName } from '../../layout/html.ts'
import { articlePath } from '../../layout/links.ts'
import { isolated } from '../../layout/plain-line.ts'
import type { Reader } from '../../reader.ts'
import { translationPath, translationRequestForm } from './translation-link.ts'

/** Languages in other scripts: names are not compared across scripts. */
const otherScripts = /^(?:ar|fa|ur|he|ru|uk|bg|sr|el|zh|ja|ko|th|hi|bn|mk|be|ka|hy)$/

/** After this long a requested translation can be requested again: the process making it may be gone. */
const WAITED_MS = 5 * 60_000

/** Above a translated article: the translator, how much is translated, what was kept and why, and a link to the original. */
export function translationBar(view: TranslationView, reader: Reader, isBeside: boolean): Html {
  const { article: shown, language, translation } = view
  const { translation: words, locale } = reader.words
  const { article, document, isCurrent } = shown
  const revision = isCurrent ? {} : { revision: document.id }
  const from = languageName(document.language, locale)
  const to = languageName(language, locale)
  const original = html`<a class="btn" href="${articlePath(article.id, revision)}${isCurrent ? '?original=1' : '&original=1'}" data-original-text>${words.showOriginal}</a>`
  if (!translation)
    return html`<div class="notice tr-bar"><p>${words.notAsked(to)}</p>
<div class="actions">${mayTranslate(view, reader) && translationRequestForm({ id: article.id, to: language, ...revision }, words.translateTo(to), reader)}${original}</div></div>`
  const other = { ...revision, isBeside: !isBeside }
  const canGoOn =
    translation.state === 'stopped' ||
    (translation.state === 'waiting' && Date.parse(reader.now) - Date.parse(translation.at) > WAITED_MS)
  return html`<div class="notice tr-bar${translation.state === 'stopped' && ' warn'}"><p><b>${words.heading(from, to)}</b>${byLine(translation, reader)}</p>
${stateLine(translation, reader)}
<p class="small">${words.caution}${isApart(document.language, language) && ` ${words.namesApart}`}</p>${
    shown.translations?.always === language &&
    html`<p class="small">${words.chosenAlways(from)} <a href="/settings/translation">${reader.words.accounts.change}</a></p>`
  }
<div class="actions">${original}
${translation.sentences.length > 0 && html`<a href="${translationPath(article.id, language, other)}">${isBeside ? words.inPlace : reader.words.revised.views.sides}</a>`}
${canGoOn && mayTranslate(view, reader) && translationRequestForm({ id: article.id, to: language, ...revision }, reader.words.ways.goOn, reader)}${
  view.isByAnother &&
  translation.state !== 'waiting' &&
  mayMark(reader) &&
  translationRequestForm({ id: article.id, to: language, ...revision, isAnew: true }, words.translateAgain, reader)
}</div></div>`
}

function mayTranslate({ article }: TranslationView, reader: Reader): boolean {
  return article.translations !== undefined && article.translations.translator !== 'off' && mayMark(reader)
}

function byLine({ by }: Translation, { words }: Reader): Html {
  return by?.name ? html` ${words.translation.by(isolated(by.name))}` : html``
}

function stateLine(translation: Translation, reader: Reader): Html {
  const { translation: words } = reader.words
  const { state, sentences, total, failure } = translation
  if (state === 'waiting')
    return html`<p role="status">${words.underWay(sentences.length, total)} <a href="${reader.path}">${reader.words.refresh}</a></p>`
  return html`${state === 'stopped' && html`<p>${words.stopped} ${failure && translatorFailure(failure, reader)}</p>`}<p>${joined(countsOf(translation, reader), ' · ')}</p>`
}

/** How many sentences are translated, and how many of the others are not and why. */
function countsOf(
  { sentences, total }: Translation,
  { words: { translation: words, colon } }: Reader,
): readonly (Html | string | false)[] {
  const count = (state: (typeof sentences)[number]['state']) => sentences.filter((each) => each.state === state).length
  const flaws = new Map<string, number>()
  for (const sentence of sentences)
    if (sentence.state === 'failed check') {
      const flaw = words.flaws[sentence.flaw]
      flaws.set(flaw, (flaws.get(flaw) ?? 0) + 1)
    }
  const failed = count('failed check')
  const reasons = [...flaws].map(([flaw, times]) => `${flaw} (${times})`).join(', ')
  return [
    words.counted(count('translated'), total),
    count('quotation') > 0 && words.quotations(count('quotation')),
    failed > 0 && html`${words.notPassed(failed)}${colon}${reasons}`,
    count('kept') > 0 && words.left(count('kept')),
  ]
}

/** Why a translation failed; what is not worth telling apart has one text. */
export function translatorFailure(failure: TranslatorFailure['kind'], { words: { translation } }: Reader): string {
  return translation.failures[failure === 'cancelled' || failure === 'too-long' ? 'failed' : failure]
}

function isApart(from: string, to: string): boolean {
  return otherScripts.test(primaryLanguage(from)) || otherScripts.test(primaryLanguage(to))
}
