import { type Html, html } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import type { Reader } from '../../reader.ts'

/** Shares the URL of this page. Only a script can, so the button appears with it; the address bar shows the same. */
export function shareButton(path: string, title: string, { words }: Reader): Html {
  const { app } = words
  return html`<share-page data-path="${path}" data-title="${title}" data-share="${app.share}" data-copied="${app.linkCopied}" data-failed="${app.linkNotCopied}" hidden><button type="button" class="btn quiet">${icon('share')}<span class="lb" data-label>${app.copyLink}</span></button> <output class="small"></output></share-page>`
}
