import type { FindView } from '../../operations/find-views.ts'
import type { Reader } from '../reader.ts'
import { hidden } from './forms.ts'
import { type Html, html } from './html.ts'
import { languageName } from './language.ts'

/** The field for a search in words, and behind a click the same in fields: both lead to the same address. */
export function findForm(view: FindView, reader: Reader): Html {
  const { words } = reader
  return html`<form action="/search" class="seek" role="search" aria-label="${words.find.lead}">
<input type="search" name="q" value="${view.query}" aria-label="${words.find.lead}" placeholder="${words.find.lead}">
${view.sort === 'newest' && hidden('sort', 'newest')}<button class="btn">${words.search}</button>
</form>
<details class="narrow"><summary>${words.find.narrow}</summary>
<form action="/search">${hidden('words', view.asked.text)}${view.sort === 'newest' && hidden('sort', 'newest')}
${fields(view, reader)}
<button class="btn ghost">${words.find.apply}</button>
</form></details>`
}

function fields({ asked, facets }: FindView, { words }: Reader): Html {
  const chosen = asked.lang === undefined ? [] : [asked.lang]
  const languages = [...new Set([...chosen, ...facets.languages.map(({ value }) => value)])]
  return html`<label>${words.find.said}
<input name="said" value="${asked.said ?? ''}"></label>
<label>${words.find.from}
<input name="from" value="${asked.from ?? ''}" list="outlets-found"></label>
<datalist id="outlets-found">${facets.sources.map(({ value }) => html`<option value="${value}"></option>`)}</datalist>
<label>${words.find.after}
<input type="date" name="after" value="${asked.after ?? ''}"></label>
<label>${words.find.before}
<input type="date" name="before" value="${asked.before ?? ''}"></label>
<label>${words.language}
<select name="lang"><option value="">${words.find.anyLanguage}</option>${languages.map((code) => html`<option value="${code}"${code === asked.lang && html` selected`}>${languageName(code, words.locale)}</option>`)}</select></label>
<label>${words.section}
<input name="section" value="${asked.section ?? ''}" list="sections-found"></label>
<datalist id="sections-found">${facets.sections.map(({ value }) => html`<option value="${value}"></option>`)}</datalist>${asked.in !== undefined && hidden('in', asked.in)}`
}
