import type { StoryView } from '../../../operations/views.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { storyTabPath } from '../../layout/links.ts'
import { thumb } from '../../layout/thumb.ts'
import type { Reader } from '../../reader.ts'
import { overviewAside } from '../parts/overview-aside.ts'
import { briefSection, differenceSection, keyQuoteSection } from '../parts/story-accounts.ts'
import { storyLayout } from '../parts/story-frame.ts'

/** A story's overview: what happened, where accounts differ, who said what; every statement cited. Empty parts are left out. */
export function storyPage(story: StoryView, reader: Reader): string {
  const body = html`<div class="cols"><div>
${proposalNote(story, reader)}${pictureFigure(story, reader)}${briefSection(story, reader)}${differenceSection(story, reader)}${keyQuoteSection(story, reader)}</div>
${overviewAside(story, reader)}</div>`
  return storyLayout(story, undefined, body, reader)
}

/** For moderators: that clustering proposes something. */
function proposalNote({ id, proposals }: StoryView, reader: Reader): Html {
  if (proposals.length === 0 || !reader.isModerator) return html``
  return html`<p class="notice"><a class="u" href="${storyTabPath(id, 'coverage')}#proposed">${reader.words.arranging.proposals(proposals.length)}</a></p>
`
}

function pictureFigure({ id, picture, pictures }: StoryView, reader: Reader): Html {
  const { words } = reader
  const href = storyTabPath(id, 'coverage')
  const image = thumb(picture, 'lead', reader, { href: `${href}#pictures`, isLazy: false })
  if (!picture || image.length === 0)
    return pictures.length === 0
      ? html``
      : html`<p class="note pics"><a href="${href}#pictures">${words.pictures} <span class="n">${words.number(pictures.length)}</span></a></p>
`
  const { caption, credit, sourceName } = picture
  return html`<figure class="top1">${image}<figcaption>${caption !== undefined && html`<b dir="auto">${caption}</b> · `}${words.credit}${words.colon}${foreign(credit ?? sourceName)}${
    pictures.length > 1 &&
    html` · <a class="u" href="${href}#pictures">${words.pictures} <span class="n">${words.number(pictures.length)}</span></a>`
  }</figcaption></figure>
`
}
