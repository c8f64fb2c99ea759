import type { StoryView } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { discussionLink } from './discussion-links.ts'
import { followButton } from './follow-button.ts'
import { type Html, html } from './html.ts'
import { storyPath } from './links.ts'
import { muteButton } from './mute-button.ts'
import { saveButton } from './save-button.ts'
import { shareButton } from './share-button.ts'

/** What a reader can do with a story: follow, save, mute it, pass it on. */
export function storyMarks({ id, dossier, marks, discussion }: StoryView, reader: Reader): Html {
  const title = dossier.headline.title
  const share = html`${discussionLink({ kind: 'story', id }, discussion, reader)}${shareButton(storyPath(id), title, reader)}`
  if (!marks) return html`<div class="actions marks">${share}</div>`
  return html`<div class="actions marks">${followButton({ kind: 'story', target: id, label: title, isFollowed: marks.isFollowed }, reader)}
${saveButton({ kind: 'story', target: id, title, isSaved: marks.isSaved }, reader)}
${muteButton({ kind: 'story', target: id, label: title, isMuted: marks.isMuted }, reader)}
${share}</div>`
}
