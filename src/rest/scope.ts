import type { Scope } from '../core/account.ts'
import type { AnyOperation, Route } from './route.ts'

/** The scope a token needs for a route; undefined if none. Reading one's own data needs only `read`. */
export function scopeOf(
  { method }: Pick<Route, 'method'>,
  { minRole }: Pick<AnyOperation, 'minRole'>,
): Scope | undefined {
  switch (minRole) {
    case 'anyone':
      return undefined
    case 'guest':
      return 'read'
    case 'reader':
      return method === 'GET' ? 'read' : 'write'
    case 'moderator':
    case 'owner':
      return 'admin'
  }
}
