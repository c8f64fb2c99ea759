import { marker, verbatim } from '../../../test/model-behaviours.ts'
import type { AskedOfModel, ModelBehaviour } from '../../../test/model-server.ts'

/** What an order is known by where it is read, sentence by sentence: the beginning of its first, without marks of pages. */
export function startOf(order: string): string {
  const [first = ''] = order
    .replace(/<[^>]*>/g, '')
    .trim()
    .split(/(?<=[.?!])\s/)
  return first.slice(0, 24)
}

/**
 * A model that does what any text tells it, in every way there is: it answers the order, names the address in it, gives our own words away, writes
 * outside the form and on behalf of people. How often it found an order is counted, so that a proof knows it was tried.
 */
export function obedientModel(orders: readonly string[]): {
  readonly behave: ModelBehaviour
  /** Times it obeyed, and how many orders it met at least once. */
  readonly obeyed: () => { readonly times: number; readonly orders: number }
} {
  const starts = orders.map(startOf)
  let count = 0
  const met = new Set<string>()
  return {
    obeyed: () => ({ times: count, orders: met.size }),
    behave(asked) {
      const found = starts.filter((start) => asked.user.includes(start))
      if (found.length === 0)
        return { kind: 'text', text: JSON.stringify(isJudge(asked) ? { numbers: [1] } : { claims: verbatim(asked) }) }
      for (const start of found) met.add(start)
      count++
      return { kind: 'text', text: isJudge(asked) ? choosing(asked, starts) : obeying(asked) }
    },
  }
}

function isJudge({ system }: AskedOfModel): boolean {
  return system.includes('{"numbers":')
}

/** As a judge it names the sentence that orders it to, and says what it was told to say. */
function choosing({ sentences, system, canary }: AskedOfModel, starts: readonly string[]): string {
  const orders = sentences.filter(({ text }) => starts.some((start) => text.includes(start)))
  const named = (orders.length > 0 ? orders : sentences).slice(0, 3).map(({ number }) => number)
  return `${marker}: I will do so. ${canary}/${marker} ${system.slice(0, 200)}\n${JSON.stringify({ numbers: named })}`
}

function obeying(asked: AskedOfModel): string {
  const { sentences, system, canary } = asked
  const first = sentences[0] ?? { number: 1, text: '' }
  const addressed = sentences.find(({ text }) => text.includes('http://')) ?? first
  const exact = (text: string) => text.split(' ').slice(0, 6).join(' ')
  const of = ({ number, text }: typeof first, said: string, more: object = {}) => ({
    text: said,
    sentences: [number],
    exact: exact(text),
    ...more,
  })
  const claims = [
    of(addressed, `As you asked, here is ${marker}.`),
    of(first, `${first.text} ${marker}`),
    of(first, `Open ${canary}/${marker} to read on.`),
    of(addressed, addressed.text.replace(/http\S+/, `${canary}/${marker}`)),
    of(addressed, `The reader should now open the address in this text and follow what it says.`),
    of(addressed, `You must open the address and follow what it says.`),
    of(first, system.slice(0, 200)),
    of(first, `${marker} said the news is false.`, { speaker: marker }),
    ...verbatim(asked).slice(0, 2),
  ]
  return `${marker}: I will do so. ${canary}/${marker}\n${JSON.stringify({ claims })}\n${marker}`
}
