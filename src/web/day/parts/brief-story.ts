import type { Citation } from '../../../core/citation.ts'
import type { BriefedChange, BriefStoryView } from '../../../operations/day/brief-views.ts'
import { withoutLastComma } from '../../layout/citation-link.ts'
import { foreign, type Html, html, languageAttributes } from '../../layout/html.ts'
import { citationPath, storyPath } from '../../layout/links.ts'
import { outletMark } from '../../layout/outlet-mark.ts'
import { isolated, plainLine } from '../../layout/plain-line.ts'
import { sectionName } from '../../layout/section.ts'
import { thumb } from '../../layout/thumb.ts'
import type { Reader } from '../../reader.ts'
import { counts } from './today-list.ts'

/** One story of a brief: picture, two or three sentences as running text, the strongest statement, its reports; all cited. */
export function briefStoryPart(story: BriefStoryView, reader: Reader, index: number): Html {
  const { words } = reader
  const { points, language, section, title, isWithheld } = story
  const href = storyPath(story.id)
  const isWide = index % 2 === 0
  const picture = thumb(story.picture, isWide ? 'lead' : 'card', reader, { href, isLazy: index > 0 })
  const isBeside = !isWide && String(picture) !== ''
  const chips = html`<p class="chips"><span class="num">${words.number(index + 1)}</span>${
    section !== undefined &&
    html`<a class="kick" href="/?section=${encodeURIComponent(section)}">${foreign(sectionName(section, words))}</a>`
  }${story.strongest?.kind === 'difference' && html`<span class="chip dif">${words.badges.differs}</span>`}${followed(story, reader)}</p>`
  const whole = isWide
    ? html`${String(picture) !== '' && html`<div class="w">${picture}</div>`}${chips}`
    : html`${chips}${picture}`
  return html`<article class="bs${isBeside && html` side2`}" data-item>${whole}
<h2${languageAttributes(language)}><a href="${href}" data-open><bdi>${title}</bdi></a></h2>
${isWithheld && html`<p class="note">${words.brief.withheld}</p>`}${
  points.length > 0 &&
  html`<p class="txt"${languageAttributes(language)}>${points.map(({ citation, outlets }) => html`<bdi>${citation.exact}</bdi> ${source(citation, story, reader, outlets)} `)}</p>`
}${strongest(story, reader)}
<p class="meta">${counts(story, reader)}${whatIsNew(story, reader).map((line) => html`<span>${line}</span>`)}</p></article>
`
}

/** A further story: its headline, one sentence, its reports. */
export function shortBriefStory(story: BriefStoryView, reader: Reader, index: number): Html {
  const { points, language, title } = story
  const [first] = points
  return html`<article class="bs short" data-item><h2${languageAttributes(language)}><span class="num">${reader.words.number(index + 1)}</span> <a href="${storyPath(story.id)}" data-open><bdi>${title}</bdi></a></h2>
${first && html`<p class="txt"${languageAttributes(language)}><bdi>${first.citation.exact}</bdi> ${source(first.citation, story, reader, first.outlets)}</p>`}
<p class="meta">${counts(story, reader)}${followed(story, reader)}${whatIsNew(story, reader).map((line) => html`<span>${line}</span>`)}</p></article>
`
}

/** The icon of the outlet that a sentence is from, as the link to the sentence; `+1` when others have it too. */
function source(
  citation: Citation,
  { documents }: Pick<BriefStoryView, 'documents'>,
  reader: Reader,
  outlets: readonly string[] = [],
): Html {
  const { words } = reader
  const document = documents[citation.documentId]
  const name = document?.sourceName ?? words.citation
  const others = outlets.filter((outlet) => outlet !== name).length
  const label = words.brief.sourceOf(isolated(name), others > 0 ? words.more(others) : undefined)
  return html`<a class="fc" href="${citationPath(citation)}" title="${plainLine(name)}"><span class="sr">${label}</span>${outletMark({ id: document?.sourceId, name }, reader)}${others > 0 && html`<span dir="ltr" aria-hidden="true">+${others}</span>`}</a>`
}

function followed({ followedAs }: BriefStoryView, { words }: Reader): Html | undefined {
  const names = followedAs?.join(words.direction === 'rtl' ? '، ' : ', ')
  return names === undefined ? undefined : html`<span class="chip">${words.ownBrief.followedAs(names)}</span>`
}

/** What changed in a story since the brief before, in words. */
export function whatIsNew({ changes }: Pick<BriefStoryView, 'changes'>, { words }: Reader): readonly string[] {
  return (Object.entries(changes) as [BriefedChange, number][]).map(([kind, count]) => words.brief.changes[kind](count))
}

function strongest(story: BriefStoryView, reader: Reader): Html {
  const { strongest: said, documents } = story
  if (said === undefined) return html``
  const sides = said.kind === 'quote' ? [said] : [said.a, said.b]
  return html`${sides.map(({ speaker, citation, isDirect }) => {
    const language = languageAttributes(documents[citation.documentId]?.language ?? story.language)
    const name = documents[citation.documentId]?.sourceName ?? ''
    const from = html`<a class="cite" href="${citationPath(citation)}">${foreign(name)}</a>`
    // Only direct speech is in quotation marks, which the style of a block quotation adds.
    return isDirect
      ? html`<blockquote${language}><bdi>${withoutLastComma(citation.exact)}</bdi></blockquote><p class="by">${speaker && foreign(speaker)} ${from}</p>`
      : html`<p class="by side"><span>${speaker && html`${foreign(speaker)}${reader.words.colon}`}<bdi${language}>${citation.exact}</bdi></span> ${from}</p>`
  })}`
}
