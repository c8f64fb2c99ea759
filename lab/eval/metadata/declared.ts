import { isRecord, listOf, readJsonLd, textIn } from '../../../src/extract/facts/json-ld.ts'

/** What a page's structured data says of its article. */
export type Declared = { readonly title: string; readonly author?: string; readonly date?: string }

const script = /<script[^>]*application\/ld\+json[^>]*>([\s\S]*?)<\/script>/gi

/** The first article in a page's structured data, with its headline, first author and date; undefined when there is none. */
export function declaredIn(html: string): Declared | undefined {
  const nodes = readJsonLd([...html.matchAll(script)].map(([, json = '']) => json))
  const node = nodes.find(
    ({ types, fields }) => types.some((type) => /Article|BlogPosting/.test(type)) && fields.headline,
  )
  const title = textIn(node?.fields.headline)
  if (node === undefined || title === undefined) return undefined
  const first = listOf(node.fields.author)[0]
  const author = isRecord(first) ? (typeof first.name === 'string' ? first.name : undefined) : textIn(first)
  const date = textIn(node.fields.datePublished)
  return {
    title,
    ...(author ? { author } : {}),
    ...(date !== undefined && !Number.isNaN(Date.parse(date)) ? { date } : {}),
  }
}

/** The page without its structured data. */
export function withoutStructuredData(html: string): string {
  return html.replace(script, '')
}
