import type { Answers } from '../../../test/examples/answers.ts'

/**
 * What turns a line: an override from right to left that is never ended, an isolate that is not either, zero width, letters of a script from
 * right to left, and marks that grow out of their line.
 */
export const hostileEnd = ' \u202e\u2067\u200bאבג\u202d 12\u0301\u0302\u0303\u202e'

/** Fields that outlets, feeds and readers fill, and that pages show as they are. */
const foreignFields = new Set(
  'title name sourceName siteName outlet label folder author speaker feedTitle previousTitle'.split(' '),
)

/** Pages over operations whose every name and title ends in what turns a line; the words around it must stay where they are. */
export function dressHostile(app: Answers): Answers {
  return new Proxy(app, {
    get(target, key) {
      const held: unknown = Reflect.get(target, key)
      if (typeof held !== 'function') return held
      return (...given: readonly unknown[]) => {
        const answered: unknown = Reflect.apply(held, target, given)
        return answered instanceof Promise ? answered.then(hostile) : answered
      }
    },
  })
}

function hostile(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hostile)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [
      key,
      typeof held === 'string' && held.length > 2 && foreignFields.has(key) ? held + hostileEnd : hostile(held),
    ]),
  )
}
