import type { z } from 'zod'
import { instanceOwner } from '../../../src/core/reader-identity.ts'
import { operations } from '../../../src/operations/all.ts'
import type { ProofInstance } from '../isolation/instance.ts'
import type { AnyOperation } from '../isolation/operation-matrix.ts'
import { readerA } from '../isolation/seed.ts'
import { tries } from '../isolation/tries.ts'
import type { Write } from './walk.ts'

/** What is shown of each kind of thing, changed by somebody who is not this process: as a worker would. */
const behind: readonly (readonly [what: string, statement: string])[] = [
  ['feed renamed', `update feed set title = title || ' *'`],
  ['outlet renamed', `update source set name = name || ' *'`],
  [
    'story told otherwise',
    `update story_dossier set revision = revision + 1, body = replace(body, '"headline":{"title":"', '"headline":{"title":"* ')`,
  ],
  ['story without an article', `delete from membership where article_id = (select min(article_id) from membership)`],
  ['feed failed', `update feed set error_count = error_count + 1, error_reason = 'timeout', error_message = 'late'`],
  ['entry renamed', `update entry set title = title || ' *'`],
  ['entry told otherwise', `update entry set excerpt = excerpt || ' *'`],
  ['article renamed', `update article set title = title || ' *'`],
  ['subscription moved', `update subscription set folder = folder || 'x'`],
  ['entries removed', `update feed set entry_count = entry_count + 1`],
  ['mark removed', `delete from reading_mark`],
  ['mutes removed', `delete from mute`],
  ['preferences removed', `delete from preference`],
  ['tags removed', `delete from tag`],
]

/** Every operation of the product with the inputs that another proof tries it by, as two readers; and writes behind its back. */
export function allWrites(
  instance: ProofInstance,
  isTried: (name: string) => boolean = () => true,
  mostBehind = behind.length,
): readonly Write[] {
  const all = operations as unknown as readonly AnyOperation[]
  const asked = all
    .filter(({ name }) => isTried(name))
    .flatMap((operation) =>
      [readerA, instanceOwner].flatMap((reader) =>
        (tries[operation.name]?.inputs(instance.common) ?? []).map((input) => ({
          what: `${operation.name} as ${reader.role}`,
          run: () => carryOut(instance, operation, reader, input),
        })),
      ),
    )
  return [
    ...asked,
    ...behind.slice(0, mostBehind).map(([what, statement]) => ({ what, run: () => instance.execute(statement) })),
  ]
}

async function carryOut(
  { context }: ProofInstance,
  operation: AnyOperation,
  reader: typeof readerA,
  input: unknown,
): Promise<unknown> {
  const parsed = operation.input.safeParse(input) as z.ZodSafeParseResult<unknown>
  return parsed.success ? operation.run({ ...context.operations, reader }, parsed.data) : undefined
}
