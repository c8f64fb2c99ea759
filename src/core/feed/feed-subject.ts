/** What a feed of ours can be of: a list, or one thing. */
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
 * What one feed is of. `target` is the id or the name of what it is of; empty for a list there is one of. A discussion is that of
 * the house (empty), or of `story:` or `article:` and an id.
 */
export type FeedSubject = { readonly kind: FeedKind; readonly target: string }

/** Lists there is one of: they have no target. */
const single: readonly FeedKind[] = ['today', 'feeds', 'starred', 'saved', 'brief']

/** What an address or a form asks for; undefined for what cannot be a feed. */
export function feedSubject(kind: string, target = ''): FeedSubject | undefined {
  const known = feedKinds.find((each) => each === kind)
  if (known === undefined || target.length > 400) return undefined
  if (known === 'discussion') return target === '' || discussedIn(target) ? { kind: known, target } : undefined
  return single.includes(known) === (target === '') ? { kind: known, target } : undefined
}

/** What a discussion is on, by the target of its feed. */
export function discussedIn(target: string): { readonly kind: 'story' | 'article'; readonly id: string } | undefined {
  const [, kind, id] = /^(story|article):(.{1,200})$/s.exec(target) ?? []
  return kind === undefined || id === undefined ? undefined : { kind: kind as 'story' | 'article', id }
}
