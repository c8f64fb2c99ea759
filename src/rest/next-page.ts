import type { RouteInput } from './route-input.ts'

/** The field with which a list goes on, and its value there; undefined at its end. */
export function nextPage(
  view: unknown,
  query: RouteInput['query'],
): { readonly field: string; readonly value: string } | undefined {
  if (typeof view !== 'object' || view === null) return undefined
  const { next, page, pageCount } = view as Readonly<Record<string, unknown>>
  const cursor = ['cursor', 'before'].find((field) => Object.hasOwn(query, field))
  if (typeof next === 'string' && cursor !== undefined) return { field: cursor, value: next }
  if (typeof page === 'number' && typeof pageCount === 'number' && page < pageCount && Object.hasOwn(query, 'page'))
    return { field: 'page', value: String(page + 1) }
  return undefined
}

/** The same request for the page after, as `Link` (RFC 8288); relative, so that it holds behind any proxy. */
export function nextLink(url: URL, next: { readonly field: string; readonly value: string }): string {
  const query = new URLSearchParams(url.search)
  query.set(next.field, next.value)
  return `<${url.pathname}?${query}>; rel="next"`
}
