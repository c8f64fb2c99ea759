import type { ProposalView } from '../../../operations/stories/choice-views.ts'
import type { StoryView } from '../../../operations/views.ts'
import { buttonForm } from '../../layout/forms.ts'
import { type Html, html, joined } from '../../layout/html.ts'
import { foreign } from '../../layout/language.ts'
import { articlePath, storyPath } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import type { Reader } from '../../reader.ts'

/** What clustering would do and leaves to the owner, each to accept or dismiss with one button; nothing for anybody else. */
export function proposalSection(story: StoryView, reader: Reader): Html {
  const words = reader.words.arranging
  if (story.proposals.length === 0 || !reader.isModerator) return html``
  return section(
    'proposed',
    words.proposed,
    html`<p class="note">${words.proposedNote}</p>
<ul class="proposals">${story.proposals.map((proposal) => item(proposal, story, reader))}</ul>`,
    story.proposals.length,
  )
}

function item(proposal: ProposalView, story: StoryView, reader: Reader): Html {
  const words = reader.words.arranging
  const { kind, other, articles, sharedNames, sharedWords } = proposal
  const otherLink = other && html`<a href="${storyPath(other.id)}">${foreign(other.title)}</a>`
  const count = reader.words.articles(articles.length)
  const reason = joined(
    [
      other && reader.words.articles(other.articleCount),
      sharedNames.length > 0 &&
        html`${reader.words.sharedNames}${reader.words.colon}${foreign(sharedNames.join(', '))}`,
      sharedWords.length > 0 &&
        html`${reader.words.sharedWords}${reader.words.colon}${foreign(sharedWords.join(', '))}`,
    ],
    ' · ',
  )
  const id = `proposal-${proposal.id}`
  return html`<li>
<p id="${id}">${
    kind === 'merge'
      ? html`${words.mayBeOne} ${otherLink}`
      : html`${other ? words.mayBelong(count) : words.mayBeApart(count)}${other && html`, ${words.into} ${otherLink}`}`
  }</p>
${articles.length > 0 && html`<ul class="small">${articles.map(({ articleId, sourceName, title }) => html`<li><a href="${articlePath(articleId)}">${foreign(sourceName)}: ${foreign(title)}</a></li>`)}</ul>`}
${reason.length > 0 && html`<p class="small">${reason}</p>`}
<div class="line">${answer('accept', kind === 'merge' ? words.merge : other ? words.move : words.split)} ${answer('dismiss', words.dismiss)}</div>
</li>
`

  function answer(said: 'accept' | 'dismiss', label: string): Html {
    return buttonForm(reader, {
      action: `${storyPath(story.id)}/proposals`,
      fields: { proposal: proposal.id, answer: said },
      label,
      variant: said === 'accept' ? 'ghost' : 'quiet',
      button: html` aria-describedby="${id}"`,
    })
  }
}
