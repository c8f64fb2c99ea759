import { defined } from '../../../core/defined.ts'
import { primaryLanguage } from '../../../core/text/primary-language.ts'
import type { TranslationOffer } from '../../../operations/articles/translation/translation-views.ts'
import type { ArticleView } from '../../../operations/views.ts'
import { buttonForm, mayMark } from '../../layout/forms.ts'
import { type Html, html, languageName, type Piece } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { articlePath, queryOf } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/** An article in a language; without one, the page where it is chosen. */
export function translationPath(
  id: string,
  language?: string,
  options: { readonly revision?: string; readonly isBeside?: boolean; readonly said?: string } = {},
): string {
  const { revision, isBeside, said } = options
  const query = queryOf({ revision, beside: isBeside ? 1 : undefined, said })
  return `${articlePath(id)}/in${language === undefined ? '' : `/${encodeURIComponent(language)}`}${query}`
}

/** The languages offered when the translator does not list its own. */
export const usualTargets: readonly string[] = 'en fr ar de es it pt nl pl ru uk tr zh ja'.split(' ')

/** The languages in which an article can be requested. */
export function targetsFor({ targets }: TranslationOffer, from: string): readonly string[] {
  return (targets ?? usualTargets).filter((code) => primaryLanguage(code) !== primaryLanguage(from))
}

/**
 * From an article to the reader's own language: a link if the translation exists, else a button that requests it, or a link to the choice.
 */
export function translationLink({ article, document, translations, isCurrent }: ArticleView, reader: Reader): Html {
  if (!translations) return html``
  const { translation: words, locale } = reader.words
  const revision = isCurrent ? {} : { revision: document.id }
  const { there, never, translator } = translations
  const choice = html`<a href="${translationPath(article.id, undefined, revision)}">${icon('lang')}${words.translate}</a>`
  const own = reader.language
  if (primaryLanguage(document.language) === own) return choice
  if (there.some(({ language }) => language === own))
    return html`<a href="${translationPath(article.id, own, revision)}">${icon('lang')}${words.readIn(languageName(own, locale))}</a>`
  const isOffered = translator !== 'off' && mayMark(reader) && !never.includes(own)
  if (!isOffered || !targetsFor(translations, document.language).includes(own)) return choice
  return translationRequestForm(
    { id: article.id, to: own, ...revision },
    html`${icon('lang')}${words.translateTo(languageName(own, locale))}`,
    reader,
  )
}

/** When the reader wants every article of this language translated: says so, and where that is set. */
export function alwaysTranslatedLine({ article, document, translations }: ArticleView, { words }: Reader): Html {
  const to = translations?.always
  if (to === undefined) return html``
  const { chosenAlways, readIn } = words.translation
  return html`<p class="notice">${chosenAlways(languageName(document.language, words.locale))} <a href="${translationPath(article.id, to)}">${readIn(languageName(to, words.locale))}</a></p>`
}

/** A button that requests an article in a language. */
export function translationRequestForm(
  {
    id,
    to,
    revision,
    isAnew,
  }: { readonly id: string; readonly to: string; readonly revision?: string; readonly isAnew?: boolean },
  label: Piece,
  reader: Reader,
): Html {
  const fields = { to, ...defined({ revision: revision || undefined, anew: isAnew ? '1' : undefined }) }
  return buttonForm(reader, { action: translationPath(id), fields, label, variant: 'ghost' })
}
