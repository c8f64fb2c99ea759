import type { IncomingMessage, OutgoingHttpHeaders, Server, ServerResponse } from 'node:http'

// Everything inside names its pages from the root, wherever the server is. Below a path of its host (`https://example.org/news/`) these
// functions take that path off what comes in and put it before what goes out; scripts find theirs in their own URL.

/** The path of the public URL, without a slash at its end: `/news`. Empty for a host of its own. */
export function pathOf(baseUrl: string | undefined): string {
  return baseUrl === undefined ? '' : new URL(baseUrl).pathname.replace(/\/+$/, '')
}

/** A path as it is called inside; one that isn't below `path` stays. */
export function insidePath(address: string, path: string): string {
  if (path === '' || !address.startsWith(path)) return address
  const rest = address.slice(path.length)
  if (rest === '' || rest.startsWith('?')) return `/${rest}`
  return rest.startsWith('/') ? rest : address
}

/** The attributes of our pages that hold an address. Fields don't: what a form sends back is read inside. */
const addressed = / (?:href|src|action|formaction|data-(?:events|options|path|silence|src|target|undo))="(?=\/(?!\/))/g

/** Markup of ours with `path` before every address that begins at the root. Text can't look like one: its quotes are escaped. */
export function markupBelow(markup: string, path: string): string {
  return path === '' ? markup : markup.replace(addressed, `$&${path}`)
}

/** Has a server answer below `path`. Requests elsewhere are answered too: health checks, and what belongs to the root of the host. */
export function serveBelow(server: Server, path: string): void {
  if (path === '') return
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    request.url = insidePath(request.url ?? '/', path)
    const write = response.writeHead
    response.writeHead = (status: number, ...rest: unknown[]) => {
      const headers = rest.at(-1)
      if (typeof headers === 'object') rest[rest.length - 1] = headersBelow({ ...headers }, path)
      for (const name of response.getHeaderNames()) {
        const below = headerBelow(name, response.getHeader(name), path)
        if (below !== undefined) response.setHeader(name, below)
      }
      return write.call(response, status, ...(rest as [OutgoingHttpHeaders]))
    }
  })
}

function headersBelow(headers: OutgoingHttpHeaders, path: string): OutgoingHttpHeaders {
  for (const name in headers) headers[name] = headerBelow(name, headers[name], path) ?? headers[name]
  return headers
}

type Value = OutgoingHttpHeaders[string]

/** A header with `path` before the addresses in it; undefined for one that has none. */
function headerBelow(name: string, value: Value, path: string): Value {
  switch (name.toLowerCase()) {
    case 'location':
    case 'content-location':
      return String(value).replace(/^(?=\/(?!\/))/, path)
    case 'link':
      return eachOf(value, (one) => one.replace(/<(?=\/(?!\/))/g, `<${path}`))
    case 'set-cookie':
      // A `__Host-` cookie has to be for the whole host.
      return eachOf(value, (one) =>
        one.startsWith('__Host-') ? one : one.replace(/; Path=\/(?=;|$)/i, `; Path=${path}/`),
      )
    default:
      return undefined
  }
}

function eachOf(value: Value, change: (one: string) => string): Value {
  return Array.isArray(value) ? value.map(change) : change(String(value))
}
