/** A deed to come, with the forms that tell of it as done; where those tell so only beside another word, with that. */
export type Deed = {
  readonly text: string
  readonly isPassive: boolean
  readonly done: readonly string[]
  readonly helper?: RegExp
}
