import type { Embed } from '../../core/article.ts'
import { defined } from '../../core/defined.ts'
import { allText, type PageBlock } from '../blocks/page-blocks.ts'
import type { PageElement } from '../markup/page-tree.ts'
import { excerpt, visibleText } from '../markup/visible-text.ts'
import { resolveUrl } from '../markup/web-address.ts'
import { type EmbedAddress, readEmbedAddress } from './embed-address.ts'

const maxEmbeds = 40
const longestTitle = 160

/**
 * The embedded content of other sites in an article, without duplicates, with its place among the kept blocks. `root` is the part of the
 * page with the article; frames elsewhere, and of unknown hosts, are skipped.
 */
export function readEmbeds(root: PageElement | undefined, kept: readonly PageBlock[], base: string): readonly Embed[] {
  if (root === undefined) return []
  const blockCounts = new Map<PageElement, number>()
  for (const { place } of kept) blockCounts.set(place.element, (blockCounts.get(place.element) ?? 0) + 1)
  const embeds: Embed[] = []
  const seen = new Set<string>()
  let after = 0
  const add = (address: EmbedAddress | undefined, title: string | undefined, at: number): void => {
    if (address === undefined || seen.has(address.url) || embeds.length >= maxEmbeds) return
    seen.add(address.url)
    embeds.push({ ...address, ...defined({ title }), after: Math.min(at, kept.length) })
  }
  const walk = (element: PageElement): void => {
    if (isAround(element)) return
    after += blockCounts.get(element) ?? 0
    const post = postOf(element, base)
    for (const child of element.children) if (typeof child !== 'string') walk(child)
    if (post !== undefined) add(post.address, post.title, after)
    else if (element.tag === 'iframe' || element.tag.startsWith('amp-'))
      add(frameOf(element, base), titleOf(element), after)
  }
  walk(root)
  return embeds
}

function isAround({ tag, attributes }: PageElement): boolean {
  return tag === 'nav' || tag === 'footer' || tag === 'aside' || attributes.role === 'navigation'
}

const postClasses: Readonly<Record<string, true>> = {
  'twitter-tweet': true,
  'twitter-video': true,
  'instagram-media': true,
  'fb-post': true,
  'fb-video': true,
  'tiktok-embed': true,
  'bluesky-embed': true,
  'mastodon-embed': true,
  'reddit-embed-bq': true,
  'reddit-card': true,
  'text-post-media': true,
}

/** A post is a quotation that its site's script would turn into a card: its URL is its last link, or an attribute. */
function postOf(element: PageElement, base: string): { address: EmbedAddress; title?: string } | undefined {
  const classes = (element.attributes.class ?? '').split(/\s+/)
  if (!classes.some((name) => Object.hasOwn(postClasses, name))) return undefined
  const { attributes } = element
  const named = [attributes['data-instgrm-permalink'], attributes['data-href'], attributes.cite]
  const links = linksIn(element, [])
    .map((link) => link.attributes.href)
    .toReversed()
  for (const href of [...named, ...links]) {
    const url = resolveUrl(href, base)
    const address = url === undefined ? undefined : (readEmbedAddress(url) ?? permalink(url, classes))
    if (address === undefined) continue
    const writer = writerOf(visibleText(allText(element)))
    return writer === undefined ? { address } : { address, title: writer }
  }
  return undefined
}

/** Posts of a network with many servers cannot be recognized by host. */
function permalink(url: string, classes: readonly string[]): EmbedAddress | undefined {
  return classes.includes('mastodon-embed') ? { kind: 'post', url } : undefined
}

function linksIn(element: PageElement, links: PageElement[]): PageElement[] {
  for (const child of element.children) {
    if (typeof child === 'string' || links.length >= 40) continue
    if (child.tag === 'a' && child.attributes.href !== undefined) links.push(child)
    linksIn(child, links)
  }
  return links
}

/** `— Ann Lee (@annlee) May 4, 2025` ends a post that is shown as a quotation. */
function writerOf(text: string): string | undefined {
  return /[—–-]\s*([^—–()]{2,60}\(@[\w.]{1,40}\))[^()]*$/u.exec(text)?.[1]?.trim()
}

function frameOf({ tag, attributes }: PageElement, base: string): EmbedAddress | undefined {
  const video = attributes['data-videoid']
  if (tag === 'amp-youtube' && video) return readEmbedAddress(`https://www.youtube.com/embed/${video}`)
  if (tag === 'amp-twitter' && attributes['data-tweetid'])
    return readEmbedAddress(`https://platform.twitter.com/embed/Tweet.html?id=${attributes['data-tweetid']}`)
  if (tag === 'amp-instagram' && attributes['data-shortcode'])
    return readEmbedAddress(`https://www.instagram.com/p/${attributes['data-shortcode']}`)
  const source = [attributes.src, attributes['data-src'], attributes['data-lazy-src']].find((each) =>
    /^(?:https?:)?\/\//.test(each ?? ''),
  )
  const url = resolveUrl(source, base)
  return url === undefined ? undefined : readEmbedAddress(url)
}

function titleOf({ attributes }: PageElement): string | undefined {
  const title = visibleText(attributes.title ?? '')
  const isWithoutContent =
    /^(?:|iframe|embed(?:ded)?(?: (?:content|frame|post|video))?|(?:youtube|vimeo|twitter|video|audio|spotify|facebook|map|google maps?)(?: (?:video|media))?(?: (?:player|embed|tweet))?|player|untitled)$/i
  return isWithoutContent.test(title) ? undefined : excerpt(title, longestTitle)
}
