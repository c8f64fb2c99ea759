/** What a path of this face asks for. */
export type Asked =
  | { readonly kind: 'login' }
  /** The base address alone: somebody looks whether there is anything. */
  | { readonly kind: 'greeting' }
  | { readonly kind: 'call'; readonly name: string; readonly stream?: string }
  | { readonly kind: 'unreadable' }

/**
 * Reads a path: with `/api/greader.php` before it or without, slashes doubled or not. A stream at its end stays as it is but for
 * percent-encoding, since an address in it has double slashes of its own. Undefined: it is no path of this face.
 */
export function readPath(path: string): Asked | undefined {
  const [, base, rest = ''] = /^\/+(api\/+greader\.php(?:\/+|$))?(.*)$/s.exec(path) ?? []
  if (base !== undefined && (rest === '' || /^check\/+compatibility\/*$/.test(rest))) return { kind: 'greeting' }
  if (/^accounts\/+ClientLogin\/*$/.test(rest)) return { kind: 'login' }
  const call = /^reader\/+api\/+0\/+(.*)$/s.exec(rest)?.[1]
  if (call === undefined) return base === undefined ? undefined : { kind: 'unreadable' }
  const stream = /^stream\/+contents\/+(.+)$/s.exec(call)?.[1]
  if (stream === undefined) return { kind: 'call', name: call.replace(/\/+/g, '/').replace(/\/$/, '') }
  const decoded = decode(stream)
  return decoded === undefined ? { kind: 'unreadable' } : { kind: 'call', name: 'stream/contents', stream: decoded }
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
