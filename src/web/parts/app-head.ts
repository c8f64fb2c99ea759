import { themeColors } from '../manifest.ts'
import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'

/** What a page says of itself where its address is pasted: our own words and the headline, nothing of the text. */
export type ShareCard = { readonly title: string; readonly text: string; readonly path: string }

/** The part of the head that makes the pages an app, and a card of a shared address. */
export function appHead(reader: Reader, card: ShareCard | undefined): Html {
  const colors =
    reader.theme === 'auto'
      ? html`<meta name="theme-color" content="${themeColors.light}" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="${themeColors.dark}" media="(prefers-color-scheme: dark)">`
      : html`<meta name="theme-color" content="${themeColors[reader.theme]}">`
  return html`<link rel="manifest" href="/manifest.webmanifest?language=${reader.language}">
<link rel="apple-touch-icon" href="/icons/touch-180.png">
${colors}${card && cardTags(card, reader)}`
}

/** Open Graph (ogp.me). A card needs whole addresses, so there is none until the server was told its own. */
function cardTags({ title, text, path }: ShareCard, { baseUrl }: Reader): Html {
  if (baseUrl === undefined) return html``
  const properties = {
    'og:site_name': 'Twosource',
    'og:type': 'article',
    'og:title': title,
    'og:description': text,
    'og:url': new URL(path, baseUrl).href,
    'og:image': new URL('/icons/icon-512.png', baseUrl).href,
  }
  return html`${Object.entries(properties).map(
    ([name, content]) => html`
<meta property="${name}" content="${content}">`,
  )}
<meta name="description" content="${text}">
<meta name="twitter:card" content="summary">`
}
