import type { z } from 'zod'
import type { ReaderIdentity, Role } from '../core/reader-identity.ts'
import type { Http } from '../http/client.ts'
import type { PictureDesk } from '../pipeline/picture-desk.ts'
import type { Pipeline } from '../pipeline/pipeline.ts'
import type { Log } from '../pipeline/pipeline-context.ts'
import type { Store } from '../store/store.ts'
import type { HouseDesk } from './house-desk.ts'

/** What an operation works with. */
export type OperationContext = {
  readonly store: Store
  /** For whom it is carried out: what is kept of a reader is kept under this id alone. */
  readonly reader: ReaderIdentity
  readonly http: Http
  readonly pictures: PictureDesk
  readonly house: HouseDesk
  readonly now: () => Date
  /** Tells the pipeline that there may be work now. */
  readonly wake: () => void
  readonly importArticles: Pipeline['importArticles']
  /** One line of the log; never a secret. */
  readonly log: Log
}

/** One thing a person or a program can ask for. Faces adapt it: page, command, and whatever comes later. */
export type Operation<Name extends string, Input extends z.ZodType, View> = {
  /** Verb and noun; the same in every face. */
  readonly name: Name
  /** The least role that may ask for it. */
  readonly least: Role | 'anyone'
  /** True for what only a person may ask for, who signed in themselves: a program with a token is refused, whatever its scopes. */
  readonly isForPeople?: true
  readonly summary: string
  readonly input: Input
  /** Takes input that has been parsed with `input`. Undefined: what was asked for is not there. */
  readonly run: (context: OperationContext, input: z.output<Input>) => Promise<View>
}

/** Declares an operation with its types inferred. */
export function defineOperation<Name extends string, Input extends z.ZodType, View>(
  operation: Operation<Name, Input, View>,
): Operation<Name, Input, View> {
  return operation
}
