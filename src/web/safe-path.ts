/**
 * A path of our own to return to, or the fallback. Anything a browser could take for another host (`//host`, `/\host`, a scheme, control
 * characters) is refused, so that a form cannot send a reader to another site.
 */
export function safePath(path: unknown, fallback = '/'): string {
  if (typeof path !== 'string' || !path.startsWith('/') || /^\/[/\\]/.test(path) || path.length > 2000) return fallback
  if (/[\u0000-\u001f\u007f\\]/.test(path)) return fallback
  const url = URL.parse(path, 'http://self.invalid')
  // Resolving also folds `/./` and `/..//`, after which a double slash may be in front again.
  if (url?.host !== 'self.invalid' || url.pathname.startsWith('//')) return fallback
  return `${url.pathname}${url.search}${url.hash}`
}
