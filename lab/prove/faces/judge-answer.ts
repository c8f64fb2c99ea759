/** What was asked, for whoever looks into a finding. */
export type Asked = { readonly face: string; readonly what: string; readonly payload: string }
export type Finding = Asked & { readonly wrong: string }

/** What tells of the inside: a stack, a statement, a file of this machine. */
const inside = /\bat (?:async )?[\w.<>]+ \(?(?:file:|node:|\/)|SQLITE_|syntax error at or near|node_modules|root:x:0:0/
const longestMs = 2_000
/** Nothing is waited for longer than this. */
const hangsMs = 20_000

/** Looks into answers, counts them, and keeps what is wrong with them, once for each address. */
export function judge(lastError: () => string | undefined = () => undefined) {
  const findings = new Map<string, Finding>()
  const slow: { readonly what: string; readonly ms: number }[] = []
  let count = 0

  const find = (asked: Asked, wrong: string) => {
    const key = `${asked.face} ${asked.what} ${wrong}`
    if (!findings.has(key)) findings.set(key, { ...asked, wrong })
  }

  return {
    find,
    /** How many were looked into, and what was found. */
    tally: () => ({ count, findings: [...findings.values()], slow }),
    counted: (more = 1) => {
      count += more
    },
    /** Asks and looks into the answer: no failure of ours, nothing of the inside, no field or name of theirs in it. */
    async look(asked: Asked, ask: () => Response | Promise<Response>, isPage = false): Promise<Response | undefined> {
      count += 1
      const from = performance.now()
      let answer: Response
      let text = ''
      try {
        ;[answer, text] = await within(async () => {
          const given = await ask()
          const isStream = given.headers.get('content-type')?.startsWith('text/event-stream')
          if (!isStream) return [given, await given.text()] as const
          void given.body?.cancel()
          return [given, ''] as const
        })
      } catch (error) {
        find(asked, `threw: ${String((error as Error).stack ?? error).slice(0, 400)}`)
        return undefined
      }
      const ms = performance.now() - from
      if (ms > longestMs)
        slow.push({ what: `${asked.face} ${asked.what} ${asked.payload.slice(0, 40)}`, ms: Math.round(ms) })
      if (answer.status >= 500 && ![501, 502, 503].includes(answer.status))
        find(asked, `answered ${answer.status}: ${lastError()?.slice(0, 600) ?? ''}`)
      if (inside.test(text)) find(asked, `tells of the inside: ${inside.exec(text)?.[0]}`)
      if (answer.headers.has('x-injected')) find(asked, 'a field of its own in the answer')
      if (/[\r\n]/.test([...answer.headers.values()].join(''))) find(asked, 'a line end in a field')
      const type = answer.headers.get('content-type') ?? ''
      if (/html|xml|svg/.test(type) && text.includes('<script>alert("x-ran")')) find(asked, 'markup as it came')
      const location = answer.headers.get('location')
      if (location !== null && URL.parse(location, 'http://127.0.0.1:7180')?.hostname.endsWith('evil.example'))
        find(asked, `leads to ${location}`)
      if (
        text.length > 0 &&
        answer.headers.get('x-content-type-options') !== 'nosniff' &&
        /html|xml|text\/plain/.test(type)
      )
        find({ ...asked, payload: '' }, 'no nosniff')
      if (isPage && !answer.headers.get('content-security-policy')) find({ ...asked, payload: '' }, 'no policy')
      if ((Object.prototype as { polluted?: unknown }).polluted !== undefined) {
        find(asked, 'reached the prototype of all objects')
        delete (Object.prototype as { polluted?: unknown }).polluted
      }
      return answer
    },
  }
}

async function within<Done>(work: () => Promise<Done>): Promise<Done> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no answer within ${hangsMs / 1000} s`)), hangsMs)
  try {
    return await Promise.race([work(), promise])
  } finally {
    clearTimeout(timer)
  }
}

export type Judge = ReturnType<typeof judge>
