import type { Http } from '../../http/client.ts'

const answerBytes = 200_000

/** The feed of a page in Apple's podcast directory, which has no feed link but an API that returns the URL. */
export async function podcastFeed(http: Http, address: string): Promise<string | undefined> {
  const page = new URL(address)
  const isThere = page.hostname === 'podcasts.apple.com' || page.hostname === 'itunes.apple.com'
  const id = isThere ? /\/id(\d{1,20})(?:\/|$)/.exec(page.pathname)?.[1] : undefined
  if (id === undefined) return undefined
  const question = `https://itunes.apple.com/lookup?id=${id}&entity=podcast`
  const answer = await http.get(question, { accept: 'application/json', maxBytes: answerBytes })
  return answer.kind === 'ok' ? feedInAnswer(new TextDecoder().decode(answer.body)) : undefined
}

/** The feed URL in the API's answer. */
function feedInAnswer(json: string): string | undefined {
  let read: unknown
  try {
    read = JSON.parse(json)
  } catch {
    return undefined
  }
  const { results } = (read ?? {}) as { readonly results?: unknown }
  const feed = Array.isArray(results) ? (results[0] as { readonly feedUrl?: unknown } | undefined)?.feedUrl : undefined
  const url = typeof feed === 'string' ? URL.parse(feed) : null
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined
}
