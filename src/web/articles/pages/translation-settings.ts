import { type PairChoice, pairWishes } from '../../../core/translation.ts'
import type {
  TranslationSettingsView,
  TranslatorTestResult,
} from '../../../operations/articles/translation/translation-views.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, languageName } from '../../layout/html.ts'
import { section } from '../../layout/section.ts'
import { settingsPageOf } from '../../layout/settings-frame.ts'
import type { Reader } from '../../reader.ts'
import { translatorFailure } from '../parts/translation-bar.ts'
import { usualTargets } from '../parts/translation-link.ts'

type Instance = NonNullable<TranslationSettingsView['instance']>

/** A reader's choices for each pair of languages; for the owner also the translator, with a test button. */
export function translationSettingsPage(
  view: TranslationSettingsView,
  reader: Reader,
  { said: result, tried }: { readonly said?: 'saved' | 'not-saved'; readonly tried?: TranslatorTestResult } = {},
): string {
  const { settings: words, off } = reader.words.translation
  const body = html`<div class="tr-settings">${result === 'saved' && html`<p class="notice done" role="status">${reader.words.mine.saved}</p>`}${result === 'not-saved' && html`<p class="notice warn" role="alert">${words.notSaved}</p>`}
${!view.instance && view.translator === 'off' && html`<p class="notice">${off}</p>`}${pairs(view, reader)}${view.instance && section('house', words.instance, instance(view.instance, reader, tried))}</div>`
  const parent = { path: '/settings/advanced', name: reader.words.settings.pages.advanced }
  return settingsPageOf(reader, { in: 'advanced', title: words.title, parent, body })
}

function pairs({ pairs, languages }: TranslationSettingsView, reader: Reader): Html {
  const { settings: words } = reader.words.translation
  const { locale } = reader.words
  const named = (codes: readonly string[]) =>
    codes
      .map((code) => [code, languageName(code, locale)] as const)
      .toSorted(([, a], [, b]) => a.localeCompare(b, locale))
  const sources = named(languages?.map(({ code }) => code) ?? usualTargets)
  const targets = named(languages ? [...new Set(languages.flatMap((each) => each.targets))] : usualTargets)
  const options = (list: typeof sources, chosen: string) =>
    list.map(([code, name]) => html`<option value="${code}"${code === chosen && html` selected`}>${name}</option>`)
  const [first] = sources.filter(([code]) => code !== reader.language)
  return html`${pairs.length > 0 && html`<ul class="tr-pairs">${pairs.map((pair) => pairLine(pair, reader))}</ul>`}
<form method="post" action="/settings/translation/pairs" class="tr-form"><label>${reader.words.formAgain.fields.from} <select name="from">${options(sources, first?.[0] ?? '')}</select></label>
<label>${reader.words.arranging.to} <select name="to">${options(targets, reader.language)}</select></label>
<label>${words.wish} <select name="wish">${wishes('always', reader)}</select></label>
<button class="btn">${reader.words.add}</button></form>`
}

function pairLine({ from, to, wish }: PairChoice, reader: Reader): Html {
  const { settings: words } = reader.words.translation
  const { locale } = reader.words
  const name = words.pair(languageName(from, locale), languageName(to, locale))
  return html`<li><form method="post" action="/settings/translation/pairs" class="tr-form">${hidden('from', from)}${hidden('to', to)}
<label><b>${name}</b> <select name="wish">${wishes(wish, reader)}</select></label>
<button class="btn" aria-label="${reader.words.save}${reader.words.colon}${name}">${reader.words.save}</button></form></li>
`
}

function wishes(chosen: string, { words }: Reader): readonly Html[] {
  return pairWishes.map(
    (wish) =>
      html`<option value="${wish}"${wish === chosen && html` selected`}>${words.translation.settings.wishes[wish]}</option>`,
  )
}

function instance(
  { setting, perDay, hasModel }: Instance,
  reader: Reader,
  tried: TranslatorTestResult | undefined,
): Html {
  const { settings: words } = reader.words.translation
  const server = setting.kind === 'server' ? setting : undefined
  const way = (kind: 'off' | 'server' | 'model') =>
    html`<label><input type="radio" name="by" value="${kind}"${kind === setting.kind && html` checked`}> ${words.by[kind]}</label> `
  return html`<form method="post" action="/settings/translation/server" class="choosers"><fieldset><legend class="sr">${words.instance}</legend>
<div class="options">${way('off')}${way('server')}${way('model')}</div>${!hasModel && html`<p class="note">${words.noModel}</p>`}
</fieldset>
<div class="field"><label for="tr-address">${reader.words.settings.apps.url}</label>
<input id="tr-address" name="address" type="url" value="${server?.address ?? ''}" dir="ltr" autocomplete="off" spellcheck="false" placeholder="http://127.0.0.1:5000"></div>
<div class="field"><label for="tr-key">${words.key}</label>
<input id="tr-key" name="key" type="password" value="" dir="ltr" autocomplete="off">${server?.hasKey && html` <label><input type="checkbox" name="forget" value="1"> ${words.forgetKey}</label>`}</div>
<div class="field"><label for="tr-day">${words.perDay}</label>
<input id="tr-day" name="perDay" type="number" min="1" max="100000" value="${perDay}" required></div>
<p><button class="btn">${reader.words.save}</button></p>
</form>${
    setting.kind !== 'off' &&
    html`<form method="post" action="/settings/translation/test" class="tr-form"><button class="btn">${words.test}</button></form>`
  }${tried && outcome(tried, reader)}`
}

/** The result of the test; the translator's output is always shown as plain text. */
function outcome(tried: TranslatorTestResult, reader: Reader): Html {
  const { settings: words, flaws } = reader.words.translation
  switch (tried.kind) {
    case 'works':
      return html`<div class="notice" role="status"><p>${words.works(tried.languages)}</p>
<p>${foreign(tried.original, 'en')}<br>${foreign(tried.translated)}</p></div>`
    case 'wrong':
      return html`<div class="notice warn" role="alert"><p>${words.wrong} ${flaws[tried.flaw]}</p>
<p>${foreign(tried.original, 'en')}<br>${foreign(tried.translated)}</p></div>`
    default:
      return html`<p class="notice warn" role="alert">${words.doesNot} ${translatorFailure(tried.kind, reader)}</p>`
  }
}
