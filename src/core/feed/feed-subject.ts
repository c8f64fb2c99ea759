/** What a feed that we publish can contain: a list, or one thing. */
export const feedKinds = [
  'today',
  'section',
  'feeds',
  'folder',
  'starred',
  'saved',
  'story',
  'entity',
  'source',
  'search',
  'brief',
  'discussion',
] as const
export type FeedKind = (typeof feedKinds)[number]

/**
 * The content of one feed we publish. `target` is the id or name of its subject; empty for lists of which there is only one. A
 * discussion feed covers the whole server (empty), or `story:` or `article:` and an id.
 */
export type FeedSubject = { readonly kind: FeedKind; readonly target: string }

/** Lists of which there is only one: they have no target. */
const single: readonly FeedKind[] = ['today', 'feeds', 'starred', 'saved', 'brief']

/** The subject that a URL or form asks for; undefined if there is no such feed. */
export function feedSubject(kind: string, target = ''): FeedSubject | undefined {
  const known = feedKinds.find((each) => each === kind)
  if (known === undefined || target.length > 400) return undefined
  if (known === 'discussion') return target === '' || discussedIn(target) ? { kind: known, target } : undefined
  return single.includes(known) === (target === '') ? { kind: known, target } : undefined
}

/** What a discussion is about, by the target of its feed. */
export function discussedIn(target: string): { readonly kind: 'story' | 'article'; readonly id: string } | undefined {
  const [, kind, id] = /^(story|article):(.{1,200})$/s.exec(target) ?? []
  return kind === undefined || id === undefined ? undefined : { kind: kind as 'story' | 'article', id }
}
