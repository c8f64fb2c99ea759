import { stateId } from './stream.ts'

export type GreaderPath =
  | { readonly kind: 'login' }
  /** A client checks whether the API exists, by its base URL or by FreshRSS's check. */
  | { readonly kind: 'greeting'; readonly word: 'OK' | 'PASS' }
  | { readonly kind: 'icon'; readonly name: string }
  | { readonly kind: 'picture'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly stream?: string }
  | { readonly kind: 'unreadable' }

/** Base path of feed icons, followed by the icon's name. */
export const iconPath = '/api/greader.php/icons/'

const states: ReadonlySet<string> = new Set(['reading-list', 'starred', 'read', 'kept-unread'])

/**
 * Reads a path, with `/api/greader.php` before it or without, or twice if an app adds it, and with single or double slashes. A
 * stream at its end is only percent-decoded, since a URL in it has double slashes. Undefined if the path isn't ours.
 */
export function readPath(path: string): GreaderPath | undefined {
  const [, base, rest = ''] = /^\/+((?:api\/+greader\.php(?:\/+|$)){1,2})?(.*)$/s.exec(path) ?? []
  if (base !== undefined) {
    if (rest === '') return { kind: 'greeting', word: 'OK' }
    if (/^check\/+compatibility\/*$/.test(rest)) return { kind: 'greeting', word: 'PASS' }
    const icon = /^icons\/+([\w.-]{1,100})$/.exec(rest)?.[1]
    if (icon !== undefined) return { kind: 'icon', name: icon }
    const picture = /^pictures\/+([\w.-]{1,400})$/.exec(rest)?.[1]
    if (picture !== undefined) return { kind: 'picture', name: picture }
  }
  if (/^accounts\/+ClientLogin\/*$/.test(rest)) return { kind: 'login' }
  const call = /^reader\/+api\/+0\/+(.*)$/s.exec(rest)?.[1]
  if (call === undefined) return base === undefined ? undefined : { kind: 'unreadable' }
  const stream = /^stream\/+contents\/+(.+)$/s.exec(call)?.[1]
  if (stream === undefined) return { kind: 'call', name: call.replace(/\/+/g, '/').replace(/\/$/, '') }
  const decoded = decode(stream)
  if (decoded === undefined) return { kind: 'unreadable' }
  // States have a short form in a path.
  return { kind: 'call', name: 'stream/contents', stream: states.has(decoded) ? stateId(decoded) : decoded }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined // a percent sign that encodes nothing
  }
}

export function ownedByGreader(path: string): boolean {
  return readPath(path) !== undefined
}
