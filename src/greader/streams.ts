import { jsonText, unusable } from './answers.ts'
import { buildItems } from './build-items.ts'
import type { Answer, Call } from './call.ts'
import type { Item } from './entry-item.ts'
import { gather } from './gather.ts'
import { type ItemRef, readItemId, refOf, shortId } from './item-id.ts'
import { readSelection } from './selection.ts'
import { readingList } from './stream.ts'

/** Ids in one answer; items with their texts in one answer of a stream, and of those asked for by id. */
const mostIds = 200_000
const mostOfStream = 1_000
const mostById = 10_000

const noStream = () => unusable('There is no such stream')

/** The ids of a stream's items, in decimal. */
export const itemIds: Answer = async ({ context, parameters, stream }) => {
  const selection = readSelection(parameters, stream, mostIds)
  if (!selection) return noStream()
  const { refs, continuation } = await gather(context, selection)
  const list = refs.map((ref) => `{"id":"${shortId(ref)}"}`).join(',')
  return jsonText(`{"itemRefs":[${list}]${continued(continuation)}}`)
}

/** A stream's items with their texts; without a stream, all that is subscribed to. */
export const streamContents: Answer = async (call) => {
  const selection = readSelection(call.parameters, call.stream, mostOfStream)
  if (!selection) return noStream()
  const { refs, continuation } = await gather(call.context, selection)
  return contents(call, call.stream ?? call.parameters.one('s') ?? readingList, refs, continuation)
}

/** Items by their ids, as many as a client asks for. */
export const itemContents: Answer = (call) => {
  const given = call.parameters.all('i')
  if (given.length > mostById) return unusable(`Ask for at most ${mostById} items at once`)
  const numbers = given.map(readItemId)
  const bad = numbers.indexOf(undefined)
  if (bad >= 0) return unusable(`There is no such item id: ${given[bad]!.slice(0, 80)}`)
  return contents(call, readingList, (numbers as bigint[]).map(refOf), undefined)
}

/** One piece where that is little, else piece by piece, so that ten thousand texts never stand in memory at once. */
async function contents(
  call: Call,
  id: string,
  refs: readonly ItemRef[],
  continuation: string | undefined,
): Promise<Response> {
  const head = { direction: 'ltr', id, title: '', self: [{ href: `${call.base}/` }], updated: nowSeconds(call) }
  const start = `${JSON.stringify(head).slice(0, -1)},"items":[`
  const end = `]${continued(continuation)}}`
  const items = buildItems(call, refs)
  const first = await items.next()
  const begun = start + (first.done ? '' : written(first.value))
  const second = first.done ? first : await items.next()
  if (second.done) return jsonText(begun + end)
  const { value } = second
  return jsonText(
    (async function* () {
      // What is not there any more may leave a piece empty: only between two that are not stands a comma.
      let isFirst = first.done || first.value.length === 0
      yield begun
      for (const some of [value]) yield next(some)
      for await (const some of items) yield next(some)
      yield end
      function next(some: readonly Item[]): string {
        const piece = `${isFirst || some.length === 0 ? '' : ','}${written(some)}`
        isFirst &&= some.length === 0
        return piece
      }
    })(),
  )
}

function written(items: readonly Item[]): string {
  return JSON.stringify(items).slice(1, -1)
}

function continued(continuation: string | undefined): string {
  return continuation === undefined ? '' : `,"continuation":${JSON.stringify(continuation)}`
}

function nowSeconds({ context }: Call): number {
  return Math.floor(context.now().getTime() / 1000)
}
