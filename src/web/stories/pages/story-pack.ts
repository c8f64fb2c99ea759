import type { StoryPack } from '../../../operations/stories/pack-story.ts'
import { copyRow } from '../../layout/copy-row.ts'
import { html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { packPath } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'
import { storyCrumb } from '../parts/story-frame.ts'

/** Downloads a story's evidence pack, with its fingerprint; `isNew`: the reader asked for an earlier one. */
export function storyPackPage(pack: Omit<StoryPack, 'body'>, reader: Reader, isNew: boolean): string {
  const { id, title, fingerprint, byteCount, fileName } = pack
  const { admin, colon, storyPage } = reader.words
  const words = storyPage.pack
  return layout(reader, {
    title: `${words.title}${colon}${title}`,
    body: html`<article>
${storyCrumb(pack)}
<header class="pagehead"><h1>${words.title}</h1><p>${words.lead}</p></header>
${isNew && html`<p class="notice" role="status">${words.changed}</p>`}
<p><a class="btn main" href="${packPath(id)}.zip?fingerprint=${fingerprint}">${words.download(admin.bytes(byteCount))}</a></p>
${copyRow(words.fingerprint, fingerprint, reader)}${copyRow(words.check, `twosource verify ${fileName} --fingerprint ${fingerprint}`, reader)}<p class="note">${words.note} ${words.limits}</p>
</article>
`,
  })
}
