import { stateId } from './stream.ts'

/** What a path of this face asks for. */
export type Asked =
  | { readonly kind: 'login' }
  /** Somebody looks whether there is anything, by the base address alone or by the check that FreshRSS has. */
  | { readonly kind: 'greeting'; readonly word: 'OK' | 'PASS' }
  /** The icon of a feed, by the name it was told by. */
  | { readonly kind: 'icon'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly stream?: string }
  | { readonly kind: 'unreadable' }

/** Where icons of feeds are; what comes behind it is the name of one. */
export const iconPath = '/api/greader.php/icons/'

const states: ReadonlySet<string> = new Set(['reading-list', 'starred', 'read', 'kept-unread'])

/**
 * Reads a path: with `/api/greader.php` before it or without, or twice where an app adds it of its own accord, slashes doubled or not. A stream at its end stays as it is but for
 * percent-encoding, since an address in it has double slashes of its own. Undefined: it is no path of this face.
 */
export function readPath(path: string): Asked | undefined {
  const [, base, rest = ''] = /^\/+((?:api\/+greader\.php(?:\/+|$)){1,2})?(.*)$/s.exec(path) ?? []
  if (base !== undefined) {
    if (rest === '') return { kind: 'greeting', word: 'OK' }
    if (/^check\/+compatibility\/*$/.test(rest)) return { kind: 'greeting', word: 'PASS' }
    const icon = /^icons\/+([\w.-]{1,100})$/.exec(rest)?.[1]
    if (icon !== undefined) return { kind: 'icon', name: icon }
  }
  if (/^accounts\/+ClientLogin\/*$/.test(rest)) return { kind: 'login' }
  const call = /^reader\/+api\/+0\/+(.*)$/s.exec(rest)?.[1]
  if (call === undefined) return base === undefined ? undefined : { kind: 'unreadable' }
  const stream = /^stream\/+contents\/+(.+)$/s.exec(call)?.[1]
  if (stream === undefined) return { kind: 'call', name: call.replace(/\/+/g, '/').replace(/\/$/, '') }
  const decoded = decode(stream)
  if (decoded === undefined) return { kind: 'unreadable' }
  // The states of the protocol have a short form in a path.
  return { kind: 'call', name: 'stream/contents', stream: states.has(decoded) ? stateId(decoded) : decoded }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined // a percent sign that encodes nothing
  }
}

/** Whether the Google Reader API answers at a path. */
export function ownedByGreader(path: string): boolean {
  return readPath(path) !== undefined
}
