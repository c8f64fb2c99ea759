import { request } from 'node:http'
import { mostTries } from '../../src/operations/throttle.ts'
import { startInstance } from './instance.ts'
import type { Proof } from './proof.ts'

const triesEach = 20
/** As many names as somebody tries one common password at. */
const spraying = 130

/**
 * A thousand tries at one account from fifty addresses of loopback at once, or twenty from each of as many as `rounds` says: how many were
 * looked at, and whether its reader still comes in from another address. Then one password at ever other names from one address.
 */
export const prove: Proof = async ({ rounds: addresses = 50 } = {}) => {
  const password = 'the right password'
  const instance = await startInstance([{ name: 'Reader', password }])
  try {
    const from = (index: number) => `127.0.1.${index + 1}`
    const perAddress = await Promise.all(
      Array.from({ length: addresses }, async (_, index) => {
        const statuses: number[] = []
        for (let i = 0; i < triesEach; i++)
          statuses.push((await signIn(instance.origin, from(index), 'Reader', `guess ${index} ${i}`)).status)
        return statuses
      }),
    )
    const evaluated = perAddress.map((statuses) => statuses.filter((status) => status === 401).length)
    const refused = perAddress.flat().filter((status) => status === 429).length
    const late = await signIn(instance.origin, from(0), 'Reader', password)
    const start = performance.now()
    const right = await signIn(instance.origin, '127.0.2.1', 'Reader', password)
    const waitedMs = Math.round(performance.now() - start)
    const most = Math.max(...evaluated)
    const sprayed: number[] = []
    for (let i = 0; i < spraying; i++)
      sprayed.push((await signIn(instance.origin, '127.0.3.1', `Name ${i}`, 'spring2026')).status)
    const looked = sprayed.filter((status) => status === 401).length
    const beside = await signIn(instance.origin, '127.0.3.2', 'Reader', password)
    const tries = perAddress.flat().length
    const [wanted, refusedWanted] = [addresses * triesEach, addresses * (triesEach - mostTries)]
    return {
      name: 'throttle',
      checks: [
        check('tries', tries, String(wanted), tries === wanted),
        check('most looked at from one address', most, `<= ${mostTries}`, most <= mostTries),
        check('refused with 429', refused, String(refusedWanted), refused === refusedWanted),
        check('Retry-After of one (s)', late.retryAfter, '1 to 900', late.retryAfter >= 1 && late.retryAfter <= 900),
        check('the right password from an address that tried too often', late.status, '429', late.status === 429),
        check('the right password from another address', right.status, '303', right.status === 303),
        check('which waited (ms)', waitedMs, '< 10000', waitedMs < 10_000),
        check(`of ${spraying} names tried from one address, looked at`, looked, `<= ${mostTries}`, looked <= mostTries),
        check('the right password from the address beside it', beside.status, '303', beside.status === 303),
      ],
    }
  } finally {
    await instance.close()
  }
}

/** Signs in from an address of this machine. */
function signIn(
  origin: string,
  localAddress: string,
  name: string,
  password: string,
): Promise<{ readonly status: number; readonly retryAfter: number }> {
  const body = new URLSearchParams({ name, password }).toString()
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const asked = request(`${origin}/sign-in`, { method: 'POST', localAddress, headers }, (answer) => {
      answer.resume()
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, retryAfter: Number(answer.headers['retry-after'] ?? 0) }),
      )
    })
    asked.once('error', reject)
    asked.end(body)
  })
}

function check(what: string, measured: number | string, wanted: string, isMet: boolean) {
  return { what, measured, wanted, isMet }
}
