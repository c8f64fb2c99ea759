/** What a mark, a visit or a lift is on, as one text: those with the same are on the same thing. */
export function thingKey({ kind, target }: { readonly kind: string; readonly target: string }): string {
  return `${kind} ${target}`
}
