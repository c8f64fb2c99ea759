/** Key of a mark's, visit's or lift's target: equal for the same target. */
export function targetKey({ kind, target }: { readonly kind: string; readonly target: string }): string {
  return `${kind} ${target}`
}
