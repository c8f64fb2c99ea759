import type {
  TranslationRequested,
  TranslationView,
} from '../../../operations/articles/translation/translation-views.ts'
import type { ArticleView } from '../../../operations/views.ts'
import { hidden, mayMark } from '../../layout/forms.ts'
import { foreign, type Html, html, languageAttributes, languageName } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath } from '../../layout/links.ts'
import { publishedAndUpdated } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { articleNotices, factsLine, fromLine, outletLink } from '../parts/article-head.ts'
import { focusExit } from '../parts/article-tools.ts'
import { translatedText, translatedTitle } from '../parts/translated-text.ts'
import { translationBar } from '../parts/translation-bar.ts'
import { targetsFor, translationPath } from '../parts/translation-link.ts'

/** Why a requested translation is not made. */
export type NotTranslated = Exclude<TranslationRequested['kind'], 'asked' | 'there'>

/** An article in another language. While it is being made, the page reloads automatically. */
export function translatedPage(
  view: TranslationView,
  reader: Reader,
  { isBeside = false, said: result }: { readonly isBeside?: boolean; readonly said?: Refusal } = {},
): string {
  const { article: shown, translation, language } = view
  const { article, document, source } = shown
  const isBusy = translation?.state === 'waiting'
  const text = translation
    ? translatedText(document, translation, reader, isBeside)
    : html`<div class="text" id="text"${languageAttributes(document.language)}>${document.blocks.map(({ start, end }) => html`<p>${document.text.slice(start, end)}</p>`)}</div>`
  const body = html`${focusExit(reader)}<article class="art${isBeside && translation && ' beside-original'}">
${fromLine(outletLink(source, reader), article.url, reader)}
<await-work id="translated" data-every="2500"${isBusy && html` data-busy`}>${translatedTitle(document, translation, reader)}
${factsLine([article.authors.length > 0 && html`<b>${foreign(article.authors.join(', '))}</b>`, publishedAndUpdated(article.publishedAt, article.updatedAt, reader)])}${articleNotices(shown, reader)}${result && refusal(result, reader)}${noTranslatorLine(shown, reader)}
${translationBar(view, reader, isBeside)}
${text}</await-work>
<div class="tail">${chooser(shown, reader, language)}</div>
</article>
`
  const title = `${document.title} · ${source.name} · ${languageName(language, reader.words.locale)}`
  return layout(reader, { title, body })
}

/** Where a language is chosen for an article; without a translator it says how to set one up. */
export function translationChoicePage(shown: ArticleView, reader: Reader, result?: Refusal): string {
  const { translation: words } = reader.words
  const { document, source } = shown
  const body = html`<div class="single"><header class="pagehead"><h1>${words.title}</h1>
<p><a href="${articlePath(shown.article.id)}"${languageAttributes(document.language)}>${document.title}</a> <span class="small">${foreign(source.name)}</span></p></header>
${result && refusal(result, reader)}${noTranslatorLine(shown, reader)}${existingLanguages(shown, reader)}${chooser(shown, reader)}</div>
`
  return layout(reader, { title: `${words.title}${reader.words.colon}${document.title} · ${source.name}`, body })
}

/** Why it is not made, as in the URL: `over-budget.200`. */
export type Refusal = { readonly kind: NotTranslated; readonly count?: number }

function refusal({ kind, count }: Refusal, { words: { translation: words, robots } }: Reader): Html {
  const texts: Readonly<Record<NotTranslated, string>> = {
    off: words.off,
    'same-language': words.sameLanguage,
    'no-pair': words.failures['no-pair'],
    'refuses-models': robots.notTranslated,
    'over-budget': words.perDay(count ?? 0),
  }
  return html`<p class="notice warn" role="alert">${texts[kind]}</p>`
}

/** Without a translator: says so, and who can set one up and where. */
function noTranslatorLine({ translations }: ArticleView, reader: Reader): Html {
  if (translations?.translator !== 'off') return html``
  const { translation: words } = reader.words
  return html`<p class="notice">${words.off}${reader.isOwner && html` <a href="/settings/translation#house">${words.offOwner}</a>`}</p>`
}

/** The languages in which it exists. */
function existingLanguages({ article, document, translations, isCurrent }: ArticleView, reader: Reader): Html {
  const languages = translations?.there ?? []
  if (languages.length === 0) return html``
  const { translation: words, locale } = reader.words
  const revision = isCurrent ? {} : { revision: document.id }
  return html`<ul class="tr-there">${languages.map(
    ({ language }) =>
      html`<li><a href="${translationPath(article.id, language, revision)}">${words.readIn(languageName(language, locale))}</a></li>`,
  )}</ul>`
}

/** A form that requests the article in another language. */
function chooser({ article, document, translations, isCurrent }: ArticleView, reader: Reader, shown?: string): Html {
  const { translation: words, locale } = reader.words
  if (!translations || translations.translator === 'off' || !mayMark(reader)) return html``
  const targets = targetsFor(translations, document.language)
    .filter((code) => code !== shown)
    .map((code) => [code, languageName(code, locale)] as const)
    .toSorted(([, a], [, b]) => a.localeCompare(b, locale))
  if (targets.length === 0) return html`<p>${words.failures['no-pair']}</p>`
  const isFirst = (code: string) => code === (shown === reader.language ? undefined : reader.language)
  return html`<form method="post" action="${translationPath(article.id)}" class="inline tr-choose">${!isCurrent && hidden('revision', document.id)}
<label>${reader.words.language} <select name="to">${targets.map(([code, name]) => html`<option value="${code}"${isFirst(code) && html` selected`}>${name}</option>`)}</select></label>
<button class="btn">${words.settings.wish}</button></form>
<p class="small"><a href="/settings/translation">${words.settings.title}</a></p>`
}
