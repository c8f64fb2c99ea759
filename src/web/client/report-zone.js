import { base } from './own-page.js'

// The server writes times in this browser's zone from the next page on.
const cookie = `zone=${Intl.DateTimeFormat().resolvedOptions().timeZone}`
if (!document.cookie.split('; ').includes(cookie))
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser, nor on plain http
  document.cookie = `${cookie}; path=${base}; max-age=31536000; samesite=lax`
