import type { Scope } from '../core/account.ts'
import type { AnyOperation, Route } from './route.ts'

/** What a token must be allowed to do on a route; undefined where none is needed. Reading what is one's own is reading. */
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
