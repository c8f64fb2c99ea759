import { startInstance } from './instance.ts'
import type { Proof } from './proof.ts'

const quarterMs = 15 * 60_000 + 1_000

type Tried = { readonly ms: number; readonly status: number; readonly body: string }

/**
 * Whether the time or the answer tells a name that there is from one that there is not: 500 tries at each, or as many as `rounds` says,
 * in turns, on loopback.
 * After every four, eight of the ten that an address has, the clock is moved past the window, so that no try is refused or slowed.
 */
export const prove: Proof = async ({ rounds = 500 } = {}) => {
  const names = Array.from({ length: 10 }, (_, index) => `Reader number ${index}`)
  const instance = await startInstance([{ name: names[0]!, password: 'the right password' }])
  const store = instance.context.operations.store.accounts
  const first = (await store.passwordHash('account-0'))!
  const createdAt = new Date().toISOString()
  for (const [index, name] of names.slice(1).entries())
    await store.add({ id: `more-${index}`, name, role: 'reader', createdAt }, { passwordHash: first })
  try {
    const known: Tried[] = []
    const unknown: Tried[] = []
    for (let warm = 0; warm < 10; warm++) await tryAt(instance.origin, `Warm up ${warm}`)
    for (let round = 0; round < rounds; round++) {
      if (round % 4 === 0) instance.pass(quarterMs)
      const there = names[round % names.length]!
      const notThere = `Nobody number ${round % names.length}`
      // Which of the two comes first changes: what comes second must not look slower.
      const order = [() => tryAt(instance.origin, there), () => tryAt(instance.origin, notThere)]
      const [one, other] = round % 2 === 0 ? [await order[0]!(), await order[1]!()] : await reversed(order)
      known.push(one)
      unknown.push(other)
    }
    const t = welch(
      known.map(({ ms }) => ms),
      unknown.map(({ ms }) => ms),
    )
    // Round by round: a page tells the day, and the clock moves on.
    const differing = known.filter(({ body }, round) => body !== unknown[round]?.body).length
    const statuses = new Set([...known, ...unknown].map(({ status }) => status))
    return {
      name: 'enumeration',
      checks: [
        check('tries at names that there are', known.length, `${rounds}`, known.length === rounds),
        check('tries at names that there are not', unknown.length, `${rounds}`, unknown.length === rounds),
        check('mean, a name that there is (ms)', round1(mean(known.map(({ ms }) => ms))), 'about the same', true),
        check('mean, a name that there is not (ms)', round1(mean(unknown.map(({ ms }) => ms))), 'about the same', true),
        check('|t| of Welch', Math.round(Math.abs(t) * 100) / 100, '< 4.5', Math.abs(t) < 4.5),
        check('rounds with different answers, the name aside', differing, '0', differing === 0),
        check('statuses', [...statuses].join(), '401', statuses.size === 1 && statuses.has(401)),
      ],
    }
  } finally {
    await instance.close()
  }
}

async function reversed(order: readonly (() => Promise<Tried>)[]): Promise<readonly [Tried, Tried]> {
  const second = await order[1]!()
  return [await order[0]!(), second]
}

async function tryAt(origin: string, name: string): Promise<Tried> {
  const body = new URLSearchParams({ name, password: 'not the right password' })
  const start = performance.now()
  const answer = await fetch(`${origin}/sign-in`, { method: 'POST', body, redirect: 'manual' })
  const text = await answer.text()
  return { ms: performance.now() - start, status: answer.status, body: text.replaceAll(name, 'NAME') }
}

/** Welch's t of two samples. */
function welch(one: readonly number[], other: readonly number[]): number {
  return (mean(one) - mean(other)) / Math.sqrt(variance(one) / one.length + variance(other) / other.length)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function variance(values: readonly number[]): number {
  const middle = mean(values)
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1)
}

function round1(value: number): number {
  return Math.round(value * 10) / 10
}

function check(what: string, measured: number | string, wanted: string, isMet: boolean) {
  return { what, measured, wanted, isMet }
}
