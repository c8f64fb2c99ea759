/** What a script elsewhere may send, and what it may see of an answer, beside what browsers let through by themselves. */
const sendable = 'Authorization, Content-Type, If-None-Match, Range, X-Auth-Token'
const seen = 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After, Content-Disposition, Content-Range, Allow'
const anyMethod = 'GET, HEAD, POST, PUT, PATCH, DELETE'

/**
 * Lets scripts of the named origins use the faces for programs (Fetch standard, "CORS protocol"). Credentials of a browser are
 * never let through: no cookie opens these faces, a token does. Without origins nothing is said, and browsers refuse.
 */
export function allowOrigins(
  setting: string,
): (request: Request, answer: () => Response | Promise<Response>) => Response | Promise<Response> {
  const origins = new Set(
    setting
      .split(/[\s,]+/)
      .filter((origin) => origin !== '')
      .map((origin) => origin.toLowerCase().replace(/\/$/, '')),
  )
  return (request, answer) => {
    const origin = request.headers.get('origin')
    if (origin === null || origins.size === 0) return answer()
    const isAllowed = origins.has('*') || origins.has(origin.toLowerCase())
    const isPreflight = request.method === 'OPTIONS' && request.headers.has('access-control-request-method')
    return isAllowed && isPreflight ? preflight(origin) : withHeaders(answer(), origin, isAllowed)
  }
}

function preflight(origin: string): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Methods': anyMethod,
      'Access-Control-Allow-Headers': sendable,
      'Access-Control-Max-Age': '600',
      Vary: 'Origin',
    },
  })
}

async function withHeaders(
  answer: Response | Promise<Response>,
  origin: string,
  isAllowed: boolean,
): Promise<Response> {
  const given = await answer
  const headers = new Headers(given.headers)
  headers.append('Vary', 'Origin')
  if (isAllowed) {
    headers.set('Access-Control-Allow-Origin', origin)
    headers.set('Access-Control-Expose-Headers', seen)
  }
  return new Response(given.body, { status: given.status, headers })
}
