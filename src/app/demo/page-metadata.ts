import { defined } from '../../core/defined.ts'
import { type EditionArticle, type EditionBlock, type EditionRevision, revisionAt } from './edition.ts'
import { escaped, scriptJson } from './markup.ts'
import { picturePathOf } from './pictures.ts'

/** The metadata of an article's page in its outlet's way: JSON-LD, Open Graph, Dublin Core, or nothing. */
export function pageMetadata(article: EditionArticle, revision: EditionRevision, base: string): string {
  const { outlet } = article
  switch (outlet.metadata) {
    case 'json-ld':
      return script(newsArticle(article, revision, base))
    case 'json-ld graph':
      return script(graph(article, revision, base)) + (article.kind === 'video' ? meta('og:type', 'video.other') : '')
    case 'open graph':
      return openGraph(article, revision, base)
    case 'dublin core':
      return dublinCore(article)
    case 'time element only':
      return ''
  }
}

function script(value: unknown): string {
  return `<script type="application/ld+json">\n${scriptJson(value)}\n</script>`
}

function meta(property: string, content: string): string {
  return `<meta property="${property}" content="${escaped(content)}">\n`
}

function newsArticle(article: EditionArticle, revision: EditionRevision, base: string): Record<string, unknown> {
  const { outlet, picture } = article
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: revision.title,
    url: `${base}${article.path}`,
    datePublished: article.publishedAt,
    dateModified: revision.at,
    author: author(article),
    publisher: { '@type': 'NewsMediaOrganization', name: outlet.name, url: `${base}/${outlet.id}/` },
    articleSection: article.section,
    inLanguage: outlet.language,
    ...defined({
      image: picture && [`${base}${picturePathOf(picture.name)}`],
      creditText: article.credit || undefined,
    }),
    isAccessibleForFree: !article.isPaywalled,
    ...defined({
      hasPart: article.isPaywalled
        ? { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.paywalled-content' }
        : undefined,
    }),
  }
}

function author(article: EditionArticle): Record<string, string> {
  return article.credit
    ? { '@type': 'Organization', name: article.byline.replace(/^By /, '') }
    : { '@type': 'Person', name: article.byline.replace(/(, | in | at | à ).*$/, '') }
}

function graph(article: EditionArticle, revision: EditionRevision, base: string): Record<string, unknown> {
  const { '@context': context, ...item } = newsArticle(article, revision, base)
  const home = { '@type': 'WebSite', name: article.outlet.name, url: `${base}/${article.outlet.id}/` }
  return { '@context': context, '@graph': [home, ofKind(item, article, revision, base)] }
}

function ofKind(
  item: Record<string, unknown>,
  article: EditionArticle,
  revision: EditionRevision,
  base: string,
): Record<string, unknown> {
  if (article.kind === 'live')
    return {
      ...item,
      '@type': 'LiveBlogPosting',
      coverageStartTime: article.publishedAt,
      liveBlogUpdate: liveUpdates(revision.blocks),
    }
  if (article.kind === 'video')
    return {
      '@type': 'VideoObject',
      name: revision.title,
      description: revision.text,
      uploadDate: article.publishedAt,
      duration: 'PT1M42S',
      contentUrl: `${base}/videos/dam-from-above.mp4`,
      thumbnailUrl: `${base}${picturePathOf(article.picture?.name ?? '')}`,
    }
  return item
}

function liveUpdates(blocks: readonly EditionBlock[]): readonly Record<string, string>[] {
  return blocks.flatMap((block, index) =>
    block.kind === 'heading'
      ? [{ '@type': 'BlogPosting', headline: block.text, articleBody: blocks[index + 1]?.text ?? '' }]
      : [],
  )
}

function openGraph(article: EditionArticle, revision: EditionRevision, base: string): string {
  const { outlet, picture } = article
  return [
    meta('og:type', 'article'),
    meta('og:site_name', outlet.name),
    meta('og:title', revision.title),
    meta('og:description', descriptionOf(article)),
    meta('og:url', `${base}${article.path}`),
    meta('og:locale', outlet.language),
    picture ? meta('og:image', `${base}${picturePathOf(picture.name)}`) : '',
    meta('article:published_time', article.publishedAt),
    meta('article:modified_time', revision.at),
    meta('article:section', article.section),
    meta('article:author', article.byline),
  ].join('')
}

function dublinCore(article: EditionArticle): string {
  return [
    `<meta name="DC.date.issued" content="${article.publishedAt}">`,
    `<meta name="DC.creator" content="${escaped(article.byline)}">`,
    `<meta name="description" content="${escaped(descriptionOf(article))}">`,
  ].join('\n')
}

/** The description of an article: its first paragraph as first published. */
export function descriptionOf(article: EditionArticle): string {
  const blocks = revisionAt(article, 0).blocks
  return (blocks.find((block) => block.kind === 'paragraph') ?? blocks[0])?.text ?? ''
}
