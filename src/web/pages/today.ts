import type { StoryCard, TodayView } from '../../operations/today-views.ts'
import { type Html, html, joined, type Piece } from '../parts/html.ts'
import { foreign, languageAttributes } from '../parts/language.ts'
import { layout } from '../parts/layout.ts'
import { articlePath, queryOf, storyPath } from '../parts/links.ts'
import { progressBlock } from '../parts/progress.ts'
import { section } from '../parts/section.ts'
import { storyRow } from '../parts/story-row.ts'
import { longDay, shortWhen } from '../parts/time.ts'
import type { Reader } from '../reader.ts'

/** The stories of one day by weight, and an end. Without feeds it is the welcome. */
export function todayPage(view: TodayView, reader: Reader): string {
  const { words } = reader
  if (view.feedCount === 0 && view.stories.length === 0)
    return layout(reader, { title: 'Twosource', place: 'today', body: welcome(reader) })
  const aside = html`${view.progress.isBusy && section('progress', words.progress, progressBlock(view.progress, reader))}
${oneSourceOnly(view.oneSourceOnly, reader)}
${edited(view, reader)}`
  const body = html`<div class="cols"><div>
${heading(view, reader)}${filters(view, reader)}
${
  view.stories.length === 0
    ? nothing(view, reader)
    : html`${view.stories.map((card, index) => storyRow(card, reader, index === 0))}
<p class="end">${words.seenAll(words.stories(view.stories.length))}</p>`
}
</div><aside aria-label="${words.today}">${aside}</aside></div>
`
  return layout(reader, { title: longDay(view.day, reader), place: 'today', body })
}

function heading(view: TodayView, reader: Reader): Html {
  const { words } = reader
  const [back, on] = words.direction === 'rtl' ? ['→', '←'] : ['←', '→']
  const counts = [words.stories(view.stories.length), words.articles(view.articleCount)] as const
  const days = html`<nav class="days" aria-label="${words.previousDay}, ${words.nextDay}">
${view.previousDay && html`<a href="/days/${view.previousDay}" rel="prev">${back} ${words.previousDay}</a>`}
${view.nextDay && html`<a href="/days/${view.nextDay}" rel="next">${words.nextDay} ${on}</a>`}

</nav>`
  return html`<header class="day">
<div class="dayline">
<h1>${longDay(view.day, reader)}</h1>${days}
</div>
<p class="facts">${words.storiesFrom(...counts, words.sourcesCount(view.sourceCount))}</p>
</header>`
}

function filters(view: TodayView, reader: Reader): Html {
  const { words } = reader
  const path = reader.path.split('?')[0] ?? '/'
  const languageName = new Intl.DisplayNames([words.locale], { type: 'language', fallback: 'code' })
  const rows: Piece[] = []
  if (view.sections.length > 1)
    rows.push(
      choices(words.section, [
        { label: words.everySection, section: undefined, language: view.language, isOn: view.section === undefined },
        ...view.sections.map((name) => ({
          label: name,
          section: name,
          language: view.language,
          isOn: view.section === name,
        })),
      ]),
    )
  if (view.languages.length > 1)
    rows.push(
      choices(words.language, [
        { label: words.everyLanguage, section: view.section, language: undefined, isOn: view.language === undefined },
        ...view.languages.map((code) => ({
          label: nameOf(code),
          section: view.section,
          language: code,
          isOn: view.language === code,
        })),
      ]),
    )
  return rows.length === 0 ? html`` : html`<nav class="filters" aria-label="${words.filters}">${rows}</nav>`

  function choices(
    name: string,
    items: readonly { label: string; section: string | undefined; language: string | undefined; isOn: boolean }[],
  ): Html {
    return html`<ul aria-label="${name}">${items.map(
      ({ label, section, language, isOn }) =>
        html`<li><a href="${path}${queryOf({ section, language })}"${isOn && html` aria-current="true"`}>${foreign(label)}</a></li>`,
    )}</ul>`
  }

  function nameOf(code: string): string {
    // A feed may declare anything as its language; DisplayNames throws on what is no tag (`en-US-US`).
    try {
      return languageName.of(code) ?? code
    } catch {
      return code
    }
  }
}

function oneSourceOnly(cards: readonly StoryCard[], reader: Reader): Html {
  const { words } = reader
  if (cards.length === 0) return html``
  return section(
    'single',
    words.oneSourceOnly,
    html`<p class="note">${words.oneSourceNote}</p><ul class="rel">${cards.slice(0, 12).map(
      (card) =>
        html`<li><a href="${storyPath(card.id)}"${languageAttributes(card.language)}>${card.title}</a>
<small>${joined([card.outlets[0] && foreign(card.outlets[0]), shortWhen(card.changedAt, reader)], ' · ')}</small></li>`,
    )}</ul>`,
  )
}

function edited(view: TodayView, reader: Reader): Html {
  if (view.edited.length === 0) return html``
  return section(
    'edited',
    reader.words.quietlyEdited,
    html`<ul class="rel">${view.edited.slice(0, 12).map(
      ({ articleId, sourceName, title, at }) =>
        html`<li><a href="${articlePath(articleId)}" dir="auto">${title}</a>
<small>${foreign(sourceName)} · ${shortWhen(at, reader)}</small></li>`,
    )}</ul>`,
  )
}

function nothing(view: TodayView, reader: Reader): Html {
  const { words } = reader
  if (view.section !== undefined || view.language !== undefined)
    return html`<div class="empty">
<h2>${words.noneUnderFilter}</h2>
<p><a href="${reader.path.split('?')[0] ?? '/'}" class="btn ghost">${words.showEverything}</a></p>
</div>`
  if (view.progress.isBusy)
    return html`<div class="empty"><h2>${words.gathering}</h2><p>${words.gatheringNote}</p></div>`
  return html`<div class="empty">
<h2>${words.noStories}</h2>
<p>${words.noStoriesNote}</p>
<p><a href="/add" class="btn">${words.addTitle}</a></p>
</div>`
}

function welcome(reader: Reader): Html {
  const { words } = reader
  return html`<div class="welcome">
<h1>${words.welcome}</h1>
<p>${words.welcomeLead}</p>
<p><a class="btn" href="/add">${words.welcomeStart}</a> <a class="btn ghost" href="/about">${words.about}</a></p>
<p class="small">${words.welcomeDemo} <code>npm run demo</code></p>
</div>
`
}
