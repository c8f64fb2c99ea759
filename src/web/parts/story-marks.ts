import type { StoryView } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { followButton } from './follow-button.ts'
import { type Html, html } from './html.ts'
import { muteButton } from './mute-button.ts'
import { saveButton } from './save-button.ts'

/** What a reader can do with a story: follow, save, mute it. */
export function storyMarks({ id, dossier, marks }: StoryView, reader: Reader): Html {
  if (!marks) return html``
  const title = dossier.headline.title
  return html`<div class="actions marks">${followButton({ kind: 'story', target: id, label: title, isFollowed: marks.isFollowed }, reader)}
${saveButton({ kind: 'story', target: id, title, isSaved: marks.isSaved }, reader)}
${muteButton({ kind: 'story', target: id, label: title, isMuted: marks.isMuted }, reader)}</div>`
}
