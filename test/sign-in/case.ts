/** One thing that may be tried at the door. It throws where the door does not stand. */
export type Case = { readonly name: string; readonly run: () => void | Promise<void> }
