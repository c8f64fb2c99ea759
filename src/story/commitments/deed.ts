/** A future act, with the verb forms that report it as done, and the auxiliary those forms need, if any. */
export type Deed = {
  readonly text: string
  readonly isPassive: boolean
  readonly done: readonly string[]
  readonly helper?: RegExp
}
