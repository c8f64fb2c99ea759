import type {
  ArrangedArticle,
  ArrangeView,
  ChoiceResult,
  StoryCandidate,
} from '../../../operations/stories/choice-views.ts'
import { buttonClass, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { arrangePath, articlePath, storyPath } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { choiceLine, choiceProblem } from '../parts/choice-line.ts'
import { storyCrumb } from '../parts/story-frame.ts'

type Refused = Extract<ChoiceResult, { readonly kind: 'refused' }>

/** Moving articles: removing one, splitting off several, merging in another story, and past decisions. */
export function arrangePage(view: ArrangeView, reader: Reader, problem?: Refused): string {
  const words = reader.words.arranging
  const body = html`<div class="single arrange">
${storyCrumb(view)}
<h1>${words.arrange}</h1>
<p class="note">${words.lead}</p>
${problem && choiceProblem(problem, reader)}${view.leaving && leaveSection(view, view.leaving, reader)}${
  view.articles.length > 1 && splitSection(view, reader)
}${mergeSection(view, reader)}${
  view.choices.length > 0 &&
  section(
    'standing',
    words.standing,
    html`<ul class="jobs">${view.choices.map((choice) => html`<li>${choiceLine(choice, reader)}</li>`)}</ul>`,
  )
}</div>
`
  return layout(reader, { title: words.arrange, body })
}

function leaveSection(
  { id, articles }: ArrangeView,
  { articleId, candidates, reportCount }: NonNullable<ArrangeView['leaving']>,
  reader: Reader,
): Html {
  const words = reader.words.arranging
  const article = articles.find((each) => each.articleId === articleId)
  return section(
    'leave',
    words.takeOut,
    html`<p>${article && articleLink(article)}</p>
<form method="post" action="${storyPath(id)}/leave">${hidden('article', articleId)}
<div role="group" aria-labelledby="leave-h"><ul class="options">
<li><label><input type="radio" name="to" value="" checked> ${words.ownStory}</label></li>
${candidates.map((candidate) => html`<li>${radio('to', candidate, reader)}</li>`)}</ul></div>
${reportCount > 0 && html`<p><label><input type="checkbox" name="report" value="1" checked> ${words.withReport(reader.words.articles(reportCount))}</label></p>`}
<button class="${buttonClass('solid')}">${words.takeOutButton}</button></form>`,
  )
}

function splitSection({ id, articles }: ArrangeView, reader: Reader): Html {
  const words = reader.words.arranging
  return section(
    'split',
    words.split,
    html`<details><summary>${reader.words.articles(articles.length)}</summary>
<form method="post" action="${storyPath(id)}/split">
<div role="group" aria-labelledby="split-h"><ul class="options">${articles.map(
      (article) =>
        html`<li><label><input type="checkbox" name="article" value="${article.articleId}"> <b>${foreign(article.sourceName)}</b> ${foreign(article.title, article.language)} <small>${shortWhen(article.publishedAt, reader)}</small></label></li>\n`,
    )}</ul></div>
<button class="${buttonClass('solid')}">${words.split}</button></form></details>`,
  )
}

function mergeSection({ id, mergeable, query }: ArrangeView, reader: Reader): Html {
  const words = reader.words.arranging
  const found =
    mergeable.length > 0
      ? html`<form method="post" action="${storyPath(id)}/merge">
<div role="group" aria-labelledby="merge-h"><ul class="options">${mergeable.map(
          (candidate) => html`<li>${radio('other', candidate, reader)}</li>\n`,
        )}</ul></div>
<button class="${buttonClass('solid')}">${words.merge}</button></form>`
      : html`<p>${words.noneFound}</p>`
  return section(
    'merge',
    words.merge,
    html`<form action="${arrangePath(id)}" class="line"><label>${words.findStory} <input type="search" name="q" value="${query}" maxlength="200"></label> <button class="${buttonClass()}">${words.find}</button></form>
${found}`,
  )
}

function radio(name: string, candidate: StoryCandidate, reader: Reader): Html {
  const { id, title, language, articleCount, lastAt, sharedNames } = candidate
  const about = joined(
    [
      reader.words.articles(articleCount),
      shortWhen(lastAt, reader),
      sharedNames.length > 0 &&
        html`${reader.words.sharedNames}${reader.words.colon}${foreign(sharedNames.join(', '))}`,
    ],
    ' · ',
  )
  return html`<label><input type="radio" name="${name}" value="${id}" required> ${foreign(title, language)} <small>${about}</small></label>`
}

function articleLink({ articleId, sourceName, title, language }: ArrangedArticle): Html {
  return html`<a href="${articlePath(articleId)}"><b>${foreign(sourceName)}</b>: ${foreign(title, language)}</a>`
}
