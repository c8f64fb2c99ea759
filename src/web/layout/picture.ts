import type { Picture } from '../../core/article.ts'
import type { getPicture, PictureWidth } from '../../operations/articles/get-picture.ts'
import { type PictureSizes, pageWidth, pictureKey } from '../../operations/articles/picture-home.ts'
import type { InputOf } from '../../operations/operation.ts'
import type { ArticleView } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { hidden } from './forms.ts'
import { foreign, type Html, html, joined } from './html.ts'
import { hostOf, isWebUrl, outLink, queryOf } from './links.ts'
import { section } from './section.ts'

type ShownPicture = Picture & {
  readonly of: InputOf<typeof getPicture>['of']
  /** Distinguishes it from the page's other pictures: its number, from 1. */
  readonly number: number | string
  /** The outlet, if the page does not name it already. */
  readonly sourceName?: string
  /** It is shown only when the reader asks for it, whatever the preference. */
  readonly waits?: boolean
}

// An article's pictures illustrate its text; a whole gallery is left to the outlet.
const mostPictures = 12

/** The proxied URL of a picture, in one of the widths the server makes if given; the original URL is looked up by `of`. */
export function picturePath(url: string, of: InputOf<typeof getPicture>['of'], width?: PictureWidth): string {
  const place = 'articleId' in of ? { article: of.articleId } : { entry: of.entryId }
  return `/images/${pictureKey(url, of)}${queryOf({ ...place, w: width?.toString() })}`
}

/** A picture with its caption and credit. Unless the reader wants pictures, it is fetched only when they press the button. */
export function pictureFigure(picture: ShownPicture, sizes: PictureSizes | undefined, reader: Reader): Html {
  const { alt, caption, credit, number, sourceName, url } = picture
  const words = caption ?? alt
  const id = `picture-${number}`
  return html`<figure class="photo" id="${id}">
${pictureBox(picture, id, sizes, reader)}
<figcaption id="${id}-words">${words ? html`<span class="words" dir="auto">${words}</span>` : html`<span class="small">${reader.words.noCaption}</span>`}
<span class="small">${joined(
    [
      credit && html`${reader.words.credit}${reader.words.colon}${foreign(credit)}`,
      sourceName && sourceName !== credit && foreign(sourceName),
      outLink(url, reader.words.seePicture, html` title="${hostOf(url)}"`),
    ],
    ' · ',
  )}</span></figcaption>
</figure>
`
}

/** The picture itself, a button in its place, or nothing when the reader wants none. Its caption has the id `<id>-words`. */
export function pictureBox(
  { url, alt, of, waits, width, height }: Pick<ShownPicture, 'url' | 'alt' | 'of' | 'waits' | 'width' | 'height'>,
  id: string,
  sizes: PictureSizes | undefined,
  reader: Reader,
): Html {
  if (reader.preferences.images === 'off' || !isWebUrl(url)) return html``
  const words = reader.words.app
  const src = picturePath(url, of, pageWidth)
  const size = sizes?.[url] ?? (width && height ? { width, height } : undefined)
  if (showsPictures(reader, waits))
    return html`<show-picture data-failed="${words.pictureFailed}"><img src="${src}" alt="${alt ?? ''}" ${size ? html`width="${size.width}" height="${size.height}"` : html`width="16" height="9" class="unsized"`} loading="lazy" decoding="async"></show-picture>`
  return html`<show-picture data-src="${src}" data-alt="${alt ?? ''}" data-loading="${words.pictureLoading}" data-failed="${words.pictureFailed}"><a class="btn" href="${withPictures(reader)}#${id}" rel="nofollow" aria-describedby="${id}-words">${words.showPicture}</a></show-picture>`
}

/** True when this page shows its pictures at once: by preference, unless they wait, or because the page was requested with them. */
export function showsPictures({ preferences: { images }, path }: Reader, waits = false): boolean {
  return (images === 'on' && !waits) || (images !== 'off' && queryIn(path).get('pictures') === '1')
}

/**
 * The pictures of an article, each once: the lead at the head of the text, the others beside it. When the reader wants none, their captions
 * are listed together.
 */
export function picturesOf(
  { article }: Pick<ArticleView, 'article'>,
  reader: Reader,
): { readonly lead?: ShownPicture; readonly others: readonly ShownPicture[] } {
  const all = [...(article.leadPicture ? [article.leadPicture] : []), ...article.pictures]
  const once = all.filter(({ url }, index) => all.findIndex((other) => other.url === url) === index)
  const shown = once
    .slice(0, mostPictures)
    .map((picture, index) => ({ ...picture, of: { articleId: article.id }, number: index + 1 }))
  const [lead, ...others] = shown
  return lead && article.leadPicture && reader.preferences.images !== 'off' ? { lead, others } : { others: shown }
}

/** Pictures with a heading, and the choice to show them always. */
export function pictureSection(
  pictures: readonly ShownPicture[],
  sizes: PictureSizes | undefined,
  reader: Reader,
): Html {
  if (pictures.length === 0) return html``
  return section(
    'pictures',
    reader.words.pictures,
    html`<ul class="pictures">${pictures.map((picture) => html`<li>${pictureFigure(picture, sizes, reader)}</li>`)}
</ul>
${alwaysForm(reader)}`,
  )
}

/** Offers to show pictures on every page from now on. It appears once a picture was requested. */
export function alwaysForm(reader: Reader): Html {
  if (reader.preferences.images !== 'ask') return html``
  const { app } = reader.words
  const back = reader.path.replace(/([?&])pictures=1(&|$)/, '$1').replace(/[?&]$/, '')
  return html`<form method="post" action="/images/always" class="always-pictures note"${!showsPictures(reader) && html` hidden`}>${hidden('back', back)}<p>${app.pictureNote}</p><button class="btn quiet">${app.alwaysShow}</button></form>`
}

function withPictures({ path }: Reader): string {
  const url = new URL(path, 'http://self.invalid')
  url.searchParams.set('pictures', '1')
  return url.pathname + url.search
}

function queryIn(path: string): URLSearchParams {
  return new URL(path, 'http://self.invalid').searchParams
}
