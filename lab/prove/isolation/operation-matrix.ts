import type { z } from 'zod'
import { guest, instanceOwner, type ReaderIdentity } from '../../../src/core/reader-identity.ts'
import { forReader } from '../../../src/operations/for-reader.ts'
import type { Operation, OperationContext } from '../../../src/operations/operation.ts'
import { NotPermittedError, permit } from '../../../src/operations/run.ts'
import { canariesIn, canary, textOf } from './canary.ts'
import { changedTables, type readerRows } from './reader-rows.ts'
import { type Common, readerA } from './seed.ts'
import { idsOf, withId } from './tries.ts'
import type { Tries } from './try.ts'

// biome-ignore lint/suspicious/noExplicitAny: a walk over all operations does not know their types
export type AnyOperation = Operation<string, z.ZodType, any>

export const others: readonly ReaderIdentity[] = [
  guest,
  { id: 'reader-b', name: 'Reader B', role: 'reader' },
  { id: 'reader-m', name: 'Moderator', role: 'moderator' },
  instanceOwner,
]

/** The owner runs the feeds, and sees what they are called. */
const feedNames: ReadonlySet<string> = new Set(['keyedfeed', 'keyedname', 'heldoutlet'].map(canary))

export type MatrixFound = {
  readonly calls: number
  readonly refused: number
  /** `operation as role: canary` */
  readonly leaks: readonly string[]
  /** `operation as role: tables` */
  readonly changes: readonly string[]
  /** Where the answer to an id of reader A is not the answer to an id of nobody. */
  readonly tells: readonly string[]
  readonly undeclared: readonly string[]
  /** Operations in whose answers reader A sees their own canaries: that the search would find them. */
  readonly seenByA: readonly string[]
  /** Operations in whose answers reader A sees what they have under embargo; and those of them that make a file or send something. */
  readonly heldSeen: readonly string[]
  readonly heldLeft: readonly string[]
}

/** Every operation as every other role with every id of reader A. */
export async function tryOperations(
  instance: OperationContext,
  operations: readonly AnyOperation[],
  tries: Readonly<Record<string, Tries>>,
  common: Common,
  rows: Awaited<ReturnType<typeof readerRows>>,
  privateIds: readonly string[] = [],
): Promise<MatrixFound> {
  const found = { calls: 0, refused: 0 }
  const [leaks, changes, tells, undeclared, seenByA, heldSeen] = [[], [], [], [], [], []] as string[][]
  const before = await rows.rowsOf(readerA.id)
  const ids = [...new Set([...privateIds, ...idsOf(before)])]
  const own = new Set([
    ...privateIds,
    ...[...before.values()]
      .flat()
      .flatMap(({ id }) => (typeof id === 'string' || typeof id === 'bigint' ? [String(id)] : [])),
  ])
  // First, in a instance where nobody but reader A has done anything. Each question comes from a reader of its own.
  let strangers = 0
  const stranger = (): ReaderIdentity => ({ id: `stranger-${++strangers}`, name: 'Stranger', role: 'reader' })
  let standing = before
  const watch = async (operation: AnyOperation, reader: ReaderIdentity) => {
    const after = await rows.rowsOf(readerA.id)
    const changed = changedTables(standing, after)
    if (changed.length > 0 && !tries[operation.name]?.mayWrite?.roles.includes(reader.role))
      changes!.push(`${operation.name} as ${reader.role}: ${changed.join(', ')}`)
    standing = after
  }
  for (const operation of operations) {
    // A short number may well be the id of something that everybody sees.
    for (const id of [...own].filter((one) => !/^\d{1,3}$/.test(one)).slice(0, tries[operation.name]?.mostIds))
      for (const input of tellsTried(tries[operation.name]) ? tries[operation.name]!.inputs(common) : []) {
        const unknown = withId(input, unknownLike(id))
        for (const [at, put] of withId(input, id).entries()) {
          const known = await ask(operation, stranger(), put)
          const other = await ask(operation, stranger(), unknown[at])
          if (alike(known, id) !== alike(other, unknownLike(id))) tells!.push(`${operation.name}: ${textOf(put)}`)
        }
      }
    await watch(operation, stranger())
  }
  const mayWrite = (operation: AnyOperation) => tries[operation.name]?.mayWrite !== undefined
  for (const operation of operations) if (!mayWrite(operation)) await asOthers(operation)
  // Before what may take it from them, such as the removal of their account.
  await asReaderA()
  standing = await rows.rowsOf(readerA.id)
  for (const operation of operations) if (mayWrite(operation)) await asOthers(operation)
  return {
    ...found,
    leaks: once(leaks!),
    changes: once(changes!),
    tells: once(tells!),
    undeclared: undeclared!,
    seenByA: seenByA!,
    heldSeen: once(heldSeen!),
    heldLeft: once(heldSeen!).filter((name) => operations.some((one) => one.name === name && one.leaves)),
  }

  async function asOthers(operation: AnyOperation): Promise<void> {
    const declared = Object.hasOwn(tries, operation.name) ? tries[operation.name] : undefined
    if (!declared) {
      undeclared!.push(operation.name)
      return
    }
    const plain = declared.inputs(common)
    const inputs = [
      ...plain,
      ...ids.slice(0, declared.mostIds).flatMap((id) => plain.flatMap((input) => withId(input, id))),
    ]
    for (const reader of others) {
      for (const input of inputs) {
        const answer = await ask(operation, reader, input)
        const found = withoutGiven(canariesIn(answer), input)
        const leaked = reader.role === 'owner' ? found.filter((one) => !feedNames.has(one)) : found
        if (leaked.length > 0 && !declared.mayRead?.roles.includes(reader.role))
          leaks!.push(`${operation.name} as ${reader.role}: ${leaked.join(' ')}`)
      }
      await watch(operation, reader)
    }
  }
  /** What reader A does to what is theirs is no fault. */
  async function asReaderA(): Promise<void> {
    for (const operation of operations) await asA(operation)
  }

  async function asA(operation: AnyOperation): Promise<void> {
    const plain = tries[operation.name]?.inputs(common) ?? []
    const answers = await Promise.all(plain.map((input) => ask(operation, readerA, input)))
    const isReading = operation.leaves || /^(?:get|find|list)_/.test(operation.name)
    const held = isReading ? plain.flatMap((input) => privateIds.flatMap((id) => withId(input, id))) : []
    for (const [at, answer] of [
      ...answers,
      ...(await inTurn(held, (input) => ask(operation, readerA, input))),
    ].entries())
      if (withoutGiven(canariesIn(answer), [...plain, ...held][at]).some((found) => found.startsWith('zqxjheld')))
        heldSeen!.push(operation.name)
    if (answers.some((answer) => canariesIn(answer).length > 0)) seenByA!.push(operation.name)
  }

  async function ask(operation: AnyOperation, reader: ReaderIdentity, input: unknown): Promise<unknown> {
    found.calls++
    const context = forReader(instance, reader)
    const parsed = operation.input.safeParse(input)
    if (!parsed.success) return undefined
    try {
      permit(context, operation)
      return await withBody(await operation.run(context, parsed.data))
    } catch (error) {
      if (error instanceof NotPermittedError) {
        found.refused++
        return undefined
      }
      return { threw: String(error) }
    }
  }
}

async function inTurn<Given, Answer>(all: readonly Given[], ask: (one: Given) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const one of all) answers.push(await ask(one))
  return answers
}

/** An answer with what it streams: JSON would show an empty object instead. */
async function withBody(answer: unknown): Promise<unknown> {
  const body = typeof answer === 'object' && answer !== null && 'body' in answer ? answer.body : undefined
  return body instanceof ReadableStream
    ? { ...(answer as object), body: new Uint8Array(await new Response(body).arrayBuffer()) }
    : answer
}

function tellsTried(declared: Tries | undefined): boolean {
  return declared !== undefined && declared.isOfInstance === undefined
}

/** An answer may say again what was asked: that is no leak. */
function withoutGiven(canaries: readonly string[], input: unknown): readonly string[] {
  const given = textOf(input)
  return canaries.filter((found) => !given.includes(found))
}

function unknownLike(id: string): string {
  return id.replace(/[0-9a-z]/gi, (letter) => (/\d/.test(letter) ? '7' : 'e'))
}

/** Answers are alike when they differ in ids and times only. */
function alike(answer: unknown, id: string): string {
  const text = textOf(answer)
  // A number is in times and counts as well: there it is no id.
  const isNumber = /^\d+$/.test(id)
  return (isNumber ? text : text.replaceAll(id, 'ID'))
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'UUID')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(isNumber ? `"${id}"` : 'ID', isNumber ? '"ID"' : 'ID')
    .replace(/"(token|secret|key|id)":"[^"]*"/g, '"$1":""')
}

function once(list: readonly string[]): readonly string[] {
  return [...new Set(list)]
}
